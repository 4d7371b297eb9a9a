package org.terrella.webapp.command;

import java.util.List;
import java.util.Locale;
import org.teavm.jso.file.Blob;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.webapp.App;
import org.terrella.webapp.data.ExportFormat;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.data.LayerExport;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.data.RasterExport;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Job;

/** {@code layer:export}: a layer as a file of the format that its extension names. */
final class ExportCommand {
  private ExportCommand() {}

  static void register(App app) {
    app.commands.add(
        new Command(
            "layer:export",
            "Export layer",
            "Writes a layer to a file, in the format that its extension names; rasters as .tif or .png.",
            Schema.object()
                .need("layerId", Schema.string("Id of a layer"))
                .need("path", Schema.string("A path of the workspace; its extension decides"))
                .may("crs", Schema.string("CRS of the file; the format's or the layer's own"))
                .may("options", options())
                .build(),
            Schema.anyObject("{path, size, featureCount, warnings}; rasters have no featureCount"),
            (args, execution) -> export(app, args, execution)));
  }

  private static JsonObject options() {
    return Schema.object()
        .may("fields", Schema.array(Schema.string(""), "Fields to write, in this order; all"))
        .may("filter", Schema.bool("Only features that the layer's filter shows; true"))
        .may("selected", Schema.bool("Only the selected features; false"))
        .may("rows", Schema.array(Schema.integer(""), "Only these features, by number from 0"))
        .may("geometry", Schema.oneOf("Geometry as columns, or left out", "xy", "wkt", "none"))
        .may("layerName", Schema.string("Name of the layer in the file; the file's"))
        .may(
            "decimals",
            Schema.integer("Digits of coordinates in .geojson; all")
                .with("minimum", 0L)
                .with("maximum", 15L))
        .may(
            "resampling",
            Schema.oneOf(
                "How a raster's pixels in another CRS are found",
                "near",
                "bilinear",
                "cubic",
                "average",
                "mode"))
        .may("minZoom", zoom("First zoom level of tiles; 0"))
        .may("maxZoom", zoom("Last zoom level of tiles; the one that shows all, 14 at most"))
        .may("creation", Schema.anyObject("GDAL layer creation options by name"))
        .build()
        // What earlier versions took were GDAL's options themselves.
        .with("additionalProperties", true);
  }

  private static JsonObject zoom(String description) {
    return Schema.integer(description).with("minimum", 0L).with("maximum", 22L);
  }

  private static JsonObject export(App app, JsonObject args, Execution execution) {
    Layer layer = app.store.document().layer(args.string("layerId"));
    if (!app.services.raster(layer).isEmpty()) {
      return raster(app, layer, args, execution);
    }
    app.tables.settle();
    LayerTables.Table table = app.tables.whole(layer, execution);
    String path = args.string("path");
    ExportFormat format = ExportFormat.of(path);
    JsonObject options = withCreation(args.optObject("options"));
    String target = target(app, args, format, table.projection());
    Job job = app.jobs.start("Export " + layer.name(), execution);
    try {
      LayerExport export = new LayerExport(app, format, options, job);
      String name = options.optString("layerName", format.stem(path));
      Blob file = export.file(layer, table, target, name);
      app.workspace.write(path, file);
      job.done(path);
      return JsonObject.of()
          .with("path", path)
          .with("size", (long) file.getSize())
          .with("featureCount", export.featureCount())
          .with("warnings", JsonArray.ofStrings(export.warnings()));
    } catch (RuntimeException failure) {
      job.failed(failure);
      throw failure;
    }
  }

  private static JsonObject raster(App app, Layer layer, JsonObject args, Execution execution) {
    String path = args.string("path");
    RasterExport.Format format = RasterExport.Format.of(path);
    String target = CrsArgument.of(app, args, "");
    Job job = app.jobs.start("Export " + layer.name(), execution);
    try {
      RasterExport export = new RasterExport(app, job);
      String resampling = args.optObject("options").optString("resampling", "near");
      List<GdalClient.NamedBlob> files =
          export.files(layer, format, target, resampling, Format.stem(path));
      String folder = path.substring(0, path.length() - Format.fileName(path).length());
      long size = 0;
      for (GdalClient.NamedBlob file : files) {
        String suffix = file.name().substring(Format.stem(path).length());
        boolean main = suffix.equals("." + format.extension());
        app.workspace.write(main ? path : folder + file.name(), file.blob());
        size += main ? (long) file.blob().getSize() : 0;
      }
      job.done(path);
      return JsonObject.of()
          .with("path", path)
          .with("size", size)
          .with("warnings", JsonArray.ofStrings(export.warnings()));
    } catch (RuntimeException failure) {
      job.failed(failure);
      throw failure;
    }
  }

  private static String target(App app, JsonObject args, ExportFormat format, String own) {
    if (format.isTiled()) {
      if (args.has("crs") && !CrsArgument.of(app, args, own).equals("EPSG:3857")) {
        throw TerrellaException.invalid("Tiles are in EPSG:3857.");
      }
      return own;
    }
    return CrsArgument.of(app, args, format.isDegrees() ? "EPSG:4326" : own);
  }

  private static JsonObject withCreation(JsonObject options) {
    JsonObject creation = options.optObject("creation");
    for (String name : options.keys()) {
      if (name.equals(name.toUpperCase(Locale.ROOT))
          && options.get(name) instanceof JsonString setting) {
        creation = creation.with(name, setting);
      }
    }
    return creation.isEmpty() ? options : options.with("creation", creation);
  }
}
