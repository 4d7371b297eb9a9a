package org.terrella.document.model;

import java.util.ArrayList;
import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/** A model described as algorithms are. */
public final class ModelDescription {
  private ModelDescription() {}

  /** The description of a model in which {@link ModelCheck} finds nothing wrong. */
  public static JsonObject of(Model model, AlgorithmCatalog algorithms) {
    List<JsonObject> parameters = new ArrayList<>(model.inputs());
    List<JsonObject> outputs = new ArrayList<>();
    for (Model.Output output : model.outputs()) {
      JsonObject algorithm = algorithms.get(model.step(output.step()).algorithm());
      JsonObject made = AlgorithmCatalog.output(algorithm, output.output());
      if (AlgorithmCatalog.isLayer(made)) {
        parameters.add(
            JsonObject.of()
                .with("name", output.name())
                .with("label", output.label())
                .with("type", "sink"));
      }
      outputs.add(made.with("name", output.name()));
    }
    JsonObject description =
        JsonObject.of()
            .with("id", model.algorithm())
            .with("name", model.name())
            .with("group", "models");
    if (!model.help().isEmpty()) {
      description = description.with("help", model.help());
    }
    return description
        .with("parameters", JsonArray.of(parameters))
        .with("outputs", JsonArray.of(outputs));
  }

  /**
   * An input of a model that takes what a parameter of a step takes.
   *
   * @param name the input's name
   * @param step the step's other parameters, to find the layer that fields and units are those of
   */
  public static JsonObject input(String name, JsonObject parameter, Model.Step step) {
    JsonObject input = parameter.with("name", name);
    for (String key : List.of("fieldsOf", "unitsFrom")) {
      if (parameter.has(key)) {
        Binding of = step.parameters().get(parameter.string(key));
        boolean known = of instanceof Binding.Input;
        input =
            known
                ? input.with(key, ((Binding.Input) of).name())
                : key.equals("fieldsOf") ? input.with(key, "") : input.without(key);
      }
    }
    return input;
  }
}
