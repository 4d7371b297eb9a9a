package org.terrella.processing.algorithm;

import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * A parameter of an algorithm. Made by the factory of its type; other methods give a refined copy.
 */
public final class ParameterDescription {
  private final String name;
  private final String label;
  private final ParameterType type;
  private JsonValue defaultValue;
  private boolean optional;
  private double min = Double.NEGATIVE_INFINITY;
  private double max = Double.POSITIVE_INFINITY;
  private List<String> options = List.of();
  private String of = "";
  private boolean multiple;
  private boolean integer;
  private boolean ellipsoidal;
  private boolean created = true;
  private boolean dynamic;
  private boolean selection;
  private List<Integer> geometry = List.of();

  private ParameterDescription(String name, String label, ParameterType type) {
    this.name = name;
    this.label = label;
    this.type = type;
  }

  private ParameterDescription copy() {
    ParameterDescription copy = new ParameterDescription(name, label, type);
    copy.defaultValue = defaultValue;
    copy.optional = optional;
    copy.min = min;
    copy.max = max;
    copy.options = options;
    copy.of = of;
    copy.multiple = multiple;
    copy.integer = integer;
    copy.ellipsoidal = ellipsoidal;
    copy.created = created;
    copy.dynamic = dynamic;
    copy.selection = selection;
    copy.geometry = geometry;
    return copy;
  }

  private static ParameterDescription plain(
      String name, String label, ParameterType type, JsonValue value) {
    ParameterDescription plain = new ParameterDescription(name, label, type);
    plain.defaultValue = value;
    return plain;
  }

  /** A parameter of any type without a default. */
  public static ParameterDescription of(String name, String label, ParameterType type) {
    return plain(name, label, type, null);
  }

  /**
   * A layer.
   *
   * @param geometry QGIS's codes of what its features may be: 0 points, 1 lines, 2 polygons, -1
   *     whatever has a geometry, 5 whatever; nothing says the same as -1
   */
  public static ParameterDescription source(String name, String label, Integer... geometry) {
    ParameterDescription source = plain(name, label, ParameterType.SOURCE, null);
    source.geometry = List.of(geometry);
    return source;
  }

  public static ParameterDescription sink(String name, String label) {
    return plain(name, label, ParameterType.SINK, null);
  }

  /** A length in the units of the source, or of the CRS, {@code unitsFrom}. */
  public static ParameterDescription distance(
      String name, String label, double value, String unitsFrom) {
    ParameterDescription distance =
        plain(name, label, ParameterType.DISTANCE, JsonNumber.of(value));
    distance.of = unitsFrom;
    return distance;
  }

  public static ParameterDescription number(String name, String label, double value) {
    return plain(name, label, ParameterType.NUMBER, JsonNumber.of(value));
  }

  public static ParameterDescription integer(String name, String label, long value) {
    ParameterDescription whole = plain(name, label, ParameterType.NUMBER, JsonNumber.of(value));
    whole.integer = true;
    return whole;
  }

  /** A time span; the label names its unit. */
  public static ParameterDescription duration(String name, String label, double value) {
    return plain(name, label, ParameterType.DURATION, JsonNumber.of(value));
  }

  public static ParameterDescription flag(String name, String label, boolean value) {
    return plain(name, label, ParameterType.BOOLEAN, JsonBoolean.of(value));
  }

  public static ParameterDescription text(String name, String label, String value) {
    return plain(name, label, ParameterType.STRING, new JsonString(value));
  }

  /** One of {@code options}; {@code value} is the index of the default. */
  public static ParameterDescription choice(
      String name, String label, int value, List<String> options) {
    ParameterDescription choice = plain(name, label, ParameterType.ENUM, JsonNumber.of(value));
    choice.options = List.copyOf(options);
    return choice;
  }

  /** One of {@code options}, without a default. */
  public static ParameterDescription choice(String name, String label, List<String> options) {
    ParameterDescription choice = plain(name, label, ParameterType.ENUM, null);
    choice.options = List.copyOf(options);
    return choice;
  }

  /** Any of {@code options}; the first is the default. */
  public static ParameterDescription choices(String name, String label, List<String> options) {
    ParameterDescription choices =
        plain(name, label, ParameterType.ENUM, JsonArray.of(JsonNumber.of(0)));
    choices.options = List.copyOf(options);
    choices.multiple = true;
    return choices;
  }

  /** A field of the source {@code fieldsOf}. */
  public static ParameterDescription field(String name, String label, String fieldsOf) {
    ParameterDescription field = plain(name, label, ParameterType.FIELD, null);
    field.of = fieldsOf;
    return field;
  }

  /** Any number of fields of the source {@code fieldsOf}. */
  public static ParameterDescription fields(String name, String label, String fieldsOf) {
    ParameterDescription fields = field(name, label, fieldsOf);
    fields.multiple = true;
    return fields;
  }

  /** An expression over the main input, without a default. */
  public static ParameterDescription expression(String name, String label) {
    return plain(name, label, ParameterType.EXPRESSION, null);
  }

  /** An expression over the main input. */
  public static ParameterDescription expression(String name, String label, String value) {
    return plain(name, label, ParameterType.EXPRESSION, new JsonString(value));
  }

  public static ParameterDescription crs(String name, String label, String value) {
    return plain(name, label, ParameterType.CRS, new JsonString(value));
  }

  /** The same, with limits that are themselves allowed. */
  public ParameterDescription between(double least, double largest) {
    ParameterDescription limited = copy();
    limited.min = least;
    limited.max = largest;
    return limited;
  }

  /** The same, with a limit that is itself allowed. */
  public ParameterDescription atLeast(double least) {
    return between(least, Double.POSITIVE_INFINITY);
  }

  /** The same, which may be left out; it keeps its default. */
  public ParameterDescription asOptional() {
    ParameterDescription optionalOne = copy();
    optionalOne.optional = true;
    return optionalOne;
  }

  /** The same with another default, for the few that QGIS writes in another way. */
  public ParameterDescription withDefault(JsonValue value) {
    ParameterDescription other = copy();
    other.defaultValue = value;
    return other;
  }

  /** The same, without a default. */
  public ParameterDescription withoutDefault() {
    return withDefault(null);
  }

  /** An optional sink that is only made when it is asked for. */
  public ParameterDescription onlyWhenAsked() {
    ParameterDescription asked = asOptional();
    asked.created = false;
    return asked;
  }

  /** The same, with a value of its own for each feature of the main input, if it is asked for. */
  public ParameterDescription asDynamic() {
    ParameterDescription changing = copy();
    changing.dynamic = true;
    return changing;
  }

  /** A layer whose selected features are treated otherwise; whoever runs it says which they are. */
  public ParameterDescription withSelection() {
    ParameterDescription selecting = copy();
    selecting.selection = true;
    return selecting;
  }

  /** The same for features of these kinds, see {@link #source}. */
  public ParameterDescription withGeometry(Integer... kinds) {
    ParameterDescription limited = copy();
    limited.geometry = List.of(kinds);
    return limited;
  }

  /** A distance whose algorithm knows how to measure metres on a layer in degrees. */
  public ParameterDescription onEllipsoid() {
    ParameterDescription able = copy();
    able.ellipsoidal = true;
    return able;
  }

  /** QGIS's name, in capitals. */
  public String name() {
    return name;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  public ParameterType type() {
    return type;
  }

  /** Taken when the parameter is not given; null when there is none. */
  public JsonValue defaultValue() {
    return defaultValue;
  }

  public boolean optional() {
    return optional;
  }

  /** Least number allowed, negative infinity when there is no limit. */
  public double min() {
    return min;
  }

  /** Largest number allowed, infinity when there is no limit. */
  public double max() {
    return max;
  }

  /** Names of an enum's choices; the value is an index. */
  public List<String> options() {
    return options;
  }

  /**
   * The source parameter whose CRS a distance is measured in, or whose fields are meant; empty
   * where neither applies.
   */
  public String of() {
    return of;
  }

  /** Whether several fields or options can be given. */
  public boolean multiple() {
    return multiple;
  }

  /** Whether a number must be whole. */
  public boolean integer() {
    return integer;
  }

  boolean ellipsoidal() {
    return ellipsoidal;
  }

  /** Whether an expression or a field may give the value, see {@link DataDefined}. */
  public boolean dynamic() {
    return dynamic;
  }

  /** Whether the layer's selected features are treated otherwise. */
  public boolean selection() {
    return selection;
  }

  /** Whether a sink gets a new layer when nothing is said about it. */
  public boolean created() {
    return created;
  }

  /** QGIS's codes of what features may be, see {@link #source}. */
  public List<Integer> geometry() {
    return geometry;
  }

  /** The description as {@code processing:list} gives it; members that say nothing are left out. */
  public JsonObject toJson() {
    JsonObject json =
        JsonObject.of().with("name", name).with("label", label).with("type", type.label());
    if (defaultValue != null) {
      json = json.with("default", defaultValue);
    }
    if (optional) {
      json = json.with("optional", true);
    }
    if (!created) {
      json = json.with("createdByDefault", false);
    }
    if (min > Double.NEGATIVE_INFINITY) {
      json = json.with("min", min);
    }
    if (max < Double.POSITIVE_INFINITY) {
      json = json.with("max", max);
    }
    if (!options.isEmpty()) {
      json = json.with("options", JsonArray.ofStrings(options));
    }
    if (!geometry.isEmpty()) {
      json = json.with("geometry", JsonArray.of(geometry.stream().map(JsonNumber::of).toList()));
    }
    if (type == ParameterType.DISTANCE && !of.isEmpty()) {
      json = json.with("unitsFrom", of);
    }
    if (type == ParameterType.FIELD) {
      json = json.with("fieldsOf", of);
    }
    if (dynamic) {
      json = json.with("dynamic", true);
    }
    if (selection) {
      json = json.with("selection", true);
    }
    if (ellipsoidal) {
      json = json.with("ellipsoidal", true);
    }
    if (multiple) {
      json = json.with("multiple", true);
    }
    if (type == ParameterType.NUMBER) {
      json = json.with("integer", integer);
    }
    return json;
  }
}
