package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Layer;
import org.terrella.interop.browser.Shapes;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Asks what of the open map goes out in which shape, and says how large that gets. */
final class PublishDialog {
  /** What providers of mail let through. */
  private static final long MOST_BY_MAIL = 20_000_000;

  private final App app;
  private final List<PublishedLayer> layers = new ArrayList<>();
  private final El shape =
      El.of("wa-select", "").attr("label", "What it becomes").attr("value", "single-file");
  private final El title = El.of("wa-input", "").attr("label", "Title");
  private final El engine = El.of("wa-checkbox", "").checked(true);
  private final El size = El.of("p", "publish-size").attr("role", "status");
  private final El notes = El.of("ul", "help publish-notes");
  private final El problem = El.of("p", "form-problem").attr("role", "alert");
  private Execution measuring = new Execution();
  private Dialog dialog;

  PublishDialog(App app) {
    this.app = app;
  }

  void open() {
    title.value(app.store.document().title());
    engine.text("With the tools, so that readers can run the analysis again");
    engine.on("change", event -> measure());
    problem.flag("hidden", true);
    ExportDialog.option(shape, "single-file", "One HTML file, which opens anywhere");
    boolean folders = Shapes.canMake("folder");
    if (folders) {
      ExportDialog.option(shape, "folder", "A folder for a web host, as zip");
    }
    ExportDialog.option(shape, "map-zip", "The map and its data, for another Terrella");
    ExportDialog.option(
        shape, "research-object", "A research object: data, provenance, citation (zip)");
    shape.on("change", event -> shaped());
    El list = El.div("publish-layers");
    for (Layer layer : app.store.document().drawingOrder()) {
      PublishedLayer each = new PublishedLayer(app, layer, this::measure);
      layers.add(0, each);
    }
    layers.forEach(each -> list.add(each.element()));
    dialog =
        new Dialog(
            "Publish",
            El.div("form")
                .add(
                    El.of("p", "help")
                        .text(
                            "The map with its data, and the program that shows it. It asks"
                                + " nobody for anything."),
                    shape,
                    El.of("p", "help")
                        .text(
                            "A folder for a web host can be made in a Terrella on the web, not from"
                                + " a disk.")
                        .flag("hidden", folders),
                    title,
                    engine,
                    size,
                    list,
                    notes,
                    problem));
    dialog.node().getStyle().setProperty("--width", "40rem");
    dialog.cancelButton().button("Publish", "brand", this::publish).open();
    measure();
  }

  private String shape() {
    return shape.value().isEmpty() ? "single-file" : shape.value();
  }

  /** What is made for those who go on with it is never without. */
  private boolean hasAllTools() {
    return shape().equals("map-zip") || shape().equals("research-object");
  }

  private void shaped() {
    engine.flag("hidden", hasAllTools());
    boolean folder = shape().equals("folder");
    layers.forEach(each -> each.shaped(folder));
    measure();
  }

  private JsonObject args() {
    JsonArray wanted = JsonArray.of();
    JsonArray shown = JsonArray.of();
    JsonArray tiles = JsonArray.of();
    JsonObject fields = JsonObject.of();
    JsonObject simplify = JsonObject.of();
    for (PublishedLayer each : layers) {
      if (!each.isWanted()) {
        continue;
      }
      wanted = wanted.with(each.id());
      shown = each.isShownOnly() ? shown.with(each.id()) : shown;
      tiles = each.isTiled() ? tiles.with(each.id()) : tiles;
      fields = each.hasAllFields() ? fields : fields.with(each.id(), each.fields());
      simplify = each.metres() > 0 ? simplify.with(each.id(), each.metres()) : simplify;
    }
    JsonObject args =
        JsonObject.of()
            .with("title", title.value().trim())
            .with("engine", hasAllTools() || engine.checked())
            .with("layers", wanted)
            .with("fields", fields)
            .with("simplify", simplify)
            .with("shown", shown);
    return tiles.isEmpty() ? args : args.with("tiles", tiles);
  }

  private JsonObject run(JsonObject args, Execution execution) {
    return (JsonObject) app.commands.execute("publish:" + shape(), args, execution);
  }

  /** Writes the file for its size alone; what was asked before is given up. */
  private void measure() {
    measuring.cancel();
    Execution own = new Execution();
    measuring = own;
    size.text("Measuring\u2026");
    Tasks.start(
        () -> {
          JsonObject report = run(args().with("dry", true), own);
          if (measuring == own) {
            tell(report);
          }
        },
        failure -> {
          if (measuring == own && !failure.code().equals("cancelled")) {
            size.text("");
            problem.text(failure.getMessage()).flag("hidden", false);
          }
        });
  }

  private void tell(JsonObject report) {
    problem.flag("hidden", true);
    double bytes = report.number("size");
    double data = 0;
    for (JsonObject part : report.array("parts").objects()) {
      data += part.string("name").contains("data/") ? part.number("size") : 0;
    }
    size.text(Words.bytes(bytes) + ", of which " + Words.bytes(data) + " are data.");
    notes.clear();
    if (bytes > MOST_BY_MAIL) {
      note("Mail seldom takes more than " + Words.bytes(MOST_BY_MAIL) + "; a host or a disk does.");
    }
    for (JsonObject left : report.array("left").objects()) {
      note(
          "\u201c" + left.string("name") + "\u201d is left out: it " + left.string("reason") + ".");
    }
    for (JsonObject changed : report.array("changed").objects()) {
      note(
          "\u201c"
              + changed.string("name")
              + "\u201d is not as it was: what was computed with it will differ when run again.");
    }
    for (JsonObject stripped : report.array("stripped").objects()) {
      note("Taken out: " + stripped.string("what") + " at " + stripped.string("where") + ".");
    }
    report.optArray("warnings").strings().forEach(this::note);
  }

  private void note(String text) {
    notes.add(El.of("li", "").text(text));
  }

  private void publish() {
    measuring.cancel();
    Tasks.start(
        () -> {
          dialog.close();
          run(args(), new Execution());
        },
        failure -> app.messages.error(failure.getMessage(), failure.code()));
  }
}
