package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.Crs;

/** Reads points, extents and coordinate reference systems, in the ways that QGIS writes them. */
final class PlaceReader {
  private final Wrong wrong;

  /** Makes the error that names the parameter. */
  @FunctionalInterface
  interface Wrong {
    TerrellaException because(String message);
  }

  PlaceReader(Wrong wrong) {
    this.wrong = wrong;
  }

  /** {@code "x,y"} with perhaps {@code [EPSG:…]} behind it, or an array. */
  Coordinate point(JsonValue json) {
    double[] numbers = numbers(json, 2, "a point \"x,y\"");
    return new Coordinate(numbers[0], numbers[1]);
  }

  /**
   * QGIS's {@code "xmin,xmax,ymin,ymax"} with perhaps {@code [EPSG:…]} behind it, or an array of
   * minX, minY, maxX, maxY.
   */
  Envelope extent(JsonValue json) {
    double[] n = numbers(json, 4, "an extent \"xmin,xmax,ymin,ymax\"");
    boolean array = numbers(json) instanceof JsonArray;
    Envelope extent =
        array ? new Envelope(n[0], n[2], n[1], n[3]) : new Envelope(n[0], n[1], n[2], n[3]);
    double from = n[0];
    double to = array ? n[2] : n[1];
    double low = array ? n[1] : n[2];
    if (from > to || low > n[3]) {
      throw wrong.because("has a minimum above its maximum.");
    }
    return extent;
  }

  private double[] numbers(JsonValue given, int count, String what) {
    JsonValue json = numbers(given);
    List<Double> found = new ArrayList<>();
    if (json instanceof JsonArray array) {
      for (JsonValue item : array) {
        found.add(item instanceof JsonNumber number ? number.doubleValue() : Double.NaN);
      }
    } else if (json instanceof JsonString string) {
      String text = string.value();
      int bracket = text.indexOf('[');
      text = bracket < 0 ? text : text.substring(0, bracket);
      int from = 0;
      while (from <= text.length()) {
        int comma = text.indexOf(',', from);
        int to = comma < 0 ? text.length() : comma;
        found.add(DoubleText.parseOrNaN(text.substring(from, to).trim()));
        from = to + 1;
      }
    }
    double[] numbers = new double[count];
    boolean good = found.size() == count;
    for (int i = 0; good && i < count; i++) {
      numbers[i] = found.get(i);
      good = numbers[i] - numbers[i] == 0;
    }
    if (!good) {
      throw wrong.because("must be " + what + " or an array of " + count + " numbers.");
    }
    return numbers;
  }

  /** The numbers of {@code {place, crs}}, as the page writes places. */
  private static JsonValue numbers(JsonValue json) {
    return json instanceof JsonObject object && object.has("place") ? object.get("place") : json;
  }

  /** Whether the numbers are in a system of their own, not in that of what they are used with. */
  static boolean isNamed(JsonValue json) {
    return json instanceof JsonObject object
        ? object.optBool("named", false)
        : json instanceof JsonString text && text.value().endsWith("]");
  }

  /** The system that a place names; null where there is none. */
  Crs crsOf(JsonValue json) {
    if (json instanceof JsonObject object && object.has("crs")) {
      return crs(object.get("crs"));
    }
    if (!(json instanceof JsonString text) || !text.value().endsWith("]")) {
      return null;
    }
    int bracket = text.value().indexOf('[');
    return bracket < 0
        ? null
        : crsOf(text.value().substring(bracket + 1, text.value().length() - 1));
  }

  private static Crs crsOf(String code) {
    return switch (code) {
      case "EPSG:4326" -> Crs.WGS84;
      case "EPSG:3857" -> Crs.WEB_MERCATOR;
      case "ProjectCrs" -> Crs.UNKNOWN;
      default -> new Crs(code, "", false, 0);
    };
  }

  /** What the page found out about a CRS, or one of the codes that need no finding out. */
  Crs crs(JsonValue json) {
    if (json instanceof JsonObject known) {
      return new Crs(
          known.optString("id", ""),
          known.optString("definition", ""),
          known.optBool("geographic", false),
          known.optNumber("metersPerUnit", 0));
    }
    if (json instanceof JsonString code) {
      return crsOf(code.value());
    }
    throw wrong.because("must be the code of a CRS such as \"EPSG:4326\".");
  }
}
