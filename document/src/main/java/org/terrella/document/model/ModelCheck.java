package org.terrella.document.model;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;

/** Says what of a model does not fit together. */
public final class ModelCheck {
  private final Model model;
  private final AlgorithmCatalog algorithms;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Something that is wrong.
   *
   * @param place {@code name}, {@code steps}, {@code outputs}, {@code input NAME}, {@code output
   *     NAME}, {@code step ID} or {@code step ID PARAMETER}
   */
  public record Problem(String place, String message) {}

  private ModelCheck(Model model, AlgorithmCatalog algorithms) {
    this.model = model;
    this.algorithms = algorithms;
  }

  /** All that is wrong with a model. */
  public static List<Problem> problems(Model model, AlgorithmCatalog algorithms) {
    ModelCheck check = new ModelCheck(model, algorithms);
    check.head();
    check.inputs();
    check.steps();
    check.circle();
    check.outputs();
    return check.problems;
  }

  /** Fails and tells all that is wrong with a model, unless nothing is. */
  public static void demand(Model model, AlgorithmCatalog algorithms) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems(model, algorithms)) {
      text.append(text.length() == 0 ? "" : " ").append(problem.message);
    }
    if (text.length() > 0) {
      throw TerrellaException.invalid(text.toString());
    }
  }

  private void wrong(String place, String message) {
    problems.add(new Problem(place, message));
  }

  private void head() {
    if (Model.identifier(model.name()).isEmpty()) {
      wrong("name", "The model needs a name.");
    }
    if (model.steps().isEmpty()) {
      wrong("steps", "The model needs a step.");
    }
  }

  private void inputs() {
    List<String> names = new ArrayList<>();
    for (JsonObject input : model.inputs()) {
      String name = input.string("name");
      String place = "input " + name;
      if (name.isEmpty() || names.contains(name)) {
        wrong(place, "Two inputs are called \"" + name + "\".");
      }
      names.add(name);
      String of = input.optString("fieldsOf", "");
      if (!of.isEmpty() && model.input(of) == null) {
        wrong(place, "\"" + name + "\" is a field of \"" + of + "\", which is no input.");
      }
    }
  }

  private void steps() {
    List<String> ids = new ArrayList<>();
    for (Model.Step step : model.steps()) {
      if (step.id().isEmpty() || ids.contains(step.id())) {
        wrong("step " + step.id(), "Two steps are called \"" + step.id() + "\".");
      }
      ids.add(step.id());
      JsonObject algorithm = algorithms.find(step.algorithm());
      if (step.isModel()) {
        String problem = ModelNesting.problem(model, step.algorithm(), algorithms);
        if (!problem.isEmpty()) {
          wrong("step " + step.id(), problem);
        }
      }
      if (algorithm != null && algorithm.optBool("selects", false)) {
        wrong(
            "step " + step.id(),
            "\""
                + algorithm.string("name")
                + "\" changes what is selected of a layer, which a model does not: take"
                + " the extracting algorithm instead.");
      } else if (algorithm != null) {
        parameters(step, algorithm);
      } else if (!step.isModel()) {
        wrong("step " + step.id(), "There is no algorithm \"" + step.algorithm() + "\".");
      }
    }
  }

  private void parameters(Model.Step step, JsonObject algorithm) {
    String title = step.title().isEmpty() ? algorithm.string("name") : step.title();
    for (JsonObject parameter : algorithm.array("parameters").objects()) {
      String type = parameter.string("type");
      Binding binding = step.parameters().get(parameter.string("name"));
      String place = "step " + step.id() + " " + parameter.string("name");
      String label = title + ": " + AlgorithmCatalog.label(parameter);
      if (AlgorithmCatalog.isDestination(type)) {
        continue;
      }
      if (binding != null) {
        for (Binding part : binding.parts()) {
          binding(place, label, AlgorithmCatalog.takesLayers(type), part);
        }
      }
      boolean given = binding != null && !binding.parts().isEmpty();
      if (!given && !parameter.optBool("optional", false) && !parameter.has("default")) {
        wrong(place, label + " is missing.");
      }
    }
    for (String name : step.parameters().keySet()) {
      if (AlgorithmCatalog.parameter(algorithm, name) == null) {
        wrong("step " + step.id(), title + " has no parameter \"" + name + "\".");
      }
    }
  }

  private void binding(String place, String label, boolean layers, Binding part) {
    if (part instanceof Binding.Input bound) {
      JsonObject input = model.input(bound.name());
      if (input == null) {
        wrong(place, label + " takes \"" + bound.name() + "\", which is no input.");
      } else if (layers && !AlgorithmCatalog.takesLayers(input.string("type"))) {
        wrong(place, label + " needs a layer, which \"" + bound.name() + "\" is not.");
      }
    } else if (part instanceof Binding.Result result) {
      JsonObject output = output(place, label, result.step(), result.output());
      if (output != null && layers && !AlgorithmCatalog.isLayer(output)) {
        wrong(place, label + " needs a layer, which " + result.output() + " is not.");
      }
    }
  }

  /** The output of a step, unless it is missing, which becomes a problem. */
  private JsonObject output(String place, String label, String id, String name) {
    Model.Step step = model.step(id);
    if (step == null) {
      wrong(place, label + " takes a result of \"" + id + "\", which is no step.");
      return null;
    }
    JsonObject algorithm = algorithms.find(step.algorithm());
    JsonObject output = algorithm == null ? null : AlgorithmCatalog.output(algorithm, name);
    if (algorithm != null && output == null) {
      wrong(place, label + " takes " + name + ", which \"" + id + "\" does not give.");
    }
    return output;
  }

  private void circle() {
    List<Model.Step> ordered = model.ordered();
    List<String> waiting = new ArrayList<>();
    for (Model.Step step : model.steps()) {
      if (!ordered.contains(step)) {
        waiting.add(step.id());
      }
    }
    if (!waiting.isEmpty()) {
      String names = String.join(", ", waiting);
      wrong("step " + waiting.get(0), "Steps wait for each other in a circle: " + names + ".");
    }
  }

  private void outputs() {
    if (model.outputs().isEmpty() && !model.steps().isEmpty()) {
      wrong("outputs", "The model gives no result.");
    }
    List<String> names = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (Model.Output output : model.outputs()) {
      String place = "output " + output.name();
      String from = output.step() + " " + output.output();
      if (output.name().isEmpty() || names.contains(output.name())) {
        wrong(place, "Two results are called \"" + output.name() + "\".");
      } else if (model.input(output.name()) != null) {
        wrong(place, "An input and a result are both called \"" + output.name() + "\".");
      }
      if (places.contains(from)) {
        wrong(place, "\"" + output.name() + "\" is the same as another result.");
      }
      names.add(output.name());
      places.add(from);
      output(place, "\"" + output.name() + "\"", output.step(), output.output());
    }
  }
}
