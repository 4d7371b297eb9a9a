package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Functions that make, search and change arrays. Places count from 0, below 0 from the end. */
final class ArrayFunctions {
  private static final int MOST_MEMBERS = 10_000_000;

  private ArrayFunctions() {}

  static void addTo(Functions functions) {
    functions.addLazy(
        "array",
        "…",
        "The arguments as an array.",
        (call, out) -> {
          List<Value> members = new ArrayList<>();
          for (int i = 0; i < call.count(); i++) {
            members.add(call.value(i).copy());
          }
          out.set(members);
        });
    functions.addLazy(
        "array_foreach",
        "array expression",
        "An expression's values for all members, which are @element there; @counter is the place.",
        ArrayFunctions::forEach);
    functions.addLazy(
        "array_filter",
        "array expression [limit]",
        "The members for which an expression of @element is true.",
        ArrayFunctions::filter);
    functions.add(
        "array_length",
        "array",
        "How many members there are.",
        (call, out) -> out.set((long) call.list(0).size()));
    functions.add(
        "array_contains",
        "array value",
        "Whether a value is among the members.",
        (call, out) -> out.set(find(call.list(0), call.value(1)) >= 0));
    functions.add(
        "array_count",
        "array value",
        "How many members are equal to a value.",
        (call, out) -> {
          long count = 0;
          for (Value member : call.list(0)) {
            count += equal(member, call.value(1)) ? 1 : 0;
          }
          out.set(count);
        });
    functions.add(
        "array_all",
        "array_a array_b",
        "Whether all members of the second array are in the first.",
        (call, out) -> {
          boolean all = true;
          for (Value member : call.list(1)) {
            all &= find(call.list(0), member) >= 0;
          }
          out.set(all);
        });
    functions.add(
        "array_find",
        "array value",
        "The first place of a value, from 0; -1 where it is not there.",
        (call, out) -> out.set((long) find(call.list(0), call.value(1))));
    functions.add(
        "array_get",
        "array pos",
        "The member at a place.",
        (call, out) -> set(out, Index.member(call.list(0), call.whole(1))));
    functions.add(
        "array_first",
        "array",
        "The first member.",
        (call, out) -> set(out, Index.member(call.list(0), 0)));
    functions.add(
        "array_last",
        "array",
        "The last member.",
        (call, out) -> set(out, Index.member(call.list(0), -1)));
    functions.add(
        "array_append",
        "array value",
        "The array with a value added behind.",
        (call, out) -> insert(call, out, Integer.MAX_VALUE, 1));
    functions.add(
        "array_prepend",
        "array value",
        "The array with a value added in front.",
        (call, out) -> insert(call, out, 0, 1));
    functions.add(
        "array_insert",
        "array pos value",
        "The array with a value put in at a place.",
        (call, out) -> insert(call, out, Math.max(0, call.small(1)), 2));
    functions.add(
        "array_remove_at",
        "array pos",
        "The array without the member at a place.",
        (call, out) -> {
          List<Value> members = new ArrayList<>(call.list(0));
          int at = place(call.small(1), members.size());
          if (at >= 0 && at < members.size()) {
            members.remove(at);
          }
          out.set(members);
        });
    functions.addLazy(
        "array_remove_all",
        "array value",
        "The array without all members that are equal to a value, or NULL.",
        (call, out) -> {
          if (call.has(0)) {
            List<Value> members = new ArrayList<>();
            for (Value member : call.list(0)) {
              if (new Ordering().compareOrNull(member, call.value(1)) != 0) {
                members.add(member);
              }
            }
            out.set(members);
          }
        });
    functions.addLazy(
        "array_replace",
        "array before [after]",
        "The array with members replaced, or several by a map.",
        ArrayFunctions::replace);
    functions.add(
        "array_prioritize",
        "array array_prioritize",
        "The array in the order of another one, the rest behind.",
        ArrayFunctions::prioritize);
    functions.add(
        "array_cat",
        "…",
        "Several arrays as one.",
        (call, out) -> {
          List<Value> members = new ArrayList<>();
          for (int i = 0; i < call.count(); i++) {
            members.addAll(call.list(i));
          }
          out.set(members);
        });
    functions.add(
        "array_slice",
        "array start_pos end_pos",
        "The members from one place to another, both included.",
        (call, out) -> {
          List<Value> members = call.list(0);
          int from = Math.max(0, place(call.small(1), members.size()));
          int to = Math.min(members.size(), place(call.small(2), members.size()) + 1);
          out.set(from < to ? new ArrayList<>(members.subList(from, to)) : new ArrayList<>());
        });
    functions.add(
        "array_reverse",
        "array",
        "The array from its end to its beginning.",
        (call, out) -> {
          List<Value> members = new ArrayList<>(call.list(0));
          Collections.reverse(members);
          out.set(members);
        });
    functions.add(
        "array_intersect",
        "array1 array2",
        "Whether two arrays share a member.",
        (call, out) -> {
          boolean shared = false;
          for (Value member : call.list(1)) {
            shared |= find(call.list(0), member) >= 0;
          }
          out.set(shared);
        });
    functions.add(
        "array_distinct",
        "array",
        "The array without what stands there before.",
        (call, out) -> out.set(distinct(call.list(0))));
    functions.add(
        "array_sort",
        "array [ascending]",
        "The array in ascending or descending order.",
        (call, out) -> {
          List<Value> members = new ArrayList<>(call.list(0));
          sort(members, call.truthOr(1, true));
          out.set(members);
        });
    functions.add(
        "array_to_string",
        "array [delimiter] [emptyvalue]",
        "The members as one text, with a text between them.",
        ArrayFunctions::join);
    functions.add(
        "string_to_array",
        "string [delimiter] [emptyvalue]",
        "The pieces of a text between delimiters.",
        ArrayFunctions::split);
    functions.add(
        "generate_series",
        "start stop [step]",
        "The numbers from one to another, in steps.",
        ArrayFunctions::series);
  }

  private static void set(Value out, Value found) {
    if (found != null) {
      out.set(found);
    }
  }

  static boolean equal(Value one, Value other) {
    return new Ordering().compareOrNull(one, other) == 0;
  }

  private static int find(List<Value> members, Value wanted) {
    for (int i = 0; i < members.size(); i++) {
      if (equal(members.get(i), wanted)) {
        return i;
      }
    }
    return -1;
  }

  private static int place(int given, int size) {
    return given < 0 ? size + given : given;
  }

  static List<Value> distinct(List<Value> members) {
    List<Value> kept = new ArrayList<>();
    for (Value member : members) {
      if (find(kept, member) < 0) {
        kept.add(member);
      }
    }
    return kept;
  }

  /** NULL first; what cannot be compared by its text. */
  static void sort(List<Value> members, boolean ascending) {
    Ordering ordering = new Ordering();
    members.sort(
        (a, b) -> {
          int order = ordering.compareOrNull(a, b);
          order = order == Ordering.NONE ? a.text().compareTo(b.text()) : order;
          return ascending ? order : -order;
        });
  }

  private static void forEach(Call call, Value out) {
    if (!call.has(0)) {
      return;
    }
    List<Value> results = new ArrayList<>();
    List<Value> members = call.list(0);
    for (int i = 0; i < members.size(); i++) {
      bind(call, members, i);
      results.add(call.again(1).copy());
    }
    out.set(results);
  }

  private static void bind(Call call, List<Value> members, int i) {
    call.binding(0).set(members.get(i));
    call.binding(1).set((long) i);
  }

  private static void filter(Call call, Value out) {
    if (!call.has(0)) {
      return;
    }
    int limit = call.smallOr(2, 0);
    List<Value> kept = new ArrayList<>();
    List<Value> members = call.list(0);
    for (int i = 0; i < members.size() && (limit <= 0 || kept.size() < limit); i++) {
      bind(call, members, i);
      if (call.isTrue(1)) {
        kept.add(members.get(i));
      }
    }
    out.set(kept);
  }

  private static void insert(Call call, Value out, int at, int value) {
    List<Value> members = new ArrayList<>(call.list(0));
    int place = Math.max(0, Math.min(members.size(), place(at, members.size())));
    members.add(place, call.value(value).copy());
    out.set(members);
  }

  private static void replace(Call call, Value out) {
    if (!call.has(0) || !call.has(1)) {
      return;
    }
    Map<String, Value> pairs = call.count() == 2 ? call.map(1) : Map.of();
    List<Value> members = new ArrayList<>();
    for (Value member : call.list(0)) {
      if (call.count() == 2) {
        Value found = pairs.get(member.text());
        members.add(found == null || member.isNull() ? member : found);
      } else {
        members.add(equal(member, call.value(1)) ? call.value(2).copy() : member);
      }
    }
    out.set(members);
  }

  private static void prioritize(Call call, Value out) {
    List<Value> rest = new ArrayList<>(call.list(0));
    List<Value> first = new ArrayList<>();
    for (Value wanted : call.list(1)) {
      for (int at = find(rest, wanted); at >= 0; at = find(rest, wanted)) {
        first.add(rest.remove(at));
      }
    }
    first.addAll(rest);
    out.set(first);
  }

  private static void join(Call call, Value out) {
    String delimiter = call.textOr(1, ",");
    StringBuilder all = new StringBuilder();
    List<Value> members = call.list(0);
    for (int i = 0; i < members.size(); i++) {
      String text = members.get(i).text();
      all.append(i > 0 ? delimiter : "").append(text.isEmpty() ? call.textOr(2, "") : text);
    }
    if (!members.isEmpty()) {
      out.set(all.toString());
    }
  }

  /** An empty delimiter stands between all characters, and around them, as in Qt. */
  private static void split(Call call, Value out) {
    String text = call.text(0);
    String delimiter = call.textOr(1, ",");
    List<String> cut = new ArrayList<>();
    int start = 0;
    for (int at = 0; at >= 0 && at <= text.length(); ) {
      at = delimiter.isEmpty() ? start : text.indexOf(delimiter, start);
      if (at >= 0 && at <= text.length()) {
        cut.add(text.substring(delimiter.isEmpty() ? Math.max(0, at - 1) : start, at));
        start = at + Math.max(1, delimiter.length());
        at++;
      }
    }
    cut.add(delimiter.isEmpty() ? "" : text.substring(start));
    List<Value> pieces = new ArrayList<>();
    for (String piece : cut) {
      pieces.add(piece.isEmpty() && call.has(2) ? call.value(2).copy() : Value.of(piece));
    }
    out.set(pieces);
  }

  private static void series(Call call, Value out) {
    double start = call.real(0);
    double stop = call.real(1);
    double step = call.realOr(2, 1);
    double count = Math.floor((stop - start) / step) + 1;
    if (step == 0 || count < 1) {
      return;
    } else if (!(count <= MOST_MEMBERS)) {
      throw call.failed("the series has more than " + MOST_MEMBERS + " numbers");
    }
    List<Value> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double number = start + i * step;
      Value member = new Value();
      if (number == Math.floor(number) && Math.abs(number) < 9e15) {
        member.set((long) number);
      } else {
        member.set(number);
      }
      members.add(member);
    }
    out.set(members);
  }
}
