package org.terrella.document.parameters;

import java.util.Optional;

/** The types of sources: those of jGIS 0.6, then Terrella's own. */
public enum SourceType {
  RASTER("RasterSource", "Raster tiles"),
  VECTOR_TILE("VectorTileSource", "Vector tiles"),
  WMS("WmsTileSource", "Web map service"),
  GEOJSON("GeoJSONSource", "GeoJSON"),
  SHAPEFILE("ShapefileSource", "Shapefile"),
  GEOPARQUET("GeoParquetSource", "GeoParquet"),
  GEOPACKAGE_VECTOR("GeoPackageVectorSource", "GeoPackage features"),
  GEOPACKAGE_RASTER("GeoPackageRasterSource", "GeoPackage tiles"),
  GEOTIFF("GeoTiffSource", "GeoTIFF"),
  GEOZARR("GeoZarrSource", "GeoZarr"),
  RASTER_DEM("RasterDemSource", "Elevation tiles"),
  IMAGE("ImageSource", "Image"),
  MARKER("MarkerSource", "Marker"),
  OPENEO_TILE("OpenEOTileSource", "openEO process"),
  FLATGEOBUF("FlatGeobufSource", "FlatGeobuf"),
  OGR("OgrSource", "File read by GDAL"),
  RASTER_FILE("RasterFileSource", "Raster file");

  private final String key;
  private final String label;

  SourceType(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** The type as documents name it. */
  public String key() {
    return key;
  }

  /** The type for people. */
  public String label() {
    return label;
  }

  /** Whether only Terrella knows the type. */
  public boolean isOwn() {
    return this == FLATGEOBUF || this == OGR || this == RASTER_FILE;
  }

  /** The type that documents name so, unless it is not supported. */
  public static Optional<SourceType> of(String key) {
    for (SourceType type : values()) {
      if (type.key.equals(key)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  public static boolean isSupported(String key) {
    return of(key).isPresent();
  }
}
