package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.TableBuilder;

/** Features that expressions choose, order, shape and put together: answers worked by hand. */
class ExpressionAlgorithmsTest {
  private static final Crs METRES = Crs.WEB_MERCATOR;
  private static final FeatureTable POINTS =
      Tables.ofWkt(METRES, "POINT (0 0)", "POINT (1 0)", "POINT Z (2 0 7)", "POINT (3 0)", null);

  private static FeatureTable run(String id, FeatureTable input, JsonObject json) {
    Algorithm algorithm = Algorithms.get(id);
    return AlgorithmRun.run(algorithm, AlgorithmRun.inputs(algorithm, input), json, Progress.NONE)
        .table("OUTPUT");
  }

  @Test
  void whatIsTrueIsExtracted() {
    Results results =
        Tables.results(
            "native:extractbyexpression",
            "{'EXPRESSION': 'class > 0 or $geometry is null', 'FAIL_OUTPUT': 'TEMPORARY_OUTPUT'}",
            POINTS);
    assertEquals(3, results.table("OUTPUT").size());
    assertEquals(2, results.table("FAIL_OUTPUT").size());
    assertEquals("Non-matching", results.table("FAIL_OUTPUT").name());
    assertEquals(
        1,
        Tables.results("native:extractbyexpression", "{'EXPRESSION': 'NULL'}", POINTS)
            .tables()
            .size());
    FeatureTable above =
        run(
            "native:extractbyexpression",
            POINTS,
            JsonObject.of().with("EXPRESSION", "class > mean(class)"));
    assertEquals(3, above.size());
  }

  @Test
  void otherLayersAreInputs() {
    Algorithm algorithm = Algorithms.get("native:extractbyexpression");
    Map<String, List<FeatureTable>> inputs =
        Map.of("INPUT", List.of(POINTS), "@own", List.of(POINTS.withName("Mine")));
    FeatureTable most =
        AlgorithmRun.run(
                algorithm,
                inputs,
                JsonObject.of().with("EXPRESSION", "class = aggregate('Mine', 'max', class)"),
                Progress.NONE)
            .table("OUTPUT");
    assertEquals("2", classes(most));
    TerrellaException failure =
        assertThrows(
            TerrellaException.class,
            () ->
                AlgorithmRun.run(
                    algorithm,
                    inputs,
                    JsonObject.of().with("EXPRESSION", "overlay_within('Other')"),
                    Progress.NONE));
    assertEquals("invalid-argument", failure.code());
  }

  @Test
  void orderOfValues() {
    FeatureTable down = Tables.run("native:orderbyexpression", POINTS, "{'EXPRESSION': '-class'}");
    assertEquals("2 1 1 0 0", classes(down));
    // Equal ones keep their order.
    assertEquals(1, Tables.geometry(down, 1).getCoordinate().x);
    FeatureTable nulls =
        Tables.run(
            "native:orderbyexpression",
            POINTS,
            "{'EXPRESSION': '$x', 'ASCENDING': false, 'NULLS_FIRST': true}");
    assertNull(Tables.geometry(nulls, 0));
    assertEquals(3, Tables.geometry(nulls, 1).getCoordinate().x);
    FeatureTable texts =
        run(
            "native:orderbyexpression",
            POINTS,
            JsonObject.of().with("EXPRESSION", "if(class = 1, 'b', if(class = 2, 10, 'a'))"));
    assertEquals("2 0 0 1 1", classes(texts));
  }

  private static String classes(FeatureTable table) {
    StringBuilder all = new StringBuilder();
    for (int row = 0; row < table.size(); row++) {
      all.append(table.column("class").value(row)).append(' ');
    }
    return all.toString().strip();
  }

  @Test
  void geometriesOfAnExpression() {
    JsonObject lines =
        JsonObject.of()
            .with("OUTPUT_GEOMETRY", "Line")
            .with("EXPRESSION", "make_line($geometry, make_point(class, 5))");
    FeatureTable result = run("native:geometrybyexpression", POINTS, lines);
    assertEquals("LINESTRING (1 0, 1 5)", Tables.geometry(result, 1).toText());
    assertEquals(GeometryType.NONE, result.geometry().type(4));
    assertEquals(5, result.size());
    JsonObject same = JsonObject.of().with("OUTPUT_GEOMETRY", "Point");
    assertEquals(2, run("native:geometrybyexpression", POINTS, same).geometry().stride());
    FeatureTable high = run("native:geometrybyexpression", POINTS, same.with("WITH_Z", true));
    assertEquals(7, Tables.geometry(high, 2).getCoordinate().getZ());
    TerrellaException e =
        assertThrows(
            TerrellaException.class,
            () -> run("native:geometrybyexpression", POINTS, JsonObject.of()));
    assertTrue(e.getMessage().contains("OUTPUT_GEOMETRY says polygons"), e.getMessage());
    TerrellaException none =
        assertThrows(
            TerrellaException.class,
            () ->
                run(
                    "native:geometrybyexpression",
                    POINTS,
                    JsonObject.of().with("EXPRESSION", "class")));
    assertTrue(none.getMessage().contains("gives no geometry"), none.getMessage());
  }

  private static FeatureTable parcels() {
    TableBuilder builder = new TableBuilder("parcels").crs(METRES);
    String[] owners = {"b", "a", "b", "b", null};
    for (int row = 0; row < 5; row++) {
      builder.geometry().addPoint(row / 2, 0);
      builder.column("owner").add(owners[row]);
      builder.column("size").add(row == 3 ? null : (Object) (row + 1));
      builder.endRow();
    }
    return builder.build();
  }

  @Test
  void groupsAreAggregated() {
    FeatureTable result =
        Tables.run(
            "native:aggregate",
            parcels(),
            "{'GROUP_BY': 'owner', 'AGGREGATES': ["
                + "{'aggregate': 'first_value', 'input': 'owner', 'name': 'owner', 'type': 10},"
                + "{'aggregate': 'last_value', 'input': 'size -- of the last', 'name': 'last', 'type': 2},"
                + "{'aggregate': 'sum', 'input': 'size', 'name': 'sum', 'type': 4},"
                + "{'aggregate': 'mean', 'input': 'size', 'name': 'mean', 'type': 6, 'precision': 1},"
                + "{'aggregate': 'concatenate', 'input': 'size', 'delimiter': '/', 'name': 'all', 'type': 10},"
                + "{'aggregate': 'count', 'input': '', 'name': 'none', 'type': 2}]}");
    assertEquals(3, result.size());
    assertEquals(
        List.of("owner", "last", "sum", "mean", "all", "none"),
        result.fields().stream().map(Field::name).toList());
    assertEquals(FieldType.INTEGER64, result.column("sum").field().type());
    assertEquals("b", result.column("owner").value(0));
    assertNull(result.column("last").value(0));
    assertEquals(4L, result.column("sum").value(0));
    assertEquals(2.0, result.column("mean").value(0));
    assertEquals("1/3", result.column("all").value(0));
    assertNull(result.column("none").value(0));
    assertEquals("a", result.column("owner").value(1));
    assertNull(result.column("owner").value(2));
    assertEquals(5L, result.column("sum").value(2));
    assertEquals("MULTIPOINT ((0 0), (1 0))", Tables.geometry(result, 0).toText());
    assertEquals("MULTIPOINT ((0 0))", Tables.geometry(result, 1).toText());
  }

  /** Of the sizes 1, 3 and NULL of owner b. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "first_value | 1",
        "last_value | null",
        "count | 2",
        "count_distinct | 2",
        "count_missing | 1",
        "minimum | 1",
        "maximum | 3",
        "sum | 4",
        "mean | 2",
        "median | 2",
        "stdev | 1.4142135623730951",
        "range | 2",
        "minority | 1",
        "majority | 1",
        "q1 | 1",
        "q3 | 3",
        "iqr | 2",
        "min_length | 1",
        "max_length | 1",
        "concatenate | 1'3",
        "concatenate_unique | 1'3",
        "array_agg | [1,3,null]"
      })
  void everyAggregate(String aggregate, String expected) {
    JsonObject field =
        JsonObject.of()
            .with("aggregate", aggregate)
            .with("input", "size")
            .with("delimiter", "'")
            .with("name", "all")
            .with("type", "text");
    JsonObject json =
        JsonObject.of().with("GROUP_BY", "owner").with("AGGREGATES", JsonArray.of(List.of(field)));
    assertEquals(
        expected, String.valueOf(run("native:aggregate", parcels(), json).column("all").value(0)));
  }

  @Test
  void polygonsAreUnitedAndLinesStayApart() {
    String all = "{'AGGREGATES': [{'aggregate': 'count', 'input': '1', 'name': 'n', 'type': 2}]}";
    FeatureTable squares =
        Tables.ofWkt(
            METRES,
            "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))",
            "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))",
            null);
    FeatureTable one = Tables.run("native:aggregate", squares, all);
    assertEquals(1, one.size());
    assertEquals(2, Tables.geometry(one, 0).getArea());
    assertEquals(1, Tables.geometry(one, 0).getNumGeometries());
    assertEquals(3L, one.column("n").value(0));
    FeatureTable lines = Tables.ofWkt(METRES, "LINESTRING (0 0, 1 0)", "LINESTRING (1 0, 2 0)");
    assertEquals(
        2, Tables.geometry(Tables.run("native:aggregate", lines, all), 0).getNumGeometries());
    assertEquals(0, Tables.run("native:aggregate", Tables.of(METRES, List.of()), all).size());
    FeatureTable none = Tables.run("native:aggregate", Tables.ofWkt(METRES, null, null), all);
    assertEquals(GeometryType.NONE, none.geometry().type(0));
  }

  @Test
  void wrongAggregatesAreNamed() {
    TerrellaException e =
        assertThrows(
            TerrellaException.class,
            () ->
                Tables.run(
                    "native:aggregate",
                    parcels(),
                    "{'AGGREGATES': [{'aggregate': 'summ', 'input': '1', 'name': 'n', 'type': 2}]}"));
    assertTrue(e.getMessage().contains("AGGREGATES"), e.getMessage());
    assertTrue(e.getMessage().contains("sum"), e.getMessage());
  }
}
