package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** What a map says of itself and of its data: checked, cited, asked for, shown, sent along. */
@BrowserTest
class AboutTest {
  private static final JsonObject NOTHING = JsonObject.of();
  private static final String QUAKES = "sample-earthquakes-layer";
  private static final String CREDIT = "© Süd & <b>\"USGS\"</b>";

  /** With the ORCID of the example in ORCID's own documentation. */
  private static final String ABOUT =
      """
      {"title": "Quakes & 50 % more", "description": "A week.",
       "authors": [
         {"givenName": "Josiah", "familyName": "Carberry", "affiliation": "Brown University",
          "orcid": "https://orcid.org/0000-0002-1825-0097"},
         {"name": "Survey_Office"}],
       "license": "CC-BY-4.0", "keywords": ["earthquakes", "week"], "version": "1.2",
       "doi": "https://doi.org/10.5281/zenodo.1234567", "publisher": "Zenodo",
       "date": "2026-03-31"}
      """;

  @TempDir Path folder;

  @Test
  void aMapIsCited(Site site) {
    site.open();
    JsonObject about = set(site, ABOUT);
    assertEquals(
        "Carberry, Josiah; Survey_Office (2026): Quakes & 50 % more. Version 1.2. Zenodo."
            + " https://doi.org/10.5281/zenodo.1234567",
        about.string("citation"));
    assertEquals(
        """
        @misc{carberry2026,
          author = {Carberry, Josiah and {Survey\\_Office}},
          title = {{Quakes \\& 50 \\% more}},
          year = {2026},
          version = {1.2},
          publisher = {Zenodo},
          doi = {10.5281/zenodo.1234567},
          url = {https://doi.org/10.5281/zenodo.1234567}
        }
        """,
        about.string("bibtex"));
    JsonObject author = about.array("authors").object(0);
    assertEquals("Josiah Carberry", author.string("name"));
    assertEquals("0000-0002-1825-0097", author.string("orcid"));
    assertEquals(2, about.array("layers").size());

    assertTrue(site.executeObject("document:undo", NOTHING).bool("changed"));
    JsonObject before = site.executeObject("document:about", NOTHING);
    assertEquals("A week of earthquakes (n.d.).", before.string("citation"));
    assertEquals(0, before.array("authors").size());

    // What is empty is taken away, what is not given stays.
    set(site, ABOUT);
    JsonObject less = set(site, "{\"doi\": \"\", \"authors\": []}");
    assertEquals("Quakes & 50 % more. Version 1.2. Zenodo (2026).", less.string("citation"));
  }

  @Test
  void whatCannotBeIsNamed(Site site) {
    site.open();
    String author = "{\"authors\": [{\"name\": \"A\"}, {\"name\": \"B\", \"orcid\": \"%s\"}]}";
    for (String right : List.of("0000-0002-1825-0097", "0000-0002-1694-233X")) {
      set(site, author.formatted(right));
    }
    assertRefused(site, author.formatted("0000-0002-1825-0098"), "author 2, B: the check digit");
    assertRefused(site, author.formatted("0000-0002-1825"), "author 2, B: an ORCID has four");
    assertRefused(site, "{\"authors\": [{\"affiliation\": \"X\"}]}", "Author 1 has no name");
    assertRefused(site, "{\"doi\": \"11.1/x\"}", "The doi of the map");
    assertRefused(site, "{\"date\": \"2026-02-30\"}", "The date of the map");
    assertRefused(site, "{\"license\": \"toString\"}", "\"toString\" is no licence");
    set(site, "{\"license\": \"LicenseRef-Own.1\"}");
    assertEquals("A", told(site).array("authors").object(0).string("name"));
  }

  @Test
  void formAndCard(Site site) {
    site.open();
    set(site, ABOUT);
    credit(site);
    Page page = site.page();
    site.execute("page:about-map", NOTHING);
    Locator form = page.locator(".about-form");
    form.waitFor();
    Locator orcid = form.locator("wa-input[label=ORCID]").first();
    orcid.locator("input").fill("0000-0002-1825-0098");
    orcid.locator("input").press("Tab");
    page.waitForCondition(() -> orcid.getAttribute("hint").contains("check digit"));
    form.getByLabel("Move down").first().press("Enter");
    site.screenshots("about-form");
    Locator save = page.locator("wa-dialog[open] .dialog-buttons wa-button").last();
    save.click();
    assertTrue(form.isVisible(), "what is wrong is not saved");
    Locator wrong = form.locator("wa-input[data-problem] input");
    wrong.fill("0000-0002-1694-233X");
    save.click();
    page.waitForCondition(() -> told(site).array("authors").object(1).has("orcid"));
    page.waitForCondition(() -> page.locator("wa-dialog").count() == 0);
    JsonObject about = told(site);
    assertEquals("Survey_Office", about.array("authors").object(0).string("name"));
    assertEquals("0000-0002-1694-233X", about.array("authors").object(1).string("orcid"));
    assertEquals("2026-03-31", about.string("date"));

    site.execute("page:cite-map", NOTHING);
    Locator card = page.locator(".about-card");
    card.waitFor();
    assertTrue(card.innerText().contains(CREDIT), card.innerText());
    assertEquals(0, card.locator("b").count());
    assertEquals(
        "https://orcid.org/0000-0002-1694-233X",
        card.locator("a[href*=orcid]").getAttribute("href"));
    site.screenshots("about-card");
    card.locator("wa-button").first().click();
    page.waitForCondition(() -> card.locator("[role=status]").first().innerText().length() > 0);
  }

  @Test
  void readersOfAPublishedMapFindIt(Site site) throws IOException {
    site.open();
    set(site, ABOUT);
    credit(site);
    site.execute(
        "publish:single-file",
        JsonObject.of().with("path", "exports/map.html").with("engine", false));
    Path file = Files.write(folder.resolve("cited.html"), read(site, "exports/map.html"));
    site.allow(file.toUri().toString());
    Site.openAt(site.page(), file.toUri().toString());
    site.page().getByLabel("Cite this map").click();
    Locator card = site.page().locator(".about-card");
    card.waitFor();
    assertTrue(card.innerText().contains("Josiah Carberry"), card.innerText());
    assertTrue(card.innerText().contains(CREDIT), card.innerText());
    site.screenshots("about-published");
  }

  @Test
  void propertiesSayWhoseTheDataAre(Site site) {
    site.open();
    site.execute("layer:properties", JsonObject.of().with("layerId", QUAKES));
    Locator input = site.page().locator("wa-input[aria-label=Attribution] input");
    input.fill(CREDIT);
    input.press("Tab");
    site.page().waitForCondition(() -> quakes(site).string("attribution").equals(CREDIT));
    site.screenshots("about-properties");
    site.execute("document:undo", NOTHING);
    assertEquals("", quakes(site).string("attribution"));
    JsonObject unknown = JsonObject.of().with("layerId", QUAKES).with("license", "free");
    assertThrows(RuntimeException.class, () -> site.execute("layer:set-attribution", unknown));
  }

  @Test
  void filesTellWhoseTheDataAre(Site site) throws IOException {
    site.open();
    credit(site);
    for (String extension : List.of("geojson", "json", "topojson")) {
      JsonObject json = Json.parseObject(text(export(site, extension)));
      assertEquals(CREDIT, json.string("attribution"), extension);
      assertEquals("CC0-1.0", json.string("license"), extension);
    }
    for (String extension : List.of("fgb", "gpkg", "mbtiles", "parquet")) {
      String told = text(export(site, extension));
      assertTrue(told.contains(CREDIT + "\nLicence: CC0-1.0"), extension);
    }
    for (String extension : List.of("kml", "gml", "gpx")) {
      String told = text(export(site, extension));
      assertTrue(told.contains("Licence: CC0-1.0"), extension);
      assertFalse(told.contains("<b>\"USGS"), extension);
    }
    assertTrue(names(export(site, "zip")).contains("LICENSE.txt"));
    for (String extension : List.of("csv", "geojsonl", "xlsx", "ods", "dxf")) {
      String warnings = Json.write(exported(site, extension).array("warnings"));
      assertTrue(warnings.contains("cannot hold the attribution"), extension + warnings);
    }
    // What was written is read again as it was.
    for (String extension : List.of("geojson", "fgb", "kml", "zip", "topojson")) {
      JsonObject path = JsonObject.of().with("path", "exports/out." + extension);
      String layer = site.executeObject("layer:add-file", path).array("layerIds").strings().get(0);
      JsonObject info = site.executeObject("layer:info", JsonObject.of().with("layerId", layer));
      int all =
          site.executeObject("layer:info", JsonObject.of().with("layerId", QUAKES))
              .integer("featureCount");
      assertEquals(all, info.integer("featureCount"), extension);
    }
  }

  @Test
  void rastersTellWhoseTheyAre(Site site) {
    site.open();
    FormatsTest.put(site, "data/quarters.tif", RasterDrawingTest.quarters());
    String layer =
        site.executeObject("layer:add-file", JsonObject.of().with("path", "data/quarters.tif"))
            .array("layerIds")
            .string(0);
    credit(site, layer);
    assertTrue(text(export(site, layer, "tif")).contains(CREDIT + "\nLicence: CC0-1.0"));
    String warnings = Json.write(exported(site, layer, "png").array("warnings"));
    assertTrue(warnings.contains("cannot hold the attribution"), warnings);
  }

  private static void credit(Site site) {
    credit(site, QUAKES);
  }

  private static void credit(Site site, String layer) {
    site.execute(
        "layer:set-attribution",
        JsonObject.of()
            .with("layerId", layer)
            .with("attribution", CREDIT)
            .with("license", "CC0-1.0"));
  }

  private static JsonObject quakes(Site site) {
    for (JsonObject layer : told(site).array("layers").objects()) {
      if (layer.string("layerId").equals(QUAKES)) {
        return layer;
      }
    }
    throw new AssertionError("no earthquakes");
  }

  private static JsonObject told(Site site) {
    return site.executeObject("document:about", NOTHING);
  }

  private static JsonObject set(Site site, String about) {
    return site.executeObject("document:set-about", Json.parseObject(about));
  }

  private static void assertRefused(Site site, String about, String reason) {
    RuntimeException refused = assertThrows(RuntimeException.class, () -> set(site, about), about);
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  private static JsonObject exported(Site site, String extension) {
    return exported(site, QUAKES, extension);
  }

  private static JsonObject exported(Site site, String layer, String extension) {
    return site.executeObject(
        "layer:export",
        JsonObject.of().with("layerId", layer).with("path", "exports/out." + extension));
  }

  private static byte[] export(Site site, String extension) {
    return export(site, QUAKES, extension);
  }

  private static byte[] export(Site site, String layer, String extension) {
    JsonArray warnings = exported(site, layer, extension).array("warnings");
    assertFalse(Json.write(warnings).contains("cannot hold the attribution"), extension);
    return read(site, "exports/out." + extension);
  }

  private static List<String> names(byte[] zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] read(Site site, String path) {
    JsonObject args = JsonObject.of().with("path", path).with("as", "base64");
    return Base64.getDecoder().decode(site.executeObject("files:read", args).string("base64"));
  }
}
