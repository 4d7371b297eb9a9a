package org.terrella.processing.geometry;

import static org.terrella.exact.ExactMath.abs;
import static org.terrella.exact.ExactMath.atan2;
import static org.terrella.exact.ExactMath.cos;
import static org.terrella.exact.ExactMath.hypot;
import static org.terrella.exact.ExactMath.log1p;
import static org.terrella.exact.ExactMath.max;
import static org.terrella.exact.ExactMath.min;
import static org.terrella.exact.ExactMath.sin;
import static org.terrella.exact.ExactMath.sqrt;
import static org.terrella.exact.ExactMath.toRadians;

import org.terrella.exact.ExactMath;

/**
 * The shortest path between two points of an ellipsoid, and the area between it and the equator,
 * after C. F. F. Karney, Algorithms for geodesics, Journal of Geodesy 87 (2013), sections 4 to 6.
 * Lengths are exact to some nanometres, areas to about 0.1 m² per edge.
 *
 * <p>An instance is reused: {@link #inverse} sets {@link #distance} and {@link #areaBelow}.
 */
final class Geodesic {
  private static final double TINY = 1.5e-154;
  private static final double EPSILON = 0x1p-52;
  private static final double TOLERANCE = 200 * EPSILON;
  private static final double ROOT = 0x1p-26;

  private final double a;
  private final double f;
  private final double f1;
  private final double ep2;
  private final double e2;
  private final double n;
  private final double b;
  private final double c2;
  private final double etol2;
  private final GeodesicSeries series;

  // Of the two ends: sine and cosine of reduced latitude and azimuth, and Bessel's square root.
  private double sbet1;
  private double cbet1;
  private double dn1;
  private double sbet2;
  private double cbet2;
  private double dn2;
  private double salp1;
  private double calp1;
  private double salp2;
  private double calp2;
  private double sig12;
  private double somg12;
  private double comg12;
  private double derivative;
  private double length;
  private double reduced;
  // Of the path tried last.
  private double lastEpsilon;
  private double lastSsig1;
  private double lastCsig1;
  private double lastSsig2;
  private double lastCsig2;
  private double lastChange;
  private double distance;
  private double areaBelow;
  private double azimuthSine;
  private double azimuthCosine;

  Geodesic(Ellipsoid ellipsoid) {
    a = ellipsoid.equatorRadius();
    f = ellipsoid.flattening();
    f1 = 1 - f;
    e2 = f * (2 - f);
    ep2 = e2 / (f1 * f1);
    n = f / (2 - f);
    b = a * f1;
    double e = sqrt(e2);
    c2 = (a * a + b * b * (e == 0 ? 1 : log1p(2 * e / (1 - e)) / 2 / e)) / 2;
    etol2 = 0.1 * ROOT / sqrt(max(0.001, f) * min(1, 1 - f / 2) / 2);
    series = new GeodesicSeries(n);
  }

  /** Metres along the path. */
  double distance() {
    return distance;
  }

  /** Square metres between path and equator, counted from the left to the right. */
  double areaBelow() {
    return areaBelow;
  }

  /** The sine of the direction in which the path begins, clockwise from north. */
  double azimuthSine() {
    return azimuthSine;
  }

  double azimuthCosine() {
    return azimuthCosine;
  }

  /** Square metres of the whole ellipsoid. */
  double wholeArea() {
    return 4 * ExactMath.PI * c2;
  }

  /** A difference of longitudes in degrees, from -180 to 180. */
  static double difference(double lon1, double lon2) {
    double turned = (lon2 - lon1) % 360;
    return turned > 180 ? turned - 360 : turned <= -180 ? turned + 360 : turned;
  }

  /** The path between two points in degrees. */
  void inverse(double lat1, double lon1, double lat2, double lon2) {
    double lon12 = difference(lon1, lon2);
    int sign = lon12 >= 0 ? 1 : -1;
    lon12 = abs(lon12);
    boolean swap = abs(lat1) < abs(lat2);
    double first = swap ? lat2 : lat1;
    double second = swap ? lat1 : lat2;
    int north = first < 0 ? 1 : -1;
    first *= north;
    second *= north;
    double lam12 = toRadians(lon12);
    double slam12 = lon12 == 180 ? 0 : sin(lam12);
    double clam12 = lon12 == 90 ? 0 : cos(lam12);
    sbet1 = f1 * GeodesicSeries.sine(first);
    cbet1 = GeodesicSeries.cosine(first);
    double norm = hypot(sbet1, cbet1);
    sbet1 /= norm;
    cbet1 = max(TINY, cbet1 / norm);
    sbet2 = f1 * GeodesicSeries.sine(second);
    cbet2 = GeodesicSeries.cosine(second);
    norm = hypot(sbet2, cbet2);
    sbet2 /= norm;
    cbet2 = max(TINY, cbet2 / norm);
    if (cbet1 < -sbet1) {
      if (cbet2 == cbet1) {
        sbet2 = sbet2 < 0 ? sbet1 : -sbet1;
      }
    } else if (abs(sbet2) == -sbet1) {
      cbet2 = cbet1;
    }
    dn1 = sqrt(1 + ep2 * sbet1 * sbet1);
    dn2 = sqrt(1 + ep2 * sbet2 * sbet2);
    boolean meridian = first == -90 || slam12 == 0;
    somg12 = 2;
    comg12 = 0;
    if (meridian) {
      meridian = alongMeridian(slam12, clam12);
    }
    if (!meridian) {
      if (sbet1 == 0 && (f == 0 || lon12 <= 180 - f * 180)) {
        calp1 = 0;
        calp2 = 0;
        salp1 = 1;
        salp2 = 1;
        distance = a * lam12;
        double omg12 = lam12 / f1;
        somg12 = sin(omg12);
        comg12 = cos(omg12);
      } else if (!start(lam12, slam12, clam12)) {
        solve(slam12, clam12);
      }
    }
    areaBelow = area(meridian) * sign * north;
    azimuthSine = (swap ? salp2 : salp1) * sign;
    azimuthCosine = (swap ? -calp2 : calp1) * north;
  }

  /** Whether the path runs along a meridian, over a pole perhaps. */
  private boolean alongMeridian(double slam12, double clam12) {
    calp1 = clam12;
    salp1 = slam12;
    calp2 = 1;
    salp2 = 0;
    double csig1 = calp1 * cbet1;
    double csig2 = calp2 * cbet2;
    sig12 = atan2(max(0, csig1 * sbet2 - sbet1 * csig2), csig1 * csig2 + sbet1 * sbet2);
    lengths(n, sbet1, csig1, sbet2, csig2);
    if (sig12 < 1 || reduced >= 0) {
      distance = sig12 < 3 * TINY ? 0 : length * b;
      return true;
    }
    return false;
  }

  private void lengths(double eps, double ssig1, double csig1, double ssig2, double csig2) {
    double a1 = GeodesicSeries.a1(eps);
    double a2 = GeodesicSeries.a2(eps);
    double[] c1 = GeodesicSeries.c1(eps);
    double[] cc2 = GeodesicSeries.c2(eps);
    double b1 = GeodesicSeries.sines(c1, ssig2, csig2) - GeodesicSeries.sines(c1, ssig1, csig1);
    double b2 = GeodesicSeries.sines(cc2, ssig2, csig2) - GeodesicSeries.sines(cc2, ssig1, csig1);
    length = (1 + a1) * (sig12 + b1);
    double j12 = (a1 - a2) * sig12 + ((1 + a1) * b1 - (1 + a2) * b2);
    reduced = dn2 * (csig1 * ssig2) - dn1 * (ssig1 * csig2) - csig1 * csig2 * j12;
  }

  /** A first azimuth for Newton's method; true when the path is so short that it will do. */
  private boolean start(double lam12, double slam12, double clam12) {
    double sbet12 = sbet2 * cbet1 - cbet2 * sbet1;
    double cbet12 = cbet2 * cbet1 + sbet2 * sbet1;
    double sbet12a = sbet2 * cbet1 + cbet2 * sbet1;
    boolean isShort = cbet12 >= 0 && sbet12 < 0.5 && cbet2 * lam12 < 0.5;
    double sine = slam12;
    double cosine = clam12;
    double dnm = 1;
    if (isShort) {
      double sum = (sbet1 + sbet2) * (sbet1 + sbet2);
      sum /= sum + (cbet1 + cbet2) * (cbet1 + cbet2);
      dnm = sqrt(1 + ep2 * sum);
      double omg12 = lam12 / (f1 * dnm);
      sine = sin(omg12);
      cosine = cos(omg12);
    }
    salp1 = cbet2 * sine;
    calp1 =
        cosine >= 0
            ? sbet12 + cbet2 * sbet1 * sine * sine / (1 + cosine)
            : sbet12a - cbet2 * sbet1 * sine * sine / (1 - cosine);
    double ssig12 = hypot(salp1, calp1);
    double csig12 = sbet1 * sbet2 + cbet1 * cbet2 * cosine;
    if (isShort && ssig12 < etol2) {
      salp2 = cbet1 * sine;
      calp2 = sbet12 - cbet1 * sbet2 * (cosine >= 0 ? sine * sine / (1 + cosine) : 1 - cosine);
      double norm = hypot(salp2, calp2);
      salp2 /= norm;
      calp2 /= norm;
      sig12 = atan2(ssig12, csig12);
      normalizeFirst();
      distance = sig12 * b * dnm;
      somg12 = sine;
      comg12 = cosine;
      return true;
    }
    if (csig12 < 0 && ssig12 < 6 * n * ExactMath.PI * cbet1 * cbet1) {
      nearAntipode(slam12, clam12, sbet12a);
    }
    normalizeFirst();
    return false;
  }

  private void normalizeFirst() {
    if (salp1 > 0) {
      double norm = hypot(salp1, calp1);
      salp1 /= norm;
      calp1 /= norm;
    } else {
      salp1 = 1;
      calp1 = 0;
    }
  }

  /** Section 5: on a plane scaled so that the envelope of geodesics is an astroid. */
  private void nearAntipode(double slam12, double clam12, double sbet12a) {
    double scale =
        f * cbet1 * series.a3(GeodesicSeries.epsilon(sbet1 * sbet1 * ep2)) * ExactMath.PI;
    double x = atan2(-slam12, -clam12) / scale;
    double y = sbet12a / (scale * cbet1);
    if (y > -TOLERANCE && x > -1 - 1000 * ROOT) {
      salp1 = min(1, -x);
      calp1 = -sqrt(1 - salp1 * salp1);
    } else {
      double k = Astroid.root(x, y);
      double omg12a = scale * (-x * k / (1 + k));
      double sine = sin(omg12a);
      double cosine = -cos(omg12a);
      salp1 = cbet2 * sine;
      calp1 = sbet12a - cbet2 * sbet1 * sine * sine / (1 - cosine);
    }
  }

  /** Newton's method for the first azimuth, and bisection where it would leave its bounds. */
  private void solve(double slam12, double clam12) {
    double lowS = TINY;
    double lowC = 1;
    double highS = TINY;
    double highC = -1;
    double eps = 0;
    boolean near = false;
    for (int i = 0; i < 83; i++) {
      double s1 = salp1;
      double c1 = calp1;
      double error = longitude(slam12, clam12, i < 20);
      eps = lastEpsilon;
      if (abs(error) < (near ? 8 : 1) * EPSILON) {
        break;
      }
      if (error > 0 && (i > 20 || c1 / s1 > highC / highS)) {
        highS = s1;
        highC = c1;
      } else if (error < 0 && (i > 20 || c1 / s1 < lowC / lowS)) {
        lowS = s1;
        lowC = c1;
      }
      if (i < 20 && derivative > 0) {
        double change = -error / derivative;
        double sine = sin(change);
        double cosine = cos(change);
        double next = s1 * cosine + c1 * sine;
        if (next > 0 && abs(change) < ExactMath.PI) {
          calp1 = c1 * cosine - s1 * sine;
          salp1 = next;
          double norm = hypot(salp1, calp1);
          salp1 /= norm;
          calp1 /= norm;
          near = abs(error) <= 16 * EPSILON;
          continue;
        }
      }
      salp1 = (lowS + highS) / 2;
      calp1 = (lowC + highC) / 2;
      double norm = hypot(salp1, calp1);
      salp1 /= norm;
      calp1 /= norm;
      near = false;
      if (abs(lowS - salp1) + (lowC - calp1) < EPSILON * ROOT
          || abs(salp1 - highS) + (calp1 - highC) < EPSILON * ROOT) {
        longitude(slam12, clam12, false);
        eps = lastEpsilon;
        break;
      }
    }
    lengths(eps, lastSsig1, lastCsig1, lastSsig2, lastCsig2);
    distance = length * b;
    double sdomg = sin(lastChange);
    double cdomg = cos(lastChange);
    somg12 = slam12 * cdomg - clam12 * sdomg;
    comg12 = clam12 * cdomg + slam12 * sdomg;
  }

  /** How far the path with this azimuth misses the other longitude, in radians. */
  private double longitude(double slam12, double clam12, boolean derive) {
    if (sbet1 == 0 && calp1 == 0) {
      calp1 = -TINY;
    }
    double salp0 = salp1 * cbet1;
    double calp0 = hypot(calp1, salp1 * sbet1);
    double somg1 = salp0 * sbet1;
    double comg1 = calp1 * cbet1;
    double norm = hypot(sbet1, comg1);
    lastSsig1 = sbet1 / norm;
    lastCsig1 = comg1 / norm;
    salp2 = cbet2 != cbet1 ? salp0 / cbet2 : salp1;
    double square =
        cbet1 < -sbet1 ? (cbet2 - cbet1) * (cbet1 + cbet2) : (sbet1 - sbet2) * (sbet1 + sbet2);
    calp2 =
        cbet2 != cbet1 || abs(sbet2) != -sbet1
            ? sqrt(calp1 * cbet1 * (calp1 * cbet1) + square) / cbet2
            : abs(calp1);
    double somg2 = salp0 * sbet2;
    double comg2 = calp2 * cbet2;
    norm = hypot(sbet2, comg2);
    lastSsig2 = sbet2 / norm;
    lastCsig2 = comg2 / norm;
    sig12 =
        atan2(
            max(0, lastCsig1 * lastSsig2 - lastSsig1 * lastCsig2),
            lastCsig1 * lastCsig2 + lastSsig1 * lastSsig2);
    double so = max(0, comg1 * somg2 - somg1 * comg2);
    double co = comg1 * comg2 + somg1 * somg2;
    double eta = atan2(so * clam12 - co * slam12, co * clam12 + so * slam12);
    lastEpsilon = GeodesicSeries.epsilon(calp0 * calp0 * ep2);
    double[] c3 = series.c3(lastEpsilon);
    double b312 =
        GeodesicSeries.sines(c3, lastSsig2, lastCsig2)
            - GeodesicSeries.sines(c3, lastSsig1, lastCsig1);
    lastChange = -f * series.a3(lastEpsilon) * salp0 * (sig12 + b312);
    if (derive) {
      if (calp2 == 0) {
        derivative = -2 * f1 * dn1 / sbet1;
      } else {
        lengths(lastEpsilon, lastSsig1, lastCsig1, lastSsig2, lastCsig2);
        derivative = reduced * f1 / (calp2 * cbet2);
      }
    }
    return eta + lastChange;
  }

  /** Equation 59 with the excess of equation 64. */
  private double area(boolean meridian) {
    double salp0 = salp1 * cbet1;
    double calp0 = hypot(calp1, salp1 * sbet1);
    double sum = 0;
    if (calp0 != 0 && salp0 != 0) {
      double csig1 = calp1 * cbet1;
      double csig2 = calp2 * cbet2;
      double norm1 = hypot(sbet1, csig1);
      double norm2 = hypot(sbet2, csig2);
      double[] c4 = series.c4(GeodesicSeries.epsilon(calp0 * calp0 * ep2));
      double b41 = GeodesicSeries.cosines(c4, sbet1 / norm1, csig1 / norm1);
      double b42 = GeodesicSeries.cosines(c4, sbet2 / norm2, csig2 / norm2);
      sum = a * a * calp0 * salp0 * e2 * (b42 - b41);
    }
    double excess;
    if (!meridian && comg12 > -0.7071 && sbet2 - sbet1 < 1.75) {
      double dbet1 = 1 + cbet1;
      double dbet2 = 1 + cbet2;
      excess =
          2
              * atan2(
                  somg12 * (sbet1 * dbet2 + sbet2 * dbet1),
                  (1 + comg12) * (sbet1 * sbet2 + dbet1 * dbet2));
    } else {
      double sine = salp2 * calp1 - calp2 * salp1;
      double cosine = calp2 * calp1 + salp2 * salp1;
      if (sine == 0 && cosine < 0) {
        sine = TINY * calp1;
        cosine = -1;
      }
      excess = atan2(sine, cosine);
    }
    return sum + c2 * excess;
  }
}
