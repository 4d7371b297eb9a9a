package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/**
 * Figures: the same picture as PNG, SVG and PDF, with parts that are right in any system of the
 * map.
 */
@BrowserTest
class FigureTest {
  private static final JsonObject NOTHING = JsonObject.of();
  private static final String QUAKES = "sample-earthquakes-layer";
  private static final String HOSTILE =
      "</title><script>alert(1)</script>]]>\u0001 & \"D\u00fcrre\"";

  @TempDir Path folder;

  @Test
  void isTheSamePictureInAllFormats(Site site) throws IOException {
    site.open();
    classify(site);
    JsonObject countries = JsonObject.of().with("layerId", "sample-countries-layer");
    site.execute("layer:set", countries.with("opacity", 0.6));
    layout(site, JsonObject.of().with("authors", "Ada Beispiel, Ben M\u00fcller"));
    JsonObject plain = JsonObject.of().with("dpi", 150);
    byte[] png = export(site, "png", plain);
    byte[] svg = export(site, "svg", plain);
    byte[] pdf = export(site, "pdf", plain);
    keep("figure.png", png);
    keep("figure.svg", svg);
    keep("figure.pdf", pdf);
    BufferedImage picture = image(png);
    assertEquals(1754, picture.getWidth(), "297 mm at 150 dpi");
    assertEquals(1240, picture.getHeight(), "210 mm at 150 dpi");
    assertEquals(5906, pixelsPerMetre(png));

    BufferedImage drawn = drawn(site, svg, picture.getWidth(), picture.getHeight());
    double ofSvg = difference(picture, drawn);
    BufferedImage printed = Pictures.ofPdf(folder, pdf, 150);
    double ofPdf = printed == null ? 0 : difference(picture, printed);
    System.out.printf(
        Locale.ROOT,
        "figure: PNG %d, SVG %d, PDF %d bytes; mean difference of SVG %.3f, of PDF %s%n",
        png.length,
        svg.length,
        pdf.length,
        ofSvg,
        printed == null ? "not measured, as there is no pdftoppm" : String.format("%.3f", ofPdf));
    assertTrue(ofSvg < 1.5, "SVG differs by " + ofSvg + " of 255");
    assertTrue(ofPdf < 1.5, "PDF differs by " + ofPdf + " of 255");
    assertArrayEquals(svg, export(site, "svg", plain), "the same map gives the same bytes");
    assertArrayEquals(pdf, export(site, "pdf", plain), "the same map gives the same bytes");
    assertArrayEquals(png, export(site, "png", plain), "the same map gives the same bytes");
  }

  @Test
  void rastersLieWhereVectorsDoAlsoWhenTheMapIsTurned(Site site) throws IOException {
    site.open();
    site.execute("document:new", NOTHING);
    site.execute("view:set", JsonObject.of().with("crs", "EPSG:3035"));
    FormatsTest.put(site, "data/quarters.tif", RasterDrawingTest.quarters());
    FormatsTest.add(site, "data/quarters.tif");
    square(site, 8, 48, 12, 52);
    site.execute(
        "view:set",
        JsonObject.of()
            .with("center", JsonArray.ofNumbers(10, 50))
            .with("crs", "EPSG:4326")
            .with("resolution", 1200)
            .with("bearing", 20));
    JsonObject plain = JsonObject.of().with("page", "half").with("dpi", 150);
    byte[] png = export(site, "png", plain);
    keep("figure-raster.png", png);
    BufferedImage picture = image(png);
    byte[] svg = export(site, "svg", plain);
    assertTrue(text(svg).contains("<image "), "the raster is a picture");
    double ofSvg = difference(picture, drawn(site, svg, picture.getWidth(), picture.getHeight()));
    BufferedImage printed = Pictures.ofPdf(folder, export(site, "pdf", plain), 150);
    double ofPdf = printed == null ? 0 : difference(picture, printed);
    System.out.printf(
        Locale.ROOT, "figure with a raster: mean difference %.3f, %.3f%n", ofSvg, ofPdf);
    assertTrue(ofSvg < 2, "SVG differs by " + ofSvg);
    assertTrue(ofPdf < 2, "PDF differs by " + ofPdf);
  }

  @Test
  void textIsTextAndPagesAreAsLargeAsTheySay(Site site) throws IOException {
    site.open();
    classify(site);
    JsonObject column = JsonObject.of().with("page", "single").with("showTitle", true);
    String svg =
        text(
            export(
                site, "svg", column.with("title", "\u0391\u03b8\u03ae\u03bd\u03b1, D\u00fcrre")));
    assertTrue(svg.contains("width=\"90mm\" height=\"68mm\""), svg.substring(0, 300));
    for (String words :
        List.of(
            "\u0391\u03b8\u03ae\u03bd\u03b1, D\u00fcrre",
            "Earthquakes",
            "depth_km",
            "Countries",
            "15.2 \u2013 573.8",
            "0\u00b0")) {
      assertTrue(svg.contains(">" + words + "</text>"), words);
    }
    assertTrue(svg.contains("@font-face"), "fonts are in the file");
    byte[] pdf = export(site, "pdf", column.with("page", "nature-double").with("height", 100));
    assertTrue(text(pdf).contains("/MediaBox [0 0 518.74016 283.46457]"), "183 x 100 mm");
    assertFalse(text(pdf).contains("Date"), "nothing says when");
    assertTrue(text(pdf).contains("/FontFile2"), "fonts are in the file");
    String copied = Pictures.textOfPdf(folder, pdf);
    if (copied != null) {
      assertTrue(copied.contains("A week of earthquakes"), copied);
      assertTrue(copied.contains("15.2 \u2013 573.8"), copied);
      assertTrue(Pictures.fontsOfPdf(folder, pdf).contains("yes yes yes"), "embedded subset");
    }
  }

  @Test
  void hostileNamesAreNothingButNames(Site site) throws IOException {
    site.open();
    site.execute("layer:set", JsonObject.of().with("layerId", QUAKES).with("name", HOSTILE));
    layout(site, JsonObject.of().with("title", HOSTILE).with("authors", HOSTILE));
    String svg = new String(export(site, "svg", NOTHING), StandardCharsets.UTF_8);
    Object found =
        site.page()
            .context()
            .newPage()
            .evaluate(
                "svg => { const page = new DOMParser().parseFromString(svg, 'image/svg+xml');"
                    + " return [page.querySelectorAll('script, parsererror').length,"
                    + " page.querySelector('title').textContent]; }",
                svg);
    assertEquals(List.of(0, HOSTILE.replace('\u0001', '\ufffd')), found);
    byte[] pdf = export(site, "pdf", NOTHING);
    assertFalse(text(pdf).contains("/JavaScript"));
    BufferedImage printed = Pictures.ofPdf(folder, pdf, 36);
    assertTrue(printed == null || printed.getWidth() > 300);
    String copied = Pictures.textOfPdf(folder, pdf);
    assertTrue(copied == null || copied.contains("<script>alert(1)</script>"), copied);
  }

  @Test
  void theLayoutIsKeptWithTheMap(Site site) {
    site.open();
    JsonObject usual = site.executeObject("figure:get-layout", NOTHING);
    assertEquals("a4", usual.string("page"));
    layout(site, JsonObject.of().with("page", "single").with("interval", 20));
    JsonObject changed = layout(site, JsonObject.of().with("scaleBar", "none"));
    assertEquals("single", changed.string("page"));
    assertEquals(7, changed.number("fontSize"), "letters fit the column");
    site.execute("document:undo", NOTHING);
    JsonObject before = site.executeObject("figure:get-layout", NOTHING);
    assertEquals(changed.with("scaleBar", "bottom-left"), before);
    site.execute("document:redo", NOTHING);
    String path = site.executeObject("document:save", NOTHING).string("path");
    site.execute("document:new", NOTHING);
    assertEquals(usual, site.executeObject("figure:get-layout", NOTHING));
    site.execute("document:open", JsonObject.of().with("path", path));
    assertEquals(changed, site.executeObject("figure:get-layout", NOTHING));
    site.execute("document:undo", NOTHING);
  }

  @Test
  void whatDoesNotFitIsRefused(Site site) {
    site.open();
    for (JsonObject wrong :
        List.of(
            JsonObject.of().with("page", "a9"),
            JsonObject.of().with("dpi", 5),
            JsonObject.of().with("page", "custom").with("width", 20),
            JsonObject.of().with("background", "url(javascript:alert(1))"),
            JsonObject.of().with("margin", 100))) {
      CommandFailure refused = assertThrows(CommandFailure.class, () -> layout(site, wrong));
      assertEquals("invalid-argument", refused.code(), refused.getMessage());
    }
    JsonObject huge = JsonObject.of().with("page", "a3").with("dpi", 2400);
    CommandFailure refused = assertThrows(CommandFailure.class, () -> report(site, "png", huge));
    assertEquals("invalid-argument", refused.code(), refused.getMessage());
  }

  @Test
  void canBeCancelledAndDoesNotFreezeThePage(Site site) {
    site.open();
    FormatsTest.put(site, "data/rings.geojson", rings().getBytes(StandardCharsets.UTF_8));
    FormatsTest.add(site, "data/rings.geojson");
    site.forgetTasks();
    long begun = System.nanoTime();
    report(site, "svg", NOTHING);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double longest = site.longestTask();
    System.out.printf(
        Locale.ROOT, "figure of 4,000 rings: %.1f s, longest task %.0f ms%n", seconds, longest);
    assertTrue(longest < 400, longest + " ms");
    Object code =
        site.page()
            .evaluate(
                "async () => { const ending = new AbortController();"
                    + " const onProgress = (fraction) => fraction > 0 && ending.abort();"
                    + " return terrella.execute('publish:figure', {format: 'pdf', path:"
                    + " 'exports/never.pdf'}, {signal: ending.signal, onProgress})"
                    + ".then(() => 'done', (reason) => reason.code); }");
    assertEquals("cancelled", code);
  }

  /** 4,000 squares with 10 vertices on each of their sides. */
  private static String rings() {
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < 4_000; i++) {
      double x = -170 + i % 200 * 1.7;
      double y = -60 + i / 200 * 6.0;
      text.append(i == 0 ? "" : ",")
          .append("{\"type\":\"Feature\",\"properties\":{},\"geometry\":")
          .append("{\"type\":\"Polygon\",\"coordinates\":[[");
      for (int side = 0; side < 4; side++) {
        for (int step = 0; step < 10; step++) {
          double along = step / 10.0;
          double u = new double[] {along, 1, 1 - along, 0}[side];
          double v = new double[] {0, along, 1, 1 - along}[side];
          text.append(String.format(Locale.ROOT, "[%.4f,%.4f],", x + u, y + v));
        }
      }
      text.append(String.format(Locale.ROOT, "[%.4f,%.4f]]]}}", x, y));
    }
    return text.append("]}").toString();
  }

  @Test
  void anEmptyMapIsAFigureToo(Site site) throws IOException {
    site.open();
    site.execute("document:new", NOTHING);
    assertTrue(image(export(site, "png", JsonObject.of().with("dpi", 72))).getWidth() > 800);
    assertTrue(text(export(site, "pdf", NOTHING)).endsWith("%%EOF\n"));
  }

  @Test
  void isArrangedInADialog(Site site) throws IOException {
    site.open();
    classify(site);
    site.execute("page:figure", NOTHING);
    Page page = site.page();
    page.waitForSelector(".figure-preview canvas");
    site.screenshots("figure-dialog");
    page.waitForSelector(".figure-preview canvas");
    page.locator("wa-input[data-member=authors]").click();
    page.keyboard().type("Ada Beispiel");
    page.locator("wa-select[data-member=page]").evaluate(CHOOSE, "single");
    page.waitForFunction(
        "() => document.querySelector('.figure-said').textContent.startsWith('90 \u00d7 68 mm')");
    Download download =
        page.waitForDownload(
            () -> page.locator("wa-dialog[open] wa-button").getByText("Export", EXACT).click());
    assertTrue(download.suggestedFilename().endsWith(".pdf"), download.suggestedFilename());
    assertTrue(text(Files.readAllBytes(download.path())).startsWith("%PDF-1.7"));
    JsonObject kept = site.executeObject("figure:get-layout", NOTHING);
    assertEquals("single", kept.string("page"));
    assertEquals("Ada Beispiel", kept.string("authors"));
  }

  private static final String CHOOSE =
      "(select, value) => { select.value = value; select.dispatchEvent(new Event('change')); }";
  private static final Locator.GetByTextOptions EXACT =
      new Locator.GetByTextOptions().setExact(true);

  private static String text(byte[] bytes) {
    boolean svg = bytes[1] == '?';
    return new String(bytes, svg ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  private static void square(Site site, double west, double south, double east, double north) {
    String ring =
        "[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]"
            .formatted(west, south, east, north);
    String geojson =
        "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
            + ring
            + "}}";
    FormatsTest.put(site, "data/square.geojson", geojson.getBytes(StandardCharsets.UTF_8));
    FormatsTest.add(site, "data/square.geojson");
  }

  private static void classify(Site site) {
    site.execute(
        "layer:classify",
        JsonObject.of()
            .with("layerId", QUAKES)
            .with("field", "depth_km")
            .with("mode", "quantile")
            .with("classes", 5L)
            .with("ramp", "viridis"));
  }

  private static JsonObject layout(Site site, JsonObject members) {
    return site.executeObject("figure:set-layout", members);
  }

  static byte[] export(Site site, String format, JsonObject more) {
    report(site, format, more);
    return read(site, format);
  }

  static JsonObject report(Site site, String format, JsonObject more) {
    return site.executeObject(
        "publish:figure", more.with("format", format).with("path", "exports/figure." + format));
  }

  static byte[] read(Site site, String format) {
    JsonObject asked = JsonObject.of().with("path", "exports/figure." + format);
    String text = site.executeObject("files:read", asked.with("as", "base64")).string("base64");
    return Base64.getDecoder().decode(text);
  }

  private static BufferedImage image(byte[] bytes) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  private static int pixelsPerMetre(byte[] png) {
    String text = new String(png, StandardCharsets.ISO_8859_1);
    return ByteBuffer.wrap(png).getInt(text.indexOf("pHYs") + 4);
  }

  /**
   * An SVG as the browser draws it, in so many pixels, on a page that knows nothing of Terrella.
   */
  private static BufferedImage drawn(Site site, byte[] svg, int width, int height)
      throws IOException {
    String answer =
        (String)
            site.page()
                .context()
                .newPage()
                .evaluate(
                    """
                    async ([svg, width, height]) => {
                      const image = new Image(width, height);
                      image.src = 'data:image/svg+xml;base64,' + svg;
                      await image.decode();
                      // Fonts of pictures come a moment later.
                      await new Promise((resolve) => setTimeout(resolve, 300));
                      const canvas = Object.assign(document.createElement('canvas'), { width, height });
                      canvas.getContext('2d').drawImage(image, 0, 0, width, height);
                      return canvas.toDataURL().split(',')[1];
                    }""",
                    List.of(Base64.getEncoder().encodeToString(svg), width, height));
    return image(Base64.getDecoder().decode(answer));
  }

  /** The mean difference of channels, of 255. */
  private static double difference(BufferedImage one, BufferedImage other) {
    assertTrue(Math.abs(one.getWidth() - other.getWidth()) < 2, other.getWidth() + " wide");
    assertTrue(Math.abs(one.getHeight() - other.getHeight()) < 2, other.getHeight() + " high");
    int width = Math.min(one.getWidth(), other.getWidth());
    int height = Math.min(one.getHeight(), other.getHeight());
    long sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int a = one.getRGB(x, y);
        int b = other.getRGB(x, y);
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
        }
      }
    }
    return sum / 3.0 / width / height;
  }

  static void keep(String name, byte[] bytes) throws IOException {
    Path kept = Path.of(System.getProperty("terrella.screenshots", "target/screenshots"));
    Files.createDirectories(kept);
    Files.write(kept.resolve(name), bytes);
  }
}
