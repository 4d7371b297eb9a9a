package org.terrella.webapp.form;

import java.util.List;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.interop.ol.Projections;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.Words;
import org.terrella.webapp.panel.Actions;
import org.terrella.webapp.panel.CrsDialog;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;
import org.terrella.workbench.ui.Menu;

/** Whatever is written: a text, an extent, a point, a system, a list of values. */
final class TextControl extends Control {
  private final String type;
  private final El input;
  private final El box;

  TextControl(FormScope scope, JsonObject parameter) {
    super(scope, parameter);
    type = parameter.string("type");
    input = El.of("wa-input", "").attr("size", "s").attr("label", label()).attr("hint", hint());
    El chooser =
        switch (type) {
          case "crs" -> El.iconButton(Icon.SEARCH, "Choose a system", this::chooseCrs);
          case "extent" -> El.iconButton(Icon.ZOOM_TO, "Take an extent", () -> {});
          case "point" -> El.iconButton(Icon.ZOOM_TO, "Take a point of the map", () -> {});
          default -> null;
        };
    if (type.equals("extent")) {
      chooser.onClick(() -> chooseExtent(chooser));
    } else if (type.equals("point")) {
      chooser.onClick(() -> choosePoint(chooser));
    }
    box = chooser == null ? input : El.div("with-button").add(input, chooser);
    set(defaultValue());
  }

  private String hint() {
    String hint =
        switch (type) {
          case "extent" -> "xmin, xmax, ymin, ymax";
          case "point" -> "x, y";
          case "crs" -> "Such as EPSG:4326, or ProjectCrs for that of the map";
          case "matrix" -> "A JSON array, such as [1, 2]";
          default -> "";
        };
    return !optional() ? hint : hint.isEmpty() ? "Optional" : "Optional. " + hint;
  }

  private void chooseCrs() {
    String now = input.value().trim();
    String known = now.equals("ProjectCrs") ? scope.app.store.document().projection() : now;
    CrsDialog.open(scope.app, label(), "Search by place, name or code.", known, this::write);
  }

  private void write(String text) {
    input.value(text);
    scope.changed();
  }

  private void chooseExtent(El button) {
    Menu menu = new Menu();
    menu.item(Icon.ZOOM_TO, "What the map shows", () -> takeExtent(null));
    for (Layer layer : scope.layers(JsonObject.of())) {
      if (scope.summary(layer).has("extent")) {
        menu.item(Icon.LAYERS, "All of " + layer.name(), () -> takeExtent(layer));
      }
    }
    menu.open(button.node());
  }

  /** The system of what is computed; empty where it is not known. */
  private String projection() {
    Layer layer = scope.layer("");
    return layer == null ? "" : scope.summary(layer).object("crs").optString("id", "");
  }

  /** Writes the extent of a layer, or for null that of the map. */
  private void takeExtent(Layer layer) {
    Actions.start(
        scope.app,
        () -> {
          JsonObject summary = scope.summary(layer);
          JsonObject view = layer == null ? view() : summary;
          String from = layer == null ? view.string("crs") : summary.object("crs").string("id");
          double[] found = view.array("extent").numbers();
          String to = projection();
          if (!to.isEmpty() && !from.isEmpty() && !to.equals(from)) {
            found = Projections.transformExtent(found, from, to, 8);
          }
          write(
              rounded(found[0], false)
                  + ", "
                  + rounded(found[2], true)
                  + ", "
                  + rounded(found[1], false)
                  + ", "
                  + rounded(found[3], true));
        });
  }

  private JsonObject view() {
    return (JsonObject) scope.app.commands.execute("view:get", JsonObject.of(), new Execution());
  }

  private void choosePoint(El button) {
    new Menu()
        .item(
            Icon.SELECT,
            "Where I click on the map",
            () -> {
              scope.app.messages.info("Click on the map.");
              scope.app.click.await(this::takePoint);
            })
        .item(
            Icon.ZOOM_TO,
            "The centre of the map",
            () -> Actions.start(scope.app, () -> takePoint(view().array("center").numbers())))
        .open(button.node());
  }

  private void takePoint(double[] at) {
    String from = scope.app.store.document().projection();
    String to = projection();
    double[] place = to.isEmpty() || to.equals(from) ? at : Projections.transform(at, from, to);
    write(rounded(place[0], false) + ", " + rounded(place[1], false));
  }

  /** To about a tenth of a metre, outwards, so that nothing at the edge is left out. */
  private String rounded(double value, boolean up) {
    double unit = Math.abs(value) <= 360 ? 1e6 : 100;
    double scaled = value * unit;
    return DoubleText.write((up ? Math.ceil(scaled) : Math.floor(scaled)) / unit);
  }

  @Override
  public El element() {
    return box;
  }

  @Override
  public JsonValue value() {
    String text = input.value().trim();
    boolean plain = type.equals("string");
    if (text.isEmpty()) {
      if (plain && defaultValue() instanceof JsonString) {
        return new JsonString("");
      }
      if (!optional()) {
        throw missing();
      }
      return JsonNull.NULL;
    }
    switch (type) {
      case "matrix" -> {
        return list(text);
      }
      case "extent" -> demand(text, 4, "four numbers: xmin, xmax, ymin, ymax");
      case "point" -> demand(text, 2, "two numbers: x, y");
      default -> {}
    }
    return new JsonString(text);
  }

  private JsonArray list(String text) {
    try {
      if (Json.parse(text) instanceof JsonArray array) {
        return array;
      }
    } catch (TerrellaException unreadable) {
      // The sentence below says what is wanted.
    }
    throw TerrellaException.invalid(label() + " must be a JSON array, such as [1, 2].");
  }

  /** Fails for a text of another number of numbers, but for one that names a layer. */
  private void demand(String text, int count, String what) {
    int bracket = text.indexOf('[');
    List<String> parts = Words.listed(bracket < 0 ? text : text.substring(0, bracket));
    boolean good = parts.size() == count;
    for (String part : parts) {
      double number = DoubleText.parseOrNaN(part);
      good &= number - number == 0;
    }
    if (!good && !scope.app.store.document().layers().containsKey(text)) {
      throw TerrellaException.invalid(label() + " must be " + what + ".");
    }
  }

  @Override
  public void set(JsonValue value) {
    input.value(
        value instanceof JsonString text
            ? text.value()
            : value instanceof JsonNumber number
                ? number.text()
                : value == JsonNull.NULL ? "" : Json.write(value));
  }
}
