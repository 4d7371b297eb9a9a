package org.terrella.processing.geometry;

import static org.terrella.exact.ExactMath.PI;
import static org.terrella.exact.ExactMath.abs;
import static org.terrella.exact.ExactMath.atan;
import static org.terrella.exact.ExactMath.atan2;
import static org.terrella.exact.ExactMath.cos;
import static org.terrella.exact.ExactMath.exp;
import static org.terrella.exact.ExactMath.log;
import static org.terrella.exact.ExactMath.sin;
import static org.terrella.exact.ExactMath.sqrt;
import static org.terrella.exact.ExactMath.toDegrees;
import static org.terrella.exact.ExactMath.toRadians;

import org.locationtech.jts.geom.Coordinate;

/**
 * A plane in metres around a place on the WGS 84 ellipsoid, x to the east and y to the north.
 *
 * <p>The ellipsoid is mapped conformally onto the sphere of the Gaussian radius at the centre
 * (Gauss 1843; Snyder, Map Projections, 1987, p. 15–18 for the formulas of the latitudes), then the
 * sphere by the azimuthal equidistant projection. Lengths within 250 km of the centre are true to
 * 0.03 %, distances from the centre far better.
 */
final class LocalPlane {
  /** Semi-major axis of WGS 84 in metres. */
  static final double EQUATOR_RADIUS = 6378137;

  private static final double FLATTENING = 1 / 298.257223563;
  private static final double SQUARED_ECCENTRICITY = FLATTENING * (2 - FLATTENING);
  private static final double ECCENTRICITY = sqrt(SQUARED_ECCENTRICITY);
  private static final double NEAR_POLE = toRadians(90 - 1e-10);

  private final double longitude;
  private final double stretch;
  private final double isometricShift;
  private final double sineCentre;
  private final double cosineCentre;
  private final double radius;

  /** The plane around a place given in degrees. */
  LocalPlane(double longitudeDegrees, double latitudeDegrees) {
    longitude = longitudeDegrees;
    double latitude = toRadians(Math.max(-90, Math.min(90, latitudeDegrees)));
    double cosine = cos(latitude);
    double second = SQUARED_ECCENTRICITY / (1 - SQUARED_ECCENTRICITY);
    stretch = sqrt(1 + second * cosine * cosine * cosine * cosine);
    sineCentre = sin(latitude) / stretch;
    cosineCentre = sqrt(1 - sineCentre * sineCentre);
    double w = 1 - SQUARED_ECCENTRICITY * sin(latitude) * sin(latitude);
    radius = EQUATOR_RADIUS * sqrt(1 - SQUARED_ECCENTRICITY) / w;
    isometricShift =
        abs(latitude) > NEAR_POLE
            ? 0
            : isometricOfSphere(sineCentre, cosineCentre) - stretch * isometric(latitude);
  }

  /** Isometric latitude on a sphere; odd, so that the south is as exact as the north. */
  private static double isometricOfSphere(double sine, double cosine) {
    return sine >= 0 ? log((1 + sine) / cosine) : -log((1 - sine) / cosine);
  }

  /** Isometric latitude on the ellipsoid. */
  private static double isometric(double latitude) {
    double sine = sin(latitude);
    double flat = ECCENTRICITY * sine;
    return isometricOfSphere(sine, cos(latitude)) - ECCENTRICITY / 2 * log((1 + flat) / (1 - flat));
  }

  /** Degrees of longitude and latitude to metres. */
  Coordinate toPlane(double longitudeDegrees, double latitudeDegrees) {
    double latitude = toRadians(latitudeDegrees);
    double sine;
    double cosine;
    if (abs(latitude) > NEAR_POLE) {
      sine = latitude > 0 ? 1 : -1;
      cosine = 0;
    } else {
      double grown = exp(stretch * isometric(latitude) + isometricShift);
      double square = grown * grown;
      sine = (square - 1) / (square + 1);
      cosine = 2 * grown / (square + 1);
    }
    double angle = stretch * toRadians(wrapped(longitudeDegrees - longitude));
    double east = cosine * sin(angle);
    double north = cosineCentre * sine - sineCentre * cosine * cos(angle);
    double up = sineCentre * sine + cosineCentre * cosine * cos(angle);
    double across = sqrt(east * east + north * north);
    if (across == 0) {
      return new Coordinate(0, up > 0 ? 0 : PI * radius);
    }
    double scale = radius * atan2(across, up) / across;
    return new Coordinate(east * scale, north * scale);
  }

  /** Metres to degrees; the longitude within half a turn of the centre's. */
  Coordinate toDegreesFrom(double x, double y) {
    double length = sqrt(x * x + y * y);
    if (length == 0) {
      return new Coordinate(longitude, toDegrees(centreLatitude()));
    }
    double arc = length / radius;
    double across = sin(arc);
    double up = cos(arc);
    double east = across * x / length;
    double north = across * y / length;
    double sine = sineCentre * up + cosineCentre * north;
    double forward = cosineCentre * up - sineCentre * north;
    double cosine = sqrt(east * east + forward * forward);
    double angle = atan2(east, forward);
    double latitude;
    if (cosine < 1e-12) {
      latitude = sine > 0 ? PI / 2 : -PI / 2;
    } else {
      double sphere = isometricOfSphere(sine, cosine);
      latitude = ofIsometric((sphere - isometricShift) / stretch);
    }
    return new Coordinate(longitude + toDegrees(angle / stretch), toDegrees(latitude));
  }

  private double centreLatitude() {
    return cosineCentre < 1e-12
        ? (sineCentre > 0 ? PI / 2 : -PI / 2)
        : ofIsometric((isometricOfSphere(sineCentre, cosineCentre) - isometricShift) / stretch);
  }

  /** The latitude on the ellipsoid: a fixed point that gains two digits and more each time. */
  private static double ofIsometric(double isometric) {
    double correction = 0;
    double latitude = 0;
    for (int i = 0; i < 6; i++) {
      latitude = 2 * atan(exp(isometric + correction)) - PI / 2;
      double flat = ECCENTRICITY * sin(latitude);
      correction = ECCENTRICITY / 2 * log((1 + flat) / (1 - flat));
    }
    return latitude;
  }

  private static double wrapped(double degrees) {
    if (degrees >= -180 && degrees <= 180) {
      return degrees;
    }
    return degrees - 360 * Math.floor((degrees + 180) / 360);
  }
}
