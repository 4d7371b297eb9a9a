package org.terrella.processing.algorithm;

import java.util.List;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

/**
 * What an algorithm is called, takes and gives.
 *
 * @param id QGIS's id where QGIS has the algorithm, for example {@code native:buffer}
 * @param name what people read
 * @param group QGIS's group, for example {@code vectorgeometry}
 * @param help what it does, in a sentence or two
 */
public record AlgorithmDescription(
    String id,
    String name,
    String group,
    String help,
    List<ParameterDescription> parameters,
    List<OutputDescription> outputs) {
  public AlgorithmDescription {
    parameters = List.copyOf(parameters);
    outputs = List.copyOf(outputs);
  }

  /** The description as {@code processing:list} gives it. */
  public JsonObject toJson() {
    return JsonObject.of()
        .with("id", id)
        .with("name", name)
        .with("group", group)
        .with("help", help)
        .with("parameters", JsonArray.of(parameters.stream().map(p -> p.toJson()).toList()))
        .with("outputs", JsonArray.of(outputs.stream().map(OutputDescription::toJson).toList()));
  }
}
