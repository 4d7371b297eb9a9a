package org.terrella.document;

import org.terrella.json.JsonArray;
import org.terrella.json.JsonBoolean;
import org.terrella.json.JsonNumber;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;

/** What the options of a map may be. */
final class MapOptions {
  private MapOptions() {}

  /** Why an option cannot have a value; empty when it can. Options not known here may have any. */
  static String objection(String key, JsonValue value) {
    return switch (key) {
      case "projection" ->
          value instanceof JsonString text && isCode(text.value())
              ? ""
              : "not a code of a CRS such as EPSG:3857";
      case "latitude", "longitude", "zoom", "bearing", "pitch" ->
          isNumber(value) ? "" : "not a number";
      case "extent" -> isExtent(value) ? "" : "not an extent [minX, minY, maxX, maxY]";
      case "useExtent" -> value instanceof JsonBoolean ? "" : "neither true nor false";
      default -> "";
    };
  }

  /** An authority, a colon, a code. */
  private static boolean isCode(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!plain && i != colon && "_-.".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(JsonValue value) {
    return value instanceof JsonNumber number && Double.isFinite(number.doubleValue());
  }

  private static boolean isExtent(JsonValue value) {
    if (!(value instanceof JsonArray extent) || extent.size() != 4) {
      return false;
    }
    for (JsonValue bound : extent) {
      if (!isNumber(bound)) {
        return false;
      }
    }
    return extent.number(0) <= extent.number(2) && extent.number(1) <= extent.number(3);
  }
}
