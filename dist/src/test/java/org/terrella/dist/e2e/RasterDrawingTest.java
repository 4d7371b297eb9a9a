package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/**
 * Rasters are drawn where they lie, in any system, and a view of a large one costs what it needs.
 */
@BrowserTest
class RasterDrawingTest {
  private static final String ELSEWHERE = "https://rasters.example/";
  private static final Color RED = new Color(220, 30, 20);
  private static final Color GREEN = new Color(20, 200, 40);
  private static final Color BLUE = new Color(30, 40, 210);

  /** So many pixels beside an edge its colour must be seen. */
  private static final int NEAR = 2;

  private static final int SIDE = 64;

  /**
   * Four quarters in degrees from 8 to 12 east and 48 to 52 north: red, green, blue and
   * transparent, from the upper left row by row. An uncompressed TIFF of one strip.
   */
  static byte[] quarters() {
    return quarters(SIDE);
  }

  /** The same of as many pixels. */
  static byte[] quarters(int side) {
    int entries = 13;
    int values = 8 + 2 + entries * 12 + 4;
    int pixels = values + 8 + 24 + 48 + 32;
    ByteBuffer out = ByteBuffer.allocate(pixels + side * side * 4).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) entries);
    entry(out, 256, 3, 1, side);
    entry(out, 257, 3, 1, side);
    entry(out, 258, 3, 4, values);
    entry(out, 259, 3, 1, 1);
    entry(out, 262, 3, 1, 2);
    entry(out, 273, 4, 1, pixels);
    entry(out, 277, 3, 1, 4);
    entry(out, 278, 3, 1, side);
    entry(out, 279, 4, 1, side * side * 4);
    entry(out, 338, 3, 1, 2);
    entry(out, 33550, 12, 3, values + 8);
    entry(out, 33922, 12, 6, values + 8 + 24);
    entry(out, 34735, 3, 16, values + 8 + 24 + 48);
    out.putInt(0);
    for (int bits : new int[] {8, 8, 8, 8}) {
      out.putShort((short) bits);
    }
    for (double value : new double[] {4.0 / side, 4.0 / side, 0, 0, 0, 0, 8, 52, 0}) {
      out.putDouble(value);
    }
    int[] keys = {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326};
    for (int key : keys) {
      out.putShort((short) key);
    }
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean left = x < side / 2;
        Color color = y < side / 2 ? (left ? RED : GREEN) : BLUE;
        boolean hole = y >= side / 2 && !left;
        out.put((byte) color.getRed()).put((byte) color.getGreen()).put((byte) color.getBlue());
        out.put((byte) (hole ? 0 : 255));
      }
    }
    return out.array();
  }

  private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
    out.putShort((short) tag).putShort((short) type).putInt(count);
    if (type == 3 && count == 1) {
      out.putShort((short) value).putShort((short) 0);
    } else {
      out.putInt(value);
    }
  }

  @Test
  void colorsLieWhereTheyBelong(Site site) {
    site.open();
    for (String crs : new String[] {"EPSG:3857", "EPSG:3035"}) {
      site.execute("document:new", JsonObject.of());
      site.execute("view:set", JsonObject.of().with("crs", crs));
      FormatsTest.put(site, "data/quarters-" + crs.substring(5) + ".tif", quarters());
      String id = FormatsTest.add(site, "data/quarters-" + crs.substring(5) + ".tif").get(0);
      // 10 degrees east is the middle meridian of EPSG:3035, so the edge is upright in both.
      BufferedImage beside = at(site, 4, 46, 300);
      Color nothing = new Color(beside.getRGB(beside.getWidth() / 2, beside.getHeight() / 2), true);
      BufferedImage upper = at(site, 10, 51, 300);
      int x = upper.getWidth() / 2;
      int y = upper.getHeight() / 2;
      assertColor(RED, upper, x - NEAR, y, crs);
      assertColor(GREEN, upper, x + NEAR, y, crs);
      BufferedImage middle = at(site, 10, 50, 300);
      assertColor(RED, middle, x - NEAR, y - NEAR, crs);
      assertColor(GREEN, middle, x + NEAR, y - NEAR, crs);
      assertColor(BLUE, middle, x - NEAR, y + NEAR, crs);
      assertColor(nothing, middle, x + NEAR, y + NEAR, crs);
      BufferedImage corner = at(site, 8, 52, 300);
      assertColor(RED, corner, x + 2 * NEAR, y + 2 * NEAR, crs);
      assertColor(nothing, corner, x - NEAR, y - 2 * NEAR, crs);
      assertEquals(
          "[{\"layerId\":\"" + id + "\",\"values\":[30,40,210,255]}]", identify(site, 9, 49));
      assertEquals("[]", identify(site, 7, 49));
      site.execute("layer:set", JsonObject.of().with("layerId", id).with("visible", false));
      assertColor(nothing, at(site, 9, 51, 300), x, y, "hidden in " + crs);
      assertEquals("[]", identify(site, 9, 49));
    }
  }

  private static BufferedImage at(Site site, double lon, double lat, double resolution) {
    site.execute(
        "view:set",
        JsonObject.of()
            .with("center", JsonArray.ofNumbers(new double[] {lon, lat}))
            .with("crs", "EPSG:4326")
            .with("resolution", resolution));
    return ServiceStub.picture(site);
  }

  private static String identify(Site site, double lon, double lat) {
    return Json.write(
        site.execute(
            "view:identify",
            JsonObject.of()
                .with("coordinate", JsonArray.ofNumbers(new double[] {lon, lat}))
                .with("crs", "EPSG:4326")));
  }

  private static void assertColor(Color expected, BufferedImage in, int x, int y, String what) {
    Color found = new Color(in.getRGB(x, y), true);
    assertTrue(
        ServiceStub.isNear(expected, found),
        what + ": " + found + " instead of " + expected + " at " + x + ", " + y);
  }

  @Test
  void largeOnesCostWhatIsSeen(Site site) {
    Optional<Path> folder = TestFiles.find("raster/cog");
    assumeTrue(folder.isPresent(), "There is no folder shared/data/raster/cog above this one.");
    ServiceStub host = ServiceStub.folder(folder.get(), "/").withRanges();
    site.open().stub(ELSEWHERE, host);
    site.execute("document:new", JsonObject.of());
    JsonObject url = JsonObject.of().with("url", ELSEWHERE + "cog_world.tif");
    String id = site.executeObject("layer:add-file", url).array("layerIds").string(0);
    site.execute("layer:zoom-to", JsonObject.of().with("layerId", id));
    ServiceStub.picture(site);
    double asked = host.asked().size() * 65536.0;
    System.out.println(host.asked().size() + " requests for a file of 2.9 MB");
    assertTrue(asked < 1e6, asked + " bytes");
  }

  @Test
  void hostsWithoutRanges(Site site) {
    Optional<Path> folder = TestFiles.find("raster/cog");
    assumeTrue(folder.isPresent(), "There is no folder shared/data/raster/cog above this one.");
    ServiceStub host = ServiceStub.folder(folder.get(), "/");
    site.open().stub(ELSEWHERE, host).expect("404");
    site.execute("document:new", JsonObject.of());
    JsonObject url = JsonObject.of().with("url", ELSEWHERE + "rgb_cog_webp.tif");
    String id = site.executeObject("layer:add-file", url).array("layerIds").string(0);
    site.execute("layer:zoom-to", JsonObject.of().with("layerId", id));
    ServiceStub.picture(site);
    assertTrue(host.asked().size() <= 2, host.asked().toString());
    CommandFailure failure =
        org.junit.jupiter.api.Assertions.assertThrows(
            CommandFailure.class,
            () ->
                site.execute(
                    "layer:add-file", JsonObject.of().with("url", ELSEWHERE + "none.tif")));
    assertEquals("not-found", failure.code());
  }

  @Test
  void documents(Site site) throws IOException {
    Optional<Path> folder = TestFiles.find("documents/jgis");
    Optional<Path> cog = TestFiles.find("raster/cog/rgb_cog_webp.tif");
    assumeTrue(folder.isPresent() && cog.isPresent(), "There are no documents above this one.");
    site.open()
        .stub("https://sentinel-cogs.s3", ServiceStub.of(uri -> ServiceStub.file(cog.get())))
        .stub("https://tile.openstreetmap.org/", ServiceStub.plain(Color.WHITE))
        .stub("https://s3.explorer", ServiceStub.of(uri -> ServiceStub.Reply.missing()))
        .expect("404");
    for (String name : new String[] {"cloud_optimized_geotiff.jGIS", "geoZarr.jGIS"}) {
      FormatsTest.put(site, "maps/" + name, Files.readAllBytes(folder.get().resolve(name)));
      site.execute("document:open", JsonObject.of().with("path", "maps/" + name));
      for (JsonObject layer : ((JsonArray) site.execute("layer:list", JsonObject.of())).objects()) {
        JsonObject info =
            site.executeObject(
                "layer:info", JsonObject.of().with("layerId", layer.string("layerId")));
        boolean zarr = layer.string("type").equals("GeoZarrLayer");
        assertEquals(!zarr, info.bool("drawn"), Json.write(info));
        if (zarr) {
          // Its host is not there.
          assertTrue(info.string("objection").contains("no Zarr"), info.string("objection"));
        }
        if (layer.string("type").equals("GeoTiffLayer")) {
          assertEquals(3, info.array("bands").size());
        }
      }
    }
  }

  @Test
  void pictures(Site site) throws IOException {
    Optional<Path> folder = TestFiles.find("raster");
    assumeTrue(folder.isPresent(), "There is no folder shared/data/raster above this one.");
    site.open();
    String[][] files = {
      {"geotiff/olinda_dem_utm25s.tif", "EPSG:3857", "raster-dem"},
      {"cog/rgb_cog_webp.tif", "EPSG:3857", "raster-rgb"},
      {"cog/nsidc_sea_ice_epsg3031_cog.tif", "EPSG:3031", "raster-sea-ice"},
      {"geotiff/nt_20201024_f18_nrt_s.tif", "EPSG:3857", "raster-sea-ice-mercator"},
      {"cog/cog_dateline.tif", "EPSG:3832", "raster-dateline"},
    };
    for (String[] file : files) {
      site.execute("document:new", JsonObject.of());
      site.execute("view:set", JsonObject.of().with("crs", file[1]));
      String path = "data/" + file[0].substring(file[0].indexOf('/') + 1);
      FormatsTest.put(site, path, Files.readAllBytes(folder.get().resolve(file[0])));
      String id = FormatsTest.add(site, path).get(0);
      site.execute("layer:zoom-to", JsonObject.of().with("layerId", id));
      JsonArray legend = (JsonArray) site.execute("view:legend", JsonObject.of());
      assertEquals(
          file[0].contains("rgb") ? 0 : 2, legend.object(0).array("entries").size(), file[0]);
      if (file[0].contains("dem")) {
        site.page().waitForTimeout(1000);
        site.page().mouse().click(640, 400);
        site.page().waitForSelector(".identify:not([hidden])");
      }
      site.screenshots(file[2]);
    }
  }
}
