package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/**
 * What pages without a site hand over: the folder on disk the same as the site, byte by byte; a
 * published file offers only what it can make.
 */
@BrowserTest
class FilePageShapesTest {
  private static final JsonObject NOTHING = JsonObject.of();
  private static final String QUAKES = "sample-earthquakes-layer";
  private static final String MAP = "exports/map.zip";
  private static final String CRATE = "exports/crate.zip";
  private static final String DIALOG = "wa-dialog[open]";

  /** Letters of which two files of fonts are needed beside the first. */
  private static final String TITLE = "\u0391\u03b8\u03ae\u03bd\u03b1, \u017d\u010f\u00e1r";

  @TempDir Path folder;

  @Test
  void figuresAreThoseOfTheSite(Site site) throws IOException {
    byte[] map = map(site);
    Map<String, byte[]> ofSite = figures(site);
    assertTrue(
        site.answers().stream().anyMatch(answer -> answer.path().startsWith("fonts/greek-400-")));
    FilePageTest.open(site);
    open(site, map);
    Map<String, byte[]> ofDisk = figures(site);
    ofSite.forEach((format, bytes) -> assertArrayEquals(bytes, ofDisk.get(format), format));

    String svg = new String(ofDisk.get("svg"), StandardCharsets.UTF_8);
    for (String words : List.of(TITLE, "Earthquakes", "depth_km", "Countries")) {
      assertTrue(svg.contains(">" + words + "</text>"), words);
    }
    assertTrue(svg.contains("@font-face"), "fonts are in the file");
    assertTrue(
        svg.split("<path ").length > 100, "lines stay lines: the painter records them on disk");
    byte[] pdf = ofDisk.get("pdf");
    assertTrue(new String(pdf, StandardCharsets.ISO_8859_1).contains("/FontFile2"));
    String copied = Pictures.textOfPdf(folder, pdf);
    assertTrue(copied == null || copied.contains(TITLE), copied);
    String fonts = Pictures.fontsOfPdf(folder, pdf);
    assertTrue(fonts == null || fonts.contains("yes yes yes"), fonts);
  }

  @Test
  void theDialogOfFiguresWorksFromDisk(Site site) throws IOException {
    FilePageTest.open(site);
    Page page = site.page();
    page.locator(".menu-button").click();
    page.getByText("Export figure\u2026").click();
    page.waitForSelector(".figure-preview canvas");
    page.waitForCondition(() -> page.locator(".figure-said").innerText().contains("mm"));
    site.screenshots("from-disk-figure");
    Download made =
        page.waitForDownload(
            () -> page.locator(DIALOG + " .dialog-buttons wa-button").last().click());
    assertEquals("A-week-of-earthquakes.pdf", made.suggestedFilename());
    byte[] pdf = Files.readAllBytes(made.path());
    assertEquals("%PDF-1.", new String(pdf, 0, 7, StandardCharsets.ISO_8859_1));
  }

  @Test
  void researchObjectsAreThoseOfTheSite(Site site) throws IOException {
    byte[] map = map(site);
    byte[] ofSite = crate(site);
    FilePageTest.open(site);
    open(site, map);
    byte[] ofDisk = crate(site);
    assertArrayEquals(ofSite, ofDisk);

    site.execute("document:new", NOTHING);
    JsonObject opened = site.executeObject("document:open", JsonObject.of().with("path", CRATE));
    assertEquals("maps/crate.jGIS", opened.string("path"));
    assertEquals("Quakes", site.executeObject("document:about", NOTHING).string("title"));
    assertRunsAgain(site);
  }

  @Test
  void aFolderIsNotOfferedOnDisk(Site site) {
    FilePageTest.open(site);
    site.execute("page:publish", NOTHING);
    Locator dialog = site.page().locator(DIALOG);
    assertEquals(3, dialog.locator("wa-select[label='What it becomes'] wa-option").count());
    assertTrue(dialog.getByText("A folder for a web host can be made").isVisible());
    site.page()
        .waitForCondition(
            () -> dialog.locator(".publish-size").innerText().contains("MB, of which"));
    site.screenshots("from-disk-publish");
    CommandFailure refused =
        assertThrows(CommandFailure.class, () -> site.execute("publish:folder", NOTHING));
    assertEquals("unsupported-format", refused.code());
    assertTrue(refused.getMessage().contains("a page on a disk cannot read"), refused.getMessage());
  }

  @Test
  void aPublishedFileOffersWhatItCanMake(Site site) throws IOException {
    site.open();
    site.execute("publish:single-file", JsonObject.of().with("path", "exports/map.html"));
    Path file = Files.write(folder.resolve("map.html"), read(site, "exports/map.html"));
    String address = file.toUri().toString();
    site.allow(address);
    Site.openAt(site.page(), address + "?tools=map,layers");
    Page page = site.page();
    page.locator(".menu-button").click();
    List<String> items = page.locator(".menu .menu-label").allInnerTexts();
    assertTrue(items.contains("Save with all data\u2026"), items::toString);
    assertFalse(items.toString().matches(".*(Publish|figure).*"), items::toString);
    page.keyboard().press("Escape");
    page.keyboard().press("Control+k");
    for (String words : List.of("publish", "figure")) {
      page.locator(".palette-input").fill(words);
      String found = String.join(", ", page.locator(".palette-detail").allInnerTexts());
      assertFalse(found.matches(".*(single-file|folder|research|page:publish|figure).*"), found);
    }
    for (String command :
        List.of(
            "publish:single-file", "publish:folder", "publish:research-object", "publish:figure")) {
      CommandFailure refused =
          assertThrows(CommandFailure.class, () -> site.execute(command, NOTHING));
      assertEquals("unsupported-format", refused.code(), refused.getMessage());
      assertTrue(refused.getMessage().contains("save it with its data"), refused.getMessage());
    }
  }

  /** A map with a run, a layout and what is said of it, as a zip; it is open afterwards. */
  private static byte[] map(Site site) {
    site.open();
    site.execute(
        "layer:classify",
        JsonObject.of()
            .with("layerId", QUAKES)
            .with("field", "depth_km")
            .with("mode", "quantile")
            .with("classes", 5L)
            .with("ramp", "viridis"));
    site.execute(
        "processing:run",
        JsonObject.of()
            .with("algorithm", "native:buffer")
            .with(
                "parameters",
                JsonObject.of().with("INPUT", QUAKES).with("DISTANCE", 2).with("DISSOLVE", true)));
    site.execute("figure:set-layout", JsonObject.of().with("title", TITLE));
    site.execute(
        "document:set-about",
        Json.parseObject(
            """
            {"title": "Quakes", "license": "CC-BY-4.0", "date": "2026-03-31",
             "authors": [{"name": "Ada Beispiel"}]}"""));
    site.execute("publish:map-zip", JsonObject.of().with("path", MAP));
    byte[] map = read(site, MAP);
    site.execute("document:open", JsonObject.of().with("path", MAP));
    return map;
  }

  private static void open(Site site, byte[] map) {
    FormatsTest.put(site, MAP, map);
    site.execute("document:open", JsonObject.of().with("path", MAP));
  }

  private static Map<String, byte[]> figures(Site site) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String format : List.of("svg", "pdf", "png")) {
      files.put(format, FigureTest.export(site, format, NOTHING));
    }
    return files;
  }

  private static byte[] crate(Site site) {
    site.execute("publish:research-object", JsonObject.of().with("path", CRATE));
    return read(site, CRATE);
  }

  private static byte[] read(Site site, String path) {
    JsonObject args = JsonObject.of().with("path", path).with("as", "base64");
    return Base64.getDecoder().decode(site.executeObject("files:read", args).string("base64"));
  }

  private static void assertRunsAgain(Site site) {
    String id = ((JsonArray) site.execute("processing:history", NOTHING)).object(0).string("id");
    JsonObject again = site.executeObject("processing:rerun", JsonObject.of().with("id", id));
    assertTrue(again.bool("identical"), again::toString);
  }
}
