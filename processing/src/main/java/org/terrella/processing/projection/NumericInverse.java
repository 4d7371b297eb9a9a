package org.terrella.processing.projection;

import org.terrella.exact.ExactMath;

/** A projection whose inverse is found by Newton's method. */
final class NumericInverse implements MapProjection {
  private static final double STEP = 1e-6;
  private static final double LARGEST_STEP = 0.2;
  private static final int ITERATIONS = 60;

  private final MapProjection projection;
  private final double longitude;
  private final double latitude;
  private final double scale;

  /**
   * A projection with another inverse.
   *
   * @param longitude of a place in the middle, in radians, as {@code latitude}
   * @param scale units of x and y in a radian, roughly
   */
  NumericInverse(MapProjection projection, double longitude, double latitude, double scale) {
    this.projection = projection;
    this.longitude = longitude;
    this.latitude = latitude;
    this.scale = scale;
  }

  @Override
  public void forward(double[] at) {
    projection.forward(at);
  }

  @Override
  public void inverse(double[] at) {
    double x = at[0];
    double y = at[1];
    double lon = longitude;
    double lat = latitude;
    double[] here = new double[2];
    double[] east = new double[2];
    double[] north = new double[2];
    for (int i = 0; i < ITERATIONS; i++) {
      at(lon, lat, here);
      at(lon + STEP, lat, east);
      double up = lat > 0 ? -STEP : STEP;
      at(lon, lat + up, north);
      double dx = (x - here[0]) / scale;
      double dy = (y - here[1]) / scale;
      double xOfLon = (east[0] - here[0]) / (STEP * scale);
      double yOfLon = (east[1] - here[1]) / (STEP * scale);
      double xOfLat = (north[0] - here[0]) / (up * scale);
      double yOfLat = (north[1] - here[1]) / (up * scale);
      double determinant = xOfLon * yOfLat - xOfLat * yOfLon;
      double dLon = (dx * yOfLat - dy * xOfLat) / determinant;
      double dLat = (dy * xOfLon - dx * yOfLon) / determinant;
      if (dLon - dLon != 0 || dLat - dLat != 0) {
        break;
      }
      double length = ExactMath.max(ExactMath.abs(dLon), ExactMath.abs(dLat));
      double shortened = length > LARGEST_STEP ? LARGEST_STEP / length : 1;
      lon += shortened * dLon;
      double pole = ExactMath.PI / 2;
      lat = ExactMath.max(-pole, ExactMath.min(pole, lat + shortened * dLat));
      if (length < 1e-14) {
        break;
      }
    }
    at(lon, lat, here);
    boolean found = ExactMath.abs(here[0] - x) + ExactMath.abs(here[1] - y) < 1e-9 * scale;
    at[0] = found ? lon : Double.NaN;
    at[1] = found ? lat : Double.NaN;
  }

  private void at(double lon, double lat, double[] place) {
    place[0] = lon;
    place[1] = lat;
    projection.forward(place);
  }
}
