package org.terrella.webapp.panel;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.document.model.AlgorithmCatalog;
import org.terrella.document.model.ModelDraft;
import org.terrella.json.JsonObject;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;

/** A step of a model that is being changed: its title, its settings, and which results it gives. */
final class ModelStepCard {
  private final ModelDialog dialog;
  private final JsonObject step;
  private final String id;

  ModelStepCard(ModelDialog dialog, JsonObject step) {
    this.dialog = dialog;
    this.step = step;
    id = step.string("id");
  }

  El element() {
    JsonObject algorithm = dialog.algorithms.find(step.string("algorithm"));
    String title = step.optString("title", "");
    String name = algorithm == null ? step.string("algorithm") : algorithm.string("name");
    String shown = title.isEmpty() ? name : title;
    El summary = El.of("summary", "").id("step " + id).text(shown);
    El card = El.of("details", "model-step").add(summary, dialog.place("step " + id));
    card.flag("open", dialog.isOpen(id));
    card.on("toggle", event -> dialog.opened(id, isOpen(card.node())));
    El titleInput =
        El.of("input", "plain-input").id(id + " title").attr("type", "text").value(title);
    titleInput.on(
        "change",
        event ->
            dialog.become(
                ModelDraft.with(
                    dialog.json(),
                    "steps",
                    "id",
                    id,
                    JsonObject.of().with("title", titleInput.value()))));
    El body = El.div("form").add(ModelDialog.field("Title", titleInput));
    if (algorithm != null) {
      for (JsonObject parameter : algorithm.array("parameters").objects()) {
        String type = parameter.string("type");
        if (!AlgorithmCatalog.isDestination(type) && !type.equals("coordinateoperation")) {
          body.add(
              new BindingField(dialog, id, parameter).element(),
              dialog.place("step " + id + " " + parameter.string("name")));
        }
      }
      for (JsonObject output : algorithm.optArray("outputs").objects()) {
        body.add(result(algorithm, output.string("name")));
      }
    }
    El remove =
        El.of("button", "small-button")
            .attr("type", "button")
            .add(Icon.REMOVE.element())
            .add(El.of("span", "").text("Remove this step"))
            .onClick(() -> dialog.become(ModelDraft.withoutStep(dialog.json(), id)));
    return card.add(body.add(remove));
  }

  /** Whether an output is one of the model, and what it is called then. */
  private El result(JsonObject algorithm, String output) {
    JsonObject sink = AlgorithmCatalog.parameter(algorithm, output);
    String usual = sink == null ? output : AlgorithmCatalog.label(sink);
    JsonObject given = JsonObject.of();
    for (JsonObject each : dialog.json().array("outputs").objects()) {
      boolean own = each.string("step").equals(id) && each.string("output").equals(output);
      given = own ? each : given;
    }
    boolean on = !given.isEmpty();
    El box =
        El.of("input", "")
            .id(id + " result " + output)
            .attr("type", "checkbox")
            .flag("checked", on);
    box.on(
        "change",
        event ->
            dialog.become(
                on
                    ? ModelDraft.withoutOutput(dialog.json(), id, output)
                    : ModelDraft.withOutput(dialog.json(), id, output, usual)));
    El row =
        El.div("model-result")
            .add(
                El.of("label", "model-check").add(box, El.of("span", "").text("Result: " + usual)));
    if (!on) {
      return row;
    }
    String name = given.string("name");
    El label =
        El.of("input", "plain-input")
            .id(id + " label " + output)
            .attr("type", "text")
            .attr("aria-label", "What the result is called")
            .value(given.optString("label", name));
    label.on(
        "input",
        event ->
            dialog.set(
                ModelDraft.with(
                    dialog.json(),
                    "outputs",
                    "name",
                    name,
                    JsonObject.of().with("label", label.value()))));
    return row.add(label, dialog.place("output " + name));
  }

  @JSBody(params = "details", script = "return details.open;")
  private static native boolean isOpen(HTMLElement details);
}
