package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** The folder of the site, opened from disk as by a double-click: no server at all. */
@BrowserTest
class FilePageTest {
  private static final JsonObject NOTHING = JsonObject.of();

  @Test
  void addsComputesExportsAndKeeps(Site site) throws Exception {
    String address = open(site);
    String file = Base64.getEncoder().encodeToString(Files.readAllBytes(TestFiles.countries()));
    site.execute(
        "files:write", JsonObject.of().with("path", "in/countries.zip").with("base64", file));
    String layer =
        ((JsonArray)
                site.executeObject(
                        "layer:add-file", JsonObject.of().with("path", "in/countries.zip"))
                    .get("layerIds"))
            .string(0);
    JsonObject run =
        site.executeObject(
            "processing:run",
            JsonObject.of()
                .with("algorithm", "native:centroids")
                .with("parameters", JsonObject.of().with("INPUT", layer)));
    JsonObject export =
        site.executeObject(
            "layer:export",
            JsonObject.of()
                .with("layerId", run.string("OUTPUT"))
                .with("path", "exports/centroids.gpkg"));
    assertEquals(TestFiles.COUNTRIES, export.integer("featureCount"));
    site.screenshots("from-disk");
    String map = site.executeObject("document:save", NOTHING).string("path");

    Site.openAt(site.page(), address + "?document=" + map);
    assertEquals(4, ((JsonArray) site.execute("layer:list", NOTHING)).size());
    assertTrue(site.page().url().contains("file.html?document="), site.page().url());
    String id = ((JsonArray) site.execute("processing:history", NOTHING)).object(0).string("id");
    JsonObject again = site.executeObject("processing:rerun", JsonObject.of().with("id", id));
    assertTrue(again.bool("identical"), again::toString);
  }

  @Test
  void aFileComesToAllThatAskForIt(Site site) {
    open(site);
    // As workers do that start at the same time.
    Object lengths =
        site.page()
            .evaluate(
                "async () => { const asked = [1, 2, 3].map(() => terrellaSite.text('engine.wasm'));"
                    + " const late = new Promise((resolve) => setTimeout(resolve, 20000, 'late'));"
                    + " const texts = await Promise.race([Promise.all(asked), late]);"
                    + " return texts === 'late' ? texts : new Set(texts).size; }");
    assertEquals(1, lengths);
  }

  /** Opens the folder's page from disk; its address. */
  static String open(Site site) {
    Path page = Path.of(System.getProperty("terrella.site", "target/site"), "index.html");
    String address = page.toAbsolutePath().toUri().toString();
    site.allow(address.substring(0, address.lastIndexOf('/')));
    // A page that may load no module says so of each before another page takes its place.
    site.expect("blocked by CORS policy").expect("net::ERR_FAILED");
    Site.openAt(site.page(), address);
    return address;
  }
}
