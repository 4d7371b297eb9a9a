package org.terrella.webapp.panel;

import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** A choice among the services that Terrella knows, with their terms. */
final class KnownServicesDialog {
  private final App app;
  private final El results = El.of("ul", "choices");
  private final El trouble = El.of("p", "trouble").attr("role", "alert");
  private final El search =
      El.of("wa-input", "")
          .attr("label", "Search")
          .attr("placeholder", "imagery, WMS, CC BY …")
          .attr("autofocus", "");
  private final Dialog dialog;

  KnownServicesDialog(App app) {
    this.app = app;
    El note =
        El.of("p", "")
            .text("No server is asked before you add its service. Mind its terms of use.");
    dialog =
        new Dialog("Known services", El.div("services-dialog").add(note, search, trouble, results));
  }

  void open() {
    search.on("input", event -> find());
    find();
    dialog.cancelButton().open();
  }

  private void find() {
    Actions.start(
        app,
        () -> {
          JsonArray found =
              (JsonArray)
                  app.commands.execute(
                      "service:list",
                      JsonObject.of().with("query", search.value()),
                      new Execution());
          results.clear();
          for (JsonObject service : found.objects()) {
            results.add(item(service));
          }
          if (found.isEmpty()) {
            results.add(El.of("li", "empty").text("No known service fits."));
          }
        });
  }

  private El item(JsonObject service) {
    El button =
        El.of("button", "choice")
            .attr("type", "button")
            .add(
                El.of("strong", "").text(service.string("name")),
                El.of("span", "")
                    .text(
                        service.string("kind")
                            + " · "
                            + service.string("provider")
                            + " · "
                            + service.string("licence")),
                El.of("span", "").text("asks " + service.string("host")));
    button.onClick(
        () ->
            ServiceDialog.attempt(
                trouble,
                () -> {
                  app.commands.execute(
                      "service:add",
                      JsonObject.of().with("id", service.string("id")),
                      new Execution());
                  dialog.close();
                }));
    El terms =
        El.of("a", "terms")
            .attr("href", service.string("terms"))
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
            .attr("aria-label", "Terms of " + service.string("name"))
            .text("Terms");
    return El.of("li", "service").add(button, terms);
  }
}
