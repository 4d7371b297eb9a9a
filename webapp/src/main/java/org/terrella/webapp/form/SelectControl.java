package org.terrella.webapp.form;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.workbench.ui.El;

/** Chooses one of some values, or several: options of the algorithm, or fields of a layer. */
final class SelectControl extends Control {
  private final El box = El.div("");
  private final boolean multiple;
  private final boolean fields;
  private List<JsonValue> values = new ArrayList<>();
  private List<JsonValue> chosen = new ArrayList<>();

  private SelectControl(FormScope scope, JsonObject parameter, boolean fields) {
    super(scope, parameter);
    this.fields = fields;
    multiple = parameter.optBool("multiple", false);
    choose(defaultValue());
    draw();
  }

  /** Of the options of an enum, whose values are their indices. */
  static SelectControl ofOptions(FormScope scope, JsonObject parameter) {
    return new SelectControl(scope, parameter, false);
  }

  /** Of the fields of a layer. */
  static SelectControl ofFields(FormScope scope, JsonObject parameter) {
    return new SelectControl(scope, parameter, true);
  }

  private void choose(JsonValue value) {
    chosen = new ArrayList<>();
    for (JsonValue each : value instanceof JsonArray list ? list : JsonArray.of(value)) {
      if (each != JsonNull.NULL) {
        chosen.add(each);
      }
    }
  }

  private void draw() {
    El select = El.of("wa-select", "").attr("label", label()).attr("size", "s");
    if (multiple) {
      select.attr("multiple", "");
    }
    if (multiple || optional()) {
      select.attr("with-clear", "").attr("hint", optional() ? "Optional" : "");
    }
    values = new ArrayList<>();
    List<String> labels =
        fields
            ? names(scope.summary(scope.layer(parameter.string("fieldsOf"))))
            : parameter.array("options").strings();
    List<JsonValue> there = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      JsonValue value = fields ? new JsonString(labels.get(i)) : JsonNumber.of(i);
      // An option may be given by its name, too.
      boolean on = chosen.contains(value) || chosen.contains(new JsonString(labels.get(i)));
      if (on) {
        there.add(value);
      }
      values.add(value);
      select.add(option("o" + i, labels.get(i)).flag("selected", on));
    }
    chosen = there;
    select.on(
        "change",
        event -> {
          chosen = new ArrayList<>();
          for (String code : select.values()) {
            chosen.add(values.get(Integer.parseInt(code.substring(1))));
          }
        });
    box.content(select);
  }

  @Override
  public El element() {
    return box;
  }

  @Override
  public JsonValue value() {
    if (chosen.isEmpty()) {
      if (!optional() && !(multiple && !fields)) {
        throw missing();
      }
      return JsonNull.NULL;
    }
    return multiple ? JsonArray.of(chosen) : chosen.get(0);
  }

  @Override
  public void set(JsonValue value) {
    choose(value);
    draw();
  }

  @Override
  void layersChanged() {
    if (fields) {
      draw();
    }
  }
}
