package org.terrella.webapp.command;

import org.terrella.document.JgisReader;
import org.terrella.document.JgisWriter;
import org.terrella.document.MapDocument;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.map.MapView;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Schema;

/** The document: new, open, save, undo. */
public final class DocumentCommands {
  private static final String FOLDER = "maps/";

  private final App app;
  private final MapView view;

  private DocumentCommands(App app, MapView view) {
    this.app = app;
    this.view = view;
  }

  public static void register(App app, MapView view) {
    DocumentCommands own = new DocumentCommands(app, view);
    JsonObject path = Schema.string("A path of the workspace that ends in .jGIS");
    JsonObject pathResult = Schema.anyObject("{path}");
    app.commands.add(
        new Command(
            "document:new",
            "New map",
            "Opens an empty map.",
            Schema.object().may("path", path).may("title", Schema.string("Its title")).build(),
            pathResult,
            (args, execution) -> own.create(args)));
    app.commands.add(
        new Command(
            "document:open",
            "Open map",
            "Opens a map document of the workspace.",
            Schema.object().need("path", path).build(),
            pathResult,
            (args, execution) -> own.open(args.string("path"))));
    app.commands.add(
        new Command(
            "document:save",
            "Save map",
            "Writes the map to its file in the workspace.",
            Schema.object().may("path", path).build(),
            pathResult,
            (args, execution) -> own.save(args.optString("path", ""))));
    app.commands.add(
        new Command(
            "document:get",
            "Get document",
            "Gives the map document as jGIS JSON.",
            Schema.object().build(),
            Schema.anyObject("jGIS"),
            (args, execution) -> JgisWriter.toJson(app.store.document())));
    app.commands.add(
        new Command(
            "document:set",
            "Set document",
            "Replaces the open map by a jGIS document.",
            Schema.object().need("document", Schema.anyObject("jGIS")).build(),
            Schema.anyObject("{problems}"),
            (args, execution) -> own.set(args.object("document"))));
    app.commands.add(
        new Command(
            "document:undo",
            "Undo",
            "Takes the last change back.",
            Schema.object().build(),
            Schema.anyObject("{changed}"),
            (args, execution) -> JsonObject.of().with("changed", app.store.undo())));
    app.commands.add(
        new Command(
            "document:redo",
            "Redo",
            "Does the last undone change again.",
            Schema.object().build(),
            Schema.anyObject("{changed}"),
            (args, execution) -> JsonObject.of().with("changed", app.store.redo())));
  }

  private JsonObject create(JsonObject args) {
    String path = args.optString("path", "");
    if (!path.isEmpty() && app.workspace.exists(path)) {
      throw TerrellaException.invalid("The workspace already has a file \"" + path + "\".");
    }
    String title = args.optString("title", path.isEmpty() ? "Untitled map" : Format.stem(path));
    app.store.open(MapDocument.empty(title), path);
    app.selection.select("");
    ViewOptions.show(view, app.store.document());
    return JsonObject.of().with("path", path);
  }

  private JsonObject open(String path) {
    JgisReader.Result result = read(path);
    app.selection.select("");
    app.store.open(result.document(), path);
    ViewOptions.show(view, app.store.document());
    report(result);
    app.tables.settle();
    return JsonObject.of().with("path", path);
  }

  private JgisReader.Result read(String path) {
    requireJgis(path);
    try {
      return JgisReader.read(app.workspace.readText(path));
    } catch (TerrellaException failure) {
      throw failure.getMessage().contains(path)
          ? failure
          : new TerrellaException(failure.code(), path + ": " + failure.getMessage(), failure);
    }
  }

  private JsonObject set(JsonObject json) {
    JgisReader.Result result = JgisReader.read(json);
    app.selection.select("");
    app.store.open(result.document(), app.store.path());
    ViewOptions.show(view, app.store.document());
    report(result);
    app.tables.settle();
    return JsonObject.of().with("problems", JsonArray.ofStrings(result.problems()));
  }

  private void report(JgisReader.Result result) {
    if (!result.problems().isEmpty()) {
      app.messages.warn(
          "The map was opened, but not all of it: " + String.join(" ", result.problems()));
    }
  }

  private static void requireJgis(String path) {
    String extension = Format.extension(path);
    if (!extension.equals("jgis")) {
      throw TerrellaException.unsupported(
          "\"" + path + "\" is no map document; those end in .jGIS.");
    }
  }

  private JsonObject save(String wanted) {
    String path = wanted.isEmpty() ? app.store.path() : wanted;
    if (path.isEmpty()) {
      String title = app.store.document().title();
      path = app.workspace.free(FOLDER + Words.fileName(title, "map") + ".jGIS");
    }
    requireJgis(path);
    app.history.settle();
    app.store.amend(ViewOptions.edit(view, app.store.document()));
    MapDocument written = app.store.document();
    app.workspace.writeText(path, JgisWriter.write(written));
    app.store.saved(path, written);
    LastOpened.remember(path);
    return JsonObject.of().with("path", path);
  }
}
