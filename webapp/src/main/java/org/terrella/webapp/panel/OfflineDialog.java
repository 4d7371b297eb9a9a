package org.terrella.webapp.panel;

import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Says how large the app is, and asks whether all of it is to be kept. */
public final class OfflineDialog {
  private static final double MEGABYTE = 1e6;

  private OfflineDialog() {}

  public static void ask(App app) {
    Actions.start(
        app,
        () -> {
          JsonObject state =
              (JsonObject)
                  app.commands.execute("offline:get-state", JsonObject.of(), new Execution());
          open(app, state);
        });
  }

  private static void open(App app, JsonObject state) {
    El text =
        El.of("p", "")
            .text(
                "Maps, tables and tools work without a network after the first visit. This fetches"
                    + " the rest, too: GDAL's formats, rasters and publishing. It takes about "
                    + megabytes(state.number("fetch"))
                    + " MB from the network and "
                    + megabytes(state.number("size"))
                    + " MB of this browser's storage. Services and files on the web still need a"
                    + " network.");
    Dialog dialog = new Dialog("Make available offline", text);
    dialog
        .cancelButton()
        .button(
            "Fetch",
            "brand",
            () -> {
              dialog.close();
              Actions.run(app, "page:show-panel", JsonObject.of().with("panel", "jobs"));
              Actions.run(app, "offline:keep-all");
            })
        .open();
  }

  private static long megabytes(double bytes) {
    return (long) Math.ceil(bytes / MEGABYTE);
  }
}
