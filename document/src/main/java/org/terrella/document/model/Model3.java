package org.terrella.document.model;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/** Reads models of QGIS, files that end in {@code .model3}. */
public final class Model3 {
  private final JsonObject tree;
  private final AlgorithmCatalog algorithms;
  private final List<String> missing = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<JsonObject> inputs = new ArrayList<>();
  private final List<JsonObject> steps = new ArrayList<>();
  private final List<JsonObject> outputs = new ArrayList<>();

  private Model3(JsonObject tree, AlgorithmCatalog algorithms) {
    this.tree = tree;
    this.algorithms = algorithms;
  }

  /**
   * The JSON of a model, without an id.
   *
   * @param xml the text of the file
   * @throws TerrellaException malformed-input when it is no such file; unsupported-format, naming
   *     all steps and values that are missing here
   */
  public static JsonObject read(String xml, AlgorithmCatalog algorithms) {
    if (!(Variant.of(XmlElement.parse(xml)) instanceof JsonObject tree)
        || !tree.has("children")
        || !tree.has("model_name")) {
      throw TerrellaException.malformed("This is no model of QGIS.");
    }
    return new Model3(tree, algorithms).model();
  }

  private JsonObject model() {
    JsonObject children = map(tree, "children");
    for (String id : children.keys()) {
      if (algorithm(children.object(id)) == null) {
        String name = children.object(id).string("alg_id");
        if (!missing.contains(name)) {
          missing.add(name);
        }
      }
    }
    inputs();
    for (String id : children.keys()) {
      step(id, children.object(id));
    }
    if (!missing.isEmpty()) {
      problems.add(0, "these algorithms do not exist here: " + String.join(", ", missing));
    }
    if (!problems.isEmpty()) {
      throw TerrellaException.unsupported(
          "The model \""
              + tree.string("model_name")
              + "\" cannot be used: "
              + String.join("; ", problems)
              + ".");
    }
    return JsonObject.of()
        .with("name", tree.string("model_name").trim())
        .with("group", tree.optString("model_group", "").trim())
        .with("help", map(tree, "help").optString("ALG_DESC", ""))
        .with("inputs", JsonArray.of(inputs))
        .with("steps", JsonArray.of(steps))
        .with("outputs", JsonArray.of(outputs));
  }

  /** A map; QGIS writes an empty one as nothing. */
  private static JsonObject map(JsonObject in, String key) {
    return in.opt(key, JsonNull.NULL) instanceof JsonObject map ? map : JsonObject.of();
  }

  /** Algorithms that QGIS rewrote in C++ went from one provider to the other. */
  private JsonObject algorithm(JsonObject child) {
    String id = child.string("alg_id");
    JsonObject found = algorithms.find(id);
    String name = id.substring(id.indexOf(':') + 1);
    if (found == null && id.startsWith("qgis:")) {
      return algorithms.find("native:" + name);
    }
    return found == null && id.startsWith("native:") ? algorithms.find("qgis:" + name) : found;
  }

  private void inputs() {
    JsonObject definitions = map(tree, "parameterDefinitions");
    for (String name : definitions.keys()) {
      JsonObject definition = definitions.object(name);
      String type = definition.string("parameter_type");
      if (AlgorithmCatalog.isDestination(type) || type.endsWith("Destination")) {
        continue;
      }
      JsonObject input =
          JsonObject.of()
              .with("name", name)
              .with("label", definition.optString("description", name))
              .with("type", type);
      JsonValue value = definition.opt("default", JsonNull.NULL);
      boolean known = !(value instanceof JsonObject object && object.has(Variant.UNSUPPORTED));
      if (value != JsonNull.NULL && known) {
        boolean text = type.equals("string") || type.equals("expression") || type.equals("field");
        input = input.with("default", text ? value : parsed(value));
      }
      if ((definition.optInteger("flags", 0) & 1) != 0) {
        input = input.with("optional", true);
      }
      switch (type) {
        case "source",
            "vector",
            "layer",
            "multilayer",
            "boolean",
            "expression",
            "extent",
            "point",
            "crs",
            "duration",
            "matrix" -> {}
        case "distance" -> input = input.with("unitsFrom", definition.optString("parent", ""));
        case "number" -> input = bounded(input, definition);
        case "string" -> {}
        case "enum" ->
            input =
                input
                    .with("options", definition.optArray("options"))
                    .with("multiple", definition.optBool("allow_multiple", false));
        case "field" ->
            input =
                input
                    .with("fieldsOf", definition.optString("parent_layer", ""))
                    .with("multiple", definition.optBool("allow_multiple", false));
        default -> problems.add("\"" + name + "\" is of the type " + type);
      }
      inputs.add(input);
    }
  }

  /** QGIS writes the largest numbers there are where there is no limit. */
  private static JsonObject bounded(JsonObject input, JsonObject definition) {
    JsonObject bounded = input;
    double min = definition.optNumber("min", -1e300);
    double max = definition.optNumber("max", 1e300);
    bounded = min > -1e300 ? bounded.with("min", min) : bounded;
    bounded = max < 1e300 ? bounded.with("max", max) : bounded;
    return definition.optInteger("data_type", 1) == 0 ? bounded.with("integer", true) : bounded;
  }

  private static JsonValue parsed(JsonValue value) {
    double number =
        value instanceof JsonString text ? DoubleText.parseOrNaN(text.value()) : Double.NaN;
    return Double.isNaN(number) ? value : JsonNumber.of(number);
  }

  private void step(String id, JsonObject child) {
    String title = child.optString("component_description", id);
    if (!child.optBool("active", true)) {
      problems.add("the step \"" + title + "\" is switched off");
    }
    JsonObject algorithm = algorithm(child);
    JsonObject parameters = JsonObject.of();
    JsonObject given = map(child, "params");
    for (String name : given.keys()) {
      JsonValue bound = bound(title + ": " + name, sources(given.get(name)));
      if (bound != JsonNull.NULL && algorithm != null && isTaken(algorithm, name, bound)) {
        parameters = parameters.with(name, bound);
      }
    }
    steps.add(
        JsonObject.of()
            .with("id", id)
            .with("algorithm", algorithm == null ? child.string("alg_id") : algorithm.string("id"))
            .with("title", title)
            .with("parameters", parameters));
    JsonObject results = map(child, "outputs");
    for (String name : results.keys()) {
      JsonObject result = results.object(name);
      String output = result.optString("child_output_name", result.optString("output_name", ""));
      outputs.add(
          JsonObject.of()
              .with("name", Model.identifier(name))
              .with("label", result.optString("component_description", name))
              .with("step", id)
              .with("output", output.isEmpty() ? "OUTPUT" : output));
    }
  }

  /** Whether a step takes a value: an empty text is none where no texts are wanted. */
  private static boolean isTaken(JsonObject algorithm, String name, JsonValue bound) {
    JsonObject parameter = AlgorithmCatalog.parameter(algorithm, name);
    boolean empty =
        bound instanceof JsonObject object
            && object.opt("value", JsonNull.NULL) instanceof JsonString text
            && text.value().isEmpty();
    return parameter != null && (!empty || parameter.string("type").equals("string"));
  }

  /** A list of sources; files of QGIS 3.0 have a single one without list. */
  private static List<JsonObject> sources(JsonValue value) {
    if (value instanceof JsonArray list) {
      return list.objects();
    }
    return value instanceof JsonObject one ? List.of(one) : List.of();
  }

  /** The binding in the model's JSON; null in JSON for a value that is not set. */
  private JsonValue bound(String place, List<JsonObject> sources) {
    List<JsonValue> items = new ArrayList<>();
    for (JsonObject source : sources) {
      JsonValue item = source(place, source);
      if (item != JsonNull.NULL) {
        items.add(item);
      }
    }
    if (items.isEmpty()) {
      return JsonNull.NULL;
    }
    return items.size() == 1 ? items.get(0) : JsonArray.of(items);
  }

  private JsonValue source(String place, JsonObject source) {
    int kind = source.optInteger("source", -1);
    switch (kind) {
      case 0:
        return JsonObject.of().with("input", source.string("parameter_name"));
      case 1:
        return JsonObject.of()
            .with("step", source.string("child_id"))
            .with("output", source.optString("output_name", "OUTPUT"));
      case 2:
        JsonValue value = source.opt("static_value", JsonNull.NULL);
        if (value instanceof JsonObject object && object.has(Variant.UNSUPPORTED)) {
          problems.add(place + " is a value of the type " + object.string(Variant.UNSUPPORTED));
          return JsonNull.NULL;
        }
        if (value instanceof JsonString text) {
          context(place, text.value());
        }
        return value == JsonNull.NULL ? value : JsonObject.of().with("value", value);
      case 3:
        return expression(place, source.optString("expression", "").trim());
      case 4:
        problems.add(place + " is a text with expressions in it");
        return JsonNull.NULL;
      case 5:
        // The place of a result, which the model's outputs say.
        return JsonNull.NULL;
      default:
        problems.add(place + " comes from a source of kind " + kind);
        return JsonNull.NULL;
    }
  }

  /** Expressions inside of values may look at the model's inputs, which nothing here does. */
  private void context(String place, String text) {
    for (String name : map(tree, "parameterDefinitions").keys()) {
      if (text.contains("@" + name)) {
        problems.add(place + " uses @" + name);
      }
    }
  }

  /** Expressions that are no more than an input, a number, a text or a truth value. */
  private JsonValue expression(String place, String text) {
    double number = DoubleText.parseOrNaN(text);
    String name = text.startsWith("@") ? text.substring(1) : "";
    int last = text.length() - 1;
    JsonValue value = JsonNull.NULL;
    if (map(tree, "parameterDefinitions").has(name)) {
      return JsonObject.of().with("input", name);
    } else if (!Double.isNaN(number)) {
      value = JsonNumber.of(number);
    } else if (text.equals("true") || text.equals("false")) {
      value = JsonBoolean.of(text.equals("true"));
    } else if (last > 0 && text.charAt(0) == '\'' && text.indexOf('\'', 1) == last) {
      value = new JsonString(text.substring(1, last));
    }
    if (value == JsonNull.NULL) {
      problems.add(place + " is the expression " + text);
      return value;
    }
    return JsonObject.of().with("value", value);
  }
}
