package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/**
 * All that can be done, by search (Ctrl+K): commands without arguments, and actions of the page.
 */
public final class Palette {
  private final App app;
  private final List<Item> items = new ArrayList<>();
  private final List<Item> found = new ArrayList<>();
  private El dialog;
  private El input;
  private El list;
  private int selected;

  private record Item(String label, String detail, Runnable action) {}

  public Palette(App app) {
    this.app = app;
  }

  /** Adds something that the page does by itself, such as opening a dialog. */
  public void add(String label, String detail, Runnable action) {
    items.add(new Item(label, detail, action));
  }

  /** Opens the palette, or closes it. */
  public void open() {
    if (dialog != null) {
      close();
      return;
    }
    input =
        El.of("input", "palette-input")
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("aria-expanded", "true")
            .attr("aria-controls", "palette-list")
            .attr("aria-label", "Search commands")
            .attr("placeholder", "What do you want to do?");
    list =
        El.of("ul", "palette-list")
            .attr("role", "listbox")
            .attr("aria-label", "Commands")
            .id("palette-list");
    El box =
        El.div("palette")
            .attr("role", "dialog")
            .attr("aria-modal", "true")
            .attr("aria-label", "Commands")
            .add(El.div("palette-head").add(Icon.SEARCH.element()).add(input), list);
    dialog = El.div("palette-back").add(box);
    dialog.on(
        "pointerdown",
        event -> {
          if ((Object) event.getTarget() == dialog.node()) {
            close();
          }
        });
    input.on("input", event -> search());
    input.on("keydown", event -> key((KeyboardEvent) event));
    HTMLDocument.current().getBody().appendChild(dialog.node());
    selected = 0;
    search();
    input.focus();
  }

  public void close() {
    if (dialog != null) {
      dialog.remove();
      dialog = null;
    }
  }

  private void search() {
    selected = 0;
    found.clear();
    List<String> words = Words.of(input.value());
    List<Item> all = new ArrayList<>(items);
    for (Command command : app.commands.all()) {
      if (command.args().optArray("required").isEmpty() && isUseful(command.id())) {
        all.add(
            new Item(
                command.label(),
                command.id(),
                () -> Actions.run(app, command.id(), JsonObject.of())));
      }
    }
    for (Item item : all) {
      String text = (item.label() + " " + item.detail()).toLowerCase(Locale.ROOT);
      if (Words.allIn(words, text)) {
        found.add(item);
      }
    }
    draw();
  }

  /** Commands that only give a value to scripts are of no use here. */
  private static boolean isUseful(String id) {
    return switch (id) {
      case "document:new",
          "document:save",
          "document:undo",
          "document:redo",
          "document:open-sample" ->
          true;
      default -> false;
    };
  }

  private void draw() {
    list.clear();
    for (int i = 0; i < found.size(); i++) {
      int index = i;
      list.add(
          El.of("li", "palette-item")
              .attr("role", "option")
              .id("palette-" + i)
              .attr("aria-selected", i == selected ? "true" : "false")
              .add(
                  El.of("span", "").text(found.get(i).label()),
                  El.of("span", "palette-detail").text(found.get(i).detail()))
              .onClick(() -> run(index)));
    }
    input.attr("aria-activedescendant", found.isEmpty() ? "" : "palette-" + selected);
    reveal(list.node());
    if (found.isEmpty()) {
      list.add(El.of("li", "empty").text("Nothing is called that."));
    }
  }

  private void key(KeyboardEvent event) {
    switch (event.getKey()) {
      case "Escape" -> close();
      case "Enter" -> run(selected);
      case "ArrowDown" -> selected = found.isEmpty() ? 0 : (selected + 1) % found.size();
      case "ArrowUp" ->
          selected = found.isEmpty() ? 0 : (selected + found.size() - 1) % found.size();
      default -> {
        return;
      }
    }
    event.preventDefault();
    if (dialog != null) {
      draw();
    }
  }

  private void run(int index) {
    if (index < found.size()) {
      Item item = found.get(index);
      close();
      item.action().run();
    }
  }

  @JSBody(
      params = "list",
      script =
          "const chosen = list.querySelector('[aria-selected=true]');"
              + "if (chosen) chosen.scrollIntoView({ block: 'nearest' });")
  private static native void reveal(HTMLElement list);
}
