package org.terrella.webapp.form;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.expression.ExpressionEditor;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** A list of fields, each with its name, its type and the expression of its values. */
final class MappingControl extends Control {
  private static final String[] TYPES = {
    "text", "integer", "integer64", "real", "boolean", "date", "time", "datetime", "json", "binary"
  };

  private static final String[] AGGREGATES = {
    "first_value",
    "last_value",
    "sum",
    "mean",
    "median",
    "minimum",
    "maximum",
    "range",
    "count",
    "count_distinct",
    "count_missing",
    "concatenate",
    "concatenate_unique",
    "majority",
    "minority",
    "stdev",
    "q1",
    "q3",
    "iqr",
    "min_length",
    "max_length",
    "array_agg",
    "collect"
  };

  /** QGIS's numbers of types. */
  private static final int[] CODES = {10, 2, 4, 6, 1, 14, 15, 16, 46, 12};

  private final boolean aggregates;
  private final List<Row> rows = new ArrayList<>();
  private final El list = El.of("ul", "mapping-rows");
  private final El box;
  private boolean filled;

  MappingControl(FormScope scope, JsonObject parameter) {
    super(scope, parameter);
    aggregates = parameter.string("type").equals("aggregates");
    box =
        El.of("fieldset", "mapping")
            .add(
                El.of("legend", "field-label").text(label()),
                list,
                El.div("mapping-buttons")
                    .add(
                        El.of("button", "small-button")
                            .attr("type", "button")
                            .text("Add field")
                            .onClick(this::addEmpty),
                        El.of("button", "small-button")
                            .attr("type", "button")
                            .text("All fields of the layer")
                            .onClick(this::fill)));
    fill();
  }

  /** One field of the result. */
  private final class Row {
    private final El name =
        El.of("input", "plain-input")
            .attr("aria-label", "Name of the field")
            .attr("placeholder", "Name");
    private final El type = El.of("select", "plain-input").attr("aria-label", "Type");
    private final El aggregate = El.of("select", "plain-input").attr("aria-label", "Aggregate");
    private final ExpressionEditor values =
        new ExpressionEditor(scope.app, () -> scope.layer(""), "Values", 1, scope::changed);
    private final El item;
    private final JsonObject rest;

    Row(JsonObject given) {
      rest = given;
      name.value(given.optString("name", ""));
      options(type, TYPES, typeOf(given));
      options(aggregate, AGGREGATES, given.optString("aggregate", "first_value"));
      values.area().value(given.optString(source(), ""));
      item =
          El.of("li", "mapping-row")
              .add(
                  name,
                  type,
                  El.iconButton(Icon.REMOVE, "Remove field", () -> remove(this)),
                  aggregates ? aggregate : null,
                  values.element());
    }

    JsonObject json() {
      String own = name.value().trim();
      if (own.isEmpty()) {
        throw TerrellaException.invalid(label() + ": each field needs a name.");
      }
      if (values.text().isEmpty() || !values.problem().isEmpty()) {
        throw TerrellaException.invalid(
            label()
                + ", "
                + own
                + ": "
                + (values.text().isEmpty() ? "an expression is needed." : values.problem()));
      }
      JsonObject json =
          rest.with("name", own).with("type", type.value()).with(source(), values.text());
      return aggregates ? json.with("aggregate", aggregate.value()) : json;
    }
  }

  private String source() {
    return aggregates ? "input" : "expression";
  }

  private static String typeOf(JsonObject given) {
    JsonValue type = given.opt("type", new JsonString(TYPES[0]));
    if (type instanceof JsonNumber number) {
      for (int i = 0; i < CODES.length; i++) {
        if (CODES[i] == number.doubleValue()) {
          return TYPES[i];
        }
      }
    }
    return type instanceof JsonString text ? text.value() : TYPES[0];
  }

  private static void options(El select, String[] values, String chosen) {
    for (String each : values) {
      select.add(
          El.of("option", "")
              .attr("value", each)
              .text(each.replace('_', ' '))
              .flag("selected", each.equals(chosen)));
    }
  }

  private void add(JsonObject given) {
    Row row = new Row(given);
    rows.add(row);
    list.add(row.item);
  }

  private void addEmpty() {
    add(JsonObject.of());
    rows.get(rows.size() - 1).name.focus();
    scope.changed();
  }

  private void remove(Row row) {
    rows.remove(row);
    row.item.remove();
    scope.changed();
  }

  private void clear() {
    rows.clear();
    list.clear();
  }

  private void fill() {
    clear();
    Layer layer = scope.layer("");
    filled = true;
    for (JsonObject field : scope.summary(layer).optArray("fields").objects()) {
      String name = field.string("name");
      add(
          JsonObject.of()
              .with("name", name)
              .with("type", field.string("type"))
              .with(source(), quoted(name)));
    }
    scope.changed();
  }

  @Override
  public El element() {
    return box;
  }

  @Override
  public JsonValue value() {
    if (rows.isEmpty()) {
      throw TerrellaException.invalid(label() + ": add a field.");
    }
    List<JsonObject> fields = new ArrayList<>();
    for (Row row : rows) {
      fields.add(row.json());
    }
    return JsonArray.of(fields);
  }

  @Override
  public void set(JsonValue value) {
    if (value instanceof JsonArray fields) {
      clear();
      filled = false;
      fields.objects().forEach(this::add);
    }
  }

  /** Another layer has other fields; what a run had stays. */
  @Override
  void layersChanged() {
    if (filled) {
      fill();
    }
  }
}
