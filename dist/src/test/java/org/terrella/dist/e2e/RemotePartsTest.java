package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.processing.flatgeobuf.FlatGeobufIndex;
import org.terrella.processing.flatgeobuf.FlatGeobufWriter;

/**
 * Large files on the web cost what the view needs: only the features that it shows are fetched, and
 * they are the ones that the whole file has there.
 */
@BrowserTest
class RemotePartsTest {
  private static final int COUNT = 300_000;
  private static final double[][] PLACES = new double[COUNT][];

  private static RangeServer server;
  private static byte[] indexed;
  private static String url;

  /** 300,000 places from 0 to 60° east and 0 to 40° north, in 60 MB. */
  @BeforeAll
  static void serve() throws IOException {
    Random random = new Random(3);
    TableBuilder table = new TableBuilder("places").crs(Crs.WGS84);
    table.field(new Field("number", FieldType.INTEGER));
    table.field(new Field("note", FieldType.STRING));
    for (int i = 0; i < COUNT; i++) {
      PLACES[i] = new double[] {60 * random.nextDouble(), 40 * random.nextDouble()};
      table.geometry().addPoint(PLACES[i][0], PLACES[i][1]);
      table.column("number").addLong(i);
      StringBuilder note = new StringBuilder();
      for (int k = 0; k < 6; k++) {
        note.append(Long.toHexString(random.nextLong()));
      }
      table.column("note").addText(note.toString());
      table.endRow();
    }
    server = new RangeServer();
    indexed = FlatGeobufIndex.write(table.build());
    url = server.put("parts/places.fgb", indexed);
    server.put("whole/places.fgb", indexed);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String add(Site site, String address) {
    JsonObject added = site.executeObject("layer:add-file", JsonObject.of().with("url", address));
    return added.array("layerIds").string(0);
  }

  private static JsonObject info(Site site, String layer) {
    return site.executeObject("layer:info", JsonObject.of().with("layerId", layer));
  }

  private static void look(Site site, double x, double y, double zoom) {
    JsonObject view = JsonObject.of().with("center", JsonArray.ofNumbers(x, y)).with("zoom", zoom);
    site.execute("view:set", view.with("crs", "EPSG:4326"));
    site.page().waitForTimeout(400);
  }

  private static TreeSet<Integer> within(double[] extent) {
    TreeSet<Integer> found = new TreeSet<>();
    for (int i = 0; i < COUNT; i++) {
      double x = PLACES[i][0];
      double y = PLACES[i][1];
      if (x >= extent[0] && x <= extent[2] && y >= extent[1] && y <= extent[3]) {
        found.add(i);
      }
    }
    return found;
  }

  private static String identify(Site site, int place) {
    JsonObject at = JsonObject.of().with("coordinate", JsonArray.ofNumbers(PLACES[place]));
    JsonArray found =
        (JsonArray)
            site.execute("view:identify", at.with("crs", "EPSG:4326").with("tolerance", 2L));
    // Rows are those of the part that is here.
    return found.isEmpty() ? "[]" : Json.write(found.object(0).without("rows"));
  }

  private static String picture(Site site) {
    return Json.write(site.execute("view:image", JsonObject.of()));
  }

  private static Site open(Site site, String query) {
    site.allow(server.address());
    if (query.isEmpty()) {
      site.open();
    } else {
      Site.openAt(site.page(), site.address() + query);
    }
    site.execute("document:new", JsonObject.of());
    server.forget();
    return site;
  }

  @Test
  void flatGeobuf(Site site) {
    open(site, "");
    String layer = add(site, url);
    JsonObject info = info(site, layer);
    assertEquals(JsonNumber.of(COUNT), info.get("featureCount"));
    assertEquals("EPSG:4326", info.string("crs"));
    assertEquals("Point", info.string("geometryType"));
    assertEquals(4, info.array("extent").size());

    // All of it is too much for one view, and that is said.
    look(site, 30, 20, 3);
    info = info(site, layer);
    assertEquals("too-much", info.object("remote").string("state"));
    assertTrue(server.bytes() < 500_000, server.bytes() + " bytes to find that it is too much");
    assertTrue(site.page().innerText("[role=tree]").contains("zoom in"));
    site.page().waitForSelector("text=Zoom in to see its features");

    look(site, 30, 20, 9);
    JsonObject remote = info(site, layer).object("remote");
    assertEquals("shown", remote.string("state"));
    TreeSet<Integer> there = within(remote.array("extent").numbers());
    assertTrue(there.size() > 100, "there are only " + there.size());
    assertEquals(JsonNumber.of(there.size()), remote.get("featureCount"));
    long fetched = server.bytes();
    System.out.println(
        "FlatGeobuf: " + fetched + " of " + indexed.length + " bytes, " + server.requests());
    assertTrue(fetched < indexed.length / 20, fetched + " bytes of " + indexed.length);
    int middle = nearest(30, 20);
    String identified = identify(site, middle);
    assertTrue(identified.contains("\"number\":" + middle), identified);
    String picture = picture(site);

    // What is here already is not fetched again.
    look(site, 30.05, 20.05, 9);
    look(site, 30, 20, 9);
    assertTrue(server.bytes() - fetched < 50_000, "a small move cost " + server.bytes());

    // What needs all features has all of them fetched.
    JsonObject all =
        site.executeObject(
            "layer:statistics", JsonObject.of().with("layerId", layer).with("field", "number"));
    assertEquals(JsonNumber.of(COUNT), all.get("count"));
    assertFalse(info(site, layer).has("remote"));
    assertTrue(server.bytes() >= indexed.length);
    assertEquals(identified, identify(site, middle));
    assertEquals(picture, picture(site));
  }

  /** A map that is opened again fetches what it shows, and nothing of what is hidden. */
  @Test
  void savedMaps(Site site) {
    open(site, "");
    String layer = add(site, url);
    look(site, 30, 20, 9);
    site.execute("document:save", JsonObject.of().with("path", "maps/parts.jGIS"));
    server.forget();
    site.reload();
    site.page().waitForTimeout(400);
    assertEquals("shown", info(site, layer).object("remote").string("state"));
    assertTrue(server.bytes() < indexed.length / 20, server.bytes() + " bytes");
    assertTrue(identify(site, nearest(30, 20)).contains("\"number\""));

    site.execute("layer:set", JsonObject.of().with("layerId", layer).with("visible", false));
    server.forget();
    look(site, 10, 10, 9);
    assertEquals(0, server.requests());
    site.execute("layer:set", JsonObject.of().with("layerId", layer).with("visible", true));
    site.page().waitForTimeout(400);
    assertEquals("shown", info(site, layer).object("remote").string("state"));
    assertTrue(identify(site, nearest(10, 10)).contains("\"number\""));
  }

  private static int nearest(double x, double y) {
    int best = 0;
    for (int i = 1; i < COUNT; i++) {
      double old = Math.hypot(PLACES[best][0] - x, PLACES[best][1] - y);
      best = Math.hypot(PLACES[i][0] - x, PLACES[i][1] - y) < old ? i : best;
    }
    return best;
  }

  @Test
  void geoParquet(Site site) {
    open(site, "?parts=1");
    String whole = add(site, server.address() + "whole/places.fgb");
    site.execute(
        "layer:export", JsonObject.of().with("layerId", whole).with("path", "exports/p.parquet"));
    JsonObject read = JsonObject.of().with("path", "exports/p.parquet").with("as", "base64");
    byte[] parquet =
        Base64.getDecoder().decode(site.executeObject("files:read", read).string("base64"));
    site.execute("document:new", JsonObject.of());
    server.forget();
    String layer = add(site, server.put("parts/places.parquet", parquet));
    look(site, 30, 20, 3);
    assertEquals("too-much", info(site, layer).object("remote").string("state"));
    look(site, 30, 20, 9);
    JsonObject remote = info(site, layer).object("remote");
    assertEquals("shown", remote.string("state"));
    assertEquals(
        JsonNumber.of(within(remote.array("extent").numbers()).size()), remote.get("featureCount"));
    System.out.println(
        "GeoParquet: " + server.bytes() + " of " + parquet.length + " bytes, " + server.requests());
    assertTrue(server.bytes() < parquet.length / 4, server.bytes() + " of " + parquet.length);
    int middle = nearest(30, 20);
    String identified = identify(site, middle);
    assertTrue(identified.contains("\"number\":" + middle), identified);
  }

  @Test
  void wholeFiles(Site site) {
    open(site, "");
    server.pause = 30;
    Object ended =
        site.page()
            .evaluate(
                """
                async (url) => {
                  const ending = new AbortController();
                  setTimeout(() => ending.abort(), 1000);
                  try {
                    await terrella.execute('layer:add-file', { url }, { signal: ending.signal });
                    return 'added';
                  } catch ({ code }) {
                    return code;
                  }
                }""",
                server.address() + "whole/places.fgb");
    assertEquals("cancelled", ended);
    site.page().waitForSelector("text=is fetched as a whole; it is a large file of");
    assertTrue(server.bytes() < indexed.length, "it went on");
    server.pause = 0;
    assertEquals("[]", Json.write(site.execute("layer:list", JsonObject.of())));
    // Without an index there are no parts.
    String layer = add(site, server.put("parts/plain.fgb", plain()));
    assertFalse(info(site, layer).has("remote"));
  }

  private static byte[] plain() {
    TableBuilder table = new TableBuilder("plain").crs(Crs.WGS84);
    table.geometry().addPoint(1, 2);
    table.endRow();
    return FlatGeobufWriter.write(table.build());
  }
}
