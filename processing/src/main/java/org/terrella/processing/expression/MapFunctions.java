package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;

/** Functions of maps, whose keys are texts in ascending order. */
final class MapFunctions {
  private MapFunctions() {}

  static void addTo(Functions functions) {
    functions.addLazy("map", "…", "A map of keys and values by turns.", MapFunctions::map);
    functions.add(
        "map_get",
        "map key",
        "The value of a key.",
        (call, out) -> {
          Value found = call.map(0).get(call.text(1));
          if (found != null) {
            out.set(found);
          }
        });
    functions.add(
        "map_exist",
        "map key",
        "Whether a map has a key.",
        (call, out) -> out.set(call.map(0).containsKey(call.text(1))));
    functions.add(
        "map_delete",
        "map key",
        "The map without a key.",
        (call, out) -> {
          Map<String, Value> members = new TreeMap<>(call.map(0));
          members.remove(call.text(1));
          out.set(members);
        });
    functions.addLazy(
        "map_insert",
        "map key value",
        "The map with a key and its value.",
        (call, out) -> {
          if (call.has(0) && call.has(1)) {
            Map<String, Value> members = new TreeMap<>(call.map(0));
            members.put(call.text(1), call.value(2).copy());
            out.set(members);
          }
        });
    functions.add(
        "map_concat",
        "…",
        "Several maps as one, in which the last ones win.",
        (call, out) -> {
          Map<String, Value> members = new TreeMap<>();
          for (int i = 0; i < call.count(); i++) {
            members.putAll(call.map(i));
          }
          out.set(members);
        });
    functions.add(
        "map_akeys",
        "map",
        "The keys of a map.",
        (call, out) -> {
          List<Value> keys = new ArrayList<>();
          for (String key : call.map(0).keySet()) {
            keys.add(Value.of(key));
          }
          out.set(keys);
        });
    functions.add(
        "map_avals",
        "map",
        "The values of a map.",
        (call, out) -> out.set(new ArrayList<>(call.map(0).values())));
    functions.add(
        "from_json",
        "value",
        "The value that a text of JSON stands for.",
        (call, out) -> {
          try {
            out.set(ValueJson.value(Json.parse(call.text(0))));
          } catch (TerrellaException malformed) {
            throw call.failed(malformed.getMessage());
          }
        });
    functions.addLazy(
        "to_json",
        "json_string",
        "A value as JSON.",
        (call, out) -> {
          if (call.has(0)) {
            out.set(ValueJson.text(call.value(0)));
          }
        });
    functions.add(
        "hstore_to_map",
        "string",
        "A text in PostgreSQL's form of maps as a map.",
        MapFunctions::fromHstore);
    functions.add("map_to_hstore", "map", "A map in PostgreSQL's form.", MapFunctions::toHstore);
  }

  private static void map(Call call, Value out) {
    if (call.count() % 2 == 1) {
      throw call.failed("the last key has no value");
    }
    Map<String, Value> members = new TreeMap<>();
    for (int i = 0; i < call.count(); i += 2) {
      members.put(call.text(i), call.value(i + 1).copy());
    }
    out.set(members);
  }

  private static void toHstore(Call call, Value out) {
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, Value> member : call.map(0).entrySet()) {
      all.append(all.isEmpty() ? "" : ",").append(quoted(member.getKey())).append("=>");
      all.append(member.getValue().isNull() ? "NULL" : quoted(member.getValue().text()));
    }
    out.set(all.toString());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Keys and values with or without quotes; pairs that cannot be read are left out. */
  private static void fromHstore(Call call, Value out) {
    String text = call.text(0);
    Map<String, Value> members = new TreeMap<>();
    int[] at = {0};
    while (at[0] < text.length()) {
      String key = word(text, at, "=>");
      boolean pair = text.startsWith("=>", at[0]);
      at[0] += pair ? 2 : 0;
      int start = at[0];
      String value = pair ? word(text, at, ",") : "";
      if (pair && key != null) {
        boolean bare = text.substring(start, at[0]).trim().equalsIgnoreCase("null");
        members.put(key, bare ? new Value() : Value.of(value));
      }
      while (at[0] < text.length() && text.charAt(at[0]) != ',') {
        at[0]++;
      }
      at[0]++;
    }
    out.set(members);
  }

  private static String word(String text, int[] at, String end) {
    while (at[0] < text.length() && text.charAt(at[0]) <= ' ') {
      at[0]++;
    }
    StringBuilder word = new StringBuilder();
    if (at[0] < text.length() && text.charAt(at[0]) == '"') {
      at[0]++;
      while (at[0] < text.length() && text.charAt(at[0]) != '"') {
        if (text.charAt(at[0]) == '\\' && at[0] + 1 < text.length()) {
          at[0]++;
        }
        word.append(text.charAt(at[0]++));
      }
      at[0]++;
      while (at[0] < text.length() && text.charAt(at[0]) <= ' ') {
        at[0]++;
      }
      return word.toString();
    }
    while (at[0] < text.length() && !text.startsWith(end, at[0]) && text.charAt(at[0]) != ',') {
      word.append(text.charAt(at[0]++));
    }
    return word.toString().trim();
  }
}
