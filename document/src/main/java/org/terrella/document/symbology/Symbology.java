package org.terrella.document.symbology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.terrella.document.Layer;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * The look of a vector layer: mappings from constants and attributes to colours, widths and radii.
 * Later mappings win where two drive the same visual variable.
 *
 * @param conditional jGIS rules with conditions; not drawn, but kept
 */
public record Symbology(List<Mapping> mappings, List<JsonObject> conditional) {
  private static final List<String> FILL = List.of("fill-color", "circle-fill-color");
  private static final List<String> STROKE = List.of("stroke-color", "circle-stroke-color");
  private static final List<String> WIDTH = List.of("stroke-width", "circle-stroke-width");
  private static final List<String> RADIUS = List.of("circle-radius");

  public Symbology {
    mappings = List.copyOf(mappings);
    conditional = List.copyOf(conditional);
  }

  public Symbology(List<Mapping> mappings) {
    this(mappings, List.of());
  }

  /** One look for all features; widths and radius in pixels. */
  public static Symbology single(Rgba fill, Rgba stroke, double strokeWidth, double radius) {
    return new Symbology(
        List.of(
            new Mapping("", new Scale.ConstantColor(fill), FILL),
            new Mapping("", new Scale.ConstantColor(stroke), STROKE),
            new Mapping("", new Scale.ConstantNumber(strokeWidth), WIDTH),
            new Mapping("", new Scale.ConstantNumber(radius), RADIUS)));
  }

  /** This look with the fill (for lines: the line) coloured by classes of a field. */
  public Symbology graduated(String field, Scale.ColorMap colors, boolean lines) {
    Symbology base = lines ? without(STROKE) : without(FILL);
    return base.plus(new Mapping(field, colors, lines ? STROKE : FILL));
  }

  /** This look with points whose radius grows with a field. */
  public Symbology withRadius(String field, Scale scale) {
    return without(RADIUS).plus(new Mapping(field, scale, RADIUS));
  }

  /** This look in one colour; a radius below 0 leaves sizes as they are. */
  public Symbology withColors(Rgba fill, Rgba stroke, double strokeWidth, double radius) {
    Symbology colored =
        without(FILL)
            .plus(new Mapping("", new Scale.ConstantColor(fill), FILL))
            .withStroke(stroke, strokeWidth);
    return radius < 0 ? colored : colored.withRadius("", new Scale.ConstantNumber(radius));
  }

  /** This look with another outline; its width in pixels. */
  public Symbology withStroke(Rgba stroke, double width) {
    return without(STROKE)
        .without(WIDTH)
        .plus(new Mapping("", new Scale.ConstantColor(stroke), STROKE))
        .plus(new Mapping("", new Scale.ConstantNumber(width), WIDTH));
  }

  private Symbology plus(Mapping mapping) {
    List<Mapping> more = new ArrayList<>(mappings);
    more.add(mapping);
    return new Symbology(more, conditional);
  }

  private Symbology without(List<String> encodings) {
    List<Mapping> kept = new ArrayList<>();
    for (Mapping mapping : mappings) {
      List<String> left = new ArrayList<>(mapping.encodings());
      left.removeAll(encodings);
      if (!left.isEmpty()) {
        kept.add(new Mapping(mapping.field(), mapping.scale(), left));
      }
    }
    return new Symbology(kept, conditional);
  }

  /** The scale that drives a visual variable, or null. */
  public Mapping driver(String encoding) {
    Mapping found = null;
    for (Mapping mapping : mappings) {
      if (mapping.encodings().contains(encoding)
          && !(mapping.scale() instanceof Scale.Unsupported)) {
        found = mapping;
      }
    }
    return found;
  }

  /** The attributes that the look depends on. */
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    for (Mapping mapping : mappings) {
      if (!mapping.field().isEmpty() && !(mapping.scale() instanceof Scale.Unsupported)) {
        fields.add(mapping.field());
      }
    }
    return fields;
  }

  /** The constant colour of a visual variable, or {@code otherwise}. */
  public Rgba color(String encoding, Rgba otherwise) {
    Mapping driver = driver(encoding);
    return driver != null && driver.scale() instanceof Scale.ConstantColor constant
        ? constant.value()
        : otherwise;
  }

  /** The constant number of a visual variable, or {@code otherwise}. */
  public double number(String encoding, double otherwise) {
    Mapping driver = driver(encoding);
    return driver != null && driver.scale() instanceof Scale.ConstantNumber constant
        ? constant.value()
        : otherwise;
  }

  /** The mapping by classes of colour, or null. */
  public Mapping classes() {
    for (Mapping mapping : mappings) {
      if (mapping.scale() instanceof Scale.ColorMap) {
        return mapping;
      }
    }
    return null;
  }

  /** As {@code symbologyState} of a jGIS layer. */
  public JsonObject toJson() {
    List<JsonValue> rules = new ArrayList<>();
    int number = 0;
    for (Mapping mapping : mappings) {
      JsonArray fields = JsonArray.of();
      if (!mapping.field().isEmpty()) {
        fields = fields.with(mapping.field());
      }
      rules.add(
          JsonObject.of()
              .with("id", "rule-" + ++number)
              .with("fields", fields)
              .with(
                  "mappings",
                  JsonArray.of(
                      JsonObject.of()
                          .with("scale", Scale.toJson(mapping.scale()))
                          .with("encodings", JsonArray.ofStrings(mapping.encodings())))));
    }
    rules.addAll(conditional);
    JsonObject layer = JsonObject.of().with("id", "symbology").with("rules", JsonArray.of(rules));
    return JsonObject.of().with("layers", JsonArray.of(layer));
  }

  /** The look of a layer; of one without symbology, a plain one. */
  public static Symbology of(Layer layer) {
    Symbology read = of(layer.symbology());
    return read.mappings().isEmpty() ? DefaultLook.of(layer.id()) : read;
  }

  /** Reads a jGIS {@code symbologyState}; what cannot be used drives nothing. */
  public static Symbology of(JsonObject symbologyState) {
    List<Mapping> mappings = new ArrayList<>();
    List<JsonObject> conditional = new ArrayList<>();
    for (JsonObject layer : objects(symbologyState, "layers")) {
      for (JsonObject rule : objects(layer, "rules")) {
        if (rule.members().get("when") instanceof JsonArray when && !when.isEmpty()) {
          conditional.add(rule);
          continue;
        }
        List<String> fields = strings(rule, "fields");
        for (JsonObject mapping : objects(rule, "mappings")) {
          if (mapping.members().get("scale") instanceof JsonObject scale) {
            mappings.add(
                new Mapping(
                    fields.isEmpty() ? "" : fields.get(0),
                    Scale.of(scale),
                    strings(mapping, "encodings")));
          }
        }
      }
    }
    return new Symbology(mappings, conditional);
  }

  private static List<JsonObject> objects(JsonObject parent, String key) {
    List<JsonObject> objects = new ArrayList<>();
    if (parent.members().get(key) instanceof JsonArray array) {
      for (JsonValue value : array) {
        if (value instanceof JsonObject object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }

  private static List<String> strings(JsonObject parent, String key) {
    List<String> strings = new ArrayList<>();
    if (parent.members().get(key) instanceof JsonArray array) {
      for (JsonValue value : array) {
        if (value instanceof JsonString string) {
          strings.add(string.value());
        }
      }
    }
    return strings;
  }
}
