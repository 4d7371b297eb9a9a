package org.terrella.processing.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.processing.Qgis;
import org.terrella.processing.QgisTable;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.projection.Definitions;

/**
 * All expressions of the tests and samples, and more in {@code qgis-expressions.txt}, beside QGIS.
 * Those that it cannot read, as they are newer than it, or that end it are passed over. Answers
 * that differ stand with their reason in {@code qgis-differences.tsv}, and nothing else stands
 * there.
 */
class QgisExpressionsTest {
  /**
   * What is asked.
   *
   * @param rows from 0
   */
  private record Question(String table, String text, List<Integer> rows) {
    JsonObject json() {
      // Elsewhere layers have no ids of our choice.
      String named =
          text.replace("'layer-1'", "'areas'")
              .replace("'layer-2'", "'mercator'")
              .replace("'mine'", "'samples'")
              .replace("@feature", "$currentfeature");
      return JsonObject.of()
          .with("table", table)
          .with("text", named)
          .with("rows", JsonArray.of(rows.stream().map(JsonNumber::of).toList()));
    }
  }

  private final Map<String, FeatureTable> tables = new LinkedHashMap<>();
  private final Map<String, Context> contexts = new LinkedHashMap<>();

  QgisExpressionsTest() {
    FeatureTable samples = ExpressionSamples.table();
    FeatureTable places = Definitions.NONE.projected(samples, Crs.WEB_MERCATOR).withName("places");
    Layers layers = Layers.of(Map.of("@places", List.of(places), "@@mine", List.of(samples)));
    tables.put("known", KnownAnswersTest.table());
    tables.put("fields", ExpressionTest.table().withName("fields"));
    tables.put("samples", samples);
    tables.put("places", places);
    tables.put("areas", KnownAnswersTest.areas());
    tables.put("mercator", KnownAnswersTest.mercator());
    contexts.put("known", KnownAnswersTest.context());
    contexts.put("fields", Context.DEFAULT);
    contexts.put("samples", Context.of(Definitions.NONE, layers));
  }

  @Test
  void giveWhatQgisGives() throws IOException {
    Map<String, String> known = new LinkedHashMap<>();
    for (String line : lines("qgis-differences.tsv")) {
      known.put(line.substring(0, line.indexOf('\t')), line);
    }
    List<String> unknown = new ArrayList<>();
    Set<String> used = new LinkedHashSet<>();
    differences()
        .forEach(
            (text, difference) -> {
              if (known.containsKey(text)) {
                used.add(text);
              } else {
                unknown.add(text + "\t" + difference);
              }
            });
    assertEquals("", String.join("\n", unknown));
    known.keySet().removeAll(used);
    assertEquals("", String.join("\n", known.values()), "differ no more");
  }

  /** How answers differ, by expression; the first row only. */
  Map<String, String> differences() throws IOException {
    List<Question> questions = questions();
    JsonObject json = JsonObject.of();
    for (Map.Entry<String, FeatureTable> table : tables.entrySet()) {
      json = json.with(table.getKey(), QgisTable.of(table.getValue()));
    }
    List<JsonObject> answers =
        Qgis.answers(
            JsonObject.of()
                .with("tables", json)
                .with(
                    "expressions", JsonArray.of(questions.stream().map(Question::json).toList())));
    Map<String, String> differences = new LinkedHashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      Question question = questions.get(i);
      if (!answers.get(i).has("values")) {
        continue;
      }
      for (int k = 0; k < question.rows.size(); k++) {
        JsonObject theirs = answers.get(i).array("values").object(k);
        String difference = difference(question, question.rows.get(k), theirs);
        if (!difference.isEmpty()) {
          differences.putIfAbsent(question.text, difference);
        }
      }
    }
    return differences;
  }

  private String difference(Question question, int row, JsonObject theirs) {
    FeatureTable table = tables.get(question.table);
    Value ours;
    try {
      List<String> names = table.fields().stream().map(Field::name).toList();
      Context context = contexts.get(question.table);
      ours = Expression.of(question.text, table, names, context).at(row);
    } catch (TerrellaException failure) {
      return theirs.has("error") ? "" : failure.getMessage() + " for " + theirs;
    }
    // What does not suit a function is NULL here, and an error there.
    if (theirs.has("error") && ours.isNull()) {
      return "";
    }
    return theirs.has("value") && QgisValue.equal(ours, theirs.get("value"))
        ? ""
        : ours.kind() + " " + ours.quoted() + " for " + theirs;
  }

  private List<Question> questions() throws IOException {
    List<Question> questions = new ArrayList<>();
    for (String line : KnownAnswersTest.lines()) {
      String[] parts = line.split("\t", -1);
      int row = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
      questions.add(new Question("known", parts[0], List.of(row)));
    }
    for (String text : lines("qgis-expressions.txt")) {
      questions.add(new Question("known", text, List.of(0, 1, 2, 3)));
    }
    for (Class<?> test : List.of(ExpressionTest.class, FunctionsTest.class)) {
      for (Method method : test.getDeclaredMethods()) {
        CsvSource source = method.getAnnotation(CsvSource.class);
        if (source != null && !method.getName().equals("saysWhereItCannotBeRead")) {
          for (String line : source.value()) {
            String text = line.substring(0, line.lastIndexOf(" | "));
            questions.add(new Question("fields", text, List.of(0)));
          }
        }
      }
    }
    for (String[] group : ExpressionSamples.EXPRESSIONS) {
      for (int i = 1; i < group.length; i++) {
        questions.add(new Question("samples", group[i], List.of(0, 1, 2, 3, 4)));
      }
    }
    return questions;
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = QgisExpressionsTest.class.getResourceAsStream(file)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    }
  }
}
