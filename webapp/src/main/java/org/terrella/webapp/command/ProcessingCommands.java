package org.terrella.webapp.command;

import java.util.List;
import org.teavm.jso.JSBody;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.processing.History;
import org.terrella.webapp.processing.ProcessingRun;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.job.Job;

/** Algorithms: list, run, look back, run again. */
public final class ProcessingCommands {
  private final App app;
  private final History history;
  private JsonArray algorithms;

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
            (args, execution) -> own.list()));
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
                        .may("crs", Schema.string("CRS of the map; no algorithm needs it yet"))
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
            Schema.object().need("id", Schema.string("Id of an entry of the history")).build(),
            Schema.anyObject("The outputs, and {identical}"),
            own::rerun));
  }

  private JsonArray list() {
    if (algorithms == null) {
      algorithms = app.engine.request("algorithms", JsonObject.of()).header().array("algorithms");
    }
    return algorithms;
  }

  private JsonObject description(String id) {
    for (JsonObject algorithm : list().objects()) {
      if (algorithm.string("id").equals(id) || isAlias(algorithm, id)) {
        return algorithm;
      }
    }
    throw TerrellaException.notFound("There is no algorithm \"" + id + "\".");
  }

  private static boolean isAlias(JsonObject algorithm, String name) {
    for (String alias : algorithm.optArray("aliases").strings()) {
      if (alias.equals(name)) {
        return true;
      }
    }
    return false;
  }

  private JsonObject run(JsonObject args, Execution execution) {
    String algorithm = args.string("algorithm");
    JsonObject parameters = args.object("parameters");
    double began = now();
    ProcessingRun.Result result =
        execute(algorithm, parameters, args.optObject("context"), execution);
    history.add(algorithm, parameters, args.optObject("context"), result, now() - began);
    return result.values();
  }

  private ProcessingRun.Result execute(
      String algorithm, JsonObject parameters, JsonObject context, Execution execution) {
    JsonObject description = description(algorithm);
    Job job = app.jobs.start(description.string("name"), execution);
    try {
      ProcessingRun.Result result =
          new ProcessingRun(app, job).run(description, parameters, context);
      job.done(description.string("name") + " is done.");
      return result;
    } catch (RuntimeException failure) {
      job.failed(failure);
      throw failure;
    }
  }

  private JsonObject rerun(JsonObject args, Execution execution) {
    JsonObject entry = history.entry(args.string("id"));
    ProcessingRun.Result result =
        execute(
            entry.string("algorithm"),
            entry.object("parameters"),
            entry.optObject("context"),
            execution);
    boolean identical = true;
    List<JsonObject> before = entry.array("outputs").objects();
    for (int i = 0; i < before.size(); i++) {
      identical &=
          i < result.outputs().size()
              && history.hash(result.outputs().get(i)).equals(before.get(i).string("sha256"));
    }
    return result.values().with("identical", identical);
  }

  @JSBody(script = "return performance.now();")
  private static native double now();
}
