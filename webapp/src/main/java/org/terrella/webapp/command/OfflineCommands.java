package org.terrella.webapp.command;

import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Offline;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.browser.Publishing;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Command;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.command.Schema;
import org.terrella.workbench.job.Job;

/** {@code offline:*}: the app's files, kept by the browser. */
public final class OfflineCommands {
  /** What a person does first goes before the app's files. */
  private static final int PAUSE_MILLIS = 2000;

  private final App app;
  private Offline offline;

  private OfflineCommands(App app) {
    this.app = app;
  }

  public static OfflineCommands register(App app) {
    OfflineCommands own = new OfflineCommands(app);
    own.add(
        "offline:get-state",
        "Offline copy",
        "Says what of the app is kept, and how many bytes are missing.",
        own::state);
    own.add(
        "offline:keep-all",
        "Make available offline…",
        "Keeps all of the app in this browser, GDAL included, for work without a network.",
        own::keepAll);
    own.add(
        "offline:remove-all",
        "Remove offline copy",
        "Keeps only what the first map needs.",
        own::removeAll);
    own.add(
        "offline:find-update",
        "Look for a new version",
        "Fetches a newer version of the app where there is one; it is used by the next page.",
        own::findUpdate);
    return own;
  }

  /** What a command does; it may wait. */
  @FunctionalInterface
  private interface Action {
    JsonObject act(Execution execution);
  }

  private void add(String id, String label, String description, Action action) {
    app.commands.add(
        new Command(
                id,
                label,
                description,
                Schema.object().build(),
                Schema.anyObject(""),
                (args, execution) -> action.act(execution))
            .when(
                args ->
                    offline != null
                        && offline.isPossible()
                        && (!id.equals("offline:keep-all") || !offline.isWhole())
                        && (!id.equals("offline:remove-all") || offline.isWhole())));
  }

  /**
   * Keeps what the first map needs, once that is there.
   *
   * @param beside addresses of the open map and its data, where it is none of this browser's
   */
  public void begin(List<String> beside) {
    Window.setTimeout(
        () ->
            Tasks.start(
                () -> {
                  offline = Promises.await(Lazy.loadOffline());
                  offline.begin(
                      beside.toArray(new String[0]),
                      () ->
                          app.messages.offer(
                              "A new version is ready.", "Reload", OfflineCommands::reload));
                },
                failure -> {
                  // Without it the page goes on as before.
                }),
        PAUSE_MILLIS);
  }

  private Offline offline() {
    if (offline == null) {
      offline = Promises.await(Lazy.loadOffline());
    }
    if (!offline.isPossible()) {
      throw TerrellaException.invalid(
          "This page cannot be kept offline: that takes a page of its own, from a host by https.");
    }
    return offline;
  }

  private JsonObject state(Execution execution) {
    return Json.parseObject(Promises.await(offline().state()).stringValue());
  }

  private JsonObject keepAll(Execution execution) {
    Offline files = offline();
    Job job = app.jobs.start("Make available offline", execution);
    Publishing.Told told =
        (fraction, text) -> {
          job.progress(fraction, text);
          return !execution.isCancelled();
        };
    try {
      Promises.await(files.keepAll(told));
    } catch (RuntimeException failure) {
      RuntimeException known = execution.isCancelled() ? TerrellaException.cancelled() : failure;
      job.failed(known);
      throw known;
    }
    job.done("Terrella works without a network.");
    app.messages.success("Terrella works without a network now.");
    return JsonObject.of();
  }

  private JsonObject removeAll(Execution execution) {
    Promises.await(offline().removeAll());
    app.messages.info("What the first map needs is still kept.");
    return JsonObject.of();
  }

  private JsonObject findUpdate(Execution execution) {
    return JsonObject.of().with("found", Promises.await(offline().update()).booleanValue());
  }

  @JSBody(script = "location.reload();")
  private static native void reload();
}
