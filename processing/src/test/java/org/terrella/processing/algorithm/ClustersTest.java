package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.TableBuilder;

class ClustersTest {
  private static FeatureTable table(String... wkt) {
    return Tables.ofWkt(Crs.UNKNOWN, wkt);
  }

  private static FeatureTable run(String id, String json, FeatureTable table) {
    return Tables.results(id, json, table).table("OUTPUT");
  }

  /** The two that lie farthest apart are those at 20 and 0. */
  @Test
  void meansSettleWhereThePointsAre() {
    FeatureTable result =
        run(
            "native:kmeansclustering",
            "{'CLUSTERS': 2}",
            table(
                "POINT (0 0)", "POINT (1 0)", null, "POINT (20 0)", "POINT (18 0)", "POINT (2 0)"));
    assertEquals(Arrays.asList(1L, 1L, null, 0L, 0L, 1L), reversed(result));
    assertEquals(Arrays.asList(3L, 3L, null, 2L, 2L, 3L), Told.values(result, "CLUSTER_SIZE"));
  }

  /** Numbers of clusters, so that the first row's is 1. */
  private static List<Object> reversed(FeatureTable result) {
    List<Object> ids = Told.values(result, "CLUSTER_ID");
    boolean swap = ids.get(0).equals(0L);
    ids.replaceAll(id -> id == null || !swap ? id : (Object) (1 - (Long) id));
    return ids;
  }

  @Test
  void moreClustersThanPointsAreAsManyAsPoints() {
    FeatureTable result =
        run("native:kmeansclustering", "{}", table("POINT (0 0)", "POINT (5 5)", "POINT (5 5)"));
    assertEquals(3, result.size());
    assertEquals(
        Arrays.asList(0L),
        Told.values(run("native:kmeansclustering", "{}", table("POINT (0 0)")), "CLUSTER_ID"));
    assertEquals(0, run("native:kmeansclustering", "{}", table()).size());
  }

  private static final FeatureTable ROW =
      table(
          "POINT (9 0)",
          "POINT (0 0)",
          "POINT (1 0)",
          "POINT (2 0)",
          null,
          "POINT (3 0)",
          "POINT (20 0)",
          "POINT (21 0)");

  /** The ends of the row of four have one neighbour only: they are its border. */
  @Test
  void denseRowsAreClusters() {
    Results results = Tables.results("native:dbscanclustering", "{'MIN_SIZE': 3}", ROW);
    assertEquals(1, results.values().number("NUM_CLUSTERS"));
    assertEquals(
        Arrays.asList(null, 1L, 1L, 1L, null, 1L, null, null),
        Told.values(results.table("OUTPUT"), "CLUSTER_ID"));
    assertEquals(4L, results.table("OUTPUT").column("CLUSTER_SIZE").value(1));
    assertEquals(
        Arrays.asList(null, null, 1L, 1L, null, null, null, null),
        Told.values(
            run("native:dbscanclustering", "{'MIN_SIZE': 3, 'DBSCAN*': true}", ROW), "CLUSTER_ID"));
    assertEquals(
        Arrays.asList(null, 1L, 1L, 1L, null, 1L, 2L, 2L),
        Told.values(run("native:dbscanclustering", "{'MIN_SIZE': 2}", ROW), "CLUSTER_ID"));
  }

  @Test
  void timesDivideWhatLiesTogether() {
    TableBuilder builder = new TableBuilder("visits");
    for (String day : List.of("2024-01-01", "2024-01-02", "2024-03-01", "2024-03-02")) {
      builder.geometry().beginFeature(GeometryType.POINT);
      builder.geometry().beginPart(GeometryType.POINT);
      builder.geometry().beginRing();
      builder.geometry().vertex(0, 0, Double.NaN, Double.NaN);
      builder.geometry().endFeature();
      builder.column("day").addText(day);
      builder.endRow();
    }
    FeatureTable result =
        run(
            "native:stdbscanclustering",
            "{'DATETIME_FIELD': 'day', 'MIN_SIZE': 2, 'EPS2': 86400000}",
            builder.build());
    assertEquals(List.of(1L, 1L, 2L, 2L), Told.values(result, "CLUSTER_ID"));
    assertThrows(
        TerrellaException.class,
        () -> run("native:stdbscanclustering", "{'DATETIME_FIELD': 'class'}", ROW));
  }
}
