package org.terrella.processing.algorithm;

import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.naming.Suggestions;
import org.terrella.processing.projection.Definitions;

/** What can be said of the parameters of a run before anything is computed. */
final class ParameterCheck {
  private final AlgorithmDescription algorithm;
  private final Parameters parameters;

  ParameterCheck(AlgorithmDescription algorithm, Parameters parameters) {
    this.algorithm = algorithm;
    this.parameters = parameters;
  }

  void all() {
    for (ParameterDescription parameter : algorithm.parameters()) {
      String name = parameter.name();
      if (parameter.type().isFeatures()
          && !parameter.optional()
          && parameters.sources(name).isEmpty()) {
        throw parameters.missing(name);
      }
      checkCrs(name);
      Object value = parameters.given(name);
      if (value == null) {
        continue;
      }
      parameters.checkExpressions(parameter, value);
      if (value instanceof DataDefined defined && defined.unit() != null) {
        value = new Distance(0, defined.unit());
      }
      if (parameter.type() == ParameterType.FIELD) {
        for (FeatureTable source : parameters.sources(parameter.of())) {
          checkFields(parameter, source);
        }
      } else if (value instanceof Distance distance) {
        for (Crs crs : unitsOf(parameter)) {
          if (!parameter.ellipsoidal() || !distance.isGeodesicIn(crs)) {
            parameters.inUnits(parameter, distance, crs);
          }
        }
      }
    }
  }

  /** Layers in another system than the main input are projected, which must be possible. */
  private void checkCrs(String name) {
    String first = algorithm.mainInput().isEmpty() ? name : algorithm.mainInput();
    List<FeatureTable> main = parameters.sources(first);
    Crs wanted = main.isEmpty() ? Crs.UNKNOWN : main.get(0).crs();
    for (FeatureTable table : parameters.sources(name)) {
      if (wanted.isKnown() && table.crs().isKnown() && !Definitions.same(wanted, table.crs())) {
        parameters.definitions().between(table.crs(), wanted);
      }
    }
  }

  /** The CRS that a distance is measured in; none when its layer is not given. */
  private List<Crs> unitsOf(ParameterDescription parameter) {
    if (parameters.given(parameter.of()) instanceof Crs crs) {
      return List.of(crs);
    }
    List<FeatureTable> tables = parameters.sources(parameter.of());
    return tables.isEmpty() ? List.of() : List.of(tables.get(0).crs());
  }

  private void checkFields(ParameterDescription parameter, FeatureTable input) {
    List<String> there = input.fields().stream().map(Field::name).toList();
    for (String name : parameters.texts(parameter.name())) {
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
}
