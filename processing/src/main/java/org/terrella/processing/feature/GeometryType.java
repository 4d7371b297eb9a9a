package org.terrella.processing.feature;

/** What kind of geometry a feature has; the codes are those of WKB, with 0 for none. */
public enum GeometryType {
  NONE,
  POINT,
  LINE_STRING,
  POLYGON,
  MULTI_POINT,
  MULTI_LINE_STRING,
  MULTI_POLYGON,
  GEOMETRY_COLLECTION;

  private static final String[] NAMES = {
    "None",
    "Point",
    "LineString",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection"
  };

  /** The WKB code: 1 for Point to 7 for GeometryCollection; 0 when there is no geometry. */
  public byte code() {
    return (byte) ordinal();
  }

  /** The name that GeoJSON and WKT use, for example {@code MultiPolygon}. */
  public String label() {
    return NAMES[ordinal()];
  }

  /** The type of a WKB code between 0 and 7. */
  public static GeometryType ofCode(int code) {
    return values()[code];
  }
}
