package org.terrella.processing.geojson;

import java.util.Locale;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.processing.feature.Crs;

/** The {@code crs} member of GeoJSON 2008, section 3, which RFC 7946 took away. */
final class GeoJsonCrs {
  private static final int LONGEST_NAME = 200;

  private GeoJsonCrs() {}

  /** The system that a {@code crs} member names; UNKNOWN for null, links and other forms. */
  static Crs read(JsonValue member) {
    if (!(member instanceof JsonObject object)
        || !(object.opt("properties", object) instanceof JsonObject properties)) {
      return Crs.UNKNOWN;
    }
    if (properties.has("name") && properties.get("name") instanceof JsonString name) {
      return ofName(name.value());
    }
    if (object.has("type")
        && object.get("type").equals(new JsonString("EPSG"))
        && properties.has("code")) {
      JsonValue code = properties.get("code");
      return ofId("EPSG:" + (code instanceof JsonString text ? text.value() : code.toString()));
    }
    return Crs.UNKNOWN;
  }

  /** The system of {@code EPSG:2263}, {@code urn:ogc:def:crs:EPSG::2263} or the like. */
  static Crs ofName(String name) {
    String trimmed = name.trim();
    if (trimmed.endsWith(":CRS84") || trimmed.endsWith("/CRS84") || trimmed.equals("CRS84")) {
      return Crs.WGS84;
    }
    String lower = trimmed.toLowerCase(Locale.ROOT);
    boolean urn = lower.startsWith("urn:") && lower.contains(":crs:epsg:");
    boolean url = lower.contains("/def/crs/epsg/");
    if (urn || url) {
      return ofId("EPSG:" + trimmed.substring(trimmed.lastIndexOf(urn ? ':' : '/') + 1));
    }
    return lower.startsWith("epsg:") ? ofId("EPSG:" + trimmed.substring(5)) : ofId(trimmed);
  }

  private static Crs ofId(String id) {
    return switch (id) {
      case "EPSG:4326" -> Crs.WGS84;
      case "EPSG:3857", "EPSG:900913" -> Crs.WEB_MERCATOR;
      default ->
          new Crs(id.length() > LONGEST_NAME ? id.substring(0, LONGEST_NAME) : id, "", false, 0);
    };
  }
}
