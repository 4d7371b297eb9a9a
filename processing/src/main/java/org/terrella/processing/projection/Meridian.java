package org.terrella.processing.projection;

import org.terrella.exact.ExactMath;

/**
 * Lengths and latitudes on a meridian of an ellipsoid whose equator has radius 1. Formulas of
 * Snyder (1987), Map Projections: A Working Manual.
 *
 * @param e2 the square of the eccentricity
 */
record Meridian(double e2) {
  /** The length of the meridian from the equator: formula 3-21. */
  double arc(double latitude) {
    double e4 = e2 * e2;
    double e6 = e4 * e2;
    return (1 - e2 / 4 - 3 * e4 / 64 - 5 * e6 / 256) * latitude
        - (3 * e2 / 8 + 3 * e4 / 32 + 45 * e6 / 1024) * ExactMath.sin(2 * latitude)
        + (15 * e4 / 256 + 45 * e6 / 1024) * ExactMath.sin(4 * latitude)
        - (35 * e6 / 3072) * ExactMath.sin(6 * latitude);
  }

  /** The radius of the parallel: formula 14-15. */
  double parallel(double latitude) {
    return ExactMath.cos(latitude) * normal(latitude);
  }

  /** The radius of curvature across the meridian. */
  double normal(double latitude) {
    double sine = ExactMath.sin(latitude);
    return 1 / ExactMath.sqrt(1 - e2 * sine * sine);
  }

  /** The isometric latitude, the y of Mercator's projection: formula 7-7. */
  double isometric(double latitude) {
    double e = ExactMath.sqrt(e2);
    double sine = e * ExactMath.sin(latitude);
    return ExactMath.log(ExactMath.tan(ExactMath.PI / 4 + latitude / 2))
        + e / 2 * ExactMath.log((1 - sine) / (1 + sine));
  }

  /** The latitude with that isometric latitude, by iteration: formula 7-9. */
  double ofIsometric(double y) {
    double e = ExactMath.sqrt(e2);
    double t = ExactMath.exp(-y);
    double latitude = ExactMath.PI / 2 - 2 * ExactMath.atan(t);
    for (int i = 0; i < 15; i++) {
      double sine = e * ExactMath.sin(latitude);
      double next =
          ExactMath.PI / 2 - 2 * ExactMath.atan(t * ExactMath.pow((1 - sine) / (1 + sine), e / 2));
      double moved = ExactMath.abs(next - latitude);
      latitude = next;
      if (moved < 1e-15) {
        break;
      }
    }
    return latitude;
  }

  /** The sine of the latitude on the sphere of the same surface: formulas 3-11 and 3-12. */
  double authalicSine(double latitude) {
    return q(ExactMath.sin(latitude)) / q(1);
  }

  /** The radius of the sphere of the same surface: formula 3-13. */
  double authalicRadius() {
    return ExactMath.sqrt(q(1) / 2);
  }

  private double q(double sine) {
    if (e2 == 0) {
      return 2 * sine;
    }
    double e = ExactMath.sqrt(e2);
    double es = e * sine;
    return (1 - e2) * (sine / (1 - es * es) - ExactMath.log((1 - es) / (1 + es)) / (2 * e));
  }
}
