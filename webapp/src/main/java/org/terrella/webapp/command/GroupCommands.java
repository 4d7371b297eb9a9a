package org.terrella.webapp.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.TreeEdit;
import org.terrella.document.TreeItem;
import org.terrella.document.TreePath;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Schema;

/** Groups of layers: make, rename, show, move, dissolve. */
public final class GroupCommands {
  private final App app;
  private final MapView view;

  private GroupCommands(App app, MapView view) {
    this.app = app;
    this.view = view;
  }

  public static void register(App app, MapView view) {
    GroupCommands own = new GroupCommands(app, view);
    app.commands.add(
        new Command(
            "layer:tree",
            "Layer tree",
            "Gives the layers and groups as they nest, the uppermost first.",
            Schema.object().build(),
            Schema.array(
                Schema.anyObject("{layerId, path} or {group, path, visible, shows, items}"), ""),
            (args, execution) -> own.tree(TreePath.ROOT)));
    app.commands.add(
        new Command(
            "layer:add-group",
            "New group",
            "Adds a group of layers; layers that are named move into it.",
            Schema.object()
                .need("name", Schema.string("Name of the group"))
                .may(
                    "layerIds",
                    Schema.array(Schema.string("Id of a layer"), "Layers to move into it"))
                .may("into", GroupArgument.pathSchema("Path of the group to add it to"))
                .may("index", Schema.integer("Place from the top").with("minimum", 0L))
                .build(),
            Schema.anyObject("{path}"),
            (args, execution) -> own.add(args)));
    app.commands.add(
        new Command(
                "layer:remove-group",
                "Remove group",
                "Removes a group; its layers take its place, or go too.",
                GroupArgument.schema()
                    .may("withLayers", Schema.bool("Whether its layers are removed as well"))
                    .build(),
                Schema.anyObject(""),
                (args, execution) -> own.remove(args))
            .when(own::hasGroup));
    app.commands.add(
        new Command(
                "layer:rename-group",
                "Rename group",
                "Gives a group another name.",
                GroupArgument.schema().need("name", Schema.string("New name")).build(),
                Schema.anyObject(""),
                (args, execution) ->
                    own.apply(
                        new TreeEdit.RenameGroup(own.group(args), args.string("name").trim())))
            .when(own::hasGroup));
    app.commands.add(
        new Command(
                "layer:set-group",
                "Show or hide group",
                "Shows or hides a group, and on demand all that is in it.",
                GroupArgument.schema()
                    .need("visible", Schema.bool("Whether it is drawn"))
                    .may("all", Schema.bool("Whether all layers and groups in it are set, too"))
                    .build(),
                Schema.anyObject(""),
                (args, execution) ->
                    own.apply(
                        new TreeEdit.SetGroupVisible(
                            own.group(args), args.bool("visible"), args.optBool("all", false))))
            .when(own::hasGroup));
    app.commands.add(
        new Command(
                "layer:move-group",
                "Move group",
                "Moves a group in the order, or into another group.",
                GroupArgument.schema()
                    .need("index", Schema.integer("Place from the top").with("minimum", 0L))
                    .may("into", GroupArgument.pathSchema("Path of the group to move it into"))
                    .build(),
                Schema.anyObject(""),
                (args, execution) ->
                    own.apply(
                        new TreeEdit.MoveItem(
                            own.group(args),
                            GroupArgument.path(args.optArray("into")),
                            args.integer("index"))))
            .when(own::hasGroup));
    app.commands.add(
        new Command(
                "layer:zoom-to-group",
                "Zoom to group",
                "Shows the whole of all layers in a group.",
                GroupArgument.schema().build(),
                Schema.anyObject(""),
                (args, execution) -> own.zoomTo(args))
            .when(own::canZoom));
  }

  private JsonObject apply(Edit edit) {
    app.store.apply(edit);
    return JsonObject.of();
  }

  private TreePath group(JsonObject args) {
    return GroupArgument.of(app.store.document(), args);
  }

  private boolean hasGroup(JsonObject args) {
    if (args.has("group") || args.has("path")) {
      return !GroupArgument.ofOrRoot(app.store.document(), args).isRoot();
    }
    for (TreeItem item : app.store.document().tree()) {
      if (item instanceof TreeItem.Group) {
        return true;
      }
    }
    return false;
  }

  private boolean canZoom(JsonObject args) {
    TreePath path = GroupArgument.ofOrRoot(app.store.document(), args);
    return hasGroup(args) && (path.isRoot() || LayerExtents.around(app, layers(path)).isPresent());
  }

  private List<Layer> layers(TreePath path) {
    List<Layer> layers = new ArrayList<>();
    for (String id : app.store.document().layersIn(path)) {
      layers.add(app.store.document().layer(id));
    }
    return layers;
  }

  private JsonArray tree(TreePath path) {
    MapDocument document = app.store.document();
    List<TreeItem> items = document.items(path);
    List<JsonObject> list = new ArrayList<>();
    for (int i = items.size() - 1; i >= 0; i--) {
      TreePath here = path.child(items.size() - 1 - i);
      if (items.get(i) instanceof TreeItem.LayerRef ref) {
        list.add(
            JsonObject.of()
                .with("layerId", ref.layer())
                .with("path", GroupArgument.json(here))
                .with("shown", document.isShown(ref.layer())));
      } else if (items.get(i) instanceof TreeItem.Group group) {
        list.add(
            JsonObject.of()
                .with("group", group.name())
                .with("path", GroupArgument.json(here))
                .with("visible", group.visible())
                .with(
                    "shows",
                    switch (document.visibility(here)) {
                      case ALL -> "all";
                      case SOME -> "some";
                      case NONE -> "none";
                    })
                .with("items", tree(here)));
      }
    }
    return JsonArray.of(list);
  }

  private JsonObject add(JsonObject args) {
    MapDocument start = app.store.document();
    String name = args.string("name").trim();
    List<Layer> moved = fromTop(start, args.optArray("layerIds").strings());
    TreePath parent = GroupArgument.path(args.optArray("into"));
    int index = args.optInteger("index", 0);
    if (!moved.isEmpty() && !args.has("into") && !args.has("index")) {
      TreePath first = start.pathOf(moved.get(0).id());
      parent = first.parent();
      index = first.index();
    }
    index = Math.min(index, start.items(parent).size());
    List<Edit> edits = new ArrayList<>();
    edits.add(new TreeEdit.AddGroup(name, parent, index));
    MapDocument document = edits.get(0).apply(start);
    TreePath group = parent.child(index);
    for (Layer layer : moved) {
      Edit move = new TreeEdit.MoveItem(document.pathOf(layer.id()), group, Integer.MAX_VALUE);
      document = move.apply(document);
      group = document.pathOf(layer.id()).parent();
      edits.add(move);
    }
    app.store.apply(new Edit.All(edits, "Add group " + name));
    return JsonObject.of().with("path", GroupArgument.json(group));
  }

  /** The layers with some ids in their order in the map. */
  private static List<Layer> fromTop(MapDocument document, List<String> ids) {
    Set<String> wanted = new HashSet<>();
    for (String id : ids) {
      wanted.add(document.layer(id).id());
    }
    List<Layer> order = document.drawingOrder();
    List<Layer> found = new ArrayList<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      if (wanted.contains(order.get(i).id())) {
        found.add(order.get(i));
      }
    }
    return found;
  }

  private JsonObject remove(JsonObject args) {
    TreePath path = group(args);
    apply(new TreeEdit.RemoveGroup(path, args.optBool("withLayers", false)));
    if (!app.store.document().layers().containsKey(app.selection.layer())) {
      app.selection.select("");
    }
    return JsonObject.of();
  }

  private JsonObject zoomTo(JsonObject args) {
    TreePath path = group(args);
    app.tables.settle();
    view.fit(
        LayerExtents.around(app, layers(path))
            .orElseThrow(() -> TerrellaException.invalid("The group has no geometry to zoom to.")),
        true);
    return JsonObject.of();
  }
}
