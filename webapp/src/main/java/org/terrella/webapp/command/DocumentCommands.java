package org.terrella.webapp.command;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.JgisReader;
import org.terrella.document.JgisWriter;
import org.terrella.document.MapDocument;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.map.MapView;
import org.terrella.webapp.publish.MapZip;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.store.Maps;
import org.terrella.workbench.workspace.Workspace;

/** The open map: new, open, save, undo, versions. */
public final class DocumentCommands {
  private final App app;
  private final MapView view;

  private DocumentCommands(App app, MapView view) {
    this.app = app;
    this.view = view;
  }

  public static void register(App app, MapView view) {
    DocumentCommands own = new DocumentCommands(app, view);
    app.maps.beforeFile(() -> app.store.amend(ViewOptions.edit(view)));
    app.store.listen(
        (before, after) -> {
          if (!app.store.path().isEmpty()) {
            LastOpened.remember(app.store.path());
          }
        });
    own.registerFile();
    own.registerContent();
    own.registerVersions();
  }

  private void registerFile() {
    JsonObject path = Schema.string("A path of the workspace that ends in .jGIS");
    JsonObject pathResult = Schema.anyObject("{path}");
    app.commands.add(
        new Command(
            "document:new",
            "New map",
            "Opens an empty map and gives it a file of its own.",
            Schema.object().may("path", path).may("title", Schema.string("Its title")).build(),
            pathResult,
            (args, execution) -> create(args)));
    app.commands.add(
        new Command(
            "document:open",
            "Open map",
            "Opens a map document of the workspace, or one in a zip with its data.",
            Schema.object().need("path", path).build(),
            pathResult,
            (args, execution) -> open(args.string("path"), execution)));
    app.commands.add(
        new Command(
            "document:save",
            "Save map",
            "Writes the map to its file in the workspace now, and remembers this version by name.",
            Schema.object().may("path", path).build(),
            pathResult,
            (args, execution) -> save(args.optString("path", ""))));
    app.commands.add(
        new Command(
            "document:download",
            "Download map",
            "Gives the map to the person as a .jGIS file.",
            Schema.object().build(),
            Schema.anyObject("{name}"),
            (args, execution) -> download()));
  }

  private void registerContent() {
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
            "Replaces the content of the open map by a jGIS document; this can be undone.",
            Schema.object().need("document", Schema.anyObject("jGIS")).build(),
            Schema.anyObject("{problems}"),
            (args, execution) -> set(args.object("document"))));
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

  private void registerVersions() {
    JsonObject id = Schema.number("As document:versions gives it");
    app.commands.add(
        new Command(
            "document:versions",
            "List versions",
            "Lists the earlier versions of the open map that are kept, newest first; time is in"
                + " milliseconds since 1970, size in characters.",
            Schema.object().build(),
            Schema.array(Schema.anyObject("{id, time, label, size}"), ""),
            (args, execution) -> versions()));
    app.commands.add(
        new Command(
            "document:version",
            "Get a version",
            "Gives an earlier version of the open map as jGIS JSON.",
            Schema.object().need("id", id).build(),
            Schema.anyObject("jGIS"),
            (args, execution) ->
                JgisWriter.toJson(
                    app.maps.version(app.store.path(), args.number("id")).document())));
    app.commands.add(
        new Command(
            "document:restore",
            "Restore a version",
            "Makes an earlier version the open map again; this can be undone.",
            Schema.object().need("id", id).build(),
            Schema.anyObject("{problems}"),
            (args, execution) ->
                replace(app.maps.version(app.store.path(), args.number("id")), "Restore version")));
  }

  private JsonObject create(JsonObject args) {
    String path = args.optString("path", "");
    if (!path.isEmpty()) {
      requireJgis(path);
      Workspace.checked(path);
      if (app.maps.exists(path)) {
        throw TerrellaException.invalid("The workspace already has a map \"" + path + "\".");
      }
    }
    String title = args.optString("title", path.isEmpty() ? "Untitled map" : Format.stem(path));
    String own = path.isEmpty() ? app.maps.freePath(title) : path;
    app.selection.select("");
    MapDocument document = MapDocument.empty(title);
    ViewOptions.show(view, document);
    app.maps.create(document, own);
    return JsonObject.of().with("path", own);
  }

  private JsonObject open(String given, Execution execution) {
    String path = Format.extension(given).equals("zip") ? unpacked(given, execution) : given;
    requireJgis(path);
    if (!app.maps.exists(path)) {
      throw TerrellaException.notFound("The workspace has no map \"" + path + "\".");
    }
    List<String> problems = app.maps.open(path);
    app.selection.select("");
    ViewOptions.showOpen(app, view);
    report(problems);
    app.tables.settle();
    return JsonObject.of().with("path", path);
  }

  private String unpacked(String path, Execution execution) {
    Job job = app.jobs.start("Open " + path, execution);
    try {
      String map = MapZip.unpack(app, Format.fileName(path), app.workspace.read(path), job);
      job.done(map);
      return map;
    } catch (RuntimeException failure) {
      job.failed(failure);
      throw failure;
    }
  }

  private JsonObject set(JsonObject json) {
    Maps.checkSize("The document", Json.write(json).length());
    return replace(JgisReader.read(json), "Replace the map");
  }

  private JsonObject replace(JgisReader.Result result, String label) {
    app.selection.select("");
    app.store.replace(result.document(), label);
    ViewOptions.showOpen(app, view);
    report(result.problems());
    app.tables.settle();
    return JsonObject.of().with("problems", JsonArray.ofStrings(result.problems()));
  }

  private void report(List<String> problems) {
    if (!problems.isEmpty()) {
      app.messages.warn("The map was opened, but not all of it: " + String.join(" ", problems));
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
    if (!wanted.isEmpty()) {
      requireJgis(wanted);
      Workspace.checked(wanted);
    }
    app.history.settle();
    String path = app.maps.save(wanted);
    return JsonObject.of().with("path", path);
  }

  /** From memory alone, so that it works when nothing can be stored. */
  private JsonObject download() {
    app.store.amend(ViewOptions.edit(view));
    MapDocument document = app.store.document();
    String name =
        (app.store.path().isEmpty()
                ? Words.fileName(document.title(), "map")
                : Format.stem(app.store.path()))
            + ".jGIS";
    Blobs.download(Blobs.ofText(JgisWriter.write(document)), name);
    return JsonObject.of().with("name", name);
  }

  private JsonArray versions() {
    List<JsonObject> versions = new ArrayList<>();
    if (!app.store.path().isEmpty()) {
      for (Maps.Version version : app.maps.versions(app.store.path())) {
        versions.add(
            JsonObject.of()
                .with("id", version.id())
                .with("time", version.time())
                .with("label", version.label())
                .with("size", (long) version.size()));
      }
    }
    return JsonArray.of(versions);
  }
}
