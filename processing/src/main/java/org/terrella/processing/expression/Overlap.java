package org.terrella.processing.expression;

import java.util.Map;
import java.util.TreeMap;

/**
 * A feature that intersects another.
 *
 * @param row of the feature
 * @param size the largest area or length that they share; -1 where that was not asked
 * @param radius of the largest circle in what they share; -1 where there is no area
 */
record Overlap(int row, double size, double radius) {
  /** {@code id}, {@code result}, {@code overlap} and, of areas, {@code radius}. */
  Value described(Value id, Value result) {
    Map<String, Value> members = new TreeMap<>();
    members.put("id", id.copy());
    members.put("result", result);
    members.put("overlap", number(size));
    if (radius != -1) {
      members.put("radius", number(radius));
    }
    Value described = new Value();
    described.set(members);
    return described;
  }

  private static Value number(double number) {
    Value value = new Value();
    value.set(number);
    return value;
  }
}
