package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;

/**
 * PostgreSQL's hstore as text: {@code "key"=>"value", "other"=>NULL}, quotes and commas within
 * quotes, a backslash before a quote or backslash.
 */
final class HStore {
  private final String text;
  private int at;

  private HStore(String text) {
    this.text = text;
  }

  /** All pairs in their order; what follows a mistake is left out, as in QGIS. */
  static Map<String, String> parse(String text) {
    return new HStore(text).pairs();
  }

  private Map<String, String> pairs() {
    Map<String, String> pairs = new LinkedHashMap<>();
    while (skip(' ') < text.length()) {
      String key = word();
      skip(' ');
      if (!text.startsWith("=>", at)) {
        break;
      }
      at += 2;
      skip(' ');
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      String value = word();
      pairs.put(key, !quoted && value.equalsIgnoreCase("NULL") ? null : value);
      skip(' ');
      if (at < text.length() && text.charAt(at++) != ',') {
        break;
      }
    }
    return pairs;
  }

  private int skip(char blank) {
    while (at < text.length() && text.charAt(at) == blank) {
      at++;
    }
    return at;
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    at += quoted ? 1 : 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quoted ? c == '"' : c == ',' || text.startsWith("=>", at)) {
        at += quoted ? 1 : 0;
        break;
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
      }
      word.append(text.charAt(at++));
    }
    return quoted ? word.toString() : word.toString().trim();
  }

  static String write(Map<String, String> pairs) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      out.append(out.length() == 0 ? "" : ",").append(quoted(pair.getKey())).append("=>");
      out.append(pair.getValue() == null ? "NULL" : quoted(pair.getValue()));
    }
    return out.toString();
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static Algorithm algorithm() {
    AlgorithmDescription description =
        Declared.in(
            "vectortable",
            "native:explodehstorefield",
            "Explode HStore Field",
            "Makes a field of each key of a field of pairs; with keys given, of these only, which"
                + " the pairs then lose.",
            "Exploded",
            Declared.any(),
            ParameterDescription.field("FIELD", "HStore field", "INPUT"),
            ParameterDescription.of(
                    "EXPECTED_FIELDS",
                    "Expected list of fields separated by a comma",
                    ParameterType.STRING)
                .asOptional());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) ->
            Results.of(
                exploded(
                        input,
                        parameters.field("FIELD"),
                        names(parameters.optionalText("EXPECTED_FIELDS")))
                    .withName(description.label("OUTPUT"))));
  }

  private static List<String> names(String list) {
    List<String> names = new ArrayList<>();
    int from = 0;
    while (!list.isBlank() && from <= list.length()) {
      int comma = list.indexOf(',', from);
      int to = comma < 0 ? list.length() : comma;
      names.add(list.substring(from, to));
      from = to + 1;
    }
    return names;
  }

  private static FeatureTable exploded(FeatureTable input, String field, List<String> expected) {
    List<Map<String, String>> stores = new ArrayList<>();
    List<String> keys = new ArrayList<>(expected);
    Column column = input.column(field);
    for (int row = 0; row < input.size(); row++) {
      Object value = column.value(row);
      Map<String, String> store = parse(value == null ? "" : value.toString());
      stores.add(store);
      for (String key : store.keySet()) {
        if (expected.isEmpty() && !keys.contains(key)) {
          // QGIS puts a new key before those that it has.
          keys.add(0, key);
        }
      }
    }
    List<Column> columns = new ArrayList<>(input.columns());
    List<Field> fields = new ArrayList<>(input.fields());
    for (String key : keys) {
      Field added = new Field(FieldNames.free(fields, key), FieldType.STRING);
      fields.add(added);
      ColumnBuilder values = new ColumnBuilder(added);
      stores.forEach(store -> values.add(expected.isEmpty() ? store.get(key) : store.remove(key)));
      columns.add(values.build());
    }
    if (!expected.isEmpty()) {
      ColumnBuilder rest = new ColumnBuilder(new Field(field, FieldType.STRING));
      stores.forEach(store -> rest.addText(write(store)));
      columns.set(input.columns().indexOf(column), rest.build());
    }
    return new FeatureTable(input.name(), input.crs(), input.geometry(), columns, input.ids());
  }
}
