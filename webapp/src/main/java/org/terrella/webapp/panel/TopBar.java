package org.terrella.webapp.panel;

import java.util.Locale;
import org.terrella.document.Edit;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.webapp.App;
import org.terrella.webapp.data.Format;
import org.terrella.workbench.store.SaveState;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;
import org.terrella.workbench.ui.Menu;

/** Name of the map, undo and redo, save, search over all commands, theme. */
public final class TopBar {
  private final App app;
  private final Invoker invoker;
  private final El title =
      El.of("button", "map-title").attr("type", "button").attr("title", "Rename this map");
  private static final String HOME = "Save this map with its data, to go on in Terrella";

  private final El state = El.of("span", "save-state").attr("role", "status");
  private final El undo;
  private final El redo;
  private final El save;
  private final El bar;

  public TopBar(App app, Invoker invoker) {
    this.app = app;
    this.invoker = invoker;
    El mark = El.of("span", "logo");
    El menu = El.of("button", "menu-button").attr("type", "button").text("Map");
    menu.onClick(() -> mapMenu().open(menu.node()));
    undo = El.iconButton(Icon.UNDO, "Undo", () -> Actions.run(app, "document:undo"));
    redo = El.iconButton(Icon.REDO, "Redo", () -> Actions.run(app, "document:redo"));
    save = El.iconButton(Icon.SAVE, "Save (Ctrl+S)", this::save);
    El search =
        El.of("button", "search-button")
            .attr("type", "button")
            .attr("aria-label", "Search commands (Ctrl+K)")
            .add(Icon.SEARCH.element())
            .add(
                El.of("span", "search-label").text("Search commands"),
                El.of("kbd", "").text("Ctrl K"))
            .onClick(() -> run("page:search-commands"));
    El theme = El.iconButton(Icon.SUN, "Light or dark", () -> run("page:switch-theme"));
    El home = El.iconButton(Icon.DOWNLOAD, HOME, () -> Actions.run(app, "publish:map-zip"));
    home.toggle("published-only", true);
    El cite = El.iconButton(Icon.INFO, "Cite this map", () -> run("page:cite-map"));
    cite.toggle("published-only", true);
    title.onClick(() -> run("page:rename-map"));
    bar =
        El.of("header", "topbar")
            .add(
                mark,
                El.of("span", "brand").text("Terrella"),
                menu,
                title,
                state,
                El.div("spacer"),
                undo,
                redo,
                save,
                search,
                cite,
                home,
                theme);
    app.store.listen((before, after) -> draw());
    app.maps.listen(this::drawState);
    draw();
  }

  public El element() {
    return bar;
  }

  static void switchTheme() {
    Shell.chooseTheme(Shell.currentTheme().equals("dark") ? "light" : "dark");
  }

  private Menu mapMenu() {
    Menu menu = new Menu();
    item(menu, Icon.ADD, "document:new");
    item(menu, Icon.OPEN, "page:show-maps");
    item(menu, Icon.OPEN, "page:open-file");
    item(menu, Icon.SAVE, "document:save");
    item(menu, Icon.DOWNLOAD, "document:download");
    item(menu, Icon.DOWNLOAD, "publish:map-zip");
    offered(menu, Icon.PUBLISH, "page:publish");
    offered(menu, Icon.DOWNLOAD, "page:figure");
    item(menu, Icon.HISTORY, "page:show-versions");
    menu.separator();
    item(menu, Icon.RENAME, "page:rename-map");
    item(menu, Icon.INFO, "page:about-map");
    item(menu, Icon.INFO, "page:cite-map");
    item(menu, Icon.LAYERS, "document:open-sample");
    menu.separator();
    boolean whole = invoker.isEnabled("offline:remove-all", JsonObject.of());
    item(menu, Icon.DOWNLOAD, whole ? "offline:remove-all" : "offline:keep-all");
    item(menu, Icon.SEARCH, "page:search-commands");
    item(menu, Icon.INFO, "page:show-keys");
    item(menu, Icon.INFO, "page:about");
    return menu;
  }

  private void item(Menu menu, Icon icon, String command) {
    menu.item(
        icon,
        invoker.label(command),
        KeyBindings.hint(command),
        invoker.isEnabled(command, JsonObject.of()),
        () -> run(command));
  }

  /** An item of what this page either can do always or never. */
  private void offered(Menu menu, Icon icon, String command) {
    if (invoker.isEnabled(command, JsonObject.of())) {
      item(menu, icon, command);
    }
  }

  private void run(String command) {
    invoker.run(command, JsonObject.of());
  }

  /** Runs a command that opens another map; asks first when this one could not be kept. */
  public void leaving(String command) {
    boolean lost =
        app.maps.state().kind() == SaveState.Kind.FAILED
            || app.maps.state().kind() == SaveState.Kind.MEMORY
                && !app.maps.state().reason().isEmpty();
    if (!lost) {
      Actions.run(app, command);
      return;
    }
    Dialog dialog =
        new Dialog(
            "Leave this map?",
            El.of("p", "")
                .text(
                    "Its last changes could not be kept and would be lost. "
                        + app.maps.state().reason()));
    dialog
        .cancelButton()
        .button(
            "Leave without them",
            "danger",
            () -> {
              dialog.close();
              Actions.run(app, command);
            })
        .button(
            "Download first",
            "brand",
            () -> {
              dialog.close();
              Actions.run(
                  app, "document:download", JsonObject.of(), () -> Actions.run(app, command));
            })
        .open();
  }

  /** Says what Terrella is, and shows the licences of what is inside. */
  static void about() {
    El content =
        El.div("info")
            .add(
                El.of("p", "")
                    .text(
                        "Terrella "
                            + App.VERSION
                            + " is a GIS that is nothing but files. What you open stays on this"
                            + " machine; nothing is sent anywhere unless you add a web address."),
                El.of("p", "")
                    .add(
                        El.of("a", "")
                            .attr("href", "licences.txt")
                            .attr("target", "_blank")
                            .text("Licences of the libraries inside")));
    Dialog dialog = new Dialog("About Terrella", content);
    dialog.button("Close", "brand", dialog::close).open();
  }

  private void draw() {
    String own = app.store.document().title();
    String file = app.store.path().isEmpty() ? "Untitled map" : Format.stem(app.store.path());
    String name = own.isEmpty() ? file : own;
    title.text(name);
    title.attr("aria-label", "Map " + name + "; rename");
    label(undo, "Undo", app.store.undoLabel());
    label(redo, "Redo", app.store.redoLabel());
  }

  private void drawState(SaveState now) {
    String words =
        switch (now.kind()) {
          case SAVED -> "Saved";
          case SAVING -> "Saving…";
          case FAILED -> "Not saved";
          case MEMORY -> now.reason().isEmpty() ? "" : "Not saved";
        };
    state
        .text(words)
        .attr("data-kind", now.kind().name().toLowerCase(Locale.ROOT))
        .attr("title", now.reason().isEmpty() ? "Changes are kept as you make them" : now.reason());
  }

  private static void label(El button, String what, String step) {
    String text = step.isEmpty() ? what : what + ": " + step;
    button.flag("disabled", step.isEmpty()).attr("aria-label", text).attr("title", text);
  }

  /** Saves the map and says so. */
  public void save() {
    Actions.run(
        app,
        "document:save",
        JsonObject.of(),
        () -> app.messages.success("Saved as " + app.store.path() + "."));
  }

  /** Asks for another title of the map. */
  static void rename(App app) {
    Prompt.open(
        "Rename map",
        "Title",
        app.store.document().title(),
        name -> app.store.apply(new Edit.SetMetadata("title", new JsonString(name), "Rename map")));
  }
}
