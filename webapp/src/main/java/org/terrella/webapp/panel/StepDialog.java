package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.teavm.interop.Async;
import org.teavm.interop.AsyncCallback;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;

/** Asks which slice of a variable to show: one choice for each of its axes but x and y. */
final class StepDialog {
  /** Longer axes are asked for by number: a list of thousands is slow, and nobody reads it. */
  private static final int MOST_OPTIONS = 400;

  private StepDialog() {}

  /**
   * The number of the slice, from 0 on; waits.
   *
   * @param action what the button says
   */
  @Async
  static native int ask(String variable, String action, List<JsonObject> dimensions);

  private static void ask(
      String variable,
      String action,
      List<JsonObject> dimensions,
      AsyncCallback<Integer> callback) {
    El form = El.div("form");
    List<El> inputs = new ArrayList<>();
    for (JsonObject dimension : dimensions) {
      El input = input(dimension);
      inputs.add(input);
      form.add(input.flag("hidden", dimension.integer("size") < 2));
    }
    boolean[] answered = {false};
    Dialog dialog = new Dialog("Which slice of " + variable + "?", form);
    dialog
        .cancelButton()
        .button(
            action,
            "brand",
            () -> {
              answered[0] = true;
              dialog.close();
              callback.complete(step(dimensions, inputs));
            })
        .whenClosed(
            () -> {
              if (!answered[0]) {
                callback.error(TerrellaException.cancelled());
              }
            })
        .open();
  }

  private static El input(JsonObject dimension) {
    int size = dimension.integer("size");
    JsonArray labels = dimension.optArray("labels");
    String unit = dimension.optString("unit", "");
    String name = dimension.string("name") + (unit.isEmpty() ? "" : " (" + unit + ")");
    if (size > MOST_OPTIONS) {
      String ends =
          labels.isEmpty()
              ? ""
              : ": " + labels.string(0) + " to " + labels.string(labels.size() - 1);
      return El.of("wa-input", "")
          .attr("type", "number")
          .attr("min", "1")
          .attr("max", Integer.toString(size))
          .attr("label", name + ", 1 to " + size + ends)
          .attr("value", "1");
    }
    El select = El.of("wa-select", "").attr("label", name);
    for (int i = 0; i < size; i++) {
      select.add(
          El.of("wa-option", "")
              .attr("value", Integer.toString(i + 1))
              .text(labels.isEmpty() ? i + 1 + " of " + size : labels.string(i)));
    }
    return select.attr("value", "1");
  }

  /** The last axis goes fastest. */
  private static int step(List<JsonObject> dimensions, List<El> inputs) {
    int step = 0;
    for (int i = 0; i < inputs.size(); i++) {
      int size = dimensions.get(i).integer("size");
      step = step * size + Math.max(0, Math.min(size, number(inputs.get(i).value())) - 1);
    }
    return step;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException unreadable) {
      return 1;
    }
  }
}
