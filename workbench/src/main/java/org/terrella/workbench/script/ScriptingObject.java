package org.terrella.workbench.script;

import java.util.Locale;
import java.util.function.Consumer;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Scripting;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.CommandRegistry;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.job.Jobs;
import org.terrella.workbench.message.Messages;
import org.terrella.workbench.store.DocumentStore;

/** {@code window.terrella}: the commands and events, for scripts. */
public final class ScriptingObject {
  private final CommandRegistry commands;
  private final Scripting page;

  public ScriptingObject(
      String version, CommandRegistry commands, Messages messages, Jobs jobs, DocumentStore store) {
    this.commands = commands;
    page =
        Scripting.Installer.installScripting(
            version, () -> Json.write(commands.describe()), this::run);
    messages.listen(
        message ->
            emit(
                "message",
                JsonObject.of()
                    .with("level", message.level().name().toLowerCase(Locale.ROOT))
                    .with("text", message.text())
                    .with("code", message.code())));
    jobs.listen(() -> emit("job", JsonObject.of().with("running", (long) jobs.running())));
    store.listen(
        (before, after) -> {
          emit("document", JsonObject.of().with("path", store.path()));
          if (!before.layers().equals(after.layers()) || !before.tree().equals(after.tree())) {
            emit("layers", JsonObject.of().with("count", (long) after.layers().size()));
          }
        });
  }

  /** Tells of moves of the map, too. */
  public void follow(Consumer<Runnable> moves) {
    moves.accept(() -> emit("view", JsonObject.of()));
  }

  /** Says that the map is shown: {@code terrella.ready} resolves. */
  public void opened() {
    page.opened();
  }

  /** Tells the listeners of an event. */
  public void emit(String event, JsonObject detail) {
    page.emit(event, Json.write(detail));
  }

  private Scripting.Cancel run(
      String id,
      String args,
      Scripting.Progress progress,
      Scripting.Done done,
      Scripting.Failed failed) {
    Execution execution =
        new Execution() {
          @Override
          public void progress(double fraction, String text) {
            progress.at(fraction, text);
          }
        };
    Tasks.start(
        () -> done.with(Json.write(commands.execute(id, parsed(args), execution))),
        failure -> failed.because(failure.code(), failure.getMessage()));
    return execution::cancel;
  }

  private static JsonObject parsed(String args) {
    if (Json.parse(args) instanceof JsonObject object) {
      return object;
    }
    throw TerrellaException.invalid("The arguments must be an object.");
  }
}
