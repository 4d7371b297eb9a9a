package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.TableAssert;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.Integer32Column;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.processing.projection.Definitions;

/** Fields that are computed: answers worked by hand. */
class CalculationTest {
  /** Four towns, the last without any value. */
  private static final FeatureTable TOWNS = towns();

  private static FeatureTable towns() {
    TableBuilder builder = new TableBuilder("towns").crs(Crs.WEB_MERCATOR);
    builder.field(new Field("name", FieldType.STRING)).field(new Field("people", FieldType.REAL));
    String[] names = {"Bonn", "Ulm", "Bonn", null};
    double[] people = {2.5, -2.5, 10, Double.NaN};
    for (int row = 0; row < 4; row++) {
      builder.geometry().addPoint(row, 2 * row);
      builder.column("name").add(names[row]);
      builder.column("people").add(row == 3 ? null : people[row]);
      builder.endRow();
    }
    return builder.build();
  }

  private static List<String> list(FeatureTable table, String field) {
    List<String> values = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      values.add(String.valueOf(table.column(field).value(row)));
    }
    return values;
  }

  private static FeatureTable calculated(String type, String formula, String more) {
    JsonObject json =
        Json.parseObject(
                ("{'FIELD_NAME': 'new', 'FIELD_TYPE': '" + type + "'" + more + "}")
                    .replace('\'', '"'))
            .with("FORMULA", formula);
    Algorithm calculator = Algorithms.get("native:fieldcalculator");
    return AlgorithmRun.run(calculator, AlgorithmRun.inputs(calculator, TOWNS), json, Progress.NONE)
        .table("OUTPUT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "Float ; people * 2 ; ; 5.0 -5.0 20.0 null",
        "Float ; people / 3 ; , 'FIELD_PRECISION': 2 ; 0.83 -0.83 3.33 null",
        "Integer ; people ; ; 3 -3 10 null",
        "Integer ; 3e9 ; ; null null null null",
        "Integer ; ' 7 ' ; ; 7 7 7 7",
        "Integer ; name ; ; null null null null",
        "String ; name || '!' ; , 'FIELD_LENGTH': 4 ; Bonn Ulm! Bonn null",
        "String ; people > 0 ; ; true false true null",
        "String ; to_int(people) ; ; 3 -2 10 null",
        "Date ; '2024-02-29T23:59:00' ; ; 2024-02-29 2024-02-29 2024-02-29 2024-02-29",
        "Date ; name ; ; null null null null",
        "Integer ; @row_number ; ; 1 2 3 4",
        "Integer ; $id ; ; 0 1 2 3",
        "Float ; sum(people, name) ; ; 12.5 -2.5 12.5 0.0",
        "Float ; $x + y($geometry) ; ; 0.0 3.0 6.0 9.0",
        "String ; @layer_name ; ; towns towns towns towns"
      })
  void valuesBecomeOfTheFieldsType(String type, String formula, String more, String expected) {
    FeatureTable result = calculated(type, formula, more == null ? "" : more);
    assertEquals(expected, String.join(" ", list(result, "new")));
    assertEquals(
        List.of("name", "people", "new"), result.fields().stream().map(Field::name).toList());
    assertEquals(TOWNS.geometry(), result.geometry());
  }

  @Test
  void aFieldThatIsThereKeepsItsTypeAndPlace() {
    FeatureTable result =
        Tables.run("native:fieldcalculator", TOWNS, "{'FIELD_NAME': 'PEOPLE', 'FORMULA': '1'}");
    assertEquals(TOWNS.fields(), result.fields());
    assertEquals(1.0, result.column("people").value(3));
  }

  @Test
  void wrongExpressionsAreFoundBeforehand() {
    for (String[] wrong :
        new String[][] {
          {"peple", "FORMULA of native:fieldcalculator", "character 1", "\"people\""},
          {"people + sqr(2)", "character 10", "sqrt"},
          {"", "FORMULA", "empty"}
        }) {
      JsonObject json = JsonObject.of().with("FIELD_NAME", "x").with("FORMULA", wrong[0]);
      Algorithm calculator = Algorithms.get("native:fieldcalculator");
      TerrellaException e =
          assertThrows(
              TerrellaException.class,
              () ->
                  AlgorithmRun.plan(
                      calculator,
                      AlgorithmRun.inputs(calculator, TOWNS.slice(0, 0)),
                      json,
                      Definitions.NONE));
      for (String piece : List.of(wrong).subList(1, wrong.length)) {
        assertTrue(e.getMessage().contains(piece), e.getMessage());
      }
    }
  }

  @Test
  void aggregatesAreNotCut() {
    Algorithm calculator = Algorithms.get("native:fieldcalculator");
    JsonObject json = JsonObject.of().with("FIELD_NAME", "x").with("FORMULA", "people");
    Map<String, List<FeatureTable>> inputs = AlgorithmRun.inputs(calculator, TOWNS.slice(0, 0));
    assertEquals(
        50_000, AlgorithmRun.plan(calculator, inputs, json, Definitions.NONE).integer("rows"));
    JsonObject all = json.with("FORMULA", "people / maximum(people)");
    assertEquals(
        Integer.MAX_VALUE,
        AlgorithmRun.plan(calculator, inputs, all, Definitions.NONE).integer("rows"));
  }

  /** An error names the feature of the layer, not of the slice. */
  @Test
  void slicesCountFromTheFirstRow() {
    int[] numbers = new int[120_000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    FeatureTable table =
        new FeatureTable(
            "t",
            Crs.UNKNOWN,
            GeometryColumn.none(numbers.length),
            List.of(new Integer32Column(new Field("n", FieldType.INTEGER), numbers, null)),
            null);
    FeatureTable result =
        Tables.run(
            "native:fieldcalculator",
            table,
            "{'FIELD_NAME': 'm', 'FIELD_TYPE': 1, 'FORMULA': '@row_number - n + $id'}");
    for (int row : new int[] {0, 49_999, 50_000, 119_999}) {
      assertEquals(row + 1L, result.column("m").value(row));
    }
    TerrellaException e =
        assertThrows(
            TerrellaException.class,
            () ->
                Tables.run(
                    "native:fieldcalculator",
                    table,
                    "{'FIELD_NAME': 'm', 'FORMULA': 'if(n = 60000, sqrt(array(n)), 1)'}"));
    assertTrue(e.getMessage().contains("feature 60001"), e.getMessage());
  }

  @Test
  void fieldsAreRefactored() {
    FeatureTable result =
        Tables.run(
            "native:refactorfields",
            TOWNS,
            "{'FIELDS_MAPPING': ["
                + "{'expression': 'people * 2', 'name': 'twice', 'type': 2, 'length': 0, 'precision': 0},"
                + "{'expression': 'name', 'name': 'short', 'type': 10, 'length': 2, 'precision': -1},"
                + "{'expression': '', 'name': 'nothing', 'type': 'boolean'},"
                + "{'expression': 'people > 0', 'name': 'large', 'type': 1},"
                + "{'expression': 'array(people, 1)', 'name': 'list', 'type': 9}]}");
    assertEquals(
        List.of(
            new Field("twice", FieldType.INTEGER),
            new Field("short", FieldType.STRING),
            new Field("nothing", FieldType.BOOLEAN),
            new Field("large", FieldType.BOOLEAN),
            new Field("list", FieldType.JSON)),
        result.fields());
    assertEquals("5 -5 20 null", String.join(" ", list(result, "twice")));
    assertEquals("Bo Ul Bo null", String.join(" ", list(result, "short")));
    assertEquals("true false true null", String.join(" ", list(result, "large")));
    assertEquals("[2.5,1]", result.column("list").value(0));
    assertNull(result.column("nothing").value(0));
  }

  @Test
  void wrongMappingsAreNamed() {
    for (String[] wrong :
        new String[][] {
          {"[{'expression': 'peple', 'name': 'a', 'type': 2}]", "FIELDS_MAPPING", "people"},
          {"[{'expression': '1', 'type': 2}]", "without a name"},
          {"[{'expression': '1', 'name': 'a', 'type': 99}]", "unknown type"},
          {"[{'name': 'a', 'type': 2}, {'name': 'a', 'type': 2}]", "two fields called"},
          {"'x'", "array of fields"}
        }) {
      TerrellaException e =
          assertThrows(
              TerrellaException.class,
              () ->
                  Tables.run(
                      "native:refactorfields", TOWNS, "{'FIELDS_MAPPING': " + wrong[0] + "}"));
      for (String piece : List.of(wrong).subList(1, wrong.length)) {
        assertTrue(e.getMessage().contains(piece), e.getMessage());
      }
    }
  }

  @Test
  void numbersFollowEachOther() {
    assertEquals("0 1 2 3", numbers("{}"));
    assertEquals("5 6 7 8", numbers("{'START': 5}"));
    // Before a multiple of the modulus the numbers begin anew.
    assertEquals("1 2 1 2", numbers("{'START': 1, 'MODULUS': 3}"));
    assertEquals("0 0 1 0", numbers("{'GROUP_FIELDS': ['name']}"));
    FeatureTable sorted =
        Tables.run(
            "native:addautoincrementalfield",
            TOWNS,
            "{'SORT_EXPRESSION': 'people', 'SORT_ASCENDING': false, 'SORT_NULLS_FIRST': true,"
                + " 'FIELD_NAME': 'people'}");
    assertEquals("null 10.0 2.5 -2.5", String.join(" ", list(sorted, "people")));
    assertEquals("0 1 2 3", String.join(" ", list(sorted, "people_2")));
    assertEquals(FieldType.INTEGER64, sorted.column("people_2").field().type());
    assertEquals(3, Tables.geometry(sorted, 0).getCoordinate().x);
  }

  private static String numbers(String json) {
    return String.join(
        " ", list(Tables.run("native:addautoincrementalfield", TOWNS, json), "AUTO"));
  }

  private static FeatureTable stores(String... texts) {
    TableBuilder builder = new TableBuilder("stores");
    builder.field(new Field("tags", FieldType.STRING));
    for (String text : texts) {
      builder.column("tags").add(text);
      builder.endRow();
    }
    return builder.build();
  }

  @Test
  void pairsBecomeFields() {
    FeatureTable table =
        stores(
            "\"a\"=>\"1\", \"b c\"=>\"x, \\\"y\\\"\"", "\"a\"=>NULL,\"tags\"=>\"t\"", null, "junk");
    FeatureTable result = Tables.run("native:explodehstorefield", table, "{'FIELD': 'tags'}");
    assertEquals(
        List.of("tags", "tags_2", "b c", "a"), result.fields().stream().map(Field::name).toList());
    assertEquals("1 null null null", String.join(" ", list(result, "a")));
    assertEquals("x, \"y\"", result.column("b c").value(0));
    assertEquals("t", result.column("tags_2").value(1));
    FeatureTable some =
        Tables.run(
            "native:explodehstorefield", table, "{'FIELD': 'tags', 'EXPECTED_FIELDS': 'a,z'}");
    assertEquals(List.of("tags", "a", "z"), some.fields().stream().map(Field::name).toList());
    assertEquals("\"b c\"=>\"x, \\\"y\\\"\"", some.column("tags").value(0));
    assertEquals("null null null null", String.join(" ", list(some, "z")));
  }

  @Test
  void slicesGiveTheSameAsTheWhole() {
    FeatureTable stars = Tables.stars(3000, 5);
    Algorithm geometries = Algorithms.get("native:geometrybyexpression");
    JsonObject json = JsonObject.of().with("EXPRESSION", "buffer($geometry, @row_number / 1000)");
    Parameters parameters = Parameters.of(geometries.description(), json).forSlice(8, 0);
    TableAssert.assertSameTable(
        geometries.compute(stars, parameters, Progress.NONE).table("OUTPUT"),
        AlgorithmRun.run(geometries, AlgorithmRun.inputs(geometries, stars), json, Progress.NONE)
            .table("OUTPUT"));
  }
}
