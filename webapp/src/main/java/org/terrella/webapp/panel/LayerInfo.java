package org.terrella.webapp.panel;

import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.CrsCatalog;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** What a layer's data are: source, CRS (which can be changed), extent, fields. */
final class LayerInfo {
  private static final String[] ENCODINGS = {
    "ISO-8859-1",
    "CP1250",
    "CP1251",
    "CP1252",
    "CP1253",
    "CP1254",
    "CP437",
    "CP850",
    "CP866",
    "KOI8-R",
    "SHIFT_JIS",
    "GBK",
    "BIG5",
    "EUC-KR"
  };

  private final App app;
  private final Layer layer;

  LayerInfo(App app, Layer layer) {
    this.app = app;
    this.layer = layer;
  }

  void open() {
    El content = El.div("info");
    Source source = app.store.document().sourceOf(layer);
    if (source != null) {
      row(content, "Source", source.type());
      row(content, "File", source.path());
    }
    LayerTables.Table table = app.tables.of(layer);
    Dialog dialog = new Dialog(layer.name(), content);
    if (table != null && table.summary() != null) {
      JsonObject summary = table.summary();
      row(content, "Geometry", summary.string("geometryType"));
      row(content, "Features", Integer.toString(summary.integer("featureCount")));
      Actions.start(
          app,
          () -> {
            CrsCatalog.Entry crs = app.crs.get(table.projection());
            row(content, "CRS", crs.code() + "  " + crs.name());
            extent(content, summary.optArray("extent"));
            fields(content, summary);
          });
      if (source != null) {
        dialog.button(
            "Change CRS…",
            "neutral",
            () -> {
              dialog.close();
              CrsDialog.open(
                  app,
                  "CRS of " + layer.name(),
                  "Say in which system the coordinates of the file are. They are not changed.",
                  table.projection(),
                  code -> new CrsChange(app).apply(source, code));
            });
      }
    }
    if (source != null && source.type().equals("ShapefileSource")) {
      content.add(encoding(source, dialog));
    }
    dialog.button("Close", "brand", dialog::close).open();
  }

  /** Shapefiles often do not say in which encoding their text is, or say it wrongly. */
  private El encoding(Source source, Dialog dialog) {
    String current = source.parameters().optString("encoding", "");
    El select =
        El.of("wa-select", "")
            .attr("label", "Encoding of text")
            .attr("size", "s")
            .attr("value", Options.encode(current));
    select.add(El.of("wa-option", "").attr("value", Options.encode("")).text("as the file says"));
    for (String each : ENCODINGS) {
      select.add(El.of("wa-option", "").attr("value", Options.encode(each)).text(each));
    }
    select.on(
        "change",
        event -> {
          String chosen = Options.decode(select.value());
          dialog.close();
          Actions.start(
              app,
              () -> {
                app.store.apply(
                    new Edit.ReplaceSource(
                        new Source(
                            source.id(),
                            source.name(),
                            source.type(),
                            chosen.isEmpty()
                                ? source.parameters().without("encoding")
                                : source.parameters().with("encoding", chosen),
                            source.rest())));
                app.tables.reopen(source.id());
              });
        });
    return select;
  }

  private static void row(El content, String label, String value) {
    content.add(
        El.div("info-row")
            .add(El.of("span", "info-label").text(label), El.of("span", "").text(value)));
  }

  private static void extent(El content, JsonArray extent) {
    if (!extent.isEmpty()) {
      StringBuilder text = new StringBuilder();
      for (double value : extent.numbers()) {
        double rounded = Math.floor(value * 1e4 + 0.5) / 1e4;
        text.append(text.length() == 0 ? "" : ", ").append(DoubleText.write(rounded));
      }
      row(content, "Extent", text.toString());
    }
  }

  private static void fields(El content, JsonObject summary) {
    El table = El.of("table", "fields");
    for (JsonObject field : summary.array("fields").objects()) {
      table.add(
          El.of("tr", "")
              .add(
                  El.of("td", "").text(field.string("name")),
                  El.of("td", "field-type").text(field.string("type"))));
    }
    content.add(El.of("h3", "").text("Fields"), table);
  }
}
