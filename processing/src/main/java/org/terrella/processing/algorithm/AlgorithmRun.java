package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.processing.feature.FeatureTable;

/** Runs an algorithm here and now: the same slices as workers would get, one after the other. */
public final class AlgorithmRun {
  private AlgorithmRun() {}

  /** The slices of {@code input} that may be computed apart, at least one. */
  public static List<FeatureTable> slices(
      Algorithm algorithm, FeatureTable input, Parameters parameters) {
    if (!algorithm.parallel(parameters)) {
      return List.of(input);
    }
    int rows = algorithm.sliceRows(parameters);
    List<FeatureTable> slices = new ArrayList<>();
    for (int from = 0; from < input.size(); from += rows) {
      slices.add(input.slice(from, Math.min(input.size(), from + rows)));
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
