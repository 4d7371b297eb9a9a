package org.terrella.webapp.command;

import org.teavm.jso.file.Blob;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.job.Job;

/** {@code layer:export}: a layer as a file of the format that its extension names. */
final class ExportCommand {
  private ExportCommand() {}

  static void register(App app) {
    app.commands.add(
        new Command(
            "layer:export",
            "Export layer",
            "Writes a layer to a file: .geojson, .fgb, .csv, .gpkg, .zip (Shapefile) or .kml.",
            Schema.object()
                .need("layerId", Schema.string("Id of a layer"))
                .need("path", Schema.string("A path of the workspace; its extension decides"))
                .may("crs", Schema.string("CRS of the file; the layer's own by default"))
                .may("options", Schema.anyObject("GDAL layer creation options by name"))
                .build(),
            Schema.anyObject("{path, size, featureCount}"),
            (args, execution) -> export(app, args, execution)));
  }

  private static JsonObject export(App app, JsonObject args, Execution execution) {
    Layer layer = app.store.document().layer(args.string("layerId"));
    app.tables.settle();
    LayerTables.Table table = app.tables.ready(layer);
    String path = args.string("path");
    Job job = app.jobs.start("Export " + layer.name(), execution);
    try {
      Blob file = file(app, args, layer, table, job);
      app.workspace.write(path, file);
      job.done(path);
      return JsonObject.of()
          .with("path", path)
          .with("size", (long) file.getSize())
          .with("featureCount", table.summary().get("featureCount"));
    } catch (RuntimeException failure) {
      job.failed(failure);
      throw failure;
    }
  }

  private static Blob file(
      App app, JsonObject args, Layer layer, LayerTables.Table table, Job job) {
    String path = args.string("path");
    String extension = Format.extension(path);
    String own = table.projection();
    // GeoJSON is longitude and latitude unless the person says otherwise (RFC 7946).
    String target =
        extension.equals("geojson") || extension.equals("kml")
            ? CrsArgument.of(app, args, "EPSG:4326")
            : CrsArgument.of(app, args, own);
    String format =
        switch (extension) {
          case "geojson", "json" -> "geojson";
          case "fgb" -> "flatgeobuf";
          case "csv" -> "csv";
          case "gpkg", "zip", "shp", "kml" -> "";
          default ->
              throw TerrellaException.unsupported(
                  "\""
                      + path
                      + "\" names no format that layers can be written to; use .geojson,"
                      + " .fgb, .csv, .gpkg, .zip (Shapefile) or .kml.");
        };
    if (!format.isEmpty() && target.equals(own)) {
      return written(app, layer, format, job);
    }
    JsonArray options = JsonArray.of();
    if (!target.equals(own)) {
      options = options.with("-s_srs").with(own).with("-t_srs").with(target);
    }
    JsonObject creation = args.optObject("options");
    for (String name : creation.keys()) {
      options = options.with("-lco").with(name + "=" + creation.string(name));
    }
    String driver =
        switch (extension) {
          case "geojson", "json" -> "GeoJSON";
          case "fgb" -> "FlatGeobuf";
          case "csv" -> "CSV";
          case "gpkg" -> "GPKG";
          case "kml" -> "KML";
          default -> "ESRI Shapefile";
        };
    if (driver.equals("ESRI Shapefile")) {
      options = options.with("-lco").with("ENCODING=UTF-8");
    }
    return app.gdal.write(
        written(app, layer, "flatgeobuf", job), driver, Format.stem(path), options, job);
  }

  private static Blob written(App app, Layer layer, String format, Job job) {
    return app.engine
        .request(
            "write",
            JsonObject.of().with("table", layer.source()).with("format", format),
            null,
            job)
        .file();
  }
}
