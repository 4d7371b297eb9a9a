package org.terrella.webapp.panel;

import java.util.HashMap;
import java.util.Map;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Command;

/**
 * Runs commands for a person: keys, menus and the palette all come here. What a command needs and
 * was not given is asked for.
 */
public final class Invoker {
  private final App app;
  private final Map<String, Runnable> courtesies = new HashMap<>();

  public Invoker(App app) {
    this.app = app;
  }

  /** Does something else for a command without arguments: asks first, or tells afterwards. */
  public void courtesy(String command, Runnable action) {
    courtesies.put(command, action);
  }

  public String label(String command) {
    return app.commands.get(command).label();
  }

  public boolean isEnabled(String command, JsonObject args) {
    return app.commands.get(command).enabled().test(args);
  }

  /** Runs a command of a key: it is about the selected layer, where it needs one. */
  public void key(String id) {
    Command command = app.commands.get(id);
    JsonObject args = JsonObject.of();
    boolean layer = command.args().optArray("required").strings().contains("layerId");
    if (layer && app.store.document().layers().containsKey(app.selection.layer())) {
      args = args.with("layerId", app.selection.layer());
    }
    if (command.enabled().test(args)) {
      run(id, args);
    }
  }

  void run(String id, JsonObject args) {
    run(id, args, () -> {});
  }

  /** Runs a command and then something else, unless it failed. */
  void run(String id, JsonObject args, Runnable then) {
    if (args.isEmpty() && courtesies.containsKey(id)) {
      courtesies.get(id).run();
      return;
    }
    Command command = app.commands.get(id);
    for (String name : command.args().optArray("required").strings()) {
      if (!args.has(name)) {
        ask(command, args, then);
        return;
      }
    }
    Actions.run(app, id, args, then);
  }

  /** Asks for all arguments of a command but those given, and runs it. */
  void ask(Command command, JsonObject given, Runnable then) {
    new CommandDialog(app, command, given, then).open();
  }
}
