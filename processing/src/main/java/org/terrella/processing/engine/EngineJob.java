package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.algorithm.Results;
import org.terrella.processing.expression.LayerInputs;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryColumnBuilder;

/**
 * One run of an algorithm. A worker says how its main input is to be cut; slices go to the pool,
 * their results come back and are joined. What algorithms there are only the workers know.
 */
final class EngineJob {
  private static final int PROGRESS_MILLIS = 50;

  private final int id;
  private final JsonObject header;
  private final ComputePool pool;
  private final KeptTable kept;
  private final Consumer<Message> reply;
  private final Consumer<Results> done;

  private final Map<String, List<FeatureTable>> others = new LinkedHashMap<>();
  private boolean combines;
  private FeatureTable input;
  private int[] cuts;
  private Results[] parts;
  private double[] fractions;
  private int left;
  private long vertices;
  private boolean failed;
  private long told;

  /**
   * A job that has not begun.
   *
   * @param header {@code {algorithm, parameters, invalid, definitions}}
   * @param kept knows the table of which workers keep slices
   * @param reply hears progress and an error
   * @param done hears the results
   */
  EngineJob(
      int id,
      JsonObject header,
      ComputePool pool,
      KeptTable kept,
      Consumer<Message> reply,
      Consumer<Results> done) {
    this.id = id;
    this.header = header;
    this.pool = pool;
    this.kept = kept;
    this.reply = reply;
    this.done = done;
  }

  void start(Map<String, List<FeatureTable>> inputs) {
    Map<String, List<FeatureTable>> bare = new LinkedHashMap<>();
    for (String name : inputs.keySet()) {
      List<FeatureTable> tables = new ArrayList<>();
      inputs.get(name).forEach(table -> tables.add(table.slice(0, 0)));
      bare.put(name, tables);
    }
    List<Object> buffers = new ArrayList<>();
    JsonObject full = header.with("inputs", RunCodec.encodeInputs(bare, buffers));
    pool.submit(
        id,
        new Message(id, "plan", full, buffers),
        answer -> {
          switch (answer.kind()) {
            case Message.PROGRESS -> {}
            case Message.ERROR -> fail(answer);
            default -> cut(answer.header(), inputs);
          }
        });
  }

  private void cut(JsonObject plan, Map<String, List<FeatureTable>> inputs) {
    combines = plan.bool("combines");
    others.putAll(inputs);
    String name = plan.string("input");
    List<FeatureTable> main = plan.bool("whole") ? others.get(name) : others.remove(name);
    input =
        main == null
            ? new FeatureTable("", Crs.UNKNOWN, GeometryColumn.none(0), List.of(), null)
            : main.get(0);
    Map<String, List<FeatureTable>> beside = LayerInputs.marked(others, input);
    cuts = FeatureTables.cuts(input, plan.integer("rows"), plan.integer("vertices"));
    try {
      MemoryNeed.check(header.string("algorithm"), input, cuts, others);
    } catch (TerrellaException refused) {
      fail(Message.error(id, refused));
      return;
    }
    List<Object> shared = new ArrayList<>();
    pool.share(
        id,
        new Message(
            id,
            "inputs",
            JsonObject.of().with("inputs", RunCodec.encodeInputs(beside, shared)),
            shared));
    left = cuts.length - 1;
    parts = new Results[left];
    fractions = new double[left];
    int table = kept.number(input, cuts);
    for (int i = 0; i < parts.length; i++) {
      int index = i;
      Consumer<Message> listener = answer -> received(index, answer);
      if (table == 0) {
        pool.submit(id, "compute", () -> task(index, JsonObject.of(), true), listener);
      } else {
        pool.submit(
            id,
            "compute",
            new ComputePool.Slice(table, cuts[index]),
            held -> task(index, JsonObject.of().with("table", table).with("held", held), !held),
            listener);
      }
    }
  }

  /** The message of a task; its slice is sent along, unless the worker has it. */
  private Message task(int index, JsonObject keeping, boolean sent) {
    List<Object> buffers = new ArrayList<>();
    JsonObject task =
        header
            .with("kinds", FeatureTables.kinds(input))
            .with("first", cuts[index])
            .with("kept", keeping);
    if (sent) {
      FeatureTable slice = input.slice(cuts[index], cuts[index + 1]);
      task = task.with("table", TableCodec.encode(slice, buffers));
    }
    return new Message(id, "compute", task, buffers);
  }

  private void received(int index, Message answer) {
    if (failed) {
      return;
    }
    switch (answer.kind()) {
      case Message.PROGRESS -> {
        fractions[index] = answer.header().number("fraction");
        report(answer.header().string("text"));
      }
      case Message.ERROR -> fail(answer);
      default -> {
        List<Column> known = new ArrayList<>();
        for (Column column : input.columns()) {
          known.add(column.slice(cuts[index], cuts[index + 1]));
        }
        parts[index] = decoded(answer, known);
        fractions[index] = 1;
        vertices += parts[index].vertexCount();
        if (vertices > GeometryColumnBuilder.MOST_VERTICES) {
          fail(
              Message.error(
                  id,
                  "out-of-memory",
                  "The result has more than "
                      + GeometryColumnBuilder.MOST_VERTICES / 1_000_000
                      + " million vertices, for which a browser has no room."));
          return;
        }
        left--;
        report("");
        if (left == 0) {
          join();
        }
      }
    }
  }

  private static Results decoded(Message answer, List<Column> known) {
    return RunCodec.decode(answer.header(), new TableCodec.Arrays(answer.buffers()), known);
  }

  private void report(String text) {
    long time = System.currentTimeMillis();
    if (time - told < PROGRESS_MILLIS) {
      return;
    }
    told = time;
    double sum = 0;
    for (double fraction : fractions) {
      sum += fraction;
    }
    // Joining is the rest; how long it takes is not known beforehand.
    double share = combines && fractions.length > 1 ? 0.8 : 1;
    reply.accept(Message.progress(id, share * sum / fractions.length, text));
  }

  private void fail(Message error) {
    failed = true;
    pool.cancel(id);
    reply.accept(new Message(id, Message.ERROR, error.header()));
  }

  private void join() {
    List<Results> all = List.of(parts);
    if (!combines) {
      pool.release(id);
      done.accept(Results.concat(all));
      return;
    }
    List<Object> buffers = new ArrayList<>();
    List<JsonObject> encoded = new ArrayList<>();
    for (Results part : all) {
      encoded.add(RunCodec.encode(part, buffers, List.of()));
    }
    JsonObject full = header.with("parts", JsonArray.of(encoded));
    full = full.with("crs", TableCodec.encode(input.crs()));
    pool.submit(id, new Message(id, "combine", full, buffers), this::joined);
  }

  private void joined(Message answer) {
    switch (answer.kind()) {
      case Message.PROGRESS ->
          reply.accept(
              Message.progress(
                  id,
                  0.8 + 0.2 * answer.header().number("fraction"),
                  answer.header().string("text")));
      case Message.ERROR -> fail(answer);
      default -> {
        pool.release(id);
        done.accept(decoded(answer, List.of()));
      }
    }
  }
}
