package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.Column;

/** What values a column has. */
final class FieldValues {
  private FieldValues() {}

  /**
   * {@code {values, complete, min?, max?}}: distinct values without null, in ascending order, and
   * the least and greatest of numbers. Values that are neither numbers nor texts are passed over.
   *
   * @param limit most values to give; {@code complete} says whether these are all
   */
  static JsonObject of(Column column, int limit) {
    TreeSet<Double> numbers = new TreeSet<>();
    TreeSet<String> texts = new TreeSet<>();
    boolean complete = true;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < column.size(); row++) {
      Object value = column.isNull(row) ? null : column.value(row);
      if (value instanceof Number number) {
        double each = number.doubleValue();
        min = Math.min(min, each);
        max = Math.max(max, each);
        complete &= added(numbers, each, limit);
      } else if (value instanceof String text) {
        complete &= added(texts, text, limit);
      }
    }
    List<JsonValue> values = new ArrayList<>();
    numbers.forEach(number -> values.add(JsonNumber.of(number)));
    texts.forEach(text -> values.add(new JsonString(text)));
    JsonObject result =
        JsonObject.of().with("values", JsonArray.of(values)).with("complete", complete);
    return min <= max ? result.with("min", min).with("max", max) : result;
  }

  private static <T extends Comparable<T>> boolean added(TreeSet<T> values, T value, int limit) {
    if (values.size() < limit) {
      values.add(value);
      return true;
    }
    return values.contains(value);
  }
}
