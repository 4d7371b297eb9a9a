package org.terrella.webapp.expression;

import java.util.function.Consumer;
import org.terrella.document.Layer;
import org.terrella.webapp.App;
import org.terrella.workbench.ui.Dialog;

/** A dialog to write an expression in, with all there is to know about it. */
public final class ExpressionDialog {
  private ExpressionDialog() {}

  /** Opens it; {@code accepted} gets the text. */
  public static void open(
      App app, Layer layer, String title, String text, Consumer<String> accepted) {
    ExpressionEditor editor =
        new ExpressionEditor(app, () -> layer, "Expression", 5, () -> {})
            .withPane(app.tables.ready(layer).summary().integer("featureCount"));
    editor.text(text);
    Dialog dialog = new Dialog(title, editor.element());
    dialog.node().getStyle().setProperty("--width", "56rem");
    dialog
        .cancelButton()
        .button(
            "Use",
            "brand",
            () -> {
              dialog.close();
              accepted.accept(editor.text());
            })
        .open();
  }
}
