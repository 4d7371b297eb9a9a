package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.terrella.error.TerrellaException;
import org.terrella.processing.TableAssert;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;

/** Grids, paths and scattered points. */
class CreationTest {
  private static FeatureTable table(String... wkt) {
    return Tables.ofWkt(Crs.UNKNOWN, wkt);
  }

  private static FeatureTable run(String id, String json, FeatureTable... tables) {
    return Tables.results(id, json, tables).table("OUTPUT");
  }

  private static FeatureTable grid(int type, String more) {
    return run(
        "native:creategrid",
        "{'EXTENT': '0,4,0,2', 'CRS': 'EPSG:3857', 'TYPE': "
            + type
            + ", 'HSPACING': 2, 'VSPACING': 2"
            + more
            + "}");
  }

  @Test
  void gridsOfPointsLinesAndRectangles() {
    assertEquals(
        List.of(
            "POINT (0 2) id=1 left=0.0 top=2.0 right=2.0 bottom=4.0 row_index=0 col_index=0",
            "POINT (2 2) id=2 left=2.0 top=2.0 right=4.0 bottom=4.0 row_index=0 col_index=1"),
        Told.rows(grid(0, ""), 0));
    assertEquals(Crs.WEB_MERCATOR, grid(0, "").crs());
    assertEquals(
        List.of(
            "LINESTRING (0 2, 4 2) id=1 left=0.0 top=2.0 right=4.0 bottom=2.0",
            "LINESTRING (0 0, 4 0) id=2 left=0.0 top=0.0 right=4.0 bottom=0.0",
            "LINESTRING (0 2, 0 0) id=3 left=0.0 top=2.0 right=0.0 bottom=0.0",
            "LINESTRING (2 2, 2 0) id=4 left=2.0 top=2.0 right=2.0 bottom=0.0",
            "LINESTRING (4 2, 4 0) id=5 left=4.0 top=2.0 right=4.0 bottom=0.0"),
        Told.rows(grid(1, ""), 0));
    assertEquals(
        List.of(
            "POLYGON ((0 2, 2 2, 2 0, 0 0, 0 2)) id=1 left=0.0 top=2.0 right=2.0 bottom=0.0"
                + " row_index=0 col_index=0",
            "POLYGON ((2 2, 4 2, 4 0, 2 0, 2 2)) id=2 left=2.0 top=2.0 right=4.0 bottom=0.0"
                + " row_index=0 col_index=1"),
        Told.rows(grid(2, ""), 0));
    assertEquals(4, grid(2, ", 'HOVERLAY': 1").size());
  }

  @Test
  void gridsOfDiamondsAndHexagons() {
    FeatureTable diamonds = grid(3, "");
    assertEquals("POLYGON ((0 1, 1 2, 2 1, 1 0, 0 1))", Told.geometry(diamonds, 0));
    assertEquals("POLYGON ((1 0, 2 1, 3 0, 2 -1, 1 0))", Told.geometry(diamonds, 1));
    assertEquals(4, diamonds.size());
    // Hexagons 2 high have an area of 2 √3.
    FeatureTable hexagons = grid(4, "");
    assertEquals(2 * Math.sqrt(3), Tables.geometry(hexagons, 0).getArea(), 1e-9);
    assertTrue(Tables.geometry(hexagons, 0).touches(Tables.geometry(hexagons, 1)));
    assertEquals(0.0, hexagons.column("bottom").value(0));
    assertEquals(-1.0, hexagons.column("bottom").value(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", 'HSPACING': 0",
        ", 'HSPACING': 5",
        ", 'VOVERLAY': 2",
        ", 'VSPACING': 0.0000001"
      })
  void gridsThatCannotBe(String wrong) {
    String json = "{'EXTENT': '0,4,0,2', 'CRS': 'EPSG:3857', 'TYPE': 2";
    assertThrows(
        TerrellaException.class,
        () ->
            run(
                "native:creategrid",
                json
                    + (wrong.contains("HSPACING") ? "" : ", 'HSPACING': 2")
                    + (wrong.contains("VSPACING") ? "" : ", 'VSPACING': 2")
                    + wrong
                    + "}"));
  }

  @Test
  void regularPoints() {
    String place = "{'EXTENT': '0,20,0,10', 'CRS': 'EPSG:3857', ";
    assertEquals(
        List.of("POINT (1 9) id=0", "POINT (11 9) id=1"),
        Told.rows(run("qgis:regularpoints", place + "'SPACING': 10, 'INSET': 1}"), 0));
    // 8 points for an area of 200: 5 apart.
    assertEquals(
        15, run("qgis:regularpoints", place + "'SPACING': 8, 'IS_SPACING': false}").size());
    FeatureTable moved = run("qgis:regularpoints", place + "'SPACING': 5, 'RANDOMIZE': true}");
    assertEquals(15, moved.size());
    for (int row = 0; row < moved.size(); row++) {
      var point = Tables.geometry(moved, row).getCoordinate();
      assertTrue(point.x >= 0 && point.x <= 20 && point.y >= 0 && point.y <= 10);
      assertTrue(Math.abs(point.x - row % 5 * 5) <= 2.5);
    }
  }

  @Test
  void pathsFollowAnOrder() {
    FeatureTable points =
        table("POINT (0 0)", "POINT (1 0)", "POINT (2 0)", "POINT (3 3)", null, "POINT (5 5)");
    assertEquals(
        List.of("LINESTRING (2 0, 5 5, 1 0, 0 0, 3 3) begin=2 end=0"),
        Told.rows(run("native:pointstopath", "{'ORDER_EXPRESSION': '-class'}", points), 0).stream()
            .map(row -> row.replace("begin=-2", "begin=2"))
            .toList());
    assertEquals(
        List.of(
            "LINESTRING (0 0, 3 3) class=0 begin=0 end=0",
            "LINESTRING (2 0, 5 5) class=2 begin=2 end=2"),
        Told.rows(
            run(
                "native:pointstopath",
                "{'GROUP_EXPRESSION': 'class', 'ORDER_EXPRESSION': 'class'}",
                points),
            0));
    Results closed =
        Tables.results(
            "native:pointstopath",
            "{'CLOSE_PATH': true}",
            table("POINT (0 0)", "POINT (1 0)", "POINT (1 1)"));
    assertEquals("LINESTRING (0 0, 1 0, 1 1, 0 0)", Told.geometry(closed.table("OUTPUT"), 0));
    assertEquals(1, closed.values().number("NUM_PATHS"));
    assertEquals(0, run("native:pointstopath", "{}", table("POINT (0 0)", null)).size());
    assertTrue(NaturalOrder.NUMBERS_IN_TEXTS.compare("a2b", "a010") < 0);
    assertTrue(NaturalOrder.NUMBERS_IN_TEXTS.compare("a", "a1") < 0);
  }

  @Test
  void climbs() {
    Results results =
        Tables.results(
            "qgis:climbalongline",
            "{}",
            table(
                "LINESTRING Z (0 0 1, 1 0 4, 2 0 2)",
                null,
                "MULTILINESTRING Z ((0 0 9, 1 1 8), (0 0 0, 1 1 5))"));
    assertEquals(
        List.of(
            " climb=3.0 descent=2.0 minelev=1.0 maxelev=4.0 class=0",
            " climb=5.0 descent=1.0 minelev=0.0 maxelev=9.0 class=2"),
        Told.rows(results.table("OUTPUT"), 0).stream()
            .map(row -> row.substring(row.indexOf(" climb")))
            .toList());
    assertEquals(8, results.values().number("TOTALCLIMB"));
    assertEquals(3, results.values().number("TOTALDESCENT"));
    assertEquals(9, results.values().number("MAXELEVATION"));
    assertThrows(
        TerrellaException.class,
        () -> run("qgis:climbalongline", "{}", table("LINESTRING (0 0, 1 1)")));
  }

  @Test
  void scatteredPointsLieWhereTheyShould() {
    FeatureTable squares =
        table(
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 3, 3 3, 3 1, 1 1))",
            null,
            "MULTIPOLYGON (((10 0, 11 0, 11 1, 10 0)), ((20 0, 29 0, 29 9, 20 0)))");
    Results results =
        Tables.results("native:randompointsinpolygons", "{'POINTS_NUMBER': 50}", squares);
    FeatureTable points = results.table("OUTPUT");
    assertEquals(
        List.of("rand_point_id", "class"), points.fields().stream().map(Field::name).toList());
    assertEquals(100, results.values().number("OUTPUT_POINTS"));
    assertEquals(1, results.values().number("FEATURES_WITH_EMPTY_OR_NO_GEOMETRY"));
    for (int row = 0; row < 100; row++) {
      assertTrue(Tables.geometry(squares, row < 50 ? 0 : 2).contains(Tables.geometry(points, row)));
      assertEquals((long) row, points.column("rand_point_id").value(row));
    }
    TableAssert.assertSameTable(
        points,
        Tables.results("native:randompointsinpolygons", "{'POINTS_NUMBER': 50, 'SEED': 1}", squares)
            .table("OUTPUT"));
    assertEquals(
        1,
        Tables.results(
                "native:randompointsinpolygons",
                "{'POINTS_NUMBER': 2, 'MIN_DISTANCE': 9, 'INCLUDE_POLYGON_ATTRIBUTES': false}",
                table("POLYGON ((0 0, 1 0, 0 1, 0 0))"))
            .values()
            .number("POLYGONS_WITH_MISSED_POINTS"));
    FeatureTable inside =
        run("qgis:randompointsinsidepolygons", "{'STRATEGY': 1, 'VALUE': 2}", squares);
    assertEquals(24 + 82, inside.size());
    assertEquals(0, run("qgis:randompointsinsidepolygons", "{}", table()).size());
  }

  @Test
  void scatteredPointsOnLinesAndOverExtents() {
    FeatureTable lines =
        table("LINESTRING (0 0, 10 0)", "MULTILINESTRING ((0 5, 1 5), (0 7, 9 7))");
    FeatureTable points =
        run("native:randompointsonlines", "{'POINTS_NUMBER': 20, 'MIN_DISTANCE': 0.01}", lines);
    for (int row = 0; row < points.size(); row++) {
      assertTrue(
          Tables.geometry(lines, row < 20 ? 0 : 1).distance(Tables.geometry(points, row)) < 1e-12);
    }
    FeatureTable along = run("qgis:randompointsalongline", "{'POINTS_NUMBER': 30}", lines);
    assertEquals(30, along.size());
    assertEquals(29L, along.column("id").value(29));
    FeatureTable bounds =
        run(
            "qgis:randompointsinlayerbounds",
            "{'POINTS_NUMBER': 30, 'MIN_DISTANCE': 0.1}",
            table("POLYGON ((0 0, 1 0, 1 1, 0 0))"));
    for (int row = 1; row < bounds.size(); row++) {
      assertTrue(Tables.geometry(bounds, row).distance(Tables.geometry(bounds, row - 1)) >= 0.1);
    }
    FeatureTable extent =
        run(
            "native:randompointsinextent",
            "{'EXTENT': '5,6,7,8', 'POINTS_NUMBER': 10, 'TARGET_CRS': 'EPSG:4326'}");
    assertEquals(10, extent.size());
    assertEquals(Crs.WGS84, extent.crs());
    assertEquals(
        1,
        run(
                "native:randompointsinextent",
                "{'EXTENT': '5,6,7,8', 'POINTS_NUMBER': 10, 'MIN_DISTANCE': 9, 'TARGET_CRS': 'EPSG:4326'}")
            .size());
  }
}
