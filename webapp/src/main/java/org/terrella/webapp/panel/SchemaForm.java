package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.text.Ascii;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.command.GroupArgument;
import org.terrella.workbench.ui.El;

/** Controls for the members of an object, made from its JSON Schema. */
final class SchemaForm {
  private final App app;
  private final El form = El.div("form");
  private final List<Entry> entries = new ArrayList<>();

  /** A member; its value is empty where the person left it out. */
  private record Entry(String name, Supplier<Optional<JsonValue>> value) {}

  /**
   * A form.
   *
   * @param given members that are not asked for
   */
  SchemaForm(App app, JsonObject schema, JsonObject given) {
    this.app = app;
    JsonObject properties = schema.optObject("properties");
    List<String> required = schema.optArray("required").strings();
    El more = El.of("details", "advanced").add(El.of("summary", "").text("More settings"));
    boolean any = false;
    for (String name : properties.keys()) {
      boolean byPath = name.equals("group") && properties.has("path");
      if (given.has(name) || byPath && !required.contains(name)) {
        continue;
      }
      boolean needed = required.contains(name) || name.equals("path") && properties.has("group");
      if (name.equals("path") && given.has("group")) {
        continue;
      }
      El control = control(name, properties.object(name), needed);
      if (needed || required.isEmpty()) {
        form.add(control);
      } else {
        more.add(control);
        any = true;
      }
    }
    if (any) {
      form.add(more);
    }
    first(form);
  }

  El element() {
    return form;
  }

  /** Whether Enter, pressed there, means that the form is done: in one line of text it does. */
  boolean takesEnter(Object event) {
    return inTextField((JSObject) event);
  }

  /** What the person gave. */
  JsonObject values() {
    JsonObject values = JsonObject.of();
    for (Entry entry : entries) {
      Optional<JsonValue> value = entry.value().get();
      if (value.isPresent()) {
        values = values.with(entry.name(), value.get());
      }
    }
    return values;
  }

  private static void first(El form) {
    autofocus(form.node());
  }

  private El control(String name, JsonObject schema, boolean needed) {
    String type = schema.optString("type", "");
    if (name.equals("layerId")) {
      return layer(name, false);
    }
    if (name.equals("layerIds")) {
      return layer(name, true);
    }
    if (name.equals("into") || name.equals("path") && type.equals("array")) {
      return group(name);
    }
    if (!schema.optArray("enum").isEmpty()) {
      return choice(name, schema, needed);
    }
    return switch (type) {
      case "boolean" -> flag(name, schema, needed);
      case "number", "integer" -> number(name, schema, type);
      case "string" -> text(name, schema, needed);
      case "array" -> list(name, schema);
      default -> json(name, schema);
    };
  }

  private El layer(String name, boolean many) {
    El select = select(many ? "Layers" : "Layer");
    if (many) {
      select.attr("multiple", "").attr("with-clear", "");
    }
    List<Layer> order = app.store.document().drawingOrder();
    String chosen = "";
    for (int i = order.size() - 1; i >= 0; i--) {
      Layer layer = order.get(i);
      select.add(option(layer.id(), layer.name()));
      if (chosen.isEmpty() || layer.id().equals(app.selection.layer())) {
        chosen = layer.id();
      }
    }
    String first = many ? "" : chosen;
    if (!first.isEmpty()) {
      select.attr("value", Options.encode(first));
    }
    entries.add(
        new Entry(
            name,
            () -> {
              if (many) {
                List<String> ids = new ArrayList<>();
                for (String code : select.values()) {
                  ids.add(Options.decode(code));
                }
                return ids.isEmpty() ? Optional.empty() : Optional.of(JsonArray.ofStrings(ids));
              }
              String id = select.value().isEmpty() ? first : Options.decode(select.value());
              return id.isEmpty() ? Optional.empty() : Optional.of(new JsonString(id));
            }));
    return select;
  }

  private El group(String name) {
    boolean rootToo = name.equals("into");
    El select = select(rootToo ? "Into group" : "Group");
    List<GroupChoice> choices = GroupChoice.of(app.store.document(), rootToo);
    for (int i = 0; i < choices.size(); i++) {
      select.add(El.of("wa-option", "").attr("value", "g" + i).text(choices.get(i).label()));
    }
    if (!choices.isEmpty()) {
      select.attr("value", "g0");
    }
    entries.add(
        new Entry(
            name,
            () -> {
              if (choices.isEmpty()) {
                return Optional.empty();
              }
              int index =
                  select.value().isEmpty() ? 0 : Integer.parseInt(select.value().substring(1));
              return rootToo && index == 0
                  ? Optional.empty()
                  : Optional.of(GroupArgument.json(choices.get(index).path()));
            }));
    return select;
  }

  private El choice(String name, JsonObject schema, boolean needed) {
    El select = select(label(name)).attr("hint", schema.optString("description", ""));
    List<String> choices = schema.array("enum").strings();
    for (String each : choices) {
      select.add(option(each, each));
    }
    if (needed) {
      select.attr("value", Options.encode(choices.get(0)));
    } else {
      select.attr("with-clear", "");
    }
    entries.add(
        new Entry(
            name,
            () -> {
              if (!select.value().isEmpty()) {
                return Optional.of(new JsonString(Options.decode(select.value())));
              }
              return needed ? Optional.of(new JsonString(choices.get(0))) : Optional.empty();
            }));
    return select;
  }

  private El flag(String name, JsonObject schema, boolean needed) {
    if (needed) {
      El box = El.of("wa-checkbox", "").attr("size", "s").text(label(name)).checked(true);
      box.attr("hint", schema.optString("description", ""));
      entries.add(new Entry(name, () -> Optional.of(JsonBoolean.of(box.checked()))));
      return box;
    }
    El select =
        select(label(name))
            .attr("hint", schema.optString("description", ""))
            .attr("with-clear", "")
            .add(option("yes", "yes"), option("no", "no"));
    entries.add(
        new Entry(
            name,
            () ->
                select.value().isEmpty()
                    ? Optional.empty()
                    : Optional.of(JsonBoolean.of(Options.decode(select.value()).equals("yes")))));
    return select;
  }

  private El number(String name, JsonObject schema, String type) {
    El input =
        input(name, schema)
            .attr("type", "number")
            .attr("step", type.equals("integer") ? "1" : "any");
    entries.add(
        new Entry(
            name,
            () -> {
              String text = input.value().trim();
              return text.isEmpty() ? Optional.empty() : Optional.of(number(text, label(name)));
            }));
    return input;
  }

  private El text(String name, JsonObject schema, boolean needed) {
    El input = input(name, schema);
    entries.add(
        new Entry(
            name,
            () ->
                input.value().trim().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new JsonString(input.value().trim()))));
    return needed ? input.attr("required", "") : input;
  }

  private El list(String name, JsonObject schema) {
    String items = schema.optObject("items").optString("type", "");
    if (!items.equals("number") && !items.equals("integer") && !items.equals("string")) {
      return json(name, schema);
    }
    El input = input(name, schema).attr("placeholder", "separated by commas");
    entries.add(
        new Entry(
            name,
            () -> {
              JsonArray array = JsonArray.of();
              for (String part : Words.listed(input.value())) {
                array =
                    items.equals("string")
                        ? array.with(part)
                        : array.with(number(part, label(name)));
              }
              return array.isEmpty() ? Optional.empty() : Optional.of(array);
            }));
    return input;
  }

  private El json(String name, JsonObject schema) {
    El input = input(name, schema).attr("placeholder", "JSON");
    entries.add(
        new Entry(
            name,
            () -> {
              String text = input.value().trim();
              return text.isEmpty() ? Optional.empty() : Optional.of(Json.parse(text));
            }));
    return input;
  }

  private static JsonNumber number(String text, String label) {
    double value = DoubleText.parseOrNaN(text);
    if (Double.isNaN(value)) {
      throw TerrellaException.invalid(label + " must be a number.");
    }
    return JsonNumber.of(value);
  }

  private static El select(String label) {
    return El.of("wa-select", "").attr("label", label).attr("size", "s");
  }

  private static El option(String value, String label) {
    return El.of("wa-option", "").attr("value", Options.encode(value)).text(label);
  }

  private static El input(String name, JsonObject schema) {
    return El.of("wa-input", "")
        .attr("label", label(name))
        .attr("size", "s")
        .attr("hint", schema.optString("description", ""));
  }

  /** {@code withLayers} for people: With layers. */
  private static String label(String name) {
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (i == 0) {
        label.append(name.substring(0, 1).toUpperCase(Locale.ROOT));
      } else if (Ascii.isUpperCase(c)) {
        label.append(' ').append(String.valueOf(c).toLowerCase(Locale.ROOT));
      } else {
        label.append(c);
      }
    }
    return label.toString();
  }

  @JSBody(
      params = "form",
      script =
          "const first = form.querySelector('wa-input') || form.firstElementChild;"
              + "if (first) first.setAttribute('autofocus', '');")
  private static native void autofocus(JSObject form);

  @JSBody(
      params = "event",
      script = "return !!event.target && event.target.localName === 'wa-input';")
  private static native boolean inTextField(JSObject event);
}
