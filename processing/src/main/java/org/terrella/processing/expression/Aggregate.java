package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.terrella.processing.naming.Suggestions;

/**
 * A value of many rows of the table, or of another layer: of all that pass a filter and, with {@code
 * group_by}, have the same value as the row that asks. Computed once, but where it looks at {@code
 * @parent}, the row that asks, or at other variables.
 */
final class Aggregate extends Evaluator {
  private static final String GROUP = "Aggregates";

  private final Scope asking;
  private final Scope scope;
  private final Summary summary;
  private final Evaluator expression;
  private final Evaluator groupBy;
  private final Evaluator filter;
  private final Evaluator concatenator;
  private final Evaluator orderBy;
  private final Binding parent;
  private final boolean varying;
  private Map<String, Value> known;

  private Aggregate(
      int position,
      Scope asking,
      Scope scope,
      Summary summary,
      Binding parent,
      boolean varying,
      Map<String, Evaluator> given) {
    super(position, given.values().toArray(new Evaluator[0]));
    this.asking = asking;
    this.scope = scope;
    this.summary = summary;
    this.parent = parent;
    this.varying = varying;
    expression = given.get("expression");
    groupBy = given.get("group_by");
    filter = given.get("filter");
    concatenator = given.get("concatenator");
    orderBy = given.get("order_by");
  }

  static void addTo(Functions functions) {
    String plain = "expression [group_by] [filter]";
    String[][] rows = {
      {
        "count",
        "How many rows have a number that is not NULL, or of other values how many rows there are."
      },
      {"count_distinct", "How many different values there are."},
      {"count_missing", "How many rows have NULL."},
      {"minimum", "The least value of all rows."},
      {"maximum", "The greatest value of all rows."},
      {"sum", "The sum of all rows."},
      {"mean", "The mean of all rows."},
      {"median", "The median of all rows."},
      {"stdev", "The standard deviation of all rows, taken as a sample."},
      {"range", "The greatest value less the least."},
      {"minority", "The value that is least frequent."},
      {"majority", "The value that is most frequent."},
      {"q1", "The first quartile of all rows."},
      {"q3", "The third quartile of all rows."},
      {"iqr", "The third quartile less the first."},
      {"min_length", "The length of the shortest text."},
      {"max_length", "The length of the longest text."},
      {"collect", "The geometries of all rows as one."}
    };
    for (String[] row : rows) {
      functions.addLazy(row[0], plain, row[1], (call, out) -> {});
    }
    String joined = plain + " [concatenator] [order_by]";
    functions.addLazy(
        "concatenate",
        joined,
        "The texts of all rows as one, NULL as an empty text.",
        (call, out) -> {});
    functions.addLazy(
        "concatenate_unique", joined, "The different texts of all rows as one.", (call, out) -> {});
    functions.addLazy(
        "array_agg",
        plain + " [order_by]",
        "The values of all rows as an array.",
        (call, out) -> {});
    functions.addLazy(
        "aggregate",
        "layer aggregate expression [filter] [concatenator] [order_by]",
        "A value of all rows of a layer, by the name of an aggregate.",
        (call, out) -> {});
  }

  static boolean isOne(Function function) {
    return function.group().equals(GROUP);
  }

  /**
   * A call of an aggregate.
   *
   * @param varying whether arguments look at variables, {@code @parent} among them
   */
  static Evaluator of(
      int position,
      Scope asking,
      Function function,
      Binding[] bindings,
      boolean varying,
      Evaluator[] arguments) {
    Scope scope = asking;
    Map<String, Evaluator> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      if (!(arguments[i] instanceof LeftOut)) {
        given.put(function.parameters().get(i), arguments[i]);
      }
    }
    String name = function.name().equals("stdev") ? "stdevsample" : function.name();
    if (name.equals("aggregate")) {
      Evaluator layer = given.remove("layer");
      Evaluator wanted = given.remove("aggregate");
      if (!(wanted instanceof Constant)) {
        throw Lexer.problem(position, "the layer and the aggregate must be texts in quotes");
      }
      scope = LayerArgument.scope(asking, layer, false);
      name = TextCase.lower(wanted.result.text());
      List<String> names = Summary.names();
      if (!names.contains(name)) {
        throw Lexer.problem(
            wanted.position,
            "there is no aggregate '" + name + "'" + Suggestions.clause(name, names));
      }
    }
    if (scope == asking) {
      scope.useAllRows();
    }
    Binding parent = bindings.length > 0 && bindings[0].isUsed() ? bindings[0] : null;
    return new Aggregate(position, asking, scope, new Summary(name), parent, varying, given);
  }

  @Override
  boolean isConstant() {
    return false;
  }

  @Override
  Value at(int row) {
    if (parent != null) {
      parent.value().setFeature(asking, row);
    }
    String key = key(row);
    if (known == null || varying) {
      known = computed(row);
    }
    Value found = known.get(key);
    return found == null ? empty(row) : found;
  }

  private Map<String, Value> computed(int row) {
    try {
      return compute(row);
    } catch (EvaluationException failure) {
      throw scope == asking ? failure : LayerArgument.failed(failure, scope, row);
    }
  }

  private Value empty(int row) {
    result.setNull();
    summary.of(new ArrayList<>(), "", this, row, result);
    return result;
  }

  private String key(int row) {
    if (groupBy == null) {
      return "";
    }
    Value value = groupBy.at(row);
    // Whole and real numbers that are equal have the same text.
    return value.isNull() ? "" : "=" + value.text();
  }

  private Map<String, Value> compute(int row) {
    Map<String, List<Integer>> groups = new HashMap<>();
    for (int each = 0; each < scope.table().size(); each++) {
      if (filter == null || filter.truth(each) == 1) {
        groups.computeIfAbsent(key(each), key -> new ArrayList<>()).add(each);
      }
    }
    Map<String, Value> results = new HashMap<>();
    for (Map.Entry<String, List<Integer>> group : groups.entrySet()) {
      List<Integer> rows = group.getValue();
      if (orderBy != null) {
        sort(rows);
      }
      List<Value> values = new ArrayList<>(rows.size());
      for (int each : rows) {
        values.add(expression.at(each).copy());
      }
      String between = concatenator == null ? "" : concatenator.at(rows.get(0)).text();
      Value summed = new Value();
      summary.of(values, between, this, row, summed);
      results.put(group.getKey(), summed);
    }
    return results;
  }

  private void sort(List<Integer> rows) {
    Map<Integer, Value> keys = new HashMap<>();
    for (int row : rows) {
      keys.put(row, orderBy.at(row).copy());
    }
    Ordering ordering = new Ordering();
    // NULL comes last, as in QGIS.
    rows.sort(
        (a, b) ->
            keys.get(a).isNull() || keys.get(b).isNull()
                ? Boolean.compare(keys.get(a).isNull(), keys.get(b).isNull())
                : ordering.compareOrNull(keys.get(a), keys.get(b)));
  }
}
