package org.terrella.processing.projection;

import org.locationtech.proj4j.datum.Ellipsoid;
import org.terrella.exact.ExactMath;

/**
 * An ellipsoid and how it lies towards that of WGS 84: by a shift of the geocentric coordinates in
 * metres, or a similarity after Helmert in the position vector convention (EPSG method 9606).
 *
 * @param shift x, y, z; or x, y, z, three rotations in radians, the scale; null where unknown
 */
record Datum(Ellipsoid ellipsoid, double[] shift) {
  static final Datum WGS84 = new Datum(Ellipsoid.WGS84, new double[3]);

  /** Whether coordinates on both are the same, or have to be taken for the same. */
  boolean fits(Datum other) {
    if (shift == null || other.shift == null) {
      return true;
    }
    boolean same =
        shift.length == other.shift.length
            && ellipsoid.equatorRadius == other.ellipsoid.equatorRadius
            && ExactMath.abs(ellipsoid.eccentricity2 - other.ellipsoid.eccentricity2) < 5e-11;
    for (int i = 0; same && i < shift.length; i++) {
      same = shift[i] == other.shift[i];
    }
    return same;
  }

  /**
   * Replaces longitude and latitude, in radians on this datum, by those on another; heights are
   * taken for zero.
   */
  void toOther(Datum other, double[] at) {
    double[] place = geocentric(at[0], at[1]);
    toWgs84(place);
    other.fromWgs84(place);
    other.geodetic(place, at);
  }

  private double[] geocentric(double longitude, double latitude) {
    double sine = ExactMath.sin(latitude);
    double normal =
        ellipsoid.equatorRadius / ExactMath.sqrt(1 - ellipsoid.eccentricity2 * sine * sine);
    double fromAxis = normal * ExactMath.cos(latitude);
    return new double[] {
      fromAxis * ExactMath.cos(longitude),
      fromAxis * ExactMath.sin(longitude),
      normal * (1 - ellipsoid.eccentricity2) * sine
    };
  }

  private void toWgs84(double[] p) {
    double x = p[0];
    double y = p[1];
    double z = p[2];
    if (shift.length == 7) {
      double scale = shift[6];
      p[0] = scale * (x - shift[5] * y + shift[4] * z) + shift[0];
      p[1] = scale * (shift[5] * x + y - shift[3] * z) + shift[1];
      p[2] = scale * (-shift[4] * x + shift[3] * y + z) + shift[2];
    } else {
      p[0] = x + shift[0];
      p[1] = y + shift[1];
      p[2] = z + shift[2];
    }
  }

  private void fromWgs84(double[] p) {
    double x = p[0] - shift[0];
    double y = p[1] - shift[1];
    double z = p[2] - shift[2];
    if (shift.length == 7) {
      double scale = 1 / shift[6];
      p[0] = scale * (x + shift[5] * y - shift[4] * z);
      p[1] = scale * (-shift[5] * x + y + shift[3] * z);
      p[2] = scale * (shift[4] * x - shift[3] * y + z);
    } else {
      p[0] = x;
      p[1] = y;
      p[2] = z;
    }
  }

  /** As Bowring (1976), repeated: a second step is exact to 10⁻¹⁵ radians near the surface. */
  private void geodetic(double[] p, double[] at) {
    double a = ellipsoid.equatorRadius;
    double e2 = ellipsoid.eccentricity2;
    double ratio = ExactMath.sqrt(1 - e2);
    double fromAxis = ExactMath.sqrt(p[0] * p[0] + p[1] * p[1]);
    double reduced = ExactMath.atan2(p[2], fromAxis * ratio);
    double latitude = 0;
    for (int i = 0; i < 2; i++) {
      double sine = ExactMath.sin(reduced);
      double cosine = ExactMath.cos(reduced);
      latitude =
          ExactMath.atan2(
              p[2] + e2 / (1 - e2) * a * ratio * sine * sine * sine,
              fromAxis - e2 * a * cosine * cosine * cosine);
      reduced = ExactMath.atan2(ratio * ExactMath.sin(latitude), ExactMath.cos(latitude));
    }
    at[0] = ExactMath.atan2(p[1], p[0]);
    at[1] = latitude;
  }
}
