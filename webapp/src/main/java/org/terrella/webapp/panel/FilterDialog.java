package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Layer;
import org.terrella.document.filter.Filter;
import org.terrella.document.filter.LayerFilters;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.expression.ExpressionDialog;
import org.terrella.webapp.expression.ExpressionEditor;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/**
 * Asks which features of a layer are shown: conditions, of which all or any must hold, and an
 * expression.
 */
final class FilterDialog {
  private final App app;
  private final Layer layer;
  private final List<JsonObject> fields;
  private final List<FilterRow> rows = new ArrayList<>();
  private final El list = El.div("filter-rows");
  private final El none =
      El.of("p", "help").text("Without a condition or an expression, all features are shown.");
  private final El problem = El.of("p", "form-problem").attr("role", "alert");
  private final El join =
      El.of("wa-select", "")
          .attr("label", "Show features that fulfil")
          .attr("size", "s")
          .add(
              El.of("wa-option", "").attr("value", "all").text("all conditions"),
              El.of("wa-option", "").attr("value", "any").text("any condition"));
  private ExpressionEditor expression;
  private Dialog dialog;

  FilterDialog(App app, Layer layer) {
    this.app = app;
    this.layer = layer;
    fields = FilterRow.comparable(app.tables.ready(layer).summary().array("fields").objects());
  }

  void open() {
    Actions.start(
        app,
        () -> {
          app.expressions.load();
          show();
        });
  }

  private void show() {
    LayerFilters filters = layer.filters();
    join.attr("value", filters.any() ? "any" : "all");
    for (Filter filter : filters.filters()) {
      add(new FilterRow(app, layer, fields, filter, this::remove));
    }
    problem.flag("hidden", true);
    list.on("input", event -> problem.flag("hidden", true));
    El more =
        El.button(
            "Add condition",
            "neutral",
            () -> {
              FilterRow row = new FilterRow(app, layer, fields, null, this::remove);
              add(row);
              row.focus();
            });
    if (fields.isEmpty()) {
      none.text("This layer has no fields that could be compared.");
      more.flag("disabled", true);
    }
    El content =
        El.div("form filter-form")
            .add(join, list, none, El.div("").add(more), expression(filters), problem);
    dialog = new Dialog("Filter " + layer.name(), content);
    dialog.node().getStyle().setProperty("--width", "40rem");
    dialog.cancelButton();
    if (!filters.isEmpty()) {
      dialog.button("Show all features", "neutral", () -> apply(LayerFilters.NONE));
    }
    dialog.button("Apply", "brand", this::apply).open();
    update();
    if (filters.isEmpty() && !fields.isEmpty()) {
      add(new FilterRow(app, layer, fields, null, this::remove));
    }
  }

  private El expression(LayerFilters filters) {
    String label = "Expression that must be true";
    expression =
        new ExpressionEditor(app, () -> layer, label, 2, () -> problem.flag("hidden", true));
    expression.text(filters.expression());
    expression.area().attr("placeholder", "\"pop\" > 1000 AND \"name\" LIKE 'S%'");
    Runnable edit =
        () -> ExpressionDialog.open(app, layer, label, expression.text(), expression::text);
    return El.div("expression-field")
        .add(
            El.of("span", "field-label").attr("aria-hidden", "true").text(label),
            El.div("with-button")
                .add(
                    expression.element(), El.iconButton(Icon.RENAME, "Edit the expression", edit)));
  }

  private void add(FilterRow row) {
    rows.add(row);
    list.add(row.element());
    update();
  }

  private void remove(FilterRow row) {
    rows.remove(row);
    row.element().remove();
    update();
  }

  private void update() {
    none.flag("hidden", !rows.isEmpty());
    join.flag("hidden", rows.size() < 2);
  }

  private void apply() {
    List<Filter> filters = new ArrayList<>();
    // The row that was offered need not be used where there is an expression.
    boolean offered = rows.size() == 1 && rows.get(0).isBlank() && !expression.text().isBlank();
    try {
      for (FilterRow row : offered ? List.<FilterRow>of() : rows) {
        filters.add(row.filter());
      }
    } catch (TerrellaException wrong) {
      tell(wrong);
      return;
    }
    apply(new LayerFilters(join.value().equals("any"), filters, expression.text()));
  }

  private void apply(LayerFilters filters) {
    Tasks.start(
        () -> {
          app.commands.execute(
              "layer:set",
              JsonObject.of()
                  .with("layerId", layer.id())
                  .with("filters", filters.toJson(JsonObject.of())),
              new Execution());
          dialog.close();
        },
        this::tell);
  }

  private void tell(TerrellaException wrong) {
    problem.text(wrong.getMessage()).flag("hidden", false);
  }
}
