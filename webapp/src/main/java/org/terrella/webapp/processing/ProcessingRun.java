package org.terrella.webapp.processing;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.file.Blob;
import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.document.model.AlgorithmCatalog;
import org.terrella.document.symbology.DefaultLook;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.data.AddLayers;
import org.terrella.webapp.data.ExportFormat;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.data.LayerExport;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.expression.Mentions;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.workspace.Workspace;

/** One run of an algorithm: finds its inputs, waits for the engine, puts its outputs in place. */
public final class ProcessingRun {
  public static final String TEMPORARY = "TEMPORARY_OUTPUT";

  /** What stands before the name of a new layer, as in QGIS. */
  public static final String NAMED = "memory:";

  private final App app;
  private final Job job;
  private final RunTables tables;
  private final List<JsonObject> named = new ArrayList<>();
  private final List<Hashed> inputs = new ArrayList<>();
  private final List<Hashed> outputs = new ArrayList<>();

  public ProcessingRun(App app, Job job) {
    this.app = app;
    this.job = job;
    tables = new RunTables(app, job);
  }

  /** The engine's tables of this run. */
  RunTables tables() {
    return tables;
  }

  /**
   * An input or output of a run.
   *
   * @param table the engine's table; gone when {@code sha256} is given
   * @param sha256 the hash of a table that was there for this run only; else empty
   * @param features how many it has
   */
  public record Hashed(String name, String table, String sha256, int features) {}

  /**
   * What came out.
   *
   * @param values a layer's id, a path, a number or a text for each output
   */
  public record Result(JsonObject values, List<Hashed> inputs, List<Hashed> outputs) {}

  /**
   * Runs an algorithm, before {@link #end}; the description is the engine's, the context the
   * command's. Waits.
   */
  public Result run(JsonObject description, JsonObject parameters, JsonObject context) {
    JsonObject targets = targets(description, parameters);
    if (description.optBool("selects", false)) {
      return selecting(description, parameters, context);
    }
    List<JsonObject> given = new ArrayList<>();
    JsonObject values =
        compute(description, parameters, labels(description, targets), context, given);
    return finished(values, targets, given);
  }

  private Result selecting(JsonObject description, JsonObject parameters, JsonObject context) {
    String input = description.array("parameters").object(0).string("name");
    JsonObject whole = Selections.whole(app, input, parameters);
    JsonObject none = JsonObject.of();
    JsonObject made = compute(description, whole, none, context, new ArrayList<>());
    String layer = parameters.string(input);
    JsonObject values =
        none.with("selected", Selections.apply(app, layer, made.object("SELECTION"), job));
    boolean told = !description.array("outputs").isEmpty();
    return new Result(told ? values.with("OUTPUT", layer) : values, List.of(), List.of());
  }

  /**
   * Ends a run: puts its layers in their places. Waits.
   *
   * @param values as {@link #compute} gives them
   * @param targets where each layer goes
   * @param given the layers that the run took, as {@code {name, table}}
   */
  Result finished(JsonObject values, JsonObject targets, List<JsonObject> given) {
    given.addAll(named);
    for (JsonObject input : given) {
      String table = input.string("table");
      remember(inputs, input.string("name"), table, summary(table).integer("featureCount"));
    }
    JsonObject places = values;
    for (String sink : targets.keys()) {
      places = places.with(sink, place(sink, targets.string(sink), values.object(sink)));
    }
    return new Result(places, inputs, outputs);
  }

  /**
   * Runs an algorithm, whose layers stay in the engine until {@link #end}. Waits.
   *
   * @param parameters layers may also be tables of this run
   * @param sinks the layers that are wanted, and what each is called
   * @param given where the layers that it took are added, as {@code {name, table}}
   * @return numbers and texts, and of layers the summary with {@code table}
   */
  JsonObject compute(
      JsonObject description,
      JsonObject parameters,
      JsonObject sinks,
      JsonObject context,
      List<JsonObject> given) {
    JsonObject keys = keys(sinks);
    List<JsonObject> sources = new ArrayList<>();
    JsonObject plain = parameters;
    for (JsonObject parameter : description.array("parameters").objects()) {
      String name = parameter.string("name");
      JsonValue value = parameters.opt(name, parameter.opt("default", JsonNull.NULL));
      if (AlgorithmCatalog.takesLayers(parameter.string("type"))) {
        boolean selecting = parameter.optBool("selection", false);
        plain = selecting ? plain.with(name, Selections.of(app, name, value)) : plain.without(name);
        addSources(name, selecting ? Selections.fixed(app, name, value) : value, sources);
      } else if (value != JsonNull.NULL) {
        plain = resolved(plain, name, value, parameter.string("type"));
      }
    }
    given.addAll(sources);
    JsonObject mentioned = Mentions.in(app, plain);
    for (JsonObject each : mentioned.optArray("inputs").objects()) {
      JsonString layer = new JsonString(Mentions.layer(app, each).id());
      JsonObject input = each.with("table", tables.source(each.string("name"), layer));
      sources.add(input);
      if (!named.contains(input)) {
        named.add(input);
      }
    }
    JsonObject request =
        request(description, plain, sources, keys, context)
            .with("names", sinks)
            .with(
                "definitions",
                Mentions.definitions(
                    app, mentioned, definitions(description, sources, plain, context)));
    return withTables(
        app.engine.request("run", request, null, job).header().object("outputs"), keys);
  }

  /** A new table for each layer that is wanted. */
  private JsonObject keys(JsonObject sinks) {
    JsonObject keys = JsonObject.of();
    for (String sink : sinks.keys()) {
      keys = keys.with(sink, tables.next());
    }
    return keys;
  }

  private void addSources(String name, JsonValue value, List<JsonObject> sources) {
    for (JsonValue each : value instanceof JsonArray list ? list : JsonArray.of(value)) {
      if (each != JsonNull.NULL) {
        String table = tables.source(name, each);
        sources.add(JsonObject.of().with("name", name).with("table", table));
      }
    }
  }

  private JsonObject resolved(JsonObject parameters, String name, JsonValue value, String type) {
    return switch (type) {
      case "crs" -> parameters.with(name, crs(value));
      case "extent", "point" -> parameters.with(name, place(value));
      default -> parameters;
    };
  }

  private static JsonObject request(
      JsonObject description,
      JsonObject parameters,
      List<JsonObject> sources,
      JsonObject keys,
      JsonObject context) {
    return JsonObject.of()
        .with("algorithm", description.string("id"))
        .with("parameters", parameters)
        .with("inputs", JsonArray.of(sources))
        .with("outputs", keys)
        .with("invalid", context.optString("invalid", "ignore"));
  }

  private static JsonObject withTables(JsonObject made, JsonObject keys) {
    JsonObject results = made;
    for (String sink : keys.keys()) {
      results = results.with(sink, made.object(sink).with("table", keys.get(sink)));
    }
    return results;
  }

  /** Drops all tables of this run that did not become layers. */
  public void end() {
    tables.end();
  }

  /** Where each wanted sink goes; a file of no known kind is refused before anything runs. */
  static JsonObject targets(JsonObject description, JsonObject parameters) {
    JsonObject targets = JsonObject.of();
    for (JsonObject parameter : description.array("parameters").objects()) {
      String name = parameter.string("name");
      String type = parameter.string("type");
      if (type.equals("sink") || type.equals("vectorDestination")) {
        boolean made = parameter.optBool("createdByDefault", true);
        JsonValue given = parameters.opt(name, JsonNull.NULL);
        if (given != JsonNull.NULL || made) {
          String target = given == JsonNull.NULL ? TEMPORARY : parameters.string(name);
          if (!target.equals(TEMPORARY) && !target.startsWith(NAMED)) {
            ExportFormat.of(Workspace.checked(target));
          }
          targets = targets.with(name, target);
        }
      }
    }
    return targets;
  }

  /** Puts a layer that was computed where it is wanted, and says where that is. */
  private String place(String name, String target, JsonObject summary) {
    String table = summary.string("table");
    boolean named = target.length() > NAMED.length() && target.startsWith(NAMED);
    if (named || target.equals(TEMPORARY) || target.equals(NAMED)) {
      tables.keep(table);
      remember(outputs, name, table, summary.integer("featureCount"));
      String called = named ? target.substring(NAMED.length()) : summary.string("name");
      return addLayer(table, called, summary.without("table"));
    }
    app.workspace.write(target, written(table, target));
    remember(outputs, name, table, summary.integer("featureCount"));
    return target;
  }

  private JsonObject summary(String table) {
    return app.engine.request("summary", JsonObject.of().with("table", table)).header();
  }

  private void remember(List<Hashed> list, String name, String table, int features) {
    String sha256 =
        tables.isBorrowed(table)
            ? app.engine
                .request("hash", JsonObject.of().with("table", table))
                .header()
                .string("sha256")
            : "";
    list.add(new Hashed(name, table, sha256, features));
  }

  private static JsonObject labels(JsonObject description, JsonObject targets) {
    JsonObject labels = JsonObject.of();
    for (String sink : targets.keys()) {
      labels = labels.with(sink, label(description, sink));
    }
    return labels;
  }

  /** What a result is called unless it is said. */
  static String label(JsonObject description, String sink) {
    JsonObject parameter = AlgorithmCatalog.parameter(description, sink);
    return parameter == null ? sink : AlgorithmCatalog.label(parameter);
  }

  private JsonValue crs(JsonValue value) {
    if (!(value instanceof JsonString code)) {
      return value;
    }
    boolean project = code.value().equals("ProjectCrs");
    return app.crs.forEngine(project ? app.store.document().projection() : code.value());
  }

  /** The PROJ strings of the systems of all inputs and parameters, and of the map if it matters. */
  private JsonObject definitions(
      JsonObject description, List<JsonObject> inputs, JsonObject parameters, JsonObject context) {
    JsonObject found = JsonObject.of();
    for (JsonObject parameter : description.array("parameters").objects()) {
      if (parameter.optArray("options").strings().contains("Project CRS")) {
        String code = context.optString("crs", app.store.document().projection());
        JsonObject crs = app.crs.forEngine(code);
        found = app.crs.defining(found, crs).with("project", crs.get("id"));
      }
    }
    for (JsonObject input : inputs) {
      found = app.crs.defining(found, summary(input.string("table")).object("crs"));
    }
    for (String name : parameters.keys()) {
      if (parameters.get(name) instanceof JsonObject value) {
        JsonObject crs = value.has("place") ? value.object("crs") : value;
        found = crs.has("metersPerUnit") ? app.crs.defining(found, crs) : found;
      }
    }
    return found;
  }

  /** A point or an extent, which may be that of a layer, with its system. */
  private JsonValue place(JsonValue value) {
    String text = value instanceof JsonString given ? given.value() : "";
    if (tables.isOwn(text)) {
      JsonObject summary = summary(text);
      return place(summary.array("extent"), app.crs.codeOf(summary.object("crs")))
          .with("named", true);
    }
    Layer layer = app.store.document().layers().get(text);
    if (layer != null) {
      LayerTables.Table table = app.tables.whole(layer, job);
      return place(table.summary().array("extent"), table.projection()).with("named", true);
    }
    int bracket = text.indexOf('[');
    return bracket < 0 || !text.endsWith("]")
        ? place(value, app.store.document().projection())
        : place(value, text.substring(bracket + 1, text.length() - 1)).with("named", true);
  }

  private JsonObject place(JsonValue place, String crs) {
    return JsonObject.of().with("place", place).with("crs", app.crs.forEngine(crs));
  }

  /** The result goes to the workspace at once, so that it outlives the engine and the page. */
  private String addLayer(String table, String name, JsonObject summary) {
    String path = app.workspace.free("results/" + Workspace.safe(name) + ".fgb");
    app.workspace.write(path, file(table, "flatgeobuf"));
    Source source =
        new Source(table, name, Format.FLATGEOBUF.sourceType(), JsonObject.of().with("path", path));
    String code = app.crs.codeOf(summary.object("crs"));
    if (code.startsWith("CUSTOM:")) {
      // The file has no code for it, so the document says it.
      source = new Source(table, name, source.type(), source.parameters().with("projection", code));
    }
    app.tables.adopt(table, summary);
    Layer layer =
        new Layer(
            AddLayers.newId(),
            name,
            Layer.VECTOR,
            JsonObject.of()
                .with("source", table)
                .with("opacity", 1L)
                .with(
                    "symbologyState",
                    DefaultLook.ofNumber(app.store.document().layers().size()).toJson()));
    app.store.apply(new Edit.AddLayer(layer, source, 0));
    return layer.id();
  }

  private Blob written(String table, String path) {
    return new LayerExport(app, ExportFormat.of(path), JsonObject.of(), job)
        .table(table, Format.stem(path));
  }

  private Blob file(String table, String format) {
    return app.engine
        .request("write", JsonObject.of().with("table", table).with("format", format))
        .file();
  }
}
