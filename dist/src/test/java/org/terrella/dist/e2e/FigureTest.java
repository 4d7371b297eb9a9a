package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;

/**
 * Figures: the same picture as PNG, SVG and PDF, with parts that are right in any system of the
 * map.
 */
@BrowserTest
class FigureTest {
  private static final JsonObject NOTHING = JsonObject.of();
  private static final String QUAKES = "sample-earthquakes-layer";
  private static final String HOSTILE = "</title><script>alert(1)</script>]]>\u0001 & \"D\u00fcrre\"";

  @TempDir Path folder;

  @Test
  void isTheSamePictureInAllFormats(Site site) throws IOException {
    site.open();
    classify(site);
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

  private static byte[] export(Site site, String format, JsonObject more) {
    report(site, format, more);
    return read(site, format);
  }

  private static JsonObject report(Site site, String format, JsonObject more) {
    return site.executeObject(
        "figure:export", more.with("format", format).with("path", "exports/figure." + format));
  }

  private static byte[] read(Site site, String format) {
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

  /** An SVG as the browser draws it, in so many pixels, on a page that knows nothing of Terrella. */
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

  private static void keep(String name, byte[] bytes) throws IOException {
    Path kept = Path.of(System.getProperty("terrella.screenshots", "target/screenshots"));
    Files.createDirectories(kept);
    Files.write(kept.resolve(name), bytes);
  }
}
