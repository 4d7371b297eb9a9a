package org.terrella.processing.engine;

import java.util.List;
import java.util.Objects;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;

/**
 * One message of the engine's protocol.
 *
 * @param id number of the request that this is, or answers
 * @param kind what is asked or told
 * @param header the small parts, as JSON
 * @param buffers the large parts: arrays of byte, int, long or double
 * @param attachment a browser object (Blob, port), or null
 */
public record Message(
    int id, String kind, JsonObject header, List<Object> buffers, Object attachment) {
  public static final String RESULT = "result";

  /** A result whose only buffer is a file; it leaves the engine as a Blob. */
  public static final String FILE = "file";

  public static final String ERROR = "error";
  public static final String PROGRESS = "progress";

  public Message {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(header);
    buffers = List.copyOf(buffers);
  }

  public Message(int id, String kind, JsonObject header) {
    this(id, kind, header, List.of(), null);
  }

  public Message(int id, String kind, JsonObject header, List<Object> buffers) {
    this(id, kind, header, buffers, null);
  }

  public static Message error(int id, String code, String message) {
    return new Message(
        id, ERROR, JsonObject.of().with("code", code).with("message", message), List.of());
  }

  /** The answer for a failure; what no one foresaw becomes {@code engine-failed}. */
  public static Message error(int id, Throwable failure) {
    if (failure instanceof TerrellaException known) {
      return error(id, known.code(), known.getMessage());
    }
    if (failure instanceof OutOfMemoryError) {
      return error(id, "out-of-memory", "The engine ran out of memory in this job.");
    }
    return error(
        id,
        "engine-failed",
        "The engine failed in this job"
            + (failure.getMessage() == null ? "." : " (" + failure.getMessage() + ")."));
  }

  public static Message progress(int id, double fraction, String text) {
    return new Message(
        id, PROGRESS, JsonObject.of().with("fraction", fraction).with("text", text), List.of());
  }
}
