package org.terrella.webapp.panel;

import org.terrella.interop.browser.Blobs;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Ways to bring data into the map: files, an address, services, the samples. */
public final class AddDataDialog {
  private static final String[][] SAMPLES = {
    {"samples/countries-110m.geojson", "Countries (coarse)", "Natural Earth 1:110m"},
    {"samples/countries-50m.geojson", "Countries", "Natural Earth 1:50m"},
    {"samples/earthquakes.geojson", "Earthquakes", "USGS, one week of 2018"}
  };

  private final App app;
  private final Import files;

  public AddDataDialog(App app, Import files) {
    this.app = app;
    this.files = files;
  }

  public void open() {
    El content = El.div("add-data");
    Dialog dialog = new Dialog("Add data", content);
    El choose =
        El.of("button", "drop-target")
            .attr("type", "button")
            .add(
                El.of("strong", "").text("Choose files"),
                El.of("span", "")
                    .text(
                        "or drop them anywhere on the map: GeoJSON, Shapefile, GeoPackage,"
                            + " GeoParquet, FlatGeobuf, KML, GPX, CSV, XLSX, PMTiles and others"))
            .onClick(
                () -> {
                  FileChooser.choose(files::add);
                  dialog.close();
                });
    El address =
        El.of("wa-input", "")
            .attr("label", "Web address of a file")
            .attr("placeholder", "https://…/data.geojson")
            .attr("size", "s");
    El addAddress =
        El.button(
            "Add",
            "neutral",
            () -> {
              String url = address.value().trim();
              if (!url.isEmpty()) {
                dialog.close();
                files.addAddress(url);
              }
            });
    El pasted =
        El.of("textarea", "paste")
            .attr("aria-label", "Pasted data")
            .attr("placeholder", "or paste GeoJSON, WKT or WKB in hexadecimal digits")
            .attr("rows", "1");
    El addPasted =
        El.button(
            "Add",
            "neutral",
            () -> {
              if (!pasted.value().isBlank()) {
                dialog.close();
                files.add("Pasted", Blobs.ofText(pasted.value()));
              }
            });
    El samples = El.of("ul", "choices");
    for (String[] sample : SAMPLES) {
      samples.add(
          choice(
              sample[1],
              sample[2],
              () -> {
                dialog.close();
                Actions.run(
                    app,
                    "layer:add-file",
                    JsonObject.of().with("path", sample[0]).with("name", sample[1]));
              }));
    }
    El services =
        El.of("ul", "choices")
            .add(
                choice(
                    "Known services",
                    "OpenStreetMap, imagery, relief and others; none is asked before you add it",
                    () -> {
                      dialog.close();
                      new KnownServicesDialog(app).open();
                    }),
                choice(
                    "Service by its address",
                    "XYZ, WMS, WMTS, vector tiles, PMTiles, image, hillshade",
                    () -> {
                      dialog.close();
                      new ServiceDialog(app).open();
                    }));
    content.add(
        choose,
        El.div("inline-form").add(address, addAddress),
        El.div("inline-form paste-form").add(pasted, addPasted),
        El.of("h3", "").text("Services"),
        services,
        El.of("h3", "").text("Samples"),
        samples);
    dialog.open();
  }

  private static El choice(String title, String text, Runnable action) {
    return El.of("li", "")
        .add(
            El.of("button", "choice")
                .attr("type", "button")
                .add(El.of("strong", "").text(title), El.of("span", "").text(text))
                .onClick(action));
  }
}
