package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.terrella.error.TerrellaException;

/** The formats that layers are written to, and who writes them. */
public enum ExportFormat {
  GEOJSON("geojson", "GeoJSON (RFC 7946)", "", Place.DEGREES),
  GEOJSON_2008("json", "GeoJSON with CRS", "", Place.ANY),
  GEOJSON_SEQUENCE("geojsonl", "GeoJSON, newline-delimited", "", Place.DEGREES),
  FLATGEOBUF("fgb", "FlatGeobuf", "", Place.ANY),
  PARQUET("parquet", "GeoParquet", "Parquet", Place.ANY),
  GEOPACKAGE("gpkg", "GeoPackage", "GPKG", Place.ANY),
  SHAPEFILE("zip", "Shapefile (zip)", "ESRI Shapefile", Place.ANY),
  KML("kml", "KML", "KML", Place.DEGREES),
  GPX("gpx", "GPX", "GPX", Place.DEGREES),
  GML("gml", "GML", "GML", Place.ANY),
  CSV("csv", "CSV", "", Place.COLUMNS),
  XLSX("xlsx", "XLSX", "XLSX", Place.COLUMNS),
  ODS("ods", "ODS", "ODS", Place.COLUMNS),
  DXF("dxf", "DXF", "DXF", Place.ANY),
  TOPOJSON("topojson", "TopoJSON", "TopoJSON", Place.DEGREES),
  PMTILES("pmtiles", "PMTiles (vector tiles)", "PMTiles", Place.TILES),
  MBTILES("mbtiles", "MBTiles (vector tiles)", "MBTILES", Place.TILES),
  /** A folder of tiles, as any host serves them. */
  MVT("mvt.zip", "Vector tiles as files (zip)", "MVT", Place.TILES);

  /** How a format holds coordinates. */
  private enum Place {
    ANY,
    DEGREES,
    COLUMNS,
    TILES
  }

  private final String extension;
  private final String label;
  private final String driver;
  private final Place place;

  ExportFormat(String extension, String label, String driver, Place place) {
    this.extension = extension;
    this.label = label;
    this.driver = driver;
    this.place = place;
  }

  public String extension() {
    return extension;
  }

  public String label() {
    return label;
  }

  /** The driver that writes it; empty when the engine does. */
  public String driver() {
    return driver;
  }

  /** Whether it is longitude and latitude unless the person says otherwise. */
  public boolean isDegrees() {
    return place == Place.DEGREES;
  }

  /** Whether coordinates are columns of a table. */
  public boolean hasColumns() {
    return place == Place.COLUMNS;
  }

  /** Whether the format itself says in which CRS it is. */
  public boolean isTiled() {
    return place == Place.TILES;
  }

  /** The name of a file of this format, without folders and extension. */
  public String stem(String path) {
    String stem = Format.stem(path);
    return this == MVT ? Format.stem(stem) : stem;
  }

  /**
   * The format that a path names.
   *
   * @throws TerrellaException unsupported-format, naming those that there are
   */
  public static ExportFormat of(String path) {
    String last = Format.extension(path);
    boolean tiles = path.toLowerCase(Locale.ROOT).endsWith("." + MVT.extension);
    String extension =
        switch (tiles ? MVT.extension : last) {
          case "shp" -> "zip";
          case "geoparquet" -> "parquet";
          case "ndjson", "geojsons" -> "geojsonl";
          default -> tiles ? MVT.extension : last;
        };
    List<String> known = new ArrayList<>();
    for (ExportFormat format : values()) {
      if (format.extension.equals(extension)) {
        return format;
      }
      known.add("." + format.extension);
    }
    throw TerrellaException.unsupported(
        "\""
            + path
            + "\" names no format that layers can be written to; use "
            + String.join(", ", known)
            + ".");
  }
}
