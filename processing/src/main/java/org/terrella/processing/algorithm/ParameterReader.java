package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.Crs;

/** Reads one parameter from JSON and checks all that can be checked without the layers. */
final class ParameterReader {
  private final AlgorithmDescription algorithm;
  private final ParameterDescription parameter;

  ParameterReader(AlgorithmDescription algorithm, ParameterDescription parameter) {
    this.algorithm = algorithm;
    this.parameter = parameter;
  }

  /** The value as {@link Parameters} keeps it. */
  Object read(JsonValue json) {
    if (json instanceof JsonObject object
        && object.optString("type", "").equals(DataDefined.TYPE)) {
      return dataDefined(object);
    }
    return switch (parameter.type()) {
      case SOURCE,
          VECTOR,
          LAYER,
          MULTILAYER,
          SINK,
          VECTOR_DESTINATION,
          FILE,
          FILE_DESTINATION,
          FOLDER_DESTINATION ->
          json;
      case STRING, EXPRESSION, COORDINATE_OPERATION -> text(json);
      case BOOLEAN -> flag(json);
      case NUMBER, DURATION -> inRange(number(json));
      case DISTANCE -> distance(json);
      case ENUM -> parameter.multiple() ? choices(json) : (Object) choice(json);
      case FIELD -> fields(json);
      case EXTENT -> new PlaceReader(this::wrong).extent(json);
      case POINT -> new PlaceReader(this::wrong).point(json);
      case CRS -> new PlaceReader(this::wrong).crs(json);
      case MATRIX -> matrix(json);
      case FIELDS_MAPPING, AGGREGATES ->
          new MappingReader(this::wrong, parameter.type() == ParameterType.AGGREGATES).read(json);
    };
  }

  private DataDefined dataDefined(JsonObject json) {
    if (!parameter.dynamic()) {
      throw wrong("cannot have a value of its own for each feature.");
    }
    String field = json.optString("field", "");
    String text = json.optString("expression", "");
    if (field.isEmpty() == text.isEmpty()) {
      throw wrong("must have either an expression or a field.");
    }
    String unit = json.optString("unit", "");
    boolean distance = parameter.type() == ParameterType.DISTANCE;
    if (!unit.isEmpty() && !distance) {
      throw wrong("has no unit.");
    }
    JsonValue otherwise = parameter.defaultValue();
    return new DataDefined(
        parameter,
        field.isEmpty() ? text : '"' + field.replace("\"", "\"\"") + '"',
        unit.isEmpty() ? null : unit(unit),
        otherwise == null ? null : read(otherwise));
  }

  private DistanceUnit unit(String name) {
    try {
      return DistanceUnit.ofName(name);
    } catch (TerrellaException e) {
      throw wrong("has a unit that is not known: " + e.getMessage());
    }
  }

  /** The system that a point or an extent names; null for none. */
  Crs placeCrs(JsonValue json) {
    return parameter.type().isPlace() ? new PlaceReader(this::wrong).crsOf(json) : null;
  }

  private TerrellaException wrong(String message) {
    return TerrellaException.invalid(
        "Parameter " + parameter.name() + " of " + algorithm.id() + " " + message);
  }

  private TerrellaException wrongKind(String wanted, JsonValue json) {
    return wrong("must be " + wanted + ", not " + json.kind() + ".");
  }

  private String text(JsonValue json) {
    if (json instanceof JsonString string) {
      return string.value();
    }
    throw wrongKind("a string", json);
  }

  private boolean flag(JsonValue json) {
    if (json instanceof JsonBoolean flag) {
      return flag.value();
    }
    throw wrongKind("true or false", json);
  }

  private double number(JsonValue json) {
    if (!(json instanceof JsonNumber number)) {
      throw wrongKind("a number", json);
    }
    double value = number.doubleValue();
    if (value - value != 0) {
      throw wrong("is too large: " + number.text() + ".");
    }
    return value;
  }

  private double inRange(double value) {
    if (value < parameter.min() || value > parameter.max()) {
      boolean low = value < parameter.min();
      throw wrong(
          (low ? "must be at least " : "must be at most ")
              + DoubleText.write(low ? parameter.min() : parameter.max())
              + ", not "
              + DoubleText.write(value)
              + ".");
    }
    boolean tooFine =
        parameter.integer() && (value != Math.floor(value) || Math.abs(value) > 0x7FFFFFFF);
    if (tooFine) {
      throw wrong("must be a whole number, not " + DoubleText.write(value) + ".");
    }
    return value;
  }

  private Distance distance(JsonValue json) {
    if (!(json instanceof JsonObject object)) {
      if (json instanceof JsonNumber) {
        return new Distance(inRange(number(json)), null);
      }
      throw wrongKind("a number or {value, unit}", json);
    }
    for (String key : object.keys()) {
      if (!key.equals("value") && !key.equals("unit")) {
        throw wrong("has an unknown member \"" + key + "\"; a distance is {value, unit}.");
      }
    }
    if (!object.has("value") || !object.has("unit")) {
      throw wrong("must have both value and unit.");
    }
    if (!(object.get("unit") instanceof JsonString unit)) {
      throw wrong("must have a string as unit.");
    }
    return new Distance(inRange(number(object.get("value"))), unit(unit.value()));
  }

  private int choice(JsonValue json) {
    List<String> options = parameter.options();
    if (json instanceof JsonNumber number) {
      double value = number.doubleValue();
      if (value != Math.floor(value) || value < 0 || value >= options.size()) {
        throw wrong(
            "must be from 0 to " + (options.size() - 1) + " or one of " + optionNames() + ".");
      }
      return (int) value;
    }
    if (json instanceof JsonArray array && array.size() == 1) {
      return choice(array.values().get(0));
    }
    String name = text(json);
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    throw wrong("is \"" + name + "\" but must be one of " + optionNames() + ".");
  }

  /** The indices of several options: an array, or one of them alone. */
  private List<Integer> choices(JsonValue json) {
    List<Integer> chosen = new ArrayList<>();
    if (json instanceof JsonArray array) {
      for (JsonValue item : array) {
        chosen.add(choice(item));
      }
    } else {
      chosen.add(choice(json));
    }
    return List.copyOf(chosen);
  }

  private List<JsonValue> matrix(JsonValue json) {
    if (json instanceof JsonArray array) {
      return array.values();
    }
    throw wrongKind("an array", json);
  }

  private String optionNames() {
    return String.join(", ", parameter.options());
  }

  private List<String> fields(JsonValue json) {
    List<String> names = new ArrayList<>();
    if (json instanceof JsonArray array) {
      for (JsonValue item : array) {
        names.add(text(item));
      }
    } else if (!text(json).isEmpty()) {
      names.add(text(json));
    }
    if (names.size() > 1 && !parameter.multiple()) {
      throw wrong("takes one field only.");
    }
    return List.copyOf(names);
  }
}
