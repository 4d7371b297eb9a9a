package org.terrella.webapp.panel;

import org.terrella.document.Layer;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Asks for an expression and selects the features for which it is true. */
final class SelectionDialog {
  private static final int EXAMPLES = 8;

  private final App app;
  private final Layer layer;
  private final El expression =
      El.of("textarea", "paste expression")
          .attr("aria-label", "Expression")
          .attr("rows", "3")
          .attr("spellcheck", "false")
          .attr("autofocus", "");
  private final El mode = El.of("wa-select", "").attr("label", "The features found are");
  private final El outcome = El.of("p", "help").attr("role", "status");
  private final El problem = El.of("p", "form-problem").attr("role", "alert");

  SelectionDialog(App app, Layer layer) {
    this.app = app;
    this.layer = layer;
  }

  void open() {
    option("new", "selected, and no others");
    option("add", "added to the selection");
    option("remove", "taken out of the selection");
    option("intersect", "all that stays selected");
    mode.attr("value", "new");
    problem.flag("hidden", true);
    expression.on("input", event -> problem.flag("hidden", true));
    El fields = El.div("field-chips").attr("aria-label", "Fields").attr("role", "group");
    int count = 0;
    for (JsonObject field : app.tables.ready(layer).summary().array("fields").objects()) {
      if (count++ < EXAMPLES) {
        String name = field.string("name");
        fields.add(
            El.of("button", "chip").attr("type", "button").text(name).onClick(() -> insert(name)));
      }
    }
    El help =
        El.of("p", "help")
            .text("As in QGIS, such as \"pop\" > 1000 AND \"name\" LIKE 'S%'. Fields:");
    help.flag("hidden", count == 0);
    Dialog dialog =
        new Dialog(
            "Select features of " + layer.name(),
            El.div("form").add(expression, help, fields, mode, outcome, problem));
    dialog.button("Close", "neutral", dialog::close);
    dialog.button("Select", "brand", this::select).open();
  }

  private void option(String value, String text) {
    mode.add(El.of("wa-option", "").attr("value", value).text(text));
  }

  private void insert(String field) {
    String before = expression.value();
    String name = "\"" + field.replace("\"", "\"\"") + "\"";
    expression.value(before.isEmpty() ? name + " " : before + " " + name + " ");
    expression.focus();
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
                          .with("expression", expression.value())
                          .with("mode", wanted),
                      new Execution());
          int count = result.integer("selected");
          outcome.text(count + (count == 1 ? " feature is selected." : " features are selected."));
        },
        wrong -> problem.text(wrong.getMessage()).flag("hidden", false));
  }
}
