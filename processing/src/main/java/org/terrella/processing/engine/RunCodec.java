package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.algorithm.Results;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;

/** Inputs and results of algorithms as messages carry them. */
final class RunCodec {
  private RunCodec() {}

  /** {@code [{name, table}]}, several of one name for a list of layers. */
  static JsonArray encodeInputs(Map<String, List<FeatureTable>> inputs, List<Object> buffers) {
    return encode(inputs, buffers, List.of());
  }

  private static JsonArray encode(
      Map<String, List<FeatureTable>> inputs, List<Object> buffers, List<Column> known) {
    List<JsonObject> encoded = new ArrayList<>();
    for (String name : inputs.keySet()) {
      for (FeatureTable table : inputs.get(name)) {
        encoded.add(
            JsonObject.of()
                .with("name", name)
                .with("table", TableCodec.encode(table, buffers, known)));
      }
    }
    return JsonArray.of(encoded);
  }

  /** The inputs that a header has as {@code inputs}; none where there is nothing of the kind. */
  static Map<String, List<FeatureTable>> decodeInputs(JsonObject header, TableCodec.Arrays arrays) {
    Map<String, List<FeatureTable>> inputs = new LinkedHashMap<>();
    for (JsonObject input : header.optArray("inputs").objects()) {
      inputs
          .computeIfAbsent(input.string("name"), name -> new ArrayList<>())
          .add(TableCodec.decode(input.object("table"), arrays));
    }
    return inputs;
  }

  /**
   * {@code {tables, values}}.
   *
   * @param known columns that the receiver has; of these only their place is written
   */
  static JsonObject encode(Results results, List<Object> buffers, List<Column> known) {
    return JsonObject.of()
        .with("tables", encode(lists(results), buffers, known))
        .with("values", results.values());
  }

  private static Map<String, List<FeatureTable>> lists(Results results) {
    Map<String, List<FeatureTable>> lists = new LinkedHashMap<>();
    for (String name : results.tables().keySet()) {
      lists.put(name, List.of(results.table(name)));
    }
    return lists;
  }

  /** The answer that carries results. */
  static Message result(int id, Results results, List<Column> known) {
    List<Object> buffers = new ArrayList<>();
    return new Message(id, Message.RESULT, encode(results, buffers, known), buffers);
  }

  static Results decode(JsonObject header, TableCodec.Arrays arrays, List<Column> known) {
    Map<String, FeatureTable> tables = new LinkedHashMap<>();
    for (JsonObject each : header.array("tables").objects()) {
      tables.put(each.string("name"), TableCodec.decode(each.object("table"), arrays, known));
    }
    return new Results(tables, header.object("values"));
  }
}
