package org.terrella.webapp.panel;

import java.util.List;
import java.util.function.Consumer;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.webapp.form.Control;
import org.terrella.webapp.form.FormScope;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** One run of a batch: a row of controls, and what became of it. */
final class BatchRow {
  private final FormScope scope;
  private final El row = El.of("tr", "batch-row");
  private final El state = El.of("td", "batch-state").attr("role", "status");

  BatchRow(App app, List<JsonObject> parameters, JsonObject values, Consumer<BatchRow> remove) {
    scope = new FormScope(app, () -> {}, true);
    for (JsonObject parameter : parameters) {
      Control control = Control.of(scope, parameter);
      if (values.has(parameter.string("name"))) {
        control.set(values.get(parameter.string("name")));
      }
      String more = AlgorithmForm.isAdvanced(parameter) ? "batch-more" : "";
      row.add(El.of("td", more).add(cell(parameter, control)));
    }
    row.add(state);
    row.add(
        El.of("td", "").add(El.iconButton(Icon.REMOVE, "Remove row", () -> remove.accept(this))));
  }

  El element() {
    return row;
  }

  /** A control, or a button that opens it where it takes more room than a cell has. */
  private static El cell(JsonObject parameter, Control control) {
    String type = parameter.string("type");
    if (!type.equals("fields_mapping") && !type.equals("aggregates")) {
      return control.element();
    }
    El open = El.of("button", "small-button").attr("type", "button").text("Fields…");
    return open.onClick(
        () -> {
          Dialog dialog = new Dialog(control.label(), El.div("form").add(control.element()));
          dialog.node().getStyle().setProperty("--width", "44rem");
          dialog.button("Done", "brand", dialog::close).open();
        });
  }

  /** The files that are to become layers after the run. */
  List<String> toOpen() {
    return scope.toOpen();
  }

  /** The values that are right. */
  JsonObject values() {
    JsonObject values = JsonObject.of();
    for (Control control : scope.controls()) {
      try {
        values = with(values, control);
      } catch (TerrellaException wrong) {
        // Asked for its values as they are, a row leaves out what is wrong.
        continue;
      }
    }
    return values;
  }

  /**
   * All values.
   *
   * @throws TerrellaException invalid-argument, when one is wrong
   */
  JsonObject checked() {
    JsonObject values = JsonObject.of();
    for (Control control : scope.controls()) {
      values = with(values, control);
    }
    return values;
  }

  private static JsonObject with(JsonObject values, Control control) {
    JsonValue value = control.value();
    return value == JsonNull.NULL ? values : values.with(control.name(), value);
  }

  /** Takes the value of a column from another row. */
  void copy(int column, BatchRow from) {
    scope.controls().get(column).fill(from.scope.controls().get(column));
  }

  /** Says what became of the run; {@code kind} is waiting, running, done or failed. */
  void state(String kind, String text) {
    state.attr("data-state", kind).text(text);
  }
}
