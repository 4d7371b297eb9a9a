package org.terrella.processing.engine;

import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.csv.CsvWriter;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.flatgeobuf.FlatGeobufIndex;
import org.terrella.processing.flatgeobuf.FlatGeobufWriter;
import org.terrella.processing.geojson.GeoJsonWriter;
import org.terrella.processing.geojson.RightHandRings;

/** Tables, or parts of them, as files of the formats that the engine writes. */
final class TableFiles {
  private TableFiles() {}

  /** The file that a request asks for; see {@link TableSelection} for the part. */
  static byte[] write(FeatureTable whole, JsonObject header) {
    FeatureTable part = TableSelection.of(whole, header);
    FeatureTable table = part.withName(header.optString("name", part.name()));
    String format = header.string("format");
    return switch (format) {
      case "geojson" -> GeoJsonWriter.write(table);
      case "geojson-rfc7946" ->
          GeoJsonWriter.write(RightHandRings.of(table, header.optInteger("decimals", -1)));
      case "geojson-lines" -> GeoJsonWriter.writeLines(RightHandRings.of(table, -1));
      case "flatgeobuf" -> FlatGeobufWriter.write(table);
      case "flatgeobuf-indexed" ->
          FlatGeobufIndex.write(table, header.optString("description", ""));
      case "csv" -> CsvWriter.write(table);
      default ->
          throw TerrellaException.unsupported("The engine does not write \"" + format + "\".");
    };
  }
}
