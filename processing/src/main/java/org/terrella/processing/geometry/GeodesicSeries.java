package org.terrella.processing.geometry;

import static org.terrella.exact.ExactMath.abs;
import static org.terrella.exact.ExactMath.cos;
import static org.terrella.exact.ExactMath.sin;
import static org.terrella.exact.ExactMath.sqrt;
import static org.terrella.exact.ExactMath.toRadians;

/**
 * The series of C. F. F. Karney, Algorithms for geodesics, Journal of Geodesy 87 (2013), to the
 * sixth order: equations 17 and 18 (distance), 42 and 43 (reduced length), 24 and 25 (longitude)
 * and 63 (area).
 */
final class GeodesicSeries {
  private static final int ORDER = 6;

  /** Of equation 63: for each term polynomials in n, highest power first, and their divisor. */
  private static final double[][] AREA = {
    {97, 15015},
    {1088, 156, 45045},
    {-224, -4784, 1573, 45045},
    {-10656, 14144, -4576, -858, 45045},
    {64, 624, -4576, 6864, -3003, 15015},
    {100, 208, 572, 3432, -12012, 30030, 45045},
    {1, 9009},
    {-2944, 468, 135135},
    {5792, 1040, -1287, 135135},
    {5952, -11648, 9152, -2574, 135135},
    {-64, -624, 4576, -6864, 3003, 135135},
    {8, 10725},
    {1856, -936, 225225},
    {-8448, 4992, -1144, 225225},
    {-1440, 4160, -4576, 1716, 225225},
    {-136, 63063},
    {1024, -208, 105105},
    {3584, -3328, 1144, 315315},
    {-128, 135135},
    {-2560, 832, 405405},
    {128, 99099}
  };

  private final double n;
  private final double[] area = new double[AREA.length];

  /**
   * @param n the third flattening
   */
  GeodesicSeries(double n) {
    this.n = n;
    for (int i = 0; i < AREA.length; i++) {
      double[] row = AREA[i];
      double sum = 0;
      for (int k = 0; k + 1 < row.length; k++) {
        sum = sum * n + row[k];
      }
      area[i] = sum / row[row.length - 1];
    }
  }

  /** A₁ - 1. */
  static double a1(double e) {
    double e2 = e * e;
    double t = e2 * (e2 * (e2 + 4) + 64) / 256;
    return (t + e) / (1 - e);
  }

  /** A₂ - 1. */
  static double a2(double e) {
    double e2 = e * e;
    double t = e2 * (e2 * (-11 * e2 - 28) - 192) / 256;
    return (t - e) / (1 + e);
  }

  static double[] c1(double e) {
    double e2 = e * e;
    double[] c = {
      0,
      ((6 - e2) * e2 - 16) / 32,
      ((64 - 9 * e2) * e2 - 128) / 2048,
      (9 * e2 - 16) / 768,
      (3 * e2 - 5) / 512,
      -7.0 / 1280,
      -7.0 / 2048
    };
    return timesPowers(c, e);
  }

  /** Of equation 21, which inverts that of {@link #c1}. */
  static double[] c1Inverse(double e) {
    double e2 = e * e;
    double[] c = {
      0,
      (e2 * (205 * e2 - 432) + 768) / 1536,
      (e2 * (4005 * e2 - 4736) + 3840) / 12288,
      (116 - 225 * e2) / 384,
      (2695 - 7173 * e2) / 7680,
      3467.0 / 7680,
      38081.0 / 61440
    };
    return timesPowers(c, e);
  }

  static double[] c2(double e) {
    double e2 = e * e;
    double[] c = {
      0,
      (e2 * (e2 + 2) + 16) / 32,
      (e2 * (35 * e2 + 64) + 384) / 2048,
      (15 * e2 + 80) / 768,
      (7 * e2 + 35) / 512,
      63.0 / 1280,
      77.0 / 2048
    };
    return timesPowers(c, e);
  }

  double a3(double e) {
    double second = 0.25 + n / 8 - 3 * n * n / 8;
    double third = (1 + 3 * n + n * n) / 16;
    return 1
        - e * ((1 - n) / 2 + e * (second + e * (third + e * (3.0 / 64 + n / 32 + e * 3 / 128))));
  }

  double[] c3(double e) {
    double n2 = n * n;
    double[] c = {
      0,
      (1 - n) / 4
          + e
              * ((1 - n2) / 8
                  + e * ((3 + 3 * n - n2) / 64 + e * (5.0 / 128 + n / 64 + e * 3 / 128))),
      (2 - 3 * n + n2) / 32 + e * ((3 - 2 * n - 3 * n2) / 64 + e * ((3 + n) / 128 + e * 5 / 256)),
      (5 - 9 * n + 5 * n2) / 192 + e * ((9 - 10 * n) / 384 + e * 7 / 512),
      (7 - 14 * n) / 512 + e * 7 / 512,
      21.0 / 2560
    };
    return timesPowers(c, e);
  }

  double[] c4(double e) {
    double[] c = new double[ORDER];
    int at = 0;
    for (int l = 0; l < ORDER; l++) {
      for (int j = ORDER - 1; j >= l; j--) {
        c[l] = c[l] * e + area[at++];
      }
    }
    return timesPowers(c, e);
  }

  private static double[] timesPowers(double[] c, double e) {
    double power = e;
    for (int i = 1; i < c.length; i++) {
      c[i] *= power;
      power *= e;
    }
    return c;
  }

  /** The parameter of all series, of k² = e'² cos² α₀. */
  static double epsilon(double k2) {
    return k2 / (2 * (1 + sqrt(1 + k2)) + k2);
  }

  /** Of degrees; exact at the poles. */
  static double sine(double degrees) {
    return abs(degrees) == 90 ? degrees / 90 : sin(toRadians(degrees));
  }

  /** Of degrees; exact at the poles. */
  static double cosine(double degrees) {
    return abs(degrees) == 90 ? 0 : cos(toRadians(degrees));
  }

  /** The sum of c[k] sin 2kσ for k from 1, by Clenshaw's summation. */
  static double sines(double[] c, double sin, double cos) {
    double factor = 2 * (cos - sin) * (cos + sin);
    double last = 0;
    double before = 0;
    for (int k = c.length - 1; k >= 1; k--) {
      double next = factor * last - before + c[k];
      before = last;
      last = next;
    }
    return 2 * sin * cos * last;
  }

  /** The sum of c[k] cos (2k + 1)σ for k from 0. */
  static double cosines(double[] c, double sin, double cos) {
    double factor = 2 * (cos - sin) * (cos + sin);
    double last = 0;
    double before = 0;
    for (int k = c.length - 1; k >= 0; k--) {
      double next = factor * last - before + c[k];
      before = last;
      last = next;
    }
    return cos * (last - before);
  }
}
