package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrella.dist.StaticServer;
import org.terrella.dist.e2e.ServiceStub.Reply;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** Services and archives of tiles; their servers are stubs. */
@BrowserTest
class ServicesTest {
  private static final Color RED = new Color(200, 40, 40);
  private static final Color BLUE = new Color(40, 60, 200);
  private static final String ELSEWHERE = "https://tiles.example.org/";

  private static Path data(String path) {
    Optional<Path> found = TestFiles.find(path);
    assumeTrue(found.isPresent(), "shared/data/" + path + " is not on this machine.");
    return found.orElseThrow();
  }

  /** An empty map that notes its messages. */
  private static void begin(Site site) {
    site.open();
    site.page()
        .evaluate(
            "() => { window.heard = []; terrella.on('message', message =>"
                + " window.heard.push(message)); }");
    site.execute("document:new", JsonObject.of().with("title", "Services"));
  }

  private static JsonArray messages(Site site) {
    return (JsonArray) Json.parse((String) site.page().evaluate("() => JSON.stringify(heard)"));
  }

  private static JsonObject parameters(String url) {
    return JsonObject.of().with("url", url);
  }

  private static String add(Site site, String type, String source, JsonObject parameters) {
    return add(site, type, source, parameters, JsonObject.of());
  }

  private static String add(
      Site site, String type, String source, JsonObject parameters, JsonObject layer) {
    JsonObject args =
        JsonObject.of()
            .with("type", type)
            .with("name", "Layer under test")
            .with("source", JsonObject.of().with("type", source).with("parameters", parameters))
            .with("parameters", layer);
    return site.executeObject("layer:add", args).string("layerId");
  }

  private static void look(Site site, double x, double y, double zoom) {
    site.execute(
        "view:set",
        JsonObject.of()
            .with("center", JsonArray.ofNumbers(x, y))
            .with("crs", "EPSG:4326")
            .with("zoom", zoom));
  }

  private static void click(Site site, AriaRole role, String name) {
    site.page().getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  @Test
  void picturesAreBroughtIntoTheSystemOfTheMap(Site site) {
    begin(site);
    site.execute("document:set-crs", JsonObject.of().with("crs", "EPSG:3035"));
    site.stub(ELSEWHERE, ServiceStub.plain(BLUE));
    look(site, 10, 52, 3);
    add(site, "RasterLayer", "RasterSource", parameters(ELSEWHERE + "{z}/{x}/{y}.png"));
    site.page().waitForCondition(() -> ServiceStub.share(ServiceStub.picture(site), BLUE) > 0.9);
    site.execute("document:set-crs", JsonObject.of().with("crs", "EPSG:3857"));
    look(site, 10, 52, 3);
    site.page().waitForCondition(() -> ServiceStub.share(ServiceStub.picture(site), BLUE) > 0.9);
    assertFalse(Json.write(messages(site)).contains("service-failed"));
  }

  @Test
  void noServerIsAskedBeforeAServiceIsAdded(Site site) {
    begin(site);
    click(site, AriaRole.BUTTON, "Add data");
    click(site, AriaRole.BUTTON, "Known services");
    site.page().getByText("EOX Sentinel-2 cloudless 2016").waitFor();
    site.screenshots("known-services");
    List<JsonObject> known =
        ((JsonArray) site.execute("service:list", JsonObject.of().with("query", "public domain")))
            .objects();
    assertEquals(3, known.size());
    for (JsonObject service : known) {
      assertEquals("basemap.nationalmap.gov", service.string("host"));
    }
    // Until here a request to elsewhere would have failed the test.
    ServiceStub server = ServiceStub.plain(BLUE);
    site.stub("https://tile.openstreetmap.org/", server);
    site.page().getByText("OpenStreetMap", new Page.GetByTextOptions().setExact(true)).click();
    site.page().waitForCondition(() -> !server.asked().isEmpty());
    assertTrue(ServiceStub.share(ServiceStub.picture(site), BLUE) > 0.5);
    String said = messages(site).toString();
    assertTrue(said.contains("the map asks tile.openstreetmap.org"), said);
    assertEquals("© OpenStreetMap contributors", site.page().locator(".attribution").textContent());
    assertEquals(
        "https://www.openstreetmap.org/copyright",
        site.page().locator(".attribution a").getAttribute("href"));
    site.screenshots("tile-service");
  }

  @Test
  void placeholdersOfAddresses(Site site) {
    begin(site);
    ServiceStub server = ServiceStub.plain(RED);
    site.stub("https://a.example.org/", server).stub("https://b.example.org/", server);
    JsonObject values = JsonObject.of().with("s", "ab").with("style", "plain").with("r", "@2x");
    add(
        site,
        "RasterLayer",
        "RasterSource",
        parameters("https://{s}.example.org/{style}/{z}/{x}/{-y}{r}.png")
            .with("urlParameters", values)
            .with("minZoom", 1L)
            .with("maxZoom", 3L));
    look(site, -90, 60, 6);
    assertTrue(ServiceStub.share(ServiceStub.picture(site), RED) > 0.99);
    assertTrue(server.asked().stream().allMatch(url -> url.contains("example.org/plain/")));
    // Past the last zoom its tiles are enlarged; TMS counts rows from the south.
    assertTrue(
        server.asked().stream().anyMatch(url -> url.endsWith("/plain/3/2/5@2x.png")),
        server.asked().toString());
    assertFalse(server.asked().stream().anyMatch(url -> url.contains("/plain/4/")));
    assertTrue(server.asked().stream().anyMatch(url -> url.startsWith("https://b.")));
  }

  @Test
  void tilesFromAFolder(Site site) {
    Path folder = data("tiles/png_zxy");
    begin(site);
    ServiceStub server = ServiceStub.folder(folder, "/png/");
    site.stub(site.origin() + "/png/", server).expect("404");
    add(
        site,
        "RasterLayer",
        "RasterSource",
        parameters("/png/{z}/{x}/{y}.png").with("minZoom", 5L).with("maxZoom", 7L));
    look(site, -79.5, 25, 7);
    assertTrue(distinct(ServiceStub.picture(site)) > 100, "the satellite's picture");
    assertFalse(server.asked().isEmpty());
    // No level coarser than the first is asked for, and none at all from far away.
    int before = server.asked().size();
    look(site, -79.5, 25, 1);
    ServiceStub.picture(site);
    assertEquals(before, server.asked().size());
  }

  @Test
  void vectorArchiveOfTheWorkspace(Site site) {
    Path file = data("tiles/world_vector.pmtiles");
    begin(site);
    click(site, AriaRole.BUTTON, "Add data");
    site.page()
        .waitForFileChooser(() -> site.page().getByText("Choose files").click())
        .setFiles(file);
    site.page().waitForCondition(() -> !layers(site).isEmpty());
    JsonObject layer = layers(site).get(0);
    assertEquals("VectorTileLayer", layer.string("type"));
    assertEquals("world_vector", layer.string("name"));
    JsonObject info =
        site.executeObject("layer:info", JsonObject.of().with("layerId", layer.get("layerId")));
    assertEquals(true, info.bool("vector"));
    look(site, 10, 20, 2);
    BufferedImage plain = ServiceStub.picture(site);
    assertTrue(distinct(plain) > 20, "countries are drawn");
    site.screenshots("vector-archive");

    JsonObject fill =
        Json.parseObject(
            """
            {"symbologyState": {"layers": [{"id": "a", "rules": [
              {"id": "b", "fields": [], "mappings": [{"scale": {"scheme": "constant_rgba",
                "params": {"value": [200, 40, 40, 1]}}, "encodings": ["fill-color"]}]}]}]}}""");
    site.execute(
        "layer:set",
        JsonObject.of().with("layerId", layer.get("layerId")).with("parameters", fill));
    assertTrue(ServiceStub.share(ServiceStub.picture(site), RED) > 0.1, "the symbology is used");
  }

  @Test
  void rasterArchiveOfTheWeb(Site site) {
    byte[] archive = ServiceStub.bytes(data("tiles/stamen_toner_z3.pmtiles"));
    begin(site);
    Reply reply = new Reply(200, "application/octet-stream", archive);
    ServiceStub server = ServiceStub.of(uri -> reply).withRanges();
    site.stub(ELSEWHERE, server);
    JsonObject added =
        site.executeObject(
            "layer:add-file", JsonObject.of().with("url", ELSEWHERE + "toner.pmtiles"));
    assertEquals(1, added.array("layerIds").size());
    assertEquals("RasterLayer", layers(site).get(0).string("type"));
    look(site, 0, 20, 2);
    BufferedImage picture = ServiceStub.picture(site);
    assertTrue(ServiceStub.share(picture, Color.BLACK) > 0.05, "toner is black and white");
    assertTrue(ServiceStub.share(picture, Color.WHITE) > 0.05, "toner is black and white");

    // A plain static host sends the whole file, once.
    ServiceStub whole = ServiceStub.of(uri -> reply);
    site.stub("https://static.example.org/", whole);
    site.execute("document:new", JsonObject.of());
    add(
        site,
        "RasterLayer",
        "RasterSource",
        parameters("https://static.example.org/toner.pmtiles"));
    look(site, 0, 20, 2);
    assertTrue(ServiceStub.share(ServiceStub.picture(site), Color.BLACK) > 0.05);
    assertEquals(1, whole.asked().size());
  }

  @Test
  void vectorTilesByAddress(Site site) {
    Path folder = data("tiles/mvt_zxy");
    begin(site);
    ServiceStub server = ServiceStub.folder(folder, "/mvt/");
    site.stub(site.origin() + "/mvt/", server);
    add(
        site,
        "VectorTileLayer",
        "VectorTileSource",
        parameters("/mvt/{z}/{x}/{y}.pbf").with("maxZoom", 2L).with("attribution", "<b>Made</b>"));
    look(site, 10, 20, 2);
    assertTrue(distinct(ServiceStub.picture(site)) > 20, "countries are drawn");
    assertEquals("<b>Made</b>", site.page().locator(".attribution").textContent());
    assertFalse(messages(site).toString().contains("cannot be shown"), messages(site).toString());
  }

  @Test
  void webMapService(Site site) {
    begin(site);
    ServiceStub server =
        ServiceStub.of(
            uri -> {
              Map<String, String> query = ServiceStub.query(uri);
              if (query.get("REQUEST").equals("GetCapabilities")) {
                return Reply.text("text/xml", Capabilities.WMS);
              }
              if (query.get("LAYERS").equals("broken")) {
                return Reply.text(
                    "text/xml",
                    "<ServiceExceptionReport><ServiceException>The table is gone</ServiceException>"
                        + "</ServiceExceptionReport>");
              }
              return Reply.png(query.get("LAYERS").equals("sea") ? BLUE : RED);
            });
    site.stub(ELSEWHERE, server);
    click(site, AriaRole.BUTTON, "Add data");
    click(site, AriaRole.BUTTON, "Service by its address");
    choose(site, "Web map service (WMS)");
    site.page().getByLabel("Address").fill(ELSEWHERE + "wms?map=a");
    click(site, AriaRole.BUTTON, "Read layers");
    site.page().getByText("Sea surface").waitFor();
    site.screenshots("wms-layers");
    assertTrue(site.page().getByText("drawn from EPSG:4326").isVisible());
    assertTrue(
        site.page()
            .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Far away"))
            .isDisabled());
    site.page().getByLabel("Search its 4 layers").fill("sea");
    click(site, AriaRole.BUTTON, "Sea surface");
    site.page().waitForCondition(() -> layers(site).size() == 1);
    look(site, 0, 0, 2);
    assertTrue(ServiceStub.share(ServiceStub.picture(site), BLUE) > 0.5);
    Map<String, String> query =
        ServiceStub.query(URI.create(server.asked().get(server.asked().size() - 1)));
    assertEquals("EPSG:3857", query.get("CRS"));
    assertEquals("a", query.get("MAP"));
    assertEquals("1.3.0", query.get("VERSION"));
    assertEquals("Sea office", site.page().locator(".attribution").textContent());

    JsonObject offered =
        site.executeObject(
            "service:capabilities",
            JsonObject.of().with("kind", "wms").with("url", ELSEWHERE + "wms?map=a"));
    JsonObject land = offered.array("layers").objects().get(1).object("source");
    add(site, "RasterLayer", "WmsTileSource", land.object("parameters"));
    assertTrue(ServiceStub.share(ServiceStub.picture(site), RED) > 0.5, "drawn from EPSG:4326");
    query = ServiceStub.query(URI.create(server.asked().get(server.asked().size() - 1)));
    assertEquals("EPSG:4326", query.get("CRS"));
    double[] box =
        Arrays.stream(query.get("BBOX").split(",")).mapToDouble(Double::parseDouble).toArray();
    assertTrue(Math.abs(box[0]) <= 90 && Math.abs(box[2]) <= 90, "latitude comes first");

    add(
        site,
        "RasterLayer",
        "WmsTileSource",
        parameters(ELSEWHERE + "wms").with("params", JsonObject.of().with("layers", "broken")));
    ServiceStub.picture(site);
    assertEquals(1, told(site, "tiles.example.org says: The table is gone"));
  }

  @Test
  void webMapTileService(Site site) {
    begin(site);
    ServiceStub server =
        ServiceStub.of(
            uri ->
                uri.getPath().endsWith(".xml")
                    ? Reply.text("text/xml", Capabilities.WMTS)
                    : Reply.png(uri.getPath().contains("/hills/") ? RED : BLUE));
    site.stub(ELSEWHERE, server);
    JsonObject offered =
        site.executeObject(
            "service:capabilities",
            JsonObject.of().with("kind", "wmts").with("url", ELSEWHERE + "wmts.xml"));
    List<JsonObject> layers = offered.array("layers").objects();
    JsonObject hills = layers.get(0).object("source").object("parameters");
    assertEquals(ELSEWHERE + "hills/dark/2020/web/{z}/{y}/{x}.png", hills.string("url"));
    assertEquals(2, hills.integer("maxZoom"));
    add(site, "RasterLayer", "RasterSource", hills);
    look(site, 0, 0, 1);
    assertTrue(ServiceStub.share(ServiceStub.picture(site), RED) > 0.4);

    JsonObject degrees = layers.get(1).object("source").object("parameters");
    assertEquals("EPSG:4326", degrees.object("tileMatrixSet").string("crs"));
    add(site, "RasterLayer", "RasterSource", degrees);
    assertTrue(ServiceStub.share(ServiceStub.picture(site), BLUE) > 0.4);
    String last = server.asked().get(server.asked().size() - 1);
    assertTrue(last.contains("TILEMATRIX=g") && last.contains("LAYER=degrees"), last);
  }

  @Test
  void capabilitiesThatAreNoneAreRefused(Site site) {
    begin(site);
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]>"
            + "<WMS_Capabilities>&c;</WMS_Capabilities>";
    site.stub(
        ELSEWHERE,
        ServiceStub.of(
            uri ->
                Reply.text("text/xml", uri.getPath().equals("/bomb") ? bomb : "<html>no</html>")));
    for (String[] pair :
        new String[][] {
          {ELSEWHERE + "bomb", "entities"},
          {ELSEWHERE + "page", "no capabilities"},
          {"javascript:alert(1)", "neither http nor https"}
        }) {
      CommandFailure failure =
          assertThrows(
              CommandFailure.class,
              () ->
                  site.execute(
                      "service:capabilities",
                      JsonObject.of().with("kind", "wms").with("url", pair[0])));
      assertEquals("service-failed", failure.code());
      assertTrue(failure.getMessage().contains(pair[1]), failure.getMessage());
    }
  }

  @Test
  void imagesOverFourCorners(Site site) {
    begin(site);
    site.expect("404");
    BufferedImage halves = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = halves.createGraphics();
    graphics.setColor(RED);
    graphics.fillRect(0, 0, 64, 32);
    graphics.setColor(BLUE);
    graphics.fillRect(0, 32, 64, 32);
    graphics.dispose();
    site.execute(
        "files:write",
        JsonObject.of()
            .with("path", "data/halves.png")
            .with("base64", Base64.getEncoder().encodeToString(ServiceStub.png(halves))));
    JsonObject turned = JsonObject.of().with("path", "data/halves.png");
    // Upper left in the south-west: the image lies on its side.
    String id =
        add(
            site,
            "ImageLayer",
            "ImageSource",
            turned.with("coordinates", corners(-10, -10, -10, 10, 10, 10, 10, -10)));
    look(site, 0, 0, 4);
    BufferedImage picture = ServiceStub.picture(site);
    int middle = picture.getHeight() / 2;
    assertEquals(RED, new Color(picture.getRGB(picture.getWidth() / 2 - 60, middle)));
    assertEquals(BLUE, new Color(picture.getRGB(picture.getWidth() / 2 + 60, middle)));
    JsonObject info = site.executeObject("layer:info", JsonObject.of().with("layerId", id));
    assertEquals(64, info.integer("width"));
    site.execute("layer:zoom-to", JsonObject.of().with("layerId", id));
    site.execute("layer:remove", JsonObject.of().with("layerId", id));

    // In perspective: the upper side is short.
    add(
        site,
        "ImageLayer",
        "ImageSource",
        turned.with("coordinates", corners(-4, 10, 4, 10, 12, -10, -12, -10)));
    look(site, 0, 0, 4);
    picture = ServiceStub.picture(site);
    double red = ServiceStub.share(picture, RED);
    double blue = ServiceStub.share(picture, BLUE);
    assertTrue(red > 0.005 && blue > 2 * red, red + " " + blue);
    site.screenshots("image-in-perspective");
    CommandFailure missing =
        assertThrows(
            CommandFailure.class,
            () ->
                add(
                    site,
                    "ImageLayer",
                    "ImageSource",
                    JsonObject.of()
                        .with("path", "samples/none.png")
                        .with("coordinates", corners(0, 1, 1, 1, 1, 0, 0, 0))));
    assertTrue(missing.getMessage().contains("404"), missing.getMessage());
    assertEquals(1, layers(site).size());
  }

  private static JsonArray corners(double... ordinates) {
    JsonArray corners = JsonArray.of();
    for (int i = 0; i < ordinates.length; i += 2) {
      corners = corners.with(JsonArray.ofNumbers(ordinates[i], ordinates[i + 1]));
    }
    return corners;
  }

  @Test
  void hillshade(Site site) {
    Path file = data("tiles/dom1_nrw_terrarium_z10-16.pmtiles");
    begin(site);
    byte[] archive = ServiceStub.bytes(file);
    site.stub(
        ELSEWHERE,
        ServiceStub.of(uri -> new Reply(200, "application/octet-stream", archive)).withRanges());
    String id =
        add(
            site,
            "HillshadeLayer",
            "RasterDemSource",
            parameters(ELSEWHERE + "dom.pmtiles"),
            JsonObject.of().with("shadowColor", "#c82828").with("opacity", 1L));
    site.execute("layer:zoom-to", JsonObject.of().with("layerId", id));
    site.page().waitForTimeout(600);
    BufferedImage picture = ServiceStub.picture(site);
    assertTrue(distinct(picture) > 200, "slopes have shades");
    site.screenshots("hillshade");
    site.execute(
        "layer:set",
        JsonObject.of()
            .with("layerId", id)
            .with("parameters", JsonObject.of().with("shadowColor", "#0000ff")));
    BufferedImage blue = ServiceStub.picture(site);
    int changed = 0;
    for (int x = 0; x < blue.getWidth(); x++) {
      changed += blue.getRGB(x, 300) == picture.getRGB(x, 300) ? 0 : 1;
    }
    assertTrue(changed > blue.getWidth() / 10, changed + " pixels changed");
  }

  @Test
  void failuresAreToldOnceForALayer(Site site, @TempDir Path nothing) throws IOException {
    // A real server, because the browser lets stubs be read from everywhere.
    try (StaticServer closed = StaticServer.start(nothing, "/", 0)) {
      failuresAreToldOnce(site, closed.origin());
    }
  }

  private static void failuresAreToldOnce(Site site, String closed) {
    begin(site);
    site.expect("404").expect("CORS").expect("net::ERR_FAILED");
    site.stub("https://missing.example.org/", ServiceStub.of(uri -> Reply.missing()));
    site.allow(closed + "/");
    String address = "/{z}/{x}/{y}.png";
    add(site, "RasterLayer", "RasterSource", parameters("https://missing.example.org" + address));
    add(site, "RasterLayer", "RasterSource", parameters(closed + address));
    ServiceStub.picture(site);
    site.page().waitForTimeout(500);
    assertEquals(1, told(site, "missing.example.org answered 404"));
    assertEquals(
        1,
        told(site, closed.substring("http://".length()) + " does not allow other sites"),
        messages(site).toString());
    look(site, 50, 50, 5);
    ServiceStub.picture(site);
    site.page().waitForTimeout(500);
    assertEquals(2, told(site, "cannot be shown"), messages(site).toString());
    assertEquals(2, told(site, "Layer under test”"));
    site.screenshots("failed-tiles");
  }

  @Test
  void whatCannotBeAskedIsRefused(Site site) {
    begin(site);
    CommandFailure script =
        assertThrows(
            CommandFailure.class,
            () ->
                add(
                    site,
                    "RasterLayer",
                    "RasterSource",
                    parameters("javascript:alert(1)//{z}/{x}/{y}")));
    assertEquals("invalid-argument", script.code());
    assertTrue(script.getMessage().contains("source.parameters.url"), script.getMessage());
    CommandFailure placeholder =
        assertThrows(
            CommandFailure.class,
            () ->
                add(
                    site,
                    "RasterLayer",
                    "RasterSource",
                    parameters(ELSEWHERE + "{style}/{z}/{x}/{y}")));
    assertTrue(placeholder.getMessage().contains("{style}"), placeholder.getMessage());
    CommandFailure type =
        assertThrows(
            CommandFailure.class,
            () -> add(site, "HillshadeLayer", "RasterSource", parameters("/{z}/{x}/{y}")));
    assertTrue(type.getMessage().contains("layer.type"), type.getMessage());
    assertEquals(0, layers(site).size());
  }

  @Test
  void attributionsAreTextAndLinksOnly(Site site) {
    begin(site);
    site.stub(ELSEWHERE, ServiceStub.plain(RED));
    add(
        site,
        "RasterLayer",
        "RasterSource",
        parameters(ELSEWHERE + "{z}/{x}/{y}")
            .with(
                "htmlAttribution",
                "<img src=x onerror=alert(1)><script>alert(2)</script>© <a href=\"javascript:"
                    + "alert(3)\" onclick=\"alert(4)\">Bad</a> <a href=\"https://example.org/\">Good"
                    + "</a><style>*{display:none}</style>"));
    ServiceStub.picture(site);
    assertEquals("© Bad Good", site.page().locator(".attribution").textContent());
    assertEquals(1, site.page().locator(".attribution a").count());
    assertEquals(
        "<span>© Bad <a href=\"https://example.org/\" target=\"_blank\" rel=\"noopener noreferrer\">"
            + "Good</a></span>",
        site.page().locator(".attribution").innerHTML());
  }

  @Test
  void documentsOfJupyterGis(Site site) {
    Path folder = data("documents/jgis");
    Path terrain = data("tiles/dom1_nrw_terrarium_z10-16.pmtiles");
    begin(site);
    ServiceStub osm = ServiceStub.plain(BLUE);
    ServiceStub wms = ServiceStub.plain(RED);
    // Height 300 m everywhere.
    ServiceStub dem = ServiceStub.plain(new Color(129, 44, 0));
    ServiceStub archive =
        ServiceStub.of(
                uri ->
                    new Reply(
                        200,
                        "application/octet-stream",
                        ServiceStub.bytes(terrain.resolveSibling("world_vector.pmtiles"))))
            .withRanges();
    String world =
        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\","
            + " \"properties\": {}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
            + " [[[-90, -45], [90, -45], [90, 45], [-90, 45], [-90, -45]]]}}]}";
    site.stub("https://tile.openstreetmap.org/", osm)
        .stub("https://ows.terrestris.de/", wms)
        .stub("https://s3.amazonaws.com/", dem)
        .stub("https://r2-public.protomaps.com/", archive)
        .stub(
            "https://raw.githubusercontent.com/",
            ServiceStub.of(uri -> Reply.text("application/json", world)));
    open(site, folder, "pmtiles-vector");
    BufferedImage buildings = ServiceStub.picture(site);
    double covered = ServiceStub.share(buildings, new Color(0x613583));
    assertTrue(covered > 0.05, covered + " of the map");
    assertTrue(covered + ServiceStub.share(buildings, BLUE) > 0.9, "the base map lies below");
    assertFalse(archive.asked().isEmpty());
    open(site, folder, "hillshade");
    assertTrue(ServiceStub.share(ServiceStub.picture(site), BLUE) > 0.9, "level ground is clear");
    assertTrue(dem.asked().stream().anyMatch(url -> url.contains("/terrarium/12/")));
    open(site, folder, "wms-tile");
    assertTrue(ServiceStub.share(ServiceStub.picture(site), RED) > 0.9);
    open(site, folder, "world-epsg4326");
    assertTrue(distinct(ServiceStub.picture(site)) > 1);
    assertEquals(0, told(site, "cannot be shown"), messages(site).toString());
  }

  private static void open(Site site, Path folder, String name) {
    String path = "maps/" + name + ".jGIS";
    String text =
        new String(ServiceStub.bytes(folder.resolve(name + ".jGIS")), StandardCharsets.UTF_8);
    site.execute("files:write", JsonObject.of().with("path", path).with("text", text));
    site.execute("document:open", JsonObject.of().with("path", path));
  }

  private static long told(Site site, String text) {
    return messages(site).objects().stream()
        .filter(message -> message.toString().contains(text))
        .count();
  }

  private static void choose(Site site, String kind) {
    site.page().locator("wa-select").first().click();
    site.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(kind)).click();
  }

  private static long distinct(BufferedImage picture) {
    return IntStream.range(0, picture.getWidth() * picture.getHeight())
        .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
        .distinct()
        .count();
  }

  private static List<JsonObject> layers(Site site) {
    return ((JsonArray) site.execute("layer:list", JsonObject.of())).objects();
  }
}
