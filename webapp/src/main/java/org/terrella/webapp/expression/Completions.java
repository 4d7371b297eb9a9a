package org.terrella.webapp.expression;

import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.terrella.workbench.ui.El;

/** The list of what a word may become, below the text; arrows, Enter, Tab and Escape act on it. */
final class Completions {
  private static final int SHOWN = 8;
  private static int count;

  private final String id = "completions-" + ++count;
  private final El list =
      El.of("ul", "completions")
          .id(id)
          .attr("role", "listbox")
          .attr("aria-label", "Completions")
          .flag("hidden", true);
  private final El area;
  private final Consumer<FunctionCatalog.Completion> chosen;
  private List<FunctionCatalog.Completion> offered = List.of();
  private int active;

  Completions(El area, Consumer<FunctionCatalog.Completion> chosen) {
    this.area = area;
    this.chosen = chosen;
    area.attr("aria-autocomplete", "list").attr("aria-controls", id);
    area.on("blur", event -> close());
  }

  El element() {
    return list;
  }

  void offer(List<FunctionCatalog.Completion> found) {
    offered = found.subList(0, Math.min(SHOWN, found.size()));
    active = 0;
    list.clear().flag("hidden", offered.isEmpty());
    for (int i = 0; i < offered.size(); i++) {
      FunctionCatalog.Completion each = offered.get(i);
      El item =
          El.of("li", "completion")
              .id(id + "-" + i)
              .attr("role", "option")
              .add(El.of("code", "").text(each.label()), El.of("span", "").text(each.detail()));
      // A press would take the focus from the text.
      item.on("mousedown", Event::preventDefault);
      list.add(item.onClick(() -> choose(each)));
    }
    mark();
  }

  void close() {
    offer(List.of());
  }

  private void choose(FunctionCatalog.Completion completion) {
    close();
    chosen.accept(completion);
  }

  private void mark() {
    for (int i = 0; i < offered.size(); i++) {
      El item = list.inner("#" + id + "-" + i);
      item.attr("aria-selected", i == active ? "true" : "false");
      if (i == active) {
        Caret.reveal(item.node());
      }
    }
    area.attr("aria-expanded", offered.isEmpty() ? "false" : "true")
        .attr("aria-activedescendant", offered.isEmpty() ? "" : id + "-" + active);
  }

  /** Whether the key was one for the list. */
  boolean takes(Event event) {
    if (offered.isEmpty()) {
      return false;
    }
    switch (Caret.key((JSObject) event)) {
      case "ArrowDown" -> active = (active + 1) % offered.size();
      case "ArrowUp" -> active = (active + offered.size() - 1) % offered.size();
      case "Enter", "Tab" -> choose(offered.get(active));
      case "Escape" -> close();
      default -> {
        return false;
      }
    }
    Caret.consume(event);
    mark();
    return true;
  }
}
