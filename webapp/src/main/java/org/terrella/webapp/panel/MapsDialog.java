package org.terrella.webapp.panel;

import org.teavm.jso.JSBody;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.Format;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;
import org.terrella.workbench.ui.Menu;

/** All maps of the workspace, the one changed last first: open, copy, rename, delete, download. */
public final class MapsDialog {
  private final App app;
  private final El list = El.of("ul", "map-list");
  private final Dialog dialog;

  public MapsDialog(App app, Runnable upload) {
    this.app = app;
    dialog =
        new Dialog("Maps", El.div("maps").attr("data-stores-files", "").add(list))
            .button(
                "Open a file…",
                "neutral",
                () -> {
                  close();
                  upload.run();
                })
            .button(
                "New map",
                "brand",
                () -> {
                  close();
                  Actions.run(app, "document:new");
                });
  }

  public void open() {
    dialog.open();
    load();
  }

  private void close() {
    dialog.close();
  }

  private void load() {
    Actions.start(
        app,
        () ->
            draw(
                (JsonArray)
                    app.commands.execute("document:list", JsonObject.of(), new Execution())));
  }

  private void draw(JsonArray maps) {
    list.clear();
    if (maps.isEmpty()) {
      list.add(
          El.of("li", "empty")
              .text("No maps yet. A map is kept here from its first change on, by itself."));
    }
    for (JsonObject map : maps.objects()) {
      list.add(item(map));
    }
  }

  private El item(JsonObject map) {
    String path = map.string("path");
    String name = Format.stem(path);
    boolean current = path.equals(app.store.path());
    El open =
        El.of("button", "map-open")
            .attr("type", "button")
            .attr("title", path)
            .add(
                El.of("span", "map-name").text(name),
                El.of("span", "map-when")
                    .text((current ? "Open now · " : "") + when(map.number("modified"))))
            .onClick(
                () -> {
                  close();
                  Actions.run(app, "document:open", JsonObject.of().with("path", path));
                });
    if (current) {
      open.attr("aria-current", "true");
    }
    El more = El.iconButton(Icon.MORE, "More for " + name, () -> {});
    more.onClick(() -> menu(path, name).open(more.node()));
    return El.of("li", "map-item").add(Icon.LAYERS.element()).add(open, more);
  }

  private Menu menu(String path, String name) {
    JsonObject args = JsonObject.of().with("path", path);
    return new Menu()
        .item(Icon.ADD, "Duplicate", () -> Actions.run(app, "document:duplicate", args, this::load))
        .item(Icon.RENAME, "Rename file…", () -> rename(path, name))
        .item(Icon.DOWNLOAD, "Download", () -> Actions.start(app, () -> FilesPanel.give(app, path)))
        .separator()
        .item(Icon.REMOVE, "Delete", () -> delete(path, name));
  }

  private void rename(String path, String name) {
    Prompt.open(
        "Rename the map's file",
        "Name",
        name,
        to ->
            Actions.run(
                app,
                "document:rename",
                JsonObject.of()
                    .with("path", path)
                    .with(
                        "to", path.substring(0, path.length() - name.length() - 5) + to + ".jGIS"),
                this::load));
  }

  private void delete(String path, String name) {
    Actions.start(
        app,
        () -> {
          JsonObject done =
              (JsonObject)
                  app.commands.execute(
                      "document:delete", JsonObject.of().with("path", path), new Execution());
          app.messages.offer(
              "\"" + name + "\" is deleted.",
              "Undo",
              () ->
                  Actions.run(
                      app,
                      "document:undelete",
                      JsonObject.of().with("deleted", done.string("deleted")),
                      this::load));
          load();
        });
  }

  /** A moment as this person's language writes it, short when it was today. */
  @JSBody(
      params = "millis",
      script =
          "const d = new Date(millis), today = new Date().toDateString() === d.toDateString();"
              + "return today ? d.toLocaleTimeString(undefined, { hour: '2-digit', minute:"
              + " '2-digit' }) : d.toLocaleString(undefined, { dateStyle: 'medium', timeStyle:"
              + " 'short' });")
  static native String when(double millis);
}
