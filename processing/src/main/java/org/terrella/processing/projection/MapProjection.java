package org.terrella.processing.projection;

/**
 * Between longitude and latitude in radians, from the prime meridian of the system, and its x and y
 * in its own units. What cannot be computed becomes NaN.
 */
interface MapProjection {
  /** Replaces longitude and latitude by x and y. */
  void forward(double[] at);

  /** Replaces x and y by longitude and latitude. */
  void inverse(double[] at);
}
