package org.terrella.processing.algorithm;

import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;

/**
 * A length as somebody gave it.
 *
 * @param unit null for the units of the layer's CRS
 */
public record Distance(double value, DistanceUnit unit) {
  /**
   * Whether it is metres on a layer in degrees, which only algorithms on the ellipsoid can take.
   */
  public boolean isGeodesicIn(Crs crs) {
    return crs.geographic() && unit != null && unit != DistanceUnit.DEGREES;
  }

  /** The length in metres, where it names a unit other than degrees. */
  public double meters() {
    if (unit == null || unit == DistanceUnit.DEGREES) {
      throw new IllegalStateException("no metric unit");
    }
    return value * unit.meters();
  }

  /**
   * The length in the coordinate units of {@code crs}.
   *
   * @throws TerrellaException invalid-argument when that cannot be known, naming the reason
   */
  public double in(Crs crs) {
    if (unit == null || (unit == DistanceUnit.DEGREES && crs.geographic())) {
      return value;
    }
    String what = "A distance in " + unit.label();
    if (unit == DistanceUnit.DEGREES) {
      throw TerrellaException.invalid(
          what + " cannot be used on a layer that is not in degrees" + named(crs) + ".");
    }
    if (crs.geographic()) {
      throw TerrellaException.invalid(
          what + " cannot be used here on a layer in degrees" + named(crs) + "; reproject it.");
    }
    if (!(crs.metersPerUnit() > 0)) {
      throw TerrellaException.invalid(
          what + " needs a layer whose coordinate reference system is known; set it first.");
    }
    return value * unit.meters() / crs.metersPerUnit();
  }

  private static String named(Crs crs) {
    return crs.id().isEmpty() ? "" : " (" + crs.id() + ")";
  }
}
