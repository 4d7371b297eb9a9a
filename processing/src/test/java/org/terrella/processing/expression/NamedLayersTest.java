package org.terrella.processing.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.projection.Definitions;

/** How expressions keep their own layer and others apart. */
class NamedLayersTest {
  private static final FeatureTable TABLE = KnownAnswersTest.table();

  @Test
  void lookAtAllRowsOfTheirOwnLayerOnly() {
    for (String text :
        List.of(
            "aggregate('areas', 'sum', \"k\")",
            "overlay_intersects('areas')",
            "attribute(get_feature('areas', 'k', 20), 'kind')",
            "layer_property('areas', 'name')")) {
      assertFalse(expression(text).usesAllRows(), text);
      assertTrue(
          expression(text.replace("'areas'", "@layer").replace("\"k\"", "\"n\"")).usesAllRows(),
          text);
    }
    assertTrue(expression("get_feature(name, 'n', 20)").usesAllRows());
    assertFalse(expression("get_feature(NULL, 'n', 20)").usesAllRows());
  }

  @Test
  void computeAggregatesAgainForOtherVariables() {
    assertEquals(
        List.of("3", "3", "4", "0"),
        answers(
            "with_variable('g', @geometry, aggregate('areas', 'count', \"k\","
                + " intersects($geometry, @g)))"));
    assertEquals(
        List.of("1", "2", "3", "0"), answers("with_variable('i', n, count(n, filter := n <= @i))"));
  }

  /** A slice of the rows, while the whole layer is among the named ones. */
  @Test
  void passOverThemselvesInTheirOwnLayer() {
    Map<String, List<FeatureTable>> inputs =
        LayerInputs.marked(Map.of("@own", List.of(TABLE.withName("Mine"))), TABLE);
    Context context = Context.of(Definitions.NONE, Layers.of(inputs)).at(2);
    Expression expression =
        Expression.of(
            "to_json(array(overlay_intersects('Mine', n), overlay_nearest('own', n),"
                + " overlay_disjoint('Mine', \"g\")))",
            TABLE.slice(2, 4),
            names(),
            context);
    assertFalse(expression.usesAllRows());
    assertEquals("[[1,2],[1],[\"b\"]]", expression.at(0).text());
    assertEquals("[[],[],[\"a\",\"b\",\"a\"]]", expression.at(1).text());
  }

  @Test
  void findALayerByItsIdBeforeAnotherByItsName() {
    Map<String, List<FeatureTable>> inputs =
        Map.of("@b", List.of(TABLE.withName("a")), "@a", List.of(TABLE.slice(0, 1).withName("c")));
    Context context = Context.of(Definitions.NONE, Layers.of(inputs));
    assertEquals(
        "1", Expression.of("aggregate('a', 'count', n)", TABLE, names(), context).at(0).text());
  }

  @Test
  void findNothingInAnEmptyLayer() {
    Map<String, List<FeatureTable>> inputs = Map.of("@e", List.of(TABLE.slice(0, 0)));
    Context context = Context.of(Definitions.NONE, Layers.of(inputs));
    Expression expression =
        Expression.of(
            "to_json(array(overlay_intersects('e'), overlay_disjoint('e'), overlay_nearest('e', n),"
                + " aggregate('e', 'sum', n), get_feature('e', 'n', 1) IS NULL,"
                + " layer_property('e', 'geometry_type'), layer_property('e', 'extent')))",
            TABLE,
            names(),
            context);
    assertEquals("[false,true,[],0,true,\"No geometry\",null]", expression.at(0).text());
  }

  @Test
  void lieWhereTheyAreAskedFor() {
    NamedLayer layer = new NamedLayer("id", TABLE, false);
    assertEquals(Crs.WEB_MERCATOR, layer.in(Crs.WEB_MERCATOR, Definitions.NONE).crs());
    assertEquals(TABLE, layer.in(TABLE.crs(), Definitions.NONE));
    assertEquals(TABLE, layer.in(Crs.UNKNOWN, Definitions.NONE));
    assertEquals(3, layer.index(Crs.WEB_MERCATOR, Definitions.NONE).near(everywhere()).length);
  }

  private static Envelope everywhere() {
    return new Envelope(-1e9, 1e9, -1e9, 1e9);
  }

  /** An error has the same fingerprint everywhere, too. */
  @Test
  void areAmongTheSamplesWithoutErrors() {
    for (ExpressionSamples.Sample sample : ExpressionSamples.all()) {
      if (List.of("transform", "layers", "seeds").contains(sample.name())) {
        assertFalse(sample.answers().toString().contains("Expression, "), sample::toString);
      }
    }
  }

  @Test
  void beginWithTheFirstNumberOfTheMersenneTwister() {
    assertEquals("14514284786278117030", Long.toUnsignedString(RandomFunctions.first(5489)));
  }

  private static List<String> names() {
    return TABLE.fields().stream().map(Field::name).toList();
  }

  private static Expression expression(String text) {
    return Expression.of(text, TABLE, names(), KnownAnswersTest.context());
  }

  private static List<String> answers(String text) {
    Expression expression = expression(text);
    List<String> answers = new ArrayList<>();
    for (int row = 0; row < TABLE.size(); row++) {
      answers.add(expression.at(row).text());
    }
    return answers;
  }
}
