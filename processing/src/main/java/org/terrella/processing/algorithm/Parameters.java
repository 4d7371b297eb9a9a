package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.naming.Suggestions;

/**
 * The parameters of one run: every value of the right type and within its limits.
 *
 * <p>Layers stay as they were given (id, path…); whoever runs the algorithm finds their features,
 * calls {@link #checkAgainst} for the input, and adds others by {@link #withSource}.
 */
public final class Parameters {
  private final AlgorithmDescription algorithm;
  private final Map<String, Object> values;
  private final Map<String, FeatureTable> sources;

  private Parameters(
      AlgorithmDescription algorithm,
      Map<String, Object> values,
      Map<String, FeatureTable> sources) {
    this.algorithm = algorithm;
    this.values = values;
    this.sources = sources;
  }

  /**
   * Reads parameters from JSON; those missing or null take QGIS's defaults. Layers may be missing,
   * since where they come from is not the algorithm's business.
   *
   * @throws TerrellaException invalid-argument, naming the parameter
   */
  public static Parameters of(AlgorithmDescription algorithm, JsonObject json) {
    List<String> names = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterDescription parameter : algorithm.parameters()) {
      names.add(parameter.name());
      JsonValue given = json.opt(parameter.name(), JsonNull.NULL);
      if (given == JsonNull.NULL) {
        given = parameter.defaultValue();
      }
      if (given == null && parameter.type() == ParameterType.SINK) {
        given = new JsonString("TEMPORARY_OUTPUT");
      }
      if (given != null) {
        values.put(parameter.name(), new ParameterReader(algorithm, parameter).read(given));
      } else if (!parameter.optional() && parameter.type() != ParameterType.SOURCE) {
        throw TerrellaException.invalid(
            "Parameter " + parameter.name() + " of " + algorithm.id() + " is missing.");
      }
    }
    for (String key : json.keys()) {
      if (!names.contains(key)) {
        throw TerrellaException.invalid(
            algorithm.id() + " has no parameter " + key + "." + Suggestions.sentence(key, names));
      }
    }
    return new Parameters(algorithm, values, Map.of());
  }

  /** These parameters with the features of another layer than the input. */
  public Parameters withSource(String name, FeatureTable table) {
    Map<String, FeatureTable> more = new LinkedHashMap<>(sources);
    more.put(name, table);
    return new Parameters(algorithm, values, more);
  }

  /**
   * Checks fields and units against the features of {@code INPUT}.
   *
   * @throws TerrellaException invalid-argument, naming the parameter
   */
  public void checkAgainst(FeatureTable input) {
    for (ParameterDescription parameter : algorithm.parameters()) {
      Object value = values.get(parameter.name());
      if (value == null || !parameter.of().equals("INPUT")) {
        continue;
      }
      if (parameter.type() == ParameterType.FIELD) {
        checkFields(parameter, input);
      } else if (value instanceof Distance distance && !distance.isGeodesicIn(input.crs())) {
        checkUnit(parameter, distance, input);
      }
    }
  }

  private void checkFields(ParameterDescription parameter, FeatureTable input) {
    List<String> there = input.fields().stream().map(Field::name).toList();
    for (String name : texts(parameter.name())) {
      if (!there.contains(name)) {
        throw TerrellaException.invalid(
            "Parameter "
                + parameter.name()
                + " of "
                + algorithm.id()
                + ": \""
                + input.name()
                + "\" has no field called \""
                + name
                + "\"."
                + Suggestions.sentence(name, there));
      }
    }
  }

  private void checkUnit(ParameterDescription parameter, Distance distance, FeatureTable input) {
    try {
      distance.in(input.crs());
    } catch (TerrellaException e) {
      throw TerrellaException.invalid(
          "Parameter " + parameter.name() + " of " + algorithm.id() + ": " + e.getMessage());
    }
  }

  /** Whether an optional parameter has a value. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  private Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw TerrellaException.invalid(
          "Parameter " + name + " of " + algorithm.id() + " is missing.");
    }
    return value;
  }

  public double number(String name) {
    return (Double) value(name);
  }

  /** The value of a number that must be whole. */
  public int integer(String name) {
    return (int) number(name);
  }

  public boolean flag(String name) {
    return (Boolean) value(name);
  }

  /** The index of the chosen option. */
  public int choice(String name) {
    return (Integer) value(name);
  }

  public String text(String name) {
    return (String) value(name);
  }

  public Distance distance(String name) {
    return (Distance) value(name);
  }

  /** The names of the given fields; empty when none is given. */
  public List<String> texts(String name) {
    List<String> names = new ArrayList<>();
    if (values.get(name) instanceof List<?> list) {
      for (Object item : list) {
        names.add((String) item);
      }
    }
    return names;
  }

  /** What was given for a layer or destination: an id, a path, inline GeoJSON… */
  public JsonValue given(String name) {
    return (JsonValue) value(name);
  }

  /** The features of a layer set by {@link #withSource}. */
  public FeatureTable source(String name) {
    FeatureTable table = sources.get(name);
    if (table == null) {
      throw TerrellaException.invalid(
          "Parameter " + name + " of " + algorithm.id() + " is missing.");
    }
    return table;
  }
}
