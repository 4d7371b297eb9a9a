package org.terrella.processing.algorithm;

import org.locationtech.jts.geom.TopologyException;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;

/** An algorithm that needs many features at once: a description and a function. */
final class TableAlgorithm implements Algorithm {
  private final AlgorithmDescription description;
  private final Computation computation;
  private final Cutting cutting;

  /** What becomes of a table. */
  @FunctionalInterface
  interface Computation {
    Results of(FeatureTable input, Parameters parameters, Progress progress);
  }

  private TableAlgorithm(
      AlgorithmDescription description, Computation computation, Cutting cutting) {
    this.description = description;
    this.computation = computation;
    this.cutting = cutting;
  }

  static TableAlgorithm of(AlgorithmDescription description, Computation computation) {
    return new TableAlgorithm(description, computation, Cutting.WHOLE);
  }

  /**
   * The same for a function that may take the rows in slices. Where an expression looks at all
   * rows, it gets all rows.
   *
   * @param rows most rows of a slice: enough to keep a worker busy for a while
   */
  TableAlgorithm inSlices(int rows) {
    return new TableAlgorithm(description, computation, new Cutting(rows, 10 * rows, false, false));
  }

  /** The same for slices of the main input, where their results put together are the whole one. */
  TableAlgorithm inSlices() {
    return new TableAlgorithm(description, computation, Cutting.largeSlices());
  }

  @Override
  public AlgorithmDescription description() {
    return description;
  }

  @Override
  public Cutting cutting(Parameters parameters) {
    return parameters.usesAllRows() ? Cutting.WHOLE : cutting;
  }

  @Override
  public Results compute(FeatureTable input, Parameters parameters, Progress progress) {
    try {
      return computation.of(input, parameters, progress);
    } catch (TopologyException e) {
      throw new TerrellaException(
          "invalid-geometry",
          "A feature of \""
              + input.name()
              + "\" cannot be computed by "
              + description.id()
              + ": "
              + e.getMessage(),
          e);
    }
  }
}
