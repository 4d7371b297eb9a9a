package org.terrella.processing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geojson.GeoJsonReader;

/** An editor asks what an expression is for one row. */
class ExpressionRequestsTest {
  private static final String ROWS =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"n": 1}, "geometry": {"type": "Point", "coordinates": [1, 2]}},
        {"type": "Feature", "properties": {"n": 20}, "geometry": {"type": "Point", "coordinates": [3, 4]}},
        {"type": "Feature", "properties": {"n": null}, "geometry": null}]}""";

  private int tasks;

  private JsonObject evaluate(String table, String expression, int row) {
    EngineOwner owner = new EngineOwner(new Here(table), (key, shown, code, fields, whole) -> {});
    List<Message> answers = new ArrayList<>();
    ask(owner, answers, "read", JsonObject.of().with("name", "t").with("format", "geojson"));
    tasks = 0;
    answers.clear();
    ask(
        owner,
        answers,
        "evaluate",
        JsonObject.of().with("expression", expression).with("row", (long) row));
    assertEquals(1, answers.size());
    assertEquals(Message.RESULT, answers.get(0).kind(), answers.get(0).header().toString());
    return answers.get(0).header();
  }

  private static void ask(EngineOwner owner, List<Message> answers, String kind, JsonObject json) {
    owner.handle(new Message(1, kind, json.with("table", "a")), answers::add);
  }

  @Test
  void theValueForARowAndItsKind() {
    assertEquals(
        Json.parse("{\"text\": \"21\", \"type\": \"a whole number\", \"value\": 21}"),
        evaluate(ROWS, "n + 1", 1));
    assertEquals("NULL", evaluate(ROWS, "n", 2).string("text"));
    assertEquals("'n=1'", evaluate(ROWS, "'n=' || n", 0).string("text"));
    JsonObject point = evaluate(ROWS, "$geometry", 1);
    assertEquals("Point (3 4)", point.string("text"));
    assertEquals("Point, 1 vertices", point.string("type"));
    assertEquals(1, tasks);
  }

  @Test
  void numbersOfRowsAreThoseOfTheWholeTable() {
    assertEquals("2", evaluate(ROWS, "@row_number", 1).string("text"));
    assertEquals("1", evaluate(ROWS, "$id", 1).string("text"));
    assertEquals("3", evaluate(ROWS, "@layer_feature_count", 1).string("text"));
  }

  @Test
  void aggregatesGetAllRows() {
    assertEquals("21", evaluate(ROWS, "sum(n)", 1).string("text"));
    assertEquals(2, tasks);
  }

  @Test
  void mistakesHaveAPlace() {
    JsonObject wrong = evaluate(ROWS, "1 + m", 0);
    assertEquals(4, wrong.integer("position"));
    assertTrue(wrong.string("problem").startsWith("There is no field"), wrong.toString());
    assertEquals(4, evaluate(ROWS, "1 + ", 0).integer("position"));
    assertEquals(4, evaluate(ROWS, "1 + to_int('x')", 0).integer("position"));
  }

  @Test
  void withoutRowsItIsOnlyRead() {
    String none = "{\"type\": \"FeatureCollection\", \"features\": []}";
    assertEquals(JsonObject.of(), evaluate(none, "1 + 1", 0));
    assertEquals(4, evaluate(none, "1 + ", 0).integer("position"));
  }

  /** Computes at once. */
  private final class Here implements ComputePool {
    private final FeatureTable table;

    Here(String geoJson) {
      table = GeoJsonReader.read("t", geoJson.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public void submit(int job, String kind, Supplier<Message> made, Consumer<Message> listener) {
      Message task = made.get();
      tasks++;
      if (task.kind().equals("read")) {
        listener.accept(TableCodec.result(job, table));
      } else {
        ComputeNode.handle(task, listener);
      }
    }

    @Override
    public void share(int job, Message inputs) {}

    @Override
    public void release(int job) {}

    @Override
    public void cancel(int job) {}
  }
}
