package org.terrella.document.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrella.document.Layer;
import org.terrella.document.filter.Filter.Operator;
import org.terrella.document.symbology.FilterExpression;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

class LayerFiltersTest {
  private static final LayerFilters SEVERAL =
      LayerFilters.ofAny(
          Filter.of("mag", Operator.GREATER, 5),
          Filter.of("place", Operator.EQUAL, "Oslo"),
          Filter.between("depth", 1, 10));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "==|5|5|true",
        "==|5|5.0|true",
        "==|5|\"5\"|false",
        "==|\"a\"|\"a\"|true",
        "==|5|null|false",
        "!=|5|null|true",
        "!=|5|6|true",
        "!=|5|5|false",
        "!=|5|\"5\"|true",
        ">|5|5|false",
        ">|5|5.5|true",
        ">|5|\"9\"|false",
        ">|5|null|false",
        "<|5|null|false",
        "<=|5|null|false",
        ">=|0|null|false",
        ">=|5|5|true",
        "<=|5|5|true",
        "<|5|-1|true",
        "<|\"b\"|\"a\"|true",
        "<|\"9\"|\"10\"|true",
        ">|\"b\"|\"a\"|false",
        ">|\"b\"|7|false",
      })
  void comparisons(String operator, String value, String attribute, boolean expected) {
    Filter filter = new Filter("f", Operator.of(operator), Json.parse(value), 0, 0);
    assertEquals(expected, filter.matches(Json.parse(attribute)));
  }

  @Test
  void betweenIncludesBothEnds() {
    Filter filter = Filter.between("f", 1, 10);
    assertEquals(
        List.of(false, true, true, false, false, false),
        List.of("0.9", "1", "10", "10.1", "null", "\"5\"").stream()
            .map(text -> filter.matches(Json.parse(text)))
            .toList());
  }

  @Test
  void allAndAny() {
    JsonObject feature = Json.parseObject("{\"mag\": 6, \"place\": \"Rome\", \"depth\": 5}");
    assertTrue(SEVERAL.matches(field -> feature.opt(field, JsonNull.NULL)));
    LayerFilters all = new LayerFilters(false, SEVERAL.filters(), "");
    assertEquals(false, all.matches(field -> feature.opt(field, JsonNull.NULL)));
    assertEquals(true, LayerFilters.ofAny().matches(field -> JsonNull.NULL));
    assertEquals(true, LayerFilters.NONE.matches(field -> JsonNull.NULL));
    assertEquals(Set.of("mag", "place", "depth"), SEVERAL.fields());
  }

  @Test
  void whatIsWrittenIsRead() {
    JsonObject base = Json.parseObject("{\"own\": 1, \"appliedFilters\": 7}");
    JsonValue written = SEVERAL.toJson(base);
    assertEquals(SEVERAL, LayerFilters.of(written));
    assertEquals(1, ((JsonObject) written).integer("own"));
    Layer layer =
        new Layer("a", JsonObject.of().with("name", "A").with("type", "VectorLayer"))
            .withFilters(SEVERAL);
    assertEquals(SEVERAL, layer.filters());
    assertEquals(LayerFilters.NONE, layer.withFilters(LayerFilters.NONE).filters());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7|$.f: a number where an object belongs.",
        "{\"logicalOp\": \"none\"}|$.f.logicalOp: \"none\" is none of all, any.",
        "{\"appliedFilters\": {}}|$.f.appliedFilters: an object where an array belongs.",
        "{\"appliedFilters\": [1]}|$.f.appliedFilters[0]: a number where an object belongs.",
        "{\"appliedFilters\": [{\"operator\": \"~\", \"feature\": \"a\", \"value\":"
            + " 1}]}|$.f.appliedFilters[0].operator: There is no operator \"~\".",
        "{\"appliedFilters\": [{\"feature\": \"a\"}]}|$.f.appliedFilters[0].value: missing.",
        "{\"appliedFilters\": [{\"feature\": \"a\", \"value\":"
            + " []}]}|$.f.appliedFilters[0].value: an array where a text or a number belongs.",
        "{\"appliedFilters\": [{\"feature\": \"a\", \"operator\":"
            + " \"between\"}]}|$.f.appliedFilters[0].betweenMin: missing.",
      })
  void problemsNameTheirPath(String json, String problem) {
    List<String> problems = new ArrayList<>();
    assertEquals(LayerFilters.NONE, LayerFilters.read(Json.parse(json), "$.f", problems));
    assertEquals(List.of(problem), problems);
  }

  @Test
  void filtersThatCannotBeAreRefused() {
    for (Runnable bad :
        List.<Runnable>of(
            () -> Filter.between("f", 2, 1),
            () -> new Filter("f", Operator.EQUAL, JsonNull.NULL, 0, 0),
            () -> Operator.of("="))) {
      assertEquals("invalid-argument", assertThrows(TerrellaException.class, bad::run).code());
    }
  }

  @Test
  void expressions() {
    assertTrue(FilterExpression.of(LayerFilters.NONE).isEmpty());
    assertEquals(
        "[\"any\",[\"all\",[\"has\",\"mag\"],[\">\",[\"get\",\"mag\"],5]],"
            + "[\"==\",[\"get\",\"place\"],\"Oslo\"],"
            + "[\"all\",[\"has\",\"depth\"],[\"between\",[\"get\",\"depth\"],1,10]]]",
        FilterExpression.of(SEVERAL).orElseThrow().toString());
    assertEquals(
        "[\"!=\",[\"get\",\"a\"],3]",
        FilterExpression.of(LayerFilters.ofAll(Filter.of("a", Operator.NOT_EQUAL, 3)))
            .orElseThrow()
            .toString());
    assertEquals(
        "false",
        FilterExpression.of(LayerFilters.ofAll(Filter.of("a", Operator.LESS, "x")))
            .orElseThrow()
            .toString());
  }
}
