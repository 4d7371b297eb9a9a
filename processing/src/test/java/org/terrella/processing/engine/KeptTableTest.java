package org.terrella.processing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.geojson.GeoJsonReader;

/** Workers keep the slices of the table that was computed with last, and of no other. */
class KeptTableTest {
  private static final FeatureTable TABLE = points(5);

  private final List<Message> sent = new ArrayList<>();
  private final EngineOwner owner =
      new EngineOwner(new Keeping(), (key, table, code, fields, whole) -> {});

  private static FeatureTable points(int count) {
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < count; i++) {
      features
          .append(i == 0 ? "" : ",")
          .append("{\"type\":\"Feature\",\"properties\":{\"n\":" + i + "},\"geometry\":")
          .append("{\"type\":\"Point\",\"coordinates\":[" + i + ",0]}}");
    }
    String json = "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    return GeoJsonReader.read("t", json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theSameArraysInTheSameSlicesAreKnown() {
    KeptTable kept = new KeptTable();
    int[] cuts = {0, 3, 5};
    int first = kept.number(TABLE, cuts);
    assertTrue(first > 0);
    assertEquals(first, kept.number(TABLE.withName("t"), new int[] {0, 3, 5}));
    int cutElsewhere = kept.number(TABLE, new int[] {0, 5});
    assertNotEquals(first, cutElsewhere);
    int moved = kept.number(TABLE.withCrs(Crs.UNKNOWN), cuts);
    assertNotEquals(cutElsewhere, moved);
    assertNotEquals(moved, kept.number(points(5), cuts));
    assertNotEquals(moved, kept.number(TABLE.withFields(List.of()), cuts));
  }

  @Test
  void ofLargeTablesNothingIsKept() {
    int vertices = 5_000_000;
    GeometryColumn large =
        new GeometryColumn(
            2,
            new byte[] {2},
            new int[] {0, 1},
            new int[] {0, 1},
            new int[] {0, vertices},
            new double[2 * vertices],
            null);
    FeatureTable table = new FeatureTable("t", Crs.UNKNOWN, large, List.of(), null);
    assertEquals(0, new KeptTable().number(table, new int[] {0, 1}));
  }

  /** The second run sends no features, and finds the same; other rows are sent again. */
  @Test
  void anotherRunIsSentNothing() {
    ask("read", "{\"table\":\"a\",\"name\":\"t\",\"format\":\"geojson\"}");
    String moved = run(1);
    assertTrue(sent.get(sent.size() - 1).header().has("table"));
    assertEquals(moved, run(1));
    assertFalse(sent.get(sent.size() - 1).header().has("table"));
    assertNotEquals(moved, run(2));
    assertFalse(sent.get(sent.size() - 1).header().has("table"));
    ask("set-crs", "{\"table\":\"a\",\"crs\":{\"id\":\"EPSG:3857\"}}");
    run(1);
    assertTrue(sent.get(sent.size() - 1).header().has("table"));
  }

  private String run(int shift) {
    ask(
        "run",
        "{\"algorithm\":\"native:translategeometry\",\"parameters\":{\"DELTA_X\":"
            + shift
            + "},\"inputs\":[{\"name\":\"INPUT\",\"table\":\"a\"}],"
            + "\"outputs\":{\"OUTPUT\":\"b\"},\"names\":{\"OUTPUT\":\"b\"}}");
    return ask("hash", "{\"table\":\"b\"}").header().string("sha256");
  }

  private Message ask(String kind, String header) {
    List<Message> answers = new ArrayList<>();
    owner.handle(new Message(1, kind, Json.parseObject(header)), answers::add);
    answers.removeIf(answer -> answer.kind().equals(Message.PROGRESS));
    assertEquals(Message.RESULT, answers.get(0).kind(), answers.get(0).header().toString());
    return answers.get(0);
  }

  /** One worker, which computes at once and keeps what it is told to. */
  private final class Keeping implements ComputePool {
    private final Set<Slice> held = new HashSet<>();

    @Override
    public int size() {
      return 1;
    }

    @Override
    public void submit(int job, String kind, Supplier<Message> made, Consumer<Message> listener) {
      Message task = made.get();
      sent.add(task);
      if (task.kind().equals("read")) {
        listener.accept(TableCodec.result(job, TABLE));
      } else {
        ComputeNode.handle(task, listener);
      }
    }

    @Override
    public void submit(
        int job,
        String kind,
        Slice slice,
        Function<Boolean, Message> made,
        Consumer<Message> listener) {
      boolean known = !held.add(slice);
      submit(job, kind, () -> made.apply(known), listener);
    }

    @Override
    public void share(int job, Message inputs) {
      ComputeNode.handle(inputs, answer -> {});
    }

    @Override
    public void release(int job) {
      ComputeNode.handle(new Message(job, "inputs", JsonObject.of(), List.of()), answer -> {});
    }

    @Override
    public void cancel(int job) {}
  }
}
