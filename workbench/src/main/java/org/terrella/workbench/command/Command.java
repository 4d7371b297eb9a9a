package org.terrella.workbench.command;

import java.util.Objects;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * Something that can be done, by menu, key, palette or script.
 *
 * @param id {@code area:verb-noun}
 * @param label what menus and the palette show
 * @param args JSON Schema of the arguments, an object
 * @param result JSON Schema of the result
 */
public record Command(
    String id,
    String label,
    String description,
    JsonObject args,
    JsonObject result,
    Handler handler) {
  public Command {
    Objects.requireNonNull(id);
    Objects.requireNonNull(label);
    Objects.requireNonNull(description);
    Objects.requireNonNull(args);
    Objects.requireNonNull(result);
    Objects.requireNonNull(handler);
  }

  /** Does the command. Runs in a coroutine and may wait. */
  @FunctionalInterface
  public interface Handler {
    JsonValue run(JsonObject args, Execution execution);
  }
}
