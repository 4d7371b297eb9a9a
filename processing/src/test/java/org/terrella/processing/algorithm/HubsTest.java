package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;

/** Distances of features to others. */
class HubsTest {
  private static final Crs PLANE = new Crs("LOCAL", "", false, 2);

  private static FeatureTable table(String... wkt) {
    return Tables.ofWkt(PLANE, wkt);
  }

  private static List<String> rows(String id, String json, FeatureTable... tables) {
    return Told.rows(Tables.results(id, json, tables).table("OUTPUT"), 0);
  }

  @Test
  void hubsAreTheNearestOnes() {
    FeatureTable input = table("POINT (0 0)", null, "POLYGON ((9 0, 11 0, 11 2, 9 2, 9 0))");
    FeatureTable hubs = table("POINT (10 4)", "POINT (3 4)", null);
    assertEquals(
        List.of(
            "POINT (0 0) class=0 HubName=1 HubDist=5.0",
            "NULL class=1 HubName=null HubDist=null",
            "POINT (10 1) class=2 HubName=0 HubDist=3.0"),
        rows(
            "qgis:distancetonearesthubpoints",
            "{'FIELD': 'class', 'UNIT': 'Layer units'}",
            input,
            hubs));
    assertEquals(
        "LINESTRING (0 0, 3 4) class=0 HubName=1 HubDist=0.01",
        rows(
                "qgis:distancetonearesthublinetohub",
                "{'FIELD': 'class', 'UNIT': 'Kilometers'}",
                input,
                hubs)
            .get(0));
    assertThrows(
        TerrellaException.class,
        () ->
            rows(
                "qgis:distancetonearesthubpoints",
                "{'FIELD': 'class', 'UNIT': 0}",
                Tables.ofWkt(Crs.UNKNOWN, "POINT (0 0)"),
                Tables.ofWkt(Crs.UNKNOWN, "POINT (1 0)")));
  }

  /** A degree of the equator is 111 319.49 m. */
  @Test
  void hubsOfALayerInDegreesAreMeasuredOnTheEllipsoid() {
    FeatureTable result =
        Tables.results(
                "qgis:distancetonearesthubpoints",
                "{'FIELD': 'class', 'UNIT': 'Meters'}",
                Tables.ofWkt(Crs.WGS84, "POINT (0 0)"),
                Tables.ofWkt(Crs.WGS84, "POINT (1 0)"))
            .table("OUTPUT");
    assertEquals(111_319.4908, (Double) result.column("HubDist").value(0), 1e-4);
  }

  @Test
  void hubLinesJoinEqualValues() {
    FeatureTable hubs = table("POINT (0 0)", "POINT (1 1)", null);
    FeatureTable spokes =
        table(
            "POINT (5 0)", "POLYGON ((4 0, 6 0, 6 2, 4 2, 4 0))", "POINT (0 9)", "POINT Z (7 7 1)");
    String fields = "'HUB_FIELD': 'class', 'SPOKE_FIELD': 'class'";
    assertEquals(
        List.of(
            "LINESTRING Z (0 0 0, 5 0 0) class=0 class_2=0",
            "LINESTRING Z (0 0 0, 7 7 1) class=0 class_2=0",
            "LINESTRING Z (1 1 0, 5 1 0) class=1 class_2=1"),
        rows("native:hublines", "{" + fields + "}", hubs, spokes));
  }

  /** The way over 180° along the equator. */
  @Test
  void hubLinesCanBeGeodesicsCutAtTheAntimeridian() {
    FeatureTable result =
        Tables.results(
                "native:hublines",
                "{'HUB_FIELD': 'class', 'SPOKE_FIELD': 'class', 'GEODESIC': true,"
                    + " 'ANTIMERIDIAN_SPLIT': true}",
                Tables.ofWkt(Crs.WGS84, "POINT (179 0)"),
                Tables.ofWkt(Crs.WGS84, "POINT (-179 0)"))
            .table("OUTPUT");
    assertEquals("MULTILINESTRING ((179 0, 180 0), (-180 0, -179 0))", Told.geometry(result, 0));
  }

  private static final String MATRIX = "'INPUT_FIELD': 'class', 'TARGET_FIELD': 'class'";

  @Test
  void distancesComeAsPairsTableOrSummary() {
    FeatureTable input = table("POINT (0 0)", null, "POINT (0 8)");
    FeatureTable target = table("POINT (3 4)", "POINT (0 2)");
    assertEquals(
        List.of(
            "MULTIPOINT ((0 0), (3 4)) InputID=0 TargetID=0 Distance=5.0",
            "MULTIPOINT ((0 0), (0 2)) InputID=0 TargetID=1 Distance=2.0",
            "MULTIPOINT ((0 8), (3 4)) InputID=2 TargetID=0 Distance=5.0",
            "MULTIPOINT ((0 2), (0 8)) InputID=2 TargetID=1 Distance=6.0"),
        rows("qgis:distancematrix", "{" + MATRIX + "}", input, target));
    assertEquals(
        List.of("POINT (0 0) ID=0 0=5.0 1=2.0", "POINT (0 8) ID=2 0=5.0 1=6.0"),
        rows("qgis:distancematrix", "{" + MATRIX + ", 'MATRIX_TYPE': 1}", input, target));
    assertEquals(
        List.of(
            "POINT (0 0) InputID=0 MEAN=3.5 STDDEV=1.5 MIN=2.0 MAX=5.0",
            "POINT (0 8) InputID=2 MEAN=5.5 STDDEV=0.5 MIN=5.0 MAX=6.0"),
        rows("qgis:distancematrix", "{" + MATRIX + ", 'MATRIX_TYPE': 2}", input, target));
  }

  @Test
  void aPointIsNoNeighbourOfItself() {
    FeatureTable points = table("POINT (0 0)", "POINT (0 2)", "POINT (0 5)");
    assertEquals(
        List.of(
            "MULTIPOINT ((0 0), (0 2)) InputID=0 TargetID=1 Distance=2.0",
            "MULTIPOINT ((0 0), (0 2)) InputID=1 TargetID=0 Distance=2.0",
            "MULTIPOINT ((0 2), (0 5)) InputID=2 TargetID=1 Distance=3.0"),
        rows("qgis:distancematrix", "{" + MATRIX + ", 'NEAREST_POINTS': 1}", points, points));
  }

  /** Corners of a square of 4: every nearest neighbour is 2 away, by chance it would be 0.5. */
  @Test
  void nearestNeighbourAnalysis() {
    Results results =
        Tables.results(
            "native:nearestneighbouranalysis",
            "{}",
            table("POINT (0 0)", "POINT (2 0)", "POINT (0 2)", "POINT (2 2)", null));
    assertEquals(2, results.values().number("OBSERVED_MD"));
    assertEquals(0.5, results.values().number("EXPECTED_MD"));
    assertEquals(4, results.values().number("NN_INDEX"));
    assertEquals(4, results.values().number("POINT_COUNT"));
    assertEquals(1.5 / (0.26136 / 2), results.values().number("Z_SCORE"), 1e-12);
    assertTrue(
        Tables.results("native:nearestneighbouranalysis", "{}", table())
                .values()
                .number("OBSERVED_MD")
            == 0);
  }

  @Test
  void pointsTurnToTheNearestPlace() {
    FeatureTable input = table("POINT (0 0)", null, "POINT (0 90)");
    FeatureTable lines = table("LINESTRING (3 -9, 3 9)");
    assertEquals(
        List.of(
            "POINT (0 0) class=0 rotation=90.0",
            "NULL class=1 rotation=null",
            "POINT (0 90) class=2 rotation=null"),
        rows("native:angletonearest", "{'MAX_DISTANCE': 3}", input, lines));
  }
}
