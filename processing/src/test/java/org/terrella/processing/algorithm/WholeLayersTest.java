package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
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
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TableBuilder;

/** Layers that are put together, taken apart and compared: answers worked by hand. */
class WholeLayersTest {
  private static final Crs METRES = Crs.WEB_MERCATOR;

  private static String list(FeatureTable table, String field) {
    List<String> values = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      values.add(String.valueOf(table.column(field).value(row)));
    }
    return String.join(" ", values);
  }

  private static List<String> names(FeatureTable table) {
    return table.fields().stream().map(Field::name).toList();
  }

  private static FeatureTable texts(String name, String field, Object... values) {
    TableBuilder builder = new TableBuilder(name).crs(METRES);
    for (Object value : values) {
      builder.geometry().addPoint(builder.rows(), 0);
      builder.column(field).add(value);
      builder.endRow();
    }
    return builder.build();
  }

  @Test
  void layersBecomeOne() {
    FeatureTable one = texts("one", "A", 1, 2);
    FeatureTable two = texts("two", "a", "x");
    FeatureTable three = texts("three", "b", 2.5).withCrs(Crs.UNKNOWN);
    FeatureTable merged = merged("{}", one, two, three);
    assertEquals(List.of("A", "b", "layer"), names(merged));
    assertEquals("1 2 x null", list(merged, "A"));
    assertEquals("null null null 2.5", list(merged, "b"));
    assertEquals("one one two three", list(merged, "layer"));
    assertEquals(METRES, merged.crs());
    assertEquals(FieldType.INTEGER, merged("{}", one, one).column("A").field().type());
    FeatureTable again = merged("{}", merged, merged);
    assertEquals(List.of("A", "b", "layer"), names(again));
    assertEquals("one one two three one one two three", list(again, "layer"));
    assertEquals(METRES, merged("{}", one, two.withCrs(Crs.WGS84)).crs());
    assertEquals(Crs.WGS84, merged("{\"CRS\": \"EPSG:4326\"}", one, two).crs());
  }

  private static FeatureTable merged(String json, FeatureTable... layers) {
    return AlgorithmRun.run(
            Algorithms.get("native:mergevectorlayers"),
            Map.of("LAYERS", List.of(layers)),
            Json.parseObject(json),
            Progress.NONE)
        .table("OUTPUT");
  }

  @Test
  void aSystemIsAssigned() {
    FeatureTable points = Tables.ofWkt(METRES, "POINT (3 4)");
    FeatureTable result = Tables.run("native:assignprojection", points, "{}");
    assertEquals(Crs.WGS84, result.crs());
    assertSame(points.geometry(), result.geometry());
  }

  @Test
  void theFirstOfEqualValuesStays() {
    FeatureTable table = texts("t", "a", "x", null, "x", null, "y");
    Results results =
        Tables.results(
            "native:removeduplicatesbyattribute",
            "{'FIELDS': ['a'], 'DUPLICATES': 'TEMPORARY_OUTPUT'}",
            table);
    assertEquals("x null y", list(results.table("OUTPUT"), "a"));
    assertEquals("x null", list(results.table("DUPLICATES"), "a"));
    assertEquals(3, results.values().integer("RETAINED_COUNT"));
    assertEquals(2, results.values().integer("DUPLICATE_COUNT"));
  }

  @Test
  void textsAreCut() {
    FeatureTable table = texts("t", "a", "x;y", null, ";z", "w");
    String json = "{'FIELD': 'a', 'CHAR': ';', 'REGEX': false}";
    FeatureTable pieces = Tables.run("native:splitfeaturesbycharacter", table, json);
    assertEquals("x y null  z w", list(pieces, "a"));
    assertEquals(1, Tables.geometry(pieces, 2).getCoordinate().x);
    String regex = "{'FIELD': 'a', 'CHAR': '[;y]+', 'REGEX': true}";
    assertEquals(
        "x  null  z w", list(Tables.run("native:splitfeaturesbycharacter", table, regex), "a"));
    FeatureTable numbers = texts("t", "a", 1.5, 2.0);
    String point = "{'FIELD': 'a', 'CHAR': '.', 'REGEX': false}";
    FeatureTable cut = Tables.run("native:splitfeaturesbycharacter", numbers, point);
    assertEquals("1 5 2", list(cut, "a"));
    assertEquals(FieldType.STRING, cut.column("a").field().type());
  }

  @Test
  void changesAreDetected() {
    FeatureTable before =
        Tables.ofWkt(
            METRES,
            "LINESTRING (0 0, 1 0)",
            "LINESTRING (0 0, 1 0)",
            "LINESTRING (5 5, 6 6)",
            null);
    FeatureTable after =
        Tables.ofWkt(
            METRES, "LINESTRING (1 0, 0 0)", "LINESTRING (5 5, 6 6)", "POINT (0 0)", null, null);
    // What has no geometry is found again any number of times.
    assertEquals("3 1 1", counts("{}", before, after, 3, 1));
    assertEquals("2 2 2", counts("{'MATCH_TYPE': 0}", before, after, 2, 2));
    // The first line and the first without geometry have class 0 in both.
    assertEquals("2 3 2", counts("{'COMPARE_ATTRIBUTES': ['class']}", before, after, 2, 2));
    FeatureTable high = Tables.ofWkt(METRES, "LINESTRING Z (0 0 1, 1 0 1)");
    FeatureTable low = Tables.ofWkt(METRES, "LINESTRING Z (0 0 1, 1 0 2)");
    assertEquals("1", String.valueOf(results("{}", high, low).values().integer("UNCHANGED_COUNT")));
    assertEquals(0, results("{'MATCH_TYPE': 0}", high, low).values().integer("UNCHANGED_COUNT"));
    TerrellaException e =
        assertThrows(
            TerrellaException.class,
            () -> results("{'COMPARE_ATTRIBUTES': ['class']}", before, texts("other", "clas", 1)));
    assertTrue(e.getMessage().contains("\"other\" has no field"), e.getMessage());
  }

  private static Results results(String json, FeatureTable before, FeatureTable after) {
    return Tables.results("native:detectvectorchanges", json, before, after);
  }

  /** How many are unchanged, added and deleted. */
  private static String counts(
      String json, FeatureTable before, FeatureTable after, int unchanged, int deleted) {
    Results results = results(json, before, after);
    assertEquals(unchanged, results.table("UNCHANGED").size());
    assertEquals(deleted, results.table("DELETED").size());
    assertEquals(results.values().integer("ADDED_COUNT"), results.table("ADDED").size());
    return results.values().integer("UNCHANGED_COUNT")
        + " "
        + results.values().integer("ADDED_COUNT")
        + " "
        + results.values().integer("DELETED_COUNT");
  }

  @Test
  void kindsOfGeometryGetLayersOfTheirOwn() {
    FeatureTable mixed =
        Tables.ofWkt(
            METRES,
            "POINT (0 0)",
            null,
            "LINESTRING (0 0, 1 1)",
            "MULTIPOINT ((1 1))",
            "GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (0 0, 1 1))");
    Results results = Tables.results("native:filterbygeometry", "{}", mixed);
    assertEquals(2, results.table("POINTS").size());
    assertEquals(1, results.table("LINES").size());
    assertEquals(0, results.table("POLYGONS").size());
    assertEquals(1, results.table("NO_GEOMETRY").size());
    assertEquals(2, results.values().integer("POINT_COUNT"));
    assertEquals(0, results.values().integer("POLYGON_COUNT"));
    assertEquals(1, results.values().integer("NO_GEOMETRY_COUNT"));
  }

  @Test
  void textsBecomeOne() {
    Results results =
        AlgorithmRun.run(
            Algorithms.get("native:stringconcatenation"),
            Map.of(),
            Json.parseObject("{\"INPUT_1\": \"a\", \"INPUT_2\": \"b\"}"),
            Progress.NONE);
    assertEquals("ab", results.values().string("CONCATENATION"));
  }

  @Test
  void differentValuesAreListed() {
    FeatureTable table = texts("t", "a", 2.5, null, 1.0, 2.5);
    Results results = Tables.results("qgis:listuniquevalues", "{'FIELDS': ['a']}", table);
    assertEquals("2.5 null 1.0", list(results.table("OUTPUT"), "a"));
    assertNull(Tables.geometry(results.table("OUTPUT"), 0));
    assertEquals(3, results.values().integer("TOTAL_VALUES"));
    assertEquals("2.5;NULL;1", results.values().string("UNIQUE_VALUES"));
  }

  @Test
  void someAreTakenAtRandom() {
    FeatureTable stars = Tables.stars(1000, 1);
    FeatureTable some = Tables.run("native:randomextract", stars, "{'NUMBER': 100}");
    assertEquals(100, some.size());
    double sum = 0;
    for (int row = 0; row < some.size(); row++) {
      sum += (long) some.column("class").value(row);
    }
    // The mean of classes 0, 1, 2 is 1, its deviation for 100 of them 0.08.
    assertEquals(1, sum / 100, 0.25);
    assertEquals(
        list(some, "class"),
        list(Tables.run("native:randomextract", stars, "{'NUMBER': 100}"), "class"));
    assertNotEquals(list(stars.slice(0, 100), "class"), list(some, "class"));
    String percent = "{'METHOD': 1, 'NUMBER': 100}";
    assertEquals(1000, Tables.run("native:randomextract", stars, percent).size());
    assertThrows(
        TerrellaException.class,
        () -> Tables.run("native:randomextract", stars, "{'NUMBER': 1001}"));
    FeatureTable each =
        Tables.run("qgis:randomextractwithinsubsets", stars, "{'FIELD': 'class', 'NUMBER': 2}");
    assertEquals(6, each.size());
    FeatureTable half =
        Tables.run(
            "qgis:randomextractwithinsubsets",
            stars,
            "{'FIELD': 'class', 'METHOD': 1, 'NUMBER': 50}");
    // Half of 334, 333 and 333, rounded to even numbers.
    assertEquals(167 + 166 + 166, half.size());
  }

  @Test
  void lengthsInPolygons() {
    Crs plane = new Crs("EPSG:32632", "", false, 1);
    FeatureTable squares =
        Tables.ofWkt(
            plane,
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))",
            "POLYGON ((9 9, 10 9, 10 10, 9 9))",
            null);
    FeatureTable lines =
        Tables.ofWkt(
            plane, "LINESTRING (-1 1, 2 1)", "MULTILINESTRING ((1 2, 3 2), (4 0, 4 9))", null);
    FeatureTable result =
        Tables.results("native:sumlinelengths", "{}", squares, lines).table("OUTPUT");
    assertEquals(List.of("class", "LENGTH", "COUNT"), names(result));
    assertEquals("8.0 0.0 0.0", list(result, "LENGTH"));
    assertEquals("2.0 0.0 0.0", list(result, "COUNT"));
  }

  @Test
  void lengthsOnTheEllipsoid() {
    FeatureTable square = Tables.ofWkt(Crs.WGS84, "POLYGON ((-1 -1, 1 -1, 1 1, -1 1, -1 -1))");
    FeatureTable line = Tables.ofWkt(Crs.WGS84, "LINESTRING (-5 0, 5 0)");
    FeatureTable result =
        Tables.results("native:sumlinelengths", "{}", square, line).table("OUTPUT");
    // Two degrees of the equator.
    assertEquals(2 * Math.PI * 6_378_137 / 180, (double) result.column("LENGTH").value(0), 1e-6);
  }

  @Test
  void sharesThatOtherLayersCover() {
    Crs plane = new Crs("EPSG:32632", "", false, 1);
    FeatureTable input = Tables.ofWkt(plane, "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", null);
    FeatureTable one =
        Tables.ofWkt(
                plane, "POLYGON ((0 0, 2 0, 2 4, 0 4, 0 0))", "POLYGON ((1 0, 3 0, 3 4, 1 4, 1 0))")
            .withName("one");
    FeatureTable two = Tables.ofWkt(plane, "POLYGON ((9 9, 10 9, 10 10, 9 9))").withName("two");
    FeatureTable result =
        AlgorithmRun.run(
                Algorithms.get("native:calculatevectoroverlaps"),
                Map.of("INPUT", List.of(input), "LAYERS", List.of(one, two)),
                Json.parseObject("{}"),
                Progress.NONE)
            .table("OUTPUT");
    assertEquals(List.of("class", "one_area", "one_pc", "two_area", "two_pc"), names(result));
    assertEquals("12.0 null", list(result, "one_area"));
    assertEquals("75.0 null", list(result, "one_pc"));
    assertEquals("0.0 null", list(result, "two_pc"));
  }
}
