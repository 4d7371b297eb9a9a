package org.terrella.processing.engine;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.csv.CsvWriter;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.flatgeobuf.FlatGeobufWriter;
import org.terrella.processing.geojson.GeoJsonWriter;
import org.terrella.processing.geometry.JtsGeometries;

/** What can be asked of one table. */
final class TableQueries {
  private static final int MOST_FEATURES = 100_000;

  private TableQueries() {}

  /** The features {@code offset} to {@code offset + limit} as GeoJSON. */
  static byte[] features(FeatureTable table, JsonObject header) {
    int offset = Math.min(table.size(), Math.max(0, header.optInteger("offset", 0)));
    int limit = Math.max(0, header.optInteger("limit", MOST_FEATURES));
    int end = (int) Math.min(table.size(), (long) offset + limit);
    return geoJson(table.slice(offset, end));
  }

  /** The features within {@code tolerance} of (x, y), uppermost first, as GeoJSON. */
  static byte[] identify(FeatureTable table, JsonObject header) {
    double x = header.number("x");
    double y = header.number("y");
    double tolerance = header.number("tolerance");
    int limit = header.optInteger("limit", 20);
    Point point = new GeometryFactory().createPoint(new Coordinate(x, y));
    List<FeatureTable> found = new ArrayList<>();
    for (int row = table.size() - 1; row >= 0 && found.size() < limit; row--) {
      if (boxTouches(table.geometry(), row, x, y, tolerance)) {
        Geometry geometry = JtsGeometries.of(table.geometry(), row);
        if (geometry != null && geometry.distance(point) <= tolerance) {
          found.add(table.slice(row, row + 1));
        }
      }
    }
    return geoJson(found.isEmpty() ? table.slice(0, 0) : FeatureTables.concat(found));
  }

  private static boolean boxTouches(
      GeometryColumn geometry, int row, double x, double y, double tolerance) {
    boolean left = false;
    boolean right = false;
    boolean below = false;
    boolean above = false;
    double[] coordinates = geometry.coordinates();
    int end = geometry.endVertex(row);
    for (int vertex = geometry.firstVertex(row); vertex < end; vertex++) {
      double vx = coordinates[vertex * geometry.stride()];
      double vy = coordinates[vertex * geometry.stride() + 1];
      left |= vx <= x + tolerance;
      right |= vx >= x - tolerance;
      below |= vy <= y + tolerance;
      above |= vy >= y - tolerance;
    }
    return left && right && below && above;
  }

  /** The table as a file of one of the formats that the engine writes itself. */
  static byte[] write(FeatureTable table, String format) {
    return switch (format) {
      case "geojson" -> geoJson(table);
      case "flatgeobuf" -> FlatGeobufWriter.write(table);
      case "csv" -> CsvWriter.write(table);
      default ->
          throw TerrellaException.unsupported("The engine does not write \"" + format + "\".");
    };
  }

  static String sha256(FeatureTable table) {
    return Sha256.hex(FlatGeobufWriter.write(table.withName("")));
  }

  private static byte[] geoJson(FeatureTable table) {
    return GeoJsonWriter.write(table);
  }
}
