package org.terrella.webapp.command;

import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.model.Model;
import org.terrella.document.model.RunsModel;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.processing.QgisModels;
import org.terrella.webapp.processing.RunLinks;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.workspace.Workspace;

/** Models: several steps as one algorithm, kept in the map. */
public final class ModelCommands {
  private static final JsonObject ID = Schema.string("Id of a model");
  private static final JsonObject MODEL =
      Schema.anyObject("{id?, name, group?, help?, inputs, steps, outputs}");

  private ModelCommands() {}

  public static void register(App app) {
    app.commands.add(
        new Command(
            "model:list",
            "List models",
            "Lists the models of the map.",
            Schema.object().build(),
            Schema.array(MODEL, ""),
            (args, execution) -> app.store.document().metadata().optArray(Model.KEY)));
    app.commands.add(
        new Command(
            "model:save",
            "Save model",
            "Adds a model to the map, or puts it in the place of the one with its id.",
            Schema.object().need("model", MODEL).build(),
            Schema.anyObject("{id}"),
            (args, execution) -> saved(app, args.object("model"))));
    app.commands.add(
        new Command(
            "model:remove",
            "Remove model",
            "Takes a model out of the map.",
            Schema.object().need("id", ID).build(),
            Schema.anyObject(""),
            (args, execution) -> {
              app.models.remove(args.string("id"));
              return JsonObject.of();
            }));
    app.commands.add(
        new Command(
            "model:import",
            "Import model",
            "Adds the model of a file: JSON that was exported, or .model3 of QGIS.",
            Schema.object().need("path", Schema.string("Path in the workspace")).build(),
            Schema.anyObject("{id}"),
            (args, execution) -> saved(app, read(app, args.string("path")).without("id"))));
    app.commands.add(
        new Command(
            "model:export",
            "Export model",
            "Writes a model to a file: JSON, or .model3 for QGIS.",
            Schema.object()
                .need("id", ID)
                .may("path", Schema.string("exports/NAME.json by default; may end in .model3"))
                .may("format", Schema.oneOf("json by default", "json", "model3"))
                .build(),
            Schema.anyObject("{path}"),
            (args, execution) -> exported(app, args)));
    app.commands.add(
        new Command(
            "model:from-history",
            "Make a model of runs",
            "Makes a model of a run and those that led to it; it is not saved yet.",
            Schema.object()
                .need("id", Schema.string("Id of an entry of the history"))
                .need("name", Schema.string("The model's name"))
                .build(),
            MODEL,
            (args, execution) -> ofRuns(app, args.string("id"), args.string("name"))));
  }

  private static JsonObject saved(App app, JsonObject model) {
    return JsonObject.of().with("id", app.models.save(model, app.models.catalog()));
  }

  private static JsonObject read(App app, String path) {
    String text = app.workspace.readText(path);
    return QgisModels.isOne(path) ? QgisModels.read(app, text) : Json.parseObject(text);
  }

  private static JsonObject exported(App app, JsonObject args) {
    JsonObject model = app.models.json(args.string("id"));
    String format = args.optString("format", "json");
    String usual = "exports/" + Workspace.safe(model.string("name")) + "." + format;
    String path = args.has("path") ? args.string("path") : app.workspace.free(usual);
    boolean qgis = QgisModels.isOne(path) || format.equals("model3");
    app.workspace.writeText(path, qgis ? QgisModels.write(app, model) : Json.write(model));
    return JsonObject.of().with("path", path);
  }

  private static JsonObject ofRuns(App app, String id, String name) {
    app.history.entry(id);
    return RunsModel.of(
        name,
        RunLinks.leading(app.history.entries(), id),
        app.models.algorithms(),
        place -> name(app.store.document(), place));
  }

  private static String name(MapDocument document, String place) {
    Layer layer = document.layers().get(place);
    if (layer != null) {
      return layer.name();
    }
    return place.length() == 36 && place.charAt(8) == '-' ? "Layer" : place;
  }
}
