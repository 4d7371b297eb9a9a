package org.terrella.webapp.panel;

import java.util.function.Consumer;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** A dialog that asks for one line of text. */
final class Prompt {
  private Prompt() {}

  static void open(String title, String label, String value, Consumer<String> accepted) {
    El input = El.of("wa-input", "").attr("label", label).attr("autofocus", "").value(value);
    Dialog dialog = new Dialog(title, input);
    Runnable accept =
        () -> {
          String text = input.value().trim();
          if (!text.isEmpty()) {
            dialog.close();
            accepted.accept(text);
          }
        };
    input.on(
        "keydown",
        event -> {
          if (((KeyboardEvent) event).getKey().equals("Enter")) {
            accept.run();
          }
        });
    dialog.cancelButton().button("OK", "brand", accept).open();
  }
}
