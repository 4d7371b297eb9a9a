package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;

/**
 * The same three places in the formats that GDAL reads, under their own name and under a wrong one.
 * The files were written by GDAL 3.6; those of OpenStreetMap by hand.
 */
@BrowserTest
class FormatsTest {
  /** File, then of each layer: name, features, geometry, fields. */
  private static final String[][] FILES = {
    {"places.xlsx", "places 3 None name,count,height,day"},
    {"places.ods", "places 3 None name,count,height,day"},
    {"xy.xlsx", "xy 2 Point name,lon,lat"},
    {"wkt.ods", "wkt 2 Mixed name,wkt"},
    {"places.dxf", "places 3 Point Layer,PaperSpace,SubClasses,Linetype,EntityHandle,Text"},
    {"tab.zip", "places 3 Point name,count,height,day"},
    {"mif.tar.gz", "places 3 Point name,count,height,day"},
    {"plain.sqlite", "plain 3 Point name,count,height,day"},
    {"spatial.sqlite.gz", "spatial 3 Point name,count,height,day"},
    {"gdb.zip", "places 3 Point name,count,height,day"},
    {"places.mbtiles", "src 3 MultiPoint mvt_id,name,count,height,day"},
    {"1-1-0.pbf", "1-1-0 2 Point mvt_id,name,count,height,day"},
    {"shp.tar.gz", "src 3 Point name,count,height,day"},
    {"places.geojson.gz", "src 3 Point name,count,height,day"},
    {"places.osm", "points 1 Point +name", "lines 1 LineString +name,highway"},
    {"places.osm.pbf", "points 1 Point +name", "lines 1 LineString +name,highway"},
  };

  @Test
  void eachFormat(Site site) throws IOException {
    site.open();
    List<String> wrong = new ArrayList<>();
    for (String[] file : FILES) {
      check(site, file[0], file[0], file, wrong);
      check(site, file[0], "wrong.geojson", file, wrong);
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static void check(
      Site site, String file, String name, String[] expected, List<String> wrong)
      throws IOException {
    site.execute("document:new", JsonObject.of());
    put(site, "data/" + name, bytes(file));
    List<String> ids;
    try {
      ids = add(site, "data/" + name);
    } catch (CommandFailure failure) {
      wrong.add(file + " as " + name + ": " + failure.getMessage());
      return;
    }
    if (ids.size() != expected.length - 1) {
      wrong.add(file + " as " + name + ": " + ids.size() + " layers");
      return;
    }
    for (int i = 0; i < ids.size(); i++) {
      JsonObject info =
          site.executeObject("layer:info", JsonObject.of().with("layerId", ids.get(i)));
      List<String> fields = new ArrayList<>();
      info.array("fields").objects().forEach(field -> fields.add(field.string("name")));
      String[] parts = expected[i + 1].split(" ");
      boolean some = parts[3].startsWith("+");
      List<String> wanted = List.of(parts[3].substring(some ? 1 : 0).split(","));
      String found = Json.write(info.get("featureCount")) + " " + info.string("geometryType");
      if (!found.equals(parts[1] + " " + parts[2])
          || !(some ? fields.containsAll(wanted) : fields.equals(wanted))) {
        wrong.add(file + " as " + name + ": " + found + " " + fields + ", not " + expected[i + 1]);
      }
    }
  }

  @Test
  void geometryAsText(Site site) throws IOException {
    site.open();
    String[][] texts = {
      {"POINT (1 2)\nLINESTRING Z (0 0 1,\n 1 1 2)", "2 Mixed EPSG:4326 [0,0,1,2]"},
      {"SRID=2263;POINT(913178 120128)", "1 Point EPSG:2263 [913178,120128,913178,120128]"},
      {"0101000000000000000000F03F0000000000000040", "1 Point EPSG:4326 [1,2,1,2]"},
      {"0101000020D7080000000000000000F03F0000000000000040\n", "1 Point EPSG:2263 [1,2,1,2]"},
      {
        "CURVEPOLYGON (CIRCULARSTRING (0 0,1 1,2 0,1 -1,0 0))",
        "1 Polygon EPSG:4326 [0,-0.9993908270191126,2,0.9993908270191126]"
      },
      {"{\"type\":\"Point\",\"coordinates\":[3,4]}", "1 Point EPSG:4326 [3,4,3,4]"},
    };
    List<String> wrong = new ArrayList<>();
    for (String[] text : texts) {
      site.execute("document:new", JsonObject.of());
      put(site, "data/pasted.txt", text[0].getBytes(StandardCharsets.UTF_8));
      try {
        String id = add(site, "data/pasted.txt").get(0);
        JsonObject info = site.executeObject("layer:info", JsonObject.of().with("layerId", id));
        String found =
            Json.write(info.get("featureCount"))
                + " "
                + info.string("geometryType")
                + " "
                + info.string("crs")
                + " "
                + Json.write(info.get("extent"));
        if (!found.equals(text[1])) {
          wrong.add(text[0] + ": " + found + ", not " + text[1]);
        }
      } catch (CommandFailure failure) {
        wrong.add(text[0] + ": " + failure.getMessage());
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  static byte[] bytes(String file) throws IOException {
    try (InputStream in = FormatsTest.class.getResourceAsStream("/formats/" + file)) {
      return in.readAllBytes();
    }
  }

  static void put(Site site, String path, byte[] bytes) {
    String base64 = Base64.getEncoder().encodeToString(bytes);
    site.execute("files:write", JsonObject.of().with("path", path).with("base64", base64));
  }

  static List<String> add(Site site, String path) {
    return site.executeObject("layer:add-file", JsonObject.of().with("path", path))
        .array("layerIds")
        .strings();
  }
}
