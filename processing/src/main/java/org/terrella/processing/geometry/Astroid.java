package org.terrella.processing.geometry;

import static org.terrella.exact.ExactMath.atan2;
import static org.terrella.exact.ExactMath.cbrt;
import static org.terrella.exact.ExactMath.cos;
import static org.terrella.exact.ExactMath.sqrt;

/** Where geodesics to nearly opposite points touch their envelope (Karney 2013, section 5). */
final class Astroid {
  private Astroid() {}

  /** The positive root of k⁴ + 2k³ - (x² + y² - 1)k² - 2y²k - y² = 0. */
  static double root(double x, double y) {
    double p = x * x;
    double q = y * y;
    double r = (p + q - 1) / 6;
    if (q == 0 && r <= 0) {
      return 0;
    }
    double s = p * q / 4;
    double r3 = r * r * r;
    double discriminant = s * (s + 2 * r3);
    double u = r;
    if (discriminant >= 0) {
      double t3 = s + r3;
      t3 += t3 < 0 ? -sqrt(discriminant) : sqrt(discriminant);
      double t = cbrt(t3);
      u += t + (t != 0 ? r * r / t : 0);
    } else {
      u += 2 * r * cos(atan2(sqrt(-discriminant), -(s + r3)) / 3);
    }
    double v = sqrt(u * u + q);
    double uv = u < 0 ? q / (v - u) : u + v;
    double w = (uv - q) / (2 * v);
    return uv / (sqrt(uv + w * w) + w);
  }
}
