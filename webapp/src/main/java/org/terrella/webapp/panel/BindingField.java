package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Layer;
import org.terrella.document.model.AlgorithmCatalog;
import org.terrella.document.model.Model;
import org.terrella.document.model.ModelDraft;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.workbench.ui.El;

/** Where a setting of a step comes from: a value, an input, the result of another step. */
final class BindingField {
  private static final String NEW = "new";
  private static final String VALUE = "value";

  private final ModelDialog dialog;
  private final String step;
  private final JsonObject parameter;
  private final String name;
  private final String label;
  private final boolean layers;
  private final List<JsonValue> choices = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  BindingField(ModelDialog dialog, String step, JsonObject parameter) {
    this.dialog = dialog;
    this.step = step;
    this.parameter = parameter;
    name = parameter.string("name");
    label = AlgorithmCatalog.label(parameter);
    layers = AlgorithmCatalog.takesLayers(parameter.string("type"));
  }

  El element() {
    collect();
    JsonValue binding = binding();
    if (!parameter.string("type").equals("multilayer")) {
      El field = ModelDialog.field(label, select(step + " " + name, binding, this::bind));
      boolean own = binding instanceof JsonObject object && object.has(VALUE);
      return own && !layers
          ? El.div("model-binding").add(field, value(((JsonObject) binding).get(VALUE)))
          : field;
    }
    JsonArray items = binding instanceof JsonArray list ? list : JsonArray.of();
    if (binding instanceof JsonObject) {
      items = JsonArray.of(binding);
    }
    JsonArray all = items;
    El field = El.div("plain-field").attr("role", "group").attr("aria-label", label);
    field.add(El.of("span", "").text(label));
    for (int i = 0; i <= items.size(); i++) {
      int at = i;
      JsonValue item = i < items.size() ? items.get(i) : JsonNull.NULL;
      El select = select(step + " " + name + " " + i, item, chosen -> bind(put(all, at, chosen)));
      field.add(select.attr("aria-label", label + ", layer " + (i + 1)));
    }
    return field;
  }

  /** Takes a choice. */
  private interface Chosen {
    void take(JsonValue binding);
  }

  private JsonValue binding() {
    return ModelDraft.member(dialog.json().array("steps"), "id", step)
        .object("parameters")
        .opt(name, JsonNull.NULL);
  }

  private void bind(JsonValue binding) {
    dialog.become(ModelDraft.withBinding(dialog.json(), step, name, binding));
  }

  private static JsonArray put(JsonArray items, int at, JsonValue item) {
    List<JsonValue> list = new ArrayList<>(items.values());
    if (at < list.size()) {
      list.remove(at);
    }
    if (item != JsonNull.NULL) {
      list.add(at, item);
    }
    return JsonArray.of(list);
  }

  private void choice(String text, JsonValue binding) {
    labels.add(text);
    choices.add(binding);
  }

  /** What fits: inputs of the kind, results of steps that do not wait for this one. */
  private void collect() {
    Model model = Model.of(dialog.json());
    for (JsonObject input : model.inputs()) {
      String type = input.string("type");
      if (AlgorithmCatalog.takesLayers(type) == layers) {
        choice(
            "Input: " + AlgorithmCatalog.label(input),
            JsonObject.of().with("input", input.string("name")));
      }
    }
    for (Model.Step other : model.steps()) {
      JsonObject algorithm = dialog.algorithms.find(other.algorithm());
      if (algorithm == null || ModelDraft.needs(model, other.id(), step)) {
        continue;
      }
      String title = other.title().isEmpty() ? algorithm.string("name") : other.title();
      List<JsonObject> outputs = algorithm.optArray("outputs").objects();
      for (JsonObject output : outputs) {
        if (AlgorithmCatalog.isLayer(output) == layers) {
          String of = outputs.size() > 1 ? ", " + output.string("name") : "";
          choice(
              "Result of " + title + of,
              JsonObject.of().with("step", other.id()).with("output", output.string("name")));
        }
      }
    }
    if (layers) {
      for (Layer layer : dialog.app.store.document().drawingOrder()) {
        if (dialog.app.tables.of(layer) != null) {
          choice("Layer: " + layer.name(), JsonObject.of().with(VALUE, layer.id()));
        }
      }
    }
  }

  private El select(String id, JsonValue binding, Chosen chosen) {
    El select = El.of("select", "plain-input").id(id);
    option(select, "", unset());
    if (!layers) {
      option(select, VALUE, "A value");
    }
    String selected = "";
    for (int i = 0; i < choices.size(); i++) {
      option(select, Integer.toString(i), labels.get(i));
      selected = choices.get(i).equals(binding) ? Integer.toString(i) : selected;
    }
    if (selected.isEmpty() && binding instanceof JsonObject given) {
      selected = VALUE;
      if (layers) {
        boolean fixed = given.has(VALUE);
        option(select, VALUE, fixed ? "A layer that is not in the map" : "Something that is gone");
      }
    }
    option(select, NEW, "New input…");
    select.value(selected);
    // A value may have been typed since.
    select.on("change", event -> changed(select.value(), layers ? binding : binding(), chosen));
    return select;
  }

  private static void option(El select, String value, String text) {
    select.add(El.of("option", "").attr("value", value).text(text));
  }

  private String unset() {
    JsonValue usual = parameter.opt("default", JsonNull.NULL);
    if (usual != JsonNull.NULL && !text(usual).isEmpty()) {
      int index = usual instanceof JsonNumber number ? (int) number.doubleValue() : -1;
      JsonArray options = parameter.optArray("options");
      String shown = index >= 0 && index < options.size() ? options.string(index) : text(usual);
      if (usual instanceof JsonBoolean flag) {
        shown = flag.value() ? "Yes" : "No";
      }
      return "As usual: " + shown;
    }
    return layers || !parameter.optBool("optional", false) && !parameter.has("default")
        ? "Choose…"
        : "Not set";
  }

  private void changed(String value, JsonValue before, Chosen chosen) {
    if (value.equals(NEW)) {
      JsonObject more = ModelDraft.withInput(dialog.json(), step, parameter);
      JsonArray inputs = more.array("inputs");
      String input = inputs.object(inputs.size() - 1).string("name");
      if (!layers
          && before instanceof JsonObject object
          && object.has(VALUE)
          && !(object.get(VALUE) instanceof JsonObject)) {
        JsonObject usual = JsonObject.of().with("default", object.get(VALUE));
        more = ModelDraft.with(more, "inputs", "name", input, usual);
      }
      dialog.set(more);
      chosen.take(JsonObject.of().with("input", input));
    } else if (value.equals(VALUE)) {
      boolean there = before instanceof JsonObject object && object.has(VALUE);
      chosen.take(there ? before : JsonObject.of().with(VALUE, usual()));
    } else {
      chosen.take(value.isEmpty() ? JsonNull.NULL : choices.get(Integer.parseInt(value)));
    }
  }

  private JsonValue usual() {
    JsonValue none =
        switch (parameter.string("type")) {
          case "boolean" -> JsonBoolean.of(false);
          case "enum", "number", "distance", "duration" -> JsonNumber.of(0);
          default -> new JsonString("");
        };
    return parameter.opt("default", none);
  }

  private El value(JsonValue now) {
    String type = parameter.string("type");
    String id = step + " " + name + " value";
    JsonArray options = parameter.optArray("options");
    if (type.equals("enum") && now instanceof JsonNumber number) {
      El select = El.of("select", "plain-input").id(id).attr("aria-label", label);
      for (int i = 0; i < options.size(); i++) {
        option(select, Integer.toString(i), options.string(i));
      }
      select.value(number.text());
      select.on("change", event -> keep(JsonNumber.of(Integer.parseInt(select.value()))));
      return select;
    }
    if (type.equals("boolean")) {
      El select = El.of("select", "plain-input").id(id).attr("aria-label", label);
      option(select, "true", "Yes");
      option(select, "false", "No");
      select.value(text(now));
      select.on("change", event -> keep(JsonBoolean.of(select.value().equals("true"))));
      return select;
    }
    El input = El.of("input", "plain-input").id(id).attr("type", "text").attr("aria-label", label);
    if (type.equals("distance")) {
      input.attr("placeholder", "5 kilometers");
    }
    input.value(text(now));
    input.on("input", event -> keep(parsed(type, input.value().trim())));
    return input;
  }

  private void keep(JsonValue value) {
    dialog.set(
        ModelDraft.withBinding(dialog.json(), step, name, JsonObject.of().with(VALUE, value)));
  }

  /** Numbers as digits, distances with their unit behind them, all that has parts as JSON. */
  private static String text(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.value();
    }
    if (value instanceof JsonObject distance && distance.has("unit") && distance.has(VALUE)) {
      return text(distance.get(VALUE)) + " " + text(distance.get("unit"));
    }
    return value == JsonNull.NULL ? "" : Json.write(value);
  }

  private static JsonValue parsed(String type, String text) {
    boolean number = type.equals("distance") || type.equals("number") || type.equals("duration");
    double whole = number ? DoubleText.parseOrNaN(text) : Double.NaN;
    int space = text.indexOf(' ');
    if (!Double.isNaN(whole)) {
      return JsonNumber.of(whole);
    }
    if (type.equals("distance") && space > 0) {
      double value = DoubleText.parseOrNaN(text.substring(0, space));
      if (!Double.isNaN(value)) {
        return JsonObject.of().with(VALUE, value).with("unit", text.substring(space + 1).trim());
      }
    }
    if (text.startsWith("[") || text.startsWith("{")) {
      try {
        return Json.parse(text);
      } catch (TerrellaException unfinished) {
        return new JsonString(text);
      }
    }
    return new JsonString(text);
  }
}
