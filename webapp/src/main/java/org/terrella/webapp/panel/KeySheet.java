package org.terrella.webapp.panel;

import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** The sheet of all keys. */
final class KeySheet {
  private KeySheet() {}

  static void open(Invoker invoker) {
    El content = El.div("key-sheet");
    for (KeyBindings.Scope scope : KeyBindings.Scope.values()) {
      El list = El.of("dl", "key-list");
      String last = "";
      El keys = null;
      for (KeyBindings.Binding binding : KeyBindings.of(scope)) {
        String label =
            binding.label().isEmpty() ? invoker.label(binding.command()) : binding.label();
        if (!label.equals(last)) {
          keys = El.of("dd", "");
          list.add(El.div("key-row").add(El.of("dt", "").text(label), keys));
          last = label;
        }
        keys.add(El.of("kbd", "").text(KeyBindings.shown(binding.keys())));
      }
      content.add(El.of("h3", "").text(scope.title()), list);
    }
    Dialog dialog = new Dialog("Keys", content);
    dialog.button("Close", "brand", dialog::close).open();
  }
}
