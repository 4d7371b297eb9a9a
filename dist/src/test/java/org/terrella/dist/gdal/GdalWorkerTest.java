package org.terrella.dist.gdal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.terrella.dist.e2e.BrowserTest;
import org.terrella.dist.e2e.Site;
import org.terrella.dist.gdal.GdalWorker.NamedBytes;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.flatgeobuf.FlatGeobufReader;

/** Formats that GDAL reads and writes: whole and right, or refused in plain words. */
@BrowserTest
class GdalWorkerTest {
  private static final String GPX =
      """
      <gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">
        <wpt lat="47.5" lon="9.25"><name>Säntis</name></wpt>
      </gpx>""";
  private static final String KML =
      """
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>A &amp; B</name>
        <Placemark><name>one</name><height>7</height><TimeStamp><when>2020-01-02</when></TimeStamp>
          <ExtendedData><Data name="code"><value>007</value></Data></ExtendedData>
          <Point><coordinates>9.25, 47.5</coordinates></Point></Placemark>
        <Placemark><name>two</name><description><![CDATA[<b>bold</b>]]></description>
          <MultiGeometry><Point><coordinates>1,2,3</coordinates></Point><LineString><coordinates>0,0 1,1
          </coordinates></LineString></MultiGeometry></Placemark>
      </Folder></Document></kml>""";
  private static final String MIXED =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"fid": "a", "Größe": 1.5},
         "geometry": {"type": "Point", "coordinates": [1, 2]}},
        {"type": "Feature", "properties": {"fid": "b", "Größe": 2},
         "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}},
        {"type": "Feature", "properties": {"fid": "c", "Größe": null}, "geometry": null}]}""";

  private static NamedBytes text(String name, String text) {
    return new NamedBytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static FeatureTable table(GdalWorker.Layer layer) {
    return FlatGeobufReader.read("t", layer.flatgeobuf());
  }

  private static FeatureTable only(GdalWorker gdal, NamedBytes... files) {
    List<GdalWorker.Layer> layers = gdal.read(List.of(files));
    assertEquals(1, layers.size());
    return table(layers.get(0));
  }

  private static double[] firstVertex(FeatureTable table, int row) {
    double[] all = table.geometry().coordinates();
    int at = table.geometry().firstVertex(row) * table.geometry().stride();
    return new double[] {all[at], all[at + 1]};
  }

  private static void at(double x, double y, FeatureTable table, int row) {
    double[] vertex = firstVertex(table, row);
    assertEquals(x, vertex[0], 1e-4);
    assertEquals(y, vertex[1], 1e-4);
  }

  @Test
  void tables(Site site) {
    GdalWorker gdal = new GdalWorker(site);
    FeatureTable comma = only(gdal, text("a.csv", "name,lon,lat\nA,1.5,2\n\"B\nb\",,\n"));
    assertEquals("EPSG:4326", comma.crs().id());
    assertEquals("B\nb", comma.column("name").value(1));
    assertEquals(GeometryType.NONE, comma.geometry().type(1));
    at(1.5, 2, comma, 0);

    FeatureTable german = only(gdal, text("a.csv", "\ufeffName;Länge;Breite\r\nÄ;12,5;41,25\r\n"));
    assertEquals(12.5, german.column("Länge").value(0));
    at(12.5, 41.25, german, 0);

    byte[] latin = "name;x;y\nMünchen;4468000;5333000\n".getBytes(Charset.forName("windows-1252"));
    FeatureTable windows = only(gdal, new NamedBytes("a.csv", latin));
    assertEquals("München", windows.column("name").value(0));
    assertEquals("", windows.crs().id());

    FeatureTable wkt = only(gdal, text("a.tsv", "id\tWKT\n007\tLINESTRING (0 0,1 5)\n"));
    assertEquals(GeometryType.LINE_STRING, wkt.geometry().type(0));

    refused(gdal, "ends", text("q.csv", "name,lon,lat\n\"open,1,2\n"));
    refused(gdal, "NUL", text("n.csv", "name,lon,lat\nA\0B,1,2\n"));
    refused(gdal, "empty", text("e.csv", ""));
  }

  @Test
  void markup(Site site) {
    GdalWorker gdal = new GdalWorker(site);
    List<GdalWorker.Layer> gpx = gdal.read(List.of(text("a.gpx", GPX)));
    assertEquals("waypoints", gpx.get(0).description().string("name"));
    assertEquals("Säntis", table(gpx.get(0)).column("name").value(0));
    at(9.25, 47.5, table(gpx.get(0)), 0);

    List<GdalWorker.Layer> kml = gdal.read(List.of(text("a.kml", KML)));
    assertEquals("A & B", kml.get(0).description().string("name"));
    FeatureTable places = table(kml.get(0));
    at(9.25, 47.5, places, 0);
    assertEquals("007", places.column("code").value(0));
    assertEquals(7L, places.column("height").value(0));
    assertEquals("<b>bold</b>", places.column("description").value(1));
    assertEquals(GeometryType.GEOMETRY_COLLECTION, places.geometry().type(1));
    assertEquals("EPSG:4326", places.crs().id());

    refused(gdal, "entities", text("e.kml", "<!DOCTYPE k [<!ENTITY x SYSTEM 'file:///x'>]><kml/>"));
    refused(gdal, "entities", text("e.gpx", "<!DOCTYPE g [<!ENTITY x 'y'>]><gpx/>"));
    refused(gdal, "well-formed", text("w.kml", "<kml><Document></kml>"));
    refused(gdal, "w.gpx", text("w.gpx", GPX.substring(0, 120)));
    refused(gdal, "arc 5", text("t.topojson", TOPOLOGY.formatted(5)));
    assertEquals(1, only(gdal, text("t.topojson", TOPOLOGY.formatted(0))).size());
  }

  private static final String TOPOLOGY =
      """
      {"type": "Topology", "arcs": [[[0, 0], [1, 5]]],
       "objects": {"o": {"type": "GeometryCollection", "geometries": [
         {"type": "LineString", "arcs": [%d], "properties": {"a": 1}}]}}}""";

  @Test
  void archives(Site site) {
    GdalWorker gdal = new GdalWorker(site);
    List<NamedBytes> entries =
        gdal.unpack(
            new NamedBytes(
                "a.zip", zip("folder/a.geojson", MIXED, "__MACOSX/._a", "x", ".hidden", "x")));
    assertEquals(List.of("folder/a.geojson"), entries.stream().map(NamedBytes::name).toList());
    assertEquals(MIXED, new String(entries.get(0).bytes(), StandardCharsets.UTF_8));
    for (String name : List.of("../a", "/a", "C:\\a", "a/..\\..\\b")) {
      unpackRefused(gdal, "outside itself", zip(name, "x"));
    }
    byte[] whole = zip("a.geojson", MIXED);
    unpackRefused(gdal, "end is missing", Arrays.copyOf(whole, whole.length / 2));
    unpackRefused(gdal, "no zip archive", new byte[10]);
  }

  @Test
  void whatIsWrittenIsRead(Site site) {
    GdalWorker gdal = new GdalWorker(site);
    byte[] mixed = gdal.read(List.of(text("m.geojson", MIXED))).get(0).flatgeobuf();
    for (String[] format : new String[][] {{"GPKG", "gpkg"}, {"KML", "kml"}, {"CSV", "csv"}}) {
      byte[] written = gdal.write(mixed, format[0], "Größen");
      FeatureTable again = only(gdal, new NamedBytes("Größen." + format[1], written));
      assertEquals("a", again.column("fid").value(0), format[0]);
      assertEquals(1.5, again.column("Größe").value(0), format[0]);
      at(1, 2, again, 0);
      assertEquals(GeometryType.POLYGON, again.geometry().type(1), format[0]);
    }
    // A shapefile holds one kind of geometry.
    List<NamedBytes> parts =
        gdal.unpack(new NamedBytes("m.zip", gdal.write(mixed, "ESRI Shapefile", "m")));
    List<List<NamedBytes>> shapefiles = GdalWorker.groups(parts, ".shp");
    assertEquals(
        List.of("m_points", "m_polygons"),
        shapefiles.stream().map(files -> files.get(0).stem()).toList());
    FeatureTable points = only(gdal, shapefiles.get(0).toArray(NamedBytes[]::new));
    assertEquals(2, points.size());
    assertEquals(1.5, points.column("Größe").value(0));
    FeatureTable polygons = only(gdal, shapefiles.get(1).toArray(NamedBytes[]::new));
    assertEquals("b", polygons.column("fid").value(0));
    assertEquals("EPSG:4326", polygons.crs().id());

    // Files that are cut off are noticed, whatever GDAL makes of them.
    NamedBytes shp = shapefiles.get(1).get(0);
    refused(gdal, "cut off", cut(shp, shp.bytes().length - 20));
    NamedBytes gpkg = new NamedBytes("m.gpkg", gdal.write(mixed, "GPKG", "m"));
    refused(gdal, "cut off", cut(gpkg, gpkg.bytes().length / 2));
    refused(gdal, "features could be read", cut(new NamedBytes("m.fgb", mixed), mixed.length - 9));
    // A .prj that says nothing leaves the CRS unknown.
    FeatureTable unknown = only(gdal, shp, text(shp.stem() + ".prj", "PROJCS[\"<script>"));
    assertEquals("", unknown.crs().id());
  }

  private record Expected(String file, String layer, int features, String crs) {}

  private static final List<Expected> SHARED =
      List.of(
          new Expected("shapefile/nyc_roads.zip", "nyc_roads", 1301, "EPSG:2908"),
          new Expected("shapefile/nybb_16a.zip", "nybb", 5, "EPSG:2263"),
          new Expected(
              "shapefile/europe_cp1251_nocpg.zip", "europe_cp1251_nocpg", 50, "EPSG:28404"),
          new Expected(
              "shapefile/europe_laea_cp1252.shp.zip", "europe_laea_cp1252", 50, "EPSG:3035"),
          new Expected("shapefile/quakes_pointz_noprj.zip", "quakes3d", 882, ""),
          new Expected("shapefile/two_layers.zip", "quakes_m5", 136, "EPSG:4326"),
          new Expected("gpkg/world.gpkg", "roads with space", 2000, "EPSG:4326"),
          new Expected("gpkg/world.gpkg", "nybb_epsg2263", 5, "EPSG:2263"),
          new Expected("gpkg/world.gpkg", "cities_table", 243, ""),
          new Expected("kml/usgs_2012_earthquakes_mag5.kml", "Magnitude 5", 1535, "EPSG:4326"),
          new Expected("gpx/broadway_tracks.gpx", "tracks", 266, "EPSG:4326"),
          new Expected("gml/ne_110m_countries_gml32_epsg4326.gml", "countries", 177, "EPSG:4326"),
          new Expected("gml/nybb_gml2_epsg2263.gml", "nybb", 5, "EPSG:2263"),
          new Expected("csv/usgs_earthquakes.tsv", "usgs_earthquakes", 6107, "EPSG:4326"),
          new Expected("csv/nybb_wkt_epsg2263.csv", "nybb_wkt_epsg2263", 5, ""),
          new Expected(
              "topojson/ne_110m_two_objects_unquantized.topojson", "cities", 243, "EPSG:4326"));

  @Test
  void realFilesAreReadWhole(Site site) {
    Path data = sharedData();
    GdalWorker gdal = new GdalWorker(site);
    List<Executable> checks = new ArrayList<>();
    for (Expected expected : SHARED) {
      FeatureTable table = layer(gdal, file(data, "vector/" + expected.file()), expected.layer());
      checks.add(() -> assertEquals(expected.features(), table.size(), expected::toString));
      checks.add(() -> assertEquals(expected.crs(), table.crs().id(), expected::toString));
    }
    assertAll(checks);
    FeatureTable cyrillic =
        layer(gdal, file(data, "vector/shapefile/europe_cp1251_nocpg.zip"), "europe_cp1251_nocpg");
    assertEquals("Ватикан", cyrillic.column("NAME_RU").value(0));
    FeatureTable latin =
        layer(
            gdal, file(data, "vector/shapefile/europe_laea_cp1252.shp.zip"), "europe_laea_cp1252");
    assertEquals("Cité du Vatican", latin.column("NAME_FR").value(0));
    // Latitude comes first in the file.
    FeatureTable gml =
        layer(gdal, file(data, "vector/gml/ne_110m_countries_gml32_epsg4326.gml"), "countries");
    at(180, -16.0671, gml, 0);
  }

  @Test
  void damagedFilesAreRefused(Site site) {
    Path data = sharedData();
    GdalWorker gdal = new GdalWorker(site);
    String[][] table = {
      {"gpkg_truncated.gpkg", "cut off"},
      {"gpkg_not_sqlite.gpkg", "no GeoPackage"},
      {"gpkg_corrupt_geometry.gpkg", "geometry"},
      {"flatgeobuf_truncated.fgb", "12 of 179"},
      {"gpx_billion_laughs.gpx", "entities"},
      {"kml_external_entity.kml", "entities"},
      {"csv_broken_quotes.csv", "never ends"},
      {"topojson_bad_arc_index.topojson", "arc -99"},
      {"shapefile_truncated_shp.zip", "cut off"},
      {"shapefile_truncated_dbf.zip", "86 of 1,301 rows"},
      {"shapefile_record_length_lie.zip", "cut off"},
      {"zip_bad_crc.zip", "checksum"},
      {"zip_bomb_overlapping_200MB.zip", "overlap"},
      {"zip_corrupt_central_directory.zip", "damaged"},
      {"zip_symlink_entry.zip", "link"},
    };
    for (String[] row : table) {
      NamedBytes file = file(data, "bad/" + row[0]);
      GdalWorker.Failure failure =
          assertThrows(GdalWorker.Failure.class, () -> layer(gdal, file, ""), row[0]);
      assertEquals("malformed-input", failure.code(), row[0]);
      assertTrue(failure.getMessage().contains(row[1]), failure::getMessage);
    }
    for (String whole :
        List.of("gpkg_missing_srs.gpkg", "shapefile_bad_prj.zip", "gml_unknown_srs.gml")) {
      assertEquals("", layer(gdal, file(data, "bad/" + whole), "").crs().id(), whole);
    }
    assertEquals(1301, layer(gdal, file(data, "bad/shapefile_missing_shx_dbf.zip"), "").size());
  }

  /** The layer of this name, of all data files in an archive; the first when the name is empty. */
  private static FeatureTable layer(GdalWorker gdal, NamedBytes file, String name) {
    List<List<NamedBytes>> groups =
        file.name().endsWith(".zip")
            ? GdalWorker.groups(gdal.unpack(file), ".shp")
            : List.of(List.of(file));
    for (List<NamedBytes> group : groups) {
      List<NamedBytes> bare =
          group.stream()
              .map(one -> new NamedBytes(one.name().replaceAll("^.*/", ""), one.bytes()))
              .toList();
      for (GdalWorker.Layer layer : gdal.read(bare)) {
        if (name.isEmpty() || layer.description().string("name").equals(name)) {
          return table(layer);
        }
      }
    }
    throw new AssertionError(file.name() + " has no layer " + name);
  }

  private static void refused(GdalWorker gdal, String reason, NamedBytes file) {
    GdalWorker.Failure failure =
        assertThrows(GdalWorker.Failure.class, () -> gdal.read(List.of(file)), file.name());
    assertEquals("malformed-input", failure.code());
    assertTrue(failure.getMessage().startsWith(file.name()), failure::getMessage);
    assertTrue(failure.getMessage().contains(reason), failure::getMessage);
  }

  private static void unpackRefused(GdalWorker gdal, String reason, byte[] archive) {
    GdalWorker.Failure failure =
        assertThrows(
            GdalWorker.Failure.class, () -> gdal.unpack(new NamedBytes("bad.zip", archive)));
    assertEquals("malformed-input", failure.code());
    assertTrue(failure.getMessage().contains(reason), failure::getMessage);
  }

  private static NamedBytes cut(NamedBytes file, int length) {
    return new NamedBytes(file.name(), Arrays.copyOf(file.bytes(), length));
  }

  private static byte[] zip(String... namesAndTexts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The shared test data, which lie outside the repository. */
  private static Path sharedData() {
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      if (Files.isDirectory(dir.resolve("shared/data/vector"))) {
        return dir.resolve("shared/data");
      }
    }
    assumeTrue(false, "no shared/data");
    throw new IllegalStateException();
  }

  private static NamedBytes file(Path data, String path) {
    try {
      Path file = data.resolve(path);
      return new NamedBytes(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
