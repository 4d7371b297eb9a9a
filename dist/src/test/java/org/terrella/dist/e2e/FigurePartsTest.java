package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;

/** Scale bar, north arrow and graticule of figures, with answers worked by hand. */
@BrowserTest
class FigurePartsTest {
  private static final JsonObject NOTHING = JsonObject.of();

  /** Semi-major axis and square of the eccentricity of WGS 84. */
  private static final double A = 6378137;

  private static final double E2 = 0.00669437999014;

  /**
   * Two points on a parallel, so far apart as the ellipsoid says, beside the scale bar: N cos φ Δλ.
   */
  @ParameterizedTest
  @CsvSource({
    "EPSG:3857, 10, 60, 0.1", "EPSG:3857, -70, 0, 0.1", "EPSG:25832, 9, 60, 0.1",
    "EPSG:25832, 12, 50, 0.01", "EPSG:4326, 10, 60, 0.05", "EPSG:3995, 45, 80, 0.001"
  })
  void theScaleBarIsTrue(String crs, double longitude, double latitude, double apart, Site site) {
    site.open();
    site.execute("document:new", NOTHING);
    site.execute("view:set", JsonObject.of().with("crs", crs));
    String points =
        String.format(
            Locale.ROOT,
            "{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}",
            point(longitude - apart / 2, latitude),
            point(longitude + apart / 2, latitude));
    FormatsTest.put(site, "data/points.geojson", points.getBytes(StandardCharsets.UTF_8));
    FormatsTest.add(site, "data/points.geojson");
    double phi = Math.toRadians(latitude);
    double across = A / Math.sqrt(1 - E2 * Math.sin(phi) * Math.sin(phi));
    double metres = across * Math.cos(phi) * Math.toRadians(apart);
    look(site, longitude, latitude);
    // The points lie some 5 cm apart.
    JsonObject asked = JsonObject.of().with("scale", (double) Math.round(metres / 0.05));
    JsonObject report = FigureTest.report(site, "svg", asked);
    String svg = new String(FigureTest.read(site, "svg"), StandardCharsets.UTF_8);
    List<double[]> places = circles(svg);
    assertEquals(2, places.size(), svg);
    double drawn =
        Math.hypot(places.get(0)[0] - places.get(1)[0], places.get(0)[1] - places.get(1)[1]);
    JsonObject bar = report.object("scaleBar");
    double told = drawn / bar.number("millimeters") * bar.number("meters");
    // Far from where a system is made for, its scale along x is another one than along y.
    assertEquals(metres, told, metres * 2e-3, crs + ": " + report);
    assertEquals(50, drawn, 0.2);
    Matcher box =
        Pattern.compile("id=\"scale-bar\">\\s*<rect[^>]*/>\\s*<rect [^>]*? width=\"([\\d.]+)\"")
            .matcher(svg);
    assertTrue(box.find());
    assertEquals(bar.number("millimeters"), Double.parseDouble(box.group(1)), 1e-3);
  }

  /**
   * In UTM the angle between true and grid north is atan(tan(λ - λ0) sin φ), 2.5987° at 3° and 60°;
   * towards the middle meridian. About a pole it is the longitude.
   */
  @ParameterizedTest
  @CsvSource({
    "EPSG:25832, 12, 60, 0, -2.599", "EPSG:25832, 6, 60, 0, 2.599", "EPSG:25832, 9, 60, 0, 0",
    "EPSG:3857, 100, 60, 0, 0", "EPSG:3857, 100, 60, 30, 30", "EPSG:3995, 90, 75, 0, -90",
    "EPSG:3031, 90, -75, 0, 90", "EPSG:25832, 12, 60, 10, 7.401"
  })
  void theArrowPointsNorth(
      String crs, double longitude, double latitude, double bearing, double expected, Site site) {
    site.open();
    site.execute("document:new", NOTHING);
    site.execute("view:set", JsonObject.of().with("crs", crs));
    look(site, longitude, latitude);
    site.execute("view:set", JsonObject.of().with("bearing", bearing));
    JsonObject report = FigureTest.report(site, "svg", NOTHING);
    assertEquals(expected, report.number("north"), 0.01, report.toString());
  }

  @Test
  void atAPoleThereIsNoNorth(Site site) throws IOException {
    site.open();
    site.execute("view:set", JsonObject.of().with("crs", "EPSG:3995"));
    site.execute(
        "view:set",
        JsonObject.of().with("center", JsonArray.ofNumbers(0, 0)).with("resolution", 10000));
    JsonObject report = FigureTest.report(site, "svg", NOTHING);
    assertEquals(JsonNull.NULL, report.get("north"));
    String svg = new String(FigureTest.read(site, "svg"), StandardCharsets.UTF_8);
    FigureTest.keep("figure-polar.png", FigureTest.export(site, "png", NOTHING));
    assertTrue(svg.contains("id=\"graticule\""), "parallels go round the pole");
    assertTrue(svg.contains("90\u00b0E"), "meridians are labelled where they leave the frame");
    assertTrue(svg.contains(">60\u00b0N<"), "parallels that do not are labelled on the map");
  }

  @Test
  void theGraticuleIsLabelledInDegrees(Site site) {
    site.open();
    site.execute("document:new", NOTHING);
    site.execute("view:set", JsonObject.of().with("crs", "EPSG:25832"));
    look(site, 9, 50);
    JsonObject asked = JsonObject.of().with("scale", 400_000).with("interval", 0.25);
    JsonObject report = FigureTest.report(site, "svg", asked);
    assertEquals(0.25, report.number("interval"));
    String svg = new String(FigureTest.read(site, "svg"), StandardCharsets.UTF_8);
    for (String label :
        List.of(
            "9\u00b0E", "9\u00b015\u2032E", "8\u00b045\u2032E", "50\u00b0N", "50\u00b015\u2032N")) {
      assertTrue(svg.contains(">" + label + "</text>"), label);
    }
    // The middle meridian is straight and in the middle of the frame; others lean.
    JsonArray frame = report.array("frame");
    double middle = frame.number(0) + frame.number(2) / 2;
    assertTrue(svg.contains(String.format(Locale.ROOT, "<path d=\"M%s ", shortest(middle))), svg);
    double chosen = FigureTest.report(site, "svg", asked.with("interval", 0)).number("interval");
    assertTrue(chosen > 0.05 && chosen < 0.5, "an interval that fits: " + chosen);
  }

  private static String shortest(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  private static void look(Site site, double longitude, double latitude) {
    site.execute(
        "view:set",
        JsonObject.of()
            .with("center", JsonArray.ofNumbers(longitude, latitude))
            .with("crs", "EPSG:4326")
            .with("zoom", 12));
    site.execute(
        "view:set",
        JsonObject.of()
            .with("center", JsonArray.ofNumbers(longitude, latitude))
            .with("crs", "EPSG:4326"));
  }

  private static String point(double longitude, double latitude) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[%.6f,%.6f]}}",
        longitude,
        latitude);
  }

  /** Centres of the circles on the map; the legend's come later. */
  private static List<double[]> circles(String svg) {
    String map = svg.substring(svg.indexOf("id=\"map\""), svg.indexOf("</g>\n</g>"));
    List<double[]> centres = new ArrayList<>();
    Matcher circle = Pattern.compile("<circle cx=\"([-\\d.]+)\" cy=\"([-\\d.]+)\"").matcher(map);
    while (circle.find()) {
      centres.add(
          new double[] {Double.parseDouble(circle.group(1)), Double.parseDouble(circle.group(2))});
    }
    return centres;
  }
}
