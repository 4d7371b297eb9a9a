package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.terrella.document.Layer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.form.FormScope;
import org.terrella.webapp.processing.ProcessingRun;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;
import org.terrella.workbench.ui.Menu;

/** Runs an algorithm for several layers, one after the other: a row of parameters for each run. */
final class BatchDialog {
  private final App app;
  private final JsonObject algorithm;
  private final JsonObject common;
  private final JsonObject context;
  private final Runnable ran;
  private final List<JsonObject> columns = new ArrayList<>();
  private final List<BatchRow> rows = new ArrayList<>();
  private final El body = El.of("tbody", "");
  private final El summary = El.of("p", "batch-summary").attr("role", "status");
  private boolean running;

  /**
   * A dialog with one row.
   *
   * @param given the values of the form
   * @param context that of all runs
   * @param ran what to do when it is run
   */
  BatchDialog(App app, JsonObject algorithm, JsonObject given, JsonObject context, Runnable ran) {
    this.app = app;
    this.algorithm = algorithm;
    this.context = context;
    this.ran = ran;
    JsonObject rest = given;
    for (JsonObject parameter : algorithm.array("parameters").objects()) {
      if (isColumn(parameter)) {
        columns.add(parameter);
        rest = rest.without(parameter.string("name"));
      }
    }
    common = rest;
    add(given);
  }

  /** Whether there is a layer that each run could have another one of. */
  static boolean fits(JsonObject algorithm) {
    for (JsonObject parameter : algorithm.array("parameters").objects()) {
      if (isLayer(parameter)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLayer(JsonObject parameter) {
    String type = parameter.string("type");
    return type.equals("source") || type.equals("vector") || type.equals("layer");
  }

  private static boolean isColumn(JsonObject parameter) {
    return switch (parameter.string("type")) {
      case "fileDestination", "folderDestination", "coordinateoperation" -> false;
      default -> true;
    };
  }

  private static boolean isSink(JsonObject parameter) {
    String type = parameter.string("type");
    return type.equals("sink") || type.equals("vectorDestination");
  }

  void open() {
    El head = El.of("tr", "");
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      String label = columns.get(i).optString("label", columns.get(i).string("name"));
      boolean same = columns.get(i) != input();
      boolean more = AlgorithmForm.isAdvanced(columns.get(i));
      head.add(
          El.of("th", more ? "batch-more" : "")
              .add(
                  El.of("span", "").text(label),
                  same
                      ? El.iconButton(Icon.DOWN, "Fill down " + label, () -> fillDown(column))
                      : null));
    }
    head.add(El.of("th", "").text("State"), El.of("th", ""));
    El add = El.of("button", "small-button").attr("type", "button").text("Add layers…");
    add.onClick(() -> chooseLayers(add));
    El rowsOfAll = El.of("table", "batch").add(El.of("thead", "").add(head), body);
    El table = El.div("batch-table").add(rowsOfAll);
    El more = El.of("wa-checkbox", "batch-toggle").attr("size", "s").text("More settings");
    more.on("change", event -> rowsOfAll.toggle("batch-all", more.checked()));
    Dialog dialog =
        new Dialog(
            algorithm.string("name") + " as batch",
            El.div("batch-dialog").add(table, El.div("batch-add").add(add, more, summary)));
    dialog.node().getStyle().setProperty("--width", "72rem");
    dialog.button("Close", "neutral", dialog::close);
    dialog.button("Run all", "brand", this::run).open();
  }

  private void add(JsonObject values) {
    BatchRow row = new BatchRow(app, columns, values, this::remove);
    rows.add(row);
    body.add(row.element());
  }

  private void remove(BatchRow row) {
    if (!running && rows.size() > 1) {
      rows.remove(row);
      row.element().remove();
    }
  }

  private JsonObject input() {
    for (JsonObject column : columns) {
      if (isLayer(column)) {
        return column;
      }
    }
    return columns.get(0);
  }

  private void chooseLayers(El button) {
    List<Layer> fitting = new FormScope(app, () -> {}).layers(input());
    Menu menu = new Menu();
    menu.item(Icon.ADD, "All that fit and are not there", () -> addAll(fitting));
    if (shown(fitting).size() < fitting.size()) {
      menu.item(Icon.ADD, "Those that are shown", () -> addAll(shown(fitting)));
    }
    menu.separator();
    for (Layer layer : fitting) {
      menu.item(Icon.LAYERS, layer.name(), () -> addLayer(layer));
    }
    menu.open(button.node());
  }

  private List<Layer> shown(List<Layer> layers) {
    List<Layer> shown = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer.visible()) {
        shown.add(layer);
      }
    }
    return shown;
  }

  private void addAll(List<Layer> layers) {
    String name = input().string("name");
    List<String> there = new ArrayList<>();
    for (BatchRow row : rows) {
      there.add(row.values().optString(name, ""));
    }
    for (Layer layer : layers) {
      if (!there.contains(layer.id())) {
        addLayer(layer);
      }
    }
  }

  /** A row like the last one, with another layer and results that are called by it. */
  private void addLayer(Layer layer) {
    BatchRow last = rows.get(rows.size() - 1);
    add(last.values().with(input().string("name"), layer.id()));
    for (int i = 0; i < columns.size(); i++) {
      if (isSink(columns.get(i))) {
        rows.get(rows.size() - 1).copy(i, last);
      }
    }
  }

  private void fillDown(int column) {
    try {
      for (int i = 1; i < rows.size(); i++) {
        rows.get(i).copy(column, rows.get(0));
      }
    } catch (TerrellaException wrong) {
      summary.text(wrong.getMessage());
    }
  }

  private void run() {
    if (running || !check()) {
      return;
    }
    running = true;
    ran.run();
    for (BatchRow row : rows) {
      row.state("waiting", "Waiting");
    }
    Tasks.start(this::runAll, failure -> summary.text(failure.getMessage()));
  }

  private boolean check() {
    boolean good = true;
    List<String> files = new ArrayList<>();
    for (BatchRow row : rows) {
      try {
        alone(row.checked(), files);
        row.state("", "");
      } catch (TerrellaException wrong) {
        row.state("failed", wrong.getMessage());
        good = false;
      }
    }
    summary.text(good ? "" : "Nothing was run: look at the rows that are marked.");
    return good;
  }

  /** Refuses a row that writes what another one writes. */
  private void alone(JsonObject values, List<String> files) {
    for (JsonObject column : columns) {
      String target = isSink(column) ? values.optString(column.string("name"), "") : "";
      if (target.indexOf('/') > 0 && !target.startsWith(ProcessingRun.NAMED)) {
        if (files.contains(target)) {
          throw TerrellaException.invalid("Another row writes " + target + ", too.");
        }
        files.add(target);
      }
    }
  }

  private void runAll() {
    int done = 0;
    for (int i = 0; i < rows.size(); i++) {
      BatchRow row = rows.get(i);
      row.state("running", "Running…");
      summary.text("Run " + (i + 1) + " of " + rows.size());
      try {
        JsonObject args =
            JsonObject.of()
                .with("algorithm", algorithm.string("id"))
                .with("parameters", common.withAll(row.checked()));
        AlgorithmForm.run(
            app, context.isEmpty() ? args : args.with("context", context), row.toOpen());
        row.state("done", "Done");
        done++;
      } catch (RuntimeException failure) {
        row.state("failed", Tasks.known(failure).getMessage());
      }
    }
    running = false;
    int failed = rows.size() - done;
    String told =
        failed == 0
            ? "All " + done + " runs are done."
            : done + " of " + rows.size() + " runs are done, " + failed + " failed.";
    summary.text(told);
    if (failed == 0) {
      app.messages.success(algorithm.string("name") + ": " + told);
    } else {
      app.messages.error(algorithm.string("name") + ": " + told, "batch-failed");
    }
  }
}
