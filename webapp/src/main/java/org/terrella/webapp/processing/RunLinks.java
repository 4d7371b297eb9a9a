package org.terrella.webapp.processing;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.expression.Mentions;

/** How the runs of a history hang together: which took what which others had made. */
public final class RunLinks {
  private RunLinks() {}

  /** The layers, paths and addresses that a run took, in the order of its parameters. */
  public static List<String> taken(JsonObject entry) {
    List<String> taken = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (JsonObject input : entry.array("inputs").objects()) {
      String name = input.string("name");
      if (!seen.contains(name)) {
        seen.add(name);
        if (name.startsWith(Mentions.INPUT)) {
          taken.add(name.substring(Mentions.INPUT.length()));
        }
        collect(entry.object("parameters").opt(name, JsonNull.NULL), taken);
      }
    }
    return taken;
  }

  private static void collect(JsonValue value, List<String> taken) {
    if (value instanceof JsonString text) {
      taken.add(text.value());
    } else if (value instanceof JsonArray list) {
      for (JsonValue each : list) {
        collect(each, taken);
      }
    } else if (value instanceof JsonObject object && object.has("source")) {
      collect(object.get("source"), taken);
    }
  }

  /** Where the results of a run were put. */
  public static List<String> made(JsonObject entry) {
    List<String> made = new ArrayList<>();
    for (JsonObject output : entry.array("outputs").objects()) {
      collect(output.opt("value", JsonNull.NULL), made);
    }
    return made;
  }

  /** A run and all later ones that took what it made, directly or by way of others. */
  public static List<JsonObject> following(List<JsonObject> entries, String id) {
    List<JsonObject> found = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (JsonObject entry : entries) {
      boolean follows = entry.string("id").equals(id);
      for (String taken : taken(entry)) {
        follows |= changed.contains(taken);
      }
      if (follows) {
        found.add(entry);
        changed.addAll(made(entry));
      }
    }
    return found;
  }

  /** The runs that led to what a run took, in their order, and it itself as the last. */
  public static List<JsonObject> leading(List<JsonObject> entries, String id) {
    List<JsonObject> found = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      JsonObject entry = entries.get(i);
      boolean leads = entry.string("id").equals(id);
      for (String made : made(entry)) {
        leads |= wanted.contains(made);
      }
      if (leads) {
        found.add(0, entry);
        wanted.addAll(taken(entry));
      }
    }
    return found;
  }

  /** Parameters with the layers and paths in {@code names} replaced by others. */
  public static JsonObject replaced(JsonObject parameters, JsonObject names) {
    return (JsonObject) replaced((JsonValue) parameters, names);
  }

  private static JsonValue replaced(JsonValue value, JsonObject names) {
    if (value instanceof JsonString text) {
      return names.has(text.value()) ? names.get(text.value()) : value;
    }
    if (value instanceof JsonArray list) {
      JsonArray changed = JsonArray.of();
      for (JsonValue each : list) {
        changed = changed.with(replaced(each, names));
      }
      return changed;
    }
    if (value instanceof JsonObject object) {
      JsonObject changed = JsonObject.of();
      for (String key : object.keys()) {
        changed = changed.with(key, replaced(object.get(key), names));
      }
      return changed;
    }
    return value;
  }
}
