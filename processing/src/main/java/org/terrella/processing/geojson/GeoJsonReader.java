package org.terrella.processing.geojson;

import org.terrella.json.JsonTokenizer;
import org.terrella.processing.feature.FeatureTable;

/**
 * Reads GeoJSON from UTF-8 bytes that come in pieces of any size.
 *
 * <p>Accepted: feature collections, single features and geometries, and several of them one after
 * the other (newline-delimited, RFC 8142); members in any order; the {@code crs} member of GeoJSON
 * 2008; a missing geometry; open rings, which get closed. Ordinates after the third are dropped.
 * Properties become fields in the order of their first appearance; objects and arrays among them
 * are kept as JSON text.
 *
 * <p>Errors: malformed-input for broken JSON and for features that are not what RFC 7946 asks, with
 * the number of the feature counted from 1; unsupported-format for TopoJSON.
 */
public final class GeoJsonReader {
  private final GeoJsonStructure structure;
  private final JsonTokenizer tokenizer;

  /**
   * @param name the name of the file without extension; the {@code name} member of a collection
   *     wins
   */
  public GeoJsonReader(String name) {
    structure = new GeoJsonStructure(name);
    tokenizer = new JsonTokenizer(new GeoJsonTokens(structure), JsonTokenizer.DEFAULT_DEPTH, true);
  }

  /** Reads the next bytes, {@code chunk[from]} to {@code chunk[to - 1]}. */
  public void feed(byte[] chunk, int from, int to) {
    tokenizer.feed(chunk, from, to);
  }

  /** The table of all features; to be called once, after the last piece. */
  public FeatureTable finish() {
    tokenizer.finish();
    return structure.table();
  }

  /** Reads a whole file at once. */
  public static FeatureTable read(String name, byte[] utf8) {
    GeoJsonReader reader = new GeoJsonReader(name);
    reader.feed(utf8, 0, utf8.length);
    return reader.finish();
  }
}
