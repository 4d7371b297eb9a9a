package org.terrella.document.symbology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrella.document.filter.Filter;
import org.terrella.document.filter.LayerFilters;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;

class GrammarTest {
  private static final Rgba RED = new Rgba(255, 0, 0, 1);
  private static final Rgba BLUE = new Rgba(0, 0, 255, 1);
  private static final Rgba CLEAR = new Rgba(0, 0, 0, 0);

  /** A look with all that the grammar has, and some that it has not. */
  private static final JsonObject WHOLE =
      Json.parseObject(
          """
          {"own": {"a": 1}, "layers": [7,
            {"id": "heat", "preprocess": [{"type": "kde", "radius": 3, "blur": 4,
              "weightField": "mag", "own": 1}],
             "rules": [{"id": "d", "fields": ["$density"], "mappings": [{"encodings": ["pixel-rgb"],
               "scale": {"scheme": "colorMap", "params": {"name": "viridis", "nShades": 9}}}]}],
             "when": [{"type": "fieldCompare", "field": "mag", "op": ">", "value": 5.0}]},
            {"id": "base", "own": 2, "rules": [null,
              {"id": "r", "own": 3, "fields": ["mag", "depth"], "mappings": [
                {"encodings": ["circle-radius", "own-thing"], "own": 4,
                 "scale": {"scheme": "scalar", "params": {"domain": [0, 9], "range": [1, 10]}}},
                {"encodings": ["fill-red"], "scale": {"scheme": "identity"}},
                {"encodings": ["fill-color"], "scale": {"scheme": "expression",
                  "params": {"expr": "datum.a + 1", "fallback": 1, "language": "vega"}}}]},
              {"id": "c", "fields": [], "when": [{"type": "hasField", "field": "mag"}, {"type": "?"}],
               "whenOp": "any", "mappings": [{"encodings": ["fill-color"],
                 "scale": {"scheme": "constant_rgba", "params": {"value": [255, 0, 0]}}}]}]},
            {"id": "top", "when": [{"type": "geometryType", "value": "Point"}], "rules": []}]}
          """);

  private static Symbology look(String layers) {
    return Symbology.of(Json.parseObject("{\"layers\": [" + layers + "]}"));
  }

  private static Symbology rules(String rules) {
    return look("{\"id\": \"l\", \"rules\": [" + rules + "]}");
  }

  private static String constant(String encoding, String color) {
    return "{\"mappings\": [{\"encodings\": [\""
        + encoding
        + "\"], \"scale\": {\"scheme\": \"constant_rgba\", \"params\": {\"value\": "
        + color
        + "}}}]";
  }

  @Test
  void allIsKept() {
    Symbology look = Symbology.of(WHOLE);
    assertEquals(WHOLE, look.toJson());
    assertEquals(3, look.layers().size());
    assertEquals(List.of(new Preprocess.Density(3, 4, "mag")), look.layers().get(0).preprocess());
    assertEquals(List.of("mag", "depth"), look.layers().get(1).rules().get(0).fields());
    assertEquals(Set.of("mag"), look.fields());
    FlatStyle.of(look);
    Legend.of(look, "x");
  }

  /** Changing a look changes what was asked for, and nothing besides. */
  @Test
  void editsLeaveAlone() {
    Symbology before = Symbology.of(WHOLE);
    Symbology after = before.withColors(RED, BLUE, 2, 7);
    JsonArray old = WHOLE.array("layers");
    JsonArray now = after.toJson().array("layers");
    assertEquals(WHOLE.get("own"), after.toJson().get("own"));
    for (int i : List.of(0, 1, 3)) {
      assertEquals(old.get(i), now.get(i));
    }
    JsonObject base = now.object(2);
    assertEquals(2, base.integer("own"));
    JsonArray rules = base.array("rules");
    assertEquals(old.object(2).array("rules").get(0), rules.get(0));
    JsonObject kept = rules.object(1);
    assertEquals("r", kept.string("id"));
    assertEquals(3, kept.integer("own"));
    assertEquals(
        Json.parse(
            "{\"encodings\": [\"own-thing\"], \"own\": 4, \"scale\": {\"scheme\": \"scalar\","
                + " \"params\": {\"domain\": [0, 9], \"range\": [1, 10]}}}"),
        kept.array("mappings").get(0));
    assertEquals(old.object(2).array("rules").get(2), rules.get(rules.size() - 1));
    assertEquals(RED, after.color("fill-color", null));
    assertEquals(7, after.number("circle-radius", 0));
    assertEquals(after, after.withColors(RED, BLUE, 2, 7).withColors(RED, BLUE, 2, 7));
  }

  @Test
  void editsGoWhereTheVariableIsDriven() {
    String casing = "{\"rules\": [" + constant("stroke-color", "[0, 0, 0, 1]") + "}]}";
    String line = "{\"rules\": [" + constant("stroke-color", "[255, 255, 255, 1]") + "}]}";
    Symbology look = look(casing + ", " + line).withStroke(RED, 3);
    assertEquals(Json.parse(casing), look.toJson().array("layers").get(0), "the lower line stays");
    assertEquals(RED, look.color("stroke-color", null));
    Symbology filled = look.withColors(BLUE, RED, 3, -1);
    assertNotNull(filled.layers().get(0).driver("fill-color"));
    Symbology heated =
        look("{\"preprocess\": [{\"type\": \"cluster\", \"radius\": 9}]}").withStroke(RED, 1);
    assertEquals(2, heated.layers().size());
    assertEquals(new Preprocess.Cluster(9), heated.layers().get(0).preprocess().get(0));
  }

  @Test
  void categories() {
    Scale.Categorical scale =
        new Scale.Categorical(
            "Set1",
            false,
            List.of(
                new Scale.Category(new JsonString("road"), RED),
                new Scale.Category(JsonNumber.of(2.5), BLUE)),
            new Rgba(9, 9, 9, 0.5));
    assertEquals(scale, Scale.of(Scale.toJson(scale)));
    Symbology look = Symbology.single(RED, BLUE, 1, 5).categorized("kind", scale, false);
    assertEquals(Set.of("kind"), look.fields());
    assertEquals(
        "[\"case\",[\"==\",[\"get\",\"kind\"],\"road\"],[255,0,0,1],"
            + "[\"==\",[\"get\",\"kind\"],2.5],[0,0,255,1],[9,9,9,0.5]]",
        FlatStyle.of(look).object(0).get("fill-color").toString());
    Legend legend = Legend.of(look, "x");
    assertEquals("kind", legend.heading());
    assertEquals(
        List.of("road", "2.5", "Other"),
        legend.entries().stream().map(Legend.Entry::label).toList());
    assertEquals(BLUE, legend.entries().get(1).fill());
    Symbology lines = look.categorized("kind", scale, true);
    assertNotNull(lines.categories());
    assertTrue(
        FlatStyle.of(lines).object(0).get("stroke-color").toString().startsWith("[\"case\""));
  }

  @Test
  void categoriesThatAreNotComputedYetAreKept() {
    Symbology look =
        rules(
            "{\"fields\": [\"f\"], \"mappings\": [{\"encodings\": [\"fill-color\"], \"scale\":"
                + " {\"scheme\": \"categorical\", \"params\": {\"colorRamp\": \"Set1\"}}}]}");
    assertNull(look.driver("fill-color"));
    assertNull(look.categories());
  }

  @Test
  void valuesThatAreTheColourOrTheNumber() {
    Symbology look =
        rules(
            "{\"fields\": [\"f\"], \"mappings\": [{\"encodings\": [\"fill-color\","
                + " \"stroke-width\"], \"scale\": {\"scheme\": \"identity\"}}]}");
    JsonObject style = FlatStyle.of(look).object(0);
    assertEquals(
        "[\"case\",[\"==\",[\"to-string\",[\"coalesce\",[\"get\",\"f\"],0]],[\"get\",\"f\"]],"
            + "[\"get\",\"f\"],[0,0,0,0]]",
        style.get("fill-color").toString());
    assertEquals(
        "[\"case\",[\"!\",[\"has\",\"f\"]],0,[\"clamp\",[\"get\",\"f\"],0,1000]]",
        style.get("stroke-width").toString());
  }

  @Test
  void rulesWithConditionsBecomeCases() {
    Symbology look =
        rules(
            constant("fill-color", "[0, 0, 255, 1]")
                + "}, "
                + constant("fill-color", "[255, 0, 0, 1]")
                + ", \"whenOp\": \"any\", \"when\": [{\"type\": \"between\", \"field\": \"mag\","
                + " \"min\": 1, \"max\": 2}, {\"type\": \"hasField\", \"field\": \"x\"}]}, "
                + constant("stroke-color", "[1, 2, 3, 1]")
                + ", \"when\": [{\"type\": \"geometryType\", \"value\": \"Polygon\"}]}");
    JsonObject style = FlatStyle.of(look).object(0);
    assertEquals(
        "[\"case\",[\"any\",[\"all\",[\"has\",\"mag\"],[\"between\",[\"get\",\"mag\"],1,2]],"
            + "[\"has\",\"x\"]],[255,0,0,1],[0,0,255,1]]",
        style.get("fill-color").toString());
    assertEquals(
        "[\"case\",[\"==\",[\"geometry-type\"],\"Polygon\"],[1,2,3,1],[0,0,0,0]]",
        style.get("stroke-color").toString());
    assertEquals(Set.of("mag", "x"), look.fields());
    assertEquals(BLUE, look.color("fill-color", null));
    List<Legend.Entry> entries = Legend.of(look, "Quakes").entries();
    assertEquals(
        List.of("Quakes", "mag 1 – 2 or x", "Polygons"),
        entries.stream().map(Legend.Entry::label).toList());
    assertEquals(RED, entries.get(1).fill());
  }

  @Test
  void layersWithConditionsAndFiltersBecomeRules() {
    Symbology look =
        look(
            "{\"rules\": ["
                + constant("fill-color", "[0, 0, 255, 1]")
                + "}]}, {\"when\": [{\"type\": \"fieldEquals\", \"field\": \"k\", \"value\":"
                + " \"v\"}], \"rules\": ["
                + constant("fill-color", "[255, 0, 0, 1]")
                + "}]}");
    JsonArray style = FlatStyle.of(look);
    assertEquals(2, style.size());
    assertFalse(style.object(0).has("filter"));
    assertEquals("[\"==\",[\"get\",\"k\"],\"v\"]", style.object(1).get("filter").toString());
    assertEquals("[255,0,0,1]", style.object(1).object("style").get("fill-color").toString());
    JsonArray filtered =
        FlatStyle.of(look, LayerFilters.ofAll(Filter.of("a", Filter.Operator.NOT_EQUAL, 1)));
    assertEquals("[\"!=\",[\"get\",\"a\"],1]", filtered.object(0).get("filter").toString());
    assertEquals(
        "[\"all\",[\"!=\",[\"get\",\"a\"],1],[\"==\",[\"get\",\"k\"],\"v\"]]",
        filtered.object(1).get("filter").toString());
    assertEquals(
        List.of("x", "k = v"),
        Legend.of(look, "x").entries().stream().map(Legend.Entry::label).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\": \"geometryType\", \"value\": \"Point\"}|Points",
        "{\"type\": \"hasField\", \"field\": \"a\"}|a",
        "{\"type\": \"fieldEquals\", \"field\": \"a\", \"value\": \"b\"}|a = b",
        "{\"type\": \"fieldCompare\", \"field\": \"a\", \"op\": \">=\", \"value\": 1.5}|a ≥ 1.5",
        "{\"type\": \"fieldCompare\", \"field\": \"a\", \"op\": \"!=\", \"value\": 1}|a ≠ 1",
        "{\"type\": \"between\", \"field\": \"a\", \"min\": -1, \"max\": 2}|a −1 – 2",
      })
  void predicates(String json, String label) {
    Predicate predicate = Predicate.of(Json.parseObject(json));
    assertFalse(predicate instanceof Predicate.Unsupported);
    assertEquals(Json.parse(json), predicate.toJson());
    assertEquals(label, predicate.label());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}",
        "{\"type\": \"hasField\"}",
        "{\"type\": \"fieldEquals\", \"field\": \"a\", \"value\": []}",
        "{\"type\": \"fieldCompare\", \"field\": \"a\", \"op\": \"~\", \"value\": 1}",
        "{\"type\": \"fieldCompare\", \"field\": \"a\", \"op\": \">\", \"value\": \"x\"}",
        "{\"type\": \"between\", \"field\": \"a\", \"min\": 2, \"max\": 1}",
      })
  void predicatesThatCannotBeUsedHoldForNothing(String json) {
    Predicate predicate = Predicate.of(Json.parseObject(json));
    assertInstanceOf(Predicate.Unsupported.class, predicate);
    assertEquals(Json.parse(json), predicate.toJson());
    assertEquals("false", predicate.expression().toString());
  }

  @Test
  void classesAreWrittenAsJupyterGisReadsThem() {
    Scale.ColorMap classes =
        new Scale.ColorMap("hot", "jenks", false, 0, List.of(new Scale.ColorStop(1, RED)), CLEAR);
    JsonObject written = Scale.toJson(classes);
    assertTrue(written.toString().contains("{\"stop\":1,\"color\":[255,0,0,1]}"));
    assertEquals(classes, Scale.of(written));
    assertEquals(
        classes,
        Scale.of(Json.parseObject(written.toString().replace("\"color\":", "\"output\":"))));
  }

  @Test
  void builtLooksAreRead() {
    When strong =
        new When(
            false,
            List.of(
                new Predicate.Comparison(Filter.of("mag", Filter.Operator.GREATER, 5)),
                new Predicate.GeometryType("Point")));
    Mapping red = new Mapping("", new Scale.ConstantColor(RED), List.of("fill-color"));
    SymbologyLayer layer =
        SymbologyLayer.of("l", List.of(Rule.of("r", "", List.of(red), strong)), When.ALWAYS);
    Symbology look = Symbology.of(JsonObject.of()).withLayers(List.of(layer));
    assertEquals(look, Symbology.of(look.toJson()));
    assertEquals(strong, look.layers().get(0).rules().get(0).when());
    assertEquals("mag > 5 and Points", strong.label());
  }
}
