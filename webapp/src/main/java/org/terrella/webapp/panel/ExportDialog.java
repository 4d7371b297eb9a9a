package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Layer;
import org.terrella.exact.DoubleText;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.data.ExportFormat;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Asks what to write of a layer and how, writes it and hands it over as a download. */
final class ExportDialog {
  private static final String OTHER = "other";

  private final App app;
  private final Layer layer;
  private final LayerTables.Table table;
  private final El format = El.of("wa-select", "").attr("label", "Format");
  private final El name = El.of("wa-input", "").attr("label", "File name");
  private final El crs = El.of("wa-select", "").attr("label", "Coordinate reference system");
  private final El geometry = El.of("wa-select", "").attr("label", "Geometry");
  private final El filter = El.of("wa-checkbox", "");
  private final El selected = El.of("wa-checkbox", "");
  private final El minZoom = zoomInput("First zoom", "0");
  private final El maxZoom = zoomInput("Last zoom", "by the data");
  private final El zooms = El.div("form-row").add(minZoom, maxZoom);
  private final List<El> fields = new ArrayList<>();
  private String chosenCrs = "";

  ExportDialog(App app, Layer layer) {
    this.app = app;
    this.layer = layer;
    this.table = app.tables.ready(layer);
  }

  void open() {
    for (ExportFormat one : ExportFormat.values()) {
      option(format, one.extension(), one.label());
    }
    format.attr("value", "geojson").on("change", event -> adapt());
    name.value(Words.fileName(layer.name(), "layer"));
    option(crs, "", "The usual one of the format");
    option(crs, table.projection(), "The layer\u2019s: " + table.projection());
    if (!table.projection().equals(app.store.document().projection())) {
      String map = app.store.document().projection();
      option(crs, map, "The map\u2019s: " + map);
    }
    option(crs, OTHER, "Another\u2026");
    crs.attr("value", "").on("change", event -> askCrs());
    option(geometry, "", "x and y of points, else WKT");
    option(geometry, "wkt", "WKT");
    option(geometry, "none", "None");
    geometry.attr("value", "");
    filter.checked(true).text("Only features that pass the layer\u2019s filter");
    filter.flag("hidden", layer.filters().isEmpty());
    int count = app.features.count(layer.id());
    selected
        .checked(count > 0)
        .text(
            count == 1 ? "Only the selected feature" : "Only the " + count + " selected features");
    selected.flag("hidden", count == 0);
    Dialog dialog =
        new Dialog(
            "Export " + layer.name(),
            El.div("form")
                .add(format, name, crs, geometry, zooms, selected, filter, fieldChoice()));
    adapt();
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

  /** Adds a choice to a select. */
  static void option(El select, String value, String text) {
    select.add(El.of("wa-option", "").attr("value", value).text(text));
  }

  private El fieldChoice() {
    El list = El.div("export-fields");
    for (JsonObject field : table.summary().array("fields").objects()) {
      El box = El.of("wa-checkbox", "").checked(true).text(field.string("name"));
      fields.add(box);
      list.add(box);
    }
    El fold = El.of("details", "advanced").add(El.of("summary", "").text("Fields"), list);
    fold.flag("hidden", fields.isEmpty());
    return fold;
  }

  private ExportFormat format() {
    return ExportFormat.of("." + (format.value().isEmpty() ? "geojson" : format.value()));
  }

  /** Shows what the format can be told. */
  private void adapt() {
    geometry.flag("hidden", !format().hasColumns() || !table.summary().has("extent"));
    crs.flag("hidden", format().isTiled() || !table.summary().has("extent"));
    zooms.flag("hidden", !format().isTiled());
  }

  private void askCrs() {
    chosenCrs = crs.value();
    if (chosenCrs.equals(OTHER)) {
      CrsDialog.open(
          app,
          "CRS of the file",
          "The coordinates are computed anew for it.",
          table.projection(),
          code -> {
            chosenCrs = code;
            option(crs, code, code);
            crs.value(code);
          });
    }
  }

  private JsonObject options() {
    JsonObject options = JsonObject.of();
    List<String> wanted = new ArrayList<>();
    List<JsonObject> known = table.summary().array("fields").objects();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).checked()) {
        wanted.add(known.get(i).string("name"));
      }
    }
    if (wanted.size() < known.size()) {
      options = options.with("fields", JsonArray.ofStrings(wanted));
    }
    if (format().isTiled()) {
      options = zoom(zoom(options, "minZoom", minZoom), "maxZoom", maxZoom);
    }
    if (!layer.filters().isEmpty() && !filter.checked()) {
      options = options.with("filter", false);
    }
    if (selected.checked() && app.features.count(layer.id()) > 0) {
      options = options.with("selected", true);
    }
    return format().hasColumns() && !geometry.value().isEmpty()
        ? options.with("geometry", geometry.value())
        : options;
  }

  private static JsonObject zoom(JsonObject options, String key, El input) {
    double number = DoubleText.parseOrNaN(input.value().trim());
    return Double.isNaN(number) ? options : options.with(key, (long) number);
  }

  private static El zoomInput(String label, String placeholder) {
    return El.of("wa-input", "")
        .attr("type", "number")
        .attr("min", "0")
        .attr("max", "22")
        .attr("size", "s")
        .attr("label", label)
        .attr("placeholder", placeholder);
  }

  private void export() {
    String stem = Words.fileName(name.value(), "layer");
    String wanted = "exports/" + stem + "." + format().extension();
    JsonObject given = JsonObject.of().with("layerId", layer.id()).with("options", options());
    JsonObject args =
        chosenCrs.isEmpty() || chosenCrs.equals(OTHER) || format().isTiled()
            ? given
            : given.with("crs", chosenCrs);
    Actions.start(
        app,
        () -> {
          String path = app.workspace.free(wanted);
          JsonObject result =
              (JsonObject)
                  app.commands.execute("layer:export", args.with("path", path), new Execution());
          Blobs.download(app.workspace.read(path), Format.fileName(path));
          app.messages.success("\"" + layer.name() + "\" was written to " + path + ".");
          List<String> warnings = result.array("warnings").strings();
          if (!warnings.isEmpty()) {
            app.messages.warn(String.join(" ", warnings));
          }
        });
  }
}
