package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.projection.Definitions;

/** Selected polygons become part of their neighbours. */
class EliminationTest {
  /** A row of rectangles of height 2: x from 0 to 4, 4 to 5, 5 to 7; the last but one is cut. */
  private static final FeatureTable ROW =
      numbered(
          "POLYGON ((0 0, 4 0, 4 2, 0 2, 0 0))",
          "POLYGON ((4 0, 5 0, 5 2, 4 2, 4 0))",
          "POLYGON ((5 0, 7 0, 7 1, 5 1, 5 0))",
          "POLYGON ((20 0, 21 0, 21 1, 20 0))",
          null);

  private static FeatureTable numbered(String... wkt) {
    return FeatureSink.numbered(Tables.ofWkt(Crs.UNKNOWN, wkt), "class");
  }

  private static List<String> run(FeatureTable table, int mode, String selected) {
    String json = "{'INPUT': {'selected': [" + selected + "]}, 'MODE': " + mode + "}";
    FeatureTable result =
        Tables.results("qgis:eliminateselectedpolygons", json, table).table("OUTPUT");
    return result.crs().equals(table.crs()) ? areas(result) : List.of();
  }

  private static List<String> areas(FeatureTable table) {
    List<String> areas = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      var geometry = Tables.geometry(table, row);
      areas.add(
          table.column("class").value(row)
              + " "
              + (geometry == null ? "none" : geometry.getArea()));
    }
    return areas;
  }

  @Test
  void theLargestTheSmallestOrTheLongestBorder() {
    assertEquals(List.of("0 10.0", "2 2.0", "3 0.5", "4 none"), run(ROW, 0, "1"));
    assertEquals(List.of("0 8.0", "2 4.0", "3 0.5", "4 none"), run(ROW, 1, "1"));
    assertEquals(List.of("0 10.0", "2 2.0", "3 0.5", "4 none"), run(ROW, 2, "1"));
  }

  /** The last goes first; what finds a neighbour only later tries again; the rest stands behind. */
  @Test
  void selectedOnesGrowTogether() {
    assertEquals(List.of("0 12.0", "4 none", "3 0.5"), run(ROW, 0, "3,1,2"));
    assertEquals(List.of("2 12.0", "3 0.5", "4 none"), run(ROW, 0, "0,1"));
    assertEquals(List.of("4 none", "3 0.5", "2 2.0", "1 2.0", "0 8.0"), run(ROW, 2, "0,1,2,3"));
  }

  @Test
  void withoutSelectionNothingChanges() {
    assertEquals(List.of("0 8.0", "1 2.0", "2 2.0", "3 0.5", "4 none"), run(ROW, 0, ""));
    assertEquals(5, Tables.run("qgis:eliminateselectedpolygons", ROW, "{'MODE': 1}").size());
  }

  /** A common point is no border. */
  @Test
  void cornersAreNoNeighbours() {
    FeatureTable corner =
        Tables.ofWkt(
            Crs.UNKNOWN,
            "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))",
            "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))");
    for (int mode = 0; mode < 3; mode++) {
      assertEquals(List.of("0 1.0", "1 1.0"), run(corner, mode, "1"));
    }
  }

  /** Neighbours that overlap count as well, and multi polygons stay such. */
  @Test
  void overlapsAndMultiPolygons() {
    FeatureTable overlapping =
        Tables.ofWkt(
            Crs.UNKNOWN,
            "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)))",
            "MULTIPOLYGON (((3 3, 6 3, 6 6, 3 6, 3 3)), ((9 9, 10 9, 10 10, 9 9)))");
    FeatureTable result =
        Tables.results(
                "qgis:eliminateselectedpolygons",
                "{'INPUT': {'selected': [1]}, 'MODE': 2}",
                overlapping)
            .table("OUTPUT");
    assertEquals("MultiPolygon", Tables.geometry(result, 0).getGeometryType());
    assertEquals(16 + 9 - 1 + 0.5, Tables.geometry(result, 0).getArea(), 1e-12);
  }

  @Test
  void selectionsThatDoNotFitAreRefused() {
    for (String wrong : List.of("9", "-1", "0.5")) {
      TerrellaException failure = assertThrows(TerrellaException.class, () -> run(ROW, 0, wrong));
      assertTrue(failure.getMessage().contains("selected feature"), failure.getMessage());
    }
    FeatureTable broken =
        Tables.ofWkt(
            Crs.UNKNOWN, "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))", "POLYGON ((4 0, 5 0, 5 2, 4 0))");
    Algorithm algorithm = Algorithms.get("qgis:eliminateselectedpolygons");
    Parameters parameters =
        AlgorithmRun.prepared(
            algorithm,
            Map.of(),
            Json.parseObject("{\"INPUT\": {\"selected\": [1]}, \"MODE\": 0}"),
            "skip",
            broken.crs(),
            Definitions.NONE);
    assertThrows(
        TerrellaException.class,
        () ->
            AlgorithmRun.compute(
                algorithm,
                broken,
                parameters.forSlice(FeatureTables.kinds(broken), 0),
                "skip",
                (fraction, text) -> {}));
  }
}
