package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.algorithm.Algorithm;
import org.terrella.processing.algorithm.AlgorithmRun;
import org.terrella.processing.algorithm.AlgorithmSample;
import org.terrella.processing.algorithm.Algorithms;
import org.terrella.processing.algorithm.Fingerprints;
import org.terrella.processing.algorithm.Parameters;
import org.terrella.processing.algorithm.Progress;
import org.terrella.processing.algorithm.Results;
import org.terrella.processing.expression.Functions;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.projection.Definitions;

/**
 * What a worker with the algorithms does. {@code definitions} are PROJ strings by authority and
 * code, {@code crs} is that of the main input. Requests:
 *
 * <ul>
 *   <li>{@code algorithms}: what there is → {algorithms}
 *   <li>{@code plan} {algorithm, parameters, inputs, definitions?}, the inputs without their rows:
 *       checks the parameters → {input, rows, vertices, combines, whole}, see {@link
 *       AlgorithmRun#plan}
 *   <li>{@code inputs} {inputs}: the inputs of the job to come that are not cut; not answered
 *   <li>{@code compute} {algorithm, parameters, invalid?, definitions?, table, inputs, kinds,
 *       first, last, kept?}: the algorithm on a slice, beside the inputs that are not cut; {@code
 *       kept: {table, held}} has it kept, or says that it is → {tables, values}
 *   <li>{@code combine} {algorithm, parameters, invalid?, definitions?, crs, parts}: joins the
 *       results of slices → {tables, values}
 *   <li>{@code write} {format, table} and what {@link TableFiles} reads → one buffer, the file
 *   <li>{@code rows} {filter?, search?, sort?, table, names} → one array of row numbers
 *   <li>{@code values} {field, filter?, search?, offset?, limit?, order?, table, names} → as {@link
 *       org.terrella.processing.query.DistinctValues}
 *   <li>{@code statistics} {field, filter?, search?, table, names} → as {@link
 *       org.terrella.processing.query.FieldStatistics}
 *   <li>{@code expressions}: → {functions}, all functions of expressions, for an editor
 *   <li>{@code evaluate} {expression, row, first, part, table, names}: → {value?, text, type}, or
 *       {problem, position}, or {all: true} where a part of the table does not do
 *   <li>{@code sample} {algorithm}: → as {@link AlgorithmSample}
 *   <li>{@code fingerprints}: computes known cases → {lines}, which must equal the JVM's
 * </ul>
 */
public final class ComputeNode {
  /** Algorithms report every feature; telling each would cost more than computing it. */
  private static final int PROGRESS_MILLIS = 100;

  /** What the slices of a job share: its parameters, other inputs, and what was made of these. */
  private static Parameters kept;

  private static Map<String, List<FeatureTable>> inputs = Map.of();

  private static final KeptSlices SLICES = new KeptSlices();

  private ComputeNode() {}

  /** Answers a request, through {@code reply}; failures become errors. */
  public static void handle(Message request, Consumer<Message> reply) {
    if (request.kind().equals("inputs")) {
      kept = null;
      inputs = RunCodec.decodeInputs(request.header(), new TableCodec.Arrays(request.buffers()));
      return;
    }
    try {
      reply.accept(
          switch (request.kind()) {
            case "algorithms" ->
                new Message(
                    request.id(),
                    Message.RESULT,
                    JsonObject.of().with("algorithms", Algorithms.toJson()));
            case "plan" -> plan(request);
            case "compute" -> compute(request, reply);
            case "combine" -> combine(request, reply);
            case "write" -> write(request);
            case "rows", "values", "statistics" ->
                RowRequests.answer(request, progress(request, reply));
            case "expressions" -> new Message(request.id(), Message.RESULT, Functions.toJson());
            case "evaluate" -> ExpressionRequests.answer(request);
            case "sample" ->
                new Message(
                    request.id(),
                    Message.RESULT,
                    AlgorithmSample.of(Algorithms.get(request.header().string("algorithm"))));
            case "fingerprints" ->
                new Message(
                    request.id(),
                    Message.RESULT,
                    JsonObject.of().with("lines", JsonArray.ofStrings(Fingerprints.lines())));
            default ->
                throw TerrellaException.invalid(
                    "A compute worker knows no \"" + request.kind() + "\".");
          });
    } catch (RuntimeException | OutOfMemoryError failure) {
      reply.accept(Message.error(request.id(), failure));
    }
  }

  private static Message plan(Message request) {
    JsonObject header = request.header();
    return new Message(
        request.id(),
        Message.RESULT,
        AlgorithmRun.plan(
            Algorithms.get(header.string("algorithm")),
            RunCodec.decodeInputs(header, new TableCodec.Arrays(request.buffers())),
            header.object("parameters"),
            definitions(header)));
  }

  private static Definitions definitions(JsonObject header) {
    return new Definitions(header.optObject("definitions"));
  }

  private static Message compute(Message request, Consumer<Message> reply) {
    JsonObject header = request.header();
    Algorithm algorithm = Algorithms.get(header.string("algorithm"));
    String invalid = header.optString("invalid", "ignore");
    TableCodec.Arrays arrays = new TableCodec.Arrays(request.buffers());
    FeatureTable slice =
        SLICES.slice(header, () -> TableCodec.decode(header.object("table"), arrays));
    if (kept == null) {
      kept = prepared(header, slice.crs());
    }
    Parameters parameters = kept.forSlice(header.integer("kinds"), header.integer("first"));
    return RunCodec.result(
        request.id(),
        AlgorithmRun.compute(algorithm, slice, parameters, invalid, progress(request, reply)),
        slice.columns());
  }

  private static Parameters prepared(JsonObject header, Crs crs) {
    return AlgorithmRun.prepared(
        Algorithms.get(header.string("algorithm")),
        inputs,
        header.object("parameters"),
        header.optString("invalid", "ignore"),
        crs,
        definitions(header));
  }

  private static Message combine(Message request, Consumer<Message> reply) {
    JsonObject header = request.header();
    Algorithm algorithm = Algorithms.get(header.string("algorithm"));
    TableCodec.Arrays arrays = new TableCodec.Arrays(request.buffers());
    List<Results> parts = new ArrayList<>();
    for (JsonObject part : header.array("parts").objects()) {
      parts.add(RunCodec.decode(part, arrays, List.of()));
    }
    Parameters parameters = prepared(header, TableCodec.decodeCrs(header.object("crs")));
    return RunCodec.result(
        request.id(), algorithm.combine(parts, parameters, progress(request, reply)), List.of());
  }

  private static Message write(Message request) {
    FeatureTable table =
        TableCodec.decode(
            request.header().object("table"), new TableCodec.Arrays(request.buffers()));
    return new Message(
        request.id(),
        Message.RESULT,
        JsonObject.of(),
        List.of(TableFiles.write(table, request.header())));
  }

  private static Progress progress(Message request, Consumer<Message> reply) {
    long[] told = {System.currentTimeMillis()};
    return (fraction, text) -> {
      long time = System.currentTimeMillis();
      if (time - told[0] >= PROGRESS_MILLIS) {
        told[0] = time;
        reply.accept(Message.progress(request.id(), fraction, text));
      }
    };
  }
}
