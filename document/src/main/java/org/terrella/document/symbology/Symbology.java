package org.terrella.document.symbology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.terrella.document.Layer;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * The look of a vector layer: mappings from constants and attributes to colours, widths and radii,
 * in rules, in layers that lie on each other. Later mappings win where two of a layer drive the
 * same visual variable. It is a view of the JSON: whatever this version does not know stays in it,
 * also when the look is changed.
 */
public final class Symbology {
  private static final List<String> FILL = List.of("fill-color", "circle-fill-color");
  private static final List<String> STROKE = List.of("stroke-color", "circle-stroke-color");
  private static final List<String> WIDTH = List.of("stroke-width", "circle-stroke-width");
  private static final List<String> RADIUS = List.of("circle-radius");

  private final JsonObject json;
  private final List<SymbologyLayer> layers;

  private Symbology(JsonObject json) {
    this.json = json;
    List<SymbologyLayer> read = new ArrayList<>();
    for (JsonObject layer : Mapping.objects(json, "layers")) {
      read.add(SymbologyLayer.of(layer));
    }
    layers = List.copyOf(read);
  }

  /** One layer with a rule for each mapping. */
  public Symbology(List<Mapping> mappings) {
    this(
        JsonObject.of()
            .with(
                "layers",
                JsonArray.of(SymbologyLayer.of("symbology", rules(mappings), When.ALWAYS).json())));
  }

  private static List<Rule> rules(List<Mapping> mappings) {
    List<Rule> rules = new ArrayList<>();
    for (Mapping mapping : mappings) {
      rules.add(
          Rule.of("rule-" + (rules.size() + 1), mapping.field(), List.of(mapping), When.ALWAYS));
    }
    return rules;
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

  /** The look of a layer; of one without symbology, a plain one. */
  public static Symbology of(Layer layer) {
    Symbology read = of(layer.symbology());
    for (SymbologyLayer each : read.layers) {
      for (Rule rule : each.rules()) {
        if (!rule.mappings().isEmpty()) {
          return read;
        }
      }
    }
    JsonObject plain = DefaultLook.of(layer.id()).toJson();
    return new Symbology(layer.symbology().withAll(plain));
  }

  /** Reads a jGIS {@code symbologyState}; what cannot be used drives nothing. */
  public static Symbology of(JsonObject symbologyState) {
    return new Symbology(symbologyState);
  }

  /** The drawings that lie on each other, lowest first. */
  public List<SymbologyLayer> layers() {
    return layers;
  }

  public Symbology withLayers(List<SymbologyLayer> newLayers) {
    List<JsonValue> written = new ArrayList<>();
    for (SymbologyLayer layer : newLayers) {
      written.add(layer.json());
    }
    return new Symbology(json.with("layers", JsonArray.of(written)));
  }

  /** This look with the fill (for lines: the line) coloured by classes of a field. */
  public Symbology graduated(String field, Scale.ColorMap colors, boolean lines) {
    return with(new Mapping(field, colors, lines ? STROKE : FILL));
  }

  /** This look with the fill (for lines: the line) coloured by values of a field. */
  public Symbology categorized(String field, Scale.Categorical colors, boolean lines) {
    return with(new Mapping(field, colors, lines ? STROKE : FILL));
  }

  /** This look with points whose radius grows with a field. */
  public Symbology withRadius(String field, Scale scale) {
    return with(new Mapping(field, scale, RADIUS));
  }

  /** This look in one colour; a radius below 0 leaves sizes as they are. */
  public Symbology withColors(Rgba fill, Rgba stroke, double strokeWidth, double radius) {
    Symbology colored =
        with(new Mapping("", new Scale.ConstantColor(fill), FILL)).withStroke(stroke, strokeWidth);
    return radius < 0 ? colored : colored.withRadius("", new Scale.ConstantNumber(radius));
  }

  /** This look with another outline; its width in pixels. */
  public Symbology withStroke(Rgba stroke, double width) {
    return with(
        new Mapping("", new Scale.ConstantColor(stroke), STROKE),
        new Mapping("", new Scale.ConstantNumber(width), WIDTH));
  }

  /**
   * This look with mappings in place of what drove their visual variables. They go into the
   * uppermost layer without conditions that drove one of them, or else into the lowest such layer.
   */
  public Symbology with(Mapping... mappings) {
    List<String> encodings = new ArrayList<>();
    for (Mapping mapping : mappings) {
      encodings.addAll(mapping.encodings());
    }
    SymbologyLayer target = null;
    for (SymbologyLayer layer : layers) {
      if (layer.isPlain() && (target == null || layer.drivesAny(encodings))) {
        target = layer;
      }
    }
    List<JsonValue> items = new ArrayList<>();
    if (json.members().get("layers") instanceof JsonArray there) {
      items.addAll(there.values());
    }
    if (target == null) {
      items.add(SymbologyLayer.of("symbology", rules(List.of(mappings)), When.ALWAYS).json());
    } else {
      SymbologyLayer changed = target;
      for (Mapping mapping : mappings) {
        changed = changed.with(mapping);
      }
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) == target.json()) {
          items.set(i, changed.json());
        }
      }
    }
    return new Symbology(json.with("layers", JsonArray.of(items)));
  }

  /** Mappings that hold for all features, of layers without conditions and preprocessing. */
  public List<Mapping> mappings() {
    List<Mapping> mappings = new ArrayList<>();
    for (SymbologyLayer layer : layers) {
      for (Rule rule : layer.rules()) {
        if (layer.isPlain() && rule.isPlain()) {
          mappings.addAll(rule.mappings());
        }
      }
    }
    return mappings;
  }

  /** The mapping that drives a visual variable for all features, or null. */
  public Mapping driver(String encoding) {
    Mapping found = null;
    for (Mapping mapping : mappings()) {
      if (mapping.drives(encoding)) {
        found = mapping;
      }
    }
    return found;
  }

  /** The attributes that the look depends on, those of conditions too. */
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    for (SymbologyLayer layer : layers) {
      if (!layer.preprocess().isEmpty()) {
        continue;
      }
      layer.when().predicates().forEach(predicate -> fields.add(predicate.field()));
      for (Rule rule : layer.rules()) {
        rule.when().predicates().forEach(predicate -> fields.add(predicate.field()));
        for (Mapping mapping : rule.mappings()) {
          if (mapping.scale().isDrawn()) {
            fields.add(mapping.field());
          }
        }
      }
    }
    fields.remove("");
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
    for (Mapping mapping : mappings()) {
      if (mapping.scale() instanceof Scale.ColorMap) {
        return mapping;
      }
    }
    return null;
  }

  /** The mapping by values to colours, or null. */
  public Mapping categories() {
    for (Mapping mapping : mappings()) {
      if (mapping.scale() instanceof Scale.Categorical) {
        return mapping;
      }
    }
    return null;
  }

  /** As {@code symbologyState} of a jGIS layer. */
  public JsonObject toJson() {
    return json;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Symbology look && json.equals(look.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
