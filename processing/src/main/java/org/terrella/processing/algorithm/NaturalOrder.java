package org.terrella.processing.algorithm;

import java.util.Comparator;
import org.terrella.processing.expression.Value;

/** How values are put in order: nulls first, numbers by size, times by time, texts by letters. */
final class NaturalOrder {
  private NaturalOrder() {}

  /** A value that does not change when the expression goes on: null, a number or a text. */
  static Object kept(Value value) {
    return switch (value.kind()) {
      case NULL -> null;
      case BOOLEAN, INTEGER -> value.whole();
      case REAL, INTERVAL -> value.real();
      default -> value.text();
    };
  }

  /** Numbers before texts; texts of dates and times are in ISO 8601 and sort by time. */
  static int compare(Object one, Object other) {
    if (one == null || other == null) {
      return one == other ? 0 : one == null ? -1 : 1;
    }
    if (one instanceof Number a && other instanceof Number b) {
      return a instanceof Long && b instanceof Long
          ? Long.compare(a.longValue(), b.longValue())
          : Double.compare(a.doubleValue(), b.doubleValue());
    }
    if (one instanceof Number || other instanceof Number) {
      return one instanceof Number ? -1 : 1;
    }
    return one.toString().compareTo(other.toString());
  }

  /** Texts whose digits count as numbers: a2 comes before a10. */
  static final Comparator<String> NUMBERS_IN_TEXTS = NaturalOrder::compareTexts;

  private static int compareTexts(String one, String other) {
    int i = 0;
    int k = 0;
    while (i < one.length() && k < other.length()) {
      int endOne = endOfNumber(one, i);
      int endOther = endOfNumber(other, k);
      int order;
      if (endOne > i && endOther > k) {
        order = compareNumbers(one.substring(i, endOne), other.substring(k, endOther));
        i = endOne;
        k = endOther;
      } else {
        order = Character.compare(one.charAt(i++), other.charAt(k++));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.length() - i, other.length() - k);
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String one, String other) {
    String a = withoutZeros(one);
    String b = withoutZeros(other);
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }

  private static String withoutZeros(String digits) {
    int from = 0;
    while (from < digits.length() - 1 && digits.charAt(from) == '0') {
      from++;
    }
    return digits.substring(from);
  }
}
