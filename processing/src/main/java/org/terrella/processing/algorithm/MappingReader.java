package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.naming.Suggestions;

/**
 * Reads QGIS's lists of fields: {@code [{expression, name, type, length?, precision?}]}, and with
 * aggregates {@code [{aggregate, delimiter?, input, name, type, length?, precision?}]}. A type is a
 * number, as in QGIS, or the {@link FieldType#label} of ours; what else QGIS knows of a field is
 * passed over. A text may be the list as JSON.
 */
final class MappingReader {
  private static final List<String> AGGREGATES =
      List.of(
          "first_value",
          "last_value",
          "count",
          "count_distinct",
          "count_missing",
          "minimum",
          "maximum",
          "sum",
          "mean",
          "median",
          "stdev",
          "range",
          "minority",
          "majority",
          "q1",
          "q3",
          "iqr",
          "min_length",
          "max_length",
          "concatenate",
          "concatenate_unique",
          "collect",
          "array_agg");

  private final PlaceReader.Wrong wrong;
  private final boolean aggregates;

  MappingReader(PlaceReader.Wrong wrong, boolean aggregates) {
    this.wrong = wrong;
    this.aggregates = aggregates;
  }

  List<FieldMapping> read(JsonValue json) {
    List<FieldMapping> mappings = new ArrayList<>();
    JsonValue list = json instanceof JsonString text ? parsed(text.value()) : json;
    if (!(list instanceof JsonArray array)) {
      throw wrong.because("must be an array of fields, not " + json.kind() + ".");
    }
    List<Field> fields = new ArrayList<>();
    for (JsonValue each : array) {
      if (!(each instanceof JsonObject object)) {
        throw wrong.because("must be an array of objects, not of " + each.kind() + ".");
      }
      FieldMapping mapping = mapping(object);
      for (Field field : fields) {
        if (field.name().equals(mapping.field().name())) {
          throw wrong.because("has two fields called \"" + field.name() + "\".");
        }
      }
      fields.add(mapping.field());
      mappings.add(mapping);
    }
    return List.copyOf(mappings);
  }

  /** What somebody wrote as text; itself where it is no JSON. */
  private static JsonValue parsed(String text) {
    try {
      return Json.parse(text);
    } catch (TerrellaException noJson) {
      return new JsonString(text);
    }
  }

  private FieldMapping mapping(JsonObject json) {
    String name = json.optString("name", "");
    if (name.isEmpty()) {
      throw wrong.because("has a field without a name.");
    }
    String aggregate = aggregates ? json.optString("aggregate", "") : "";
    if (aggregates && !AGGREGATES.contains(aggregate)) {
      throw wrong.because(
          "has no aggregate \"" + aggregate + "\"." + Suggestions.sentence(aggregate, AGGREGATES));
    }
    return new FieldMapping(
        json.optString(aggregates ? "input" : "expression", ""),
        new Field(name, type(json)),
        size(json, "length"),
        size(json, "precision"),
        aggregate,
        json.optString("delimiter", ""));
  }

  private int size(JsonObject json, String member) {
    double number = json.optNumber(member, 0);
    // QGIS has -1 where nothing is known.
    return number > 0 ? (int) Math.min(number, Integer.MAX_VALUE) : 0;
  }

  private FieldType type(JsonObject json) {
    if (!json.has("type")) {
      throw wrong.because("has a field without a type: \"" + json.string("name") + "\".");
    }
    JsonValue type = json.get("type");
    if (type instanceof JsonString label) {
      try {
        return FieldType.ofLabel(label.value());
      } catch (TerrellaException e) {
        throw wrong.because("has a field of an unknown type: " + e.getMessage());
      }
    }
    int code = type instanceof JsonNumber number ? (int) number.doubleValue() : -1;
    return switch (code) {
      case 1 -> FieldType.BOOLEAN;
      case 2, 3 -> FieldType.INTEGER;
      case 4, 5 -> FieldType.INTEGER64;
      case 6, 38 -> FieldType.REAL;
      case 8, 9, 11 -> FieldType.JSON;
      case 10 -> FieldType.STRING;
      case 12 -> FieldType.BINARY;
      case 14 -> FieldType.DATE;
      case 15 -> FieldType.TIME;
      case 16 -> FieldType.DATE_TIME;
      default ->
          throw wrong.because(
              "has a field of an unknown type: \"" + json.string("name") + "\" of " + type + ".");
    };
  }
}
