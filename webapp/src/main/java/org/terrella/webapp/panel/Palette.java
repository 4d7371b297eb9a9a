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

/** All that can be done, by search (Ctrl+K): commands, and actions of the page. */
public final class Palette {
  private final App app;
  private final Invoker invoker;
  private final List<Item> items = new ArrayList<>();
  private final List<Item> found = new ArrayList<>();
  private El dialog;
  private El input;
  private El list;
  private int selected;

  /** Something to do; the keys that do the same may be empty. */
  private record Item(String label, String detail, String keys, Runnable action) {}

  public Palette(App app, Invoker invoker) {
    this.app = app;
    this.invoker = invoker;
  }

  /** Adds something that the page does by itself, such as opening a dialog. */
  public void add(String label, String detail, Runnable action) {
    items.add(new Item(label, detail, "", action));
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
      if (!isForScripts(command.id()) && command.enabled().test(JsonObject.of())) {
        all.add(
            new Item(
                command.label(),
                command.id(),
                KeyBindings.hint(command.id()),
                () -> choose(command)));
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

  /** Does a command; one that takes arguments that it cannot be without asks for them. */
  private void choose(Command command) {
    boolean asks =
        !command.args().optArray("required").isEmpty()
            || command.args().optObject("properties").has("path")
                && command.args().optObject("properties").has("group");
    if (asks) {
      invoker.ask(command, JsonObject.of(), () -> {});
    } else {
      invoker.run(command.id(), JsonObject.of());
    }
  }

  /** Commands that only give a value, or take what nobody would type, are of no use here. */
  private static boolean isForScripts(String id) {
    return switch (id) {
      case "files:list",
          "files:write",
          "files:read",
          "files:export-zip",
          "files:import-zip",
          "document:get",
          "document:about",
          "document:set-about",
          "layer:set-attribution",
          "document:set",
          "layer:add",
          "layer:add-file",
          "layer:list",
          "layer:tree",
          "layer:info",
          "layer:features",
          "layer:statistics",
          "layer:values",
          "layer:choose-group",
          "offline:get-state",
          "view:get",
          "view:image",
          "view:identify",
          "view:legend",
          "figure:get-layout",
          "figure:set-layout",
          "model:list",
          "model:save",
          "model:remove",
          "model:export",
          "model:from-history",
          "processing:list",
          "processing:run",
          "processing:history",
          "processing:rerun",
          "page:search-commands",
          "page:close-card" ->
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
                  El.of("span", "palette-label").text(found.get(i).label()),
                  El.of("span", "palette-detail").text(found.get(i).detail()),
                  keys(found.get(i).keys()))
              .onClick(() -> run(index)));
    }
    input.attr("aria-activedescendant", found.isEmpty() ? "" : "palette-" + selected);
    reveal(list.node());
    if (found.isEmpty()) {
      list.add(El.of("li", "empty").text("Nothing is called that."));
    }
  }

  private static El keys(String keys) {
    return keys.isEmpty() ? null : El.of("kbd", "").text(keys);
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
