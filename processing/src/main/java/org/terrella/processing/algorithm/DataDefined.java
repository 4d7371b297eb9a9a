package org.terrella.processing.algorithm;

import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.processing.expression.Expression;
import org.terrella.processing.expression.Value;

/**
 * A parameter that has a value of its own for each feature, as QGIS's dynamic parameters may have:
 * {@code {"type": "data_defined", "expression" or "field": …}}, and {@code "unit"} for a distance.
 *
 * @param unit of a distance; null for the units of the layer
 * @param otherwise the value for features where the expression gives none of the right kind: the
 *     parameter's default, or null
 */
record DataDefined(
    ParameterDescription parameter, String expression, DistanceUnit unit, Object otherwise) {
  static final String TYPE = "data_defined";

  /**
   * The value for a row as {@link Parameters} keeps it, or null.
   *
   * @throws TerrellaException invalid-argument, when a number is beyond the parameter's limits
   */
  Object at(Expression values, int row) {
    double number = values.number(row);
    if (parameter.type() == ParameterType.BOOLEAN) {
      return truth(values.at(row), number);
    }
    if (number - number != 0) {
      return otherwise;
    }
    if (parameter.integer()) {
      number = number < 0 ? -Math.floor(0.5 - number) : Math.floor(number + 0.5);
    }
    if (number < parameter.min() || number > parameter.max()) {
      throw TerrellaException.invalid(
          DoubleText.write(number)
              + " is not between "
              + DoubleText.write(parameter.min())
              + " and "
              + DoubleText.write(parameter.max())
              + ".");
    }
    return parameter.type() == ParameterType.DISTANCE
        ? new Distance(number, unit)
        : (Object) number;
  }

  private Object truth(Value value, double number) {
    if (number == number) {
      return number != 0;
    }
    String text = value.isNull() ? "" : value.text();
    boolean known = text.equals("true") || text.equals("false");
    return known ? (Object) text.equals("true") : otherwise;
  }
}
