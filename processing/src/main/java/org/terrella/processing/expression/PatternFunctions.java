package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;

/** Functions of regular expressions. */
final class PatternFunctions {
  private PatternFunctions() {}

  static void addTo(Functions functions) {
    functions.add(
        "regexp_match",
        "string regex",
        "Where a regular expression matches first, counted from 1; 0 where it does not.",
        (call, out) -> {
          Pattern pattern = call.pattern(1);
          out.set(pattern.find(call.text(0), 0) ? pattern.start(0) + 1L : 0);
        });
    functions.add(
        "regexp_matches",
        "string regex [emptyvalue]",
        "An array of what the groups of a regular expression match.",
        PatternFunctions::matches);
    functions.add(
        "regexp_replace",
        "input_string regex replacement",
        "The text with all matches of a regular expression replaced; \\\\1 is the first group.",
        (call, out) -> out.set(call.pattern(1).replaceAll(call.text(0), call.text(2))));
    functions.add(
        "regexp_substr",
        "input_string regex",
        "What the first group, or the whole regular expression, matches.",
        (call, out) -> {
          List<String> found = call.pattern(1).captures(call.text(0));
          out.set(found.isEmpty() ? "" : found.get(0));
        });
  }

  private static void matches(Call call, Value out) {
    Pattern pattern = call.pattern(1);
    if (!pattern.find(call.text(0), 0)) {
      return;
    }
    List<Value> members = new ArrayList<>();
    for (int i = pattern.groups() == 0 ? 0 : 1; i <= pattern.groups(); i++) {
      String group = pattern.group(i);
      boolean empty = group == null || group.isEmpty();
      members.add(empty && call.has(2) ? call.value(2).copy() : Value.of(empty ? "" : group));
    }
    out.set(members);
  }
}
