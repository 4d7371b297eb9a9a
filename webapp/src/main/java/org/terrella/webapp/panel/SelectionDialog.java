package org.terrella.webapp.panel;

import org.terrella.document.Layer;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.expression.ExpressionEditor;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Asks for an expression and selects the features for which it is true. */
final class SelectionDialog {
  private final App app;
  private final Layer layer;
  private ExpressionEditor expression;
  private final El mode =
      El.of("wa-select", "").attr("label", "The features found are").attr("size", "s");
  private final El outcome = El.of("p", "help").attr("role", "status");
  private final El problem = El.of("p", "form-problem").attr("role", "alert");

  SelectionDialog(App app, Layer layer) {
    this.app = app;
    this.layer = layer;
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
    expression =
        new ExpressionEditor(app, () -> layer, "Expression", 5, () -> {})
            .withPane(app.tables.ready(layer).summary().integer("featureCount"));
    option("new", "selected, and no others");
    option("add", "added to the selection");
    option("remove", "taken out of the selection");
    option("intersect", "all that stays selected");
    mode.attr("value", "new");
    problem.flag("hidden", true);
    expression.area().attr("placeholder", "\"pop\" > 1000 AND \"name\" LIKE 'S%'");
    expression.area().on("input", event -> problem.flag("hidden", true));
    Dialog dialog =
        new Dialog(
            "Select features of " + layer.name(),
            El.div("form").add(expression.element(), mode, outcome, problem));
    dialog.node().getStyle().setProperty("--width", "56rem");
    dialog.button("Close", "neutral", dialog::close);
    dialog.button("Select", "brand", this::select).open();
  }

  private void option(String value, String text) {
    mode.add(El.of("wa-option", "").attr("value", value).text(text));
  }

  private void select() {
    problem.flag("hidden", true);
    outcome.text("");
    String wanted = mode.value().isEmpty() ? "new" : mode.value();
    Tasks.start(
        () -> {
          JsonObject result =
              (JsonObject)
                  app.commands.execute(
                      "layer:select",
                      JsonObject.of()
                          .with("layerId", layer.id())
                          .with("expression", expression.text())
                          .with("mode", wanted),
                      new Execution());
          int count = result.integer("selected");
          outcome.text(count + (count == 1 ? " feature is selected." : " features are selected."));
        },
        wrong -> problem.text(wrong.getMessage()).flag("hidden", false));
  }
}
