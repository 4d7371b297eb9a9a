package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.expression.Expression;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.naming.Suggestions;
import org.terrella.processing.projection.Definitions;

/**
 * The parameters of one run: every value of the right type and within its limits.
 *
 * <p>Layers come as tables, by {@link #withSources}; whoever runs the algorithm finds their
 * features, and calls {@link #check} before anything is computed.
 */
public final class Parameters {
  /** Behind the name of a point or extent: the system that it names. */
  private static final String PLACE_CRS = "[CRS]";

  private static final String PLACE_NAMED = "[named]";

  private final AlgorithmDescription algorithm;
  private final Map<String, Object> values;
  private final Map<String, List<FeatureTable>> sources;
  private final Map<String, Object> shared;
  private final int kinds;
  private final int firstRow;
  private final Definitions definitions;
  private final ParameterExpressions expressions;

  private Parameters(
      AlgorithmDescription algorithm,
      Map<String, Object> values,
      Map<String, List<FeatureTable>> sources,
      Map<String, Object> shared,
      int kinds,
      int firstRow,
      Definitions definitions,
      ParameterExpressions expressions) {
    this.algorithm = algorithm;
    this.values = values;
    this.sources = sources;
    this.shared = shared;
    this.kinds = kinds;
    this.firstRow = firstRow;
    this.definitions = definitions;
    this.expressions = expressions;
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
      if (given == null && parameter.type().isSink() && parameter.created()) {
        given = new JsonString("TEMPORARY_OUTPUT");
      }
      if (given != null) {
        values.put(parameter.name(), new ParameterReader(algorithm, parameter).read(given));
        Crs named = new ParameterReader(algorithm, parameter).placeCrs(given);
        if (named != null) {
          values.put(parameter.name() + PLACE_CRS, named);
          values.put(parameter.name() + PLACE_NAMED, PlaceReader.isNamed(given));
        }
      } else if (!parameter.optional() && !parameter.type().isFeatures()) {
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
    return new Parameters(
        algorithm,
        values,
        Map.of(),
        new HashMap<>(),
        0,
        0,
        Definitions.NONE,
        new ParameterExpressions(algorithm));
  }

  /** These parameters with the PROJ strings of the systems that they and the layers name. */
  public Parameters withDefinitions(Definitions known) {
    return new Parameters(algorithm, values, sources, shared, kinds, firstRow, known, expressions);
  }

  Definitions definitions() {
    return definitions;
  }

  /** These parameters with the features of layers, those that expressions name among them. */
  public Parameters withSources(Map<String, List<FeatureTable>> tables) {
    return new Parameters(
        algorithm,
        values,
        tables,
        new HashMap<>(),
        kinds,
        firstRow,
        definitions,
        expressions.with(definitions, tables));
  }

  /**
   * These parameters for a slice of the main input.
   *
   * @param allKinds of the whole input, see {@link
   *     org.terrella.processing.feature.FeatureTables#kinds}
   * @param first the row at which the slice begins in the whole input
   */
  public Parameters forSlice(int allKinds, int first) {
    return new Parameters(
        algorithm, values, sources, shared, allKinds, first, definitions, expressions.at(first));
  }

  /**
   * These parameters for one feature of the main input: those that are {@link DataDefined} have
   * their values for it.
   */
  Parameters at(FeatureTable table, int row) {
    Map<String, Object> own = expressions.at(values, table, row);
    return own == values
        ? this
        : new Parameters(
            algorithm, own, sources, shared, kinds, firstRow, definitions, expressions);
  }

  /** An expression over the rows of the main input, or a slice of it. */
  Expression expression(String name, FeatureTable table) {
    return expressions.of(name, text(name), table);
  }

  /** An expression that stands in the parameter {@code name}, or was made of what stands there. */
  Expression expression(String name, String text, FeatureTable table) {
    return expressions.of(name, text, table);
  }

  /** The fields that a mapping describes. */
  List<FieldMapping> mappings(String name) {
    return list(name, FieldMapping.class);
  }

  /** Whether some expression looks at other rows than its own, so that slices do not do. */
  boolean usesAllRows() {
    return expressions.useAllRows(values, sources(algorithm.mainInput()));
  }

  /** The row of the whole main input at which the slice begins. */
  int firstRow() {
    return firstRow;
  }

  /** Whether some feature of the whole main input is of a type, or of its multi type. */
  boolean inputHas(GeometryType single) {
    return (kinds & (1 << single.code() | 1 << (single.code() + 3))) != 0;
  }

  /**
   * Checks that no layer is missing, and fields, expressions and units against the layers'
   * features.
   *
   * @throws TerrellaException invalid-argument, naming the parameter
   */
  public void check() {
    new ParameterCheck(algorithm, this).all();
  }

  /** A value as it was read, null where there is none; that may be {@link DataDefined}. */
  Object given(String name) {
    return values.get(name);
  }

  void checkExpressions(ParameterDescription parameter, Object value) {
    expressions.check(parameter, value, sources(algorithm.mainInput()));
  }

  double inUnits(ParameterDescription parameter, Distance distance, Crs crs) {
    try {
      return distance.in(crs);
    } catch (TerrellaException e) {
      throw TerrellaException.invalid(
          "Parameter " + parameter.name() + " of " + algorithm.id() + ": " + e.getMessage());
    }
  }

  TerrellaException missing(String name) {
    return TerrellaException.invalid(
        "Parameter " + name + " of " + algorithm.id() + " is missing.");
  }

  /** Whether some feature of the whole main input is of a multi type. */
  boolean inputHasMulti(GeometryType multi) {
    return (kinds & 1 << multi.code()) != 0;
  }

  /** Whether an optional parameter has a value. */
  public boolean has(String name) {
    return values.get(name) != null;
  }

  private Object value(String name) {
    Object value = values.get(name);
    if (value instanceof DataDefined defined) {
      value = defined.otherwise();
    }
    if (value == null) {
      throw missing(name);
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

  /** A number that may be missing; then {@code otherwise}. */
  public double number(String name, double otherwise) {
    return has(name) ? number(name) : otherwise;
  }

  /** The index of the chosen option. */
  public int choice(String name) {
    return (Integer) value(name);
  }

  public String text(String name) {
    return (String) value(name);
  }

  /** A text that may be missing; then it is empty. */
  public String optionalText(String name) {
    return has(name) ? text(name) : "";
  }

  /** The indices of the chosen options, in the order given; none when the parameter is missing. */
  public List<Integer> choices(String name) {
    return list(name, Integer.class);
  }

  /** The values of a matrix, row after row. */
  public List<JsonValue> matrix(String name) {
    return list(name, JsonValue.class);
  }

  public Envelope extent(String name) {
    return (Envelope) value(name);
  }

  public Coordinate point(String name) {
    return (Coordinate) value(name);
  }

  public Crs crs(String name) {
    return (Crs) value(name);
  }

  /** The system that a point or an extent names behind its numbers; else an unknown one. */
  public Crs placeCrs(String name) {
    return values.get(name + PLACE_CRS) instanceof Crs crs ? crs : Crs.UNKNOWN;
  }

  /** An extent in a system: that of another one becomes the rectangle around it there. */
  Envelope extent(String name, Crs wanted) {
    Envelope given = extent(name);
    return isElsewhere(name, wanted)
        ? definitions.between(placeCrs(name), wanted).around(given)
        : given;
  }

  Coordinate point(String name, Crs wanted) {
    Coordinate given = point(name);
    if (!isElsewhere(name, wanted)) {
      return given;
    }
    double[] at = {given.x, given.y};
    definitions.between(placeCrs(name), wanted).apply(at, 2, 0, 1);
    return new Coordinate(at[0], at[1]);
  }

  private boolean isElsewhere(String name, Crs wanted) {
    Crs crs = placeCrs(name);
    return values.get(name + PLACE_NAMED) instanceof Boolean named
        && named
        && crs.isKnown()
        && wanted.isKnown()
        && !Definitions.same(crs, wanted);
  }

  /** A distance in the units of {@code crs}. */
  public double length(String name, Crs crs) {
    for (ParameterDescription parameter : algorithm.parameters()) {
      if (parameter.name().equals(name)) {
        return inUnits(parameter, distance(name), crs);
      }
    }
    throw missing(name);
  }

  public Distance distance(String name) {
    return (Distance) value(name);
  }

  /** The name of the given field; empty when none is given. */
  public String field(String name) {
    List<String> names = texts(name);
    return names.isEmpty() ? "" : names.get(0);
  }

  /** The names of the given fields; empty when none is given. */
  public List<String> texts(String name) {
    return list(name, String.class);
  }

  private <T> List<T> list(String name, Class<T> type) {
    List<T> items = new ArrayList<>();
    if (values.get(name) instanceof List<?> list) {
      list.forEach(item -> items.add(type.cast(item)));
    }
    return items;
  }

  /** Whether the layer of a sink is wanted. */
  public boolean wants(String sink) {
    return has(sink);
  }

  /** The features of a layer that is not the main input. */
  public FeatureTable source(String name) {
    List<FeatureTable> tables = sources(name);
    if (tables.isEmpty()) {
      throw missing(name);
    }
    return tables.get(0);
  }

  /** The features of all layers given; none when the parameter is missing. */
  public List<FeatureTable> sources(String name) {
    return sources.getOrDefault(name, List.of());
  }

  /**
   * Something made of the other layers, such as an index, that all slices computed by a worker
   * share.
   *
   * @param key what it is called; the same key has the same type always
   */
  @SuppressWarnings("unchecked")
  <T> T shared(String key, Supplier<T> make) {
    Object made = shared.get(key);
    if (made == null) {
      made = make.get();
      shared.put(key, made);
    }
    return (T) made;
  }
}
