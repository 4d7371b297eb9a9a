package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Tiles of features and of elevations on maps in other systems than theirs. */
@BrowserTest
class TilesElsewhereTest {
  private static final String ELSEWHERE = "https://tiles.example/";

  /** One polygon over the eastern half of the world. */
  private static byte[] east() {
    ByteArrayOutputStream geometry = new ByteArrayOutputStream();
    // MoveTo (2048, 0); LineTo (4096, 0), (4096, 4096), (2048, 4096); ClosePath.
    for (int value : new int[] {9, 4096, 0, 26, 4096, 0, 0, 8192, 4095, 0, 15}) {
      varint(geometry, value);
    }
    ByteArrayOutputStream feature = new ByteArrayOutputStream();
    varint(feature, 3 << 3);
    varint(feature, 3);
    field(feature, 4, geometry.toByteArray());
    ByteArrayOutputStream layer = new ByteArrayOutputStream();
    varint(layer, 15 << 3);
    varint(layer, 2);
    field(layer, 1, "east".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    field(layer, 2, feature.toByteArray());
    varint(layer, 5 << 3);
    varint(layer, 4096);
    ByteArrayOutputStream tile = new ByteArrayOutputStream();
    field(tile, 3, layer.toByteArray());
    return tile.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 127) {
      out.write(rest & 127 | 128);
      rest >>= 7;
    }
    out.write(rest);
  }

  private static void field(ByteArrayOutputStream out, int number, byte[] bytes) {
    varint(out, number << 3 | 2);
    varint(out, bytes.length);
    out.writeBytes(bytes);
  }

  /** Rough ground, coded as Terrarium does. */
  private static byte[] rough() {
    BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < 256; y++) {
      for (int x = 0; x < 256; x++) {
        image.setRGB(x, y, 0x800000 + (random.nextInt(32) << 16) + (random.nextInt(256) << 8));
      }
    }
    return ServiceStub.png(image);
  }

  private static void add(Site site, String layer, String source, JsonObject parameters) {
    site.execute(
        "layer:add",
        JsonObject.of()
            .with("type", layer)
            .with("name", "tiles")
            .with("source", JsonObject.of().with("type", source).with("parameters", parameters)));
  }

  /** Colours in a square around a place. */
  private static int colors(Site site, double lon, double lat) {
    site.execute(
        "view:set",
        JsonObject.of()
            .with("center", JsonArray.ofNumbers(new double[] {lon, lat}))
            .with("crs", "EPSG:4326")
            .with("resolution", 5000));
    BufferedImage picture = ServiceStub.picture(site);
    Set<Integer> colors = new HashSet<>();
    for (int y = -20; y < 20; y++) {
      for (int x = -20; x < 20; x++) {
        colors.add(picture.getRGB(picture.getWidth() / 2 + x, picture.getHeight() / 2 + y));
      }
    }
    return colors.size();
  }

  @Test
  void elevations(Site site) {
    byte[] rough = rough();
    site.open()
        .stub(ELSEWHERE, ServiceStub.of(uri -> new ServiceStub.Reply(200, "image/png", rough)));
    site.execute("document:new", JsonObject.of());
    site.execute("document:set-crs", JsonObject.of().with("crs", "EPSG:3035"));
    add(
        site,
        "HillshadeLayer",
        "RasterDemSource",
        JsonObject.of().with("url", ELSEWHERE + "{z}/{x}/{y}.png"));
    assertTrue(colors(site, 10, 52) > 50, "slopes have shades");
  }

  @Test
  void features(Site site) {
    byte[] east = east();
    site.open()
        .stub(
            ELSEWHERE,
            ServiceStub.of(uri -> new ServiceStub.Reply(200, "application/x-protobuf", east)));
    site.execute("document:new", JsonObject.of());
    for (String crs : new String[] {"EPSG:3857", "EPSG:3035", "EPSG:4326"}) {
      site.execute("document:new", JsonObject.of());
      site.execute("document:set-crs", JsonObject.of().with("crs", crs));
      int empty = at(site, 20, 50);
      add(
          site,
          "VectorTileLayer",
          "VectorTileSource",
          JsonObject.of().with("url", ELSEWHERE + "{z}/{x}/{y}.pbf").with("maxZoom", 0L));
      assertTrue(at(site, 20, 50) != empty, crs + ": the east is filled");
      assertEquals(empty, at(site, -20, 50), crs + ": the west is not");
      assertTrue(at(site, 0.3, 45) != empty, crs + ": up to the meridian");
      assertEquals(empty, at(site, -0.3, 45), crs + ": but no further");
    }
  }

  private static int at(Site site, double lon, double lat) {
    site.execute(
        "view:set",
        JsonObject.of()
            .with("center", JsonArray.ofNumbers(new double[] {lon, lat}))
            .with("crs", "EPSG:4326")
            .with("zoom", 8));
    BufferedImage picture = ServiceStub.picture(site);
    return picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2);
  }

  /** A red image over four corners is where its corners are, and nowhere else. */
  @Test
  void images(Site site) {
    byte[] red = ServiceStub.png(Color.RED, 64);
    site.open()
        .stub(ELSEWHERE, ServiceStub.of(uri -> new ServiceStub.Reply(200, "image/png", red)));
    site.execute("document:new", JsonObject.of());
    site.execute("document:set-crs", JsonObject.of().with("crs", "EPSG:3035"));
    JsonArray corners = (JsonArray) Json.parse("[[0,60],[20,60],[20,40],[0,40]]");
    add(
        site,
        "ImageLayer",
        "ImageSource",
        JsonObject.of().with("path", ELSEWHERE + "red.png").with("coordinates", corners));
    for (double[] inside : new double[][] {{1, 59}, {19, 59}, {19, 41}, {1, 41}}) {
      assertEquals(0xFFFF0000, at(site, inside[0], inside[1]));
    }
    for (double[] outside : new double[][] {{-1, 50}, {21, 50}, {10, 39}, {10, 61}}) {
      assertTrue(at(site, outside[0], outside[1]) != 0xFFFF0000, "red outside of the corners");
    }
  }
}
