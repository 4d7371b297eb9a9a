package org.terrella.processing.expression;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/** A value beside what {@code qgis-judge.py} tells of QGIS's. */
final class QgisValue {
  private static final double TOLERANCE = 1e-9;

  private QgisValue() {}

  /**
   * Whether both are equal, and of the same type; of truth values QGIS makes the numbers 1 and 0.
   */
  static boolean equal(Value ours, JsonValue theirs) {
    return switch (ours.kind()) {
      case NULL -> theirs instanceof JsonNull;
      case BOOLEAN ->
          theirs.equals(JsonBoolean.of(ours.whole() != 0))
              || theirs.equals(JsonNumber.of(ours.whole()));
      case INTEGER -> theirs instanceof JsonNumber n && isWhole(n) && n.longValue() == ours.whole();
      case REAL -> theirs instanceof JsonNumber n && !isWhole(n) && near(ours.real(), n);
      case TEXT, DATE, TIME, DATE_TIME, BINARY ->
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

  /** Python writes whole numbers without point and exponent. */
  private static boolean isWhole(JsonNumber number) {
    return number.text().matches("-?[0-9]+");
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
      return ours.norm().equalsExact(geometry.norm(), 1e-7);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
