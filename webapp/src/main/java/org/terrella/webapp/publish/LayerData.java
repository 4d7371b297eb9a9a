package org.terrella.webapp.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teavm.jso.file.Blob;
import org.terrella.document.Layer;
import org.terrella.document.MapDocument;
import org.terrella.document.Source;
import org.terrella.document.symbology.Symbology;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.data.AddLayers;
import org.terrella.webapp.data.ExportFormat;
import org.terrella.webapp.data.LayerExport;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.data.SourceLoader;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.workspace.Workspace;

/**
 * The data of layers as they go out: those of one source, or of one layer where these are fewer or
 * simpler.
 *
 * @param key of the source, or of the layer that has its own features
 * @param layers ids of the layers that show them
 * @param projection the code of the CRS of features; empty for other files
 * @param geometry the kind of their geometries; empty for other files
 * @param path where another file is in the workspace
 * @param changed whether they are other ones than the map's own
 * @param kind {@code fgb} for features, {@code pmtiles} for tiles of them, {@code tif} for rasters
 *     that became GeoTIFF; empty for files that go as they are
 * @param file the data
 */
record LayerData(
    String key,
    List<String> layers,
    String projection,
    String geometry,
    String path,
    boolean changed,
    String kind,
    Blob file) {
  private static final double METRES_PER_DEGREE = 111_319.49;
  private static final String TILES = "pmtiles";

  /**
   * The data of the layers that are wanted; waits.
   *
   * @param shape of what they become a part of, as in {@code publish:}
   * @param format of features: {@code flatgeobuf}, which keeps their order, or {@code
   *     flatgeobuf-indexed}, of which a part can be read
   */
  static List<LayerData> of(
      App app, MapDocument document, JsonObject args, String shape, String format, Job job) {
    Map<String, LayerData> found = new LinkedHashMap<>();
    List<String> wanted =
        args.has("layers")
            ? args.array("layers").strings()
            : new ArrayList<>(document.layers().keySet());
    for (String id : wanted) {
      Layer layer = document.layer(id);
      Source source = document.sources().get(layer.source());
      if (source == null) {
        continue;
      }
      if (!SourceLoader.loads(source.type())) {
        for (String path : files(app, source)) {
          List<String> layers = new ArrayList<>(List.of(id));
          if (found.containsKey(path)) {
            found.get(path).layers().add(id);
            continue;
          }
          Blob cloud = new RasterData(app, job).converted(layer, source, path, shape);
          String kind = cloud == null ? "" : "tif";
          Blob file = cloud == null ? app.workspace.read(path) : cloud;
          found.put(path, new LayerData(source.id(), layers, "", "", path, false, kind, file));
        }
        continue;
      }
      LayerTables.Table table = app.tables.whole(layer, job);
      boolean tiles = args.optArray("tiles").strings().contains(id);
      JsonObject part = part(app, layer, args, tiles);
      double metres = args.optObject("simplify").has(id) ? args.object("simplify").number(id) : 0;
      boolean own = tiles || !part.isEmpty() || metres > 0;
      String key = own ? layer.id() : layer.source();
      if (found.containsKey(key)) {
        found.get(key).layers().add(id);
        continue;
      }
      List<String> layers = new ArrayList<>(List.of(id));
      Blob file =
          tiles ? tiles(app, layer, table, part, job) : file(app, layer, part, metres, format, job);
      String kind = tiles ? TILES : "fgb";
      String geometry = table.summary().string("geometryType");
      String crs = table.projection();
      found.put(key, new LayerData(key, layers, crs, geometry, "", own, kind, file));
    }
    return new ArrayList<>(found.values());
  }

  JsonObject toJson() {
    return JsonObject.of()
        .with("key", key)
        .with("layers", JsonArray.ofStrings(layers))
        .with("projection", projection)
        .with("geometry", geometry)
        .with("path", path)
        .with("changed", changed)
        .with("kind", kind);
  }

  /** The files of the workspace that a source names, as its path or among its addresses. */
  private static List<String> files(App app, Source source) {
    List<String> named = new ArrayList<>(List.of(source.path()));
    for (JsonValue each :
        source.parameters().opt("urls", JsonArray.of()) instanceof JsonArray all
            ? all
            : JsonArray.of()) {
      if (each instanceof JsonObject file) {
        named.add(file.optString("url", ""));
      }
    }
    List<String> there = new ArrayList<>();
    for (Workspace.Entry entry : app.workspace.list("")) {
      if (named.contains(entry.path())) {
        there.add(entry.path());
      }
    }
    return there;
  }

  /** The rows and fields of a layer, as the engine is asked for them; empty for all. */
  private static JsonObject part(App app, Layer layer, JsonObject args, boolean tiles) {
    JsonObject part = JsonObject.of();
    JsonObject fields = args.optObject("fields");
    if (fields.has(layer.id())) {
      part = part.with("fields", kept(app, layer, fields.array(layer.id()).strings()));
    }
    // Without the tools nobody there can evaluate an expression, and of tiles nobody at all.
    boolean evaluated = args.optBool("engine", true) && !tiles;
    boolean computed = !evaluated && !layer.filters().expression().isEmpty();
    boolean shown = args.optArray("shown").strings().contains(layer.id());
    return (shown || computed) && !layer.filters().isEmpty()
        ? part.with("filters", app.filters.of(layer, new Execution()))
        : part;
  }

  /** The fields that are wanted, and those without which the layer would look otherwise. */
  private static JsonArray kept(App app, Layer layer, List<String> wanted) {
    Set<String> needed = new HashSet<>(wanted);
    needed.addAll(Symbology.of(layer).fields());
    needed.addAll(layer.filters().fields());
    JsonArray kept = JsonArray.of();
    for (JsonObject field : app.tables.ready(layer).summary().array("fields").objects()) {
      String name = field.string("name");
      if (needed.contains(name) || layer.filters().expression().contains(name)) {
        kept = kept.with(name);
      }
    }
    return kept;
  }

  private static Blob tiles(
      App app, Layer layer, LayerTables.Table table, JsonObject part, Job job) {
    JsonObject options = part.without("filters").with("filter", part.has("filters"));
    return new LayerExport(app, ExportFormat.PMTILES, options, job)
        .file(layer, table, table.projection(), layer.name());
  }

  private static Blob file(
      App app, Layer layer, JsonObject part, double metres, String format, Job job) {
    JsonObject request = part.with("format", format).with("name", layer.name());
    if (!(metres > 0)) {
      JsonObject own = part.isEmpty() ? request.without("name") : request;
      return app.engine.request("write", own.with("table", layer.source()), null, job).file();
    }
    String simple = AddLayers.newId();
    JsonObject crs = app.tables.ready(layer).summary().object("crs");
    double metresPerUnit = crs.optNumber("metersPerUnit", 0);
    double unit =
        crs.optBool("geographic", false)
            ? METRES_PER_DEGREE
            : metresPerUnit > 0 ? metresPerUnit : 1;
    try {
      app.engine.request(
          "run",
          JsonObject.of()
              .with("algorithm", "native:simplifygeometries")
              .with("parameters", JsonObject.of().with("TOLERANCE", metres / unit))
              .with(
                  "inputs",
                  JsonArray.of(
                      JsonObject.of()
                          .with("name", "INPUT")
                          .with("table", layer.source())
                          .with("filters", part.optObject("filters"))))
              .with("outputs", JsonObject.of().with("OUTPUT", simple))
              .with("names", JsonObject.of().with("OUTPUT", layer.name())),
          null,
          job);
      JsonObject written = request.without("filters").with("table", simple);
      return app.engine.request("write", written, null, job).file();
    } finally {
      app.engine.request("drop", JsonObject.of().with("table", simple));
    }
  }
}
