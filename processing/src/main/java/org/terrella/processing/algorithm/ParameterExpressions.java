package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.processing.expression.Context;
import org.terrella.processing.expression.Expression;
import org.terrella.processing.expression.LayerInputs;
import org.terrella.processing.expression.Layers;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.projection.Definitions;

/** The expressions of one slice, each parsed once. */
final class ParameterExpressions {
  private final AlgorithmDescription algorithm;
  private final Context context;
  private final List<Parsed> parsed = new ArrayList<>();

  private record Parsed(String text, FeatureTable table, Expression expression) {}

  /**
   * @param context whose first row is that of the whole main input at which the slice begins
   */
  private ParameterExpressions(AlgorithmDescription algorithm, Context context) {
    this.algorithm = algorithm;
    this.context = context;
  }

  /** For an algorithm that has no layers yet. */
  ParameterExpressions(AlgorithmDescription algorithm) {
    this(algorithm, Context.DEFAULT);
  }

  /** The same expressions, which may look at layers, see {@link LayerInputs}. */
  ParameterExpressions with(Definitions definitions, Map<String, List<FeatureTable>> layers) {
    return new ParameterExpressions(
        algorithm, Context.of(definitions, Layers.of(layers)).at(context.firstRow()));
  }

  /** The same expressions for the rows of another slice. */
  ParameterExpressions at(int firstRow) {
    return new ParameterExpressions(algorithm, context.at(firstRow));
  }

  /**
   * An expression over the rows of a table.
   *
   * @throws TerrellaException invalid-argument, naming the parameter, the character and what is
   *     wrong there
   */
  Expression of(String parameter, String text, FeatureTable table) {
    for (Parsed known : parsed) {
      if (known.table == table && known.text.equals(text)) {
        return known.expression;
      }
    }
    try {
      List<String> names = table.fields().stream().map(Field::name).toList();
      Expression expression = Expression.of(text, table, names, context);
      parsed.add(new Parsed(text, table, expression));
      return expression;
    } catch (TerrellaException e) {
      throw wrong(parameter, e);
    }
  }

  private TerrellaException wrong(String parameter, TerrellaException e) {
    return TerrellaException.invalid(
        "Parameter " + parameter + " of " + algorithm.id() + ": " + e.getMessage());
  }

  /** The texts of the expressions in a parameter, whatever its type. */
  private static List<String> texts(ParameterDescription parameter, Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof DataDefined defined) {
      texts.add(defined.expression());
    } else if (value instanceof String text && parameter.type() == ParameterType.EXPRESSION) {
      if (!text.isEmpty() || !parameter.optional()) {
        texts.add(text);
      }
    } else if (value instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof FieldMapping mapping && !mapping.expression().isEmpty()) {
          texts.add(mapping.expression());
        }
      }
    }
    return texts;
  }

  /** Parses the expressions in a parameter; fails as {@link #of} does. */
  void check(ParameterDescription parameter, Object value, List<FeatureTable> inputs) {
    for (FeatureTable input : inputs) {
      texts(parameter, value).forEach(text -> of(parameter.name(), text, input));
    }
  }

  /** Whether some expression looks at other rows than its own. */
  boolean useAllRows(Map<String, Object> values, List<FeatureTable> inputs) {
    boolean all = false;
    for (FeatureTable input : inputs) {
      for (ParameterDescription parameter : algorithm.parameters()) {
        for (String text : texts(parameter, values.get(parameter.name()))) {
          all |= of(parameter.name(), text, input).usesAllRows();
        }
      }
    }
    return all;
  }

  /** The values of all parameters for a row: the same map where none is {@link DataDefined}. */
  Map<String, Object> at(Map<String, Object> values, FeatureTable table, int row) {
    Map<String, Object> own = values;
    for (Map.Entry<String, Object> each : values.entrySet()) {
      if (each.getValue() instanceof DataDefined defined) {
        own = own == values ? new LinkedHashMap<>(values) : own;
        own.put(each.getKey(), at(defined, table, row));
      }
    }
    return own;
  }

  private Object at(DataDefined parameter, FeatureTable table, int row) {
    String name = parameter.parameter().name();
    Expression values = of(name, parameter.expression(), table);
    try {
      return parameter.at(values, row);
    } catch (TerrellaException e) {
      throw TerrellaException.invalid(
          FeatureNames.of(table, row) + ": " + wrong(name, e).getMessage());
    }
  }
}
