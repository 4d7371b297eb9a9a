package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.projection.Definitions;

/** Coordinates, lengths and areas in other systems than the layer's. */
class GeometryFieldsTest {
  private static final Crs UTM_31 = new Crs("EPSG:32631", "", false, 1);
  private static final String UTM = "+proj=utm +zone=31 +datum=WGS84 +units=m";

  /** The map is in Web Mercator. */
  private static final Definitions MAP =
      new Definitions(
          JsonObject.of().with(Definitions.PROJECT, Crs.WEB_MERCATOR.id()).with(UTM_31.id(), UTM));

  private static FeatureTable run(String id, String json, FeatureTable table, Definitions known) {
    Algorithm algorithm = Algorithms.get(id);
    Parameters parameters =
        AlgorithmRun.prepared(
            algorithm,
            Map.of(),
            Json.parseObject(json.replace('\'', '"')),
            "ignore",
            table.crs(),
            known);
    return AlgorithmRun.compute(
            algorithm,
            table,
            parameters.forSlice(FeatureTables.kinds(table), 0),
            "ignore",
            (fraction, text) -> {})
        .table("OUTPUT");
  }

  private static double value(FeatureTable table, String field, int row) {
    return (Double) table.column(field).value(row);
  }

  private static FeatureTable measured(int method, FeatureTable table) {
    return run("qgis:exportaddgeometrycolumns", "{'CALC_METHOD': " + method + "}", table, MAP);
  }

  @Test
  void coordinatesInAnotherSystem() {
    FeatureTable points =
        Tables.ofWkt(Crs.WEB_MERCATOR, "POINT (0 0)", "POINT Z (20037508.342789244 0 7)", null);
    FeatureTable made = run("native:addxyfields", "{'PREFIX': 'g_'}", points, MAP);
    assertEquals(0, value(made, "g_x", 0));
    assertEquals(180, value(made, "g_x", 1), 1e-9);
    assertEquals(0, value(made, "g_y", 1), 1e-9);
    assertNull(made.column("g_x").value(2));
    assertEquals(Crs.WEB_MERCATOR, made.crs());
    assertEquals("POINT (0 0)", Tables.geometry(made, 0).toText());
  }

  /** The middle of a zone lies at x = 500 km. */
  @Test
  void coordinatesInAZone() {
    FeatureTable points = Tables.ofWkt(Crs.WGS84, "POINT (3 0)");
    FeatureTable made =
        run(
            "native:addxyfields",
            "{'CRS': {'id': 'EPSG:32631', 'definition': '', 'geographic': false, 'metersPerUnit':"
                + " 1}}",
            points,
            MAP);
    assertEquals(500_000, value(made, "x", 0), 1e-6);
    assertEquals(0, value(made, "y", 0), 1e-6);
  }

  @Test
  void pointsWithoutPlaceThereHaveNone() {
    FeatureTable pole = Tables.ofWkt(Crs.WGS84, "POINT (0 90)");
    FeatureTable made = run("native:addxyfields", "{'CRS': 'EPSG:3857'}", pole, MAP);
    assertNull(made.column("x").value(0));
  }

  /** A degree on the equator is 111,319.49 m, on the sphere of Web Mercator as on the ellipsoid. */
  @Test
  void linesInThePlaneOfTheMapAndOnTheEllipsoid() {
    double degree = 6_378_137 * Math.PI / 180;
    FeatureTable lines =
        Tables.ofWkt(Crs.WGS84, "LINESTRING (0 0, 1 0, 0 0)", "LINESTRING (0 0, 1 0)");
    FeatureTable layer = measured(0, lines);
    assertEquals(2, value(layer, "length", 0));
    assertEquals(0, value(layer, "straightdis", 0));
    assertNull(layer.column("sinuosity").value(0));
    FeatureTable map = measured(1, lines);
    assertEquals(2 * degree, value(map, "length", 0), 1e-6);
    assertEquals(degree, value(map, "straightdis", 1), 1e-6);
    FeatureTable ellipsoid = measured(2, lines);
    assertEquals(degree, value(ellipsoid, "length", 1), 1e-6);
    assertEquals(degree, value(ellipsoid, "straightdis", 1), 1e-6);
    assertEquals(1, value(ellipsoid, "sinuosity", 1));
    assertEquals("LINESTRING (0 0, 1 0)", Tables.geometry(map, 1).toText());
  }

  /** The middle of a zone is 0.04 % shorter than the ellipsoid. */
  @Test
  void areasOfAProjectedLayerOnTheEllipsoid() {
    String square = "POLYGON ((499000 0, 501000 0, 501000 2000, 499000 2000, 499000 0))";
    FeatureTable table = Tables.ofWkt(UTM_31, square, "POLYGON EMPTY");
    assertEquals(4e6, value(measured(0, table), "area", 0));
    FeatureTable made = measured(2, table);
    assertEquals(4e6 / (0.9996 * 0.9996), value(made, "area", 0), 1);
    assertEquals(8000 / 0.9996, value(made, "perimeter", 0), 1e-3);
    assertNull(made.column("area").value(1));
    // Web Mercator's scale on the ellipsoid's equator is 1, a little more than the zone's.
    assertEquals(4e6 / (0.9996 * 0.9996), value(measured(1, table), "area", 0), 4e6 * 0.01);
  }

  @Test
  void pointsOfTheMap() {
    FeatureTable points = Tables.ofWkt(Crs.WGS84, "POINT Z (180 0 5)");
    FeatureTable made = measured(1, points);
    assertEquals(20_037_508.342789244, value(made, "xcoord", 0), 1e-6);
    assertEquals(5, value(made, "zcoord", 0));
    assertEquals(180, value(measured(2, points), "xcoord", 0));
  }

  /** A layer in the map's own system has the same bits as in its own plane. */
  @Test
  void theSameSystemChangesNoBit() {
    FeatureTable stars = Tables.stars(20, 3);
    FeatureTable own = measured(0, stars);
    FeatureTable map = measured(1, stars);
    for (int row = 0; row < own.size(); row++) {
      assertEquals(own.column("area").value(row), map.column("area").value(row));
    }
  }

  @Test
  void systemsThatNobodyKnowsAreRefused() {
    FeatureTable points = Tables.ofWkt(Crs.UNKNOWN, "LINESTRING (0 0, 1 1)");
    for (int method : new int[] {1, 2}) {
      assertThrows(TerrellaException.class, () -> measured(method, points));
    }
    TerrellaException none =
        assertThrows(
            TerrellaException.class,
            () ->
                run(
                    "qgis:exportaddgeometrycolumns",
                    "{'CALC_METHOD': 1}",
                    Tables.ofWkt(Crs.WGS84, "LINESTRING (0 0, 1 1)"),
                    Definitions.NONE));
    assertTrue(none.getMessage().contains("map"), none.getMessage());
  }
}
