package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.terrella.exact.ExactMath;
import org.terrella.processing.expression.Value.Kind;

/** One value out of many. NULL among them counts for nothing but in arrays. */
final class Summary {
  private final String name;

  Summary(String name) {
    this.name = name.equals("min") ? "minimum" : name.equals("max") ? "maximum" : name;
  }

  /** The names that {@code aggregate} knows. */
  static List<String> names() {
    return List.of(
        "count",
        "count_distinct",
        "count_missing",
        "min",
        "max",
        "sum",
        "mean",
        "median",
        "stdev",
        "stdevsample",
        "range",
        "minority",
        "majority",
        "q1",
        "q3",
        "iqr",
        "min_length",
        "max_length",
        "concatenate",
        "concatenate_unique",
        "collect",
        "array_agg");
  }

  /**
   * @param between what stands between texts
   * @param out NULL
   */
  void of(List<Value> all, String between, Evaluator node, int row, Value out) {
    List<Value> values = new ArrayList<>();
    for (Value value : all) {
      if (!value.isNull()) {
        values.add(value);
      }
    }
    List<Value> counted = numeric(values) ? values : all;
    switch (name) {
      case "array_agg" -> out.set(all);
      case "count" -> out.set((long) counted.size());
      case "count_missing" -> out.set((long) all.size() - values.size());
      case "count_distinct" -> out.set((long) counts(counted).size());
      case "concatenate" -> join(counted, between, out);
      case "concatenate_unique" -> join(unique(counted), between, out);
      case "collect" -> collect(values, node, row, out);
      case "minimum", "maximum", "range" -> extremes(values, node, row, out);
      case "min_length", "max_length" -> lengths(counted, out);
      case "majority", "minority" -> frequent(counted, out);
      default -> numbers(values, node, row, out);
    }
  }

  /** Where values are no numbers, NULL counts as one of them, as an empty text. */
  private static boolean numeric(List<Value> values) {
    return values.isEmpty() || values.get(0).isNumber();
  }

  /** Between texts only where there is one before. */
  private static void join(List<Value> values, String between, Value out) {
    StringBuilder all = new StringBuilder();
    boolean some = false;
    for (Value value : values) {
      some |= !value.isNull();
      all.append(all.isEmpty() ? "" : between).append(value.text());
    }
    if (some) {
      out.set(all.toString());
    }
  }

  private static Map<String, List<Value>> counts(List<Value> values) {
    Map<String, List<Value>> counts = new LinkedHashMap<>();
    for (Value value : values) {
      counts.computeIfAbsent(value.text(), text -> new ArrayList<>()).add(value);
    }
    return counts;
  }

  private static List<Value> unique(List<Value> values) {
    List<Value> unique = new ArrayList<>();
    for (List<Value> alike : counts(values).values()) {
      unique.add(alike.get(0));
    }
    return unique;
  }

  private static void collect(List<Value> values, Evaluator node, int row, Value out) {
    List<Geometry> geometries = new ArrayList<>();
    for (Value value : values) {
      if (value.kind() != Kind.GEOMETRY) {
        throw node.error(row, value.quoted() + " is " + value.kind().phrase() + ", no geometry");
      }
      geometries.add(value.geometry());
    }
    if (!geometries.isEmpty()) {
      out.set(Parts.collected(geometries));
    }
  }

  private void extremes(List<Value> values, Evaluator node, int row, Value out) {
    Ordering ordering = new Ordering();
    Value least = new Value();
    Value most = new Value();
    for (Value value : values) {
      if (least.isNull() || ordering.compare(value, least) < 0) {
        least.set(value);
      }
      if (most.isNull()
          || Integer.signum(ordering.compare(value, most)) > 0
              && ordering.compare(value, most) != Ordering.NONE) {
        most.set(value);
      }
    }
    if (!name.equals("range")) {
      out.set(name.equals("minimum") ? least : most);
    } else if (least.isMoment() && most.isMoment()) {
      out.setInterval((most.instant() - least.instant()) / 1e6);
    } else if (!values.isEmpty()) {
      number(least, node, row);
      number(most, node, row);
      ArrayStatistics.number(out, most.real() - least.real());
    }
  }

  private static void number(Value value, Evaluator node, int row) {
    if (value.isMoment() || !value.becomeNumber()) {
      throw node.error(row, value.quoted() + " is " + value.kind().phrase() + ", not a number");
    }
  }

  private void lengths(List<Value> values, Value out) {
    for (Value value : values) {
      long length = value.text().length();
      boolean better = name.equals("min_length") ? length < out.whole() : length > out.whole();
      if (out.isNull() || better) {
        out.set(length);
      }
    }
  }

  /** Of several that are as frequent the least. */
  private void frequent(List<Value> values, Value out) {
    int bound = 0;
    List<Value> candidates = new ArrayList<>();
    for (List<Value> alike : counts(values).values()) {
      int count = name.equals("majority") ? alike.size() : -alike.size();
      if (candidates.isEmpty() || count > bound) {
        candidates.clear();
        bound = count;
      }
      if (count == bound) {
        candidates.add(alike.get(0));
      }
    }
    if (!candidates.isEmpty()) {
      ArrayFunctions.sort(candidates, true);
      out.set(candidates.get(0));
    }
  }

  private void numbers(List<Value> values, Evaluator node, int row, Value out) {
    boolean whole = true;
    double sum = 0;
    long wholes = 0;
    for (Value value : values) {
      number(value, node, row);
      whole &= value.kind() == Kind.INTEGER;
      sum += value.real();
      wholes += value.whole();
    }
    if (name.equals("sum")) {
      if (whole && Math.abs(sum) < 9e18) {
        out.set(wholes);
      } else {
        out.set(sum);
      }
      return;
    } else if (values.isEmpty()) {
      return;
    }
    double mean = sum / values.size();
    switch (name) {
      case "mean" -> ArrayStatistics.number(out, mean);
      case "stdev", "stdevsample" -> {
        double squares = 0;
        for (Value value : values) {
          squares += (value.real() - mean) * (value.real() - mean);
        }
        int count = name.equals("stdev") ? values.size() : values.size() - 1;
        if (count > 0) {
          ArrayStatistics.number(out, ExactMath.sqrt(squares / count));
        }
      }
      case "median" -> ArrayStatistics.median(values, out);
      default -> {
        ArrayFunctions.sort(values, true);
        int half = (values.size() + 1) / 2;
        Value upper = new Value();
        ArrayStatistics.median(values.subList(0, half), out);
        ArrayStatistics.median(values.subList(values.size() - half, values.size()), upper);
        if (name.equals("q3")) {
          out.set(upper);
        } else if (name.equals("iqr")) {
          ArrayStatistics.number(out, upper.real() - out.real());
        }
      }
    }
  }
}
