package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.processing.Qgis;
import org.terrella.processing.QgisTable;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.query.RowSets;

/**
 * All algorithms that QGIS has, too, beside it, with all choices and over layers of all kinds. What
 * differs stands with its reason in {@code qgis-algorithms.tsv}, and nothing else stands there.
 */
class QgisAlgorithmsTest {
  @Test
  void giveWhatQgisGives() throws IOException {
    List<Difference> known = exceptions();
    List<String> differences = differences();
    List<String> unknown = new ArrayList<>();
    Set<Difference> used = new HashSet<>();
    for (String difference : differences) {
      List<Difference> matching = known.stream().filter(e -> e.covers(difference)).toList();
      used.addAll(matching);
      if (matching.isEmpty()) {
        unknown.add(difference);
      }
    }
    assertEquals("", String.join("\n", unknown));
    assertEquals(
        List.of(),
        known.stream().filter(e -> !used.contains(e) && !e.isRandom()).toList(),
        "differ no more");
  }

  /** A line of {@code qgis-algorithms.tsv}. */
  private record Difference(String id, String part, List<String> kinds, String reason) {
    /** Whether it is not seen each time. */
    boolean isRandom() {
      return reason.startsWith("random");
    }

    boolean covers(String difference) {
      String[] parts = difference.split("\t", 2);
      return parts[0].startsWith(id + " ")
          && (part.equals("*") || parts[0].contains(part))
          && kinds.contains(parts[1].substring(0, parts[1].indexOf(':')));
    }
  }

  private static List<Difference> exceptions() throws IOException {
    try (InputStream in = QgisAlgorithmsTest.class.getResourceAsStream("/qgis-algorithms.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cells -> new Difference(cells[0], cells[1], List.of(cells[2].split(",")), cells[3]))
          .toList();
    }
  }

  static List<String> differences() {
    List<QgisRun> runs = new ArrayList<>();
    for (Algorithm algorithm : Algorithms.all()) {
      runs.addAll(QgisRun.of(algorithm));
    }
    return differences(runs);
  }

  static List<String> differences(List<QgisRun> runs) {
    Map<FeatureTable, String> names = new IdentityHashMap<>();
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

  /** The rows that are selected after a run. */
  private static JsonArray selected(JsonObject selection) {
    int[] found = RowSets.ofBits(selection.string("rows"));
    int[] rows = RowSets.combine(selection.string("how"), QgisRun.SELECTED, found);
    return JsonArray.ofNumbers(Arrays.stream(rows).asDoubleStream().toArray());
  }

  private static List<String> differences(QgisRun run, JsonObject answer) {
    if (answer.has("unknown")) {
      return List.of("unknown: there");
    } else if (answer.has("broken")) {
      String text = answer.string("broken").strip();
      return List.of("broken: " + text.substring(text.lastIndexOf('\n') + 1));
    }
    Results results;
    try {
      results = AlgorithmRun.run(run.algorithm(), run.inputs(), run.parameters(), Progress.NONE);
    } catch (TerrellaException failure) {
      return answer.has("error") ? List.of() : List.of("error: ours " + failure.getMessage());
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
      if (ours instanceof JsonObject selection) {
        ours = selected(selection);
      }
      JsonValue theirs = answer.object("values").opt(name, JsonNull.NULL);
      if (!QgisComparison.equal(ours, theirs)) {
        all.add("number: " + name + " " + ours + " for " + theirs);
      }
    }
    return all;
  }
}
