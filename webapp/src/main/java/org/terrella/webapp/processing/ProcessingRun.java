package org.terrella.webapp.processing;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.file.Blob;
import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.document.symbology.DefaultLook;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.data.AddLayers;
import org.terrella.webapp.data.CrsGuess;
import org.terrella.webapp.data.ExportFormat;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.data.LayerExport;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.job.Job;

/** One run of an algorithm: finds its inputs, waits for the engine, puts its outputs in place. */
public final class ProcessingRun {
  public static final String TEMPORARY = "TEMPORARY_OUTPUT";

  private final App app;
  private final Job job;
  private final List<String> borrowed = new ArrayList<>();

  public ProcessingRun(App app, Job job) {
    this.app = app;
    this.job = job;
  }

  /**
   * What came out.
   *
   * @param input the engine's table of the input; gone when {@code inputHash} is given
   * @param table the engine's table of the result; gone when {@code outputHash} is given
   * @param value what {@code OUTPUT} is for the caller: a layer's id or a path
   * @param inputHash SHA-256 of an input that was read for this run only; else empty
   * @param outputHash SHA-256 of a result that went to a file; else empty
   */
  public record Result(
      String input, String table, String value, String inputHash, String outputHash) {}

  /** Runs an algorithm; the description is the engine's, the context the command's. Waits. */
  public Result run(JsonObject description, JsonObject parameters, JsonObject context) {
    String output = AddLayers.newId();
    String name = outputName(description);
    String target = parameters.optString("OUTPUT", TEMPORARY);
    String input = input(parameters);
    boolean kept = false;
    try {
      JsonObject reply =
          app.engine
              .request(
                  "run",
                  JsonObject.of()
                      .with("algorithm", description.string("id"))
                      .with("parameters", described(parameters))
                      .with("inputs", JsonObject.of().with("INPUT", input))
                      .with("outputs", JsonObject.of().with("OUTPUT", output))
                      .with("name", name)
                      .with("invalid", context.optString("invalid", "ignore")),
                  null,
                  job)
              .header();
      JsonObject summary = reply.object("outputs").object("OUTPUT");
      if (target.equals(TEMPORARY)) {
        kept = true;
        return new Result(input, output, addLayer(output, name, summary), borrowedHash(input), "");
      }
      app.workspace.write(target, written(output, target));
      return new Result(input, output, target, borrowedHash(input), hash(output));
    } finally {
      for (String table : borrowed) {
        drop(table);
      }
      if (!kept) {
        drop(output);
      }
    }
  }

  private String borrowedHash(String input) {
    return borrowed.contains(input) ? hash(input) : "";
  }

  private String hash(String table) {
    return app.engine
        .request("hash", JsonObject.of().with("table", table))
        .header()
        .string("sha256");
  }

  private void drop(String table) {
    app.engine.request("drop", JsonObject.of().with("table", table));
  }

  private static String outputName(JsonObject description) {
    for (JsonObject parameter : description.array("parameters").objects()) {
      if (parameter.string("type").equals("sink")) {
        return parameter.optString("label", "Result");
      }
    }
    return "Result";
  }

  /** Inline features are not repeated to the engine; it has them as a table. */
  private static JsonObject described(JsonObject parameters) {
    return parameters.with("INPUT", "INPUT");
  }

  private String input(JsonObject parameters) {
    JsonValue given = parameters.members().get("INPUT");
    if (given instanceof JsonObject inline) {
      return borrow(Blobs.ofText(Json.write(inline)), "INPUT", "geojson");
    }
    if (!(given instanceof JsonString text)) {
      throw TerrellaException.invalid(
          "\"INPUT\" must be a layer's id, a path, a web address or GeoJSON.");
    }
    Layer layer = app.store.document().layers().get(text.value());
    if (layer == null) {
      return file(text.value());
    }
    app.tables.settle();
    LayerTables.Table table = app.tables.whole(layer, job);
    if (table.summary() == null) {
      throw TerrellaException.invalid("The layer \"" + layer.name() + "\" has no features.");
    }
    return layer.source();
  }

  private String file(String value) {
    int bar = value.indexOf("|layername=");
    String path = bar < 0 ? value : value.substring(0, bar);
    String sublayer = bar < 0 ? "" : value.substring(bar + "|layername=".length());
    if (!path.contains("://") && !app.workspace.exists(path)) {
      throw TerrellaException.notFound(
          "\"INPUT\" is \"" + path + "\", which is neither a layer nor a file of the workspace.");
    }
    Blob blob = app.loader.content(path, job);
    String name = Format.fileName(path);
    Format format = Format.of(name, Blobs.head(blob, Format.HEAD));
    if (format.isRead()) {
      return borrow(blob, name, format.engineFormat());
    }
    Source source =
        new Source(
            AddLayers.newId(),
            name,
            Format.OTHER.sourceType(),
            JsonObject.of().with("path", path).with("layer", sublayer));
    borrowed.add(source.id());
    known(source.id(), app.loader.load(source, source.id(), job));
    return source.id();
  }

  private String borrow(Blob blob, String name, String format) {
    String table = AddLayers.newId();
    borrowed.add(table);
    known(table, app.loader.read(blob, name, format, table, job));
    return table;
  }

  private void known(String table, JsonObject summary) {
    JsonObject declared = summary.object("crs");
    app.loader.setCrs(
        table,
        app.crs.knows(declared)
            ? app.crs.codeOf(declared)
            : CrsGuess.of(summary, app.store.document()));
  }

  /** The result goes to the workspace at once, so that it outlives the engine and the page. */
  private String addLayer(String table, String name, JsonObject summary) {
    String path = app.workspace.free("results/" + name + ".fgb");
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
