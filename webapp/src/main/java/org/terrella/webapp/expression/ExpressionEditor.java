package org.terrella.webapp.expression;

import java.util.function.Supplier;
import org.terrella.document.Layer;
import org.terrella.interop.tools.Tools;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.El;

/**
 * A text area for an expression: completes words, and has the engine compute the expression for a
 * feature of its layer while one writes, so that mistakes show at their place.
 */
public final class ExpressionEditor {
  private final App app;
  private final Supplier<Layer> layer;
  private final Tools.Editor editor;
  private final El box = El.div("");

  /**
   * An editor; {@link Expressions#load} must have been called.
   *
   * @param layer whose features it is about; gives null where there is none yet
   * @param label its name for screen readers
   * @param changed what to do when the text, or what came out of it, is another one
   */
  public ExpressionEditor(
      App app, Supplier<Layer> layer, String label, int rows, Runnable changed) {
    this.app = app;
    this.layer = layer;
    editor =
        app.expressions
            .tools()
            .expressionEditor(label, rows, this::fields, this::evaluate, changed::run);
    box.add(editor.getElement());
  }

  public El element() {
    return box;
  }

  /** Puts fields, functions and the value for one of so many features around it. */
  public ExpressionEditor withPane(int features) {
    box.clear().add(app.expressions.tools().expressionPane(editor, features));
    return this;
  }

  /** The text area itself. */
  public El area() {
    return box.inner("textarea");
  }

  public String text() {
    return editor.text();
  }

  public void text(String text) {
    editor.setText(text);
  }

  /** The layer is another one. */
  public void layerChanged() {
    editor.refresh();
  }

  /** What is wrong with the text; empty where nothing is, as far as is known. */
  public String problem() {
    return editor.problem();
  }

  private String[] fields() {
    Layer chosen = layer.get();
    LayerTables.Table table = chosen == null ? null : app.tables.of(chosen);
    JsonArray fields =
        table == null || table.summary() == null ? JsonArray.of() : table.summary().array("fields");
    String[] names = new String[fields.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = fields.object(i).string("name");
    }
    return names;
  }

  private void evaluate(String text, int row, Tools.Answer answer) {
    Layer chosen = layer.get();
    if (chosen == null) {
      answer.heard("{}");
      return;
    }
    Tasks.start(
        () -> {
          JsonObject request =
              JsonObject.of()
                  .with("table", chosen.source())
                  .with("expression", text)
                  .with("row", (long) row);
          JsonObject whole = Mentions.with(app, request, text, chosen, new Execution());
          answer.heard(Json.write(app.engine.request("evaluate", whole).header()));
        },
        failure ->
            answer.heard(
                Json.write(
                    JsonObject.of().with("problem", failure.getMessage()).with("position", 0L))));
  }
}
