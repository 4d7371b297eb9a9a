package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.TopologyException;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.expression.LayerInputs;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.projection.Definitions;

/** Runs an algorithm here and now: the same slices as workers would get, one after the other. */
public final class AlgorithmRun {
  /** The main input of an algorithm that has none. */
  private static final FeatureTable NOTHING =
      new FeatureTable("", Crs.UNKNOWN, GeometryColumn.none(0), List.of(), null);

  private AlgorithmRun() {}

  /**
   * What an algorithm is going to do with its inputs, as workers tell the owner of the tables:
   * {@code {input, rows, vertices, combines, whole}}; {@code input} is the name of what is cut.
   *
   * @param inputs the layers by parameter; their rows do not matter
   * @param known the PROJ strings of their systems, and of those among the parameters
   * @throws org.terrella.error.TerrellaException invalid-argument, when a parameter is wrong
   */
  public static JsonObject plan(
      Algorithm algorithm,
      Map<String, List<FeatureTable>> inputs,
      JsonObject json,
      Definitions known) {
    Parameters parameters =
        Parameters.of(algorithm.description(), json).withDefinitions(known).withSources(inputs);
    parameters.check();
    Cutting cutting = algorithm.cutting(parameters);
    return JsonObject.of()
        .with("input", algorithm.description().mainInput())
        .with("rows", cutting.rows())
        .with("vertices", cutting.vertices())
        .with("combines", cutting.combines())
        .with("whole", cutting.whole());
  }

  /**
   * The parameters of a run with all inputs but the main one, in the system of that.
   *
   * @param crs of the main input
   * @param invalid what is done about invalid geometries, see {@link InvalidGeometries}
   */
  public static Parameters prepared(
      Algorithm algorithm,
      Map<String, List<FeatureTable>> inputs,
      JsonObject json,
      String invalid,
      Crs crs,
      Definitions known) {
    AlgorithmDescription description = algorithm.description();
    Map<String, List<FeatureTable>> others = new LinkedHashMap<>();
    for (ParameterDescription parameter : description.parameters()) {
      List<FeatureTable> seen = new ArrayList<>();
      for (FeatureTable table : inputs.getOrDefault(parameter.name(), List.of())) {
        FeatureTable sound =
            InvalidGeometries.handle(fitting(description, parameter, table), invalid);
        boolean elsewhere =
            crs.isKnown() && sound.crs().isKnown() && !Definitions.same(crs, sound.crs());
        seen.add(elsewhere ? known.projected(sound, crs) : sound);
      }
      if (!seen.isEmpty()) {
        others.put(parameter.name(), seen);
      }
    }
    for (String name : inputs.keySet()) {
      if (LayerInputs.isOne(name)) {
        others.put(name, inputs.get(name));
      }
    }
    return Parameters.of(description, json).withDefinitions(known).withSources(others);
  }

  /**
   * The result for a slice of the main input.
   *
   * @throws org.terrella.error.TerrellaException invalid-geometry, when JTS cannot compute with
   *     some geometry
   */
  public static Results compute(
      Algorithm algorithm,
      FeatureTable slice,
      Parameters parameters,
      String invalid,
      Progress progress) {
    AlgorithmDescription description = algorithm.description();
    FeatureTable seen = slice;
    for (ParameterDescription parameter : description.parameters()) {
      if (parameter.name().equals(description.mainInput())) {
        seen = InvalidGeometries.handle(fitting(description, parameter, slice), invalid);
        boolean selection = parameter.selection() || SelectingAlgorithms.has(description.id());
        if (selection && seen.size() < slice.size()) {
          throw TerrellaException.invalid(
              description.id()
                  + " cannot leave out invalid geometries: what is selected would be something"
                  + " else. Repair them before.");
        }
      }
    }
    try {
      return algorithm.compute(seen, parameters, progress);
    } catch (TopologyException e) {
      throw new TerrellaException(
          "invalid-geometry",
          description.id()
              + " cannot compute with a geometry of \""
              + seen.name()
              + "\" or of a layer beside it: "
              + e.getMessage(),
          e);
    }
  }

  private static FeatureTable fitting(
      AlgorithmDescription description, ParameterDescription parameter, FeatureTable table) {
    GeometryKinds.require(description, parameter, table);
    return table;
  }

  /** The given tables as inputs, in the order of the parameters that take layers. */
  static Map<String, List<FeatureTable>> inputs(Algorithm algorithm, FeatureTable... tables) {
    Map<String, List<FeatureTable>> inputs = new LinkedHashMap<>();
    int next = 0;
    for (ParameterDescription parameter : algorithm.description().parameters()) {
      if (parameter.type().isFeatures() && next < tables.length) {
        inputs.put(parameter.name(), List.of(tables[next++]));
      }
    }
    return inputs;
  }

  /** The results for all rows. */
  public static Results run(
      Algorithm algorithm,
      Map<String, List<FeatureTable>> inputs,
      JsonObject json,
      Progress progress) {
    JsonObject plan = plan(algorithm, inputs, json, Definitions.NONE);
    String main = plan.string("input");
    Map<String, List<FeatureTable>> others = new LinkedHashMap<>(inputs);
    List<FeatureTable> given = plan.bool("whole") ? others.get(main) : others.remove(main);
    FeatureTable input = given == null ? NOTHING : given.get(0);
    Parameters parameters =
        prepared(
            algorithm,
            LayerInputs.marked(others, input),
            json,
            "ignore",
            input.crs(),
            Definitions.NONE);
    Cutting cutting = algorithm.cutting(parameters.withSources(inputs));
    int[] cuts = FeatureTables.cuts(input, cutting.rows(), cutting.vertices());
    List<Results> parts = new ArrayList<>();
    double share = 0.9 / (cuts.length - 1);
    int kinds = FeatureTables.kinds(input);
    for (int i = 0; i + 1 < cuts.length; i++) {
      Progress ofSlice = progress.between(share * i, share * (i + 1));
      Parameters own = parameters.forSlice(kinds, cuts[i]);
      FeatureTable slice = input.slice(cuts[i], cuts[i + 1]);
      parts.add(compute(algorithm, slice, own, "ignore", ofSlice));
    }
    Results result =
        cutting.combines()
            ? algorithm.combine(parts, parameters, progress.between(0.9, 1))
            : Results.concat(parts);
    progress.report(1, "");
    return result;
  }
}
