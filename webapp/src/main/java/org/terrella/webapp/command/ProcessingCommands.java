package org.terrella.webapp.command;

import java.util.List;
import org.teavm.jso.JSBody;
import org.terrella.document.model.AlgorithmCatalog;
import org.terrella.document.model.Model;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.webapp.App;
import org.terrella.webapp.processing.History;
import org.terrella.webapp.processing.ModelRun;
import org.terrella.webapp.processing.ProcessingRun;
import org.terrella.webapp.processing.RunLinks;
import org.terrella.webapp.processing.RunText;
import org.terrella.webapp.processing.Selections;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.job.Job;

/** Algorithms: list, run, look back, run again. */
public final class ProcessingCommands {
  private final App app;
  private final History history;

  private ProcessingCommands(App app) {
    this.app = app;
    this.history = app.history;
  }

  public static void register(App app) {
    ProcessingCommands own = new ProcessingCommands(app);
    app.commands.add(
        new Command(
            "processing:list",
            "List algorithms",
            "Lists the algorithms with their parameters.",
            Schema.object().build(),
            Schema.array(Schema.anyObject("{id, name, group, parameters, outputs}"), ""),
            (args, execution) -> JsonArray.of(app.models.catalog().algorithms())));
    app.commands.add(
        new Command(
            "processing:run",
            "Run algorithm",
            "Runs an algorithm with QGIS's parameters.",
            Schema.object()
                .need("algorithm", Schema.string("Its id, such as native:buffer"))
                .need("parameters", Schema.anyObject("Its parameters by name"))
                .may(
                    "context",
                    Schema.object()
                        .may("crs", Schema.string("What stands for the CRS of the map"))
                        .may("ellipsoid", Schema.string("EPSG:7030 (WGS 84) by default"))
                        .may("distanceUnit", Schema.string("Unit of measured distances"))
                        .may("areaUnit", Schema.string("Unit of measured areas"))
                        .may(
                            "invalid",
                            Schema.oneOf(
                                "What to do about invalid geometries", "stop", "skip", "ignore"))
                        .build())
                .build(),
            Schema.anyObject("One key for each output: a layer's id, a path, a number or a text"),
            (args, execution) -> own.run(args, execution)));
    app.commands.add(
        new Command(
            "processing:history",
            "Processing history",
            "Lists what was run for this map.",
            Schema.object().build(),
            Schema.array(
                Schema.anyObject(
                    "{id, algorithm, parameters, inputs, outputs, engine, started, millis}"),
                ""),
            (args, execution) -> JsonArray.of(own.history.entries())));
    app.commands.add(
        new Command(
            "processing:rerun",
            "Run again",
            "Runs an entry of the history again and compares the results.",
            Schema.object()
                .need("id", Schema.string("Id of an entry of the history"))
                .may("following", Schema.bool("Also all later runs that took its results"))
                .build(),
            Schema.anyObject(
                "The outputs, {identical}, and for each run {id, algorithm, outputs, identical,"
                    + " changedInputs, differences: [{name, before, now}]} as runs"),
            own::rerun));
    app.commands.add(
        new Command(
            "processing:script",
            "Copy run as text",
            "Writes an entry of the history as a call of terrella.execute, as Python for QGIS's"
                + " console or as a command line of qgis_process.",
            Schema.object()
                .need("id", Schema.string("Id of an entry of the history"))
                .may(
                    "language",
                    Schema.oneOf("terrella by default", "terrella", "python", "qgis_process"))
                .build(),
            Schema.string("The text"),
            (args, execution) ->
                new JsonString(
                    RunText.of(
                        app,
                        own.history.entry(args.string("id")),
                        args.optString("language", "terrella")))));
  }

  private JsonObject run(JsonObject args, Execution execution) {
    String algorithm = args.string("algorithm");
    JsonObject model =
        algorithm.startsWith(Model.PREFIX)
            ? app.models.flat(algorithm, app.models.catalog())
            : JsonObject.of();
    AlgorithmCatalog known = app.models.algorithms();
    JsonObject parameters =
        model.isEmpty()
            ? Selections.fixed(app, known.get(algorithm), args.object("parameters"))
            : args.object("parameters");
    double began = now();
    ProcessingRun.Result result =
        execute(algorithm, model, parameters, args.optObject("context"), execution);
    if (model.isEmpty() && known.get(algorithm).optBool("selects", false)) {
      // A selection is nothing of the map; runs that use it remember it with their parameters.
      return result.values();
    }
    history.add(
        algorithm,
        title(algorithm, model, known),
        model,
        parameters,
        args.optObject("context"),
        result,
        now() - began);
    return result.values();
  }

  private static String title(String algorithm, JsonObject model, AlgorithmCatalog known) {
    return model.isEmpty() ? known.get(algorithm).string("name") : model.string("name");
  }

  /**
   * Runs an algorithm as a job.
   *
   * @param model what to run instead; empty for algorithms of the engine
   */
  private ProcessingRun.Result execute(
      String algorithm,
      JsonObject model,
      JsonObject parameters,
      JsonObject context,
      Execution execution) {
    AlgorithmCatalog known = app.models.algorithms();
    String title = title(algorithm, model, known);
    Job job = app.jobs.start(title, execution);
    ProcessingRun run = new ProcessingRun(app, job);
    try {
      ProcessingRun.Result result =
          model.isEmpty()
              ? run.run(known.get(algorithm), parameters, context)
              : new ModelRun(run, known, model, job).run(parameters, context);
      boolean selects = result.values().has("selected");
      job.done(
          selects
              ? result.values().get("selected") + " features are selected."
              : title + " is done.");
      return result;
    } catch (RuntimeException failure) {
      job.failed(failure);
      throw failure;
    } finally {
      run.end();
    }
  }

  private JsonObject rerun(JsonObject args, Execution execution) {
    String id = args.string("id");
    JsonObject first = history.entry(id);
    List<JsonObject> entries =
        args.optBool("following", false)
            ? RunLinks.following(history.entries(), id)
            : List.of(first);
    JsonObject moved = JsonObject.of();
    JsonArray runs = JsonArray.of();
    boolean identical = true;
    for (JsonObject entry : entries) {
      ProcessingRun.Result result =
          execute(
              entry.string("algorithm"),
              entry.optObject("model"),
              RunLinks.replaced(entry.object("parameters"), moved),
              entry.optObject("context"),
              execution);
      for (JsonObject output : entry.array("outputs").objects()) {
        String name = output.string("name");
        if (output.opt("value", JsonNull.NULL) instanceof JsonString place
            && result.values().has(name)) {
          moved = moved.with(place.value(), result.values().get(name));
        }
      }
      JsonObject compared = compared(entry, result);
      identical &= compared.bool("identical");
      runs = runs.with(compared);
    }
    return runs.object(0).object("outputs").with("identical", identical).with("runs", runs);
  }

  private JsonObject compared(JsonObject entry, ProcessingRun.Result result) {
    JsonArray differences = differences(entry.array("outputs").objects(), result.outputs());
    JsonArray changed = JsonArray.of();
    for (JsonObject input :
        differences(entry.array("inputs").objects(), result.inputs()).objects()) {
      changed = changed.with(input.get("name"));
    }
    return JsonObject.of()
        .with("id", entry.string("id"))
        .with("algorithm", entry.string("algorithm"))
        .with("outputs", result.values())
        .with("identical", differences.isEmpty())
        .with("changedInputs", changed)
        .with("differences", differences);
  }

  private JsonArray differences(List<JsonObject> before, List<ProcessingRun.Hashed> now) {
    JsonArray found = JsonArray.of();
    for (int i = 0; i < before.size(); i++) {
      JsonObject was = before.get(i).without("value");
      JsonObject is = JsonObject.of();
      if (i < now.size()) {
        is =
            JsonObject.of()
                .with("sha256", history.hash(now.get(i)))
                .with("features", now.get(i).features());
      }
      if (!is.optString("sha256", "").equals(was.string("sha256"))) {
        found =
            found.with(
                JsonObject.of()
                    .with("name", was.string("name"))
                    .with("before", was.without("name"))
                    .with("now", is));
      }
    }
    return found;
  }

  @JSBody(script = "return performance.now();")
  private static native double now();
}
