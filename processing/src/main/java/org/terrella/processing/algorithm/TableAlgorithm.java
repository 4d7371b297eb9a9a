package org.terrella.processing.algorithm;

import org.terrella.processing.feature.FeatureTable;

/** An algorithm that needs all features at once: a description and a function. */
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
    return cutting;
  }

  @Override
  public Results compute(FeatureTable input, Parameters parameters, Progress progress) {
    return computation.of(input, parameters, progress);
  }
}
