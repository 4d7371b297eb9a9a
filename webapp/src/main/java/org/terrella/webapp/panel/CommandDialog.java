package org.terrella.webapp.panel;

import org.teavm.jso.dom.events.KeyboardEvent;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Asks for a command's arguments, and runs it. It stays open while the answers do not fit. */
final class CommandDialog {
  private final App app;
  private final Command command;
  private final JsonObject given;
  private final Runnable then;
  private final SchemaForm form;
  private final El problem = El.of("p", "form-problem").attr("role", "alert");
  private Dialog dialog;
  private boolean running;

  CommandDialog(App app, Command command, JsonObject given, Runnable then) {
    this.app = app;
    this.command = command;
    this.given = given;
    this.then = then;
    form = new SchemaForm(app, command.args(), given);
  }

  void open() {
    El content =
        El.div("form").add(El.of("p", "help").text(command.description()), form.element(), problem);
    problem.flag("hidden", true);
    form.element()
        .on(
            "keydown",
            event -> {
              if (((KeyboardEvent) event).getKey().equals("Enter") && form.takesEnter(event)) {
                run();
              }
            });
    dialog = new Dialog(command.label(), content);
    dialog.cancelButton().button("OK", "brand", this::run).open();
  }

  private void run() {
    if (running) {
      return;
    }
    JsonObject args;
    try {
      args = given.withAll(form.values());
      Schema.check(command.args(), args, command.label());
    } catch (TerrellaException wrong) {
      problem.text(wrong.getMessage()).flag("hidden", false);
      return;
    }
    running = true;
    Tasks.start(
        () -> {
          app.commands.execute(command.id(), args, new Execution());
          dialog.close();
          then.run();
        },
        failure -> {
          running = false;
          problem.text(failure.getMessage()).flag("hidden", false);
        });
  }
}
