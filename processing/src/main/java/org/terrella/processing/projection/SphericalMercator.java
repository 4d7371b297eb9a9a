package org.terrella.processing.projection;

import org.terrella.exact.ExactMath;

/** The Mercator projection of a sphere, which is that of map tiles. */
final class SphericalMercator implements MapProjection {
  private final double radius;

  SphericalMercator(double radius) {
    this.radius = radius;
  }

  /** As Snyder (1987), Map Projections: A Working Manual, formula 7-2; none at the poles. */
  @Override
  public void forward(double[] at) {
    double latitude = at[1];
    at[0] = radius * at[0];
    at[1] =
        ExactMath.abs(latitude) < ExactMath.PI / 2
            ? radius * ExactMath.log(ExactMath.tan(ExactMath.PI / 4 + latitude / 2))
            : Double.NaN;
  }

  @Override
  public void inverse(double[] at) {
    at[0] = at[0] / radius;
    at[1] = 2 * ExactMath.atan(ExactMath.exp(at[1] / radius)) - ExactMath.PI / 2;
  }
}
