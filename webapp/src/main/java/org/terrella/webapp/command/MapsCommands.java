package org.terrella.webapp.command;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.Format;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.workspace.Workspace;

/** The maps of the workspace: list, duplicate, rename, delete. */
public final class MapsCommands {
  private static final JsonObject PATH =
      Schema.string("A path of the workspace that ends in .jGIS");

  private final App app;

  private MapsCommands(App app) {
    this.app = app;
  }

  public static void register(App app) {
    MapsCommands own = new MapsCommands(app);
    app.commands.add(
        new Command(
            "document:list",
            "List maps",
            "Lists the maps of the workspace, the one changed last first; modified is in"
                + " milliseconds since 1970.",
            Schema.object().build(),
            Schema.array(Schema.anyObject("{path, size, modified}"), ""),
            (args, execution) -> own.list()));
    app.commands.add(
        new Command(
            "document:duplicate",
            "Duplicate map",
            "Copies a map of the workspace.",
            Schema.object().need("path", PATH).may("to", PATH).build(),
            Schema.anyObject("{path}"),
            (args, execution) -> own.duplicate(args)));
    app.commands.add(
        new Command(
            "document:rename",
            "Rename map's file",
            "Gives a map another path; there must be none at it yet.",
            Schema.object().need("path", PATH).need("to", PATH).build(),
            Schema.anyObject("{path}"),
            (args, execution) -> own.rename(args.string("path"), args.string("to"))));
    app.commands.add(
        new Command(
            "document:delete",
            "Delete map",
            "Deletes a map of the workspace; document:undelete brings it back.",
            Schema.object().need("path", PATH).build(),
            Schema.anyObject("{deleted}"),
            (args, execution) -> own.delete(args.string("path"))));
    app.commands.add(
        new Command(
            "document:undelete",
            "Bring a deleted map back",
            "Brings back a map by what document:delete gave.",
            Schema.object().need("deleted", Schema.string("As document:delete gave it")).build(),
            Schema.anyObject("{path}"),
            (args, execution) ->
                JsonObject.of().with("path", app.maps.restore(args.string("deleted")))));
  }

  private JsonArray list() {
    List<Workspace.Entry> maps = new ArrayList<>();
    for (Workspace.Entry entry : app.workspace.list("")) {
      if (Format.extension(entry.path()).equals("jgis")) {
        maps.add(entry);
      }
    }
    maps.sort((a, b) -> Double.compare(b.modified(), a.modified()));
    List<JsonObject> listed = new ArrayList<>();
    for (Workspace.Entry map : maps) {
      listed.add(
          JsonObject.of()
              .with("path", map.path())
              .with("size", map.size())
              .with("modified", map.modified()));
    }
    return JsonArray.of(listed);
  }

  private JsonObject duplicate(JsonObject args) {
    String path = args.string("path");
    requireMap(path);
    String stem = path.substring(0, path.lastIndexOf('.'));
    String to = args.optString("to", "");
    if (to.isEmpty()) {
      to = app.workspace.free(stem + "-copy.jGIS");
    } else if (app.workspace.exists(to)) {
      throw TerrellaException.invalid("The workspace already has a file \"" + to + "\".");
    }
    requireName(to);
    if (path.equals(app.store.path())) {
      app.maps.save("");
    }
    app.workspace.write(to, app.workspace.read(path));
    return JsonObject.of().with("path", to);
  }

  private JsonObject rename(String path, String to) {
    requireMap(path);
    requireName(to);
    app.maps.rename(path, to);
    return JsonObject.of().with("path", to);
  }

  private JsonObject delete(String path) {
    requireMap(path);
    boolean open = path.equals(app.store.path());
    String deleted = app.maps.delete(path);
    if (open) {
      app.commands.execute("document:open-sample", JsonObject.of(), new Execution());
    }
    return JsonObject.of().with("deleted", deleted);
  }

  private void requireMap(String path) {
    requireName(path);
    if (!app.workspace.exists(path)) {
      throw TerrellaException.notFound("The workspace has no map \"" + path + "\".");
    }
  }

  private static void requireName(String path) {
    if (!Format.extension(path).equals("jgis")) {
      throw TerrellaException.invalid("\"" + path + "\" is no map document; those end in .jGIS.");
    }
  }
}
