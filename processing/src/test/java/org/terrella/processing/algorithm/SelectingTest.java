package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.projection.Definitions;
import org.terrella.processing.query.RowSets;

/** Runs that say which features of a layer are to be selected. */
class SelectingTest {
  private static final FeatureTable POINTS =
      Tables.ofWkt(
          Crs.UNKNOWN,
          "POINT (1 1)",
          "POINT (5 5)",
          null,
          "POINT (2 1)",
          "POINT EMPTY",
          "POINT (0 0)",
          "POINT (1 1.5)",
          "POINT (9 9)",
          "POINT (1 0)",
          "POINT (4 0)");
  private static final FeatureTable SQUARE =
      Tables.ofWkt(Crs.UNKNOWN, "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))");

  private static JsonObject selection(String id, String json, FeatureTable... tables) {
    return Tables.results(id, json, tables).values().object("SELECTION");
  }

  private static void assertSelected(String how, JsonObject selection, int... rows) {
    assertEquals(how, selection.string("how"));
    assertArrayEquals(rows, RowSets.ofBits(selection.string("rows")));
  }

  @Test
  void byPlace() {
    String id = "native:selectbylocation";
    assertSelected(
        "new", selection(id, "{'PREDICATE': [0]}", POINTS, SQUARE), new int[] {0, 3, 5, 6, 8});
    assertSelected("add", selection(id, "{'PREDICATE': [6], 'METHOD': 1}", POINTS, SQUARE), 0, 6);
    assertSelected(
        "intersect", selection(id, "{'PREDICATE': [4], 'METHOD': 2}", POINTS, SQUARE), 3, 5, 8);
    assertSelected(
        "remove", selection(id, "{'PREDICATE': [2], 'METHOD': 3}", POINTS, SQUARE), 1, 2, 4, 7, 9);
  }

  @Test
  void byDistance() {
    String id = "native:selectwithindistance";
    assertSelected("new", selection(id, "{'DISTANCE': 2}", POINTS, SQUARE), 0, 3, 5, 6, 8, 9);
  }

  /** The provider that is written in Python has the two last methods the other way round. */
  @Test
  void byValueAndExpression() {
    assertSelected(
        "intersect",
        selection(
            "qgis:selectbyattribute", "{'FIELD': 'class', 'VALUE': '2', 'METHOD': 3}", POINTS),
        2,
        5,
        8);
    assertSelected(
        "remove",
        selection(
            "qgis:selectbyexpression",
            "{'EXPRESSION': '@row_number > 8 or $geometry is null', 'METHOD': 2}",
            POINTS),
        2,
        8,
        9);
  }

  @Test
  void atRandomAsTheExtractingOnesDo() {
    JsonObject some = selection("qgis:randomselection", "{'NUMBER': 3}", POINTS);
    int[] rows = RowSets.ofBits(some.string("rows"));
    assertEquals(3, rows.length);
    FeatureTable taken =
        Tables.results("native:randomextract", "{'NUMBER': 3}", POINTS).table("OUTPUT");
    for (int i = 0; i < rows.length; i++) {
      assertEquals(
          POINTS.column("class").value(rows[i]), taken.column("class").value(i), "row " + rows[i]);
    }
    JsonObject each =
        selection("qgis:randomselectionwithinsubsets", "{'FIELD': 'class', 'NUMBER': 1}", POINTS);
    int[] classes = new int[3];
    for (int row : RowSets.ofBits(each.string("rows"))) {
      classes[row % 3]++;
    }
    assertArrayEquals(new int[] {1, 1, 1}, classes);
  }

  @Test
  void rowsAreThoseOfTheLayer() {
    FeatureTable bow = Tables.ofWkt(Crs.UNKNOWN, "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))");
    Algorithm algorithm = Algorithms.get("native:selectbylocation");
    Map<String, List<FeatureTable>> inputs =
        Map.of("INPUT", List.of(bow), "INTERSECT", List.of(SQUARE));
    Parameters parameters =
        AlgorithmRun.prepared(
            algorithm,
            Map.of("INTERSECT", inputs.get("INTERSECT")),
            Json.parseObject("{\"PREDICATE\": [0]}"),
            "skip",
            Crs.UNKNOWN,
            Definitions.NONE);
    assertThrows(
        TerrellaException.class,
        () -> AlgorithmRun.compute(algorithm, bow, parameters, "skip", Progress.NONE));
  }
}
