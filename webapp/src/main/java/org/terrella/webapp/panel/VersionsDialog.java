package org.terrella.webapp.panel;

import org.teavm.jso.JSBody;
import org.terrella.document.JgisReader;
import org.terrella.document.MapDocument;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** The earlier versions of the open map: what was on each, and restoring one. */
public final class VersionsDialog {
  private final App app;
  private final El list = El.of("ul", "map-list");
  private final Dialog dialog;

  public VersionsDialog(App app) {
    this.app = app;
    dialog =
        new Dialog(
            "Versions of " + app.store.document().title(),
            El.div("maps")
                .add(
                    El.of("p", "hint")
                        .text(
                            "The last 20 are kept in this browser. Restoring one is a change like"
                                + " any other: undo takes it back."),
                    list));
    dialog.button("Close", "neutral", dialog::close);
  }

  public void open() {
    dialog.open();
    Actions.start(
        app,
        () ->
            draw(
                (JsonArray)
                    app.commands.execute("document:versions", JsonObject.of(), new Execution())));
  }

  private void draw(JsonArray versions) {
    list.clear();
    if (versions.isEmpty()) {
      list.add(El.of("li", "empty").text("No earlier version yet."));
    }
    for (JsonObject version : versions.objects()) {
      list.add(item(version));
    }
  }

  private El item(JsonObject version) {
    double id = version.number("id");
    String label = version.string("label");
    String when = MapsDialog.when(version.number("time"));
    El what = El.of("span", "map-when");
    Actions.start(app, () -> what.text(content(id)));
    El restore =
        El.button(
            "Restore",
            "neutral",
            () -> {
              dialog.close();
              Actions.run(app, "document:restore", JsonObject.of().with("id", id));
            });
    restore.attr("aria-label", "Restore the version of " + when);
    El look =
        El.of("a", "version-look")
            .attr("href", address(app.store.path(), id))
            .attr("target", "_blank")
            .attr("aria-label", "Look at the version of " + when + " in a tab of its own")
            .text("Look");
    return El.of("li", "map-item")
        .add(Icon.HISTORY.element())
        .add(
            El.div("map-open")
                .add(
                    El.of("span", "map-name").text(when + (label.isEmpty() ? "" : " · " + label)),
                    what),
            look,
            restore);
  }

  @JSBody(
      params = {"path", "id"},
      script = "return '?' + new URLSearchParams({ document: path, version: id });")
  private static native String address(String path, double id);

  private String content(double id) {
    MapDocument document =
        JgisReader.read(
                (JsonObject)
                    app.commands.execute(
                        "document:version", JsonObject.of().with("id", id), new Execution()))
            .document();
    StringBuilder names = new StringBuilder();
    int shown = 0;
    for (int i = document.drawingOrder().size() - 1; i >= 0 && shown < 4; i--, shown++) {
      names.append(shown == 0 ? ": " : ", ").append(document.drawingOrder().get(i).name());
    }
    int count = document.layers().size();
    return count + (count == 1 ? " layer" : " layers") + names + (count > shown ? "…" : "");
  }
}
