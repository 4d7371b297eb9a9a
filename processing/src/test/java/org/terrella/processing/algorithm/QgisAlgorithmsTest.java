package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.processing.Qgis;
import org.terrella.processing.QgisTable;
import org.terrella.processing.feature.FeatureTable;

/** All algorithms that QGIS has, too, beside it. */
class QgisAlgorithmsTest {
  @Test
  void giveWhatQgisGives() {
    assertEquals("", String.join("\n", differences()));
  }

  static List<String> differences() {
    List<QgisRun> runs = new ArrayList<>();
    for (Algorithm algorithm : Algorithms.all()) {
      runs.addAll(QgisRun.of(algorithm));
    }
    return differences(runs);
  }

  static List<String> differences(List<QgisRun> runs) {
    Map<FeatureTable, String> names = new java.util.IdentityHashMap<>();
    JsonObject tables = JsonObject.of();
    List<JsonObject> questions = new ArrayList<>();
    for (QgisRun run : runs) {
      for (List<FeatureTable> inputs : run.inputs().values()) {
        for (FeatureTable table : inputs) {
          if (!names.containsKey(table)) {
            String name = "t" + names.size();
            names.put(table, name);
            tables = tables.with(name, QgisTable.of(table));
          }
        }
      }
      questions.add(run.question(names));
    }
    JsonObject asked = JsonObject.of().with("tables", tables).with("runs", JsonArray.of(questions));
    List<JsonObject> answers = Qgis.answers(asked);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      for (String difference : differences(runs.get(i), answers.get(i))) {
        all.add(runs.get(i).key() + "\t" + difference);
      }
    }
    return all;
  }

  private static List<String> differences(QgisRun run, JsonObject answer) {
    if (answer.has("unknown") || answer.has("broken")) {
      return List.of();
    }
    Results results;
    try {
      results = AlgorithmRun.run(run.algorithm(), run.inputs(), run.parameters(), Progress.NONE);
    } catch (TerrellaException failure) {
      return answer.has("error")
          ? List.of()
          : List.of("error: ours " + failure.getMessage());
    }
    if (answer.has("error")) {
      return List.of("error: theirs " + answer.string("error"));
    }
    List<String> all = new ArrayList<>();
    JsonObject tables = answer.object("tables");
    for (Map.Entry<String, FeatureTable> entry : results.tables().entrySet()) {
      if (!tables.has(entry.getKey())) {
        all.add("sink: " + entry.getKey());
        continue;
      }
      all.addAll(QgisComparison.differences(entry.getValue(), tables.object(entry.getKey())));
    }
    for (String name : results.values().keys()) {
      JsonValue ours = results.values().get(name);
      JsonValue theirs = answer.object("values").opt(name, org.terrella.json.JsonNull.NULL);
      if (!QgisComparison.equal(ours, theirs)) {
        all.add("number: " + name + " " + ours + " for " + theirs);
      }
    }
    return all;
  }
}
