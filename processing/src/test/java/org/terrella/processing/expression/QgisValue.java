package org.terrella.processing.expression;

import java.util.Base64;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.text.Utf8;

/** A value beside what {@code qgis-judge.py} tells of QGIS's. */
final class QgisValue {
  private static final double TOLERANCE = 1e-9;

  private QgisValue() {}

  /**
   * Whether both are equal. Of truth values QGIS makes the numbers 1 and 0, NaN is NULL here, and
   * whole numbers stay whole where QGIS makes real ones of them.
   */
  static boolean equal(Value ours, JsonValue theirs) {
    return switch (ours.kind()) {
      case NULL -> theirs instanceof JsonNull || theirs.equals(new JsonString("nan"));
      case BOOLEAN ->
          theirs.equals(JsonBoolean.of(ours.whole() != 0))
              || theirs.equals(JsonNumber.of(ours.whole()));
      case INTEGER, REAL ->
          theirs instanceof JsonNumber n && near(ours.real(), n)
              || theirs.equals(new JsonString("inf")) && ours.real() == 1 / 0.0;
      case TEXT ->
          theirs instanceof JsonString text
              && (equal(ours.text(), text.value())
                  || text.value()
                      .equals(Base64.getEncoder().encodeToString(Utf8.encode(ours.text()))));
      case DATE, TIME, DATE_TIME, BINARY ->
          theirs instanceof JsonString text
              && text.value().replace(".000", "").equals(ours.text().replace(".000", ""));
      case INTERVAL ->
          theirs instanceof JsonObject o
              && o.has("seconds")
              && near(ours.real(), (JsonNumber) o.get("seconds"));
      case ARRAY -> theirs instanceof JsonArray list && equal(ours.list(), list);
      case MAP ->
          theirs instanceof JsonObject o
              && o.keys().equals(ours.map().keySet())
              && ours.map().keySet().stream().allMatch(k -> equal(ours.map().get(k), o.get(k)));
      case GEOMETRY -> theirs instanceof JsonObject o && equal(ours.geometry(), o);
      case FEATURE -> theirs instanceof JsonObject o && o.has("other");
    };
  }

  private static boolean equal(List<Value> ours, JsonArray theirs) {
    boolean equal = ours.size() == theirs.size();
    for (int i = 0; equal && i < ours.size(); i++) {
      equal = equal(ours.get(i), theirs.get(i));
    }
    return equal;
  }

  /** Texts of geometries may differ in the last digits; QGIS up to 3.38 writes PointZ. */
  private static boolean equal(String ours, String theirs) {
    if (ours.equals(theirs)) {
      return true;
    }
    try {
      String spaced = theirs.replaceAll("([a-z])(ZM?|M) ", "$1 $2 ");
      return ours.equals(spaced)
          || new WKTReader()
              .read(ours)
              .norm()
              .equalsExact(new WKTReader().read(spaced).norm(), 1e-9);
    } catch (ParseException | RuntimeException noGeometry) {
      return false;
    }
  }

  private static boolean near(double ours, JsonNumber theirs) {
    double value = theirs.doubleValue();
    return Math.abs(ours - value) <= TOLERANCE * Math.max(1, Math.abs(value));
  }

  private static boolean equal(Geometry ours, JsonObject theirs) {
    if (!(theirs.opt("wkb", JsonNull.NULL) instanceof JsonString wkb)) {
      return false;
    }
    try {
      Geometry geometry = new WKBReader().read(WKBReader.hexToBytes(wkb.value()));
      return ours.isEmpty() && geometry.isEmpty()
          || ours.equalsExact(geometry, 1e-7)
          || ours.norm().equalsExact(geometry.norm(), 1e-7)
          || ours.getNumPoints() == geometry.getNumPoints()
              && ours.getEnvelopeInternal().equals(geometry.getEnvelopeInternal())
              && ours.symDifference(geometry).getArea() < 1e-9;
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
