package org.terrella.processing.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.exact.ExactMath;

class TransformationTest {
  private static final String WGS84 = "+proj=longlat +datum=WGS84 +no_defs";
  private static final double METRES_PER_DEGREE = 111_000;

  private static List<String> known() throws IOException {
    try (InputStream in = TransformationTest.class.getResourceAsStream("/projections.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static double[] moved(String from, String to, double x, double y) {
    double[] at = {x, y};
    Transformation.of(from, to).apply(at, 2, 0, 1);
    return at;
  }

  /** PROJ 9's answers; Cassini-Soldner is a series in proj4j that ends earlier. */
  @Test
  void agreesWithProj() throws IOException {
    for (String line : known()) {
      String[] field = line.split("\t");
      double[] at =
          moved(WGS84, field[1], Double.parseDouble(field[2]), Double.parseDouble(field[3]));
      double off =
          ExactMath.hypot(
              at[0] - Double.parseDouble(field[4]), at[1] - Double.parseDouble(field[5]));
      double unit = field[1].contains("longlat") ? METRES_PER_DEGREE : 1;
      double allowed = field[1].contains("cass") ? 0.1 : 0.0015;
      assertTrue(off * unit < allowed, off * unit + " m at " + line);
    }
  }

  /** Heights are dropped on the way, which costs millimetres where datums are far apart. */
  @Test
  void findsTheWayBack() throws IOException {
    for (String line : known()) {
      String[] field = line.split("\t");
      double[] at =
          moved(field[1], WGS84, Double.parseDouble(field[4]), Double.parseDouble(field[5]));
      double off =
          ExactMath.hypot(
              at[0] - Double.parseDouble(field[2]), at[1] - Double.parseDouble(field[3]));
      assertTrue(off * METRES_PER_DEGREE < 0.02, off * METRES_PER_DEGREE + " m at " + line);
    }
  }

  /** Nanometres, up to 30 degrees from the middle. */
  @Test
  void transverseMercatorFindsBackExactly() {
    String system = "+proj=tmerc +lat_0=10 +lon_0=9 +k=0.9996 +x_0=500000 +ellps=GRS80";
    for (int latitude = -88; latitude <= 88; latitude += 8) {
      for (int longitude = -30; longitude <= 30; longitude += 5) {
        double[] at = moved("+proj=longlat +ellps=GRS80", system, 9 + longitude, latitude);
        double[] back = moved(system, "+proj=longlat +ellps=GRS80", at[0], at[1]);
        assertEquals(9 + longitude, back[0], 2e-12, latitude + " " + longitude);
        assertEquals(latitude, back[1], 2e-13, latitude + " " + longitude);
      }
    }
  }

  @Test
  void hasNoPlaceForThePoleInMercator() {
    double[] at = moved(WGS84, "+proj=merc +a=6378137 +b=6378137 +nadgrids=@null", 0, 90);
    assertTrue(Double.isNaN(at[0]) && Double.isNaN(at[1]));
  }

  @Test
  void leavesHeightsAlone() {
    double[] at = {9, 50, 123, 10, 51, 124};
    Transformation.of(WGS84, "+proj=utm +zone=32 +datum=WGS84").apply(at, 3, 0, 2);
    assertEquals(500_000, at[0], 1e-9);
    assertEquals(123, at[2]);
    assertEquals(124, at[5]);
  }

  @Test
  void namesWhatIsNotKnown() {
    for (String wrong :
        List.of(
            "+proj=peirce_q +datum=WGS84",
            "+proj=utm +zone=61 +datum=WGS84",
            "+proj=utm +zone=33 +ellps=flat",
            "+proj=merc +units=parsec",
            "+proj=merc +lon_0=east",
            "GEOGCS[\"WGS 84\"]",
            "")) {
      TerrellaException error =
          assertThrows(TerrellaException.class, () -> Transformation.of(WGS84, wrong));
      assertEquals("invalid-argument", error.code());
      assertTrue(error.getMessage().contains(wrong), error.getMessage());
    }
  }
}
