package org.terrella.webapp.panel;

import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Execution;

/** What buttons and keys do: run commands, and tell the person when one fails. */
public final class Actions {
  private Actions() {}

  public static void run(App app, String command) {
    run(app, command, JsonObject.of());
  }

  public static void run(App app, String command, JsonObject args) {
    run(app, command, args, () -> {});
  }

  /** Runs a command and then something else, unless it failed. */
  public static void run(App app, String command, JsonObject args, Runnable then) {
    start(
        app,
        () -> {
          app.commands.execute(command, args, new Execution());
          then.run();
        });
  }

  /** Does something that may wait; a failure becomes a message. */
  public static void start(App app, Tasks.Work work) {
    Tasks.start(
        work,
        failure -> {
          if (!failure.code().equals("cancelled")) {
            app.messages.error(failure.getMessage(), failure.code());
          }
        });
  }
}
