package org.terrella.processing.engine;

import java.util.Arrays;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.classification.Statistics;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.flatgeobuf.FlatGeobufWriter;
import org.terrella.processing.geojson.GeoJsonWriter;
import org.terrella.processing.geometry.PointDistance;
import org.terrella.processing.query.LayerFilter;

/** What can be asked of one table. */
final class TableQueries {
  private static final int MOST_FEATURES = 100_000;

  private TableQueries() {}

  /**
   * Features as GeoJSON: {@code limit} of them after the first {@code offset}, with the fields of
   * {@code fields} or all.
   *
   * @param rows the rows to count through, or null for all
   */
  static FeaturePage features(FeatureTable table, int[] rows, JsonObject header) {
    int size = rows == null ? table.size() : rows.length;
    int offset = Math.min(size, Math.max(0, header.optInteger("offset", 0)));
    int limit = Math.max(0, header.optInteger("limit", MOST_FEATURES));
    int end = (int) Math.min(size, (long) offset + limit);
    FeatureTable chosen =
        header.has("fields") ? table.withFields(header.array("fields").strings()) : table;
    FeatureTable page =
        rows == null
            ? chosen.slice(offset, end)
            : FeatureTables.take(chosen, Arrays.copyOfRange(rows, offset, end), end - offset);
    return new FeaturePage(geoJson(page), size, page.size());
  }

  /**
   * Some of the features that were asked for.
   *
   * @param matched how many there are in all
   * @param returned how many are among these
   */
  record FeaturePage(byte[] geoJson, int matched, int returned) {}

  /**
   * The features within {@code tolerance} of (x, y), uppermost first: GeoJSON, and their rows.
   *
   * @param filter which rows can be found
   */
  static Message identify(int id, FeatureTable table, LayerFilter filter, JsonObject header) {
    double tolerance = header.number("tolerance");
    int limit = header.optInteger("limit", 20);
    PointDistance distance =
        new PointDistance(table.geometry(), header.number("x"), header.number("y"));
    int[] rows = new int[Math.min(limit, table.size())];
    int count = 0;
    for (int row = table.size() - 1; row >= 0 && count < rows.length; row--) {
      if (distance.mayReach(row, tolerance)
          && distance.to(row) <= tolerance
          && filter.passes(row)) {
        rows[count++] = row;
      }
    }
    FeatureTable found = FeatureTables.take(table, rows, count);
    byte[] features = geoJson(header.optBool("geometry", true) ? found : found.withoutGeometry());
    return new Message(
        id, Message.RESULT, JsonObject.of(), List.of(features, Arrays.copyOf(rows, count)));
  }

  /**
   * The numbers of a field that classes of a mode depend on.
   *
   * @throws TerrellaException invalid-argument, when the field holds none
   */
  static double[] classified(FeatureTable table, JsonObject header) {
    Column column = table.column(header.string("field"));
    if (!column.field().type().isNumeric()) {
      throw TerrellaException.invalid(
          "The field \"" + column.field().name() + "\" holds no numbers.");
    }
    // Most ways of classifying look at the ends only, and to send all values takes long.
    String mode = header.string("mode");
    boolean all = mode.equals("quantile") || mode.equals("jenks");
    return all ? Statistics.values(column) : Statistics.range(column);
  }

  /**
   * Whether the owner writes the file itself, because what writes it is there for other reasons.
   * All other files are written by a {@link ComputeNode}, whose program comes when first needed.
   */
  static boolean writes(JsonObject header) {
    for (String key : TableSelection.KEYS) {
      if (header.has(key)) {
        return false;
      }
    }
    String format = header.string("format");
    return format.equals("geojson") || format.equals("flatgeobuf");
  }

  /** The table as GeoJSON or FlatGeobuf; under another name where the request gives one. */
  static byte[] write(FeatureTable table, JsonObject header) {
    FeatureTable named = table.withName(header.optString("name", table.name()));
    return header.string("format").equals("geojson")
        ? geoJson(named)
        : FlatGeobufWriter.write(named);
  }

  static String sha256(FeatureTable table) {
    return Sha256.hex(FlatGeobufWriter.writeForDigest(table.withName("")));
  }

  private static byte[] geoJson(FeatureTable table) {
    return GeoJsonWriter.write(table);
  }
}
