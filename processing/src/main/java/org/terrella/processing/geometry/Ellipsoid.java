package org.terrella.processing.geometry;

/**
 * An ellipsoid of revolution, not prolate.
 *
 * @param equatorRadius in metres
 * @param flattening 0 for a sphere, at most 1/50
 */
public record Ellipsoid(double equatorRadius, double flattening) {
  public static final Ellipsoid WGS84 = new Ellipsoid(6_378_137, 1 / 298.257223563);

  public Ellipsoid {
    if (!(equatorRadius > 0) || !(flattening >= 0 && flattening <= 0.02)) {
      throw new IllegalArgumentException("the ellipsoid is none");
    }
  }
}
