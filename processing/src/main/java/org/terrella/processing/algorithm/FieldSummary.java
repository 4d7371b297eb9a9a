package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TemporalColumn;

/**
 * Statistics of some rows of a field: which there are depends on whether it has numbers, moments or
 * something else, which counts as text.
 */
final class FieldSummary {
  /** All statistics, in QGIS's order. */
  static final List<String> NAMES =
      List.of(
          "count",
          "unique",
          "min",
          "max",
          "range",
          "sum",
          "mean",
          "median",
          "stddev",
          "minority",
          "majority",
          "q1",
          "q3",
          "iqr",
          "empty",
          "filled",
          "min_length",
          "max_length",
          "mean_length");

  private static final List<String> NUMBERS = NAMES.subList(0, 14);
  private static final List<String> MOMENTS =
      List.of("count", "unique", "empty", "filled", "min", "max");
  private static final List<String> TEXTS =
      List.of(
          "count",
          "unique",
          "empty",
          "filled",
          "min",
          "max",
          "min_length",
          "max_length",
          "mean_length");
  private static final List<String> WHOLE =
      List.of("count", "unique", "empty", "filled", "min_length", "max_length");

  private final Column column;
  private final List<String> names = new ArrayList<>();

  /**
   * @param wanted some of {@link #NAMES}; those that a field of this type has not are passed over
   */
  FieldSummary(Column column, List<String> wanted) {
    this.column = column;
    FieldType type = column.field().type();
    for (String name : type.isNumeric() ? NUMBERS : type.isTemporal() ? MOMENTS : TEXTS) {
      if (wanted.contains(name)) {
        names.add(name);
      }
    }
  }

  /**
   * The fields of the statistics.
   *
   * @param prefix what comes before the names of statistics
   */
  List<Field> fields(String prefix) {
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      fields.add(new Field(prefix + name, type(name)));
    }
    return fields;
  }

  /** Least and greatest are of the field's own kind, all else are numbers. */
  private FieldType type(String name) {
    FieldType own = column.field().type();
    if (WHOLE.contains(name)) {
      return FieldType.INTEGER;
    } else if (own.isTemporal() && !name.equals("mean_length")) {
      return own;
    }
    return own.isNumeric() || name.equals("mean_length") ? FieldType.REAL : FieldType.STRING;
  }

  /** The statistics of some rows, one for each field. */
  List<Object> of(int[] rows) {
    return column.field().type().isNumeric() ? numbers(rows) : others(rows);
  }

  private List<Object> numbers(int[] rows) {
    List<Double> values = new ArrayList<>();
    for (int row : rows) {
      if (column.value(row) instanceof Number number) {
        values.add(number.doubleValue());
      }
    }
    NumberSummary summary = new NumberSummary(values);
    List<Object> told = new ArrayList<>();
    for (String name : names) {
      int statistic =
          NumberSummary.NAMES.indexOf(
              switch (name) {
                case "unique" -> "variety";
                case "stddev" -> "stdev";
                default -> name;
              });
      double value = summary.value(statistic);
      told.add(
          WHOLE.contains(name) ? (Object) (int) value : value - value != 0 ? null : (Object) value);
    }
    return told;
  }

  /** Missing texts count as empty ones, which are neither least nor greatest. */
  private List<Object> others(int[] rows) {
    boolean temporal = column.field().type().isTemporal();
    Set<String> different = new HashSet<>();
    int filled = 0;
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    long length = 0;
    int least = -1;
    int most = -1;
    for (int row : rows) {
      Object value = column.value(row);
      String text = value == null ? "" : value.toString();
      different.add(text);
      shortest = Math.min(shortest, text.length());
      longest = Math.max(longest, text.length());
      length += text.length();
      if (text.isEmpty()) {
        continue;
      }
      filled++;
      least = least < 0 || before(row, least, temporal) ? row : least;
      most = most < 0 || before(most, row, temporal) ? row : most;
    }
    List<Object> told = new ArrayList<>();
    for (String name : names) {
      told.add(
          switch (name) {
            case "count" -> rows.length;
            case "unique" -> different.size();
            case "empty" -> rows.length - filled;
            case "filled" -> filled;
            case "min" -> least < 0 ? null : column.value(least);
            case "max" -> most < 0 ? null : column.value(most);
            case "min_length" -> rows.length == 0 ? 0 : shortest;
            case "max_length" -> longest;
            default -> rows.length == 0 ? null : (Object) ((double) length / rows.length);
          });
    }
    return told;
  }

  private boolean before(int one, int other, boolean temporal) {
    if (temporal && column instanceof TemporalColumn moments) {
      return moments.instant(one) < moments.instant(other);
    }
    return column.value(one).toString().compareTo(column.value(other).toString()) < 0;
  }
}
