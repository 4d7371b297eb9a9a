package org.terrella.webapp.form;

import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.panel.Options;
import org.terrella.workbench.ui.El;

/** A number, or a distance with its unit. */
final class NumberControl extends Control {
  private static final String LAYER = "layer";
  private static final double METERS_PER_DEGREE = 111_195;

  private final El input;
  private final El box;
  private final UnitSelect unit;

  NumberControl(FormScope scope, JsonObject parameter) {
    super(scope, parameter);
    input =
        El.of("wa-input", "distance-value")
            .attr("type", "number")
            .attr("size", "s")
            .attr("step", parameter.optBool("integer", false) ? "1" : "any")
            .attr("label", label())
            .attr("hint", optional() ? "Optional" : "");
    boolean distance = parameter.string("type").equals("distance");
    unit = distance ? new UnitSelect(this) : null;
    box = distance ? El.div("distance").add(input, unit.element()) : input;
    set(defaultValue());
  }

  /** Units that a distance can have, and those of its layer. */
  static final class UnitSelect {
    private static final String[] UNITS = {
      "meters", "kilometers", "feet", "yards", "miles", "nautical miles"
    };

    private final Control of;
    private final El box = El.div("distance-unit");
    private String unit = "";
    private boolean chosen;

    UnitSelect(Control of) {
      this.of = of;
      suggest();
    }

    El element() {
      return box;
    }

    /** The unit's name; {@value NumberControl#LAYER} for that of the layer. */
    String unit() {
      return unit;
    }

    boolean isLayers() {
      return unit.equals(LAYER);
    }

    void set(String wanted) {
      unit = wanted.isEmpty() ? LAYER : wanted;
      chosen = true;
      draw();
    }

    /** Takes metres where they can be measured, unless the person chose. */
    void suggest() {
      if (!chosen) {
        unit = isOnGlobe() ? "kilometers" : takesMeters() ? "meters" : LAYER;
      }
      draw();
    }

    private JsonObject crs() {
      String from = of.parameter.optString("unitsFrom", "");
      return of.scope.summary(of.scope.layer(from)).optObject("crs");
    }

    boolean isInDegrees() {
      return crs().optBool("geographic", false);
    }

    /** A distance that belongs to no layer. */
    private boolean isOnGlobe() {
      return !of.parameter.has("unitsFrom");
    }

    private boolean takesMeters() {
      if (isOnGlobe()) {
        return true;
      }
      return isInDegrees()
          ? of.parameter.optBool("ellipsoidal", false)
          : crs().optNumber("metersPerUnit", 0) > 0;
    }

    /** Fails for metres that cannot be measured on the layer. */
    void check() {
      if (!unit.equals(LAYER) && !takesMeters() && !crs().isEmpty()) {
        throw TerrellaException.invalid(
            isInDegrees()
                ? "The layer is in degrees and this tool measures in the plane: reproject the"
                    + " layer first, or give degrees."
                : "The layer's coordinate reference system is not known: set it first, or take"
                    + " the units of the layer.");
      }
    }

    String warning(double value) {
      if (!unit.equals(LAYER) || !isInDegrees() || value != value || value == 0) {
        return "";
      }
      double kilometers = Math.abs(value) * METERS_PER_DEGREE / 1000;
      String about =
          kilometers < 10
              ? DoubleText.write(Math.floor(kilometers * 10 + 0.5) / 10)
              : DoubleText.write(Math.floor(kilometers + 0.5));
      return "The layer is in degrees: this is about "
          + about
          + " km from south to north, and less from west to east. Reproject the layer to measure"
          + " in metres.";
    }

    private void draw() {
      El select = El.of("wa-select", "").attr("label", "Unit").attr("size", "s");
      for (String each : UNITS) {
        select.add(option(Options.encode(each), each).flag("selected", each.equals(unit)));
      }
      double meters = crs().optNumber("metersPerUnit", 0);
      String own =
          isInDegrees() ? "degrees" : meters == 1 ? "units of the layer (m)" : "units of the layer";
      select.add(option(Options.encode(LAYER), own).flag("selected", unit.equals(LAYER)));
      select.on(
          "change",
          event -> {
            unit = Options.decode(select.value());
            chosen = true;
          });
      box.content(select);
    }
  }

  @Override
  public El element() {
    return box;
  }

  @Override
  public JsonValue value() {
    if (input.value().trim().isEmpty() && optional()) {
      return JsonNull.NULL;
    }
    JsonNumber number = number(input.value());
    if (unit == null || unit.isLayers()) {
      return number;
    }
    unit.check();
    return JsonObject.of().with("value", number).with("unit", unit.unit());
  }

  @Override
  public void set(JsonValue value) {
    JsonValue number = value instanceof JsonObject object ? object.get("value") : value;
    input.value(
        number instanceof JsonNumber known
            ? known.text()
            : number instanceof JsonString text ? text.value() : "");
    if (unit != null && value != defaultValue()) {
      unit.set(value instanceof JsonObject object ? object.optString("unit", "") : "");
    }
  }

  /** The unit; null for a plain number. */
  UnitSelect unit() {
    return unit;
  }

  @Override
  public String warning() {
    return unit == null ? "" : unit.warning(DoubleText.parseOrNaN(input.value().trim()));
  }

  @Override
  void layersChanged() {
    if (unit != null) {
      unit.suggest();
    }
  }
}
