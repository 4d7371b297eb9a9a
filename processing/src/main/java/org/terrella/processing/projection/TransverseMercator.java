package org.terrella.processing.projection;

import org.terrella.exact.ExactMath;

/**
 * The transverse Mercator projection by Krüger's series to the sixth order of the third flattening:
 * Karney (2011), Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85, formulas
 * 7 to 11 and 35 to 36, with the conformal latitude by series, too. Sines of multiple angles come
 * from one sine and cosine, which are most of the cost.
 */
final class TransverseMercator implements MapProjection {
  private final double radius;
  private final double[] forward;
  private final double[] inverse;
  private final double[] conformal;
  private final double[] geodetic;
  private double northing;

  /**
   * A projection of an ellipsoid whose equator has radius 1.
   *
   * @param e2 the square of the eccentricity
   * @param latitude where y is 0, in radians
   */
  TransverseMercator(double e2, double latitude) {
    double f = 1 - ExactMath.sqrt(1 - e2);
    double n = f / (2 - f);
    double n2 = n * n;
    radius = (1 + n2 * (1.0 / 4 + n2 * (1.0 / 64 + n2 / 256))) / (1 + n);
    forward =
        new double[] {
          series(n, 1.0 / 2, -2.0 / 3, 5.0 / 16, 41.0 / 180, -127.0 / 288, 7891.0 / 37800),
          series(n, 0, 13.0 / 48, -3.0 / 5, 557.0 / 1440, 281.0 / 630, -1983433.0 / 1935360),
          series(n, 0, 0, 61.0 / 240, -103.0 / 140, 15061.0 / 26880, 167603.0 / 181440),
          series(n, 0, 0, 0, 49561.0 / 161280, -179.0 / 168, 6601661.0 / 7257600),
          series(n, 0, 0, 0, 0, 34729.0 / 80640, -3418889.0 / 1995840),
          series(n, 0, 0, 0, 0, 0, 212378941.0 / 319334400)
        };
    inverse =
        new double[] {
          series(n, 1.0 / 2, -2.0 / 3, 37.0 / 96, -1.0 / 360, -81.0 / 512, 96199.0 / 604800),
          series(n, 0, 1.0 / 48, 1.0 / 15, -437.0 / 1440, 46.0 / 105, -1118711.0 / 3870720),
          series(n, 0, 0, 17.0 / 480, -37.0 / 840, -209.0 / 4480, 5569.0 / 90720),
          series(n, 0, 0, 0, 4397.0 / 161280, -11.0 / 504, -830251.0 / 7257600),
          series(n, 0, 0, 0, 0, 4583.0 / 161280, -108847.0 / 3991680),
          series(n, 0, 0, 0, 0, 0, 20648693.0 / 638668800)
        };
    conformal =
        new double[] {
          series(n, -2, 2.0 / 3, 4.0 / 3, -82.0 / 45, 32.0 / 45, 4642.0 / 4725),
          series(n, 0, 5.0 / 3, -16.0 / 15, -13.0 / 9, 904.0 / 315, -1522.0 / 945),
          series(n, 0, 0, -26.0 / 15, 34.0 / 21, 8.0 / 5, -12686.0 / 2835),
          series(n, 0, 0, 0, 1237.0 / 630, -12.0 / 5, -24832.0 / 14175),
          series(n, 0, 0, 0, 0, -734.0 / 315, 109598.0 / 31185),
          series(n, 0, 0, 0, 0, 0, 444337.0 / 155925)
        };
    geodetic =
        new double[] {
          series(n, 2, -2.0 / 3, -2, 116.0 / 45, 26.0 / 45, -2854.0 / 675),
          series(n, 0, 7.0 / 3, -8.0 / 5, -227.0 / 45, 2704.0 / 315, 2323.0 / 945),
          series(n, 0, 0, 56.0 / 15, -136.0 / 35, -1262.0 / 105, 73814.0 / 2835),
          series(n, 0, 0, 0, 4279.0 / 630, -332.0 / 35, -399572.0 / 14175),
          series(n, 0, 0, 0, 0, 4174.0 / 315, -144838.0 / 6237),
          series(n, 0, 0, 0, 0, 0, 601676.0 / 22275)
        };
    double[] origin = {0, latitude};
    forward(origin);
    northing = origin[1];
  }

  /** A polynomial without a constant. */
  private static double series(double n, double... coefficients) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = n * (coefficients[i] + sum);
    }
    return sum;
  }

  @Override
  public void forward(double[] at) {
    double sine = ExactMath.sin(at[1]);
    double cosine = ExactMath.cos(at[1]);
    double turn = sum(conformal, 2 * sine * cosine, cosine * cosine - sine * sine);
    double u = sine * cosSmall(turn) + cosine * sinSmall(turn);
    double across = cosine * cosSmall(turn) - sine * sinSmall(turn);
    double v = across * ExactMath.cos(at[0]);
    double w = across * ExactMath.sin(at[0]);
    double square = u * u + v * v;
    if (square < 1e-12) {
      // A quarter of the world away the series do not converge.
      at[0] = Double.NaN;
      at[1] = Double.NaN;
      return;
    }
    double length = ExactMath.sqrt(square);
    double xi = ExactMath.atan2(u, v);
    double eta = asinh(w / length);
    complexSum(
        forward,
        2 * u * v / square,
        (v * v - u * u) / square,
        2 * w / square,
        (1 + w * w) / square,
        at);
    double x = radius * (eta + at[0]);
    at[1] = radius * (xi + at[1]) - northing;
    at[0] = x;
  }

  @Override
  public void inverse(double[] at) {
    double eta = at[0] / radius;
    double xi = (at[1] + northing) / radius;
    double sine = ExactMath.sin(xi);
    double cosine = ExactMath.cos(xi);
    double sinh = sinh(eta);
    double cosh = ExactMath.sqrt(1 + sinh * sinh);
    complexSum(
        inverse,
        2 * sine * cosine,
        cosine * cosine - sine * sine,
        2 * sinh * cosh,
        1 + 2 * sinh * sinh,
        at);
    double alongSine = sine * cosSmall(at[1]) - cosine * sinSmall(at[1]);
    double alongCosine = cosine * cosSmall(at[1]) + sine * sinSmall(at[1]);
    double acrossSinh = sinh(eta - at[0]);
    double level = ExactMath.sqrt(acrossSinh * acrossSinh + alongCosine * alongCosine);
    double chi = ExactMath.atan2(alongSine, level);
    double scale = 1 / (alongSine * alongSine + level * level);
    at[0] = ExactMath.atan2(acrossSinh, alongCosine);
    at[1] =
        chi
            + sum(
                geodetic,
                2 * alongSine * level * scale,
                (level * level - alongSine * alongSine) * scale);
  }

  /** Clenshaw's sum of coefficients times sines of multiples of an angle. */
  private static double sum(double[] coefficients, double sine, double cosine) {
    double twice = 2 * cosine;
    double one = 0;
    double two = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      double next = coefficients[k] + twice * one - two;
      two = one;
      one = next;
    }
    return one * sine;
  }

  /**
   * The same for a complex angle: into {@code at} the imaginary part, then the real part, of the
   * sum over k of coefficients times sin(2k(ξ + iη)).
   */
  private static void complexSum(
      double[] coefficients, double sine, double cosine, double sinh, double cosh, double[] at) {
    double re = 2 * cosine * cosh;
    double im = -2 * sine * sinh;
    double oneRe = 0;
    double oneIm = 0;
    double twoRe = 0;
    double twoIm = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      double nextRe = coefficients[k] + re * oneRe - im * oneIm - twoRe;
      double nextIm = re * oneIm + im * oneRe - twoIm;
      twoRe = oneRe;
      twoIm = oneIm;
      oneRe = nextRe;
      oneIm = nextIm;
    }
    double sineRe = sine * cosh;
    double sineIm = cosine * sinh;
    at[1] = oneRe * sineRe - oneIm * sineIm;
    at[0] = oneRe * sineIm + oneIm * sineRe;
  }

  /** Exact to the last bits for angles below 0.01, as the differences of latitudes are. */
  private static double sinSmall(double a) {
    double s = a * a;
    return a * (1 - s / 6 * (1 - s / 20 * (1 - s / 42)));
  }

  private static double cosSmall(double a) {
    double s = a * a;
    return 1 - s / 2 * (1 - s / 12 * (1 - s / 30));
  }

  /** Within 2⁻⁵² of the arc, not of its size: that is a nanometre on the earth. */
  private static double asinh(double a) {
    double size = ExactMath.abs(a);
    double value = ExactMath.log(size + ExactMath.sqrt(size * size + 1));
    return a < 0 ? -value : value;
  }

  private static double sinh(double a) {
    double grown = ExactMath.expm1(ExactMath.abs(a));
    double value = (grown + grown / (grown + 1)) / 2;
    return a < 0 ? -value : value;
  }
}
