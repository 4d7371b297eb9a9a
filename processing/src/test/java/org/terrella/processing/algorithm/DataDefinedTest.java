package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.processing.TableAssert;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.projection.Definitions;

/** Parameters that have a value of their own for each feature. */
class DataDefinedTest {
  private static final FeatureTable POINTS =
      Tables.ofWkt(Crs.WEB_MERCATOR, "POINT (0 0)", "POINT (1 0)", "POINT (2 0)", "POINT (3 0)");

  private static String x(FeatureTable table) {
    StringBuilder all = new StringBuilder();
    for (int row = 0; row < table.size(); row++) {
      all.append(Tables.geometry(table, row).getCoordinate().x).append(' ');
    }
    return all.toString().strip();
  }

  /** The classes of the points are 0, 1, 2, 0; what is no number is the default, 0. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'field': 'class' | 0.0 2.0 4.0 3.0",
        "'expression': '10 * class' | 0.0 11.0 22.0 3.0",
        "'expression': 'nullif(class, 1)' | 0.0 1.0 4.0 3.0",
        "'expression': 'if(class = 1, \\'no\\', \\'5\\')' | 5.0 1.0 7.0 8.0",
        "'expression': 'maximum(class)' | 2.0 3.0 4.0 5.0",
        "'expression': '@row_number' | 1.0 3.0 5.0 7.0",
        "'expression': '$id' | 0.0 2.0 4.0 6.0",
        "'expression': 'class', 'unit': 'kilometers' | 0.0 1001.0 2002.0 3.0"
      })
  void everyFeatureMovesByItsOwnValue(String defined, String expected) {
    String json = "{'DELTA_X': {'type': 'data_defined', " + defined.replace("\\'", "\u0001") + "}}";
    Algorithm translate = Algorithms.get("native:translategeometry");
    FeatureTable moved =
        AlgorithmRun.run(
                translate,
                AlgorithmRun.inputs(translate, POINTS),
                Json.parseObject(json.replace('\'', '"').replace('\u0001', '\'')),
                Progress.NONE)
            .table("OUTPUT");
    assertEquals(expected, x(moved));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'field': 'clas' | DELTA_X of native:translategeometry ; character 1 ; perhaps \"class\" is meant",
        "'expression': 'clss(1)' | DELTA_X ; character 1 ; no function \"clss\"",
        "'expression': '1', 'field': 'class' | either an expression or a field",
        "'expression': '1', 'unit': 'furlongs' | furlongs"
      })
  void whatIsWrongIsSaidBeforeAnythingIsComputed(String defined, String expected) {
    Algorithm translate = Algorithms.get("native:translategeometry");
    String json = "{'DELTA_X': {'type': 'data_defined', " + defined + "}}";
    TerrellaException e =
        assertThrows(
            TerrellaException.class,
            () ->
                AlgorithmRun.plan(
                    translate,
                    AlgorithmRun.inputs(translate, POINTS.slice(0, 0)),
                    Json.parseObject(json.replace('\'', '"')),
                    Definitions.NONE));
    assertEquals("invalid-argument", e.code());
    for (String piece : expected.split(" ; ")) {
      assertTrue(e.getMessage().contains(piece), e.getMessage());
    }
  }

  @Test
  void onlySomeParametersMayBe() {
    TerrellaException e =
        assertThrows(
            TerrellaException.class,
            () ->
                Tables.run(
                    "native:buffer",
                    POINTS,
                    "{'SEGMENTS': {'type': 'data_defined', 'field': 'class'}}"));
    assertTrue(e.getMessage().contains("SEGMENTS"), e.getMessage());
  }

  @Test
  void valuesBeyondTheLimitsNameTheFeature() {
    FeatureTable lines = Tables.ofWkt(Crs.WEB_MERCATOR, "LINESTRING (7 8, 9 9)");
    TerrellaException e =
        assertThrows(
            TerrellaException.class,
            () ->
                Tables.run(
                    "native:splitlinesbylength",
                    lines,
                    "{'LENGTH': {'type': 'data_defined', 'expression': '-1'}}"));
    assertTrue(e.getMessage().contains("begins at 7, 8"), e.getMessage());
    assertTrue(e.getMessage().contains("LENGTH"), e.getMessage());
  }

  @Test
  void truthValuesAndWholeNumbers() {
    FeatureTable points =
        Tables.ofWkt(Crs.WEB_MERCATOR, "MULTIPOINT (0 0, 2 0)", "MULTIPOINT (4 0, 6 0)");
    String json = "{'ALL_PARTS': {'type': 'data_defined', 'field': 'class'}}";
    assertEquals("1.0 4.0 6.0", x(Tables.run("native:centroids", points, json)));
    assertEquals("0.0 4.0 6.0", x(Tables.run("native:pointonsurface", points, json)));
    FeatureTable lines =
        Tables.ofWkt(Crs.WEB_MERCATOR, "LINESTRING (0 0, 4 0)", "LINESTRING (0 0, 4 0)");
    String half = "{'VERTICES': {'type': 'data_defined', 'expression': '0.5 + class'}}";
    FeatureTable dense = Tables.run("native:densifygeometries", lines, half);
    assertEquals(3, Tables.geometry(dense, 0).getNumPoints());
    assertEquals(4, Tables.geometry(dense, 1).getNumPoints());
  }

  @Test
  void buffersOfTheirOwnWidth() {
    FeatureTable squares =
        Tables.ofWkt(
            Crs.WEB_MERCATOR,
            "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))",
            "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))");
    String json = "{'JOIN_STYLE': 'Miter', 'DISTANCE': {'type': 'data_defined', 'field': 'class'}}";
    FeatureTable buffers = Tables.run("native:buffer", squares, json);
    assertEquals(4, Tables.geometry(buffers, 0).getArea(), 1e-9);
    assertEquals(16, Tables.geometry(buffers, 1).getArea(), 1e-9);
  }

  @Test
  void metresOnTheEllipsoidWhereTheAlgorithmKnowsThem() {
    FeatureTable points = Tables.ofWkt(Crs.WGS84, "POINT (0 0)", "POINT (9 0)");
    String json = "{'type': 'data_defined', 'field': 'class', 'unit': 'kilometers'}";
    FeatureTable buffers = Tables.run("native:buffer", points, "{'DISTANCE': " + json + "}");
    assertEquals(GeometryType.NONE, buffers.geometry().type(0));
    double width = Tables.geometry(buffers, 1).getEnvelopeInternal().getWidth();
    assertEquals(2 / 111.32, width, 1e-4);
    TerrellaException e =
        assertThrows(
            TerrellaException.class,
            () -> Tables.run("native:translategeometry", points, "{'DELTA_X': " + json + "}"));
    assertTrue(e.getMessage().contains("DELTA_X"), e.getMessage());
    assertTrue(e.getMessage().contains("reproject"), e.getMessage());
  }

  /** Row numbers, identifiers and aggregates do not depend on where the layer is cut. */
  @Test
  void slicesGiveTheSameAsTheWhole() {
    FeatureTable stars = Tables.stars(1100, 5);
    for (String expression :
        new String[] {"@row_number", "$id + $area", "sum(class)", "@layer_feature_count"}) {
      String json =
          "{\"ANGLE\": {\"type\": \"data_defined\", \"expression\": \"" + expression + "\"}}";
      Algorithm rotate = Algorithms.get("native:rotatefeatures");
      Parameters parameters =
          Parameters.of(rotate.description(), Json.parseObject(json))
              .forSlice(FeatureTables.kinds(stars), 0);
      TableAssert.assertSameTable(
          rotate.compute(stars, parameters, Progress.NONE).table("OUTPUT"),
          Tables.run("native:rotatefeatures", stars, json));
    }
  }
}
