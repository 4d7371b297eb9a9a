package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.algorithm.Algorithm;
import org.terrella.processing.algorithm.AlgorithmRun;
import org.terrella.processing.algorithm.Parameters;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.GeometryColumnBuilder;

/** One run of an algorithm: slices go to the pool, their results come back and are joined. */
final class EngineJob {
  private static final int PROGRESS_MILLIS = 50;

  private final int id;
  private final Algorithm algorithm;
  private final JsonObject parameters;
  private final String invalid;
  private final ComputePool pool;
  private final Consumer<Message> reply;
  private final Consumer<FeatureTable> done;

  private Parameters checked;
  private FeatureTable[] parts;
  private double[] fractions;
  private int left;
  private long vertices;
  private boolean failed;
  private long told;

  EngineJob(
      int id,
      Algorithm algorithm,
      JsonObject parameters,
      String invalid,
      ComputePool pool,
      Consumer<Message> reply,
      Consumer<FeatureTable> done) {
    this.id = id;
    this.algorithm = algorithm;
    this.parameters = parameters;
    this.invalid = invalid;
    this.pool = pool;
    this.reply = reply;
    this.done = done;
  }

  void start(FeatureTable input) {
    checked = Parameters.of(algorithm.description(), parameters);
    checked.checkAgainst(input);
    List<FeatureTable> slices = AlgorithmRun.slices(algorithm, input, checked);
    parts = new FeatureTable[slices.size()];
    fractions = new double[slices.size()];
    left = slices.size();
    for (int i = 0; i < slices.size(); i++) {
      int index = i;
      List<Object> buffers = new ArrayList<>();
      JsonObject header = header().with("table", TableCodec.encode(slices.get(i), buffers));
      pool.submit(
          id, new Message(id, "compute", header, buffers), answer -> received(index, answer));
    }
  }

  private JsonObject header() {
    return JsonObject.of()
        .with("algorithm", algorithm.description().id())
        .with("parameters", parameters)
        .with("invalid", invalid);
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
        parts[index] =
            TableCodec.decode(
                answer.header().object("table"), new TableCodec.Arrays(answer.buffers()));
        fractions[index] = 1;
        vertices += parts[index].geometry().vertexCount();
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
    double share = algorithm.concatenates(checked) || fractions.length == 1 ? 1 : 0.8;
    reply.accept(Message.progress(id, share * sum / fractions.length, text));
  }

  private void fail(Message error) {
    failed = true;
    pool.cancel(id);
    reply.accept(new Message(id, Message.ERROR, error.header()));
  }

  private void join() {
    List<FeatureTable> all = List.of(parts);
    if (!algorithm.parallel(checked)) {
      done.accept(all.get(0));
    } else if (algorithm.concatenates(checked)) {
      done.accept(FeatureTables.concat(all));
    } else {
      List<Object> buffers = new ArrayList<>();
      List<JsonObject> tables = new ArrayList<>();
      for (FeatureTable part : all) {
        tables.add(TableCodec.encode(part, buffers));
      }
      pool.submit(
          id,
          new Message(id, "combine", header().with("tables", JsonArray.of(tables)), buffers),
          this::joined);
    }
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
      default ->
          done.accept(
              TableCodec.decode(
                  answer.header().object("table"), new TableCodec.Arrays(answer.buffers())));
    }
  }
}
