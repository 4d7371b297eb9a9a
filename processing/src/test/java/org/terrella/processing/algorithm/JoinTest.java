package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.json.JsonObject;
import org.terrella.processing.TableAssert;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.processing.geometry.JtsGeometries;

/** Attributes of other layers: answers worked by hand. */
class JoinTest {
  private static final Crs METRES = Crs.WEB_MERCATOR;
  private static final FeatureTable POINTS =
      Tables.ofWkt(METRES, "POINT (1 1)", "POINT (4 2)", "POINT (9 9)", null);

  /** Squares 0 0 4 4 and 2 0 6 4 and one far away, called A, B, C. */
  private static final FeatureTable SQUARES = squares();

  private static FeatureTable squares() {
    FeatureTable shapes =
        Tables.ofWkt(
            METRES,
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))",
            "POLYGON ((2 0, 6 0, 6 4, 2 4, 2 0))",
            "POLYGON ((20 20, 21 20, 21 21, 20 20))");
    TableBuilder builder = new TableBuilder("squares").crs(METRES);
    for (int row = 0; row < 3; row++) {
      builder.geometry().add(shapes.geometry(), row);
      builder.column("name").add("ABC".substring(row, row + 1));
      builder.column("class").add(10 * row);
      builder.endRow();
    }
    return builder.build();
  }

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

  /** The point 4 2 lies on the edge of A and within B. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'PREDICATE': 0 | A A B null null | 2",
        "'PREDICATE': ['within'] | A B null null | 2",
        "'PREDICATE': ['touches'] | null A null null | 1",
        "'PREDICATE': ['touches', 'within'] | A A B null null | 2",
        "'PREDICATE': ['contains', 'equals', 'overlaps', 'crosses'] | null null null null | 0",
        "'METHOD': 1 | A A null null | 2",
        "'METHOD': 2 | A A null null | 2",
        "'DISCARD_NONMATCHING': true | A A B | 2"
      })
  void pointsInPolygons(String parameters, String expected, int joined) {
    Results results =
        Tables.results(
            "native:joinattributesbylocation",
            "{" + parameters + ", 'NON_MATCHING': 'TEMPORARY_OUTPUT'}",
            POINTS,
            SQUARES);
    FeatureTable output = results.table("OUTPUT");
    assertEquals(expected, list(output, "name"));
    assertEquals(List.of("class", "name", "class_2"), names(output));
    assertEquals(joined, results.values().integer("JOINED_COUNT"));
    assertEquals(4 - joined, results.table("NON_MATCHING").size());
    assertEquals(List.of("class"), names(results.table("NON_MATCHING")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LINESTRING (1 1, 3 1) | intersects | A B",
        "LINESTRING (1 1, 3 1) | within | A",
        "LINESTRING (1 1, 3 1) | crosses | B",
        "LINESTRING (0 4, 1 5) | touches | A",
        "POLYGON ((-1 -1, 5 -1, 5 5, -1 5, -1 -1)) | contains | A",
        "POLYGON ((-1 -1, 5 -1, 5 5, -1 5, -1 -1)) | overlaps | B",
        "POLYGON ((4 4, 0 4, 0 0, 4 0, 4 4)) | equals | A",
        "MULTIPOINT ((1 1), (5 1)) | intersects | A B",
        "MULTIPOINT ((1 1), (5 1)) | within | null",
        "GEOMETRYCOLLECTION (POINT (3 3), LINESTRING (-1 1, 1 1)) | crosses | A B",
        "GEOMETRYCOLLECTION (POINT (3 3), LINESTRING (1 1, 3 1)) | within | A"
      })
  void otherShapes(String wkt, String predicate, String expected) {
    FeatureTable input = Tables.ofWkt(METRES, wkt);
    String json = "{'PREDICATE': ['" + predicate + "'], 'JOIN_FIELDS': ['name'], 'PREFIX': 'in_'}";
    FeatureTable output =
        Tables.results("native:joinattributesbylocation", json, input, SQUARES).table("OUTPUT");
    assertEquals(List.of("class", "in_name"), names(output));
    assertEquals(expected, list(output, "in_name"));
  }

  @Test
  void polygonsAndPointsTheOtherWayRound() {
    FeatureTable output =
        Tables.results("native:joinattributesbylocation", "{}", SQUARES, POINTS).table("OUTPUT");
    assertEquals("A A B C", list(output, "name"));
    assertEquals("0 1 1 null", list(output, "class_2"));
    assertEquals(GeometryType.POLYGON, output.geometry().type(1));
  }

  @Test
  void theLargestOverlap() {
    FeatureTable input =
        Tables.ofWkt(
            METRES,
            "POLYGON ((1 1, 5 1, 5 2, 1 2, 1 1))",
            "POLYGON ((3 1, 6 1, 6 2, 3 2, 3 1))",
            "LINESTRING (0 1, 5 1)");
    FeatureTable output =
        Tables.results("native:joinattributesbylocation", "{'METHOD': 2}", input, SQUARES)
            .table("OUTPUT");
    // 3 of 4 in each; 1 and 3; 4 and 3.
    assertEquals("A B A", list(output, "name"));
  }

  @Test
  void slicesGiveTheSameAsTheWhole() {
    FeatureTable stars = Tables.stars(60, 3);
    List<Geometry> places = new ArrayList<>();
    for (int i = 0; i < 120_000; i++) {
      places.add(JtsGeometries.FACTORY.createPoint(new Coordinate(i % 400 * 0.4, i / 400 * 0.5)));
    }
    FeatureTable points = Tables.of(METRES, places);
    Algorithm join = Algorithms.get("native:joinattributesbylocation");
    Parameters parameters =
        Parameters.of(join.description(), JsonObject.of())
            .withSources(Map.of("JOIN", List.of(stars)))
            .forSlice(FeatureTables.kinds(points), 0);
    Results whole = join.compute(points, parameters, Progress.NONE);
    Results sliced = Tables.results("native:joinattributesbylocation", "{}", points, stars);
    TableAssert.assertSameTable(whole.table("OUTPUT"), sliced.table("OUTPUT"));
    assertEquals(whole.values(), sliced.values());
    int inside = 0;
    for (int row = 0; row < 60; row++) {
      for (int i = 0; i < 120_000; i += 97) {
        inside += Tables.geometry(stars, row).intersects(places.get(i)) ? 1 : 0;
      }
    }
    int found = 0;
    FeatureTable output = whole.table("OUTPUT");
    for (int row = 0; row < output.size(); row++) {
      Coordinate at = Tables.geometry(output, row).getCoordinate();
      long number = Math.round(at.x / 0.4) + 400 * Math.round(at.y / 0.5);
      found += number % 97 == 0 && !output.column("class_2").isNull(row) ? 1 : 0;
    }
    assertEquals(inside, found);
  }

  private static FeatureTable owners() {
    TableBuilder builder = new TableBuilder("owners");
    builder.field(new Field("key", FieldType.REAL)).field(new Field("owner", FieldType.STRING));
    Object[][] rows = {{1.0, "x"}, {0.0, "y"}, {1.0, "z"}, {null, "n"}};
    for (Object[] row : rows) {
      builder.column("key").add(row[0]);
      builder.column("owner").add(row[1]);
      builder.endRow();
    }
    return builder.build();
  }

  @Test
  void equalValues() {
    String json = "{'FIELD': 'class', 'FIELD_2': 'key', 'NON_MATCHING': 'TEMPORARY_OUTPUT'}";
    Results first = Tables.results("native:joinattributestable", json, POINTS, owners());
    assertEquals(List.of("class", "key", "owner"), names(first.table("OUTPUT")));
    assertEquals("y x null y", list(first.table("OUTPUT"), "owner"));
    assertEquals(3, first.values().integer("JOINED_COUNT"));
    assertEquals(1, first.values().integer("UNJOINABLE_COUNT"));
    assertEquals("2", list(first.table("NON_MATCHING"), "class"));
    String many =
        "{'FIELD': 'class', 'FIELD_2': 'key', 'METHOD': 0, 'FIELDS_TO_COPY': ['owner'],"
            + " 'PREFIX': 'o_', 'DISCARD_NONMATCHING': true}";
    FeatureTable all =
        Tables.results("native:joinattributestable", many, POINTS, owners()).table("OUTPUT");
    assertEquals(List.of("class", "o_owner"), names(all));
    assertEquals("y x z y", list(all, "o_owner"));
    FeatureTable nothing = owners().slice(0, 0);
    Results none = Tables.results("native:joinattributestable", json, POINTS, nothing);
    assertEquals("null null null null", list(none.table("OUTPUT"), "owner"));
  }

  @Test
  void nearestFeatures() {
    Results results = Tables.results("native:joinbynearest", "{}", POINTS, SQUARES);
    FeatureTable output = results.table("OUTPUT");
    assertEquals(
        List.of(
            "class",
            "name",
            "class_2",
            "n",
            "distance",
            "feature_x",
            "feature_y",
            "nearest_x",
            "nearest_y"),
        names(output));
    // The second point lies on A and in B, both at distance 0.
    assertEquals("A A B B null", list(output, "name"));
    assertEquals("1 1 2 1 null", list(output, "n"));
    assertEquals(Math.sqrt(34), (double) output.column("distance").value(3), 1e-15);
    assertEquals(6.0, output.column("nearest_x").value(3));
    assertEquals(9.0, output.column("feature_y").value(3));
    assertEquals(3, results.values().integer("JOINED_COUNT"));
    assertEquals(1, results.values().integer("UNJOINABLE_COUNT"));
    FeatureTable near =
        Tables.results(
                "native:joinbynearest",
                "{'MAX_DISTANCE': 5, 'NEIGHBORS': 2, 'DISCARD_NONMATCHING': true}",
                POINTS,
                SQUARES)
            .table("OUTPUT");
    assertEquals("A B A B", list(near, "name"));
    assertEquals("0.0 1.0 0.0 0.0", list(near, "distance"));
  }

  @Test
  void aFeatureIsNoNeighbourOfItsOwn() {
    FeatureTable points =
        Tables.ofWkt(METRES, "POINT (0 0)", "POINT (1 0)", "POINT (5 0)", "POINT (0 0)");
    FeatureTable output =
        Tables.results("native:joinbynearest", "{}", points, points).table("OUTPUT");
    assertEquals("0.0 1.0 1.0 4.0 0.0", list(output, "distance"));
    FeatureTable alone = points.slice(0, 1);
    assertEquals(
        "null",
        list(Tables.results("native:joinbynearest", "{}", alone, alone).table("OUTPUT"), "n"));
  }

  @Test
  void nearestOfManyAreThoseOfAll() {
    FeatureTable stars = Tables.stars(300, 4);
    FeatureTable centres = Tables.run("native:centroids", Tables.stars(80, 9), "{}");
    FeatureTable output =
        Tables.results("native:joinbynearest", "{'NEIGHBORS': 3}", centres, stars).table("OUTPUT");
    int row = 0;
    for (int i = 0; i < centres.size(); i++) {
      List<Double> distances = new ArrayList<>();
      for (int k = 0; k < stars.size(); k++) {
        distances.add(Tables.geometry(centres, i).distance(Tables.geometry(stars, k)));
      }
      distances.sort(null);
      int taken = 3;
      while (distances.get(taken).equals(distances.get(2))) {
        taken++;
      }
      for (int k = 0; k < taken; k++) {
        assertEquals(distances.get(k), (double) output.column("distance").value(row), 1e-9);
        assertEquals(k + 1L, output.column("n").value(row++));
      }
    }
    assertEquals(output.size(), row);
  }

  @Test
  void summariesOfWhatLiesInside() {
    FeatureTable output =
        Tables.results(
                "qgis:joinbylocationsummary",
                "{'SUMMARIES': ['count', 'sum', 'max', 'mean']}",
                SQUARES,
                POINTS)
            .table("OUTPUT");
    assertEquals(
        List.of("name", "class", "class_count", "class_max", "class_sum", "class_mean"),
        names(output));
    assertEquals("2 1 null", list(output, "class_count"));
    assertEquals("1.0 1.0 null", list(output, "class_sum"));
    assertEquals("0.5 1.0 null", list(output, "class_mean"));
    assertEquals(FieldType.INTEGER, output.column("class_count").field().type());
    FeatureTable texts =
        Tables.results(
                "qgis:joinbylocationsummary",
                "{'JOIN_FIELDS': ['name'], 'DISCARD_NONMATCHING': true}",
                POINTS,
                SQUARES)
            .table("OUTPUT");
    assertEquals(
        List.of(
            "class",
            "name_count",
            "name_unique",
            "name_empty",
            "name_filled",
            "name_min",
            "name_max",
            "name_min_length",
            "name_max_length",
            "name_mean_length"),
        names(texts));
    assertEquals("A A", list(texts, "name_min"));
    assertEquals("A B", list(texts, "name_max"));
    assertEquals("1.0 1.0", list(texts, "name_mean_length"));
  }

  @Test
  void summariesByCategory() {
    String json = "{'VALUES_FIELD_NAME': 'key', 'CATEGORIES_FIELD_NAME': ['owner']}";
    FeatureTable output = Tables.run("qgis:statisticsbycategories", owners(), json);
    assertEquals("x y z", list(output, "owner"));
    assertEquals("1 1 1", list(output, "count"));
    assertEquals("1.0 0.0 1.0", list(output, "q3"));
    assertEquals("0.0 0.0 0.0", list(output, "stddev"));
    FeatureTable counts =
        Tables.run("qgis:statisticsbycategories", POINTS, "{'CATEGORIES_FIELD_NAME': ['class']}");
    assertEquals(List.of("class", "count"), names(counts));
    assertEquals("2 1 1", list(counts, "count"));
    FeatureTable texts =
        Tables.run(
            "qgis:statisticsbycategories",
            owners(),
            "{'VALUES_FIELD_NAME': 'owner', 'CATEGORIES_FIELD_NAME': ['key']}");
    assertEquals("1.0 0.0 null", list(texts, "key"));
    assertEquals("x y n", list(texts, "min"));
    assertEquals("z y n", list(texts, "max"));
    assertNull(counts.ids());
  }
}
