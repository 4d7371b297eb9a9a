package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.TopologyException;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.JtsGeometries;

/**
 * An algorithm that looks at one feature at a time: a description, the fields that it adds, and a
 * function from a feature to any number of features with its attributes.
 *
 * <p>A feature without geometry, or with an empty one, stays in the result without geometry and
 * with nulls in the new fields, unless the algorithm {@link #seesAll}. A coordinate that is no
 * number, and a geometry that JTS cannot compute with, are errors that name the feature.
 */
final class FeatureAlgorithm implements Algorithm {
  private static final int QUICK = 0;

  private final AlgorithmDescription description;
  private final Transform transform;
  private final MoreFields fields;
  private final int rows;
  private final boolean all;

  /** What becomes of a feature. */
  @FunctionalInterface
  interface Transform {
    void apply(Feature feature, FeatureSink sink);
  }

  /** The fields behind those of the input; they depend on its fields and the parameters only. */
  @FunctionalInterface
  interface MoreFields {
    List<Field> of(FeatureTable input, Parameters parameters);
  }

  private FeatureAlgorithm(
      AlgorithmDescription description,
      Transform transform,
      MoreFields fields,
      int rows,
      boolean all) {
    this.description = description;
    this.transform = transform;
    this.fields = fields;
    this.rows = rows;
    this.all = all;
  }

  static FeatureAlgorithm of(AlgorithmDescription description, Transform transform) {
    return new FeatureAlgorithm(description, transform, (i, p) -> List.of(), 500, false);
  }

  /** With new fields of one type. */
  FeatureAlgorithm adding(FieldType type, String... names) {
    List<Field> added = new ArrayList<>();
    for (String name : names) {
      added.add(new Field(name, type));
    }
    return adding((input, parameters) -> added);
  }

  FeatureAlgorithm adding(MoreFields added) {
    return new FeatureAlgorithm(description, transform, added, rows, all);
  }

  /** With slices for functions that take hardly any time. */
  FeatureAlgorithm quick() {
    return new FeatureAlgorithm(description, transform, fields, QUICK, all);
  }

  /** With slices for functions that take long. */
  FeatureAlgorithm slow() {
    return new FeatureAlgorithm(description, transform, fields, 200, all);
  }

  /** With all features at once, for results that depend on those before. */
  FeatureAlgorithm whole() {
    return new FeatureAlgorithm(description, transform, fields, Integer.MAX_VALUE, all);
  }

  /** With features that have no geometry, or an empty one, given to the function too. */
  FeatureAlgorithm seesAll() {
    return new FeatureAlgorithm(description, transform, fields, rows, true);
  }

  @Override
  public AlgorithmDescription description() {
    return description;
  }

  @Override
  public Cutting cutting(Parameters parameters) {
    if (parameters.usesAllRows()) {
      return Cutting.WHOLE;
    }
    for (ParameterDescription parameter : description.parameters()) {
      boolean other =
          parameter.type().isFeatures() && !parameters.sources(parameter.name()).isEmpty();
      if (other && !parameter.name().equals(description.mainInput())) {
        return Cutting.largeSlices();
      }
    }
    return switch (rows) {
      case Integer.MAX_VALUE -> Cutting.WHOLE;
      case QUICK -> Cutting.quickSlices();
      default -> Cutting.slices(rows);
    };
  }

  @Override
  public Results compute(FeatureTable input, Parameters parameters, Progress progress) {
    FeatureSink sink = new FeatureSink(input, fields.of(input, parameters));
    for (int row = 0; row < input.size(); row++) {
      if (row % 16 == 0) {
        progress.report((double) row / input.size(), "");
      }
      FeatureNames.requireFinite(input, row);
      Feature feature =
          new Feature(
              input, row, JtsGeometries.of(input.geometry(), row), parameters.at(input, row));
      if (!all && (feature.geometry() == null || feature.geometry().isEmpty())) {
        sink.add(row, null);
        continue;
      }
      try {
        transform.apply(feature, sink);
      } catch (TopologyException e) {
        throw new TerrellaException(
            "invalid-geometry",
            FeatureNames.of(input, row)
                + " cannot be computed by "
                + description.id()
                + ": "
                + e.getMessage(),
            e);
      }
    }
    return Results.of(sink.build(description.label("OUTPUT")));
  }
}
