package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.terrella.document.Layer;
import org.terrella.document.TreeItem;
import org.terrella.document.TreePath;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Shapes;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.command.GroupArgument;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Commands that open panels, dialogs and cards, for the person to go on. */
public final class PageCommands {
  private final App app;
  private final Parts parts;

  /**
   * What the commands need of the page.
   *
   * @param openFile opens the browser's dialog for files
   */
  public record Parts(
      Shell shell,
      Invoker invoker,
      Palette palette,
      IdentifyCard identify,
      SelectionTool tool,
      Runnable addData,
      Runnable openFile,
      Runnable showMaps) {}

  /** What a command does with its layer; unlike a {@code Consumer}, it may wait. */
  @FunctionalInterface
  private interface LayerAction {
    void act(Layer layer);
  }

  private PageCommands(App app, Parts parts) {
    this.app = app;
    this.parts = parts;
  }

  public static void register(App app, Parts parts) {
    PageCommands own = new PageCommands(app, parts);
    own.page();
    own.layer("layer:properties", "Properties", "Shows what a layer's data are.", own::isThere)
        .accept(layer -> new LayerInfo(app, layer).open());
    own.layer("layer:filter", "Filter…", "Asks which features of a layer are shown.", own::isRead)
        .accept(layer -> new FilterDialog(app, layer).open());
    own.layer("layer:style", "Style", "Shows the style of a layer.", own::isThere)
        .accept(
            layer -> {
              app.selection.select(layer.id());
              parts.shell().show("style");
            });
    own.layer(
            "layer:select-by-expression",
            "Select by expression…",
            "Asks for an expression, and selects the features for which it is true.",
            own::isRead)
        .accept(layer -> new SelectionDialog(app, layer).open());
    own.layer(
            "layer:download",
            "Export…",
            "Asks for a format, and hands the layer over as a file.",
            own::isWritable)
        .accept(
            layer -> {
              if (app.services.raster(layer).isEmpty()) {
                new ExportDialog(app, layer).open();
              } else {
                new RasterExportDialog(app, layer).open();
              }
            });
    own.layer("layer:rename", "Rename…", "Asks for another name of a layer.", own::isThere)
        .accept(own::rename);
    own.chooseGroup();
  }

  private void page() {
    add("page:search-commands", "Search commands", "Opens the palette.", parts.palette()::open);
    add("page:show-keys", "Keys", "Shows what keys do.", () -> KeySheet.open(parts.invoker()));
    add("page:show-maps", "All maps…", "Opens, copies, renames, deletes maps.", parts.showMaps());
    add(
        "page:show-versions",
        "Versions…",
        "Shows how the map grew, and restores an earlier state.",
        () -> new VersionsDialog(app).open());
    add("page:add-data", "Add data…", "Files, addresses, samples.", parts.addData());
    app.commands.add(
        command(
                "page:publish",
                "Publish…",
                "Asks what of the map goes out, and in which shape; says how large that gets.",
                () -> new PublishDialog(app).open())
            .when(args -> Shapes.canMake("single-file")));
    add("page:open-file", "Open a file…", "Opens a map or adds data.", parts.openFile());
    add(
        "page:rename-map",
        "Rename map…",
        "Asks for another title of the map.",
        () -> TopBar.rename(app));
    app.commands.add(
        command(
                "page:about-map",
                "About this map\u2026",
                "Asks what the map is, who made it, and under which licence it is.",
                () -> AboutDialog.edit(app))
            .when(args -> !Shapes.isPublished()));
    add(
        "page:cite-map",
        "Cite this map\u2026",
        "Shows who made the map and its data, and how it is cited.",
        () -> AboutDialog.cite(app));
    add("page:set-crs", "CRS of the map…", "Asks for the system of the map.", this::askCrs);
    add("page:switch-theme", "Light or dark", "Turns light and dark.", TopBar::switchTheme);
    add("page:about", "About Terrella", "Says what it is, and its licences.", TopBar::about);
    add(
        "page:switch-selecting",
        "Selecting on the map",
        "Makes clicks and drags on the map select features, or not any more.",
        parts.tool()::toggle);
    add("page:close-card", "Close card", "Closes the card of features.", parts.identify()::close);
    app.commands.add(
        new Command(
            "page:show-panel",
            "Show panel",
            "Shows a panel beside the map.",
            Schema.object()
                .need(
                    "panel",
                    Schema.oneOf(
                        "Its name", "layers", "files", "style", "toolbox", "jobs", "history"))
                .build(),
            Schema.anyObject(""),
            (args, execution) -> {
              parts.shell().show(args.string("panel"));
              return JsonObject.of();
            }));
    app.commands.add(
        new Command(
            "view:identify-center",
            "Identify at the centre",
            "Shows a crosshair at the centre of the map, and the features there.",
            Schema.object().build(),
            Schema.array(Schema.anyObject("{layerId, features}"), ""),
            (args, execution) -> parts.identify().center()));
  }

  private void askCrs() {
    CrsDialog.open(
        app,
        "CRS of the map",
        "The map is drawn in this system, and layers are brought into it.",
        app.store.document().projection(),
        code -> Actions.run(app, "document:set-crs", JsonObject.of().with("crs", code)));
  }

  private void add(String id, String label, String description, Runnable action) {
    app.commands.add(command(id, label, description, action));
  }

  private static Command command(String id, String label, String description, Runnable action) {
    return new Command(
        id,
        label,
        description,
        Schema.object().build(),
        Schema.anyObject(""),
        (args, execution) -> {
          action.run();
          return JsonObject.of();
        });
  }

  /** A command about one layer; what it does follows. */
  private Consumer<LayerAction> layer(
      String id, String label, String description, Predicate<Layer> fits) {
    return action ->
        app.commands.add(
            new Command(
                    id,
                    label,
                    description,
                    Schema.object().need("layerId", Schema.string("Id of a layer")).build(),
                    Schema.anyObject(""),
                    (args, execution) -> {
                      action.act(app.store.document().layer(args.string("layerId")));
                      return JsonObject.of();
                    })
                .when(args -> any(args, fits)));
  }

  private boolean any(JsonObject args, Predicate<Layer> fits) {
    if (args.has("layerId")) {
      Layer layer = app.store.document().layers().get(args.string("layerId"));
      return layer != null && fits.test(layer);
    }
    for (Layer layer : app.store.document().layers().values()) {
      if (fits.test(layer)) {
        return true;
      }
    }
    return false;
  }

  private boolean isThere(Layer layer) {
    return !layer.id().isEmpty();
  }

  private boolean isWritable(Layer layer) {
    return isRead(layer) || !app.services.raster(layer).isEmpty();
  }

  private boolean isRead(Layer layer) {
    return app.tables.of(layer) != null && app.tables.of(layer).summary() != null;
  }

  private void rename(Layer layer) {
    Prompt.open(
        "Rename layer",
        "Name",
        layer.name(),
        name ->
            Actions.run(
                app, "layer:set", JsonObject.of().with("layerId", layer.id()).with("name", name)));
  }

  private void chooseGroup() {
    app.commands.add(
        new Command(
                "layer:choose-group",
                "Move to group…",
                "Asks which group a layer or a group is moved into.",
                Schema.object()
                    .may("layerId", Schema.string("Id of a layer"))
                    .may("path", Schema.array(Schema.integer(""), "Path of a group"))
                    .build(),
                Schema.anyObject(""),
                (args, execution) -> {
                  chooseGroup(args);
                  return JsonObject.of();
                })
            .when(args -> !choices(args).isEmpty()));
  }

  /** Groups that an item can move into: not those that it is, holds, or lies in directly. */
  private List<GroupChoice> choices(JsonObject args) {
    TreePath from = place(args);
    List<GroupChoice> choices = new ArrayList<>();
    for (GroupChoice choice : GroupChoice.of(app.store.document(), true)) {
      boolean own = !from.isRoot() && choice.path().equals(from.parent());
      boolean inside = !from.isRoot() && choice.path().isWithin(from);
      if (!own && !inside) {
        choices.add(choice);
      }
    }
    return choices;
  }

  private TreePath place(JsonObject args) {
    if (args.has("layerId")) {
      return app.store.document().pathOf(args.string("layerId"));
    }
    return GroupArgument.path(args.optArray("path"));
  }

  private void chooseGroup(JsonObject args) {
    TreePath from = place(args);
    if (from.isRoot()) {
      throw TerrellaException.invalid("layer:choose-group needs \"layerId\" or \"path\".");
    }
    List<GroupChoice> choices = choices(args);
    if (choices.isEmpty()) {
      throw TerrellaException.notFound("The map has no group to move it into.");
    }
    boolean group = app.store.document().item(from) instanceof TreeItem.Group;
    El select =
        El.of("wa-select", "").attr("label", "Group").attr("autofocus", "").attr("value", "g0");
    for (int i = 0; i < choices.size(); i++) {
      select.add(El.of("wa-option", "").attr("value", "g" + i).text(choices.get(i).label()));
    }
    Dialog dialog = new Dialog("Move to group", El.div("form").add(select));
    dialog
        .cancelButton()
        .button(
            "Move",
            "brand",
            () -> {
              String value = select.value();
              JsonValue into =
                  GroupArgument.json(
                      choices
                          .get(value.isEmpty() ? 0 : Integer.parseInt(value.substring(1)))
                          .path());
              dialog.close();
              Actions.run(
                  app,
                  group ? "layer:move-group" : "layer:move",
                  args.with("into", into).with("index", 0L));
            })
        .open();
  }
}
