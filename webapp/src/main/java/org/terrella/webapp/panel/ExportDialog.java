package org.terrella.webapp.panel;

import org.terrella.document.Layer;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.data.Format;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Asks for a format, writes the layer and hands it over as a download. */
final class ExportDialog {
  private static final String[][] FORMATS = {
    {"geojson", "GeoJSON (longitude and latitude)"},
    {"gpkg", "GeoPackage"},
    {"zip", "Shapefile (zip)"},
    {"fgb", "FlatGeobuf"},
    {"csv", "CSV"},
    {"kml", "KML"}
  };

  private final App app;
  private final Layer layer;

  ExportDialog(App app, Layer layer) {
    this.app = app;
    this.layer = layer;
  }

  void open() {
    El format = El.of("wa-select", "").attr("label", "Format").attr("value", "geojson");
    for (String[] option : FORMATS) {
      format.add(El.of("wa-option", "").attr("value", option[0]).text(option[1]));
    }
    El name =
        El.of("wa-input", "")
            .attr("label", "File name")
            .value(Words.fileName(layer.name(), "layer"));
    Dialog dialog = new Dialog("Export " + layer.name(), El.div("form").add(format, name));
    dialog
        .cancelButton()
        .button(
            "Export",
            "brand",
            () -> {
              String extension = format.value().isEmpty() ? "geojson" : format.value();
              String stem = Words.fileName(name.value(), "layer");
              dialog.close();
              export("exports/" + stem + "." + extension);
            })
        .open();
  }

  private void export(String wanted) {
    Actions.start(
        app,
        () -> {
          String path = app.workspace.free(wanted);
          app.commands.execute(
              "layer:export",
              JsonObject.of().with("layerId", layer.id()).with("path", path),
              new Execution());
          Blobs.download(app.workspace.read(path), Format.fileName(path));
          app.messages.success("\"" + layer.name() + "\" was written to " + path + ".");
        });
  }
}
