package org.terrella.processing.geometry;

import static org.terrella.exact.ExactMath.atan2;
import static org.terrella.exact.ExactMath.cos;
import static org.terrella.exact.ExactMath.hypot;
import static org.terrella.exact.ExactMath.sin;
import static org.terrella.exact.ExactMath.toDegrees;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The shortest way between two places in degrees, point by point: the direct problem, after C. F.
 * F. Karney, Algorithms for geodesics, Journal of Geodesy 87 (2013), section 3, where equation 21
 * inverts the series of the distance.
 */
public final class GeodesicWay {
  private static final double TINY = 1.5e-154;

  private final Ellipsoid ellipsoid;
  private final Coordinate from;
  private final Coordinate to;
  private final double length;
  private final double f1;
  private final double salp0;
  private final double calp0;
  private final double ssig1;
  private final double csig1;
  private final double somg1;
  private final double comg1;
  private final double unit;
  private final double b11;
  private final double stau1;
  private final double ctau1;
  private final double[] c1p;
  private final double[] c3;
  private final double a3;
  private final double b31;

  public GeodesicWay(Ellipsoid ellipsoid, Coordinate from, Coordinate to) {
    this.ellipsoid = ellipsoid;
    this.from = from;
    this.to = to;
    double f = ellipsoid.flattening();
    double n = f / (2 - f);
    f1 = 1 - f;
    Geodesic geodesic = new Geodesic(ellipsoid);
    geodesic.inverse(from.y, from.x, to.y, to.x);
    length = geodesic.distance();
    double salp1 = geodesic.azimuthSine();
    double calp1 = geodesic.azimuthCosine();
    double sbet1 = f1 * GeodesicSeries.sine(from.y);
    double cbet1 = GeodesicSeries.cosine(from.y);
    double norm = hypot(sbet1, cbet1);
    sbet1 /= norm;
    cbet1 = Math.max(TINY, cbet1 / norm);
    salp0 = salp1 * cbet1;
    calp0 = hypot(calp1, salp1 * sbet1);
    somg1 = salp0 * sbet1;
    comg1 = sbet1 != 0 || calp1 != 0 ? cbet1 * calp1 : 1;
    double sigma = hypot(sbet1, comg1);
    ssig1 = sbet1 / sigma;
    csig1 = comg1 / sigma;
    double ep2 = f * (2 - f) / (f1 * f1);
    double epsilon = GeodesicSeries.epsilon(calp0 * calp0 * ep2);
    unit = ellipsoid.equatorRadius() * f1 * (1 + GeodesicSeries.a1(epsilon));
    b11 = GeodesicSeries.sines(GeodesicSeries.c1(epsilon), ssig1, csig1);
    stau1 = ssig1 * cos(b11) + csig1 * sin(b11);
    ctau1 = csig1 * cos(b11) - ssig1 * sin(b11);
    c1p = GeodesicSeries.c1Inverse(epsilon);
    GeodesicSeries series = new GeodesicSeries(n);
    c3 = series.c3(epsilon);
    a3 = -f * salp0 * series.a3(epsilon);
    b31 = GeodesicSeries.sines(c3, ssig1, csig1);
  }

  /** Metres from end to end. */
  public double length() {
    return length;
  }

  /** The place so many metres from the start, its longitude from -180 to 180. */
  public Coordinate at(double metres) {
    double tau12 = metres / unit;
    double s = sin(tau12);
    double c = cos(tau12);
    double b12 = -GeodesicSeries.sines(c1p, stau1 * c + ctau1 * s, ctau1 * c - stau1 * s);
    double sig12 = tau12 - (b12 - b11);
    double ssig2 = ssig1 * cos(sig12) + csig1 * sin(sig12);
    double csig2 = csig1 * cos(sig12) - ssig1 * sin(sig12);
    double somg2 = salp0 * ssig2;
    double omg12 = atan2(somg2 * comg1 - csig2 * somg1, csig2 * comg1 + somg2 * somg1);
    double lam12 = omg12 + a3 * (sig12 + (GeodesicSeries.sines(c3, ssig2, csig2) - b31));
    double latitude = atan2(calp0 * ssig2, f1 * hypot(salp0, calp0 * csig2));
    return new Coordinate(wrapped(from.x + toDegrees(lam12)), toDegrees(latitude));
  }

  private static double wrapped(double longitude) {
    double turned = longitude % 360;
    return turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned;
  }

  /** Whether the way from one longitude to another goes over 180°, as QGIS decides it. */
  public static boolean crosses(double from, double to) {
    return from < -120 && to > 0 || from > 120 && to < 0;
  }

  /** The share of the way at which it crosses the meridian of 180°; the ends lie on two sides. */
  public double crossing() {
    double low = 0;
    double high = 1;
    boolean east = from.x > 0;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (at(middle * length).x > 0 == east) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * The way as a line whose vertices lie a distance apart.
   *
   * @param split whether a new line begins where it crosses the meridian of 180°
   */
  public List<Coordinate[]> lines(double interval, boolean split) {
    List<Coordinate[]> lines = new ArrayList<>();
    List<Coordinate> line = new ArrayList<>(List.of(from));
    int pieces = (int) Math.ceil(length / interval);
    Coordinate last = from;
    for (int i = 1; i <= pieces || i == 1; i++) {
      Coordinate next = i >= pieces ? to : at(i * interval);
      if (split && crosses(last.x, next.x)) {
        GeodesicWay step = new GeodesicWay(ellipsoid, last, next);
        double latitude = step.at(step.crossing() * step.length).y;
        line.add(new Coordinate(last.x < 0 ? -180 : 180, latitude));
        lines.add(line.toArray(new Coordinate[0]));
        line.clear();
        line.add(new Coordinate(next.x < 0 ? -180 : 180, latitude));
      }
      line.add(next);
      last = next;
    }
    lines.add(line.toArray(new Coordinate[0]));
    return lines;
  }
}
