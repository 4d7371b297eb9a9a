package org.terrella.webapp.processing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.document.model.AlgorithmCatalog;
import org.terrella.document.model.Binding;
import org.terrella.document.model.Model;
import org.terrella.document.model.ModelDescription;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.webapp.App;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.job.Job;

/**
 * One run of a model. What steps hand to each other stays in the engine, and goes when the last
 * step that takes it is done; nothing becomes a layer before all steps are.
 */
final class ModelRun {
  private final AlgorithmCatalog algorithms;
  private final Model model;
  private final Job job;
  private final ProcessingRun run;
  private final Map<String, JsonValue> inputs = new LinkedHashMap<>();
  private final Map<String, JsonObject> results = new LinkedHashMap<>();

  ModelRun(App app, AlgorithmCatalog algorithms, Model model, Job job) {
    this.algorithms = algorithms;
    this.model = model;
    this.job = job;
    run = new ProcessingRun(app, job);
  }

  /** Runs the model, in which nothing is wrong. Waits. */
  ProcessingRun.Result run(JsonObject parameters, JsonObject context) {
    JsonObject targets = ProcessingRun.targets(ModelDescription.of(model, algorithms), parameters);
    List<JsonObject> taken = new ArrayList<>();
    try {
      for (JsonObject input : model.inputs()) {
        inputs.put(input.string("name"), input(input, parameters, taken));
      }
      List<Model.Step> steps = model.ordered();
      for (int i = 0; i < steps.size(); i++) {
        step(steps.get(i), i, context);
        dropUnneeded(steps.subList(i + 1, steps.size()));
      }
      for (JsonObject input : taken) {
        run.rememberInput(input.string("name"), input.string("table"));
      }
      JsonObject values = JsonObject.of();
      for (Model.Output output : model.outputs()) {
        String name = output.name();
        JsonValue value = results.get(output.step()).get(output.output());
        values =
            targets.has(name)
                ? values.with(name, run.place(name, targets.string(name), (JsonObject) value))
                : values.with(name, value);
      }
      return run.result(values);
    } finally {
      run.end();
    }
  }

  /** The value of an input; layers are opened, and become the engine's tables. */
  private JsonValue input(JsonObject input, JsonObject parameters, List<JsonObject> taken) {
    String name = input.string("name");
    JsonValue value = parameters.opt(name, input.opt("default", JsonNull.NULL));
    if (value == JsonNull.NULL && !input.optBool("optional", false)) {
      throw TerrellaException.invalid("\"" + name + "\" is missing.");
    }
    if (value == JsonNull.NULL || !AlgorithmCatalog.takesLayers(input.string("type"))) {
      return value;
    }
    JsonArray tables = JsonArray.of();
    for (JsonValue each : value instanceof JsonArray list ? list : JsonArray.of(value)) {
      String table = run.open(name, each);
      tables = tables.with(table);
      taken.add(JsonObject.of().with("name", name).with("table", table));
    }
    return tables.size() == 1 ? tables.get(0) : tables;
  }

  private void step(Model.Step step, int number, JsonObject context) {
    JsonObject algorithm = algorithms.get(step.algorithm());
    String title = step.title().isEmpty() ? algorithm.string("name") : step.title();
    job.part(number, model.steps().size(), title);
    try {
      job.throwIfCancelled();
      JsonObject parameters = JsonObject.of();
      for (String name : step.parameters().keySet()) {
        JsonObject parameter = AlgorithmCatalog.parameter(algorithm, name);
        if (AlgorithmCatalog.isDestination(parameter.string("type"))) {
          continue;
        }
        JsonValue value = value(step.parameters().get(name));
        parameters = value == JsonNull.NULL ? parameters : parameters.with(name, value);
      }
      results.put(
          step.id(),
          run.compute(algorithm, parameters, sinks(step, algorithm), context, new ArrayList<>()));
    } catch (RuntimeException failure) {
      TerrellaException known = Tasks.known(failure);
      throw known.code().equals("cancelled")
          ? known
          : new TerrellaException(
              known.code(), "Step \"" + title + "\": " + known.getMessage(), failure);
    }
  }

  private JsonValue value(Binding binding) {
    if (!(binding instanceof Binding.Many)) {
      return single(binding);
    }
    JsonArray values = JsonArray.of();
    for (Binding part : binding.parts()) {
      JsonValue value = single(part);
      for (JsonValue each : value instanceof JsonArray list ? list : JsonArray.of(value)) {
        values = each == JsonNull.NULL ? values : values.with(each);
      }
    }
    return values;
  }

  private JsonValue single(Binding binding) {
    if (binding instanceof Binding.Value fixed) {
      return fixed.value();
    } else if (binding instanceof Binding.Input input) {
      return inputs.get(input.name());
    }
    Binding.Result result = (Binding.Result) binding;
    JsonValue value = results.get(result.step()).opt(result.output(), JsonNull.NULL);
    return value instanceof JsonObject layer && layer.has("table") ? layer.get("table") : value;
  }

  /** The layers of a step that something takes, and what they are called. */
  private JsonObject sinks(Model.Step step, JsonObject algorithm) {
    JsonObject sinks = JsonObject.of();
    for (JsonObject output : algorithm.array("outputs").objects()) {
      String name = output.string("name");
      if (AlgorithmCatalog.isLayer(output) && isNeeded(step.id(), name, model.steps())) {
        sinks = sinks.with(name, ProcessingRun.label(algorithm, name));
      }
    }
    for (Model.Output output : model.outputs()) {
      if (output.step().equals(step.id()) && sinks.has(output.output())) {
        sinks = sinks.with(output.output(), output.label());
      }
    }
    return sinks;
  }

  private boolean isNeeded(String step, String output, List<Model.Step> takers) {
    for (Model.Output result : model.outputs()) {
      if (result.step().equals(step) && result.output().equals(output)) {
        return true;
      }
    }
    for (Model.Step taker : takers) {
      for (Binding binding : taker.parameters().values()) {
        if (binding.parts().contains(new Binding.Result(step, output))) {
          return true;
        }
      }
    }
    return false;
  }

  private void dropUnneeded(List<Model.Step> later) {
    for (String step : results.keySet()) {
      for (String output : results.get(step).keys()) {
        if (results.get(step).get(output) instanceof JsonObject layer
            && layer.opt("table", JsonNull.NULL) instanceof JsonString table
            && !isNeeded(step, output, later)) {
          run.drop(table.value());
        }
      }
    }
  }
}
