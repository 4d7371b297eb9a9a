package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/**
 * Rasters in zips, gzips and tars, with the files that belong to them, and formats that GDAL reads.
 * {@code ramp.grib2} and {@code n47.dt0.gz} were written by GDAL 3.6 with {@code gdal_translate -of
 * GRIB -ot Float64} and {@code -of DTED} from ASCII grids whose cells hold 10 × row + column.
 */
@BrowserTest
class RasterArchivesTest {
  private static final int COLUMNS = 30;
  private static final int ROWS = 20;
  private static final String RAMP = "[5,40,20,50]";
  private static final String WGS84 =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]";

  /** Bytes of a grid of whole numbers of 16 bits, and their header for ENVI. */
  private static byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(COLUMNS * ROWS * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        out.putShort((short) (y * 10 + x));
      }
    }
    return out.array();
  }

  private static byte[] header() {
    String text =
        "ENVI\nsamples = 30\nlines = 20\nbands = 1\nheader offset = 0\nfile type = ENVI Standard\n"
            + "data type = 2\ninterleave = bsq\nbyte order = 0\n"
            + "map info = {Geographic Lat/Lon, 1, 1, 5, 50, 0.5, 0.5,WGS-84}\n"
            + "data ignore value = 219\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** ENVI in a zip. */
  static byte[] envi() throws IOException {
    return zip(files("ramp.dat", bytes(), "ramp.hdr", header()));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  /** POSIX tar, of small files. */
  private static byte[] tar(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] head = new byte[512];
      byte[] name = file.getKey().getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(name, 0, head, 0, name.length);
      byte[] size =
          String.format("%011o", file.getValue().length).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(size, 0, head, 124, size.length);
      head[156] = '0';
      System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, head, 257, 5);
      out.writeBytes(head);
      out.writeBytes(Arrays.copyOf(file.getValue(), (file.getValue().length + 511) / 512 * 512));
    }
    out.writeBytes(new byte[1024]);
    return out.toByteArray();
  }

  private static Map<String, byte[]> files(Object... pairs) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      files.put((String) pairs[i], (byte[]) pairs[i + 1]);
    }
    return files;
  }

  private static List<String> add(Site site, String path) {
    return site.executeObject("layer:add-file", JsonObject.of().with("path", path))
        .array("layerIds")
        .strings();
  }

  private static JsonObject info(Site site, String id) {
    return site.executeObject("layer:info", JsonObject.of().with("layerId", id));
  }

  private static String value(Site site, double x, double y) {
    JsonArray found =
        (JsonArray)
            site.execute(
                "view:identify",
                JsonObject.of()
                    .with("coordinate", JsonArray.ofNumbers(new double[] {x, y}))
                    .with("crs", "EPSG:4326"));
    return found.isEmpty() ? "" : Json.write(found.object(0).get("values"));
  }

  /** The grid of 30 by 20 cells of half a degree. */
  private static void assertRamp(Site site, String id, String what) {
    JsonObject info = info(site, id);
    assertEquals("EPSG:4326", info.string("crs"), what);
    assertEquals(RAMP, Json.write(info.get("extent")), what);
    assertEquals("[37]", value(site, 8.75, 48.25), what);
  }

  @Test
  void envi(Site site) throws IOException {
    site.open();
    Map<String, Map<String, byte[]>> zips = new LinkedHashMap<>();
    zips.put("dat", files("a/ramp.dat", bytes(), "a/ramp.hdr", header()));
    zips.put("both", files("ramp.dat", bytes(), "ramp.dat.hdr", header()));
    zips.put("none", files("ramp", bytes(), "ramp.hdr", header()));
    zips.put("bsq", files("ramp.bsq", bytes(), "ramp.hdr", header()));
    for (Map.Entry<String, Map<String, byte[]>> one : zips.entrySet()) {
      site.execute("document:new", JsonObject.of());
      FormatsTest.put(site, "data/" + one.getKey() + ".zip", zip(one.getValue()));
      String id = add(site, "data/" + one.getKey() + ".zip").get(0);
      assertRamp(site, id, one.getKey());
      JsonObject band = info(site, id).array("bands").object(0);
      assertEquals("Int16 219", band.string("type") + " " + band.integer("nodata"));
      assertEquals("[null]", value(site, 19.75, 40.25));
      for (Map.Entry<String, byte[]> file : one.getValue().entrySet()) {
        FormatsTest.put(site, "data/" + one.getKey() + "/" + file.getKey(), file.getValue());
      }
      String main = one.getValue().keySet().iterator().next();
      assertRamp(site, add(site, "data/" + one.getKey() + "/" + main).get(0), main);
    }
    // Chosen together.
    site.execute("document:new", JsonObject.of());
    Page.GetByRoleOptions named = new Page.GetByRoleOptions().setName("Add data");
    site.page().getByRole(AriaRole.BUTTON, named).first().click();
    FileChooser chooser =
        site.page().waitForFileChooser(() -> site.page().getByText("Choose files").click());
    chooser.setFiles(
        new FilePayload[] {
          new FilePayload("drop.hdr", "", header()), new FilePayload("drop.dat", "", bytes())
        });
    JsonArray layers = JsonArray.of();
    for (int i = 0; i < 100 && layers.isEmpty(); i++) {
      site.page().waitForTimeout(100);
      layers = (JsonArray) site.execute("layer:list", JsonObject.of());
    }
    assertEquals(1, layers.size());
    assertRamp(site, layers.object(0).string("layerId"), "chosen");
    // A header that says something else than there is.
    String longer = new String(header(), StandardCharsets.US_ASCII).replace("30", "3000");
    FormatsTest.put(
        site,
        "data/longer.zip",
        zip(files("x.dat", bytes(), "x.hdr", longer.getBytes(StandardCharsets.US_ASCII))));
    CommandFailure failure = assertThrows(CommandFailure.class, () -> add(site, "data/longer.zip"));
    assertEquals("malformed-input", failure.code(), failure.getMessage());
  }

  @Test
  void gribAndDted(Site site) throws IOException {
    site.open();
    site.execute("document:new", JsonObject.of());
    FormatsTest.put(site, "data/ramp.grib2", FormatsTest.bytes("ramp.grib2"));
    JsonObject grib = info(site, add(site, "data/ramp.grib2").get(0));
    assertEquals(RAMP, Json.write(grib.get("extent")));
    assertEquals("[37]", value(site, 8.75, 48.25));
    assertEquals(COLUMNS, grib.integer("width"));
    site.execute("document:new", JsonObject.of());
    FormatsTest.put(site, "data/n47.dt0.gz", FormatsTest.bytes("n47.dt0.gz"));
    JsonObject dted = info(site, add(site, "data/n47.dt0.gz").get(0));
    assertEquals("EPSG:4326", dted.string("crs"));
    assertEquals(121, dted.integer("width"));
    double[] box = dted.array("extent").numbers();
    assertEquals(7 - 1 / 240.0, box[0], 1e-9);
    assertEquals(48 + 1 / 240.0, box[3], 1e-9);
    assertEquals("Int16", dted.array("bands").object(0).string("type"));
    assertEquals("[320]", value(site, 7 + 20 / 120.0, 48 - 30 / 120.0));
  }

  @Test
  void archives(Site site) throws IOException {
    site.open();
    byte[] tif = RasterDrawingTest.quarters();
    // Without its tags of place: these are the last three, and become others that mean nothing.
    byte[] plain = tif.clone();
    ByteBuffer tags = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 10; i < 13; i++) {
      tags.putShort(10 + i * 12, (short) (65000 + i));
    }
    byte[] world = "0.0625\n0\n0\n-0.0625\n8.03125\n51.96875\n".getBytes(StandardCharsets.US_ASCII);
    byte[] prj = WGS84.getBytes(StandardCharsets.US_ASCII);
    Map<String, byte[]> archives = new LinkedHashMap<>();
    archives.put("one.zip", zip(files("quarters.tif", tif, "read.me", world)));
    archives.put("one.tif.gz", gzip(tif));
    archives.put("one.tar.gz", gzip(tar(files("d/quarters.tif", tif))));
    archives.put("one.tar", tar(files("d/quarters.tif", tif)));
    archives.put("world.zip", zip(files("q.tif", plain, "q.tfw", world, "q.prj", prj)));
    for (Map.Entry<String, byte[]> one : archives.entrySet()) {
      site.execute("document:new", JsonObject.of());
      FormatsTest.put(site, "data/" + one.getKey(), one.getValue());
      List<String> ids = add(site, "data/" + one.getKey());
      assertEquals(1, ids.size());
      JsonObject info = info(site, ids.get(0));
      assertEquals("[8,48,12,52]", Json.write(info.get("extent")), one.getKey());
      assertEquals("EPSG:4326", info.string("crs"), one.getKey());
      assertEquals("[30,40,210,255]", value(site, 9, 49), one.getKey());
    }
    site.execute("document:new", JsonObject.of());
    FormatsTest.put(site, "data/w.tif", plain);
    FormatsTest.put(site, "data/w.tfw", world);
    FormatsTest.put(site, "data/w.prj", prj);
    assertEquals(
        "[8,48,12,52]", Json.write(info(site, add(site, "data/w.tif").get(0)).get("extent")));
    // Several, beside features: all for a script, or the one that it names.
    byte[] point =
        "{\"type\":\"Point\",\"coordinates\":[9,49]}".getBytes(StandardCharsets.US_ASCII);
    FormatsTest.put(
        site,
        "data/many.zip",
        zip(files("a/one.tif", tif, "b/two.tif", tif, "point.geojson", point)));
    site.execute("document:new", JsonObject.of());
    assertEquals(3, add(site, "data/many.zip").size());
    JsonObject only = JsonObject.of().with("path", "data/many.zip").with("sublayer", "b/two.tif");
    site.execute("document:new", JsonObject.of());
    JsonArray ids = site.executeObject("layer:add-file", only).array("layerIds");
    assertEquals(1, ids.size());
    assertEquals("[30,40,210,255]", value(site, 9, 49));
    // The map finds it again.
    site.reload();
    assertEquals("[8,48,12,52]", Json.write(info(site, ids.string(0)).get("extent")));
    assertEquals("[30,40,210,255]", value(site, 9, 49));
  }
}
