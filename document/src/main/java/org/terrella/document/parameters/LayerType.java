package org.terrella.document.parameters;

import java.util.List;
import java.util.Optional;

/** The types of layers of jGIS 0.6. */
public enum LayerType {
  RASTER("RasterLayer", "Raster", SourceType.RASTER, SourceType.WMS, SourceType.GEOPACKAGE_RASTER),
  VECTOR(
      "VectorLayer",
      "Vector",
      SourceType.GEOJSON,
      SourceType.SHAPEFILE,
      SourceType.GEOPARQUET,
      SourceType.GEOPACKAGE_VECTOR,
      SourceType.MARKER,
      SourceType.FLATGEOBUF,
      SourceType.OGR),
  VECTOR_TILE("VectorTileLayer", "Vector tiles", SourceType.VECTOR_TILE),
  HILLSHADE("HillshadeLayer", "Hillshade", SourceType.RASTER_DEM),
  GEOTIFF("GeoTiffLayer", "GeoTIFF", SourceType.GEOTIFF, SourceType.WMS, SourceType.RASTER_FILE),
  GEOZARR("GeoZarrLayer", "GeoZarr", SourceType.GEOZARR),
  IMAGE("ImageLayer", "Image", SourceType.IMAGE),
  OPENEO_TILE("OpenEOTileLayer", "openEO", SourceType.OPENEO_TILE),
  STAC("StacLayer", "STAC item"),
  STORY_SEGMENT("StorySegmentLayer", "Story segment");

  private final String key;
  private final String label;
  private final List<SourceType> sources;

  LayerType(String key, String label, SourceType... sources) {
    this.key = key;
    this.label = label;
    this.sources = List.of(sources);
  }

  /** The type as documents name it. */
  public String key() {
    return key;
  }

  /** The type for people. */
  public String label() {
    return label;
  }

  /**
   * The types of sources that such a layer shows; none for layers without a source. GeoTIFF layers
   * take web map services because JupyterGIS writes such documents.
   */
  public List<SourceType> sources() {
    return sources;
  }

  /** The type that documents name so, unless it is not supported. */
  public static Optional<LayerType> of(String key) {
    for (LayerType type : values()) {
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
