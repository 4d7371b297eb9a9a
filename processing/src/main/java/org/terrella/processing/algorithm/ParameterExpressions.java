package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.expression.Context;
import org.terrella.processing.expression.Expression;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.geometry.Ellipsoid;

/** The expressions of one slice, each parsed once. */
final class ParameterExpressions {
  private final AlgorithmDescription algorithm;
  private final Context context;
  private final List<Parsed> parsed = new ArrayList<>();

  private record Parsed(String text, FeatureTable table, Expression expression) {}

  /**
   * @param firstRow the row of the whole main input at which the slice begins
   */
  ParameterExpressions(AlgorithmDescription algorithm, int firstRow) {
    this.algorithm = algorithm;
    this.context = new Context(Ellipsoid.WGS84, JsonObject.of(), firstRow);
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

  /** The value of a parameter for a row, or null. */
  Object at(DataDefined parameter, FeatureTable table, int row) {
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
