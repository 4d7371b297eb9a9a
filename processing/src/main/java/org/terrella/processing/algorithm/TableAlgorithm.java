package org.terrella.processing.algorithm;

import org.terrella.processing.feature.FeatureTable;

/** An algorithm that needs all features at once: a description and a function. */
final class TableAlgorithm implements Algorithm {
  private final AlgorithmDescription description;
  private final Computation computation;

  /** What becomes of a table. */
  @FunctionalInterface
  interface Computation {
    Results of(FeatureTable input, Parameters parameters, Progress progress);
  }

  private TableAlgorithm(AlgorithmDescription description, Computation computation) {
    this.description = description;
    this.computation = computation;
  }

  static TableAlgorithm of(AlgorithmDescription description, Computation computation) {
    return new TableAlgorithm(description, computation);
  }

  @Override
  public AlgorithmDescription description() {
    return description;
  }

  @Override
  public Cutting cutting(Parameters parameters) {
    return Cutting.WHOLE;
  }

  @Override
  public Results compute(FeatureTable input, Parameters parameters, Progress progress) {
    return computation.of(input, parameters, progress);
  }
}
