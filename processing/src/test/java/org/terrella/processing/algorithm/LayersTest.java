package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.TableBuilder;

/** Algorithms on two layers, on groups, and on fields: answers worked by hand. */
class LayersTest {
  private static final Crs METRES = Crs.WEB_MERCATOR;
  private static final FeatureTable ONE =
      Tables.ofWkt(METRES, square(0, 0, 4), square(10, 0, 4), null);
  private static final FeatureTable TWO = Tables.ofWkt(METRES, square(2, 2, 4), square(20, 0, 1));

  private static String square(int x, int y, int side) {
    int r = x + side;
    int t = y + side;
    return "POLYGON (("
        + x
        + " "
        + y
        + ", "
        + r
        + " "
        + y
        + ", "
        + r
        + " "
        + t
        + ", "
        + x
        + " "
        + t
        + ", "
        + x
        + " "
        + y
        + "))";
  }

  private static double area(FeatureTable table, int row) {
    return Tables.geometry(table, row).getArea();
  }

  private static List<String> names(FeatureTable table) {
    return table.fields().stream().map(Field::name).toList();
  }

  @Test
  void clipKeepsWhatLiesInside() {
    FeatureTable result = Tables.results("native:clip", "{}", ONE, TWO).table("OUTPUT");
    assertEquals(1, result.size());
    assertEquals(4, area(result, 0), 0);
    assertEquals(GeometryType.MULTI_POLYGON, result.geometry().type(0));
    assertEquals(List.of("class"), names(result));
  }

  @Test
  void differenceKeepsTheRestAndWhatHasNoGeometry() {
    FeatureTable result = Tables.results("native:difference", "{}", ONE, TWO).table("OUTPUT");
    assertEquals(3, result.size());
    assertEquals(12, area(result, 0), 0);
    assertEquals(16, area(result, 1), 0);
    assertEquals(GeometryType.NONE, result.geometry().type(2));
  }

  @Test
  void whatIsCoveredHasNoDifference() {
    FeatureTable inner = Tables.ofWkt(METRES, square(1, 1, 1));
    assertEquals(0, Tables.results("native:difference", "{}", inner, ONE).table("OUTPUT").size());
  }

  @Test
  void intersectionHasTheAttributesOfBoth() {
    FeatureTable result = Tables.results("native:intersection", "{}", TWO, ONE).table("OUTPUT");
    assertEquals(List.of("class", "class_2"), names(result));
    assertEquals(1, result.size());
    assertEquals(4, area(result, 0), 0);
    assertEquals(0L, result.column("class_2").value(0));
    FeatureTable named =
        Tables.results("native:intersection", "{'OVERLAY_FIELDS_PREFIX': 'o_'}", TWO, ONE)
            .table("OUTPUT");
    assertEquals(List.of("class", "o_class"), names(named));
  }

  @Test
  void unionIsAllOfBoth() {
    FeatureTable result = Tables.results("native:union", "{}", ONE, TWO).table("OUTPUT");
    // Common, of the first alone (with the one without geometry), of the second alone.
    assertEquals(6, result.size());
    double[] areas = new double[6];
    for (int row : new int[] {0, 1, 2, 4, 5}) {
      areas[row] = area(result, row);
    }
    assertArrayEquals(new double[] {4, 12, 16, 0, 12, 1}, areas);
    assertEquals(1L, result.column("class").value(2));
    assertNull(result.column("class_2").value(2));
    assertNull(result.column("class").value(5));
    assertEquals(1L, result.column("class_2").value(5));
  }

  @Test
  void symmetricalDifferenceLeavesOutWhatIsCommon() {
    FeatureTable result =
        Tables.results("native:symmetricaldifference", "{}", ONE, TWO).table("OUTPUT");
    assertEquals(5, result.size());
    assertEquals(12, area(result, 0), 0);
    assertEquals(12, area(result, 3), 0);
  }

  /** Two squares of 16 that share 4: two pieces of 12, and that of 4 once for each. */
  @Test
  void unionOfALayerAloneCutsItAtItsOwnFeatures() {
    FeatureTable input =
        Tables.ofWkt(
            METRES,
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))",
            "POLYGON ((2 2, 6 2, 6 6, 2 6, 2 2))",
            "POLYGON ((10 0, 11 0, 11 1, 10 1, 10 0))");
    FeatureTable result = Tables.results("native:union", "{}", input).table("OUTPUT");
    double[] areas = new double[result.size()];
    for (int row = 0; row < areas.length; row++) {
      areas[row] = area(result, row);
    }
    assertArrayEquals(new double[] {12, 4, 4, 12, 1}, areas);
  }

  /** As QGIS does: the overlay is brought into the system of the input. */
  @Test
  void layersOfTwoSystemsMeet() {
    FeatureTable elsewhere = Tables.results("native:reprojectlayer", "{}", TWO).table("OUTPUT");
    assertEquals(Crs.WGS84, elsewhere.crs());
    FeatureTable there =
        Tables.results("native:intersection", "{}", ONE, elsewhere).table("OUTPUT");
    FeatureTable here = Tables.results("native:intersection", "{}", ONE, TWO).table("OUTPUT");
    assertEquals(here.size(), there.size());
    assertEquals(here.crs(), there.crs());
    for (int row = 0; row < here.size(); row++) {
      assertEquals(area(here, row), area(there, row), 1e-7);
    }
  }

  @Test
  void aSystemThatNobodyDefinedIsNamed() {
    FeatureTable unknown = TWO.withCrs(new Crs("EPSG:999999", "", false, 1));
    TerrellaException e =
        assertThrows(
            TerrellaException.class, () -> Tables.results("native:clip", "{}", ONE, unknown));
    assertTrue(e.getMessage().contains("EPSG:999999"), e.getMessage());
  }

  @Test
  void aLayerThatIsMissingIsNamed() {
    TerrellaException e =
        assertThrows(TerrellaException.class, () -> Tables.results("native:clip", "{}", ONE));
    assertTrue(e.getMessage().contains("Parameter OVERLAY of native:clip is missing"));
  }

  private static List<Object> located(String predicate, FeatureTable input, FeatureTable other) {
    FeatureTable result =
        Tables.results(
                "native:extractbylocation", "{'PREDICATE': [" + predicate + "]}", input, other)
            .table("OUTPUT");
    List<Object> classes = new ArrayList<>();
    for (int row = 0; row < result.size(); row++) {
      classes.add(result.column("class").value(row));
    }
    return classes;
  }

  @Test
  void predicatesOfLocation() {
    FeatureTable points = Tables.ofWkt(METRES, "POINT (1 1)", "POINT (4 2)", "POINT (9 9)");
    assertEquals(List.of(0L, 1L), located("0", points, ONE));
    assertEquals(List.of(2L), located("'disjoint'", points, ONE));
    assertEquals(List.of(1L), located("4", points, ONE));
    assertEquals(List.of(0L), located("6", points, ONE));
    assertEquals(List.of(0L, 2L), located("2, 6", points, ONE));
    assertEquals(List.of(0L), located("1", ONE, points));
    assertEquals(List.of(0L, 1L), located("3", ONE, ONE));
    assertEquals(List.of(0L), located("5", ONE, TWO));
  }

  @Test
  void withinDistance() {
    FeatureTable points = Tables.ofWkt(METRES, "POINT (5 0)", "POINT (7 0)", "POINT (30 0)");
    FeatureTable result =
        Tables.results("native:extractwithindistance", "{'DISTANCE': 3}", points, ONE)
            .table("OUTPUT");
    assertEquals(2, result.size());
  }

  @Test
  void pointsAreCounted() {
    FeatureTable points =
        Tables.ofWkt(METRES, "POINT (1 1)", "POINT (2 2)", "POINT (0 0)", "POINT (11 1)");
    FeatureTable result =
        Tables.results("native:countpointsinpolygon", "{}", ONE, points).table("OUTPUT");
    assertEquals(2.0, result.column("NUMPOINTS").value(0));
    assertEquals(1.0, result.column("NUMPOINTS").value(1));
    assertEquals(0.0, result.column("NUMPOINTS").value(2));
    FeatureTable weighed =
        Tables.results("native:countpointsinpolygon", "{'WEIGHT': 'class'}", ONE, points)
            .table("OUTPUT");
    assertEquals(1.0, weighed.column("NUMPOINTS").value(0));
  }

  @Test
  void collectedByField() {
    FeatureTable points =
        Tables.ofWkt(METRES, "POINT (0 0)", "POINT (1 0)", "POINT (2 0)", "POINT (3 0)", null);
    FeatureTable result = Tables.run("native:collect", points, "{'FIELD': 'class'}");
    assertEquals(3, result.size());
    assertEquals("MULTIPOINT ((0 0), (3 0))", Tables.geometry(result, 0).toText());
    assertEquals("MULTIPOINT ((1 0))", Tables.geometry(result, 1).toText());
    assertEquals(1, Tables.run("native:collect", points, "{}").size());
    FeatureTable none = Tables.of(METRES, List.of());
    assertEquals(0, Tables.run("native:collect", none, "{}").size());
  }

  @Test
  void oneBoundOfAll() {
    FeatureTable result = Tables.run("qgis:minimumboundinggeometry", ONE, "{'TYPE': 0}");
    assertEquals(List.of("id", "width", "height", "area", "perimeter"), names(result));
    assertEquals(56.0, result.column("area").value(0));
    FeatureTable hulls =
        Tables.run("qgis:minimumboundinggeometry", ONE, "{'TYPE': 3, 'FIELD': 'class'}");
    assertEquals(List.of("id", "class", "area", "perimeter"), names(hulls));
    assertEquals(16.0, hulls.column("area").value(1));
  }

  @Test
  void polygonsOfCrossingLines() {
    FeatureTable lines =
        Tables.ofWkt(
            METRES,
            "LINESTRING (0 1, 4 1)",
            "LINESTRING (0 3, 4 3)",
            "LINESTRING (1 0, 1 4)",
            "LINESTRING (3 0, 3 4)");
    Results results = Tables.results("native:polygonize", "{}", lines);
    assertEquals(1, results.values().integer("NUM_POLYGONS"));
    assertEquals(4, area(results.table("OUTPUT"), 0), 0);
    assertEquals(List.of(), names(results.table("OUTPUT")));
  }

  @Test
  void trianglesAndCells() {
    FeatureTable points =
        Tables.ofWkt(METRES, "POINT (0 0)", "POINT (4 0)", "POINT (0 4)", "POINT (5 5)");
    FeatureTable triangles = Tables.run("qgis:delaunaytriangulation", points, "{}");
    assertEquals(2, triangles.size());
    assertEquals(20, area(triangles, 0) + area(triangles, 1), 1e-12);
    FeatureTable cells = Tables.run("qgis:voronoipolygons", points, "{'BUFFER': 10}");
    assertEquals(4, cells.size());
    double sum = 0;
    for (int row = 0; row < 4; row++) {
      assertEquals((long) row % 3, cells.column("class").value(row));
      assertTrue(Tables.geometry(cells, row).covers(Tables.geometry(points, row)));
      sum += area(cells, row);
    }
    assertEquals(36, sum, 1e-9);
    assertThrows(
        TerrellaException.class,
        () ->
            Tables.run(
                "qgis:voronoipolygons", Tables.ofWkt(METRES, "POINT (0 0)", "POINT (0 0)"), "{}"));
  }

  @Test
  void duplicatesGo() {
    FeatureTable lines =
        Tables.ofWkt(
            METRES, "LINESTRING (0 0, 1 1)", "LINESTRING (1 1, 0 0)", null, "POINT (0 0)", null);
    Results results = Tables.results("native:deleteduplicategeometries", "{}", lines);
    assertEquals(3, results.values().integer("RETAINED_COUNT"));
    assertEquals(2, results.values().integer("DUPLICATE_COUNT"));
  }

  @Test
  void attributesAreCompared() {
    FeatureTable table = Tables.ofWkt(METRES, "POINT (0 0)", "POINT (1 0)", "POINT (2 0)");
    String json =
        "{'FIELD': 'class', 'OPERATOR': '≥', 'VALUE': '1', 'FAIL_OUTPUT': 'TEMPORARY_OUTPUT'}";
    Results results = Tables.results("native:extractbyattribute", json, table);
    assertEquals(2, results.table("OUTPUT").size());
    assertEquals(1, results.table("FAIL_OUTPUT").size());
    Results quiet =
        Tables.results("native:extractbyattribute", "{'FIELD': 'class', 'OPERATOR': 8}", table);
    assertEquals(0, quiet.table("OUTPUT").size());
    assertEquals(1, quiet.tables().size());
    assertThrows(
        TerrellaException.class,
        () ->
            Tables.results(
                "native:extractbyattribute",
                "{'FIELD': 'class', 'OPERATOR': 'contains', 'VALUE': 'x'}",
                table));
  }

  @Test
  void fieldsComeAndGo() {
    FeatureTable bounds = Tables.run("native:boundingboxes", ONE, "{}");
    FeatureTable kept = Tables.run("native:retainfields", bounds, "{'FIELDS': ['area', 'class']}");
    assertEquals(List.of("class", "area"), names(kept));
    FeatureTable dropped = Tables.run("native:deletecolumn", bounds, "{'COLUMN': 'class'}");
    assertEquals(List.of("width", "height", "area", "perimeter"), names(dropped));
    FeatureTable renamed =
        Tables.run("native:renametablefield", kept, "{'FIELD': 'area', 'NEW_NAME': 'a'}");
    assertEquals(List.of("class", "a"), names(renamed));
    assertEquals(16.0, renamed.column("a").value(0));
    assertThrows(
        TerrellaException.class,
        () ->
            Tables.run("native:renametablefield", kept, "{'FIELD': 'area', 'NEW_NAME': 'class'}"));
    assertEquals(
        GeometryType.NONE, Tables.run("native:dropgeometries", ONE, "{}").geometry().type(0));
  }

  @Test
  void classesAreNumbered() {
    FeatureTable table =
        Tables.ofWkt(METRES, "POINT (0 0)", "POINT (1 0)", "POINT (2 0)", "POINT (3 0)");
    String json = "{'FIELD': 'class', 'SUMMARY_OUTPUT': 'TEMPORARY_OUTPUT'}";
    Results results = Tables.results("native:adduniquevalueindexfield", json, table);
    assertEquals(0L, results.table("OUTPUT").column("NUM_FIELD").value(3));
    assertEquals(3, results.table("SUMMARY_OUTPUT").size());
  }

  @Test
  void meansWeighVertices() {
    FeatureTable points = Tables.ofWkt(METRES, "POINT (0 0)", "POINT (1 0)", "POINT (4 3)");
    FeatureTable mean = Tables.run("native:meancoordinates", points, "{'WEIGHT': 'class'}");
    assertEquals("POINT (3 2)", Tables.geometry(mean, 0).toText());
    FeatureTable each = Tables.run("native:meancoordinates", points, "{'UID': 'class'}");
    assertEquals(List.of("MEAN_X", "MEAN_Y", "class"), names(each));
    assertEquals(3, each.size());
  }

  @Test
  void statisticsOfAField() {
    FeatureTable points = Tables.ofWkt(METRES, "POINT (0 0)", "POINT (1 0)", "POINT (4 3)");
    Results results =
        Tables.results("qgis:basicstatisticsforfields", "{'FIELD_NAME': 'class'}", points);
    assertEquals(3, results.values().integer("COUNT"));
    assertEquals(1, results.values().number("MEAN"));
    assertEquals(0.5, results.values().number("FIRSTQUARTILE"));
    assertEquals(Math.sqrt(2.0 / 3), results.values().number("STD_DEV"), 1e-15);
  }

  @Test
  void invalidOnesAreShown() {
    FeatureTable table =
        Tables.ofWkt(METRES, square(0, 0, 2), "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))", null);
    Results results = Tables.results("qgis:checkvalidity", "{}", table);
    assertEquals(2, results.values().integer("VALID_COUNT"));
    assertEquals(1, results.values().integer("INVALID_COUNT"));
    assertEquals("POINT (1 1)", Tables.geometry(results.table("ERROR_OUTPUT"), 0).toText());
    assertEquals("Self-intersection", results.table("INVALID_OUTPUT").column("_errors").value(0));
  }

  @Test
  void withoutNullGeometries() {
    String json = "{'NULL_OUTPUT': 'TEMPORARY_OUTPUT', 'REMOVE_EMPTY': true}";
    FeatureTable table = Tables.ofWkt(METRES, "POINT (0 0)", null, "POINT EMPTY");
    Results results = Tables.results("native:removenullgeometries", json, table);
    assertEquals(1, results.table("OUTPUT").size());
    assertEquals(2, results.table("NULL_OUTPUT").size());
  }

  @Test
  void ringsAndWedges() {
    FeatureTable point = Tables.ofWkt(METRES, "POINT (0 0)");
    FeatureTable rings =
        Tables.run("native:multiringconstantbuffer", point, "{'DISTANCE': 10, 'RINGS': 3}");
    assertEquals(3, rings.size());
    assertEquals(3L, rings.column("ringId").value(2));
    assertEquals(30.0, rings.column("distance").value(2));
    assertEquals(Math.PI * (900 - 400), area(rings, 2), 1);
    String wedge = "{'WIDTH': 90, 'OUTER_RADIUS': 10, 'INNER_RADIUS': 5}";
    FeatureTable wedges = Tables.run("native:wedgebuffers", point, wedge);
    assertEquals(Math.PI * 75 / 4, area(wedges, 0), 0.01);
    FeatureTable donut = Tables.run("native:wedgebuffers", point, wedge.replace("90", "360"));
    assertEquals(Math.PI * 75, area(donut, 0), 0.05);
    assertTrue(Tables.geometry(donut, 0).isValid());
    FeatureTable line = Tables.ofWkt(METRES, "LINESTRING (0 0, 10 0)");
    FeatureTable cone =
        Tables.run("native:taperedbuffer", line, "{'START_WIDTH': 2, 'END_WIDTH': 2}");
    assertEquals(20 + Math.PI, area(cone, 0), 0.01);
    FeatureTable circle = Tables.run("native:minimumenclosingcircle", line, "{'SEGMENTS': 8}");
    assertEquals(5.0, circle.column("radius").value(0));
    assertEquals(5, Tables.geometry(circle, 0).getCoordinates()[0].y, 1e-12);
    FeatureTable variable =
        Tables.run("qgis:variabledistancebuffer", ONE, "{'FIELD': 'class', 'JOIN_STYLE': 1}");
    assertEquals(36, area(variable, 1), 1e-9);
  }

  @Test
  void widthsOfMeasures() {
    FeatureTable line = Tables.ofWkt(METRES, "LINESTRING ZM (0 0 0 2, 10 0 0 2)");
    assertEquals(20 + Math.PI, area(Tables.run("native:bufferbym", line, "{}"), 0), 0.01);
    FeatureTable without = Tables.ofWkt(METRES, "LINESTRING (0 0, 10 0)");
    assertEquals(
        GeometryType.NONE, Tables.run("native:bufferbym", without, "{}").geometry().type(0));
  }

  @Test
  void textsBecomeNumbers() {
    TableBuilder builder = new TableBuilder("texts");
    for (String text : new String[] {"1.5", " 20 % ", "many", null}) {
      builder.column("class").add(text);
      builder.endRow();
    }
    FeatureTable numbers = Tables.run("qgis:texttofloat", builder.build(), "{'FIELD': 'class'}");
    assertEquals(FieldType.REAL, numbers.fields().get(0).type());
    assertEquals(1.5, numbers.column("class").value(0));
    assertEquals(0.2, numbers.column("class").value(1));
    assertNull(numbers.column("class").value(2));
    assertNull(numbers.column("class").value(3));
  }
}
