package org.terrella.webapp.panel;

import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.tools.About;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** What the map is and who made it: asked for, and shown with how it is cited. */
final class AboutDialog {
  private AboutDialog() {}

  /** Asks what the map is. */
  static void edit(App app) {
    Actions.start(
        app,
        () -> {
          About about = Promises.await(Lazy.loadAbout());
          About.Form form = about.aboutForm(told(app));
          Dialog dialog = new Dialog("About this map", El.div("").add(form.getElement()));
          dialog.node().getStyle().setProperty("--width", "40rem");
          dialog
              .cancelButton()
              .button(
                  "Save",
                  "brand",
                  () -> {
                    if (form.isRight()) {
                      dialog.close();
                      Actions.run(app, "document:set-about", Json.parseObject(form.value()));
                    }
                  })
              .open();
        });
  }

  /** Shows how the map is cited. */
  static void cite(App app) {
    Actions.start(
        app,
        () -> {
          About about = Promises.await(Lazy.loadAbout());
          Dialog dialog = new Dialog("Cite this map", El.div("").add(about.aboutCard(told(app))));
          dialog.node().getStyle().setProperty("--width", "36rem");
          dialog.button("Close", "brand", dialog::close).open();
        });
  }

  private static String told(App app) {
    return Json.write(app.commands.execute("document:about", JsonObject.of(), new Execution()));
  }
}
