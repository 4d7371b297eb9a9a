package org.terrella.webapp.processing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.document.model.AlgorithmCatalog;
import org.terrella.document.model.Binding;
import org.terrella.document.model.Model;
import org.terrella.document.model.ModelCheck;
import org.terrella.document.model.ModelDescription;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.job.Job;

/**
 * One run of a model. What steps hand to each other stays in the engine, and goes when the last
 * step that takes it is done; nothing becomes a layer before all steps are.
 */
public final class ModelRun {
  private final AlgorithmCatalog algorithms;
  private final Model model;
  private final Job job;
  private final ProcessingRun run;
  private final Map<String, JsonValue> inputs = new LinkedHashMap<>();
  private final Map<String, JsonObject> results = new LinkedHashMap<>();

  /**
   * A run of a model.
   *
   * @param run keeps the tables, and is ended by the caller
   * @throws TerrellaException invalid-argument when something is wrong with the model
   */
  public ModelRun(ProcessingRun run, AlgorithmCatalog algorithms, JsonObject json, Job job) {
    this.algorithms = algorithms;
    this.job = job;
    this.run = run;
    model = Model.of(json);
    ModelCheck.demand(model, algorithms);
  }

  /** Runs the model. Waits. */
  public ProcessingRun.Result run(JsonObject parameters, JsonObject context) {
    JsonObject targets = ProcessingRun.targets(ModelDescription.of(model, algorithms), parameters);
    List<JsonObject> taken = new ArrayList<>();
    for (JsonObject input : model.inputs()) {
      String name = input.string("name");
      JsonValue value = given(input, parameters);
      inputs.put(
          name,
          value != JsonNull.NULL && AlgorithmCatalog.takesLayers(input.string("type"))
              ? opened(name, value, taken)
              : value);
    }
    List<Model.Step> steps = model.ordered();
    for (int i = 0; i < steps.size(); i++) {
      step(steps.get(i), i, context);
      for (String table : unneeded(steps.subList(i + 1, steps.size()))) {
        run.tables().drop(table);
      }
    }
    return run.finished(values(), targets, taken);
  }

  private JsonObject values() {
    JsonObject values = JsonObject.of();
    for (Model.Output output : model.outputs()) {
      values = values.with(output.name(), results.get(output.step()).get(output.output()));
    }
    return values;
  }

  private static JsonValue given(JsonObject input, JsonObject parameters) {
    String name = input.string("name");
    JsonValue value = parameters.opt(name, input.opt("default", JsonNull.NULL));
    if (value == JsonNull.NULL && !input.optBool("optional", false)) {
      throw TerrellaException.invalid("\"" + name + "\" is missing.");
    }
    return value;
  }

  /** Layers as tables of the engine, which several steps may take. */
  private JsonValue opened(String name, JsonValue value, List<JsonObject> taken) {
    JsonArray tables = JsonArray.of();
    for (JsonValue each : value instanceof JsonArray list ? list : JsonArray.of(value)) {
      String table = run.tables().open(name, each);
      tables = tables.with(table);
      taken.add(JsonObject.of().with("name", name).with("table", table));
    }
    return tables.size() == 1 ? tables.get(0) : tables;
  }

  private void step(Model.Step step, int number, JsonObject context) {
    JsonObject algorithm = algorithms.get(step.algorithm());
    String title = step.title().isEmpty() ? algorithm.string("name") : step.title();
    job.part(number, model.steps().size(), title);
    job.throwIfCancelled();
    JsonObject sinks = sinks(step, algorithm);
    try {
      results.put(
          step.id(),
          run.compute(algorithm, parameters(step, algorithm), sinks, context, new ArrayList<>()));
    } catch (RuntimeException failure) {
      throw told(Tasks.known(failure), title);
    }
  }

  private static TerrellaException told(TerrellaException failure, String title) {
    return failure.code().equals("cancelled")
        ? failure
        : new TerrellaException(
            failure.code(), "Step \"" + title + "\": " + failure.getMessage(), failure);
  }

  private JsonObject parameters(Model.Step step, JsonObject algorithm) {
    JsonObject parameters = JsonObject.of();
    for (String name : step.parameters().keySet()) {
      JsonObject parameter = AlgorithmCatalog.parameter(algorithm, name);
      JsonValue value =
          AlgorithmCatalog.isDestination(parameter.string("type"))
              ? JsonNull.NULL
              : value(step.parameters().get(name));
      parameters = value == JsonNull.NULL ? parameters : parameters.with(name, value);
    }
    return parameters;
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

  private List<String> unneeded(List<Model.Step> later) {
    List<String> tables = new ArrayList<>();
    for (String step : results.keySet()) {
      for (String output : results.get(step).keys()) {
        if (results.get(step).get(output) instanceof JsonObject layer
            && layer.opt("table", JsonNull.NULL) instanceof JsonString table
            && !isNeeded(step, output, later)) {
          tables.add(table.value());
        }
      }
    }
    return tables;
  }
}
