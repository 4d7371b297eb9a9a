package org.terrella.processing.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geojson.GeoJsonReader;

class AreaSearchTest {
  /** A triangle whose box is the square from (0, 0) to (10, 10). */
  private static final double[] TRIANGLE = {0, 0, 10, 0, 10, 10, 0, 0};

  @Test
  void findsWhatTouchesTheArea() {
    assertFinds(true, "Point", "[5, 1]");
    assertFinds(false, "Point", "[1, 5]");
    assertFinds(true, "Point", "[5, 5]");
    assertFinds(false, "MultiPoint", "[[1, 5], [-1, 0]]");
    assertFinds(true, "MultiPoint", "[[1, 5], [10, 10]]");
    assertFinds(true, "LineString", "[[-5, 5], [20, 5]]");
    assertFinds(false, "LineString", "[[0, 1], [9, 10]]");
    assertFinds(true, "Polygon", "[[[-9, -9], [20, -9], [20, 20], [-9, 20], [-9, -9]]]");
    assertFinds(
        false,
        "Polygon",
        "[[[-9,-9],[20,-9],[20,20],[-9,20],[-9,-9]],[[-1,-1],[11,-1],[11,11],[-1,11],[-1,-1]]]");
  }

  @Test
  void aFeatureWithoutGeometryIsNowhere() {
    FeatureTable table = read("{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}");
    assertEquals(false, new AreaSearch(table.geometry(), TRIANGLE).finds(0));
  }

  @Test
  void refusesRingsThatAreNone() {
    FeatureTable table = read("{\"type\":\"Point\",\"coordinates\":[0,0]}");
    for (double[] ring :
        new double[][] {
          {},
          {0, 0, 1, 1, 0, 0},
          {0, 0, 1, 0, 1, 1, 2, 2},
          {0, 0, Double.NaN, 0, 1, 1, 0, 0},
          {0, 0, 1, 1, 1, 0, 0, 1, 0, 0}
        }) {
      assertThrows(TerrellaException.class, () -> new AreaSearch(table.geometry(), ring));
    }
  }

  private static void assertFinds(boolean expected, String type, String coordinates) {
    FeatureTable table = read("{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}");
    assertEquals(
        expected, new AreaSearch(table.geometry(), TRIANGLE).finds(0), type + " " + coordinates);
  }

  private static FeatureTable read(String json) {
    String feature =
        json.contains("\"Feature\"")
            ? json
            : "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + json + "}";
    return GeoJsonReader.read("t", feature.getBytes(StandardCharsets.UTF_8));
  }
}
