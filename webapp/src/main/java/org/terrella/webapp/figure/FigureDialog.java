package org.terrella.webapp.figure;

import org.terrella.interop.browser.Figures;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.panel.Actions;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Shows the figure beside what it consists of; keeps the layout with the map. */
final class FigureDialog {
  private FigureDialog() {}

  /** Keeps a layout; it may wait. */
  @FunctionalInterface
  interface Keep {
    JsonObject keep(JsonObject layout);
  }

  static void open(App app, Figures.Editor editor, Keep layouts) {
    Dialog dialog = new Dialog("Export figure", El.div("").add(editor.getElement()));
    dialog.node().getClassList().add("figure-dialog");
    dialog
        .cancelButton()
        .button("Keep layout", "neutral", () -> finish(app, dialog, editor, layouts, false))
        .button("Export", "brand", () -> finish(app, dialog, editor, layouts, true))
        .open();
  }

  private static void finish(
      App app, Dialog dialog, Figures.Editor editor, Keep layouts, boolean exports) {
    Actions.start(
        app,
        () -> {
          layouts.keep(Json.parseObject(editor.layout()));
          dialog.close();
          if (exports) {
            app.commands.execute(
                "publish:figure", JsonObject.of().with("format", editor.format()), new Execution());
          }
        });
  }
}
