package org.terrella.processing.algorithm;

import java.util.List;
import org.terrella.processing.feature.FeatureTable;

/**
 * A computation from tables of features to others, and to numbers and texts.
 *
 * <p>The first source among the parameters is the main input, which may be cut into slices; other
 * sources come whole, through {@link Parameters#source}. {@link AlgorithmRun} shows the order of
 * calls. Most algorithms look at one feature at a time and are a {@link FeatureAlgorithm}.
 */
public interface Algorithm {
  /** What it is called, takes and gives. */
  AlgorithmDescription description();

  /** How the main input is cut, with these parameters. */
  Cutting cutting(Parameters parameters);

  /**
   * The result for a slice of the main input, or for all of it where it is not cut.
   *
   * @param input the slice; without rows where the algorithm has no source
   */
  Results compute(FeatureTable input, Parameters parameters, Progress progress);

  /**
   * Joins the results of all slices, in their order. Called only where {@link Cutting#combines};
   * otherwise {@link Results#concat} does it.
   */
  default Results combine(List<Results> parts, Parameters parameters, Progress progress) {
    return Results.concat(parts);
  }
}
