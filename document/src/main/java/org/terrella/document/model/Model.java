package org.terrella.document.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;
import org.terrella.text.Ascii;

/**
 * Several steps of processing as one algorithm. Whether they fit together, {@link ModelCheck} says.
 *
 * @param inputs parameters of the model, described as those of algorithms are
 * @param outputs results that the model gives
 */
public record Model(
    String id,
    String name,
    String group,
    String help,
    List<JsonObject> inputs,
    List<Step> steps,
    List<Output> outputs) {
  /** Key of the document's metadata, of an array of models. */
  public static final String KEY = "terrella:models";

  /** What the ids of models as algorithms begin with. */
  public static final String PREFIX = "model:";

  /**
   * A step.
   *
   * @param title empty for the algorithm's name
   */
  public record Step(String id, String algorithm, String title, Map<String, Binding> parameters) {
    public Step {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Whether the step is another model. */
    boolean isModel() {
      return algorithm.startsWith(PREFIX);
    }

    /** The other steps whose results this one takes. */
    public List<String> needs() {
      List<String> needs = new ArrayList<>();
      for (Binding binding : parameters.values()) {
        for (Binding part : binding.parts()) {
          if (part instanceof Binding.Result result) {
            needs.add(result.step());
          }
        }
      }
      return needs;
    }
  }

  /** An output of a step that is one of the model. */
  public record Output(String name, String label, String step, String output) {}

  public Model {
    inputs = List.copyOf(inputs);
    steps = List.copyOf(steps);
    outputs = List.copyOf(outputs);
  }

  /**
   * Reads a model.
   *
   * @throws TerrellaException invalid-argument, naming what is not as it must be
   */
  public static Model of(JsonValue json) {
    if (!(json instanceof JsonObject model)) {
      throw TerrellaException.invalid("A model must be an object.");
    }
    List<Step> steps = new ArrayList<>();
    for (JsonObject step : model.optArray("steps").objects()) {
      Map<String, Binding> parameters = new LinkedHashMap<>();
      JsonObject given = step.optObject("parameters");
      for (String name : given.keys()) {
        parameters.put(name, Binding.of(given.get(name), "\"" + name + "\""));
      }
      steps.add(
          new Step(
              step.string("id"),
              step.string("algorithm"),
              step.optString("title", ""),
              parameters));
    }
    List<Output> outputs = new ArrayList<>();
    for (JsonObject output : model.optArray("outputs").objects()) {
      String name = output.string("name");
      outputs.add(
          new Output(
              name,
              output.optString("label", name),
              output.string("step"),
              output.optString("output", "OUTPUT")));
    }
    List<JsonObject> inputs = model.optArray("inputs").objects();
    for (JsonObject input : inputs) {
      input.string("name");
      input.string("type");
    }
    return new Model(
        model.optString("id", ""),
        model.optString("name", ""),
        model.optString("group", ""),
        model.optString("help", ""),
        inputs,
        steps,
        outputs);
  }

  /** The id that the model has as an algorithm: {@code model:} and its name. */
  public String algorithm() {
    return PREFIX + identifier(name);
  }

  /** A name in small letters, digits and underscores; letters beyond ASCII stay. */
  public static String identifier(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Ascii.isLetterOrDigit(c) || c > 127) {
        text.append(c);
      } else if (text.length() > 0 && text.charAt(text.length() - 1) != '_') {
        text.append('_');
      }
    }
    boolean ends = text.length() > 0 && text.charAt(text.length() - 1) == '_';
    return text.substring(0, text.length() - (ends ? 1 : 0)).toLowerCase(Locale.ROOT);
  }

  /** A name that is not taken: the one wanted, or that with a number. */
  public static String free(String wanted, List<String> taken) {
    String name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** The step with this id; null when there is none. */
  public Step step(String id) {
    for (Step step : steps) {
      if (step.id.equals(id)) {
        return step;
      }
    }
    return null;
  }

  /** The input with this name; null when there is none. */
  public JsonObject input(String name) {
    for (JsonObject input : inputs) {
      if (input.string("name").equals(name)) {
        return input;
      }
    }
    return null;
  }

  /**
   * The steps in an order in which each follows all whose results it takes, else in that of the
   * model. Steps that wait for each other in a circle, and those that wait for them, are left out.
   */
  public List<Step> ordered() {
    List<Step> order = new ArrayList<>();
    List<String> done = new ArrayList<>();
    List<Step> waiting = new ArrayList<>(steps);
    for (int i = 0; i < waiting.size(); ) {
      Step step = waiting.get(i);
      boolean ready = true;
      for (String need : step.needs()) {
        ready &= done.contains(need) || step(need) == null;
      }
      if (ready) {
        order.add(step);
        done.add(step.id);
        waiting.remove(i);
        i = 0;
      } else {
        i++;
      }
    }
    return order;
  }

  /** The models of a document's metadata that can be read. */
  public static List<Model> all(JsonObject metadata) {
    List<Model> models = new ArrayList<>();
    if (metadata.opt(KEY, JsonArray.of()) instanceof JsonArray list) {
      for (JsonValue each : list) {
        try {
          models.add(of(each));
        } catch (TerrellaException unreadable) {
          // A newer version's: it stays in the document, and cannot be run here.
          continue;
        }
      }
    }
    return models;
  }
}
