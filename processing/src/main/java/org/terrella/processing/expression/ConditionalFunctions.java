package org.terrella.processing.expression;

/** Functions that choose between their arguments. */
final class ConditionalFunctions {
  private ConditionalFunctions() {}

  static void addTo(Functions functions) {
    functions.addLazy(
        "coalesce", "…", "The first argument that is not NULL.", ConditionalFunctions::coalesce);
    functions.addLazy(
        "if",
        "condition result_when_true result_when_false",
        "One of two values, by whether a condition is true.",
        (call, out) -> out.set(call.value(call.isTrue(0) ? 1 : 2)));
    functions.addLazy(
        "nullif",
        "value1 value2",
        "NULL when both values are equal, else the first.",
        ConditionalFunctions::nullIf);
    functions.addLazy(
        "try",
        "expression [alternative]",
        "The value of an expression, or of another one when it fails.",
        ConditionalFunctions::attempt);
  }

  private static void coalesce(Call call, Value out) {
    for (int i = 0; i < call.count() && out.isNull(); i++) {
      out.set(call.value(i));
    }
  }

  private static void nullIf(Call call, Value out) {
    out.set(call.value(0));
    Value other = call.value(1);
    if (!out.isNull() && !other.isNull() && new Ordering().compare(out, other) == 0) {
      out.setNull();
    }
  }

  private static void attempt(Call call, Value out) {
    try {
      out.set(call.value(0));
    } catch (EvaluationException failure) {
      out.setNull();
      if (call.count() > 1) {
        out.set(call.value(1));
      }
    }
  }
}
