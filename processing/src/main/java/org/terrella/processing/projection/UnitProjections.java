package org.terrella.processing.projection;

import org.terrella.exact.ExactMath;

/**
 * Projections of an ellipsoid whose equator has radius 1, for those that proj4j does not have or
 * computes on a sphere only. Formulas of Snyder (1987), Map Projections: A Working Manual, where
 * nothing else is said.
 */
final class UnitProjections {
  private static final double POLE = ExactMath.PI / 2;

  private UnitProjections() {}

  /** The way there of a projection whose way back is found by {@link NumericInverse}. */
  @FunctionalInterface
  interface Forward {
    void apply(double longitude, double latitude, double[] at);
  }

  private static MapProjection numeric(double latitude, Forward forward) {
    MapProjection there =
        new MapProjection() {
          @Override
          public void forward(double[] at) {
            forward.apply(at[0], at[1], at);
          }

          @Override
          public void inverse(double[] at) {
            throw new IllegalStateException();
          }
        };
    return new NumericInverse(there, 0, latitude, 1);
  }

  /** Mercator's projection: formulas 7-6 and 7-7. */
  static MapProjection mercator(Meridian meridian, double trueLatitude) {
    double scale = meridian.parallel(trueLatitude);
    return new MapProjection() {
      @Override
      public void forward(double[] at) {
        at[0] = scale * at[0];
        at[1] = ExactMath.abs(at[1]) < POLE ? scale * meridian.isometric(at[1]) : Double.NaN;
      }

      @Override
      public void inverse(double[] at) {
        at[0] = at[0] / scale;
        at[1] = meridian.ofIsometric(at[1] / scale);
      }
    };
  }

  /** Equidistant cylindrical projection of the sphere, as PROJ has it. */
  static MapProjection equidistantCylindrical(double trueLatitude, double middle) {
    double scale = ExactMath.cos(trueLatitude);
    return new MapProjection() {
      @Override
      public void forward(double[] at) {
        at[0] = scale * at[0];
        at[1] = at[1] - middle;
      }

      @Override
      public void inverse(double[] at) {
        at[0] = at[0] / scale;
        at[1] = at[1] + middle;
      }
    };
  }

  /**
   * Polar stereographic projection: formulas 21-30 to 21-40.
   *
   * @param trueLatitude where the scale is true; at the pole for a scale of 1 there
   */
  static MapProjection polarStereographic(Meridian meridian, boolean south, double trueLatitude) {
    double e = ExactMath.sqrt(meridian.e2());
    double sign = south ? -1 : 1;
    double absolute = ExactMath.abs(trueLatitude);
    double scale =
        POLE - absolute < 1e-10
            ? 2 / ExactMath.sqrt(ExactMath.pow(1 + e, 1 + e) * ExactMath.pow(1 - e, 1 - e))
            : meridian.parallel(absolute) * ExactMath.exp(meridian.isometric(absolute));
    return new MapProjection() {
      @Override
      public void forward(double[] at) {
        double latitude = sign * at[1];
        double longitude = at[0];
        double radius =
            latitude >= POLE
                ? 0
                : latitude <= -POLE
                    ? Double.NaN
                    : scale * ExactMath.exp(-meridian.isometric(latitude));
        at[0] = radius * ExactMath.sin(longitude);
        at[1] = -sign * radius * ExactMath.cos(longitude);
      }

      @Override
      public void inverse(double[] at) {
        double x = at[0];
        double y = -sign * at[1];
        double radius = ExactMath.sqrt(x * x + y * y);
        at[0] = radius == 0 ? 0 : ExactMath.atan2(x, y);
        at[1] = sign * (radius == 0 ? POLE : meridian.ofIsometric(-ExactMath.log(radius / scale)));
      }
    };
  }

  /** Equidistant conic projection: formulas 16-1 to 16-11. */
  static MapProjection equidistantConic(
      Meridian meridian, double middle, double first, double second) {
    double n =
        ExactMath.abs(first - second) < 1e-10
            ? ExactMath.sin(first)
            : (meridian.parallel(first) - meridian.parallel(second))
                / (meridian.arc(second) - meridian.arc(first));
    double g = meridian.parallel(first) / n + meridian.arc(first);
    double radius = g - meridian.arc(middle);
    return numeric(
        middle,
        (longitude, latitude, at) -> {
          double distance = g - meridian.arc(latitude);
          at[0] = distance * ExactMath.sin(n * longitude);
          at[1] = radius - distance * ExactMath.cos(n * longitude);
        });
  }

  /** Sinusoidal projection: formulas 30-8 and 30-9. */
  static MapProjection sinusoidal(Meridian meridian) {
    return numeric(
        0,
        (longitude, latitude, at) -> {
          at[0] = longitude * meridian.parallel(latitude);
          at[1] = meridian.arc(latitude);
        });
  }

  /** Polyconic projection: formulas 18-12 to 18-14. */
  static MapProjection polyconic(Meridian meridian, double middle) {
    double northing = meridian.arc(middle);
    return numeric(
        middle,
        (longitude, latitude, at) -> {
          double sine = ExactMath.sin(latitude);
          if (ExactMath.abs(latitude) < 1e-10) {
            at[0] = longitude;
            at[1] = meridian.arc(latitude) - northing;
            return;
          }
          double radius = meridian.normal(latitude) * ExactMath.cos(latitude) / sine;
          at[0] = radius * ExactMath.sin(longitude * sine);
          at[1] =
              meridian.arc(latitude) - northing + radius * (1 - ExactMath.cos(longitude * sine));
        });
  }

  /** Bonne's projection: formulas 19-6 to 19-9. */
  static MapProjection bonne(Meridian meridian, double middle) {
    double cotangent = meridian.normal(middle) * ExactMath.cos(middle) / ExactMath.sin(middle);
    return numeric(
        middle,
        (longitude, latitude, at) -> {
          double radius = cotangent + meridian.arc(middle) - meridian.arc(latitude);
          double angle = radius == 0 ? 0 : meridian.parallel(latitude) * longitude / radius;
          at[0] = radius * ExactMath.sin(angle);
          at[1] = cotangent - radius * ExactMath.cos(angle);
        });
  }

  /** Equal Earth: Šavrič, Patterson and Jenny (2019), doi:10.1080/13658816.2018.1504949. */
  static MapProjection equalEarth(Meridian meridian) {
    double a1 = 1.340264;
    double a2 = -0.081106;
    double a3 = 0.000893;
    double a4 = 0.003796;
    double m = ExactMath.sqrt(3) / 2;
    double radius = meridian.authalicRadius();
    return numeric(
        0,
        (longitude, latitude, at) -> {
          double theta = ExactMath.asin(m * meridian.authalicSine(latitude));
          double square = theta * theta;
          double sixth = square * square * square;
          at[0] =
              radius
                  * longitude
                  * ExactMath.cos(theta)
                  / (m * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)));
          at[1] = radius * theta * (a1 + a2 * square + sixth * (a3 + a4 * square));
        });
  }

  /** Aitoff's projection of the sphere, or Winkel's Tripel where a first parallel is given. */
  static MapProjection aitoff(double parallel) {
    double cosine = ExactMath.cos(parallel);
    boolean tripel = parallel - parallel == 0;
    return numeric(
        0,
        (longitude, latitude, at) -> {
          double c = ExactMath.acos(ExactMath.cos(latitude) * ExactMath.cos(longitude / 2));
          double factor = c == 0 ? 1 : c / ExactMath.sin(c);
          double x = 2 * factor * ExactMath.cos(latitude) * ExactMath.sin(longitude / 2);
          double y = factor * ExactMath.sin(latitude);
          at[0] = tripel ? (x + longitude * cosine) / 2 : x;
          at[1] = tripel ? (y + latitude) / 2 : y;
        });
  }
}
