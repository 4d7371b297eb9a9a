package org.terrella.processing.algorithm;

import java.util.List;
import java.util.Objects;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * A parameter of an algorithm. Made by the factory of its type; {@code with} methods refine it.
 *
 * @param name QGIS's name, in capitals
 * @param label what people read
 * @param defaultValue taken when the parameter is not given, or null when there is none
 * @param min least number allowed, negative infinity when there is no limit
 * @param max largest number allowed, infinity when there is no limit
 * @param options names of an enum's choices; the value is an index
 * @param of the source parameter whose CRS a distance is measured in, or whose fields are meant;
 *     empty where neither applies
 * @param multiple whether several fields can be given
 * @param integer whether a number must be whole
 */
public record ParameterDescription(
    String name,
    String label,
    ParameterType type,
    JsonValue defaultValue,
    boolean optional,
    double min,
    double max,
    List<String> options,
    String of,
    boolean multiple,
    boolean integer) {
  public ParameterDescription {
    Objects.requireNonNull(name);
    Objects.requireNonNull(label);
    Objects.requireNonNull(type);
    Objects.requireNonNull(of);
    options = List.copyOf(options);
  }

  private static ParameterDescription plain(
      String name, String label, ParameterType type, JsonValue value) {
    double infinity = Double.POSITIVE_INFINITY;
    return new ParameterDescription(
        name, label, type, value, false, -infinity, infinity, List.of(), "", false, false);
  }

  public static ParameterDescription source(String name, String label) {
    return plain(name, label, ParameterType.SOURCE, null);
  }

  public static ParameterDescription sink(String name, String label) {
    return plain(name, label, ParameterType.SINK, null);
  }

  /** A length in the units of the source {@code unitsFrom}. */
  public static ParameterDescription distance(
      String name, String label, double value, String unitsFrom) {
    return plain(name, label, ParameterType.DISTANCE, JsonNumber.of(value)).withOf(unitsFrom);
  }

  public static ParameterDescription number(String name, String label, double value) {
    return plain(name, label, ParameterType.NUMBER, JsonNumber.of(value));
  }

  public static ParameterDescription integer(String name, String label, long value) {
    ParameterDescription d = plain(name, label, ParameterType.NUMBER, JsonNumber.of(value));
    return new ParameterDescription(
        name, label, d.type, d.defaultValue, false, d.min, d.max, d.options, "", false, true);
  }

  public static ParameterDescription flag(String name, String label, boolean value) {
    return plain(name, label, ParameterType.BOOLEAN, JsonBoolean.of(value));
  }

  /** One of {@code options}; {@code value} is the index of the default. */
  public static ParameterDescription choice(
      String name, String label, int value, List<String> options) {
    return new ParameterDescription(
        name,
        label,
        ParameterType.ENUM,
        JsonNumber.of(value),
        false,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        options,
        "",
        false,
        false);
  }

  /** Any number of fields of the source {@code fieldsOf}; none is allowed. */
  public static ParameterDescription fields(String name, String label, String fieldsOf) {
    ParameterDescription d = plain(name, label, ParameterType.FIELD, null);
    return new ParameterDescription(
        name, label, d.type, null, true, d.min, d.max, d.options, fieldsOf, true, false);
  }

  private ParameterDescription withOf(String source) {
    return new ParameterDescription(
        name, label, type, defaultValue, optional, min, max, options, source, multiple, integer);
  }

  /** The same, with limits that are themselves allowed. */
  public ParameterDescription between(double least, double largest) {
    return new ParameterDescription(
        name, label, type, defaultValue, optional, least, largest, options, of, multiple, integer);
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
    if (min > Double.NEGATIVE_INFINITY) {
      json = json.with("min", min);
    }
    if (max < Double.POSITIVE_INFINITY) {
      json = json.with("max", max);
    }
    if (!options.isEmpty()) {
      json = json.with("options", JsonArray.ofStrings(options));
    }
    if (type == ParameterType.DISTANCE) {
      json = json.with("unitsFrom", of);
    }
    if (type == ParameterType.FIELD) {
      json = json.with("fieldsOf", of).with("multiple", multiple);
    }
    if (type == ParameterType.NUMBER) {
      json = json.with("integer", integer);
    }
    return json;
  }
}
