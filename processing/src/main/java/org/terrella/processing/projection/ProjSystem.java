package org.terrella.processing.projection;

import org.locationtech.proj4j.datum.Ellipsoid;
import org.terrella.exact.ExactMath;

/**
 * A coordinate reference system as its PROJ string describes it.
 *
 * @param primeMeridian its longitude from Greenwich in radians
 */
record ProjSystem(MapProjection projection, Datum datum, double primeMeridian) {
  private static final double SECOND = ExactMath.PI / 180 / 3600;

  /**
   * Reads a PROJ string.
   *
   * @throws org.terrella.error.TerrellaException invalid-argument, naming what is not known
   */
  static ProjSystem of(String text) {
    ProjString string = new ProjString(text);
    Ellipsoid ellipsoid = ellipsoid(string);
    return new ProjSystem(
        MapProjections.of(string, ellipsoid),
        new Datum(ellipsoid, shift(string)),
        primeMeridian(string));
  }

  private static Ellipsoid ellipsoid(ProjString string) {
    if (string.has("R")) {
      return sized(string.number("R", 0), 0);
    }
    if (string.has("a")) {
      double a = string.number("a", 0);
      if (string.has("b")) {
        double b = string.number("b", a);
        return sized(a, 1 - b * b / (a * a));
      }
      double flattening = string.has("rf") ? 1 / string.number("rf", 0) : string.number("f", 0);
      double squared = flattening * (2 - flattening);
      return sized(a, string.has("es") ? string.number("es", 0) : squared);
    }
    String datum = string.get("datum");
    String name = string.get("ellps");
    if (name.isEmpty()) {
      name =
          switch (datum) {
            case "", "WGS84" -> "WGS84";
            case "NAD83", "GGRS87" -> "GRS80";
            case "NAD27" -> "clrk66";
            case "potsdam", "hermannskogel" -> "bessel";
            case "carthage" -> "clrk80ign";
            case "ire65" -> "mod_airy";
            case "nzgd49" -> "intl";
            case "OSGB36" -> "airy";
            default -> throw string.wrong("the datum " + datum + " is not known");
          };
    }
    if (name.equals("clrk80ign")) {
      return sized(6_378_249.2, 1 - 6_356_515.0 * 6_356_515.0 / (6_378_249.2 * 6_378_249.2));
    }
    if (name.equals("GSK2011")) {
      double flattening = 1 / 298.2564151;
      return sized(6_378_136.5, flattening * (2 - flattening));
    }
    for (Ellipsoid ellipsoid : Ellipsoid.ellipsoids) {
      if (ellipsoid.shortName.equals(name)) {
        return ellipsoid;
      }
    }
    throw string.wrong("the ellipsoid " + name + " is not known");
  }

  private static Ellipsoid sized(double equatorRadius, double eccentricitySquared) {
    return new Ellipsoid("", equatorRadius, eccentricitySquared, "");
  }

  /** Null where nothing is known; a datum that needs a grid is taken for unknown. */
  private static double[] shift(ProjString string) {
    double[] given =
        string.has("towgs84")
            ? string.numbers("towgs84")
            : switch (string.get("datum")) {
              case "WGS84", "NAD83" -> new double[3];
              case "GGRS87" -> new double[] {-199.87, 74.79, 246.62};
              case "potsdam" -> new double[] {598.1, 73.7, 418.2, 0.202, 0.045, -2.455, 6.7};
              case "carthage" -> new double[] {-263, 6, 431};
              case "hermannskogel" ->
                  new double[] {577.326, 90.129, 463.919, 5.137, 1.474, 5.297, 2.4232};
              case "ire65" ->
                  new double[] {482.53, -130.596, 564.557, -1.042, -0.214, -0.631, 8.15};
              case "nzgd49" -> new double[] {59.47, -5.04, 187.44, 0.47, -0.1, 1.024, -4.5993};
              case "OSGB36" ->
                  new double[] {446.448, -125.157, 542.06, 0.15, 0.247, 0.842, -20.489};
              default -> null;
            };
    if (given == null || given.length == 3) {
      return given;
    }
    if (given.length != 7) {
      throw string.wrong("+towgs84 must have 3 or 7 numbers");
    }
    for (int i = 3; i < 6; i++) {
      given[i] *= SECOND;
    }
    given[6] = 1 + given[6] * 1e-6;
    boolean turned = given[3] != 0 || given[4] != 0 || given[5] != 0 || given[6] != 1;
    return turned ? given : new double[] {given[0], given[1], given[2]};
  }

  private static double primeMeridian(ProjString string) {
    double degrees =
        switch (string.get("pm")) {
          case "", "greenwich" -> 0;
          case "lisbon" -> -9.131906111111112;
          case "paris" -> 2.337229166666667;
          case "bogota" -> -74.08091666666667;
          case "madrid" -> -3.687938888888889;
          case "rome" -> 12.45233333333333;
          case "bern" -> 7.439583333333333;
          case "jakarta" -> 106.8077194444444;
          case "ferro" -> -17.66666666666667;
          case "brussels" -> 4.367975;
          case "stockholm" -> 18.05827777777778;
          case "athens" -> 23.7163375;
          case "oslo" -> 10.72291666666667;
          default -> ExactMath.toDegrees(string.angle("pm", 0));
        };
    return ExactMath.toRadians(degrees);
  }
}
