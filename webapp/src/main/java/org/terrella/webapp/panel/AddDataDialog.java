package org.terrella.webapp.panel;

import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Ways to bring data into the map: files, an address, a tile service, the samples. */
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
                            + " FlatGeobuf, KML, GPX, GML, CSV, TopoJSON"))
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
                Actions.run(app, "layer:add-file", JsonObject.of().with("url", url));
              }
            });
    El tiles =
        El.of("wa-input", "")
            .attr("label", "Tile service")
            .attr("placeholder", "https://…/{z}/{x}/{y}.png")
            .attr("hint", "Each pan and zoom asks that server for pictures.")
            .attr("size", "s");
    El addTiles =
        El.button(
            "Add",
            "neutral",
            () -> {
              String url = tiles.value().trim();
              if (!url.isEmpty()) {
                dialog.close();
                addTiles(url);
              }
            });
    El samples = El.of("ul", "choices");
    for (String[] sample : SAMPLES) {
      samples.add(
          El.of("li", "")
              .add(
                  El.of("button", "choice")
                      .attr("type", "button")
                      .add(El.of("strong", "").text(sample[1]), El.of("span", "").text(sample[2]))
                      .onClick(
                          () -> {
                            dialog.close();
                            Actions.run(
                                app,
                                "layer:add-file",
                                JsonObject.of().with("path", sample[0]).with("name", sample[1]));
                          })));
    }
    content.add(
        choose,
        El.div("inline-form").add(address, addAddress),
        El.div("inline-form").add(tiles, addTiles),
        El.of("h3", "").text("Samples"),
        samples);
    dialog.open();
  }

  private void addTiles(String url) {
    Actions.run(
        app,
        "layer:add",
        JsonObject.of()
            .with("type", "RasterLayer")
            .with("name", "Tile service")
            .with("index", (long) app.store.document().layers().size())
            .with(
                "source",
                JsonObject.of()
                    .with("type", "RasterSource")
                    .with(
                        "parameters",
                        JsonObject.of()
                            .with("url", url)
                            .with("minZoom", 0L)
                            .with("maxZoom", 19L))));
  }
}
