package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.terrella.document.Layer;
import org.terrella.document.filter.Filter;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** One condition of a filter: a field, how it is compared, and with what. */
final class FilterRow {
  private static int count;

  private final App app;
  private final Layer layer;
  private final List<JsonObject> fields;
  private final El row = El.div("filter-row").attr("role", "group");
  private final El field = El.of("wa-select", "").attr("size", "s").attr("label", "Field");
  private final El comparison = El.div("filter-comparison");
  private final El values = El.div("filter-values");
  private final El suggestions = El.of("datalist", "").id("filter-values-" + ++count);
  private El operator;
  private El value;
  private El upper;
  private String chosenField;
  private Filter.Operator chosenOperator;

  /** A row for a filter, or for a new one where that is null. */
  FilterRow(
      App app, Layer layer, List<JsonObject> fields, Filter filter, Consumer<FilterRow> remove) {
    this.app = app;
    this.layer = layer;
    this.fields = fields;
    chosenField = filter == null ? fields.get(0).string("name") : filter.field();
    chosenOperator = filter == null ? Filter.Operator.EQUAL : filter.operator();
    boolean known = false;
    for (JsonObject each : fields) {
      String name = each.string("name");
      known |= name.equals(chosenField);
      field.add(El.of("wa-option", "").attr("value", Options.encode(name)).text(name));
    }
    if (!known) {
      field.add(
          El.of("wa-option", "").attr("value", Options.encode(chosenField)).text(chosenField));
    }
    field.attr("value", Options.encode(chosenField));
    field.on("change", event -> fieldChosen());
    row.attr("aria-label", "Condition")
        .add(
            field,
            comparison,
            values,
            El.iconButton(Icon.CLOSE, "Remove condition", () -> remove.accept(this)),
            suggestions);
    drawOperators();
    drawValues();
    if (filter != null && filter.operator() == Filter.Operator.BETWEEN) {
      value.value(DoubleText.write(filter.min()));
      upper.value(DoubleText.write(filter.max()));
    } else if (filter != null) {
      value.value(
          filter.value() instanceof JsonString text
              ? text.value()
              : ((JsonNumber) filter.value()).text());
    }
    suggest();
  }

  /** The fields that filters can compare: of numbers and of texts. */
  static List<JsonObject> comparable(List<JsonObject> fields) {
    List<JsonObject> found = new ArrayList<>();
    for (JsonObject field : fields) {
      switch (field.string("type")) {
        case "integer", "integer64", "real", "text", "date", "time", "datetime" -> found.add(field);
        default -> {
          continue;
        }
      }
    }
    return found;
  }

  El element() {
    return row;
  }

  /** Whether nothing was written to compare with. */
  boolean isBlank() {
    return value.value().isEmpty();
  }

  void focus() {
    value.focus();
  }

  private boolean isNumeric() {
    for (JsonObject each : fields) {
      if (each.string("name").equals(chosenField)) {
        return LayerTables.isNumeric(each);
      }
    }
    return false;
  }

  private void fieldChosen() {
    chosenField = Options.decode(field.value());
    drawOperators();
    drawValues();
    suggest();
  }

  /** All but "between" compare texts too; dates and times are texts whose order is that of time. */
  private List<Filter.Operator> operators() {
    List<Filter.Operator> fitting = new ArrayList<>();
    for (Filter.Operator each : Filter.Operator.values()) {
      if (each != Filter.Operator.BETWEEN || isNumeric()) {
        fitting.add(each);
      }
    }
    return fitting;
  }

  private void drawOperators() {
    if (!operators().contains(chosenOperator)) {
      chosenOperator = Filter.Operator.EQUAL;
    }
    operator = El.of("wa-select", "").attr("size", "s").attr("label", "Comparison");
    for (Filter.Operator each : operators()) {
      operator.add(
          El.of("wa-option", "").attr("value", Options.encode(each.symbol())).text(label(each)));
    }
    operator.attr("value", Options.encode(chosenOperator.symbol()));
    El select = operator;
    operator.on(
        "change",
        event -> {
          chosenOperator = Filter.Operator.of(Options.decode(select.value()));
          String old = value.value();
          drawValues();
          value.value(old);
        });
    comparison.content(operator);
  }

  private static String label(Filter.Operator operator) {
    return switch (operator) {
      case EQUAL -> "is";
      case NOT_EQUAL -> "is not";
      case GREATER -> ">";
      case LESS -> "<";
      case AT_LEAST -> "≥";
      case AT_MOST -> "≤";
      case BETWEEN -> "between";
    };
  }

  private void drawValues() {
    boolean between = chosenOperator == Filter.Operator.BETWEEN;
    value = input();
    upper = input();
    values.content(labelled(between ? "From" : "Value", value));
    if (between) {
      values.add(labelled("to", upper));
    }
    values.toggle("filter-between", between);
  }

  private static El labelled(String label, El input) {
    return El.of("label", "plain-field").add(El.of("span", "").text(label), input);
  }

  private El input() {
    return El.of("input", "plain-input")
        .attr("type", "text")
        .attr("inputmode", isNumeric() ? "decimal" : "text")
        .attr("autocomplete", "off")
        .attr("list", suggestionsId());
  }

  private String suggestionsId() {
    return suggestions.node().getId();
  }

  /** Offers the field's values; of numbers too many to list, the range. */
  private void suggest() {
    suggestions.clear();
    if (app.remote.has(layer.source())) {
      // To know all values, all of a large file would have to be fetched.
      return;
    }
    String asked = chosenField;
    Tasks.start(
        () -> {
          JsonObject known =
              (JsonObject)
                  app.commands.execute(
                      "layer:values",
                      JsonObject.of().with("layerId", layer.id()).with("field", asked),
                      new Execution());
          if (!asked.equals(chosenField)) {
            return;
          }
          boolean range = known.has("min") && !known.bool("complete");
          if (range) {
            offer(known.get("min"));
            offer(known.get("max"));
          }
          for (JsonValue each : known.array("values")) {
            if (!range) {
              offer(each);
            }
          }
          String hint =
              known.has("min")
                  ? text(known.get("min")) + " to " + text(known.get("max"))
                  : known.array("values").isEmpty()
                      ? ""
                      : text(known.array("values").get(0)) + ", …";
          value.attr("placeholder", hint);
        },
        // Suggestions are a courtesy: a field that is not in the data has none.
        failure -> value.attr("placeholder", ""));
  }

  private void offer(JsonValue each) {
    suggestions.add(El.of("option", "").attr("value", text(each)));
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString text ? text.value() : value.toString();
  }

  /**
   * The condition.
   *
   * @throws TerrellaException invalid-argument when the value does not fit the field
   */
  Filter filter() {
    if (chosenOperator == Filter.Operator.BETWEEN) {
      return Filter.between(chosenField, number(value), number(upper));
    }
    return isNumeric()
        ? Filter.of(chosenField, chosenOperator, number(value))
        : Filter.of(chosenField, chosenOperator, value.value());
  }

  private double number(El input) {
    double number = DoubleText.parseOrNaN(input.value().trim());
    if (Double.isNaN(number)) {
      throw TerrellaException.invalid(
          "The field \"" + chosenField + "\" holds numbers; compare it with a number.");
    }
    return number;
  }
}
