package org.terrella.workbench.command;

import java.util.Objects;
import java.util.function.Predicate;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * Something that can be done, by menu, key, palette or script.
 *
 * @param id {@code area:verb-noun}
 * @param label what menus and the palette show
 * @param args JSON Schema of the arguments, an object
 * @param result JSON Schema of the result
 * @param enabled whether the command could be done now with some arguments; with none, whether it
 *     could be done at all
 */
public record Command(
    String id,
    String label,
    String description,
    JsonObject args,
    JsonObject result,
    Handler handler,
    Predicate<JsonObject> enabled) {
  public Command {
    Objects.requireNonNull(id);
    Objects.requireNonNull(label);
    Objects.requireNonNull(description);
    Objects.requireNonNull(args);
    Objects.requireNonNull(result);
    Objects.requireNonNull(handler);
    Objects.requireNonNull(enabled);
  }

  /** A command that can always be done. */
  public Command(
      String id,
      String label,
      String description,
      JsonObject args,
      JsonObject result,
      Handler handler) {
    this(id, label, description, args, result, handler, any -> true);
  }

  /** This command, offered only when something holds. */
  public Command when(Predicate<JsonObject> condition) {
    return new Command(id, label, description, args, result, handler, condition);
  }

  /** Does the command. Runs in a coroutine and may wait. */
  @FunctionalInterface
  public interface Handler {
    JsonValue run(JsonObject args, Execution execution);
  }
}
