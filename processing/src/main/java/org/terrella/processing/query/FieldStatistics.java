package org.terrella.processing.query;

import static org.terrella.exact.ExactMath.sqrt;

import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TemporalColumn;
import org.terrella.processing.feature.TextColumn;
import org.terrella.text.Utf8;

/**
 * What QGIS's statistics panel says of a field ({@code QgsStatisticalSummary}, {@code
 * QgsStringStatisticalSummary}, {@code QgsDateTimeStatisticalSummary}).
 *
 * <p>Of all fields: {@code count} of values, {@code missing} (null and NaN), {@code distinct},
 * {@code min}, {@code max}, {@code minority} and {@code majority} (of several the least).
 *
 * <p>Of numbers and truth values (0 and 1) also {@code sum}, {@code mean}, {@code median}, {@code
 * stdev} of the population, {@code stdevSample}, {@code range}, and the quartiles {@code q1} and
 * {@code q3} with their distance {@code iqr}: medians of the halves, which both contain the median
 * where the count is odd (Tukey 1977). Of dates and times also {@code range}, in seconds. Of text
 * also {@code empty}, {@code minLength}, {@code maxLength} and {@code meanLength}, in characters;
 * {@code min} and {@code max} are by code points.
 *
 * <p>What no value is there for is left out.
 */
public final class FieldStatistics {
  private final Column column;
  private final DistinctValues distinct;
  private final int count;
  private JsonObject json;

  private FieldStatistics(Column column, int[] rows) {
    this.column = column;
    this.distinct = DistinctValues.of(column, rows);
    this.count = RowOrder.present(column, rows);
    this.json =
        JsonObject.of()
            .with("count", count)
            .with("missing", rows.length - count)
            .with("distinct", distinct.size());
  }

  /** The statistics of the given rows of a column. */
  public static JsonObject of(Column column, int[] rows) {
    FieldStatistics statistics = new FieldStatistics(column, rows);
    if (statistics.count > 0) {
      statistics.fill();
    }
    return statistics.json;
  }

  private void fill() {
    int rarest = 0;
    int commonest = 0;
    for (int i = 1; i < distinct.size(); i++) {
      rarest = distinct.count(i) < distinct.count(rarest) ? i : rarest;
      commonest = distinct.count(i) > distinct.count(commonest) ? i : commonest;
    }
    int least = distinct.row(0);
    int greatest = distinct.row(distinct.size() - 1);
    if (column instanceof TextColumn text) {
      for (int i = 0; i < distinct.size(); i++) {
        int row = distinct.row(i);
        least = RowOrder.compareBytes(column, row, least) < 0 ? row : least;
        greatest = RowOrder.compareBytes(column, row, greatest) > 0 ? row : greatest;
      }
      lengths(text);
    }
    json =
        json.with("min", DistinctValues.value(column, least))
            .with("max", DistinctValues.value(column, greatest))
            .with("minority", DistinctValues.value(column, distinct.row(rarest)))
            .with("majority", DistinctValues.value(column, distinct.row(commonest)));
    if (column instanceof TemporalColumn moments) {
      put("range", (moments.instant(greatest) - moments.instant(least)) / 1e6);
    } else if (RowKeys.suit(column)) {
      numbers();
    }
  }

  private void lengths(TextColumn text) {
    long sum = 0;
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    int empty = 0;
    for (int i = 0; i < distinct.size(); i++) {
      int from = text.offsets()[distinct.row(i)];
      int to = text.offsets()[distinct.row(i) + 1];
      int length = Utf8.decode(text.utf8(), from, to).length();
      shortest = Math.min(shortest, length);
      longest = Math.max(longest, length);
      sum += (long) length * distinct.count(i);
      empty += length == 0 ? distinct.count(i) : 0;
    }
    json = json.with("empty", empty).with("minLength", shortest).with("maxLength", longest);
    put("meanLength", (double) sum / count);
  }

  private void numbers() {
    double least = real(0);
    double shifted = 0;
    double sum = 0;
    for (int i = 0; i < distinct.size(); i++) {
      sum += real(i) * distinct.count(i);
      shifted += (real(i) - least) * distinct.count(i);
    }
    double mean = least + shifted / count;
    double squares = 0;
    double rest = 0;
    for (int i = 0; i < distinct.size(); i++) {
      double difference = real(i) - mean;
      squares += difference * difference * distinct.count(i);
      rest += difference * distinct.count(i);
    }
    double deviations = Math.max(0, squares - rest * rest / count);
    put("sum", sum);
    put("mean", mean);
    put("median", median(0, count));
    put("stdev", sqrt(deviations / count));
    if (count > 1) {
      put("stdevSample", sqrt(deviations / (count - 1)));
    }
    put("range", real(distinct.size() - 1) - least);
    int half = (count + 1) / 2;
    double q1 = median(0, half);
    double q3 = median(count - half, half);
    put("q1", q1);
    put("q3", q3);
    put("iqr", q3 - q1);
  }

  /** The median of {@code size} of the sorted values that begin at {@code from}. */
  private double median(int from, int size) {
    double upper = ranked(from + size / 2);
    if (size % 2 == 1) {
      return upper;
    }
    double lower = ranked(from + size / 2 - 1);
    return (lower + upper) / 2;
  }

  /** The value at a rank, counted from 0. */
  private double ranked(int rank) {
    int index = 0;
    for (int left = rank; left >= distinct.count(index); index++) {
      left -= distinct.count(index);
    }
    return real(index);
  }

  private double real(int index) {
    long key = RowKeys.key(column, distinct.row(index));
    return column.field().type() == FieldType.REAL ? RowKeys.toReal(key) : key;
  }

  private void put(String name, double value) {
    if (value - value == 0) {
      json = json.with(name, value);
    }
  }
}
