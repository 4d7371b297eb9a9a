package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.document.model.AlgorithmCatalog;
import org.terrella.document.model.Model;
import org.terrella.document.model.ModelCheck;
import org.terrella.document.model.ModelDraft;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.Words;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.processing.QgisModels;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.ui.Dialog;
import org.terrella.workbench.ui.El;
import org.terrella.workbench.ui.Icon;
import org.terrella.workbench.workspace.Workspace;

/** Makes or changes a model: its graph, and a form of its inputs, steps and results. */
final class ModelDialog {
  private static final int MOST_FOUND = 12;

  final App app;
  final AlgorithmCatalog algorithms;
  private final El graph = El.div("graph-scroll model-graph");
  private final El inputs = El.div("model-list");
  private final El steps = El.div("model-list");
  private final El found = El.of("ul", "choices");
  private final El search =
      El.of("input", "plain-input")
          .attr("type", "search")
          .attr("placeholder", "Search tools")
          .attr("aria-label", "Search a tool to add as a step");
  private final El failure = El.of("p", "form-problem").attr("role", "alert");
  private final Map<String, El> places = new LinkedHashMap<>();
  private final List<String> open = new ArrayList<>();
  private final Dialog dialog;
  private final JsonObject before;
  private JsonObject model;
  private boolean settled;

  private ModelDialog(App app, AlgorithmCatalog algorithms, JsonObject model) {
    this.app = app;
    this.model = ModelDraft.complete(model);
    before = this.model;
    this.algorithms = algorithms;
    El form =
        El.div("form")
            .add(
                text("Name", "model-name", model.optString("name", ""), "name"),
                place("name"),
                text("Help", "model-help", model.optString("help", ""), "help"),
                heading("Inputs"),
                inputs,
                heading("Steps"),
                steps,
                place("steps"),
                place("outputs"),
                El.div("plain-field").add(El.of("span", "").text("Add a step"), search),
                found,
                failure);
    form.inner("#model-name").attr("autofocus", "");
    search.on("input", event -> find());
    dialog = new Dialog("Model", El.div("model-editor").add(graph, form));
    dialog.node().getStyle().setProperty("--width", "min(64rem, 96vw)");
    // A click beside it must not throw away what was made.
    dialog.node().removeAttribute("light-dismiss");
    dialog.guard(this::mayClose);
    dialog.button("Save as .model3", "neutral", this::export);
    dialog.cancelButton().button("Save", "brand", this::save);
  }

  /** Opens a model, which may be unfinished; waits until the algorithms are known. */
  static void open(App app, JsonObject model) {
    ModelDialog own = new ModelDialog(app, app.models.catalog(), model);
    own.draw();
    own.dialog.open();
  }

  JsonObject json() {
    return model;
  }

  /** Takes over a change that needs no other controls. */
  void set(JsonObject changed) {
    model = changed;
    failure.text("");
    check();
  }

  /** Takes over a change and draws the form anew. */
  void become(JsonObject changed) {
    String focused = focused();
    set(changed);
    draw();
    focus(dialog.node(), focused);
  }

  /** Where problems of a part of the model are shown. */
  El place(String place) {
    El problem = El.of("p", "form-problem").attr("role", "status");
    places.put(place, problem);
    return problem;
  }

  private static El heading(String text) {
    return El.of("h3", "form-title").text(text);
  }

  private El text(String label, String id, String value, String member) {
    El input = El.of("input", "plain-input").id(id).attr("type", "text").value(value);
    input.on("input", event -> set(model.with(member, input.value())));
    return field(label, input);
  }

  /** A control with its label. */
  static El field(String label, El control) {
    return El.of("label", "plain-field").add(El.of("span", "").text(label), control);
  }

  private void draw() {
    inputs.clear();
    for (JsonObject input : model.array("inputs").objects()) {
      inputs.add(input(input));
    }
    if (model.array("inputs").isEmpty()) {
      inputs.add(
          El.of("p", "help").text("None yet. A step's setting becomes one with “New input…”."));
    }
    steps.clear();
    for (JsonObject step : model.array("steps").objects()) {
      steps.add(new ModelStepCard(this, step).element());
    }
    check();
  }

  private El input(JsonObject input) {
    String name = input.string("name");
    String label = AlgorithmCatalog.label(input);
    El text =
        El.of("input", "plain-input")
            .id("input " + name)
            .attr("type", "text")
            .attr("aria-label", "Label of the input " + name)
            .value(label);
    text.on(
        "change",
        event ->
            become(
                ModelDraft.with(
                    model, "inputs", "name", name, JsonObject.of().with("label", text.value()))));
    return El.div("model-input")
        .add(
            text,
            El.of("span", "field-type")
                .text(
                    AlgorithmCatalog.takesLayers(input.string("type"))
                        ? "layer"
                        : input.string("type")),
            El.iconButton(
                Icon.REMOVE,
                "Remove the input " + label,
                () -> become(ModelDraft.withoutInput(model, name))),
            place("input " + name));
  }

  boolean isOpen(String step) {
    return open.contains(step);
  }

  void opened(String step, boolean now) {
    open.remove(step);
    if (now) {
      open.add(step);
    }
  }

  /** Says what is wrong, where it is wrong, and draws the graph. */
  private void check() {
    Model parsed = Model.of(model);
    Map<String, String> texts = new LinkedHashMap<>();
    for (ModelCheck.Problem problem : ModelCheck.problems(parsed, algorithms)) {
      String before = texts.get(problem.place());
      texts.put(
          problem.place(), before == null ? problem.message() : before + " " + problem.message());
    }
    for (String place : places.keySet()) {
      places.get(place).text(texts.getOrDefault(place, ""));
    }
    graph.content(
        model.array("steps").isEmpty()
            ? El.of("p", "empty").text("The steps are drawn here as soon as there are some.")
            : new ModelGraph(app, parsed, algorithms, texts.keySet(), this::reveal).element());
  }

  private void reveal(String id) {
    if (id.startsWith("step ")) {
      opened(id.substring("step ".length()), true);
      draw();
    }
    focus(dialog.node(), id);
  }

  private void find() {
    found.clear();
    String query = search.value().trim().toLowerCase(Locale.ROOT);
    if (query.isEmpty()) {
      return;
    }
    int count = 0;
    for (JsonObject algorithm : algorithms.algorithms()) {
      String text = algorithm.string("name") + " " + algorithm.string("id");
      if (count < MOST_FOUND && Words.allIn(Words.of(query), text.toLowerCase(Locale.ROOT))) {
        count++;
        found.add(
            El.of("li", "")
                .add(
                    El.of("button", "choice")
                        .attr("type", "button")
                        .onClick(() -> add(algorithm))
                        .add(
                            El.of("strong", "").text(algorithm.string("name")),
                            El.of("span", "").text(algorithm.string("id")))));
      }
    }
    if (count == 0) {
      found.add(El.of("li", "empty").text("No tool is called that."));
    }
    show(found.node());
  }

  private void add(JsonObject algorithm) {
    search.value("");
    found.clear();
    JsonObject next = ModelDraft.withStep(model, algorithm);
    String id = next.array("steps").object(next.array("steps").size() - 1).string("id");
    opened(id, true);
    become(next);
    focus(dialog.node(), "step " + id);
  }

  private boolean mayClose() {
    if (settled || model.equals(before)) {
      return true;
    }
    Dialog question =
        new Dialog(
            "Unsaved changes",
            El.of("p", "").text("What you changed in this model is not saved yet."));
    question
        .button("Discard", "danger", () -> settle(question))
        .button("Keep editing", "neutral", question::close)
        .button(
            "Save",
            "brand",
            () -> {
              question.close();
              save();
            })
        .open();
    return false;
  }

  private void settle(Dialog question) {
    settled = true;
    question.close();
    dialog.close();
  }

  private void save() {
    JsonObject args = JsonObject.of().with("model", model);
    Tasks.start(
        () -> {
          app.commands.execute("model:save", args, new Execution());
          settled = true;
          dialog.close();
        },
        this::failed);
  }

  /** Writes the model as it is here, saved or not. */
  private void export() {
    Tasks.start(
        () -> {
          ModelCheck.demand(Model.of(model), algorithms);
          String name = Workspace.safe(model.string("name"));
          String path = app.workspace.free("exports/" + name + ".model3");
          app.workspace.writeText(path, QgisModels.write(app, model));
          Blobs.download(app.workspace.read(path), Format.fileName(path));
          app.messages.success("The model is in " + path + ".");
        },
        this::failed);
  }

  private void failed(TerrellaException wrong) {
    failure.text(wrong.getMessage());
    show(failure.node());
  }

  @JSBody(params = "element", script = "element.scrollIntoView({block: 'nearest'});")
  private static native void show(HTMLElement element);

  @JSBody(script = "return document.activeElement ? document.activeElement.id : '';")
  private static native String focused();

  @JSBody(
      params = {"inside", "id"},
      script =
          "const found = id && [...inside.querySelectorAll('[id]')].find(it => it.id === id);"
              + "if (found) { found.focus(); found.scrollIntoView({block: 'nearest'}); }")
  private static native void focus(HTMLElement inside, String id);
}
