package org.terrella.webapp.processing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.file.Blob;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.data.AddLayers;
import org.terrella.webapp.data.CrsGuess;
import org.terrella.webapp.data.Format;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.job.Job;

/** The engine's tables of one run: those of layers, and those that are there for the run only. */
final class RunTables {
  private final App app;
  private final Job job;
  private final List<String> borrowed = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();
  private final Map<String, String> filtered = new HashMap<>();

  RunTables(App app, Job job) {
    this.app = app;
    this.job = job;
  }

  /** A name for a table that goes with the run. */
  String next() {
    String table = AddLayers.newId();
    borrowed.add(table);
    return table;
  }

  /** Opens a source, whose table may then stand for it in this run. Waits. */
  String open(String name, JsonValue given) {
    String table = source(name, given);
    opened.add(table);
    return table;
  }

  /** Whether a table goes with the run. */
  boolean isBorrowed(String table) {
    return borrowed.contains(table);
  }

  /** Lets a table outlive the run. */
  void keep(String table) {
    borrowed.remove(table);
  }

  /** Drops a table that nothing needs any more, unless it is a layer's. */
  void drop(String table) {
    if (borrowed.remove(table)) {
      app.engine.request("drop", JsonObject.of().with("table", table));
    }
  }

  /** Drops all that go with the run. */
  void end() {
    for (String table : List.copyOf(borrowed)) {
      drop(table);
    }
  }

  /** The engine's table of a layer, of its selected features, of a file or of inline features. */
  String source(String name, JsonValue given) {
    if (given instanceof JsonObject object && object.has("source")) {
      JsonValue source = object.get("source");
      if (object.optBool("selectedFeaturesOnly", false)) {
        return selected(name, source);
      }
      return object.has("selected") && layerOf(source) != null
          ? whole(layerOf(source))
          : source(name, source);
    }
    if (given instanceof JsonObject inline) {
      return borrow(Blobs.ofText(Json.write(inline)), name, "geojson");
    }
    if (!(given instanceof JsonString text)) {
      throw TerrellaException.invalid(
          "\"" + name + "\" must be a layer's id, a path, a web address or GeoJSON.");
    }
    if (isOwn(text.value())) {
      return text.value();
    }
    Layer layer = layerOf(given);
    if (layer == null) {
      return fileTable(name, text.value());
    }
    return layer.filters().isEmpty() ? whole(layer) : shown(layer);
  }

  /** Whether a source is a table of this run. */
  boolean isOwn(String table) {
    return borrowed.contains(table) || opened.contains(table);
  }

  private Layer layerOf(JsonValue source) {
    return source instanceof JsonString id ? app.store.document().layers().get(id.value()) : null;
  }

  private String whole(Layer layer) {
    app.tables.settle();
    app.tables.whole(layer, job);
    return layer.source();
  }

  /** The table of what a layer's filters show, the same one throughout the run. */
  private String shown(Layer layer) {
    String known = filtered.get(layer.id());
    if (known != null) {
      return known;
    }
    String table = next();
    filtered.put(layer.id(), table);
    JsonObject request = JsonObject.of().with("table", whole(layer)).with("as", table);
    app.engine.request("take", request.with("filters", app.filters.of(layer, new Execution())));
    return table;
  }

  private String selected(String name, JsonValue source) {
    Layer layer = layerOf(source);
    if (layer == null) {
      throw TerrellaException.invalid(
          "\"" + name + "\" has selectedFeaturesOnly, which needs the id of a layer.");
    }
    JsonObject request = JsonObject.of().with("table", whole(layer)).with("as", next());
    app.engine.requestOf("take", request, app.features.rows(layer.id()), job);
    return request.string("as");
  }

  private String fileTable(String name, String value) {
    int bar = value.indexOf("|layername=");
    String path = bar < 0 ? value : value.substring(0, bar);
    String sublayer = bar < 0 ? "" : value.substring(bar + "|layername=".length());
    if (!path.contains("://") && !app.workspace.exists(path)) {
      throw TerrellaException.notFound(
          "\""
              + name
              + "\" is \""
              + path
              + "\", which is neither a layer nor a file of the workspace.");
    }
    Blob blob = app.loader.content(path, job);
    String fileName = Format.fileName(path);
    Format format = Format.of(fileName, Blobs.head(blob, Format.HEAD));
    if (format.isRead()) {
      return borrow(blob, fileName, format.engineFormat());
    }
    Source source =
        new Source(
            AddLayers.newId(),
            fileName,
            Format.OTHER.sourceType(),
            JsonObject.of().with("path", path).with("layer", sublayer));
    borrowed.add(source.id());
    known(source.id(), app.loader.load(source, source.id(), job));
    return source.id();
  }

  private String borrow(Blob blob, String name, String format) {
    String table = next();
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
}
