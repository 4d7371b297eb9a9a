package org.terrella.processing.geojson;

import org.terrella.text.Utf8;

/**
 * The words of GeoJSON (RFC 7946), told by their bytes: decoding them anew costs a third of the
 * reading.
 */
final class Vocabulary {
  private static final String[] WORDS = {
    "type",
    "geometry",
    "properties",
    "coordinates",
    "Feature",
    "id",
    "Point",
    "LineString",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection",
    "geometries",
    "features",
    "FeatureCollection",
    "bbox",
    "crs",
    "name"
  };
  private static final byte[][] BYTES = new byte[WORDS.length][];

  static {
    for (int i = 0; i < WORDS.length; i++) {
      BYTES[i] = Utf8.encode(WORDS[i]);
    }
  }

  private Vocabulary() {}

  /** The text of these bytes; one and the same object for each word of GeoJSON. */
  static String text(byte[] utf8, int from, int to) {
    int length = to - from;
    for (int i = 0; i < BYTES.length; i++) {
      byte[] word = BYTES[i];
      if (word.length == length && word[0] == utf8[from] && matches(word, utf8, from)) {
        return WORDS[i];
      }
    }
    return Utf8.decode(utf8, from, from + length);
  }

  private static boolean matches(byte[] word, byte[] utf8, int from) {
    for (int i = 1; i < word.length; i++) {
      if (word[i] != utf8[from + i]) {
        return false;
      }
    }
    return true;
  }
}
