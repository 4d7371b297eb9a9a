package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.data.LayerTables;
import org.terrella.workbench.ui.El;

/** A form made from an algorithm's description. */
final class AlgorithmForm {
  private static final String[] UNITS = {
    "meters", "kilometers", "feet", "yards", "miles", "nautical miles"
  };

  private final App app;
  private final Shell shell;
  private final JsonObject algorithm;
  private final El form = El.div("form");
  private final List<Entry> entries = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Runnable> whenInputChanges = new ArrayList<>();

  /** The value is null in JSON for one that is left out. */
  private record Entry(String name, Supplier<JsonValue> value) {}

  private record Source(String name, El select, String first) {
    String layer() {
      return select.value().isEmpty() ? first : Options.decode(select.value());
    }
  }

  AlgorithmForm(App app, Shell shell, JsonObject algorithm) {
    this.app = app;
    this.shell = shell;
    this.algorithm = algorithm;
    build();
  }

  El element() {
    return form;
  }

  private void build() {
    form.add(El.of("h3", "form-title").text(algorithm.string("name")));
    if (algorithm.has("help")) {
      form.add(El.of("p", "help").text(algorithm.string("help")));
    }
    El advanced = El.of("details", "advanced").add(El.of("summary", "").text("More settings"));
    int more = 0;
    for (JsonObject parameter : algorithm.array("parameters").objects()) {
      El control = control(parameter);
      if (control == null) {
        continue;
      }
      if (isAdvanced(parameter)) {
        advanced.add(control);
        more++;
      } else {
        form.add(control);
      }
    }
    if (more > 0) {
      form.add(advanced);
    }
    El run =
        El.of("wa-button", "run-button").attr("variant", "brand").text("Run").onClick(this::run);
    form.add(run);
  }

  private static boolean isAdvanced(JsonObject parameter) {
    return switch (parameter.string("name")) {
      case "SEGMENTS", "END_CAP_STYLE", "JOIN_STYLE", "MITER_LIMIT" -> true;
      default -> false;
    };
  }

  private static String label(JsonObject parameter) {
    return parameter.optString("label", parameter.string("name"));
  }

  private El control(JsonObject parameter) {
    String name = parameter.string("name");
    return switch (parameter.string("type")) {
      case "source", "vector", "layer" -> source(name, parameter);
      case "multilayer" -> layers(name, parameter);
      case "distance" -> distance(name, parameter);
      case "number", "duration" -> number(name, parameter);
      case "enum" ->
          parameter.optBool("multiple", false) ? choices(name, parameter) : choice(name, parameter);
      case "boolean" -> flag(name, parameter);
      case "field" ->
          parameter.string("fieldsOf").isEmpty() ? text(name, parameter) : fields(name, parameter);
      case "sink", "vectorDestination" ->
          parameter.optBool("createdByDefault", true) ? null : wanted(name, parameter);
      case "fileDestination", "folderDestination", "coordinateoperation" -> null;
      default -> text(name, parameter);
    };
  }

  /** Options for the layers that have features, the selected one first of all. */
  private String addLayers(El select) {
    String chosen = "";
    List<Layer> order = app.store.document().drawingOrder();
    for (int i = order.size() - 1; i >= 0; i--) {
      Layer layer = order.get(i);
      LayerTables.Table table = app.tables.of(layer);
      if (table != null && table.summary() != null) {
        select.add(
            El.of("wa-option", "").attr("value", Options.encode(layer.id())).text(layer.name()));
        if (chosen.isEmpty() || layer.id().equals(app.selection.layer())) {
          chosen = layer.id();
        }
      }
    }
    return chosen;
  }

  private El source(String name, JsonObject parameter) {
    El select = El.of("wa-select", "").attr("label", label(parameter)).attr("size", "s");
    boolean optional = parameter.optBool("optional", false);
    if (optional) {
      select.attr("with-clear", "").attr("hint", "Optional");
    }
    String layer = addLayers(select);
    String first = optional ? "" : layer;
    if (!optional) {
      select.attr("value", Options.encode(first));
    }
    Source source = new Source(name, select, first);
    sources.add(source);
    El only = El.of("wa-checkbox", "").attr("size", "s").text("Selected features only");
    Runnable show = () -> only.flag("hidden", app.features.count(source.layer()) == 0);
    show.run();
    only.checked(app.features.count(first) > 0);
    select.on(
        "change",
        event -> {
          show.run();
          whenInputChanges.forEach(Runnable::run);
        });
    entries.add(
        new Entry(
            name,
            () -> {
              String id = source.layer();
              if (id.isEmpty()) {
                return JsonNull.NULL;
              }
              boolean selected = only.checked() && app.features.count(id) > 0;
              return selected
                  ? JsonObject.of().with("source", id).with("selectedFeaturesOnly", true)
                  : new JsonString(id);
            }));
    return El.div("form-source").add(select, only);
  }

  private El layers(String name, JsonObject parameter) {
    El select = many(parameter);
    addLayers(select);
    entries.add(new Entry(name, () -> decoded(select)));
    return select;
  }

  private static El many(JsonObject parameter) {
    return El.of("wa-select", "")
        .attr("label", label(parameter))
        .attr("size", "s")
        .attr("multiple", "")
        .attr("with-clear", "")
        .attr("hint", parameter.optBool("optional", false) ? "Optional" : "");
  }

  private static JsonArray decoded(El select) {
    List<String> chosen = new ArrayList<>();
    for (String code : select.values()) {
      chosen.add(Options.decode(code));
    }
    return JsonArray.ofStrings(chosen);
  }

  /** A sink that is made only when it is ticked. */
  private El wanted(String name, JsonObject parameter) {
    El box = El.of("wa-checkbox", "").attr("size", "s").text("Also: " + label(parameter));
    entries.add(
        new Entry(name, () -> box.checked() ? new JsonString("TEMPORARY_OUTPUT") : JsonNull.NULL));
    return box;
  }

  /** Whatever is written: texts, expressions, extents, points, systems, lists of values. */
  private El text(String name, JsonObject parameter) {
    String type = parameter.string("type");
    El control =
        El.of("wa-input", "")
            .attr("size", "s")
            .attr("label", label(parameter))
            .attr("hint", hint(type, parameter.optBool("optional", false)));
    if (parameter.opt("default", JsonNull.NULL) instanceof JsonString given) {
      control.value(given.value());
    }
    entries.add(
        new Entry(
            name,
            () -> {
              String value = control.value().trim();
              boolean plain = type.equals("string");
              if (value.isEmpty() && !(plain && parameter.has("default"))) {
                return JsonNull.NULL;
              }
              return type.equals("matrix") ? Json.parse(value) : new JsonString(value);
            }));
    return control;
  }

  private static String hint(String type, boolean optional) {
    return switch (type) {
      case "extent" -> "xmin, xmax, ymin, ymax";
      case "point" -> "x, y";
      case "crs" -> "A code such as EPSG:4326, or ProjectCrs";
      case "matrix" -> "A JSON array";
      default -> optional ? "Optional" : "";
    };
  }

  private El distance(String name, JsonObject parameter) {
    El value =
        El.of("wa-input", "distance-value")
            .attr("type", "number")
            .attr("step", "any")
            .attr("size", "s")
            .attr("label", label(parameter))
            .value(text(parameter.opt("default", JsonNull.NULL)));
    El unit =
        El.of("wa-select", "distance-unit")
            .attr("label", "Unit")
            .attr("size", "s")
            .attr("value", "meters");
    for (String each : UNITS) {
      unit.add(El.of("wa-option", "").attr("value", Options.encode(each)).text(each));
    }
    unit.add(El.of("wa-option", "").attr("value", "layer").text("units of the layer"));
    // A distance that belongs to no layer is one on the globe.
    String usual = parameter.has("unitsFrom") ? "meters" : "kilometers";
    unit.attr("value", Options.encode(usual));
    entries.add(
        new Entry(
            name,
            () -> {
              if (value.value().trim().isEmpty() && parameter.optBool("optional", false)) {
                return JsonNull.NULL;
              }
              JsonNumber number = parsed(value.value(), label(parameter));
              String chosen = unit.value().isEmpty() ? Options.encode(usual) : unit.value();
              return chosen.equals("layer")
                  ? number
                  : JsonObject.of().with("value", number).with("unit", Options.decode(chosen));
            }));
    return El.div("distance").add(value, unit);
  }

  private static JsonNumber parsed(String text, String label) {
    double value = DoubleText.parseOrNaN(text.trim());
    if (Double.isNaN(value)) {
      throw TerrellaException.invalid(label + " must be a number.");
    }
    return JsonNumber.of(value);
  }

  private static String text(JsonValue value) {
    return value instanceof JsonNumber number ? number.text() : "";
  }

  private El number(String name, JsonObject parameter) {
    El control =
        El.of("wa-input", "")
            .attr("type", "number")
            .attr("size", "s")
            .attr("step", parameter.optBool("integer", false) ? "1" : "any")
            .attr("label", label(parameter))
            .value(text(parameter.opt("default", JsonNull.NULL)));
    boolean optional = parameter.optBool("optional", false);
    entries.add(
        new Entry(
            name,
            () ->
                optional && control.value().trim().isEmpty()
                    ? JsonNull.NULL
                    : parsed(control.value(), label(parameter))));
    return control;
  }

  /** The number of the default; QGIS has one in an array. */
  private static int first(JsonObject parameter) {
    return parameter.opt("default", JsonNull.NULL) instanceof JsonArray list
        ? list.integer(0)
        : parameter.optInteger("default", 0);
  }

  private El choice(String name, JsonObject parameter) {
    El select =
        El.of("wa-select", "")
            .attr("label", label(parameter))
            .attr("size", "s")
            .attr("value", "o" + first(parameter));
    JsonArray options = parameter.array("options");
    for (int i = 0; i < options.size(); i++) {
      select.add(El.of("wa-option", "").attr("value", "o" + i).text(options.string(i)));
    }
    entries.add(
        new Entry(
            name,
            () ->
                JsonNumber.of(
                    select.value().isEmpty()
                        ? first(parameter)
                        : Integer.parseInt(select.value().substring(1)))));
    return select;
  }

  private El choices(String name, JsonObject parameter) {
    El select = many(parameter);
    JsonArray options = parameter.array("options");
    for (int i = 0; i < options.size(); i++) {
      select.add(
          El.of("wa-option", "")
              .attr("value", Options.encode(options.string(i)))
              .text(options.string(i)));
    }
    entries.add(
        new Entry(
            name,
            () -> {
              JsonArray chosen = decoded(select);
              return chosen.isEmpty() ? JsonNull.NULL : chosen;
            }));
    return select;
  }

  private El flag(String name, JsonObject parameter) {
    El box =
        El.of("wa-checkbox", "")
            .attr("size", "s")
            .text(label(parameter))
            .checked(parameter.optBool("default", false));
    entries.add(new Entry(name, () -> JsonBoolean.of(box.checked())));
    return box;
  }

  private El fields(String name, JsonObject parameter) {
    boolean multiple = parameter.optBool("multiple", false);
    boolean optional = parameter.optBool("optional", false);
    El select =
        multiple
            ? many(parameter)
            : El.of("wa-select", "").attr("label", label(parameter)).attr("size", "s");
    if (optional && !multiple) {
      select.attr("with-clear", "").attr("hint", "Optional");
    }
    Runnable fill =
        () -> {
          select.clear();
          Layer layer = app.store.document().layers().get(layerOf(parameter.string("fieldsOf")));
          LayerTables.Table table = layer == null ? null : app.tables.of(layer);
          if (table != null && table.summary() != null) {
            for (JsonObject field : table.summary().array("fields").objects()) {
              select.add(
                  El.of("wa-option", "")
                      .attr("value", Options.encode(field.string("name")))
                      .text(field.string("name")));
            }
          }
        };
    fill.run();
    whenInputChanges.add(fill);
    entries.add(
        new Entry(
            name,
            () -> {
              if (multiple) {
                return decoded(select);
              }
              return select.value().isEmpty()
                  ? JsonNull.NULL
                  : new JsonString(Options.decode(select.value()));
            }));
    return select;
  }

  private String layerOf(String parameter) {
    for (Source source : sources) {
      if (source.name().equals(parameter)) {
        return source.layer();
      }
    }
    return "";
  }

  private void run() {
    Actions.start(
        app,
        () -> {
          JsonObject parameters = JsonObject.of();
          for (Entry entry : entries) {
            JsonValue value = entry.value().get();
            parameters = value == JsonNull.NULL ? parameters : parameters.with(entry.name(), value);
          }
          shell.badge("jobs", "…");
          JsonObject args =
              JsonObject.of()
                  .with("algorithm", algorithm.string("id"))
                  .with("parameters", parameters);
          Actions.run(
              app,
              "processing:run",
              args,
              () -> app.messages.success(algorithm.string("name") + " is done."));
        });
  }
}
