package org.terrella.webapp.data;

import java.util.Locale;
import org.terrella.error.TerrellaException;

/** The formats of files: who reads them, and what a document calls their source. */
public enum Format {
  GEOJSON("GeoJSONSource", "geojson"),
  FLATGEOBUF("FlatGeobufSource", "flatgeobuf"),
  ZIP("", ""),
  SHAPEFILE("ShapefileSource", ""),
  GEOPACKAGE("GeoPackageVectorSource", ""),
  KML("OgrSource", ""),
  GPX("OgrSource", ""),
  GML("OgrSource", ""),
  CSV("OgrSource", ""),
  TOPOJSON("OgrSource", ""),
  PMTILES("", ""),
  OTHER("OgrSource", "");

  private final String sourceType;
  private final String engineFormat;

  Format(String sourceType, String engineFormat) {
    this.sourceType = sourceType;
    this.engineFormat = engineFormat;
  }

  /** The jGIS source type, or Terrella's own for what jGIS does not have. */
  public String sourceType() {
    return sourceType;
  }

  /** What the engine calls it; empty when GDAL reads it. */
  public String engineFormat() {
    return engineFormat;
  }

  public boolean isRead() {
    return !engineFormat.isEmpty();
  }

  /**
   * The format of a file, by its first bytes and then its extension.
   *
   * @param head the first bytes, one character each
   */
  public static Format of(String name, String head) {
    String extension = extension(name);
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return extension.equals("kmz") || extension.equals("xlsx") || extension.equals("ods")
          ? (extension.equals("kmz") ? ZIP : OTHER)
          : ZIP;
    }
    if (head.startsWith("fgb\u0003")) {
      return FLATGEOBUF;
    }
    if (head.startsWith("SQLite format 3")) {
      return extension.equals("gpkg") ? GEOPACKAGE : OTHER;
    }
    if (head.startsWith("PMTiles")) {
      return PMTILES;
    }
    if (head.startsWith("\0\0'\n")) {
      return SHAPEFILE;
    }
    String text = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
    String begin = text.stripLeading();
    if (begin.startsWith("\u001e")) {
      begin = begin.substring(1).stripLeading();
    }
    if (begin.startsWith("{") || begin.startsWith("[")) {
      return begin.contains("\"Topology\"") ? TOPOJSON : GEOJSON;
    }
    if (begin.startsWith("<")) {
      Format byRoot = byRoot(begin);
      if (byRoot != null) {
        return byRoot;
      }
    }
    return byExtension(name, extension);
  }

  private static Format byRoot(String xml) {
    if (xml.contains("<kml") || xml.contains(":kml")) {
      return KML;
    }
    if (xml.contains("<gpx")) {
      return GPX;
    }
    return xml.contains("opengis.net/gml") || xml.contains("<gml:") ? GML : null;
  }

  private static Format byExtension(String name, String extension) {
    return switch (extension) {
      case "geojson", "json", "geojsonl", "geojsons", "ndjson" -> GEOJSON;
      case "fgb" -> FLATGEOBUF;
      case "zip", "kmz" -> ZIP;
      case "shp" -> SHAPEFILE;
      case "gpkg" -> GEOPACKAGE;
      case "kml" -> KML;
      case "gpx" -> GPX;
      case "gml" -> GML;
      case "csv", "tsv" -> CSV;
      case "topojson" -> TOPOJSON;
      case "pmtiles" -> PMTILES;
      case "dxf", "tab", "mif", "xlsx", "ods", "sqlite", "dgn", "osm", "pbf", "vct", "mbtiles" ->
          OTHER;
      default ->
          throw TerrellaException.unsupported(
              "\""
                  + name
                  + "\" is of no format that Terrella opens. It opens GeoJSON, Shapefile"
                  + " (zip or all its files together), GeoPackage, FlatGeobuf, KML, GPX, GML,"
                  + " CSV, TopoJSON and PMTiles.");
    };
  }

  /** The part of a name after its last dot, in lower case. */
  public static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || dot < name.lastIndexOf('/')
        ? ""
        : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The last part of a path, without folders. */
  public static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The last part of a path, without folders and extension. */
  public static String stem(String path) {
    String name = fileName(path);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
