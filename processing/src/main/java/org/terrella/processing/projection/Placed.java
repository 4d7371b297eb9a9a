package org.terrella.processing.projection;

import org.locationtech.proj4j.datum.Ellipsoid;
import org.terrella.exact.ExactMath;

/** A projection of an ellipsoid with an equator of radius 1, placed by a PROJ string. */
final class Placed implements MapProjection {
  private final MapProjection unit;
  private final double radius;
  private final double longitude;
  private final double easting;
  private final double northing;
  private final double metersPerUnit;

  /**
   * A placed projection.
   *
   * @param unit gives and takes coordinates in radii of the equator, longitudes from the middle
   */
  Placed(MapProjection unit, ProjString string, Ellipsoid ellipsoid, double metersPerUnit) {
    this.unit = unit;
    radius = ellipsoid.equatorRadius * string.number("k_0", string.number("k", 1));
    longitude = string.angle("lon_0", 0);
    easting = string.number("x_0", 0);
    northing = string.number("y_0", 0);
    this.metersPerUnit = metersPerUnit;
  }

  @Override
  public void forward(double[] at) {
    at[0] = within(at[0] - longitude);
    unit.forward(at);
    at[0] = (radius * at[0] + easting) / metersPerUnit;
    at[1] = (radius * at[1] + northing) / metersPerUnit;
  }

  @Override
  public void inverse(double[] at) {
    at[0] = (at[0] * metersPerUnit - easting) / radius;
    at[1] = (at[1] * metersPerUnit - northing) / radius;
    unit.inverse(at);
    at[0] = within(at[0] + longitude);
  }

  /** A longitude in radians brought to at most half a turn either way. */
  static double within(double longitude) {
    double half = ExactMath.PI;
    return ExactMath.abs(longitude) <= half
        ? longitude
        : longitude - 2 * half * ExactMath.floor((longitude + half) / (2 * half));
  }
}
