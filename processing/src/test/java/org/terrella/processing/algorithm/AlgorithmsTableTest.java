package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of algorithms in {@code docs/algorithms.md} is made from the code: with the property
 * {@code terrella.write} it is written, else compared.
 */
class AlgorithmsTableTest {
  private static final String BEGIN = "<!-- made by AlgorithmsTableTest -->\n";
  private static final String END = "<!-- end -->\n";

  @Test
  void isThatOfTheCode() throws IOException {
    Path file = root().resolve("docs/algorithms.md");
    String text = Files.readString(file);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    String table = table();
    if (System.getProperty("terrella.write") != null) {
      Files.writeString(file, text.substring(0, from) + table + text.substring(to));
      return;
    }
    assertEquals(table, text.substring(from, to));
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/algorithms.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static String table() throws IOException {
    Map<String, Integer> answers = knownAnswers();
    Map<String, Map<String, String>> missing = missing();
    StringBuilder table = new StringBuilder();
    String group = "";
    for (Algorithm algorithm : Algorithms.all()) {
      AlgorithmDescription description = algorithm.description();
      if (!description.group().equals(group)) {
        addMissing(table, missing.remove(group));
        group = description.group();
        table.append("\n### ").append(group).append("\n\n");
        table.append("| id | what it does | parameters (default) | in slices | tested with |\n");
        table.append("|---|---|---|---|---|\n");
      }
      Cutting cutting =
          algorithm.cutting(Parameters.of(description, SampleRuns.parameters(description)));
      String id = description.id();
      table
          .append("| `")
          .append(id)
          .append("` | ")
          .append(description.help())
          .append(" | ")
          .append(parameters(description))
          .append(" | ")
          .append(cutting.equals(Cutting.WHOLE) ? "no" : cutting.combines() ? "and joined" : "yes")
          .append(" | ")
          .append(tested(id, answers))
          .append(" |\n");
    }
    addMissing(table, missing.remove(group));
    assertEquals(Map.of(), missing);
    return table.append('\n').toString();
  }

  private static void addMissing(StringBuilder table, Map<String, String> reasons) {
    if (reasons != null) {
      reasons.forEach(
          (id, reason) ->
              table.append("| `" + id + "` | missing, because " + reason + " | | | |\n"));
    }
  }

  /** Why algorithms of QGIS are not there, by group and id. */
  private static Map<String, Map<String, String>> missing() throws IOException {
    Map<String, Map<String, String>> missing = new TreeMap<>();
    for (String line : resource("/missing-algorithms.txt").lines().toList()) {
      String[] parts = line.split("\\|", 3);
      missing.computeIfAbsent(parts[0], group -> new TreeMap<>()).put(parts[1], parts[2]);
    }
    return missing;
  }

  private static String resource(String name) throws IOException {
    try (var bytes = AlgorithmsTableTest.class.getResourceAsStream(name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whatIsThereIsNotMissing() throws IOException {
    List<String> missing = new ArrayList<>();
    missing().values().forEach(ids -> missing.addAll(ids.keySet()));
    for (Algorithm algorithm : Algorithms.all()) {
      assertFalse(missing.contains(algorithm.description().id()), algorithm.description().id());
    }
  }

  private static String parameters(AlgorithmDescription description) {
    List<String> told = new ArrayList<>();
    for (ParameterDescription parameter : description.parameters()) {
      if (!parameter.type().isSink()) {
        String value =
            parameter.defaultValue() == null
                ? parameter.optional() ? " (–)" : ""
                : " (" + parameter.defaultValue().toString().replace("\"", "") + ")";
        told.add("`" + parameter.name() + "`" + value);
      }
    }
    return String.join(", ", told);
  }

  /** In which test an algorithm's answers are; by hand, beside the fingerprint that all have. */
  private static String tested(String id, Map<String, Integer> answers) throws IOException {
    List<String> where = new ArrayList<>();
    if (answers.containsKey(id)) {
      where.add(answers.get(id) + " known answers");
    }
    Path tests = root().resolve("processing/src/test/java/org/terrella/processing/algorithm");
    try (Stream<Path> files = Files.list(tests)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        if (!name.equals("FeatureByFeatureTest")
            && !name.equals("ParametersTest")
            && Files.readString(file).contains("\"" + id + "\"")) {
          where.add(name);
        }
      }
    }
    return String.join(", ", where);
  }

  private static Map<String, Integer> knownAnswers() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    resource("/feature-algorithms.txt")
        .lines()
        .forEach(line -> counts.merge(line.substring(0, line.indexOf('|')), 1, Integer::sum));
    return counts;
  }

  /** Nothing comes without an answer that somebody worked out. */
  @Test
  void everyAlgorithmIsTested() throws IOException {
    for (Algorithm algorithm : Algorithms.all()) {
      String id = algorithm.description().id();
      assertFalse(tested(id, knownAnswers()).isEmpty(), id);
    }
  }
}
