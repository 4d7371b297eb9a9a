package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** Rasters of the web and of several files; slices of NetCDF. */
@BrowserTest
class RasterSourcesTest {
  private static final String ELSEWHERE = "https://rasters.example/";

  private static final String ADD =
      """
      async ([url, millis]) => {
        const heard = [];
        const ending = new AbortController();
        if (millis) setTimeout(() => ending.abort(), millis);
        const start = performance.now();
        try {
          await terrella.execute('layer:add-file', { url }, { signal: ending.signal, onProgress: (fraction, text) => heard.push(text) });
          return heard.join('|');
        } catch ({ code, message }) {
          return performance.now() - start < 2500 ? code : `late: ${code} ${message}`;
        }
      }""";

  private static String values(Site site, double x, double y) {
    JsonArray found =
        (JsonArray)
            site.execute(
                "view:identify",
                JsonObject.of()
                    .with("coordinate", JsonArray.ofNumbers(new double[] {x, y}))
                    .with("crs", "EPSG:4326"));
    return found.isEmpty() ? "" : Json.write(found.object(0).get("values"));
  }

  private static JsonObject layer(String... urls) {
    JsonArray files = JsonArray.of();
    for (String url : urls) {
      files = files.with(JsonObject.of().with("url", url));
    }
    return JsonObject.of()
        .with("type", "GeoTiffLayer")
        .with("name", "several")
        .with(
            "source",
            JsonObject.of()
                .with("type", "GeoTiffSource")
                .with("parameters", JsonObject.of().with("urls", files)));
  }

  @Test
  void bandsOfSeveralFilesFollowEachOther(Site site) throws IOException {
    byte[] tif = RasterDrawingTest.quarters();
    ServiceStub host =
        ServiceStub.of(uri -> new ServiceStub.Reply(200, "image/tiff", tif)).withRanges();
    site.open().stub(ELSEWHERE, host);
    site.execute("document:new", JsonObject.of());
    FormatsTest.put(site, "data/q.tif", tif);
    String id =
        site.executeObject("layer:add", layer("data/q.tif", ELSEWHERE + "q.tif")).string("layerId");
    JsonObject info = site.executeObject("layer:info", JsonObject.of().with("layerId", id));
    assertEquals(8, info.array("bands").size());
    assertEquals("[30,40,210,255,30,40,210,255]", values(site, 9, 49));
    // The tie point lies behind the pixel size: the other file lies a degree further east.
    byte[] elsewhere = tif.clone();
    int tie = 8 + 2 + 13 * 12 + 4 + 8 + 24 + 24;
    ByteBuffer.wrap(elsewhere).order(ByteOrder.LITTLE_ENDIAN).putDouble(tie, 9);
    FormatsTest.put(site, "data/other.tif", elsewhere);
    CommandFailure apart =
        assertThrows(
            CommandFailure.class,
            () -> site.execute("layer:add", layer("data/q.tif", "data/other.tif")));
    assertEquals("unsupported-format", apart.code(), apart.getMessage());
  }

  @Test
  void addressesThatSayNothing(Site site) {
    byte[] tif = RasterDrawingTest.quarters();
    ServiceStub host =
        ServiceStub.of(uri -> new ServiceStub.Reply(200, "application/octet-stream", tif))
            .withRanges();
    site.open()
        .stub(
            ELSEWHERE,
            route -> {
              // One that never answers.
              if (!route.request().url().contains("slow")) {
                host.accept(route);
              }
            })
        .expect("net::ERR");
    site.execute("document:new", JsonObject.of());
    Object heard = site.page().evaluate(ADD, java.util.List.of(ELSEWHERE + "image?id=5", 0));
    assertTrue(((String) heard).contains("MB"), (String) heard);
    JsonObject first = ((JsonArray) site.execute("layer:list", JsonObject.of())).object(0);
    JsonObject info =
        site.executeObject("layer:info", JsonObject.of().with("layerId", first.string("layerId")));
    assertEquals("GeoTiffSource", info.object("source").string("type"));
    assertEquals("[30,40,210,255]", values(site, 9, 49));
    Object ended = site.page().evaluate(ADD, java.util.List.of(ELSEWHERE + "slow.tif", 300));
    assertEquals("cancelled", ended);
    assertEquals(
        "cancelled", site.page().evaluate(ADD, java.util.List.of(ELSEWHERE + "slow.zarr", 300)));
  }

  @Test
  void slicesOfNetcdf(Site site) throws IOException {
    Optional<Path> file = TestFiles.find("raster/netcdf/bcsd_obs_1999.nc");
    assumeTrue(file.isPresent(), "There is no folder shared/data/raster/netcdf above this one.");
    site.open();
    site.execute("document:new", JsonObject.of());
    FormatsTest.put(site, "data/months.nc", Files.readAllBytes(file.get()));
    JsonObject adding =
        JsonObject.of().with("path", "data/months.nc").with("sublayer", "pr").with("step", 5);
    String id = site.executeObject("layer:add-file", adding).array("layerIds").string(0);
    JsonObject info = site.executeObject("layer:info", JsonObject.of().with("layerId", id));
    System.out.println(
        Json.write(info.get("dimensions")) + info.array("bands").object(0).string("name"));
    assertEquals("1999-06-30", info.array("dimensions").object(0).array("labels").string(5));
    String june = values(site, -80, 35);
    site.execute("layer:set", JsonObject.of().with("layerId", id).with("step", 0));
    assertTrue(!june.equals(values(site, -80, 35)), june);
    site.execute("document:undo", JsonObject.of());
  }

  @Test
  void filesBesideAMapOfTheSite(Site site) {
    byte[] tif = RasterDrawingTest.quarters();
    String source =
        Json.write(layer("data/one.tif", "data/two.tif").get("source"))
            .replaceFirst("\\{", "{\"name\":\"s\",");
    String map =
        "{\"schemaVersion\":\"0.6.0\",\"layers\":{\"a\":{\"name\":\"Beside\",\"type\":"
            + "\"GeoTiffLayer\",\"visible\":true,\"parameters\":{\"source\":\"s\"}}},"
            + "\"layerTree\":[\"a\"],\"sources\":{\"s\":"
            + source
            + "}}";
    ServiceStub host =
        ServiceStub.of(
                uri ->
                    uri.getPath().endsWith(".jGIS")
                        ? ServiceStub.Reply.text("application/json", map)
                        : new ServiceStub.Reply(200, "image/tiff", tif))
            .withRanges();
    site.stub(site.address() + "atlas/", host);
    Site.openAt(site.page(), site.address() + "?document=atlas/map.jGIS");
    JsonObject info = site.executeObject("layer:info", JsonObject.of().with("layerId", "a"));
    assertEquals(8, info.optArray("bands").size(), Json.write(info));
  }
}
