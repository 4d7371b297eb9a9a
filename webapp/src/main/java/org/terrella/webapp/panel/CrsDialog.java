package org.terrella.webapp.panel;

import java.util.function.Consumer;
import org.terrella.webapp.App;
import org.terrella.webapp.data.CrsCatalog;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Asks for a coordinate reference system, with a search over the EPSG list. */
public final class CrsDialog {
  private static final int SHOWN = 40;

  private CrsDialog() {}

  /** Opens it; {@code chosen} gets the code. */
  public static Dialog open(
      App app, String title, String text, String current, Consumer<String> chosen) {
    El results = El.of("ul", "choices").attr("role", "listbox").attr("aria-label", "Systems");
    El search =
        El.of("wa-input", "")
            .attr("label", "Code, name, PROJ string or WKT")
            .attr("placeholder", "EPSG:4326, UTM zone 32N, +proj=laea …")
            .attr("autofocus", "")
            .value(current.startsWith("CUSTOM:") ? "" : current);
    El content = El.div("crs-dialog").add(El.of("p", "").text(text), search, results);
    Dialog dialog = new Dialog(title, content);
    Runnable find =
        () ->
            Actions.start(
                app,
                () -> {
                  String query = search.value().trim();
                  results.clear();
                  for (CrsCatalog.Entry entry :
                      app.crs.search(query.isEmpty() ? "WGS 84" : query, SHOWN)) {
                    El item =
                        El.of("button", "choice").attr("type", "button").attr("role", "option");
                    item.add(
                        El.of("strong", "").text(entry.code()),
                        El.of("span", "").text(said(entry)));
                    item.onClick(
                        () -> {
                          dialog.close();
                          chosen.accept(entry.code());
                        });
                    results.add(El.of("li", "").add(item));
                  }
                });
    search.on("input", event -> find.run());
    find.run();
    dialog.cancelButton();
    if (!current.isEmpty() && !current.startsWith("CUSTOM:")) {
      dialog.button(
          "Use " + current,
          "brand",
          () -> {
            dialog.close();
            chosen.accept(current);
          });
    }
    return dialog.open();
  }

  private static String said(CrsCatalog.Entry entry) {
    return entry.name() + (entry.accuracy().isEmpty() ? "" : ". " + entry.accuracy());
  }
}
