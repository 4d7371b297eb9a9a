package org.terrella.document.model;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/**
 * Makes a model of runs: layers that none of them made become its inputs, the results of the last
 * its outputs, and all other values stay as they were.
 */
public final class RunsModel {
  private final AlgorithmCatalog algorithms;
  private final Names names;
  private final List<JsonObject> inputs = new ArrayList<>();
  private final List<String> inputNames = new ArrayList<>();
  private final List<JsonObject> steps = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private JsonObject made = JsonObject.of();
  private JsonObject taken = JsonObject.of();
  private JsonObject last = JsonObject.of();

  /** Says what a layer or a path is called. */
  public interface Names {
    String of(String place);
  }

  private RunsModel(AlgorithmCatalog algorithms, Names names) {
    this.algorithms = algorithms;
    this.names = names;
  }

  /**
   * The JSON of a model, without an id.
   *
   * @param name the model's name
   * @param runs entries of the history, each after those whose results it took
   */
  public static JsonObject of(
      String name, List<JsonObject> runs, AlgorithmCatalog algorithms, Names names) {
    RunsModel model = new RunsModel(algorithms, names);
    for (JsonObject run : runs) {
      model.step(run);
    }
    return JsonObject.of()
        .with("name", name)
        .with("inputs", JsonArray.of(model.inputs))
        .with("steps", JsonArray.of(model.steps))
        .with("outputs", model.outputs());
  }

  private void step(JsonObject run) {
    if (run.has("model")) {
      steps(run, run.object("model"));
      return;
    }
    JsonObject algorithm = algorithms.get(run.string("algorithm"));
    String algorithmId = algorithm.string("id");
    String id = free(algorithmId.substring(algorithmId.indexOf(':') + 1));
    JsonObject given = run.object("parameters");
    JsonObject bindings = JsonObject.of();
    for (JsonObject parameter : algorithm.array("parameters").objects()) {
      String name = parameter.string("name");
      String type = parameter.string("type");
      JsonValue value = given.opt(name, JsonNull.NULL);
      if (value == JsonNull.NULL || AlgorithmCatalog.isDestination(type)) {
        continue;
      }
      bindings =
          bindings.with(
              name,
              AlgorithmCatalog.takesLayers(type)
                  ? layers(parameter, value)
                  : JsonObject.of().with("value", value));
    }
    steps.add(
        JsonObject.of()
            .with("id", id)
            .with("algorithm", algorithmId)
            .with("title", ModelDraft.title(algorithm.string("name"), titles))
            .with("parameters", bindings));
    titles.add(steps.get(steps.size() - 1).string("title"));
    last = JsonObject.of();
    for (JsonObject output : run.array("outputs").objects()) {
      String name = output.string("name");
      JsonObject sink = AlgorithmCatalog.parameter(algorithm, name);
      made(output, id, name, sink == null ? name : AlgorithmCatalog.label(sink));
    }
  }

  private String free(String wanted) {
    String id = Model.free(wanted, ids);
    ids.add(id);
    return id;
  }

  /** Remembers which step gives a result of a run. */
  private void made(JsonObject output, String step, String name, String label) {
    JsonObject from = JsonObject.of().with("step", step).with("output", name);
    if (output.opt("value", JsonNull.NULL) instanceof JsonString place) {
      made = made.with(place.value(), from);
    }
    last = last.with(output.string("name"), from.with("label", label));
  }

  /** The steps of a model as it was then take the place of a run of it. */
  private void steps(JsonObject run, JsonObject json) {
    Model model = Model.of(json);
    JsonObject renamed = JsonObject.of();
    for (Model.Step step : model.steps()) {
      renamed = renamed.with(step.id(), free(step.id()));
    }
    JsonObject given = run.object("parameters");
    InlinedSteps inlined = new InlinedSteps(renamed, name -> input(model.input(name), given));
    for (JsonObject step : json.array("steps").objects()) {
      steps.add(inlined.step(step));
      titles.add(step.optString("title", ""));
    }
    last = JsonObject.of();
    for (JsonObject output : run.array("outputs").objects()) {
      for (Model.Output of : model.outputs()) {
        if (of.name().equals(output.string("name"))) {
          made(output, renamed.string(of.step()), of.output(), of.label());
        }
      }
    }
  }

  /** What an input of a model was in a run. */
  private JsonValue input(JsonObject input, JsonObject parameters) {
    JsonValue value = parameters.opt(input.string("name"), input.opt("default", JsonNull.NULL));
    if (value == JsonNull.NULL) {
      return value;
    }
    return AlgorithmCatalog.takesLayers(input.string("type"))
        ? layers(input, value)
        : JsonObject.of().with("value", value);
  }

  private JsonValue layers(JsonObject parameter, JsonValue value) {
    if (value instanceof JsonArray list) {
      JsonArray items = JsonArray.of();
      for (JsonValue each : list) {
        items = items.with(layer(parameter, each));
      }
      return items;
    }
    return layer(parameter, value);
  }

  private JsonValue layer(JsonObject parameter, JsonValue value) {
    JsonValue source =
        value instanceof JsonObject object && object.has("source") ? object.get("source") : value;
    if (!(source instanceof JsonString place)) {
      return JsonObject.of().with("value", value);
    }
    if (made.has(place.value())) {
      return made.get(place.value());
    }
    if (!taken.has(place.value())) {
      String label = names.of(place.value());
      String plain = Model.identifier(label);
      String name = Model.free(plain.isEmpty() ? "layer" : plain, inputNames);
      inputNames.add(name);
      JsonObject input =
          JsonObject.of().with("name", name).with("label", label).with("type", "source");
      inputs.add(
          parameter.has("geometry") ? input.with("geometry", parameter.get("geometry")) : input);
      taken = taken.with(place.value(), JsonObject.of().with("input", name));
    }
    return taken.get(place.value());
  }

  /** The results of the last run. */
  private JsonArray outputs() {
    JsonArray outputs = JsonArray.of();
    List<String> names = new ArrayList<>(inputNames);
    for (String name : last.keys()) {
      String free = Model.free(name, names);
      names.add(free);
      outputs = outputs.with(JsonObject.of().with("name", free).withAll(last.object(name)));
    }
    return outputs;
  }
}
