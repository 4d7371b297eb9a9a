package org.terrella.processing.expression;

import org.terrella.exact.ExactMath;

/** Functions of numbers, and to numbers. Angles are radians. */
final class MathFunctions {
  private MathFunctions() {}

  /** A function of one real number. */
  @FunctionalInterface
  private interface Real {
    double of(double value);
  }

  static void addTo(Functions functions) {
    functions.add("abs", "value", "The size of a number, without its sign.", MathFunctions::abs);
    add(functions, "sqrt", "value", "The square root; of negative numbers NULL.", ExactMath::sqrt);
    add(functions, "radians", "degrees", "Degrees as radians.", ExactMath::toRadians);
    add(functions, "degrees", "radians", "Radians as degrees.", ExactMath::toDegrees);
    add(functions, "sin", "angle", "The sine of an angle in radians.", ExactMath::sin);
    add(functions, "cos", "angle", "The cosine of an angle in radians.", ExactMath::cos);
    add(functions, "tan", "angle", "The tangent of an angle in radians.", ExactMath::tan);
    add(functions, "asin", "value", "The angle in radians that has this sine.", ExactMath::asin);
    add(functions, "acos", "value", "The angle in radians that has this cosine.", ExactMath::acos);
    add(functions, "atan", "value", "The angle in radians that has this tangent.", ExactMath::atan);
    add(functions, "exp", "value", "The number e to a power.", ExactMath::exp);
    // Logarithms of what has none are NULL.
    add(
        functions,
        "ln",
        "value",
        "The natural logarithm; NULL of numbers that are not above 0.",
        value -> value > 0 ? ExactMath.log(value) : Double.NaN);
    add(
        functions,
        "log10",
        "value",
        "The logarithm to the base 10; NULL of numbers that are not above 0.",
        value -> value > 0 ? ExactMath.log10(value) : Double.NaN);
    functions.add("log", "base value", "The logarithm to a base.", MathFunctions::log);
    functions.add(
        "atan2",
        "dx dy",
        "The angle in radians whose tangent is dx / dy, in the right quarter of the circle.",
        (call, out) -> out.set(ExactMath.atan2(call.real(0), call.real(1))));
    functions.add(
        "pi",
        "",
        "The ratio of a circle's length to its width.",
        (c, out) -> out.set(ExactMath.PI));
    functions.add(
        "floor",
        "value",
        "The greatest whole number that is not above a number.",
        (call, out) -> whole(call, out, Math.floor(call.real(0))));
    functions.add(
        "ceil",
        "value",
        "The least whole number that is not below a number.",
        (call, out) -> whole(call, out, Math.ceil(call.real(0))));
    functions.add(
        "round",
        "value [places]",
        "A number rounded to so many decimal places, halves away from zero.",
        MathFunctions::round);
    functions.addLazy(
        "max", "…", "The greatest number that is not NULL.", (call, out) -> extreme(call, out, 1));
    functions.addLazy(
        "min", "…", "The least number that is not NULL.", (call, out) -> extreme(call, out, -1));
    functions.add("clamp", "min value max", "A number brought into a range.", MathFunctions::clamp);
    functions.add(
        "scale_linear",
        "value domain_min domain_max range_min range_max",
        "A number brought from one range into another by a straight line.",
        (call, out) -> scale(call, out, 1));
    functions.add(
        "scale_exp",
        "value domain_min domain_max range_min range_max exponent",
        "A number brought from one range into another by a power curve.",
        (call, out) -> {
          double exponent = call.real(5);
          if (!(exponent > 0)) {
            throw call.failed("the exponent must be above 0");
          }
          scale(call, out, exponent);
        });
  }

  private static void add(
      Functions functions, String name, String parameter, String help, Real function) {
    functions.add(
        name,
        parameter,
        help,
        (call, out) -> {
          double value = function.of(call.real(0));
          if (value == value) {
            out.set(value);
          }
        });
  }

  private static void abs(Call call, Value out) {
    out.set(call.number(0));
    if (out.kind() == Value.Kind.REAL || out.whole() == Long.MIN_VALUE) {
      out.set(Math.abs(out.real()));
    } else {
      out.set(Math.abs(out.whole()));
    }
  }

  private static void log(Call call, Value out) {
    double base = call.real(0);
    double value = call.real(1);
    if (base > 0 && value > 0) {
      out.set(ExactMath.log(value) / ExactMath.log(base));
    }
  }

  /** A whole number where it fits into 64 bits. */
  private static void whole(Call call, Value out, double value) {
    Value given = call.number(0);
    if (given.kind() != Value.Kind.REAL) {
      out.set(given.whole());
    } else if (Math.abs(value) < 9e18) {
      out.set((long) value);
    } else {
      out.set(value);
    }
  }

  /** Halves go away from zero. */
  private static void round(Call call, Value out) {
    long places = call.count() > 1 ? call.whole(1) : 0;
    if (call.count() == 1) {
      double value = call.real(0);
      whole(call, out, value < 0 ? Math.ceil(value - 0.5) : Math.floor(value + 0.5));
      return;
    }
    double scale = ExactMath.pow(10, places);
    double scaled = call.real(0) * scale;
    double rounded = (scaled < 0 ? Math.ceil(scaled - 0.5) : Math.floor(scaled + 0.5)) / scale;
    out.set(rounded - rounded == 0 ? rounded : call.real(0));
  }

  /** The greatest or least number among the arguments that are not NULL. */
  private static void extreme(Call call, Value out, int sign) {
    Ordering ordering = new Ordering();
    for (int i = 0; i < call.count(); i++) {
      if (call.has(i)) {
        Value each = call.number(i);
        if (out.isNull() || ordering.compare(each, out) == sign) {
          out.set(each);
        }
      }
    }
  }

  private static void clamp(Call call, Value out) {
    Ordering ordering = new Ordering();
    out.set(call.number(1));
    if (ordering.compare(call.number(2), out) == -1) {
      out.set(call.number(2));
    }
    if (ordering.compare(call.number(0), out) == 1) {
      out.set(call.number(0));
    }
  }

  private static void scale(Call call, Value out, double exponent) {
    double value = call.real(0);
    double domainMin = call.real(1);
    double domainMax = call.real(2);
    double rangeMin = call.real(3);
    double rangeMax = call.real(4);
    if (domainMin >= domainMax) {
      throw call.failed("domain_max must be greater than domain_min");
    }
    if (value >= domainMax) {
      out.set(rangeMax);
    } else if (value <= domainMin) {
      out.set(rangeMin);
    } else {
      double share = (value - domainMin) / (domainMax - domainMin);
      out.set(
          exponent == 1
              ? rangeMin + (value - domainMin) * (rangeMax - rangeMin) / (domainMax - domainMin)
              : rangeMin + ExactMath.pow(share, exponent) * (rangeMax - rangeMin));
    }
  }
}
