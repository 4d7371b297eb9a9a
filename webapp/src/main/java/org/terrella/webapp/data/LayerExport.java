package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teavm.jso.file.Blob;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Job;

/** A layer on its way into a file. All methods wait. */
public final class LayerExport {
  private final App app;
  private final ExportFormat format;
  private final Job job;
  private final JsonObject options;
  private final List<String> warnings = new ArrayList<>();
  private int count;
  private Credit credit = Credit.NONE;

  /**
   * An export.
   *
   * @param options those of {@code layer:export}
   */
  public LayerExport(App app, ExportFormat format, JsonObject options, Job job) {
    this.app = app;
    this.format = format;
    this.options = options;
    this.job = job;
  }

  /** What the format could not hold, in sentences. */
  public List<String> warnings() {
    return warnings;
  }

  /** The number of features that were written. */
  public int featureCount() {
    return count;
  }

  /**
   * The file.
   *
   * @param target code of its CRS
   * @param name of the layer in the file
   */
  public Blob file(Layer layer, LayerTables.Table table, String target, String name) {
    credit = Credit.of(app.store.document().sourceOf(layer));
    JsonObject chosen = selection(layer).with("name", name);
    boolean onlySelected = options.has("selected") && options.bool("selected");
    int[] rows = app.features.rows(layer.id());
    if (onlySelected && rows.length == 0) {
      throw TerrellaException.invalid("No feature of \"" + layer.name() + "\" is selected.");
    }
    String moved = AddLayers.newId();
    boolean moves = table.summary().has("extent") && !target.equals(table.projection());
    try {
      // A part becomes a table of its own, so that what is counted is what is written.
      boolean part = chosen.has("fields") || chosen.has("rows") || chosen.has("filters");
      part |= onlySelected;
      if (!moves && !part) {
        count = table.summary().integer("featureCount");
        return written(layer.source(), name, target);
      }
      Blob all =
          onlySelected
              ? selected(layer.source(), chosen, rows)
              : engine(layer.source(), "flatgeobuf", chosen);
      if (moves) {
        JsonArray from = JsonArray.of().with("-s_srs").with(definition(table.projection()));
        all = gdal(all, "FlatGeobuf", name, from.with("-t_srs").with(definition(target)));
      }
      JsonObject summary = app.loader.read(all, name, "flatgeobuf", moved, job);
      count = summary.integer("featureCount");
      app.loader.setCrs(moved, target);
      return written(moved, name, target);
    } finally {
      app.engine.request("drop", JsonObject.of().with("table", moved));
    }
  }

  /** Rows and fields, as the engine is asked for them. */
  private JsonObject selection(Layer layer) {
    JsonObject chosen = JsonObject.of();
    for (String name : List.of("fields", "rows")) {
      if (options.has(name)) {
        chosen = chosen.with(name, options.array(name));
      }
    }
    boolean filtered =
        !(options.has("filter") && !options.bool("filter")) && !layer.filters().isEmpty();
    return filtered ? chosen.with("filters", app.filters.of(layer, new Execution())) : chosen;
  }

  /** All of a table of the engine as a file, in the table's CRS. */
  public Blob table(String table, String name) {
    return written(table, name, "");
  }

  private Blob written(String table, String name, String target) {
    return credit.into(app, format, bare(table, name, target), warnings, job);
  }

  private Blob bare(String table, String name, String target) {
    JsonObject named = JsonObject.of().with("name", name);
    String geometry = options.optString("geometry", "");
    JsonObject columns = geometry.isEmpty() ? named : named.with("geometry", geometry);
    switch (format) {
      case GEOJSON:
        return engine(
            table,
            "geojson-rfc7946",
            options.has("decimals") ? named.with("decimals", options.integer("decimals")) : named);
      case GEOJSON_SEQUENCE:
        return engine(table, "geojson-lines", named);
      case GEOJSON_2008:
        return engine(table, "geojson", named);
      case FLATGEOBUF:
        return engine(table, "flatgeobuf-indexed", named.with("description", credit.text()));
      case CSV:
        return engine(table, "csv", columns);
      case TOPOJSON:
        return gdal(engine(table, "geojson", named), "TopoJSON", name, JsonArray.of());
      case PARQUET:
        return gdal(engine(table, "flatgeobuf", named), "Parquet", name, ofParquet(table));
      default:
        break;
    }
    Blob flatgeobuf =
        engine(
            table, "flatgeobuf", format.hasColumns() ? columnsOf(table, geometry, named) : columns);
    JsonArray settings = credit.settings(format);
    JsonObject creation = options.optObject("creation");
    for (String key : creation.keys()) {
      settings = settings.with("-lco").with(key + "=" + creation.string(key));
    }
    if (format.isTiled()) {
      settings = zooms(settings);
    }
    if (target.startsWith("EPSG:")) {
      settings = settings.with("-a_srs").with(target);
    }
    return gdal(flatgeobuf, format.driver(), name, settings);
  }

  private JsonArray zooms(JsonArray settings) {
    JsonArray all = settings;
    int least = options.optInteger("minZoom", 0);
    if (least > options.optInteger("maxZoom", 22)) {
      throw TerrellaException.invalid("\"minZoom\" is larger than \"maxZoom\".");
    }
    for (String key : List.of("minZoom", "maxZoom")) {
      if (options.has(key)) {
        String setting = key.toUpperCase(Locale.ROOT) + "=" + options.integer(key);
        all = all.with("-dsco").with(setting);
      }
    }
    return all;
  }

  /** Sheets have no geometry, so that it becomes x and y where all are points, else text. */
  private JsonObject columnsOf(String table, String geometry, JsonObject named) {
    if (!geometry.isEmpty()) {
      return named.with("geometry", geometry);
    }
    String type =
        app.engine
            .request("summary", JsonObject.of().with("table", table))
            .header()
            .string("geometryType");
    return type.equals("None")
        ? named
        : named.with("geometry", type.equals("Point") ? "xy" : "wkt");
  }

  /** The CRS as PROJJSON, and what is told of the data. */
  private JsonArray ofParquet(String table) {
    return JsonArray.of().with(projJson(table)).with(credit.text());
  }

  /** The CRS as PROJJSON, which only GDAL knows; empty where GeoParquet needs none. */
  private String projJson(String table) {
    JsonObject summary =
        app.engine.request("summary", JsonObject.of().with("table", table)).header();
    JsonObject crs = summary.object("crs");
    if (!summary.has("extent") || crs.optString("id", "").equals("EPSG:4326")) {
      return "";
    }
    Blob empty = engine(table, "flatgeobuf", JsonObject.of().with("rows", JsonArray.of(List.of())));
    GdalClient.Dataset dataset =
        app.gdal.open(List.of(new GdalClient.NamedBlob("crs.fgb", empty)), "", job);
    app.gdal.close(dataset);
    return dataset.layers().get(0).optString("projjson", "");
  }

  private Blob gdal(Blob input, String driver, String name, JsonArray settings) {
    GdalClient.Written written = app.gdal.write(input, driver, name, settings, job);
    warnings.addAll(written.warnings());
    return written.file();
  }

  private Blob selected(String table, JsonObject selection, int[] rows) {
    JsonObject request = selection.with("table", table).with("format", "flatgeobuf");
    return app.engine.requestOf("write", request, rows, job).file();
  }

  private Blob engine(String table, String as, JsonObject selection) {
    return app.engine
        .request("write", selection.with("table", table).with("format", as), null, job)
        .file();
  }

  /** A system as GDAL is told of it. */
  private String definition(String code) {
    if (!code.startsWith("CUSTOM:")) {
      return code;
    }
    CrsCatalog.Entry entry = app.crs.find(code);
    if (entry == null) {
      throw TerrellaException.invalid("The CRS of the layer is not known.");
    }
    return entry.definition();
  }
}
