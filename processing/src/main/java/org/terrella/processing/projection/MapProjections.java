package org.terrella.processing.projection;

import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.proj4j.datum.Ellipsoid;
import org.locationtech.proj4j.proj.AlbersProjection;
import org.locationtech.proj4j.proj.CassiniProjection;
import org.locationtech.proj4j.proj.CrasterProjection;
import org.locationtech.proj4j.proj.CylindricalEqualAreaProjection;
import org.locationtech.proj4j.proj.Eckert1Projection;
import org.locationtech.proj4j.proj.Eckert2Projection;
import org.locationtech.proj4j.proj.Eckert4Projection;
import org.locationtech.proj4j.proj.Eckert5Projection;
import org.locationtech.proj4j.proj.Eckert6Projection;
import org.locationtech.proj4j.proj.EquidistantAzimuthalProjection;
import org.locationtech.proj4j.proj.GallProjection;
import org.locationtech.proj4j.proj.GeostationarySatelliteProjection;
import org.locationtech.proj4j.proj.GnomonicAzimuthalProjection;
import org.locationtech.proj4j.proj.HammerProjection;
import org.locationtech.proj4j.proj.KrovakProjection;
import org.locationtech.proj4j.proj.LambertAzimuthalEqualAreaProjection;
import org.locationtech.proj4j.proj.LambertConformalConicProjection;
import org.locationtech.proj4j.proj.MolleweideProjection;
import org.locationtech.proj4j.proj.NewZealandMapGridProjection;
import org.locationtech.proj4j.proj.ObliqueMercatorProjection;
import org.locationtech.proj4j.proj.ObliqueStereographicAlternativeProjection;
import org.locationtech.proj4j.proj.OrthographicAzimuthalProjection;
import org.locationtech.proj4j.proj.Projection;
import org.locationtech.proj4j.proj.RobinsonProjection;
import org.locationtech.proj4j.proj.StereographicAzimuthalProjection;
import org.locationtech.proj4j.proj.SwissObliqueMercatorProjection;
import org.locationtech.proj4j.proj.Wagner4Projection;
import org.locationtech.proj4j.proj.Wagner5Projection;
import org.terrella.exact.DoubleText;
import org.terrella.exact.ExactMath;

/** The projections that a PROJ string can name. */
final class MapProjections {
  private static final double US_FOOT = 1200.0 / 3937;

  /** proj4j's by PROJ's names. */
  private static final Map<String, Supplier<Projection>> BY_NAME =
      Map.ofEntries(
          Map.entry("aea", AlbersProjection::new),
          Map.entry("aeqd", EquidistantAzimuthalProjection::new),
          Map.entry("cass", CassiniProjection::new),
          Map.entry("cea", CylindricalEqualAreaProjection::new),
          Map.entry("crast", CrasterProjection::new),
          Map.entry("eck1", Eckert1Projection::new),
          Map.entry("eck2", Eckert2Projection::new),
          Map.entry("eck4", Eckert4Projection::new),
          Map.entry("eck5", Eckert5Projection::new),
          Map.entry("eck6", Eckert6Projection::new),
          Map.entry("gall", GallProjection::new),
          Map.entry("geos", GeostationarySatelliteProjection::new),
          Map.entry("gnom", GnomonicAzimuthalProjection::new),
          Map.entry("hammer", HammerProjection::new),
          Map.entry("krovak", KrovakProjection::new),
          Map.entry("laea", LambertAzimuthalEqualAreaProjection::new),
          Map.entry("lcc", LambertConformalConicProjection::new),
          Map.entry("moll", MolleweideProjection::new),
          Map.entry("nzmg", NewZealandMapGridProjection::new),
          Map.entry("omerc", ObliqueMercatorProjection::new),
          Map.entry("ortho", OrthographicAzimuthalProjection::new),
          Map.entry("robin", RobinsonProjection::new),
          Map.entry("somerc", SwissObliqueMercatorProjection::new),
          Map.entry("stere", StereographicAzimuthalProjection::new),
          Map.entry("sterea", ObliqueStereographicAlternativeProjection::new),
          Map.entry("wag4", Wagner4Projection::new),
          Map.entry("wag5", Wagner5Projection::new));

  private MapProjections() {}

  /**
   * The projection of a PROJ string.
   *
   * @throws org.terrella.error.TerrellaException invalid-argument, naming what is not known
   */
  static MapProjection of(ProjString string, Ellipsoid ellipsoid) {
    String name = string.get("proj");
    switch (name) {
      case "longlat", "latlong", "latlon", "lonlat" -> {
        return new LongLat();
      }
      case "" -> throw string.wrong("it is no PROJ string");
      default -> {}
    }
    if (name.equals("merc") && isPlainSphere(string, ellipsoid)) {
      return new SphericalMercator(ellipsoid.equatorRadius);
    }
    ProjString placed = name.equals("utm") ? ofZone(string) : string;
    MapProjection unit = unit(name, placed, new Meridian(ellipsoid.eccentricity2));
    if (unit != null) {
      return new Placed(unit, placed, ellipsoid, metersPerUnit(string));
    }
    Supplier<Projection> maker = BY_NAME.get(name);
    if (maker == null) {
      throw string.wrong("the projection " + name + " is not known");
    }
    if (name.equals("omerc") && string.has("gamma") && !string.has("no_uoff")) {
      if (string.number("gamma", 0) != string.number("alpha", 0)) {
        throw string.wrong("an oblique Mercator projection with gamma needs no_uoff");
      }
    }
    Projection projection = maker.get();
    projection.setEllipsoid(string.has("R_A") ? authalic(ellipsoid) : ellipsoid);
    place(projection, string);
    projection.initialize();
    MapProjection made = new Proj4jProjection(projection);
    // The inverse of the oblique aspect is wrong in proj4j.
    return name.equals("stere")
        ? new NumericInverse(
            made,
            string.angle("lon_0", 0),
            string.angle("lat_0", 0),
            ellipsoid.equatorRadius / metersPerUnit(string))
        : made;
  }

  /** Null for those that proj4j does. */
  private static MapProjection unit(String name, ProjString string, Meridian meridian) {
    double latitude = string.angle("lat_0", 0);
    double first = string.angle("lat_1", 0);
    return switch (name) {
      case "aitoff" -> UnitProjections.aitoff(Double.NaN);
      case "bonne" -> UnitProjections.bonne(meridian, first);
      case "eqc" -> UnitProjections.equidistantCylindrical(string.angle("lat_ts", 0), latitude);
      case "eqdc" ->
          UnitProjections.equidistantConic(meridian, latitude, first, string.angle("lat_2", first));
      case "eqearth" -> UnitProjections.equalEarth(meridian);
      case "merc" -> UnitProjections.mercator(meridian, string.angle("lat_ts", 0));
      case "poly" -> UnitProjections.polyconic(meridian, latitude);
      case "sinu" -> UnitProjections.sinusoidal(meridian);
      case "tmerc", "etmerc", "utm" -> new TransverseMercator(meridian.e2(), latitude);
      case "wintri" ->
          UnitProjections.aitoff(string.has("lat_1") ? first : ExactMath.acos(2 / ExactMath.PI));
      case "stere" -> {
        double pole = ExactMath.PI / 2;
        yield ExactMath.abs(latitude) < pole - 1e-10
            ? null
            : UnitProjections.polarStereographic(
                meridian, latitude < 0, string.angle("lat_ts", pole));
      }
      default -> null;
    };
  }

  private static boolean isPlainSphere(ProjString string, Ellipsoid ellipsoid) {
    return ellipsoid.eccentricity2 == 0
        && string.number("lat_ts", 0) == 0
        && string.number("lon_0", 0) == 0
        && string.number("x_0", 0) == 0
        && string.number("y_0", 0) == 0
        && string.number("k", string.number("k_0", 1)) == 1
        && metersPerUnit(string) == 1;
  }

  private static void place(Projection projection, ProjString string) {
    projection.setProjectionLatitude(string.angle("lat_0", 0));
    projection.setProjectionLongitude(string.angle("lon_0", 0));
    if (string.has("lat_1")) {
      projection.setProjectionLatitude1(string.angle("lat_1", 0));
      projection.setProjectionLatitude2(string.angle("lat_2", string.angle("lat_1", 0)));
    }
    if (string.has("lat_ts")) {
      projection.setTrueScaleLatitude(string.angle("lat_ts", 0));
    }
    if (string.has("alpha")) {
      projection.setAlphaDegrees(ExactMath.toDegrees(string.angle("alpha", 0)));
    }
    if (string.has("lonc")) {
      projection.setLonCDegrees(ExactMath.toDegrees(string.angle("lonc", 0)));
    }
    if (string.has("gamma")) {
      projection.setGammaDegrees(ExactMath.toDegrees(string.angle("gamma", 0)));
    }
    projection.setNoUoff(string.has("no_uoff") || string.has("no_off"));
    if (string.has("h")) {
      projection.setHeightOfOrbit(string.number("h", 0));
    }
    if (string.has("k") || string.has("k_0")) {
      projection.setScaleFactor(string.number("k_0", string.number("k", 1)));
    }
    projection.setFalseEasting(string.number("x_0", 0));
    projection.setFalseNorthing(string.number("y_0", 0));
    projection.setFromMetres(1 / metersPerUnit(string));
  }

  /** UTM is a transverse Mercator projection whose other parameters are given by its zone. */
  private static ProjString ofZone(ProjString string) {
    double zone = string.number("zone", 0);
    if (!(zone >= 1 && zone <= 60)) {
      throw string.wrong("+zone must be 1 to 60");
    }
    return string
        .with("lon_0", DoubleText.write(6 * zone - 183))
        .with("lat_0", "0")
        .with("k_0", "0.9996")
        .with("x_0", "500000")
        .with("y_0", string.has("south") ? "10000000" : "0");
  }

  private static double metersPerUnit(ProjString string) {
    if (string.has("to_meter")) {
      return string.number("to_meter", 1);
    }
    return switch (string.get("units")) {
      case "", "m" -> 1;
      case "km" -> 1000;
      case "ft" -> 0.3048;
      case "us-ft" -> US_FOOT;
      case "ind-yd" -> 0.91439523;
      case "ind-ft" -> 0.30479841;
      case "yd" -> 0.9144;
      case "us-yd" -> 3 * US_FOOT;
      case "ch" -> 20.1168;
      case "link" -> 0.201168;
      case "us-ch" -> 66 * US_FOOT;
      case "fath" -> 1.8288;
      case "mi" -> 1609.344;
      case "us-mi" -> 5280 * US_FOOT;
      case "kmi" -> 1852;
      default -> throw string.wrong("the unit " + string.get("units") + " is not known");
    };
  }

  /** The sphere with the surface of an ellipsoid. */
  private static Ellipsoid authalic(Ellipsoid ellipsoid) {
    double es = ellipsoid.eccentricity2;
    double radius =
        ellipsoid.equatorRadius * (1 - es * (1.0 / 6 + es * (17.0 / 360 + es * 67.0 / 3024)));
    return new Ellipsoid("", radius, 0.0, "");
  }
}
