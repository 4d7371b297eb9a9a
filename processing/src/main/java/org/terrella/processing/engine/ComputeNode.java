package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.algorithm.Algorithm;
import org.terrella.processing.algorithm.Algorithms;
import org.terrella.processing.algorithm.Fingerprints;
import org.terrella.processing.algorithm.InvalidGeometries;
import org.terrella.processing.algorithm.Parameters;
import org.terrella.processing.algorithm.Progress;
import org.terrella.processing.expression.Functions;
import org.terrella.processing.feature.FeatureTable;

/**
 * What a worker with the algorithms does. Requests:
 *
 * <ul>
 *   <li>{@code compute} {algorithm, parameters, invalid?, table}: the algorithm on a slice →
 *       {table}
 *   <li>{@code combine} {algorithm, parameters, tables}: joins the results of slices → {table}
 *   <li>{@code write} {format, table} and what {@link TableFiles} reads → one buffer, the file
 *   <li>{@code rows} {filter?, search?, sort?, table, names} → one array of row numbers
 *   <li>{@code values} {field, filter?, search?, offset?, limit?, order?, table, names} → as {@link
 *       org.terrella.processing.query.DistinctValues}
 *   <li>{@code statistics} {field, filter?, search?, table, names} → as {@link
 *       org.terrella.processing.query.FieldStatistics}
 *   <li>{@code expressions}: → {functions}, all functions of expressions, for an editor
 *   <li>{@code fingerprints}: computes known cases → {lines}, which must equal the JVM's
 * </ul>
 */
public final class ComputeNode {
  /** Algorithms report every feature; telling each would cost more than computing it. */
  private static final int PROGRESS_MILLIS = 100;

  private ComputeNode() {}

  /** Answers a request, through {@code reply}; failures become errors. */
  public static void handle(Message request, Consumer<Message> reply) {
    try {
      reply.accept(
          switch (request.kind()) {
            case "compute" -> compute(request, reply);
            case "combine" -> combine(request, reply);
            case "write" -> write(request);
            case "rows", "values", "statistics" ->
                RowRequests.answer(request, progress(request, reply));
            case "expressions" -> new Message(request.id(), Message.RESULT, Functions.toJson());
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

  private static Message compute(Message request, Consumer<Message> reply) {
    JsonObject header = request.header();
    Algorithm algorithm = Algorithms.get(header.string("algorithm"));
    FeatureTable input =
        TableCodec.decode(header.object("table"), new TableCodec.Arrays(request.buffers()));
    Parameters parameters = Parameters.of(algorithm.description(), header.object("parameters"));
    return TableCodec.result(
        request.id(),
        algorithm.compute(
            InvalidGeometries.handle(input, header.optString("invalid", "ignore")),
            parameters,
            progress(request, reply)));
  }

  private static Message combine(Message request, Consumer<Message> reply) {
    JsonObject header = request.header();
    Algorithm algorithm = Algorithms.get(header.string("algorithm"));
    TableCodec.Arrays arrays = new TableCodec.Arrays(request.buffers());
    List<FeatureTable> parts = new ArrayList<>();
    for (JsonObject part : header.array("tables").objects()) {
      parts.add(TableCodec.decode(part, arrays));
    }
    Parameters parameters = Parameters.of(algorithm.description(), header.object("parameters"));
    return TableCodec.result(
        request.id(), algorithm.combine(parts, parameters, progress(request, reply)));
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
