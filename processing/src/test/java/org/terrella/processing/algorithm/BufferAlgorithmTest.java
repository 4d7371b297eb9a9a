package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryType;

class BufferAlgorithmTest {
  private static final String SQUARE = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";

  @Test
  void pointBecomesTheRegularPolygonOfItsSegments() {
    FeatureTable input = Tables.ofWkt(Crs.WEB_MERCATOR, "POINT (3 4)");
    FeatureTable output = Tables.run("native:buffer", input, "{}");
    assertEquals(GeometryType.MULTI_POLYGON, output.geometry().type(0));
    double polygonOf20Sides = 0.5 * 20 * 10 * 10 * Math.sin(2 * Math.PI / 20);
    assertEquals(polygonOf20Sides, Tables.geometry(output, 0).getArea(), 1e-9);
    assertEquals("Buffered", output.name());
  }

  @Test
  void capsAndJoinsOfALine() {
    FeatureTable line = Tables.ofWkt(Crs.WEB_MERCATOR, "LINESTRING (0 0, 100 0)");
    String flat = "{'DISTANCE': 5, 'END_CAP_STYLE': 'flat'}";
    assertEquals(1000, Tables.geometry(Tables.run("native:buffer", line, flat), 0).getArea(), 1e-9);
    String square = "{'DISTANCE': 5, 'END_CAP_STYLE': 2}";
    assertEquals(
        1100, Tables.geometry(Tables.run("native:buffer", line, square), 0).getArea(), 1e-9);
    FeatureTable box = Tables.ofWkt(Crs.WEB_MERCATOR, SQUARE);
    String mitre = "{'DISTANCE': 1, 'JOIN_STYLE': 'Miter'}";
    assertEquals(144, Tables.geometry(Tables.run("native:buffer", box, mitre), 0).getArea(), 1e-9);
    String bevel = "{'DISTANCE': 1, 'JOIN_STYLE': 'Bevel'}";
    assertEquals(142, Tables.geometry(Tables.run("native:buffer", box, bevel), 0).getArea(), 1e-9);
  }

  @Test
  void whatShrinksToNothingHasNoGeometry() {
    FeatureTable input =
        Tables.ofWkt(Crs.WEB_MERCATOR, SQUARE, "POINT (0 0)", null, "POLYGON EMPTY");
    FeatureTable output = Tables.run("native:buffer", input, "{'DISTANCE': -2}");
    assertEquals(36, Tables.geometry(output, 0).getArea(), 1e-9);
    for (int row = 1; row < 4; row++) {
      assertEquals(GeometryType.NONE, output.geometry().type(row));
    }
    assertEquals(1L, output.column("class").value(1));
  }

  @Test
  void invalidPolygonIsBufferedAllTheSame() {
    FeatureTable bowTie = Tables.ofWkt(Crs.WEB_MERCATOR, "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))");
    assertTrue(Tables.geometry(Tables.run("native:buffer", bowTie, "{}"), 0).isValid());
  }

  @Test
  void unitsAreConverted() {
    Crs feet = new Crs("EPSG:2225", "", false, 1200.0 / 3937);
    FeatureTable input = Tables.ofWkt(feet, "POINT (0 0)");
    String mile = "{'DISTANCE': {'value': 1, 'unit': 'mile'}}";
    double width =
        Tables.geometry(Tables.run("native:buffer", input, mile), 0)
            .getEnvelopeInternal()
            .getWidth();
    assertEquals(2 * 1609.344 * 3937 / 1200, width, 1e-6);
  }

  @Test
  void slicesGiveTheSameAsTheWhole() {
    FeatureTable stars = Tables.stars(450, 7);
    Algorithm buffer = Algorithms.get("native:buffer");
    JsonObject json = Json.parseObject("{\"DISTANCE\": 2}");
    FeatureTable whole =
        buffer
            .compute(stars, Parameters.of(buffer.description(), json), Progress.NONE)
            .table("OUTPUT");
    FeatureTable sliced =
        AlgorithmRun.run(buffer, AlgorithmRun.inputs(buffer, stars), json, Progress.NONE)
            .table("OUTPUT");
    assertArrayEquals(whole.geometry().coordinates(), sliced.geometry().coordinates());
    assertArrayEquals(whole.geometry().partOffsets(), sliced.geometry().partOffsets());
    assertEquals(whole.fields(), sliced.fields());
  }

  @Test
  void dissolvedSlicesCoverTheSameArea() {
    FeatureTable stars = Tables.stars(450, 8);
    Algorithm buffer = Algorithms.get("native:buffer");
    JsonObject json = Json.parseObject("{\"DISTANCE\": 2, \"DISSOLVE\": true}");
    FeatureTable whole =
        buffer
            .compute(stars, Parameters.of(buffer.description(), json), Progress.NONE)
            .table("OUTPUT");
    FeatureTable sliced =
        AlgorithmRun.run(buffer, AlgorithmRun.inputs(buffer, stars), json, Progress.NONE)
            .table("OUTPUT");
    assertEquals(1, sliced.size());
    assertEquals(0L, sliced.column("class").value(0));
    assertTrue(Tables.geometry(sliced, 0).isValid());
    double area = Tables.geometry(whole, 0).getArea();
    assertEquals(area, Tables.geometry(sliced, 0).getArea(), area * 1e-12);
    double difference =
        Tables.geometry(whole, 0).symDifference(Tables.geometry(sliced, 0)).getArea();
    assertEquals(0, difference, area * 1e-9);
  }

  @Test
  void emptyLayerStaysEmpty() {
    FeatureTable none = Tables.of(Crs.WEB_MERCATOR, List.of());
    assertEquals(0, Tables.run("native:buffer", none, "{}").size());
    assertEquals(0, Tables.run("native:buffer", none, "{'DISSOLVE': true}").size());
  }
}
