package org.terrella.workbench.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/** All commands, by id. */
public final class CommandRegistry {
  private final Map<String, Command> commands = new LinkedHashMap<>();

  public void add(Command command) {
    if (commands.putIfAbsent(command.id(), command) != null) {
      throw new IllegalStateException("command " + command.id() + " exists twice");
    }
  }

  public List<Command> all() {
    return List.copyOf(commands.values());
  }

  /** The command with this id. */
  public Command get(String id) {
    Command command = commands.get(id);
    if (command == null) {
      throw new TerrellaException("unknown-command", "There is no command \"" + id + "\".");
    }
    return command;
  }

  /** Checks the arguments and does the command; waits, so call it in a coroutine. */
  public JsonValue execute(String id, JsonObject args, Execution execution) {
    Command command = get(id);
    Schema.check(command.args(), args, id);
    execution.throwIfCancelled();
    return command.handler().run(args, execution);
  }

  /** {@code [{id, label, description, args, result, enabled}]}. */
  public JsonArray describe() {
    List<JsonObject> list = new ArrayList<>();
    for (Command command : commands.values()) {
      list.add(
          JsonObject.of()
              .with("id", command.id())
              .with("label", command.label())
              .with("description", command.description())
              .with("args", command.args())
              .with("result", command.result())
              .with("enabled", command.enabled().test(JsonObject.of())));
    }
    return JsonArray.of(list);
  }
}
