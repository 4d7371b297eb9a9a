package org.terrella.processing.algorithm;

import java.util.List;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;

/**
 * A computation from a table of features to another, which can be done on slices of rows apart.
 *
 * <p>Slices are cut by {@link #sliceRows}, never by the number of workers, so that the result has
 * the same bits however many workers there are. {@link AlgorithmRun} shows the order of calls.
 */
public interface Algorithm {
  /** What it is called, takes and gives. */
  AlgorithmDescription description();

  /** Whether {@link #compute} may be given slices, with these parameters. */
  boolean parallel(Parameters parameters);

  /** Rows of a slice; the last may be shorter. */
  default int sliceRows(Parameters parameters) {
    return 500;
  }

  /**
   * The result for a slice of rows, or for all rows where {@link #parallel} is false.
   *
   * @param input the slice; a name that it gives to its result is kept
   */
  FeatureTable compute(FeatureTable input, Parameters parameters, Progress progress);

  /**
   * Joins the results of all slices, in the order of the slices; by default one after the other.
   */
  default FeatureTable combine(List<FeatureTable> parts, Parameters parameters, Progress progress) {
    return FeatureTables.concat(parts);
  }

  /** Whether {@link #combine} does no more than put the results one after the other. */
  default boolean concatenates(Parameters parameters) {
    return true;
  }
}
