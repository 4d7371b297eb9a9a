package org.terrella.webapp.panel;

import java.util.List;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSString;
import org.terrella.document.Edit;
import org.terrella.document.Layer;
import org.terrella.document.Section;
import org.terrella.document.symbology.Mapping;
import org.terrella.document.symbology.Rgba;
import org.terrella.document.symbology.Scale;
import org.terrella.document.symbology.Symbology;
import org.terrella.exact.DoubleText;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.color.Colors;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** How the selected layer looks: one symbol, or colours by classes of a field. */
public final class StylePanel implements Shell.Panel {
  private static final String[] MODES = {"quantile", "equal interval", "jenks", "pretty"};

  private final App app;
  private final El content = El.div("panel-body");
  private String drawn = "";
  private String field = "";
  private String mode = "quantile";
  private String ramp = "viridis";
  private int classes = 5;
  private boolean reverse;

  public StylePanel(App app) {
    this.app = app;
    app.selection.listen(this::refresh);
    app.store.listenTo(List.of(Section.LAYERS, Section.SOURCES), this::refresh);
    app.tables.listen(source -> refresh());
    refresh();
  }

  @Override
  public String id() {
    return "style";
  }

  @Override
  public String title() {
    return "Style";
  }

  @Override
  public Icon icon() {
    return Icon.STYLE;
  }

  @Override
  public El content() {
    return content;
  }

  /** Draws anew when another layer, another kind of look or other data are to be seen. */
  private void refresh() {
    Layer layer = app.store.document().layers().get(app.selection.layer());
    LayerTables.Table table = layer == null ? null : app.tables.of(layer);
    boolean ready = table != null && table.summary() != null;
    String state =
        layer == null ? "none" : layer.id() + ready + layer.name() + layer.symbology().toString();
    if (!state.equals(drawn)) {
      boolean ownEdit = El.isEditing(content);
      drawn = state;
      if (!ownEdit) {
        draw(layer, ready ? table : null);
      }
    }
  }

  private void draw(Layer layer, LayerTables.Table table) {
    content.clear();
    if (layer == null || table == null) {
      content.add(
          El.div("empty")
              .text(
                  layer == null
                      ? "Select a layer to style it."
                      : "This layer has nothing that could be styled."));
      return;
    }
    Symbology look = Symbology.of(layer);
    Mapping graduated = look.classes();
    content.add(El.div("panel-subject").text(layer.name()));
    El kind =
        El.of("wa-select", "")
            .attr("label", "Colour by")
            .attr("size", "s")
            .attr("value", graduated == null ? "single" : "graduated");
    kind.add(
        El.of("wa-option", "").attr("value", "single").text("One colour"),
        El.of("wa-option", "").attr("value", "graduated").text("Classes of a number"));
    El below = El.div("form");
    content.add(El.div("form").add(kind), below);
    if (graduated == null) {
      single(below, layer, look, table);
    } else {
      graduated(below, layer, look, table);
    }
    kind.on(
        "change",
        event -> {
          below.clear();
          if (kind.value().equals("graduated")) {
            graduated(below, layer, look, table);
          } else {
            Symbology plain =
                Symbology.single(Rgba.ofHex("#3f7fbf", 0.45), Rgba.ofHex("#3f7fbf", 1), 1.25, 5);
            apply(layer, plain, "Change style");
            single(below, layer, plain, table);
          }
        });
  }

  private void single(El form, Layer layer, Symbology look, LayerTables.Table table) {
    String geometry = table.summary().string("geometryType");
    boolean points = geometry.contains("Point");
    boolean lines = geometry.contains("Line");
    Rgba fill = look.color("fill-color", new Rgba(63, 127, 191, 0.45));
    Rgba stroke = look.color("stroke-color", new Rgba(63, 127, 191, 1));
    double width = look.number("stroke-width", 1.25);
    double radius = look.number("circle-radius", 5);
    El fillColor = color("Fill", fill);
    El fillOpacity = number("Fill opacity (%)", fill.alpha() * 100, 0, 100, 5);
    El strokeColor = color(lines ? "Colour" : "Outline", stroke);
    El strokeWidth = number(lines ? "Width (px)" : "Outline width (px)", width, 0, 20, 0.25);
    El size = number("Radius (px)", radius, 0.5, 60, 0.5);
    if (!lines) {
      form.add(fillColor, fillOpacity);
    }
    form.add(strokeColor, strokeWidth);
    boolean sized =
        look.driver("circle-radius") != null && !look.driver("circle-radius").field().isEmpty();
    if (points && !sized) {
      form.add(size);
    }
    Runnable change =
        () ->
            apply(
                app.store.document().layer(layer.id()),
                look.withColors(
                    Rgba.ofHex(hex(fillColor), parse(fillOpacity, fill.alpha() * 100) / 100),
                    Rgba.ofHex(hex(strokeColor), 1),
                    parse(strokeWidth, width),
                    sized ? -1 : parse(size, radius)),
                "Change style of " + layer.name());
    for (El input : new El[] {fillColor, fillOpacity, strokeColor, strokeWidth, size}) {
      input.on("input", event -> change.run());
    }
  }

  private static String hex(El color) {
    return color.inner("input").value();
  }

  private static double parse(El input, double otherwise) {
    double value = DoubleText.parseOrNaN(input.value());
    return Double.isNaN(value) || value < 0 ? otherwise : value;
  }

  private void graduated(El form, Layer layer, Symbology look, LayerTables.Table table) {
    Mapping current = look.classes();
    El fields = El.of("wa-select", "").attr("label", "Field").attr("size", "s");
    String first = "";
    for (JsonObject each : table.summary().array("fields").objects()) {
      if (LayerTables.isNumeric(each)) {
        first = first.isEmpty() ? each.string("name") : first;
        fields.add(
            El.of("wa-option", "")
                .attr("value", Options.encode(each.string("name")))
                .text(each.string("name")));
      }
    }
    if (first.isEmpty()) {
      form.add(El.div("empty").text("This layer has no field with numbers."));
      return;
    }
    field = first;
    if (current != null && current.scale() instanceof Scale.ColorMap map) {
      field = current.field();
      mode = map.mode();
      ramp = map.name();
      reverse = map.reverse();
      classes = map.stops().size();
    }
    fields.attr("value", Options.encode(field));
    El modes = El.of("wa-select", "").attr("label", "Classes").attr("size", "s");
    for (String each : MODES) {
      modes.add(El.of("wa-option", "").attr("value", Options.encode(each)).text(label(each)));
    }
    modes.attr("value", Options.encode(mode));
    El count = number("Number of classes", classes, 1, 12, 1);
    El ramps = El.div("ramps").attr("role", "radiogroup").attr("aria-label", "Colour ramp");
    El flip = El.of("wa-checkbox", "").attr("size", "s").text("Reverse the ramp").checked(reverse);
    El breaks = El.div("breaks");
    form.add(fields, modes, count, El.div("field-label").text("Colour ramp"), ramps, flip, breaks);
    Runnable classify =
        () -> {
          field = Options.decode(fields.value().isEmpty() ? Options.encode(field) : fields.value());
          mode = Options.decode(modes.value().isEmpty() ? Options.encode(mode) : modes.value());
          classes = (int) Math.max(1, Math.min(12, parse(count, classes)));
          reverse = flip.checked();
          Actions.run(
              app,
              "layer:classify",
              JsonObject.of()
                  .with("layerId", layer.id())
                  .with("field", field)
                  .with("mode", mode)
                  .with("classes", (long) classes)
                  .with("ramp", ramp)
                  .with("reverse", reverse));
        };
    fields.on("change", event -> classify.run());
    modes.on("change", event -> classify.run());
    count.on("input", event -> classify.run());
    flip.on("change", event -> classify.run());
    Actions.start(app, () -> ramps(ramps, classify));
    if (current == null) {
      classify.run();
    }
  }

  private static String label(String mode) {
    return switch (mode) {
      case "quantile" -> "Equal count (quantile)";
      case "equal interval" -> "Equal interval";
      case "jenks" -> "Natural breaks (Jenks)";
      default -> "Pretty breaks";
    };
  }

  private void ramps(El box, Runnable chosen) {
    Colors colors = Promises.await(Lazy.loadColors());
    JSArrayReader<JSString> names = colors.rampNames();
    for (int i = 0; i < names.getLength(); i++) {
      String name = names.get(i).stringValue();
      StringBuilder gradient = new StringBuilder("linear-gradient(to right");
      JSArrayReader<JSArrayReader<JSNumber>> shades = colors.rampColors(name, 7, false);
      for (int k = 0; k < shades.getLength(); k++) {
        JSArrayReader<JSNumber> rgb = shades.get(k);
        gradient
            .append(", rgb(")
            .append(rgb.get(0).intValue())
            .append(',')
            .append(rgb.get(1).intValue())
            .append(',')
            .append(rgb.get(2).intValue())
            .append(')');
      }
      El button =
          El.of("button", "ramp")
              .attr("type", "button")
              .attr("role", "radio")
              .attr("aria-checked", name.equals(ramp) ? "true" : "false")
              .attr("aria-label", name)
              .attr("title", name)
              .css("background", gradient.append(')').toString());
      button.onClick(
          () -> {
            ramp = name;
            box.each(".ramp", "aria-checked", "false");
            button.attr("aria-checked", "true");
            chosen.run();
          });
      box.add(button);
    }
  }

  private void apply(Layer layer, Symbology look, String label) {
    app.store.apply(new Edit.ReplaceLayer(layer.withSymbology(look.toJson()), label));
  }

  private static El color(String label, Rgba value) {
    return El.of("label", "color-field")
        .add(
            El.of("span", "").text(label),
            El.of("input", "").attr("type", "color").value(value.toHex()));
  }

  private static El number(String label, double value, double min, double max, double step) {
    return El.of("wa-input", "")
        .attr("type", "number")
        .attr("size", "s")
        .attr("label", label)
        .attr("min", DoubleText.write(min))
        .attr("max", DoubleText.write(max))
        .attr("step", DoubleText.write(step))
        .value(DoubleText.write(Math.floor(value * 100 + 0.5) / 100));
  }
}
