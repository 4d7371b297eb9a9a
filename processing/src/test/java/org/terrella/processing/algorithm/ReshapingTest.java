package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geometry.JtsGeometries;

/** Algorithms that move vertices, cut features, or draw others around them. */
class ReshapingTest {
  private static FeatureTable table(String... wkt) {
    return Tables.ofWkt(Crs.UNKNOWN, wkt);
  }

  private static FeatureTable run(String id, String json, FeatureTable... tables) {
    return Tables.results(id, json, tables).table("OUTPUT");
  }

  private static List<String> rows(FeatureTable table) {
    return Told.rows(table, 0);
  }

  @Test
  void subdivisionKeepsTheArea() {
    FeatureTable stars = Tables.stars(5, 3);
    FeatureTable pieces = run("native:subdivide", "{'MAX_NODES': 10}", stars);
    for (int row = 0; row < stars.size(); row++) {
      Geometry whole = Tables.geometry(stars, row);
      Geometry cut = Tables.geometry(pieces, row);
      assertEquals(whole.getArea(), cut.getArea(), 1e-9);
      assertTrue(cut.getNumGeometries() > 7);
      for (int i = 0; i < cut.getNumGeometries(); i++) {
        assertTrue(cut.getGeometryN(i).getNumPoints() < 10);
      }
    }
  }

  @Test
  void linesAreCutAtTheAntimeridian() {
    FeatureTable lines =
        Tables.ofWkt(Crs.WGS84, "LINESTRING Z (178 0 3, -178 0 3)", null, "LINESTRING (1 1, 2 2)");
    assertEquals(
        List.of(
            "MULTILINESTRING Z ((178 0 3, 180 0 3), (-180 0 3, -178 0 3)) class=0", "NULL class=1"),
        rows(run("native:antimeridiansplit", "{}", lines)).subList(0, 2));
    assertThrows(
        TerrellaException.class,
        () -> run("native:antimeridiansplit", "{}", table("LINESTRING (1 1, 2 2)")));
  }

  @Test
  void transectsCrossEveryVertex() {
    FeatureTable line = table("LINESTRING (0 0, 4 0)");
    String fields = "class=0 TR_FID=0 TR_ID=0 TR_SEGMENT=1 TR_ANGLE=90.0 TR_LENGTH=";
    assertTrue(
        rows(run("native:transect", "{'SIDE': 'Right', 'LENGTH': 2}", line))
            .get(0)
            .endsWith(fields + "2.0 TR_ORIENT=1"));
    FeatureTable both = run("native:transect", "{'SIDE': 2, 'LENGTH': 4}", line);
    assertEquals(2, both.size());
    Coordinate[] across = Tables.geometry(both, 1).getCoordinates();
    assertEquals(0, across[0].distance(new Coordinate(4, -2)), 1e-12);
    assertEquals(0, across[1].distance(new Coordinate(4, 2)), 1e-12);
    assertEquals(4.0, both.column("TR_LENGTH").value(1));
    Coordinate[] left =
        Tables.geometry(run("native:transect", "{'SIDE': 0, 'LENGTH': 2}", line), 0)
            .getCoordinates();
    assertEquals(new Coordinate(0, 0), left[0]);
    assertEquals(0, left[1].distance(new Coordinate(0, 2)), 1e-12);
  }

  @Test
  void cornersBecomeSquare() {
    FeatureTable skew = table("POLYGON ((0 0, 10 0.5, 10 8, 0.4 8, 0 0))");
    Coordinate[] ring =
        Tables.geometry(run("native:orthogonalize", "{}", skew), 0).getCoordinates();
    for (int i = 1; i < 4; i++) {
      double dot =
          (ring[i - 1].x - ring[i].x) * (ring[i + 1].x - ring[i].x)
              + (ring[i - 1].y - ring[i].y) * (ring[i + 1].y - ring[i].y);
      assertEquals(0, dot, 1e-5);
    }
    assertEquals(ring[0], ring[4]);
  }

  private static String snapped(int behavior, FeatureTable input, FeatureTable reference) {
    return Told.geometry(
        run(
            "native:snapgeometries",
            "{'TOLERANCE': 1, 'BEHAVIOR': " + behavior + "}",
            input,
            reference),
        0);
  }

  /** A node at 3.5 and a line above; the vertex at 0 is nearer to the line than to its node. */
  @Test
  void verticesSnapToOthers() {
    FeatureTable input = table("LINESTRING (0 0, 10 0)");
    FeatureTable reference = table("LINESTRING (-0.5 0.5, 3.5 0.5, 19.5 0.5)");
    assertEquals("LINESTRING (-0.5 0.5, 3.5 0.5, 10 0.5)", snapped(0, input, reference));
    assertEquals("LINESTRING (0 0.5, 3.5 0.5, 10 0.5)", snapped(1, input, reference));
    assertEquals("LINESTRING (-0.5 0.5, 10 0.5)", snapped(2, input, reference));
    assertEquals("LINESTRING (0 0.5, 10 0.5)", snapped(3, input, reference));
    FeatureTable bent = table("LINESTRING (0 0, 4 0.2, 10 0)");
    assertEquals("LINESTRING (-0.5 0.5, 4 0.2, 10 0.5)", snapped(4, bent, reference));
    assertEquals("LINESTRING (0 0.5, 4 0.2, 10 0.5)", snapped(5, bent, reference));
    assertEquals("LINESTRING (-0.5 0.5, 4 0.2, 10 0)", snapped(6, bent, reference));
    assertEquals("POINT (0 0.5)", snapped(1, table("POINT (0 0)"), reference));
    assertEquals("POINT (0 9)", snapped(0, table("POINT (0 9)"), reference));
  }

  @Test
  void aLayerSnapsToItself() {
    FeatureTable squares =
        table(
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))",
            null,
            "POLYGON ((4.5 0, 8 0, 8 4, 4.2 4, 4.5 0))");
    FeatureTable result =
        run("native:snapgeometries", "{'TOLERANCE': 1, 'BEHAVIOR': 0}", squares, squares);
    assertEquals("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", Told.geometry(result, 0));
    assertEquals("POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))", Told.geometry(result, 2));
    FeatureTable lines =
        table("LINESTRING (0 0, 9 0)", "LINESTRING (4 0.5, 4 9)", "LINESTRING (9.2 0, 12 0)");
    assertEquals(
        List.of(
            "LINESTRING (0 0, 4 0.5, 9 0) class=0",
            "LINESTRING (4 0.5, 4 9) class=1",
            "LINESTRING (9 0, 12 0) class=2"),
        rows(run("native:snapgeometries", "{'TOLERANCE': 1, 'BEHAVIOR': 7}", lines, lines)));
    assertThrows(TerrellaException.class, () -> snapped(7, lines, squares));
  }

  /** A thick U of points: what lies between its arms is not part of the hull. */
  @Test
  void concaveHullsHaveBays() {
    List<Geometry> points = new ArrayList<>();
    for (int x = 0; x < 8; x++) {
      for (int y = 0; y < 6; y++) {
        if (y < 2 || x < 2 || x > 5) {
          points.add(JtsGeometries.FACTORY.createPoint(new Coordinate(x, y)));
        }
      }
    }
    FeatureTable table = Tables.of(Crs.UNKNOWN, points);
    FeatureTable convex = run("qgis:concavehull", "{'ALPHA': 1}", table);
    assertEquals(35, Tables.geometry(convex, 0).getArea(), 1e-9);
    Geometry hull = Tables.geometry(run("qgis:knearestconcavehull", "{}", table), 0);
    assertTrue(hull.isValid() && hull.getArea() < 25, hull.toString());
    points.forEach(point -> assertTrue(hull.covers(point)));
    FeatureTable two =
        table("MULTIPOINT (0 0, 1 0, 1 1, 0 1)", "MULTIPOINT (9 0, 10 0, 10 1, 9 1)");
    FeatureTable parts = run("qgis:concavehull", "{'ALPHA': 0.3, 'NO_MULTIGEOMETRY': true}", two);
    assertEquals(
        List.of("POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))", "POLYGON ((9 0, 9 1, 10 1, 10 0, 9 0))"),
        rows(parts));
    assertEquals(
        List.of(" id=0 class=0", " id=1 class=1"),
        rows(run("qgis:knearestconcavehull", "{'FIELD': 'class'}", two)).stream()
            .map(row -> row.substring(row.indexOf(" id")))
            .toList());
    assertThrows(
        TerrellaException.class, () -> run("qgis:concavehull", "{}", table("POINT (0 0)")));
    assertEquals(
        0, run("qgis:knearestconcavehull", "{}", table("LINESTRING (0 0, 1 1, 2 2)")).size());
  }

  @Test
  void neighbourHullsHoldAllPoints() {
    Random random = new Random(8);
    for (int run = 0; run < 20; run++) {
      List<Geometry> points = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        points.add(
            JtsGeometries.FACTORY.createPoint(
                new Coordinate(random.nextInt(20), random.nextInt(20))));
      }
      Geometry hull =
          Tables.geometry(run("qgis:knearestconcavehull", "{}", Tables.of(Crs.UNKNOWN, points)), 0);
      assertTrue(hull.isValid(), hull.toString());
      points.forEach(point -> assertTrue(hull.covers(point)));
    }
  }

  @Test
  void closePointsAreLaidApart() {
    FeatureTable points = table("POINT (0 0)", "POINT (9 9)", "POINT (0.5 0)", null);
    FeatureTable result = run("qgis:pointsdisplacement", "{'HORIZONTAL': false}", points);
    assertEquals(
        List.of("POINT (0.25 1) class=0", " class=2", "POINT (9 9) class=1"),
        rows(result).stream().map(row -> row.contains("class=2") ? " class=2" : row).toList());
    Coordinate second = Tables.geometry(result, 1).getCoordinate();
    assertEquals(0, second.distance(new Coordinate(0.25, -1)), 1e-12);
    Coordinate right =
        Tables.geometry(run("qgis:pointsdisplacement", "{'HORIZONTAL': true}", points), 0)
            .getCoordinate();
    assertEquals(0, right.distance(new Coordinate(1.25, 0)), 1e-12);
  }

  @Test
  void shapesAreAsLargeAsFieldsSay() {
    FeatureTable points = table("POINT (0 0)", "POINT (5 5)", null, "POINT (6 6)", "POINT (9 9)");
    assertEquals(
        List.of("POLYGON ((4.5 4.5, 4.5 5.5, 5.5 5.5, 5.5 4.5, 4.5 4.5)) class=1"),
        rows(
                run(
                    "qgis:rectanglesovalsdiamondsvariable",
                    "{'SHAPE': 0, 'WIDTH': 'class', 'HEIGHT': 'class'}",
                    points))
            .stream()
            .filter(row -> !row.startsWith("NULL"))
            .limit(1)
            .toList());
  }

  @Test
  void layersOfPlaces() {
    assertEquals(
        List.of("POINT (1 2) id=1"),
        rows(run("native:pointtolayer", "{'INPUT': '1,2 [EPSG:4326]'}")));
    assertEquals(Crs.WGS84, run("native:pointtolayer", "{'INPUT': '1,2 [EPSG:4326]'}").crs());
    FeatureTable extent = run("native:extenttolayer", "{'INPUT': '1,2,5,7 [EPSG:25832]'}");
    assertEquals(List.of("POLYGON ((1 5, 2 5, 2 7, 1 7, 1 5)) id=1"), rows(extent));
    assertEquals("EPSG:25832", extent.crs().id());
    assertEquals(
        List.of(
            "POLYGON ((0 0, 4 0, 4 6, 0 6, 0 0)) MINX=0.0 MINY=0.0 MAXX=4.0 MAXY=6.0 CNTX=2.0"
                + " CNTY=3.0 AREA=24.0 PERIM=20.0 HEIGHT=6.0 WIDTH=4.0"),
        rows(
            run(
                "native:polygonfromlayerextent",
                "{'ROUND_TO': 2}",
                table("POINT (0.5 0)", null, "LINESTRING (1 1, 4 5)"))));
    assertEquals(0, run("native:polygonfromlayerextent", "{}", table()).size());
    assertEquals(
        "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0)) name=test source=null crs=",
        rows(run("native:exportlayersinformation", "{}", table("LINESTRING (0 0, 1 1)")))
            .get(0)
            .substring(0, 62));
  }

  @Test
  void neighboursHaveDifferentColours() {
    FeatureTable squares =
        table(
            "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))",
            "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))",
            null,
            "POLYGON ((2 0, 3 0, 3 1, 2 1, 2 0))");
    for (int balance = 0; balance < 3; balance++) {
      List<Object> colors =
          Told.values(
              run(
                  "qgis:topologicalcoloring",
                  "{'MIN_COLORS': 1, 'BALANCE': " + balance + "}",
                  squares),
              "color_id");
      assertEquals(1L, colors.get(1));
      assertEquals(2L, colors.get(0));
      assertEquals(2L, colors.get(3));
      assertEquals(null, colors.get(2));
    }
    List<Object> apart =
        Told.values(run("qgis:topologicalcoloring", "{'MIN_DISTANCE': 1.5}", squares), "color_id");
    assertNotEquals(apart.get(0), apart.get(3));
  }
}
