package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.processing.feature.FeatureTable;

/** Runs an algorithm here and now: the same slices as workers would get, one after the other. */
public final class AlgorithmRun {
  /** Slices of few but large features end here, so that all workers get some. */
  private static final int SLICE_VERTICES = 4000;

  private AlgorithmRun() {}

  /** The slices of {@code input} that may be computed apart, at least one. */
  public static List<FeatureTable> slices(
      Algorithm algorithm, FeatureTable input, Parameters parameters) {
    if (!algorithm.parallel(parameters)) {
      return List.of(input);
    }
    int rows = algorithm.sliceRows(parameters);
    List<FeatureTable> slices = new ArrayList<>();
    int from = 0;
    for (int row = 0; row < input.size(); row++) {
      int vertices = input.geometry().endVertex(row) - input.geometry().firstVertex(from);
      if (row + 1 - from >= rows || vertices >= SLICE_VERTICES) {
        slices.add(input.slice(from, row + 1));
        from = row + 1;
      }
    }
    if (from < input.size()) {
      slices.add(input.slice(from, input.size()));
    }
    return slices.isEmpty() ? List.of(input) : slices;
  }

  /** The result for all rows of {@code input}. */
  public static FeatureTable run(
      Algorithm algorithm, FeatureTable input, Parameters parameters, Progress progress) {
    parameters.checkAgainst(input);
    List<FeatureTable> slices = slices(algorithm, input, parameters);
    List<FeatureTable> parts = new ArrayList<>();
    double share = 0.9 / slices.size();
    for (int i = 0; i < slices.size(); i++) {
      Progress ofSlice = progress.between(share * i, share * (i + 1));
      parts.add(algorithm.compute(slices.get(i), parameters, ofSlice));
    }
    FeatureTable result =
        algorithm.parallel(parameters)
            ? algorithm.combine(parts, parameters, progress.between(0.9, 1))
            : parts.get(0);
    progress.report(1, "");
    return result;
  }
}
