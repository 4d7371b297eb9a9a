package org.terrella.webapp.panel;

import java.util.List;
import java.util.OptionalInt;
import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.exact.DoubleText;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.command.LayerInformation;
import org.terrella.webapp.data.Credit;
import org.terrella.webapp.data.CrsCatalog;
import org.terrella.webapp.data.LayerTables;
import org.terrella.webapp.data.RemoteTables;
import org.terrella.workbench.command.Execution;
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

  private static final List<String> NOT_LISTED =
      List.of("path", "url", Credit.ATTRIBUTION, Credit.LICENSE);

  private final App app;
  private final Layer layer;

  LayerInfo(App app, Layer layer) {
    this.app = app;
    this.layer = layer;
  }

  void open() {
    El content = El.div("info");
    Source source = app.store.document().sourceOf(layer);
    JsonObject known = LayerInformation.source(app, layer);
    row(content, "Layer", LayerInformation.kind(layer));
    if (known.has("objection")) {
      row(content, "Not drawn", known.string("objection"));
    }
    if (source == null) {
      row(content, "Source", layer.source().isEmpty() ? "none" : layer.source());
    } else {
      source(content, known.object("source"), source);
      Credit credit = Credit.of(source);
      credit(content, "Attribution", "attribution", credit.attribution());
      credit(content, "Licence", "license", credit.license());
    }
    LayerTables.Table table = app.tables.of(layer);
    Dialog dialog = new Dialog(layer.name(), content);
    if (table != null && table.failure() != null) {
      row(content, "Not read", table.failure().getMessage());
    }
    if (table != null && table.summary() != null) {
      JsonObject summary = table.summary();
      row(content, "Geometry", summary.string("geometryType"));
      row(content, "Features", features(summary));
      Actions.start(
          app,
          () -> {
            CrsCatalog.Entry crs = app.crs.get(table.projection());
            row(content, "CRS", crs.code() + "  " + crs.name());
            String accuracy = crs.accuracy();
            if (!accuracy.isEmpty() && !crs.code().equals(app.store.document().projection())) {
              row(content, "On this map", accuracy);
            }
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
    JsonObject raster = app.services.raster(layer);
    if (raster.has("bands")) {
      raster(content, raster);
      JsonArray dimensions = raster.optArray("dimensions");
      if (!dimensions.isEmpty()) {
        dialog.button(
            "Change slice\u2026",
            "neutral",
            () -> {
              dialog.close();
              changeSlice(dimensions);
            });
      }
    }
    if (source != null && source.type().equals("ShapefileSource")) {
      content.add(encoding(source, dialog));
    }
    dialog.button("Close", "brand", dialog::close).open();
  }

  private void changeSlice(JsonArray dimensions) {
    Actions.start(
        app,
        () -> {
          int step = StepDialog.ask(layer.name(), "Show", dimensions.objects());
          app.commands.execute(
              "layer:set",
              JsonObject.of().with("layerId", layer.id()).with("step", step),
              new Execution());
        });
  }

  private String features(JsonObject summary) {
    String count = Integer.toString(summary.integer("featureCount"));
    RemoteTables.Remote remote = app.remote.of(layer.source()).orElse(null);
    if (remote != null) {
      return count
          + ", of which "
          + remote.features()
          + " are here; others of this file of "
          + Words.bytes(remote.size())
          + " are fetched when the map shows them";
    }
    if (layer.filters().isEmpty()) {
      return count;
    }
    OptionalInt passing = app.filterCounts.of(layer);
    return count
        + (passing.isPresent() ? ", of which " + passing.getAsInt() + " are shown" : ", filtered");
  }

  private static void source(El content, JsonObject known, Source source) {
    String kind = known.string("kind");
    row(content, "Source", kind.isEmpty() ? source.type() : kind + " (" + source.type() + ")");
    if (!source.name().isEmpty()) {
      row(content, "Name", source.name());
    }
    if (known.has("path")) {
      String path = known.string("path");
      row(content, path.contains("://") ? "Address" : "File", path);
    } else if (source.parameters().has("data")) {
      row(content, "File", "none; the data are in the map");
    }
    if (known.has("size")) {
      row(content, "Size", Words.bytes(known.number("size")));
    }
    for (String key : source.parameters().keys()) {
      JsonValue value = source.parameters().get(key);
      boolean plain = value instanceof JsonString || value instanceof JsonNumber;
      if (plain && !NOT_LISTED.contains(key)) {
        String text = value instanceof JsonString string ? string.value() : value.toString();
        if (!text.isEmpty()) {
          row(content, key, text);
        }
      }
    }
  }

  /** A text that goes along with the data. */
  private void credit(El content, String label, String name, String value) {
    El input = El.of("wa-input", "").attr("aria-label", label).attr("size", "s");
    input
        .attr("value", value)
        .attr("placeholder", name.equals("license") ? "CC-BY-4.0" : "\u00a9 \u2026");
    input.on(
        "change",
        event ->
            Actions.run(
                app,
                "layer:set-attribution",
                JsonObject.of().with("layerId", layer.id()).with(name, input.value())));
    content.add(El.div("info-row").add(El.of("span", "info-label").text(label), input));
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

  private void raster(El content, JsonObject raster) {
    row(content, "Size", raster.integer("width") + " × " + raster.integer("height") + " pixels");
    CrsCatalog.Entry crs = app.crs.get(raster.string("crs"));
    row(content, "CRS", crs.code() + "  " + crs.name());
    extent(content, raster.array("extent"));
    int number = 0;
    for (JsonObject band : raster.array("bands").objects()) {
      number++;
      String name = band.optString("name", "Band " + number);
      String range =
          band.has("min")
              ? ", about " + Json.write(band.get("min")) + " to " + Json.write(band.get("max"))
              : "";
      String none = band.has("nodata") ? ", no data " + Json.write(band.get("nodata")) : "";
      row(content, name, band.string("type") + range + none);
    }
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
