package org.terrella.webapp.form;

import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.workbench.ui.El;

/** A parameter that has one value for all features, or an expression that gives each its own. */
final class DynamicControl extends Control {
  private static final String TYPE = "data_defined";

  private final Control plain;
  private final ExpressionControl expression;
  private final NumberControl.UnitSelect unit;
  private final El box = El.div("dynamic");
  private final El toggle =
      El.of("button", "dynamic-toggle")
          .attr("type", "button")
          .attr("title", "A value of its own for each feature")
          .text("ε")
          .onClick(this::toggle);
  private boolean each;

  DynamicControl(Control plain) {
    super(plain.scope, plain.parameter);
    this.plain = plain;
    JsonObject own =
        JsonObject.of()
            .with("name", name())
            .with("label", label() + " for each feature")
            .with("type", "expression");
    expression = new ExpressionControl(scope, own);
    boolean distance = plain instanceof NumberControl number && number.unit() != null;
    unit = distance ? new NumberControl.UnitSelect(plain) : null;
    toggle.attr("aria-label", label() + ": a value of its own for each feature");
    draw();
  }

  private void toggle() {
    each = !each;
    draw();
    if (each) {
      expression.editor().area().focus();
    }
    scope.changed();
  }

  private void draw() {
    toggle.attr("aria-pressed", each ? "true" : "false");
    El shown = each ? expression.element() : plain.element();
    box.content(shown, each && unit != null ? unit.element() : null, toggle);
  }

  @Override
  public El element() {
    return box;
  }

  @Override
  public JsonValue value() {
    if (!each) {
      return plain.value();
    }
    String text = ((JsonString) expression.value()).value();
    JsonObject value = JsonObject.of().with("type", TYPE);
    String field = "";
    for (String name : names(scope.summary(scope.layer("")))) {
      field = text.equals(name) || text.equals(quoted(name)) ? name : field;
    }
    value = field.isEmpty() ? value.with("expression", text) : value.with("field", field);
    if (unit == null || unit.isLayers()) {
      return value;
    }
    unit.check();
    return value.with("unit", unit.unit());
  }

  @Override
  public void set(JsonValue value) {
    each = value instanceof JsonObject object && object.optString("type", "").equals(TYPE);
    if (each) {
      JsonObject own = (JsonObject) value;
      JsonValue text =
          own.has("field") ? new JsonString(quoted(own.string("field"))) : own.get("expression");
      expression.set(text);
      if (unit != null) {
        unit.set(own.optString("unit", ""));
      }
    } else {
      plain.set(value == JsonNull.NULL ? defaultValue() : value);
    }
    draw();
  }

  @Override
  boolean showsProblem() {
    return each && expression.showsProblem();
  }

  @Override
  public String warning() {
    return each ? "" : plain.warning();
  }

  @Override
  void layersChanged() {
    plain.layersChanged();
    expression.layersChanged();
    if (unit != null) {
      unit.suggest();
    }
  }
}
