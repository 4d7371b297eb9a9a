package org.terrella.processing.algorithm;

import org.terrella.processing.feature.FeatureTable;

/** An algorithm that needs many features at once: a description and a function. */
final class TableAlgorithm implements Algorithm {
  /** So many rows go fast to a worker and keep it busy for a while. */
  private static final int ROWS = 50_000;

  private static final int VERTICES = 500_000;

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
   * The same for a function that may take the rows in slices, of many rows each. Where an
   * expression looks at all rows, it gets all rows.
   */
  TableAlgorithm inSlices() {
    return new TableAlgorithm(description, computation, new Cutting(ROWS, VERTICES, false));
  }

  /** The same for a function that takes long for each row. */
  TableAlgorithm inSmallSlices() {
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
    return computation.of(input, parameters, progress);
  }
}
