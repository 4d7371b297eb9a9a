package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryType;

class CentroidsAlgorithmTest {
  private static final FeatureTable INPUT =
      Tables.ofWkt(
          Crs.WEB_MERCATOR,
          "MULTIPOINT ((0 0), (4 2))",
          null,
          "POLYGON ((0 0, 6 0, 0 6, 0 0))",
          "LINESTRING (0 0, 2 0, 2 2)");

  @Test
  void oneForEachFeature() {
    FeatureTable output = Tables.run("native:centroids", INPUT, "{}");
    assertEquals("POINT (2 1)", Tables.geometry(output, 0).toText());
    assertEquals(GeometryType.NONE, output.geometry().type(1));
    assertEquals("POINT (2 2)", Tables.geometry(output, 2).toText());
    assertEquals("POINT (1.5 0.5)", Tables.geometry(output, 3).toText());
    assertEquals(2L, output.column("class").value(2));
  }

  @Test
  void oneForEachPart() {
    FeatureTable output = Tables.run("native:centroids", INPUT, "{'ALL_PARTS': true}");
    assertEquals(5, output.size());
    assertEquals("POINT (4 2)", Tables.geometry(output, 1).toText());
    assertEquals(0L, output.column("class").value(1));
  }
}
