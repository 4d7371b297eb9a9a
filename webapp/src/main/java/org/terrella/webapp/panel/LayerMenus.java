package org.terrella.webapp.panel;

import org.terrella.document.Layer;
import org.terrella.document.TreeItem;
import org.terrella.document.TreePath;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.command.GroupArgument;
import org.terrella.workbench.ui.Icon;
import org.terrella.workbench.ui.Menu;

/** What can be done with an item of the layer list, as a menu. */
final class LayerMenus {
  private final App app;
  private final Invoker invoker;

  /** Moves an item by a step among its neighbours; runs a command and keeps the focus. */
  interface Tree {
    boolean canMove(TreePath path, int step);

    void move(TreePath path, int step);

    void run(String command, JsonObject args);

    /** Runs a command that takes the item away. */
    void remove(String command, JsonObject args);
  }

  LayerMenus(App app, Invoker invoker) {
    this.app = app;
    this.invoker = invoker;
  }

  Menu of(TreePath path, Tree tree) {
    return app.store.document().item(path) instanceof TreeItem.LayerRef ref
        ? layer(app.store.document().layer(ref.layer()), path, tree)
        : group(path, tree);
  }

  private Menu layer(Layer layer, TreePath path, Tree tree) {
    JsonObject args = JsonObject.of().with("layerId", layer.id());
    Menu menu = new Menu();
    item(menu, tree, Icon.ZOOM_TO, "layer:zoom-to", args);
    item(menu, tree, Icon.STYLE, "layer:style", args);
    item(menu, tree, Icon.FILTER, "layer:filter", args);
    item(menu, tree, Icon.INFO, "layer:properties", args);
    menu.separator();
    item(menu, tree, Icon.SELECT, "layer:select-by-expression", args);
    if (app.features.count(layer.id()) > 0) {
      item(menu, tree, Icon.ZOOM_TO, "layer:zoom-to-selection", args);
      item(menu, tree, Icon.SELECT, "layer:invert-selection", args);
      item(menu, tree, Icon.CLOSE, "layer:clear-selection", args);
    }
    menu.separator();
    item(menu, tree, Icon.RENAME, "layer:rename", args);
    item(menu, tree, Icon.COPY, "layer:duplicate", args);
    item(menu, tree, Icon.DOWNLOAD, "layer:download", args);
    menu.separator();
    moves(menu, path, tree);
    item(menu, tree, Icon.INTO, "layer:choose-group", args);
    String group = "layer:add-group";
    menu.item(
        Icon.GROUP,
        "New group from layer…",
        KeyBindings.hint(group),
        true,
        () -> tree.run(group, JsonObject.of().with("layerIds", JsonArray.of().with(layer.id()))));
    menu.separator();
    String remove = "layer:remove";
    menu.item(
        Icon.REMOVE,
        invoker.label(remove),
        KeyBindings.hint(remove),
        invoker.isEnabled(remove, args),
        () -> tree.remove(remove, args));
    return menu;
  }

  private Menu group(TreePath path, Tree tree) {
    JsonObject args = JsonObject.of().with("path", GroupArgument.json(path));
    Menu menu = new Menu();
    item(menu, tree, Icon.ZOOM_TO, "layer:zoom-to-group", args);
    String rename = "layer:rename-group";
    menu.item(
        Icon.RENAME,
        invoker.label(rename) + "…",
        KeyBindings.hint("layer:rename"),
        true,
        () -> tree.run(rename, args));
    menu.item(
        Icon.GROUP,
        "New group inside…",
        () -> tree.run("layer:add-group", JsonObject.of().with("into", args.get("path"))));
    menu.separator();
    moves(menu, path, tree);
    menu.item(Icon.INTO, "Move to group…", () -> tree.run("layer:choose-group", args));
    menu.separator();
    String remove = "layer:remove-group";
    menu.item(
        Icon.UNGROUP,
        "Remove group, keep layers",
        KeyBindings.hint("layer:remove"),
        true,
        () -> tree.remove(remove, args));
    menu.item(
        Icon.REMOVE,
        "Remove group and layers",
        () -> tree.remove(remove, args.with("withLayers", true)));
    return menu;
  }

  private void item(Menu menu, Tree tree, Icon icon, String command, JsonObject args) {
    menu.item(
        icon,
        invoker.label(command),
        KeyBindings.hint(command),
        invoker.isEnabled(command, args),
        () -> tree.run(command, args));
  }

  private static void moves(Menu menu, TreePath path, Tree tree) {
    menu.item(
        Icon.UP,
        "Move up",
        KeyBindings.shown("alt+ArrowUp"),
        tree.canMove(path, -1),
        () -> tree.move(path, -1));
    menu.item(
        Icon.DOWN,
        "Move down",
        KeyBindings.shown("alt+ArrowDown"),
        tree.canMove(path, 1),
        () -> tree.move(path, 1));
  }
}
