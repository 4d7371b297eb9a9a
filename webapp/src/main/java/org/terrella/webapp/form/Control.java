package org.terrella.webapp.form;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.workbench.ui.El;

/** What a person gives for one parameter of an algorithm. */
public abstract class Control {
  final FormScope scope;
  final JsonObject parameter;

  Control(FormScope scope, JsonObject parameter) {
    this.scope = scope;
    this.parameter = parameter;
  }

  /** The name of the parameter. */
  public final String name() {
    return parameter.string("name");
  }

  /** What people read. */
  public final String label() {
    return parameter.optString("label", name());
  }

  final boolean optional() {
    return parameter.optBool("optional", false);
  }

  final JsonValue defaultValue() {
    return parameter.opt("default", JsonNull.NULL);
  }

  /** What is seen of it; always the same element. */
  public abstract El element();

  /**
   * The value; null in JSON for one that is left out.
   *
   * @throws TerrellaException invalid-argument, with a sentence for people, when it is wrong
   */
  public abstract JsonValue value();

  /** Shows a value that {@link #value} gave, or that a run had. */
  public abstract void set(JsonValue value);

  /** Takes what the same control of another row has. */
  public void fill(Control other) {
    set(other.value());
  }

  /** What to beware of though the value is right; empty for nothing. */
  public String warning() {
    return "";
  }

  /** Whether the control itself shows what is wrong. */
  boolean showsProblem() {
    return false;
  }

  /** Hears that another layer was chosen somewhere. */
  void layersChanged() {}

  final TerrellaException missing() {
    return TerrellaException.invalid(label() + " is needed.");
  }

  /** The number of a text, within the limits of the parameter. */
  final JsonNumber number(String text) {
    double value = DoubleText.parseOrNaN(text.trim());
    if (value - value != 0) {
      throw TerrellaException.invalid(label() + " must be a number.");
    }
    if (parameter.optBool("integer", false) && value != Math.floor(value)) {
      throw TerrellaException.invalid(label() + " must be a whole number.");
    }
    if (parameter.has("min") && value < parameter.number("min")) {
      throw TerrellaException.invalid(
          label() + " must be at least " + DoubleText.write(parameter.number("min")) + ".");
    }
    if (parameter.has("max") && value > parameter.number("max")) {
      throw TerrellaException.invalid(
          label() + " must be at most " + DoubleText.write(parameter.number("max")) + ".");
    }
    return JsonNumber.of(value);
  }

  static El option(String value, String text) {
    return El.of("wa-option", "").attr("value", value).text(text);
  }

  static String quoted(String field) {
    return "\"" + field.replace("\"", "\"\"") + "\"";
  }

  /** The control of a parameter; null where people are not asked for it. */
  public static Control of(FormScope scope, JsonObject parameter) {
    Control control = plain(scope, parameter);
    if (control == null) {
      return null;
    }
    Control whole = parameter.optBool("dynamic", false) ? new DynamicControl(control) : control;
    scope.add(whole);
    return whole;
  }

  private static Control plain(FormScope scope, JsonObject parameter) {
    return switch (parameter.string("type")) {
      case "source", "vector", "layer" -> new LayerControl(scope, parameter);
      case "multilayer" -> new LayersControl(scope, parameter);
      case "distance", "number", "duration" -> new NumberControl(scope, parameter);
      case "enum" -> SelectControl.ofOptions(scope, parameter);
      case "field" ->
          parameter.string("fieldsOf").isEmpty()
              ? new TextControl(scope, parameter)
              : SelectControl.ofFields(scope, parameter);
      case "boolean" -> new FlagControl(scope, parameter);
      case "expression" -> new ExpressionControl(scope, parameter);
      case "fields_mapping", "aggregates" -> new MappingControl(scope, parameter);
      case "sink", "vectorDestination" -> new SinkControl(scope, parameter);
      case "fileDestination", "folderDestination", "coordinateoperation" -> null;
      default -> new TextControl(scope, parameter);
    };
  }

  /** The names of a layer's fields. */
  static List<String> names(JsonObject summary) {
    List<String> names = new ArrayList<>();
    for (JsonObject field : summary.optArray("fields").objects()) {
      names.add(field.string("name"));
    }
    return names;
  }
}
