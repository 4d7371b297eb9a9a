package org.terrella.processing.expression;

import java.util.List;

/**
 * How two values compare, as in QGIS: as numbers when both are or one is and the other is text that
 * is one; as moments when both are dates or times, or one is and the other is its text; else as
 * text, case by case. Arrays compare member by member, intervals by their length, and geometries
 * are equal or not. Whole numbers compare in all their digits.
 */
final class Ordering {
  /** What {@link #compare} gives when a number is NaN: neither less nor equal nor greater. */
  static final int NONE = 2;

  private final Value a = new Value();
  private final Value b = new Value();

  /** Below 0, 0 or above 0, or {@link #NONE}; neither value may be NULL. */
  int compare(Value left, Value right) {
    if (left.isNumber() && right.isNumber()) {
      return numbers(left, right);
    }
    if (left.isNumber() || right.isNumber()) {
      a.set(left);
      b.set(right);
      return a.becomeNumber() && b.becomeNumber() ? numbers(a, b) : texts(left, right);
    }
    if (left.isMoment() || right.isMoment()) {
      a.set(left);
      b.set(right);
      boolean both = a.becomeMoment() && b.becomeMoment();
      boolean alike = (a.kind() == Value.Kind.TIME) == (b.kind() == Value.Kind.TIME);
      return both && alike ? Long.compare(a.instant(), b.instant()) : texts(left, right);
    }
    return others(left, right);
  }

  private int others(Value left, Value right) {
    if (left.kind() == Value.Kind.INTERVAL || right.kind() == Value.Kind.INTERVAL) {
      a.set(left);
      b.set(right);
      return Intervals.become(a) && Intervals.become(b)
          ? Double.compare(a.real(), b.real())
          : texts(left, right);
    } else if (left.kind() == Value.Kind.GEOMETRY && right.kind() == Value.Kind.GEOMETRY) {
      return left.geometry().equalsExact(right.geometry()) ? 0 : NONE;
    } else if (left.kind() == Value.Kind.FEATURE && right.kind() == Value.Kind.FEATURE) {
      return left.layer() == right.layer() ? Long.compare(left.whole(), right.whole()) : NONE;
    } else if (left.kind() == Value.Kind.ARRAY && right.kind() == Value.Kind.ARRAY) {
      return lists(left.list(), right.list());
    }
    return texts(left, right);
  }

  /** Member by member, NULL equal to NULL alone; the shorter one is less. */
  private static int lists(List<Value> left, List<Value> right) {
    Ordering ordering = new Ordering();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = ordering.compareOrNull(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /** As {@link #compare}, with NULL less than all else and equal to itself. */
  int compareOrNull(Value left, Value right) {
    return left.isNull() || right.isNull()
        ? Boolean.compare(right.isNull(), left.isNull())
        : compare(left, right);
  }

  private static int numbers(Value left, Value right) {
    if (left.kind() != Value.Kind.REAL && right.kind() != Value.Kind.REAL) {
      return Long.compare(left.whole(), right.whole());
    }
    double x = left.real();
    double y = right.real();
    return x < y ? -1 : x > y ? 1 : x == y ? 0 : NONE;
  }

  private static int texts(Value left, Value right) {
    int order = left.text().compareTo(right.text());
    return order < 0 ? -1 : order > 0 ? 1 : 0;
  }
}
