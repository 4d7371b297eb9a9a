package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryType;

class DissolveAlgorithmTest {
  private static String square(int x, int y) {
    return "POLYGON ((%d %d, %d %d, %d %d, %d %d, %d %d))"
        .formatted(x, y, x + 1, y, x + 1, y + 1, x, y + 1, x, y);
  }

  @Test
  void uniteByFieldInOrderOfFirstAppearance() {
    FeatureTable input =
        Tables.ofWkt(
            Crs.WEB_MERCATOR, square(0, 0), null, square(9, 9), square(1, 0), null, square(5, 5));
    FeatureTable output = Tables.run("native:dissolve", input, "{'FIELD': ['class']}");
    assertEquals(3, output.size());
    assertEquals(0L, output.column("class").value(0));
    assertEquals(1, Tables.geometry(output, 0).getNumGeometries());
    assertEquals(2, Tables.geometry(output, 0).getArea());
    assertEquals(GeometryType.MULTI_POLYGON, output.geometry().type(0));
    assertNull(Tables.geometry(output, 1));
    assertEquals(2, Tables.geometry(output, 2).getNumGeometries());
  }

  @Test
  void withoutFieldsEverythingBecomesOne() {
    FeatureTable input = Tables.ofWkt(Crs.WEB_MERCATOR, square(0, 0), square(1, 0), square(7, 7));
    FeatureTable output = Tables.run("native:dissolve", input, "{}");
    assertEquals(1, output.size());
    assertEquals(0L, output.column("class").value(0));
    assertEquals(3, Tables.geometry(output, 0).getArea());
  }

  @Test
  void linesAreMerged() {
    FeatureTable input =
        Tables.ofWkt(
            Crs.WEB_MERCATOR,
            "LINESTRING (0 0, 1 0)",
            "LINESTRING (2 0, 1 0)",
            "LINESTRING (5 5, 6 6)");
    FeatureTable output = Tables.run("native:dissolve", input, "{}");
    assertEquals(GeometryType.MULTI_LINE_STRING, output.geometry().type(0));
    assertEquals(2, Tables.geometry(output, 0).getNumGeometries());
  }

  @Test
  void invalidPolygonsAreRepaired() {
    FeatureTable input =
        Tables.ofWkt(Crs.WEB_MERCATOR, "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))", square(20, 20));
    FeatureTable output = Tables.run("native:dissolve", input, "{}");
    assertTrue(Tables.geometry(output, 0).isValid());
    assertEquals(51, Tables.geometry(output, 0).getArea(), 1e-9);
  }

  @Test
  void areaIsNotMoreThanTheSumAndSlicesAgree() {
    FeatureTable stars = Tables.stars(1200, 9);
    FeatureTable output = Tables.run("native:dissolve", stars, "{'FIELD': 'class'}");
    assertEquals(3, output.size());
    double sum = 0;
    double largest = 0;
    for (int row = 0; row < stars.size(); row++) {
      sum += Tables.geometry(stars, row).getArea();
    }
    double area = 0;
    for (int row = 0; row < 3; row++) {
      area += Tables.geometry(output, row).getArea();
      largest = Math.max(largest, Tables.geometry(output, row).getArea());
      assertTrue(Tables.geometry(output, row).isValid());
    }
    assertTrue(area < sum);
    Algorithm dissolve = Algorithms.get("native:dissolve");
    Parameters all = Parameters.of(dissolve.description(), org.terrella.json.JsonObject.of());
    FeatureTable whole = dissolve.compute(stars, all, Progress.NONE).table("OUTPUT");
    FeatureTable sliced = Tables.run("native:dissolve", stars, "{}");
    double wholeArea = Tables.geometry(whole, 0).getArea();
    assertTrue(wholeArea > largest && wholeArea < area);
    assertEquals(wholeArea, Tables.geometry(sliced, 0).getArea(), wholeArea * 1e-12);
  }
}
