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
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geojson.GeoJsonReader;

/** Owner and worker on one machine: what the page asks of rows. */
class RowRequestsTest {
  private static final FeatureTable TABLE =
      GeoJsonReader.read(
          "t",
          ("{\"type\":\"FeatureCollection\",\"features\":[" + feature(3) + feature(1) + feature(2))
              .concat("{\"type\":\"Feature\",\"properties\":{}}]}")
              .getBytes(StandardCharsets.UTF_8));

  private final List<String> tasks = new ArrayList<>();
  private final EngineOwner owner =
      new EngineOwner(new Here(), (key, table, code, fields, whole) -> {});

  RowRequestsTest() {
    ask("read", "{\"table\":\"a\",\"name\":\"t\",\"format\":\"geojson\"}");
    tasks.clear();
  }

  @Test
  void plainPagesNeedNoWorker() {
    assertEquals("[1,2]", ns(ask("features", "{\"table\":\"a\",\"offset\":1,\"limit\":2}")));
    assertEquals(List.of(), tasks);
  }

  @Test
  void pagesOfOneQuestionAreComputedOnce() {
    String sorted = "{\"table\":\"a\",\"sort\":[{\"field\":\"n\"}],\"limit\":2,\"offset\":";
    Message first = ask("features", sorted + "0}");
    assertEquals("[1,2]", ns(first));
    assertEquals(4, first.header().integer("matched"));
    assertEquals("[3,null]", ns(ask("features", sorted + "2}")));
    assertEquals(List.of("rows"), tasks);
    ask("set-crs", "{\"table\":\"a\",\"crs\":{\"id\":\"EPSG:3857\"}}");
    ask("features", sorted + "0}");
    assertEquals(List.of("rows", "rows"), tasks);
  }

  @Test
  void layersThatAFilterNamesComeWithTheQuestion() {
    String most =
        "{\"table\":\"a\",\"filter\":\"n = aggregate('Mine', 'max', n)\","
            + "\"inputs\":[{\"name\":\"@id\",\"table\":\"a\",\"label\":\"Mine\"}]}";
    assertEquals("[3]", ns(ask("features", most)));
    assertEquals("[3]", ns(ask("features", most)));
    assertEquals(List.of("rows", "rows"), tasks, "the other layer may have changed");
    Message own = ask("evaluate", most.replace("filter", "expression"));
    assertEquals("true", own.header().string("text"));
    assertEquals(3, tasks.size(), "a part of the own layer does, as all of it is there");
  }

  @Test
  void systemsComeWithTheQuestion() {
    String there =
        "{\"table\":\"a\",\"expression\":\"round(x(transform(make_point(9, 0), 'EPSG:4326',"
            + " 'EPSG:25832')))\",\"definitions\":{\"EPSG:25832\":\"+proj=utm +zone=32\"}}";
    assertEquals("500000", ask("evaluate", there).header().string("text"));
    String unknown =
        ask("evaluate", there.replace("{\"EPSG:25832", "{\"EPSG:1")).header().string("problem");
    assertTrue(unknown.contains("EPSG:25832"), unknown);
  }

  @Test
  void fieldsAreChosen() {
    JsonObject json = json(ask("features", "{\"table\":\"a\",\"fields\":[\"t\"],\"limit\":1}"));
    assertEquals(
        Json.parse("{\"t\":\"t3\"}"), json.array("features").objects().get(0).get("properties"));
    assertEquals("not-found", code(ask("features", "{\"table\":\"a\",\"fields\":[\"x\"]}")));
  }

  @Test
  void valuesAndStatistics() {
    JsonObject values = ask("values", "{\"table\":\"a\",\"field\":\"n\"}").header();
    assertEquals("[1,2,3]", values.array("values").toString());
    JsonObject statistics =
        ask("statistics", "{\"table\":\"a\",\"field\":\"n\",\"filter\":\"t <> 't3'\"}").header();
    assertEquals(1.5, statistics.number("mean"));
    assertEquals(0, statistics.integer("missing"));
  }

  @Test
  void mistakesNameTheCharacterAndWhatIsMeant() {
    Message answer = ask("features", "{\"table\":\"a\",\"filter\":\"1 = tt\"}");
    assertEquals("invalid-argument", code(answer));
    String message = answer.header().string("message");
    assertTrue(message.contains("character 5") && message.contains("\"t\""), message);
    assertEquals("not-found", code(ask("statistics", "{\"table\":\"a\",\"field\":\"x\"}")));
  }

  private Message ask(String kind, String header) {
    List<Message> answers = new ArrayList<>();
    owner.handle(new Message(1, kind, Json.parseObject(header)), answers::add);
    // A slow machine may tell how far it is.
    answers.removeIf(answer -> answer.kind().equals(Message.PROGRESS));
    assertEquals(1, answers.size());
    return answers.get(0);
  }

  private static String code(Message message) {
    assertEquals(Message.ERROR, message.kind());
    return message.header().string("code");
  }

  private static JsonObject json(Message message) {
    assertEquals(Message.RESULT, message.kind(), message.header().toString());
    return Json.parseObject((byte[]) message.buffers().get(0));
  }

  private static String ns(Message message) {
    return JsonArray.of(
            json(message).array("features").objects().stream()
                .map(feature -> feature.object("properties").get("n"))
                .toList())
        .toString();
  }

  private static String feature(int n) {
    return "{\"type\":\"Feature\",\"properties\":{\"n\":" + n + ",\"t\":\"t" + n + "\"}},";
  }

  /** Computes at once. */
  private final class Here implements ComputePool {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public void submit(int job, String kind, Supplier<Message> made, Consumer<Message> listener) {
      Message task = made.get();
      tasks.add(task.kind());
      if (task.kind().equals("read")) {
        listener.accept(TableCodec.result(job, TABLE));
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
