package org.terrella.processing.engine;

import java.util.List;
import java.util.function.Consumer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.processing.classification.Classification;

/**
 * What a worker without the algorithms does. Requests, besides {@code read} {name, format} with a
 * Blob, which its worker feeds through a {@link TableReader} → {table}:
 *
 * <ul>
 *   <li>{@code classify} {mode, classes} and one array of values → {min, breaks}
 * </ul>
 */
public final class ReaderNode {
  private static final List<String> KINDS = List.of("read", "classify");

  private ReaderNode() {}

  /** Whether such a worker answers this request, and no worker with the algorithms is needed. */
  public static boolean answers(String kind) {
    return KINDS.contains(kind);
  }

  /** Answers a request, through {@code reply}; failures become errors. */
  public static void handle(Message request, Consumer<Message> reply) {
    try {
      if (!request.kind().equals("classify")) {
        throw TerrellaException.invalid("A reader knows no \"" + request.kind() + "\".");
      }
      reply.accept(classify(request));
    } catch (RuntimeException | OutOfMemoryError failure) {
      reply.accept(Message.error(request.id(), failure));
    }
  }

  private static Message classify(Message request) {
    double[] values = (double[]) request.buffers().get(0);
    int classes = request.header().integer("classes");
    Classification classification =
        switch (request.header().string("mode")) {
          case "quantile" -> Classification.quantile(values, classes);
          case "jenks" -> Classification.jenks(values, classes);
          case "pretty" -> Classification.pretty(values, classes);
          case "equal interval" -> Classification.equalInterval(values, classes);
          default ->
              throw TerrellaException.invalid(
                  "There is no classification \"" + request.header().string("mode") + "\".");
        };
    return new Message(
        request.id(),
        Message.RESULT,
        JsonObject.of()
            .with("min", classification.min())
            .with("breaks", JsonArray.ofNumbers(classification.upperBounds())));
  }
}
