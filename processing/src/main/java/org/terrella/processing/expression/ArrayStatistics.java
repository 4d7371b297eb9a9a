package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;

/** Statistics of arrays, in which the mean, median and sum pass over what is no number. */
final class ArrayStatistics {
  private ArrayStatistics() {}

  static void addTo(Functions functions) {
    functions.add("array_min", "array", "The least member.", (call, out) -> extreme(call, out, -1));
    functions.add(
        "array_max", "array", "The greatest member.", (call, out) -> extreme(call, out, 1));
    functions.add(
        "array_sum",
        "array",
        "The sum of the members that are numbers.",
        (call, out) -> set(call, out, false));
    functions.add(
        "array_mean",
        "array",
        "The mean of the members that are numbers.",
        (call, out) -> set(call, out, true));
    functions.add(
        "array_median",
        "array",
        "The median of the members that are numbers.",
        (call, out) -> median(numbers(call.list(0)), out));
    functions.add(
        "array_majority",
        "array [option]",
        "The most frequent members: 'all', 'any', their 'median', or the 'real_majority'.",
        (call, out) -> frequent(call, out, true));
    functions.add(
        "array_minority",
        "array [option]",
        "The least frequent members: 'all', 'any', their 'median', or the 'real_minority'.",
        (call, out) -> frequent(call, out, false));
  }

  private static List<Value> numbers(List<Value> members) {
    List<Value> numbers = new ArrayList<>();
    for (Value member : members) {
      if (member.isNumber()) {
        numbers.add(member);
      }
    }
    return numbers;
  }

  private static void extreme(Call call, Value out, int sign) {
    Ordering ordering = new Ordering();
    for (Value member : call.list(0)) {
      if (!member.isNull()
          && (out.isNull() || Integer.signum(ordering.compare(member, out)) == sign)) {
        out.set(member);
      }
    }
  }

  private static void set(Call call, Value out, boolean mean) {
    List<Value> numbers = numbers(call.list(0));
    if (!numbers.isEmpty()) {
      double sum = 0;
      for (Value number : numbers) {
        sum += number.real();
      }
      number(out, mean ? sum / numbers.size() : sum);
    }
  }

  /** A whole number where the value is one. */
  static void number(Value out, double value) {
    if (value == Math.floor(value) && Math.abs(value) < 9e15) {
      out.set((long) value);
    } else {
      out.set(value);
    }
  }

  static void median(List<Value> numbers, Value out) {
    if (!numbers.isEmpty()) {
      List<Value> sorted = new ArrayList<>(numbers);
      ArrayFunctions.sort(sorted, true);
      int half = sorted.size() / 2;
      double upper = sorted.get(half).real();
      number(out, sorted.size() % 2 == 1 ? upper : (sorted.get(half - 1).real() + upper) / 2);
    }
  }

  private static void frequent(Call call, Value out, boolean most) {
    List<Value> members = call.list(0);
    List<Value> distinct = ArrayFunctions.distinct(members);
    int[] counts = new int[distinct.size()];
    int bound = most ? 0 : Integer.MAX_VALUE;
    for (int i = 0; i < counts.length; i++) {
      for (Value member : members) {
        counts[i] += ArrayFunctions.equal(member, distinct.get(i)) ? 1 : 0;
      }
      bound = most ? Math.max(bound, counts[i]) : Math.min(bound, counts[i]);
    }
    String option = call.textOr(1, "all");
    List<Value> found = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      boolean half = most ? counts[i] * 2 > members.size() : counts[i] * 2 < members.size();
      if (option.startsWith("real_") ? half : counts[i] == bound) {
        found.add(distinct.get(i));
      }
    }
    switch (option) {
      case "all", "real_minority" -> out.set(found);
      case "any", "real_majority" -> {
        if (!found.isEmpty()) {
          out.set(found.get(0));
        }
      }
      case "median" -> median(numbers(found), out);
      default -> throw call.failed("there is no option '" + option + "'");
    }
  }
}
