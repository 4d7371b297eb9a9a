package org.terrella.processing.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.Integer32Column;
import org.terrella.processing.feature.IntegerColumn;
import org.terrella.processing.feature.RealColumn;
import org.terrella.processing.feature.TextColumn;

/** The different values of a column, each with how many rows have it. */
public final class DistinctValues {
  private final Column column;
  // The first row of each value, in the order of the values, and how many rows have it.
  private final int[] firsts;
  private final int[] counts;

  private DistinctValues(Column column, int[] firsts, int[] counts) {
    this.column = column;
    this.firsts = firsts;
    this.counts = counts;
  }

  /** The values of the given rows; null and NaN are none. */
  public static DistinctValues of(Column column, int[] rows) {
    int[] sorted = RowOrder.grouped(column, rows);
    int present = RowOrder.present(column, rows);
    int[] firsts = new int[present];
    int[] counts = new int[present];
    int distinct = 0;
    for (int i = 0; i < present; i++) {
      if (i == 0 || !RowOrder.same(column, sorted[i - 1], sorted[i])) {
        firsts[distinct++] = sorted[i];
      }
      counts[distinct - 1]++;
    }
    return new DistinctValues(
        column, Arrays.copyOf(firsts, distinct), Arrays.copyOf(counts, distinct));
  }

  int size() {
    return firsts.length;
  }

  /** A row that has the value. */
  int row(int index) {
    return firsts[index];
  }

  int count(int index) {
    return counts[index];
  }

  /**
   * {@code {values, counts, distinct, complete, min?, max?}}: values in ascending order with their
   * counts, how many there are in all, whether these are all, and the least and greatest of
   * numbers.
   *
   * @param offset values to pass over
   * @param limit most values to give
   * @param byCount whether frequent values come first
   */
  public JsonObject toJson(int offset, int limit, boolean byCount) {
    int[] order = new int[firsts.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    if (byCount) {
      IntegerColumn frequencies = new Integer32Column(column.field(), counts, null);
      order = RowOrder.sorted(frequencies, true, order);
    }
    List<JsonValue> values = new ArrayList<>();
    List<JsonValue> numbers = new ArrayList<>();
    int from = Math.min(offset, order.length);
    int to = (int) Math.min(order.length, (long) from + limit);
    for (int i = from; i < to; i++) {
      values.add(value(column, firsts[order[i]]));
      numbers.add(JsonNumber.of((long) counts[order[i]]));
    }
    JsonObject json =
        JsonObject.of()
            .with("values", JsonArray.of(values))
            .with("counts", JsonArray.of(numbers))
            .with("distinct", order.length)
            .with("complete", values.size() == order.length);
    if (order.length == 0 || !column.field().type().isNumeric()) {
      return json;
    }
    return json.with("min", value(column, firsts[0]))
        .with("max", value(column, firsts[firsts.length - 1]));
  }

  /** A value that is there as JSON: dates and times as ISO text, bytes as base64. */
  static JsonValue value(Column column, int row) {
    if (column instanceof IntegerColumn integers) {
      return JsonNumber.of(integers.get(row));
    } else if (column instanceof RealColumn reals) {
      double value = reals.values()[row] + 0.0;
      // JSON has no infinities.
      return value - value == 0
          ? JsonNumber.of(value)
          : new JsonString(value > 0 ? "Infinity" : "-Infinity");
    } else if (column instanceof BooleanColumn truths) {
      return JsonBoolean.of(truths.values()[row] != 0);
    } else if (column instanceof TextColumn text) {
      return new JsonString(text.value(row));
    }
    return new JsonString((String) column.value(row));
  }
}
