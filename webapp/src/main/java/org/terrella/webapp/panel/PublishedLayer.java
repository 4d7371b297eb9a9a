package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Layer;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.ui.El;

/** What of one layer is published. */
final class PublishedLayer {
  /** Denominators of scales; at each, lines move by a pixel of 0.28 mm at most. */
  private static final int[] SCALES = {10_000, 100_000, 1_000_000, 10_000_000};

  private static final double PIXEL_METRES = 0.00028;

  private final Layer layer;
  private final El box = El.div("publish-layer");
  private final El wanted = El.of("wa-checkbox", "").checked(true);
  private final El shown = El.of("wa-checkbox", "").attr("size", "s");
  private final El tiles = El.of("wa-checkbox", "").attr("size", "s");
  private final El detail = El.of("wa-select", "").attr("label", "Detail").attr("size", "s");
  private final List<El> fields = new ArrayList<>();
  private final List<JsonObject> known;
  private boolean points;

  PublishedLayer(App app, Layer layer, Runnable changed) {
    this.layer = layer;
    LayerTables.Table table = app.tables.of(layer);
    boolean read = table != null && table.summary() != null;
    known = read ? table.summary().array("fields").objects() : List.of();
    wanted.text(layer.name()).on("change", event -> changed.run());
    box.add(wanted);
    if (!read) {
      return;
    }
    ExportDialog.option(detail, "0", "All vertices");
    for (int scale : SCALES) {
      String metres = DoubleText.write(scale * PIXEL_METRES);
      ExportDialog.option(detail, metres, "Enough for 1 : " + Words.grouped(scale));
    }
    detail.attr("value", "0").on("change", event -> changed.run());
    points = table.summary().optString("geometryType", "").endsWith("Point");
    detail.flag("hidden", points);
    tiles
        .text("As vector tiles (PMTiles): to look at, quick at any size, not for the tools")
        .flag("hidden", true)
        .on(
            "change",
            event -> {
              // Tiles have the detail of their zoom level.
              detail.flag("hidden", points || isTiled());
              changed.run();
            });
    shown.text("Only features that its filter shows").on("change", event -> changed.run());
    shown.flag("hidden", layer.filters().isEmpty());
    El list = El.div("export-fields");
    for (JsonObject field : known) {
      El each = El.of("wa-checkbox", "").checked(true).text(field.string("name"));
      each.on("change", event -> changed.run());
      fields.add(each);
      list.add(each);
    }
    El fold =
        El.of("details", "advanced")
            .add(El.of("summary", "").text("Fields and detail"), detail, shown, tiles, list);
    box.add(fold);
  }

  El element() {
    return box;
  }

  String id() {
    return layer.id();
  }

  boolean isWanted() {
    return wanted.checked();
  }

  boolean isShownOnly() {
    return !layer.filters().isEmpty() && shown.checked();
  }

  /** Tells which shape the map gets. */
  void shaped(boolean folder) {
    tiles.flag("hidden", !folder);
    detail.flag("hidden", points || isTiled());
  }

  boolean isTiled() {
    return !tiles.node().hasAttribute("hidden") && tiles.checked();
  }

  /** How far lines may move. */
  double metres() {
    double metres = DoubleText.parseOrNaN(detail.value());
    return metres > 0 ? metres : 0;
  }

  boolean hasAllFields() {
    return fields().size() == known.size();
  }

  JsonArray fields() {
    JsonArray names = JsonArray.of();
    for (int i = 0; i < fields.size(); i++) {
      names = fields.get(i).checked() ? names.with(known.get(i).string("name")) : names;
    }
    return names;
  }
}
