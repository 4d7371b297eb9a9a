package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.teavm.jso.JSBody;

/** Which keys do what: one table for the page, the layer list, menus, the palette and the sheet. */
public final class KeyBindings {
  /** Where a key is heard. */
  enum Scope {
    /** Everywhere but in text fields. */
    PAGE("Everywhere"),
    /** While the focus is on the map. */
    MAP("On the map"),
    /** While the focus is on an item of the layer list. */
    LAYERS("In the layer list");

    private final String title;

    Scope(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /**
   * A key.
   *
   * @param keys as {@link Keys#name} gives them, such as {@code ctrl+shift+z}
   * @param command id of the command; empty for what moves the focus only
   * @param label what it does, where the command's own label does not say it; else empty
   */
  record Binding(Scope scope, String keys, String command, String label) {}

  private static final List<Binding> ALL =
      List.of(
          page("ctrl+s", "document:save"),
          page("ctrl+z", "document:undo"),
          page("ctrl+shift+z", "document:redo"),
          page("ctrl+y", "document:redo"),
          page("ctrl+n", "document:new"),
          page("ctrl+o", "page:open-file"),
          page("a", "page:add-data"),
          page("ctrl+k", "page:search-commands"),
          page("?", "page:show-keys"),
          page("ctrl+shift+f", "view:zoom-all"),
          page("ctrl+j", "layer:zoom-to"),
          page("+", "view:zoom-in"),
          page("-", "view:zoom-out"),
          page("i", "view:identify-center"),
          page("s", "page:switch-selecting"),
          page("ctrl+shift+a", "layer:clear-selection"),
          page("Escape", "page:close-card"),
          new Binding(Scope.MAP, "arrows", "", "Move the map"),
          new Binding(Scope.MAP, "ctrl+Click", "", "Select the feature, or not any more"),
          new Binding(Scope.MAP, "ctrl+Drag", "", "Select what is in the rectangle, too"),
          new Binding(Scope.LAYERS, "arrows", "", "Go to another item, fold and unfold groups"),
          layers("Enter", "", "Select the layer, or fold and unfold the group"),
          layers("Space", "layer:set", "Show or hide"),
          layers("F2", "layer:rename", "Rename"),
          layers("Delete", "layer:remove", "Remove; the layers of a group stay"),
          layers("alt+ArrowUp", "layer:move", "Move up"),
          layers("alt+ArrowDown", "layer:move", "Move down"),
          layers("alt+ArrowRight", "layer:move", "Move into the group beside it"),
          layers("alt+ArrowLeft", "layer:move", "Move out of its group"),
          layers("ctrl+g", "layer:add-group", "New group from the layer"),
          layers("alt+Enter", "layer:properties", ""),
          layers("shift+F10", "", "All that can be done with the item"));

  private KeyBindings() {}

  private static Binding page(String keys, String command) {
    return new Binding(Scope.PAGE, keys, command, "");
  }

  private static Binding layers(String keys, String command, String label) {
    return new Binding(Scope.LAYERS, keys, command, label);
  }

  static List<Binding> of(Scope scope) {
    List<Binding> found = new ArrayList<>();
    for (Binding binding : ALL) {
      if (binding.scope() == scope) {
        found.add(binding);
      }
    }
    return found;
  }

  /** The command of a key of the page. */
  public static Optional<String> command(String keys) {
    // Without shift, the key of the plus sign gives another one on most keyboards.
    String wanted = keys.equals("=") ? "+" : keys;
    for (Binding binding : of(Scope.PAGE)) {
      if (binding.keys().equals(wanted)) {
        return Optional.of(binding.command());
      }
    }
    return Optional.empty();
  }

  /** The keys of a command for people; empty when it has none. */
  static String hint(String command) {
    for (Binding binding : ALL) {
      if (binding.command().equals(command) && !command.equals("layer:move")) {
        return shown(binding.keys());
      }
    }
    return "";
  }

  /** Keys for people: {@code Ctrl+Shift+Z}, or {@code ⌘⇧Z} where that is the custom. */
  static String shown(String keys) {
    boolean mac = isMac();
    StringBuilder text = new StringBuilder();
    String rest = keys;
    while (rest.indexOf('+') > 0) {
      int end = rest.indexOf('+');
      text.append(modifier(rest.substring(0, end), mac));
      rest = rest.substring(end + 1);
    }
    return text.append(key(rest)).toString();
  }

  private static String modifier(String name, boolean mac) {
    return switch (name) {
      case "ctrl" -> mac ? "⌘" : "Ctrl+";
      case "shift" -> mac ? "⇧" : "Shift+";
      default -> mac ? "⌥" : "Alt+";
    };
  }

  private static String key(String name) {
    return switch (name) {
      case "ArrowUp" -> "↑";
      case "ArrowDown" -> "↓";
      case "ArrowLeft" -> "←";
      case "ArrowRight" -> "→";
      case "arrows" -> "← ↑ ↓ →";
      case "Escape" -> "Esc";
      case "-" -> "−";
      default -> name.length() == 1 ? name.toUpperCase(Locale.ROOT) : name;
    };
  }

  @JSBody(script = "return /Mac|iP(ad|hone|od)/.test(navigator.platform);")
  private static native boolean isMac();
}
