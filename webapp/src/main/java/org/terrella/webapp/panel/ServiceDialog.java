package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.command.ServiceCommands;
import org.terrella.webapp.data.Archives;
import org.terrella.webapp.data.Format;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Adds a service by its address. */
final class ServiceDialog {
  private static final int SHOWN = 60;
  private static final String[][] KINDS = {
    {"xyz", "Tiles of images (XYZ, TMS)"},
    {"wms", "Web map service (WMS)"},
    {"wmts", "Tile map service (WMTS)"},
    {"vector", "Vector tiles (MVT)"},
    {"pmtiles", "Archive of tiles (PMTiles)"},
    {"image", "Image over four corners"},
    {"hillshade", "Hillshade of elevation tiles"}
  };
  private static final String[] CORNERS = {
    "Upper left", "Upper right", "Lower right", "Lower left"
  };

  private final App app;
  private final Map<String, El> inputs = new LinkedHashMap<>();
  private final El fields = El.div("form");
  private final El trouble = El.of("p", "trouble").attr("role", "alert");
  private final Dialog dialog;
  private String kind = KINDS[0][0];

  ServiceDialog(App app) {
    this.app = app;
    El kinds = El.of("wa-select", "").attr("label", "Kind").attr("size", "s");
    for (String[] one : KINDS) {
      kinds.add(El.of("wa-option", "").attr("value", one[0]).text(one[1]));
    }
    kinds.attr("value", kind);
    kinds.on(
        "change",
        event -> {
          if (!kinds.value().isEmpty() && !kinds.value().equals(kind)) {
            kind = kinds.value();
            showFields();
          }
        });
    El content = El.div("services-dialog").add(El.div("form").add(kinds), fields, trouble);
    dialog = new Dialog("Add a service", content);
  }

  void open() {
    showFields();
    dialog.cancelButton().open();
  }

  /** Does something that may wait; a failure is told where the person looks. */
  static void attempt(El trouble, Tasks.Work work) {
    trouble.text("");
    Tasks.start(work, failure -> trouble.text(failure.getMessage()));
  }

  private El input(String key, String label, String placeholder) {
    El input =
        El.of("wa-input", "")
            .attr("label", label)
            .attr("placeholder", placeholder)
            .attr("size", "s");
    inputs.put(key, input);
    return input;
  }

  private String given(String key) {
    return inputs.containsKey(key) ? inputs.get(key).value().trim() : "";
  }

  private void showFields() {
    inputs.clear();
    fields.clear();
    trouble.text("");
    switch (kind) {
      case "wms", "wmts" -> {
        El layers = El.div("");
        fields.add(
            input("url", "Address", "https://…/" + kind),
            El.button("Read layers", "brand", () -> attempt(trouble, () -> read(layers))),
            layers);
        return;
      }
      case "image" -> {
        fields.add(input("url", "Address or file", "https://…/image.png or data/image.png"));
        El corners = El.div("corners");
        for (String corner : CORNERS) {
          corners.add(input(corner, corner + ": longitude, latitude", "8.5, 47.4"));
        }
        fields.add(corners);
      }
      case "pmtiles" ->
          fields.add(input("url", "Address or file", "https://…/map.pmtiles or data/map.pmtiles"));
      case "vector" -> fields.add(input("url", "Address", "https://…/{z}/{x}/{y}.pbf"));
      default -> fields.add(input("url", "Address", "https://…/{z}/{x}/{y}.png"));
    }
    fields.add(input("name", "Name", "as the address says"));
    if (kind.equals("hillshade")) {
      El encoding = El.of("wa-select", "").attr("label", "Heights are coded as").attr("size", "s");
      encoding.add(
          El.of("wa-option", "").attr("value", "terrarium").text("Terrarium"),
          El.of("wa-option", "").attr("value", "mapbox").text("Mapbox Terrain-RGB"));
      encoding.attr("value", "terrarium");
      inputs.put("encoding", encoding);
      fields.add(encoding);
    }
    if (!kind.equals("image") && !kind.equals("pmtiles")) {
      fields.add(
          El.div("distance")
              .add(
                  input("maxZoom", "Last zoom", kind.equals("hillshade") ? "15" : "19"),
                  input("attribution", "Attribution", "© …")));
    }
    fields.add(
        El.of("p", "hint").text("From then on, each pan and zoom asks that server."),
        El.button("Add", "brand", () -> attempt(trouble, this::add)));
  }

  private void add() {
    String url = given("url");
    if (url.isEmpty()) {
      throw TerrellaException.invalid("The address is missing.");
    }
    String name = given("name");
    if (kind.equals("pmtiles")) {
      boolean stored = !url.contains("//") && app.workspace.exists(url);
      Archives.add(
          app,
          url,
          stored ? app.workspace.read(url) : null,
          stored ? Format.fileName(url) : url,
          name);
      dialog.close();
      return;
    }
    String host = ServiceCommands.host(url);
    boolean image = kind.equals("image");
    JsonObject parameters = JsonObject.of().with(image ? "path" : "url", url);
    if (image) {
      parameters = parameters.with("coordinates", corners());
    } else {
      parameters =
          parameters
              .with("maxZoom", zoom(kind.equals("hillshade") ? 15 : 19))
              .with("attribution", given("attribution"));
    }
    if (kind.equals("hillshade")) {
      parameters = parameters.with("encoding", given("encoding"));
    }
    if (!kind.equals("vector")) {
      parameters = parameters.with("interpolate", true);
    }
    String[] types =
        switch (kind) {
          case "vector" -> new String[] {"VectorTileLayer", "VectorTileSource"};
          case "image" -> new String[] {"ImageLayer", "ImageSource"};
          case "hillshade" -> new String[] {"HillshadeLayer", "RasterDemSource"};
          default -> new String[] {"RasterLayer", "RasterSource"};
        };
    String known = image || host.isEmpty() ? Format.stem(url) : host;
    put(
        types[0],
        name.isEmpty() ? known : name,
        JsonObject.of().with("type", types[1]).with("parameters", parameters));
  }

  private void put(String type, String name, JsonObject source) {
    app.commands.execute(
        "layer:add",
        JsonObject.of()
            .with("type", type)
            .with("name", name)
            .with("index", (long) ServiceCommands.place(app.store.document()))
            .with("source", source),
        new Execution());
    dialog.close();
  }

  private double zoom(double whenMissing) {
    return given("maxZoom").isEmpty() ? whenMissing : number(given("maxZoom"), "Last zoom");
  }

  private JsonArray corners() {
    List<JsonArray> corners = new ArrayList<>();
    for (String corner : CORNERS) {
      String text = given(corner);
      int comma = text.indexOf(',');
      if (comma < 0) {
        throw TerrellaException.invalid(corner + ": give longitude, latitude, such as 8.5, 47.4.");
      }
      corners.add(
          JsonArray.ofNumbers(
              number(text.substring(0, comma), corner), number(text.substring(comma + 1), corner)));
    }
    return JsonArray.of(corners);
  }

  private static double number(String text, String label) {
    double number = DoubleText.parseOrNaN(text.trim());
    if (number != number) {
      throw TerrellaException.invalid(label + ": \"" + text + "\" is no number.");
    }
    return number;
  }

  /** Asks a WMS or WMTS for its layers and offers them. */
  private void read(El place) {
    place.content(El.of("p", "hint").text("Asking the service …"));
    JsonObject offered;
    try {
      offered =
          (JsonObject)
              app.commands.execute(
                  "service:capabilities",
                  JsonObject.of().with("kind", kind).with("url", given("url")),
                  new Execution());
    } catch (TerrellaException failure) {
      place.clear();
      throw failure;
    }
    List<JsonObject> layers = offered.array("layers").objects();
    El search =
        El.of("wa-input", "")
            .attr("label", "Search its " + layers.size() + " layers")
            .attr("size", "s");
    El list = El.of("ul", "choices").attr("aria-label", "Layers");
    Runnable find = () -> offer(list, layers, search.value());
    search.on("input", event -> find.run());
    find.run();
    place.content(El.of("h3", "").text(offered.optString("title", "")), search, list);
  }

  private void offer(El list, List<JsonObject> layers, String query) {
    list.clear();
    List<String> words = Words.of(query);
    int shown = 0;
    for (JsonObject layer : layers) {
      String text = (layer.string("title") + " " + layer.string("name")).toLowerCase(Locale.ROOT);
      if (Words.allIn(words, text) && shown++ < SHOWN) {
        El item =
            El.of("button", "choice")
                .attr("type", "button")
                .flag("disabled", !layer.has("source"))
                .add(
                    El.of("strong", "").text(layer.string("title")),
                    El.of("span", "").text(detail(layer)));
        item.onClick(
            () ->
                attempt(
                    trouble,
                    () -> put("RasterLayer", layer.string("title"), layer.object("source"))));
        list.add(El.of("li", "").add(item));
      }
    }
    if (shown == 0) {
      list.add(El.of("li", "empty").text("No layer fits."));
    } else if (shown > SHOWN) {
      list.add(El.of("li", "empty").text((shown - SHOWN) + " more; search for them."));
    }
  }

  private static String detail(JsonObject layer) {
    String note = layer.string("note");
    return layer.string("name") + (note.isEmpty() ? " · " + layer.string("crs") : " · " + note);
  }
}
