package org.terrella.webapp.panel;

import org.terrella.document.Layer;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.data.RasterExport;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Asks how to write a raster, writes it and hands it over as a download. */
final class RasterExportDialog {
  private static final String OTHER = "other";

  private final App app;
  private final Layer layer;
  private final El format = El.of("wa-select", "").attr("label", "Format");
  private final El name = El.of("wa-input", "").attr("label", "File name");
  private final El crs = El.of("wa-select", "").attr("label", "Coordinate reference system");
  private final El resampling = El.of("wa-select", "").attr("label", "Resampling");
  private final String own;

  RasterExportDialog(App app, Layer layer) {
    this.app = app;
    this.layer = layer;
    own = app.services.raster(layer).string("crs");
  }

  void open() {
    for (RasterExport.Format one : RasterExport.Format.values()) {
      // A download is one file.
      if (one != RasterExport.Format.PNG) {
        ExportDialog.option(format, one.extension(), one.label());
      }
    }
    format.attr("value", RasterExport.Format.COG.extension());
    name.value(Words.fileName(layer.name(), "raster"));
    ExportDialog.option(crs, "", "The layer\u2019s: " + own);
    String map = app.store.document().projection();
    if (!map.equals(own)) {
      ExportDialog.option(crs, map, "The map\u2019s: " + map);
    }
    ExportDialog.option(crs, OTHER, "Another\u2026");
    crs.attr("value", "").on("change", event -> askCrs());
    ExportDialog.option(resampling, "near", "The nearest pixel; keeps values");
    ExportDialog.option(resampling, "bilinear", "Between four pixels");
    ExportDialog.option(resampling, "cubic", "Between sixteen pixels");
    ExportDialog.option(resampling, "average", "Mean");
    ExportDialog.option(resampling, "mode", "The most frequent; for classes");
    resampling.attr("value", "near").flag("hidden", true);
    Dialog dialog =
        new Dialog("Export " + layer.name(), El.div("form").add(format, name, crs, resampling));
    dialog
        .cancelButton()
        .button(
            "Export",
            "brand",
            () -> {
              dialog.close();
              export();
            })
        .open();
  }

  private void askCrs() {
    resampling.flag("hidden", crs.value().isEmpty());
    if (crs.value().equals(OTHER)) {
      CrsDialog.open(
          app,
          "CRS of the file",
          "The pixels are computed anew for it.",
          own,
          code -> {
            ExportDialog.option(crs, code, code);
            crs.value(code);
          });
    }
  }

  private void export() {
    String stem = Words.fileName(name.value(), "raster");
    String extension = format.value().isEmpty() ? "tif" : format.value();
    String wanted = "exports/" + stem + "." + extension;
    boolean moves = !crs.value().isEmpty() && !crs.value().equals(OTHER);
    JsonObject given = JsonObject.of().with("layerId", layer.id());
    JsonObject args =
        moves
            ? given
                .with("crs", crs.value())
                .with("options", JsonObject.of().with("resampling", resampling.value()))
            : given;
    Actions.start(
        app,
        () -> {
          String path = app.workspace.free(wanted);
          JsonObject result =
              (JsonObject)
                  app.commands.execute("layer:export", args.with("path", path), new Execution());
          Blobs.download(app.workspace.read(path), Format.fileName(path));
          app.messages.success("\"" + layer.name() + "\" was written to " + path + ".");
          for (String warning : result.array("warnings").strings()) {
            app.messages.warn(warning);
          }
        });
  }
}
