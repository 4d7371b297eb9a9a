package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Zarrs of both versions, in folders of the web and in zips: values, places, slices, levels. */
@BrowserTest
class ZarrTest {
  private static final String ELSEWHERE = "https://zarr.example/";
  private static final String[] TIME = {"time", "lat", "lon"};
  private static final String[] PLANE = {"y", "x"};
  private static final String DEGREES = "{\"units\":\"degrees_%s\"}";

  /** Days of two years that leap in between, and a grid of half degrees in Europe. */
  static ZarrFiles days(int version, String codec) {
    return new ZarrFiles(version)
        .group("", "{\"title\":\"days\"}")
        .axis("time", 58, 1, 4, "{\"units\":\"days since 2000-01-01\"}")
        .axis("lat", 50, -0.5, 20, DEGREES.formatted("north"))
        .axis("lon", 5, 0.5, 30, DEGREES.formatted("east"))
        .grid("rain", 4, 20, 30, 8, 1, codec, TIME, "{\"units\":\"mm\",\"long_name\":\"Rain\"}")
        .grid("heat", 4, 20, 30, 8, 1, codec, TIME, "{\"units\":\"K\",\"add_offset\":273}")
        .consolidated();
  }

  /** Four levels in UTM, of 2048 to 256 pixels a side, in chunks of 128: 340 of them. */
  static ZarrFiles pyramid(String codec) {
    StringBuilder layout = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      layout
          .append(i == 0 ? "" : ",")
          .append("{\"asset\":\"" + i + "\",\"spatial:transform\":[" + (10 << i))
          .append(",0,500000,0,-" + (10 << i) + ",5500000]}");
    }
    ZarrFiles files =
        new ZarrFiles(3)
            .group(
                "",
                "{\"proj:code\":\"EPSG:32632\",\"spatial:dimensions\":[\"y\",\"x\"],"
                    + "\"multiscales\":{\"layout\":["
                    + layout
                    + "]}}");
    for (int i = 0; i < 4; i++) {
      int side = 2048 >> i;
      files
          .group(Integer.toString(i), "{}")
          .grid(i + "/b04", 0, side, side, 128, 1 << i, codec, PLANE, "{}");
    }
    return files.consolidated();
  }

  private static ServiceStub host(ZarrFiles files, String base) {
    return ServiceStub.of(
        uri -> {
          byte[] found = files.files().get(uri.getPath().substring(base.length()));
          return found == null
              ? ServiceStub.Reply.missing()
              : new ServiceStub.Reply(200, "application/octet-stream", found);
        });
  }

  private static String add(Site site, JsonObject args) {
    return site.executeObject("layer:add-file", args).array("layerIds").string(0);
  }

  private static JsonObject info(Site site, String id) {
    return site.executeObject("layer:info", JsonObject.of().with("layerId", id));
  }

  private static String values(Site site, double x, double y, String crs) {
    JsonArray found =
        (JsonArray)
            site.execute(
                "view:identify",
                JsonObject.of()
                    .with("coordinate", JsonArray.ofNumbers(new double[] {x, y}))
                    .with("crs", crs));
    return found.isEmpty() ? "" : Json.write(found.object(0).get("values"));
  }

  @Test
  void zips(Site site) throws IOException {
    site.open();
    String[] codecs = {"none", "gzip", "zlib", "none"};
    for (int i = 0; i < codecs.length; i++) {
      site.execute("document:new", JsonObject.of());
      byte[] zip =
          days(2 + i % 2, codecs[i].equals("zlib") && i % 2 == 1 ? "gzip" : codecs[i])
              .zip(i < 2 ? "" : "days.zarr/");
      // Also under a name that says nothing.
      String path = i == 0 ? "data/days.zip" : "data/days" + i + ".zarr.zip";
      FormatsTest.put(site, path, zip);
      String id = add(site, JsonObject.of().with("path", path).with("sublayer", "rain"));
      JsonObject info = info(site, id);
      assertEquals("[4.75,40.25,19.75,50.25]", Json.write(info.get("extent")), path);
      assertEquals("EPSG:4326", info.string("crs"));
      assertEquals("Rain, time 2000-02-28", info.array("bands").object(0).string("name"));
      assertEquals(
          "[\"2000-02-28\",\"2000-02-29\",\"2000-03-01\",\"2000-03-02\"]",
          Json.write(info.array("dimensions").object(0).get("labels")));
      assertEquals("[" + number(0, 3, 7) + "]", values(site, 8.5, 48.5, "EPSG:4326"), path);
      assertEquals("", values(site, 4.5, 48.5, "EPSG:4326"));
      site.execute("layer:set", JsonObject.of().with("layerId", id).with("step", 2));
      assertEquals("[" + number(2, 19, 29) + "]", values(site, 19.5, 40.5, "EPSG:4326"), path);
      CommandFailure beyond =
          assertThrows(
              CommandFailure.class,
              () -> site.execute("layer:set", JsonObject.of().with("layerId", id).with("step", 4)));
      assertEquals("invalid-argument", beyond.code());
      String heat =
          add(site, JsonObject.of().with("path", path).with("sublayer", "heat").with("step", 3));
      assertEquals(
          "heat, time 2000-03-02", info(site, heat).array("bands").object(0).string("name"));
      assertEquals("[" + (int) (number(3, 3, 7) + 273) + "]", values(site, 8.5, 48.5, "EPSG:4326"));
    }
  }

  /** What is written here is what others read, too. */
  @Test
  void gdalReadsThem() throws IOException, InterruptedException {
    String program = "/usr/bin/gdallocationinfo";
    assumeTrue(new File(program).canExecute(), "GDAL is not installed.");
    Path file = Files.createTempFile("terrella", ".zip");
    try {
      Files.write(file, days(2, "zlib").zip(""));
      String name = "ZARR:\"/vsizip/" + file + "\":/rain:2";
      Process process =
          new ProcessBuilder(program, "-valonly", name, "7", "3").redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(Long.toString(number(2, 3, 7)), said.trim());
    } finally {
      Files.delete(file);
    }
  }

  private static long number(int slice, int row, int column) {
    return (long) ZarrFiles.value(slice, row, column);
  }

  @Test
  void onlyWhatIsSeenIsFetched(Site site) {
    ServiceStub host = host(pyramid("gzip"), "/sat.zarr/");
    site.open().stub(ELSEWHERE, host).expect("404");
    site.execute("document:new", JsonObject.of());
    String id = add(site, JsonObject.of().with("url", ELSEWHERE + "sat.zarr"));
    JsonObject info = info(site, id);
    assertEquals("EPSG:32632", info.string("crs"));
    assertEquals("[[1024,1024],[512,512],[256,256]]", Json.write(info.get("overviews")));
    assertEquals("[500000,5479520,520480,5500000]", Json.write(info.get("extent")));
    site.execute("view:set", JsonObject.of().with("crs", "EPSG:32632"));
    site.execute("layer:zoom-to", JsonObject.of().with("layerId", id));
    ServiceStub.picture(site);
    int before = host.asked().size();
    System.out.println(before + " requests for the whole of a Zarr of 340 chunks");
    site.execute(
        "view:set",
        JsonObject.of()
            .with("center", JsonArray.ofNumbers(new double[] {500600, 5499400}))
            .with("crs", "EPSG:32632")
            .with("resolution", 0.5));
    ServiceStub.picture(site);
    assertEquals("[" + number(0, 60, 60) + "]", values(site, 500605, 5499395, "EPSG:32632"));
    long fine = host.asked().stream().filter(url -> url.contains("/0/b04/c/")).distinct().count();
    System.out.println(fine + " of 256 chunks of the finest level for a view of 640 m");
    assertTrue(before <= 75, host.asked().toString());
    assertTrue(fine <= 4 && fine > 0, host.asked().toString());
  }

  @Test
  void zipsOfTheWeb(Site site) {
    byte[] zip = pyramid("none").zip("");
    ServiceStub host =
        ServiceStub.of(uri -> new ServiceStub.Reply(200, "application/zip", zip)).withRanges();
    site.open().stub(ELSEWHERE, host);
    site.execute("document:new", JsonObject.of());
    String id = add(site, JsonObject.of().with("url", ELSEWHERE + "sat.zarr.zip?key=1"));
    assertEquals("EPSG:32632", info(site, id).string("crs"));
    assertEquals("[" + number(0, 500, 500) + "]", values(site, 505005, 5494995, "EPSG:32632"));
    double asked = host.asked().size() * 65536.0;
    System.out.println(host.asked().size() + " requests for a zip of " + zip.length + " bytes");
    assertTrue(asked < zip.length, asked + " of " + zip.length);
  }

  @Test
  void whatCannotBeReadIsNamed(Site site) {
    ServiceStub host = host(pyramid("pcodec"), "/odd.zarr/");
    site.open().stub(ELSEWHERE, host).expect("404");
    site.execute("document:new", JsonObject.of());
    CommandFailure codec =
        assertThrows(
            CommandFailure.class,
            () -> add(site, JsonObject.of().with("url", ELSEWHERE + "odd.zarr")));
    assertEquals("unsupported-format", codec.code());
    assertTrue(codec.getMessage().contains("pcodec"), codec.getMessage());
    CommandFailure none =
        assertThrows(
            CommandFailure.class,
            () -> add(site, JsonObject.of().with("url", ELSEWHERE + "other/none.zarr")));
    assertEquals("not-found", none.code());
    CommandFailure variable =
        assertThrows(
            CommandFailure.class,
            () ->
                add(
                    site,
                    JsonObject.of().with("url", ELSEWHERE + "odd.zarr").with("sublayer", "b99")));
    assertTrue(variable.getMessage().contains("b04"), variable.getMessage());
    assertEquals(0, ((JsonArray) site.execute("layer:list", JsonObject.of())).size());
  }

  /** As JupyterGIS writes it: three bands of one group, drawn as red, green and blue. */
  @Test
  void bands(Site site) {
    ZarrFiles files =
        new ZarrFiles(2)
            .group("", "{}")
            .group("r10m", "{\"proj:code\":\"EPSG:3857\",\"spatial:bbox\":[0,0,4000,3000]}");
    for (String band : new String[] {"b02", "b03", "b04"}) {
      files.grid("r10m/" + band, 0, 30, 40, 16, 1, "zlib", PLANE, "{}");
    }
    // What lies beside is not asked for without a list of it.
    ServiceStub host = host(files, "/plain/");
    site.open().stub(ELSEWHERE, host).expect("404");
    site.execute("document:new", JsonObject.of());
    JsonObject layer =
        JsonObject.of()
            .with("type", "GeoZarrLayer")
            .with("name", "bands")
            .with(
                "source",
                JsonObject.of()
                    .with("type", "GeoZarrSource")
                    .with("parameters", JsonObject.of().with("url", ELSEWHERE + "plain/r10m")));
    String id = site.executeObject("layer:add", layer).string("layerId");
    JsonObject info = info(site, id);
    assertEquals(3, info.array("bands").size());
    assertEquals("EPSG:3857", info.string("crs"));
    String number = Long.toString(number(0, 2, 3));
    assertEquals(
        "[" + number + "," + number + "," + number + "]", values(site, 350, 2750, "EPSG:3857"));
  }

  /** As a person adds one: variables, then a slice, are asked for. */
  @Test
  void questions(Site site) {
    site.open();
    site.execute("document:new", JsonObject.of());
    Page page = site.page();
    Page.GetByRoleOptions named = new Page.GetByRoleOptions().setName("Add data");
    page.getByRole(AriaRole.BUTTON, named).first().click();
    FileChooser chooser = page.waitForFileChooser(() -> page.getByText("Choose files").click());
    chooser.setFiles(new FilePayload("days.zarr.zip", "", days(3, "gzip").zip("")));
    page.getByText("Layers of days.zarr.zip").waitFor();
    site.screenshots("zarr-variables");
    page.locator("wa-checkbox", new Page.LocatorOptions().setHasText("heat")).click();
    page.getByText("Add", new Page.GetByTextOptions().setExact(true)).last().click();
    page.getByText("Which slice of rain?").waitFor();
    site.screenshots("zarr-slice");
    page.locator("wa-select").last().click();
    page.getByText("2000-03-01").click();
    page.getByText("Add", new Page.GetByTextOptions().setExact(true)).last().click();
    page.waitForCondition(() -> layers(site).size() == 1);
    String id = layers(site).object(0).string("layerId");
    assertEquals("Rain, time 2000-03-01", info(site, id).array("bands").object(0).string("name"));
    site.screenshots("zarr-layer");
    site.execute("layer:properties", JsonObject.of().with("layerId", id));
    page.getByText("Change slice").click();
    page.locator("wa-select").last().click();
    page.getByText("2000-03-02").click();
    page.getByText("Show", new Page.GetByTextOptions().setExact(true)).last().click();
    page.waitForCondition(
        () ->
            info(site, id).array("bands").object(0).string("name").equals("Rain, time 2000-03-02"));
    site.execute("layer:download", JsonObject.of().with("layerId", id));
    page.getByText("Export days").waitFor();
    site.screenshots("raster-export");
  }

  private static JsonArray layers(Site site) {
    return (JsonArray) site.execute("layer:list", JsonObject.of());
  }
}
