package org.terrella.webapp.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;

/**
 * A run as something to paste elsewhere: into a script of this page, into QGIS's Python console,
 * into a shell that has {@code qgis_process}. For QGIS layers are the files that they come from.
 */
public final class RunText {
  /** What {@link #of} can write. */
  public static final List<String> LANGUAGES = List.of("terrella", "python", "qgis_process");

  private final App app;
  private final JsonObject entry;
  private final JsonObject parameters;

  private RunText(App app, JsonObject entry) {
    this.app = app;
    this.entry = entry;
    parameters = entry.object("parameters");
  }

  /** A run of the history as text; the language is one of {@link #LANGUAGES}. */
  public static String of(App app, JsonObject entry, String language) {
    RunText text = new RunText(app, entry);
    return switch (language) {
      case "terrella" -> text.terrella();
      case "python" -> text.python();
      case "qgis_process" -> text.shell();
      default -> throw TerrellaException.invalid("A run cannot be written in " + language + ".");
    };
  }

  private String terrella() {
    JsonObject args =
        JsonObject.of().with("algorithm", entry.string("algorithm")).with("parameters", parameters);
    JsonObject context = entry.optObject("context");
    return "await terrella.execute('processing:run', "
        + Json.write(context.isEmpty() ? args : args.with("context", context))
        + ");";
  }

  private String python() {
    StringBuilder text = new StringBuilder();
    text.append("processing.run(").append(quoted(entry.string("algorithm"))).append(", {\n");
    for (String name : parameters.keys()) {
      text.append("    ").append(quoted(name)).append(": ");
      text.append(python(forQgis(name))).append(",").append(note(name, "  # ")).append("\n");
    }
    for (String sink : unsaid()) {
      text.append("    ").append(quoted(sink)).append(": 'TEMPORARY_OUTPUT',\n");
    }
    return text.append("})").toString();
  }

  private String shell() {
    StringBuilder notes = new StringBuilder();
    StringBuilder text = new StringBuilder("qgis_process run ").append(entry.string("algorithm"));
    for (String name : parameters.keys()) {
      String note = note(name, "# " + name + ": ");
      notes.append(note).append(note.isEmpty() ? "" : "\n");
      JsonValue value = forQgis(name);
      if (value instanceof JsonArray list && !list.isEmpty()) {
        for (JsonValue each : list) {
          argument(text, name, each);
        }
      } else {
        argument(text, name, value);
      }
    }
    for (String sink : unsaid()) {
      argument(text, sink, new JsonString(sink.toLowerCase(Locale.ROOT) + ".gpkg"));
    }
    return notes + text.toString();
  }

  private void argument(StringBuilder text, String name, JsonValue value) {
    if (value == JsonNull.NULL) {
      return;
    }
    String plain = value instanceof JsonString string ? string.value() : Json.write(value);
    if (plain.equals(ProcessingRun.TEMPORARY)) {
      plain = name.toLowerCase(Locale.ROOT) + ".gpkg";
    }
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      safe.append(c == '\'' ? "'\\''" : String.valueOf(c));
    }
    text.append(" \\\n  --").append(name).append("='").append(safe).append("'");
  }

  /** Results whose places the run did not name. */
  private List<String> unsaid() {
    List<String> names = new ArrayList<>();
    for (JsonObject output : entry.array("outputs").objects()) {
      if (!parameters.has(output.string("name"))) {
        names.add(output.string("name"));
      }
    }
    return names;
  }

  private JsonValue forQgis(String name) {
    JsonValue value = parameters.get(name);
    return isInput(name) ? source(value) : measured(value);
  }

  private boolean isInput(String name) {
    for (JsonObject input : entry.array("inputs").objects()) {
      if (input.string("name").equals(name)) {
        return true;
      }
    }
    return false;
  }

  private JsonValue source(JsonValue value) {
    if (value instanceof JsonArray list) {
      JsonArray sources = JsonArray.of();
      for (JsonValue each : list) {
        sources = sources.with(source(each));
      }
      return sources;
    }
    if (value instanceof JsonObject object && object.has("source")) {
      return source(object.get("source"));
    }
    if (value instanceof JsonString id) {
      Layer layer = app.store.document().layers().get(id.value());
      return layer == null ? value : new JsonString(fileOf(layer));
    }
    return value;
  }

  private String fileOf(Layer layer) {
    Source source = app.store.document().sources().get(layer.source());
    String path = source == null ? "" : source.parameters().optString("path", "");
    return path.isEmpty() ? layer.name() : path;
  }

  /** A distance with a unit, in metres; others as they are. */
  private static JsonValue measured(JsonValue value) {
    if (value instanceof JsonObject object && object.has("unit") && object.has("value")) {
      double metres = metres(object.string("unit"));
      return metres > 0 && object.get("value") instanceof JsonNumber number
          ? JsonNumber.of(number.doubleValue() * metres)
          : object.get("value");
    }
    return value;
  }

  private static double metres(String unit) {
    return switch (unit) {
      case "meters", "meter" -> 1;
      case "kilometers", "kilometer" -> 1000;
      case "feet", "foot" -> 0.3048;
      case "yards", "yard" -> 0.9144;
      case "miles", "mile" -> 1609.344;
      case "nautical miles", "nautical mile" -> 1852;
      default -> 0;
    };
  }

  /** What QGIS has to be told beside a value. */
  private String note(String name, String before) {
    JsonValue value = parameters.get(name);
    if (value instanceof JsonObject object && object.has("unit")) {
      return before
          + (metres(object.string("unit")) > 0 ? "metres" : object.string("unit"))
          + "; QGIS takes the units of the layer";
    }
    return value instanceof JsonObject object && object.optBool("selectedFeaturesOnly", false)
        ? before + "here only the selected features"
        : "";
  }

  private static String python(JsonValue value) {
    if (value instanceof JsonString text) {
      return quoted(text.value());
    } else if (value instanceof JsonBoolean flag) {
      return flag.value() ? "True" : "False";
    } else if (value instanceof JsonNumber number) {
      return number.text();
    } else if (value instanceof JsonArray list) {
      StringBuilder text = new StringBuilder("[");
      for (JsonValue each : list) {
        text.append(text.length() > 1 ? ", " : "").append(python(each));
      }
      return text.append("]").toString();
    } else if (value instanceof JsonObject object) {
      StringBuilder text = new StringBuilder("{");
      for (String key : object.keys()) {
        text.append(text.length() > 1 ? ", " : "").append(quoted(key)).append(": ");
        text.append(python(object.get(key)));
      }
      return text.append("}").toString();
    }
    return "None";
  }

  /** Python's own quotes; JSON's escapes mean the same there. */
  private static String quoted(String text) {
    return Json.write(new JsonString(text));
  }
}
