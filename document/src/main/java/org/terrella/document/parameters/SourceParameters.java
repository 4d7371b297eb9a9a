package org.terrella.document.parameters;

import org.terrella.document.member.Members;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;

/**
 * The parameters of a source, by its type. Zoom levels are those of tiles; texts that are not set
 * are empty.
 */
public sealed interface SourceParameters
    permits FeatureSource, ImagerySource, SourceParameters.Unsupported {
  /**
   * These parameters over the JSON that they were read from: what this version does not know stays,
   * and what was missing stays missing while it has the value that missing means.
   */
  JsonObject toJson(JsonObject base);

  default JsonObject toJson() {
    return toJson(JsonObject.of());
  }

  /**
   * Reads parameters.
   *
   * @param path JSON path of the parameters, for messages
   * @throws TerrellaException invalid-argument, naming the JSON path of what is wrong
   */
  static SourceParameters of(String type, JsonObject json, String path) {
    Members in = new Members(json, path);
    return switch (type) {
      case "RasterSource" -> ImagerySource.RasterSource.of(in);
      case "VectorTileSource" -> FeatureSource.VectorTileSource.of(in);
      case "WmsTileSource" -> ImagerySource.WmsTileSource.of(in);
      case "GeoJSONSource" -> FeatureSource.GeoJsonSource.of(in);
      case "ShapefileSource" -> FeatureSource.ShapefileSource.of(in);
      case "GeoParquetSource" -> FeatureSource.GeoParquetSource.of(in);
      case "GeoPackageVectorSource" -> FeatureSource.GeoPackageVectorSource.of(in);
      case "GeoPackageRasterSource" -> ImagerySource.GeoPackageRasterSource.of(in);
      case "GeoZarrSource" -> ImagerySource.GeoZarrSource.of(in);
      case "RasterDemSource" -> ImagerySource.RasterDemSource.of(in);
      case "OpenEOTileSource" -> ImagerySource.OpenEoTileSource.of(in);
      case "FlatGeobufSource" -> FeatureSource.FlatGeobufSource.of(in);
      case "OgrSource" -> FeatureSource.OgrSource.of(in);
      case "GeoTiffSource" -> ImagerySource.GeoTiffSource.of(in);
      case "RasterFileSource" -> ImagerySource.RasterFileSource.of(in);
      case "ImageSource" -> ImagerySource.ImageSource.of(in);
      case "MarkerSource" -> FeatureSource.MarkerSource.of(in);
      default -> new Unsupported(type, json);
    };
  }

  /** Parameters of a type that this version does not know; they stay as they are. */
  record Unsupported(String type, JsonObject json) implements SourceParameters {
    @Override
    public JsonObject toJson(JsonObject base) {
      return json;
    }
  }
}
