package org.terrella.webapp.panel;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** A run as text in one of three languages, to be copied. */
final class RunTextDialog {
  private final App app;
  private final String id;
  private final El text =
      El.of("textarea", "paste code")
          .attr("rows", "12")
          .attr("readonly", "")
          .attr("spellcheck", "false")
          .attr("aria-label", "The run as text");
  private final El language =
      El.of("wa-select", "")
          .attr("label", "For")
          .attr("size", "s")
          .add(
              option("terrella", "Terrella: terrella.execute"),
              option("python", "QGIS: Python console"),
              option("qgis_process", "QGIS: qgis_process on a command line"));
  private final Dialog dialog;

  RunTextDialog(App app, String id) {
    this.app = app;
    this.id = id;
    language.value("terrella").attr("value", "terrella");
    language.on("change", event -> write(language.value()));
    dialog =
        new Dialog(
            "Copy run",
            El.div("form")
                .add(
                    language,
                    text,
                    El.of("p", "hint")
                        .text("For QGIS, layers are the files that they come from.")));
    dialog.cancelButton();
    dialog.button("Copy", "brand", () -> copied(copy(text.node())));
  }

  private static El option(String value, String label) {
    return El.of("wa-option", "").attr("value", value).text(label);
  }

  void open() {
    write("terrella");
    dialog.open();
  }

  private void write(String wanted) {
    Actions.start(
        app,
        () ->
            text.value(
                ((JsonString)
                        app.commands.execute(
                            "processing:script",
                            JsonObject.of().with("id", id).with("language", wanted),
                            new Execution()))
                    .value()));
  }

  private void copied(boolean done) {
    if (done) {
      dialog.close();
      app.messages.info("Copied.");
    } else {
      app.messages.warn("The browser did not let the page copy; the text is selected.");
    }
  }

  /** Works on pages without the clipboard's newer interface, too: those opened as files. */
  @JSBody(
      params = "area",
      script = "area.focus(); area.select(); return document.execCommand('copy');")
  private static native boolean copy(HTMLElement area);
}
