package org.terrella.processing.algorithm;

import java.util.ArrayList;
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

  /** A description without parameters yet. */
  public static AlgorithmDescription of(String id, String name, String group, String help) {
    return new AlgorithmDescription(id, name, group, help, List.of(), List.of());
  }

  /** With more parameters; each sink is an output too. */
  public AlgorithmDescription with(ParameterDescription... more) {
    List<ParameterDescription> all = new ArrayList<>(parameters);
    List<OutputDescription> given = new ArrayList<>(outputs);
    for (ParameterDescription parameter : more) {
      all.add(parameter);
      if (parameter.type().isSink()) {
        given.add(new OutputDescription(parameter.name(), "outputVector"));
      } else if (parameter.type() == ParameterType.FILE_DESTINATION) {
        given.add(new OutputDescription(parameter.name(), "outputHtml"));
      } else if (parameter.type() == ParameterType.FOLDER_DESTINATION) {
        given.add(new OutputDescription(parameter.name(), "outputFolder"));
      }
    }
    return new AlgorithmDescription(id, name, group, help, all, given);
  }

  /** With an output that is a number. */
  public AlgorithmDescription gives(String number) {
    return gives(number, "outputNumber");
  }

  /** With another output; {@code type} is QGIS's name of its kind. */
  public AlgorithmDescription gives(String output, String type) {
    List<OutputDescription> given = new ArrayList<>(outputs);
    given.add(new OutputDescription(output, type));
    return new AlgorithmDescription(id, name, group, help, parameters, given);
  }

  /** The name of the source that may be cut into slices; empty where there is none. */
  public String mainInput() {
    for (ParameterDescription parameter : parameters) {
      if (parameter.type().isLayer()) {
        return parameter.name();
      }
    }
    return "";
  }

  /** What people read of a sink; the name of its layer. */
  public String label(String parameter) {
    for (ParameterDescription each : parameters) {
      if (each.name().equals(parameter)) {
        return each.label();
      }
    }
    return parameter;
  }

  /** The description as {@code processing:list} gives it. */
  public JsonObject toJson() {
    List<String> aliases = AlgorithmAliases.of(id);
    JsonObject json =
        JsonObject.of()
            .with("id", id)
            .with("name", name)
            .with("group", group)
            .with("help", help)
            .with("keywords", Keywords.of(id));
    if (!aliases.isEmpty()) {
      json = json.with("aliases", JsonArray.ofStrings(aliases));
    }
    if (SelectingAlgorithms.has(id)) {
      json = json.with("selects", true);
    }
    return json.with("parameters", JsonArray.of(parameters.stream().map(p -> p.toJson()).toList()))
        .with("outputs", JsonArray.of(outputs.stream().map(OutputDescription::toJson).toList()));
  }
}
