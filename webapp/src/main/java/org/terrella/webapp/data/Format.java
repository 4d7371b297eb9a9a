package org.terrella.webapp.data;

import java.util.Locale;
import org.terrella.workbench.gdal.GdalClient;

/** Who opens a file, by what its first bytes say. GDAL's worker tells its many formats apart. */
public enum Format {
  GEOJSON("GeoJSONSource", "geojson"),
  FLATGEOBUF("FlatGeobufSource", "flatgeobuf"),
  /** Zip, gzip or tar. */
  ARCHIVE("", ""),
  PMTILES("", ""),
  GEOTIFF("GeoTiffSource", ""),
  /** A raster of another format. */
  RASTER("RasterFileSource", ""),
  OTHER("OgrSource", "");

  /** So many bytes are looked at; the mark of a tar stands behind byte 257. */
  public static final int HEAD = 2048;

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

  /** What the engine calls it; empty when a worker reads it. */
  public String engineFormat() {
    return engineFormat;
  }

  public boolean isRead() {
    return !engineFormat.isEmpty();
  }

  /** The source type of what one of GDAL's drivers read. */
  static String sourceTypeOf(String driver) {
    return switch (driver) {
      case "ESRI Shapefile" -> "ShapefileSource";
      case "GPKG" -> "GeoPackageVectorSource";
      default -> OTHER.sourceType;
    };
  }

  /**
   * The format of a file, by its first bytes and, for those without anything that could be known,
   * by its extension.
   *
   * @param head the first {@value #HEAD} bytes, one character each
   */
  public static Format of(String name, String head) {
    if (isArchive(head)) {
      return isZippedZarr(name) ? RASTER : ARCHIVE;
    }
    if (head.startsWith("fgb\u0003")) {
      return FLATGEOBUF;
    }
    if (head.startsWith("PMTiles")) {
      return PMTILES;
    }
    if (isTiff(head)) {
      return GEOTIFF;
    }
    String begin =
        (head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head).stripLeading();
    String extension = extension(name);
    if (isRaster(head, begin)) {
      return RASTER;
    }
    if (begin.startsWith("{") || begin.startsWith("[") || begin.startsWith("\u001e")) {
      return begin.contains("\"Topology\"") || begin.contains("esriGeometry") ? OTHER : GEOJSON;
    }
    // What is empty or in another encoding is refused by who would read it.
    boolean blank = begin.isEmpty() || head.startsWith("\u00ff\u00fe");
    return switch (extension) {
      case "geojson", "json", "geojsonl", "geojsons", "ndjson" -> blank ? GEOJSON : OTHER;
      case "fgb" -> FLATGEOBUF;
      case "zip", "kmz", "gz", "tgz", "tar" -> ARCHIVE;
      case "pmtiles" -> PMTILES;
      case "tif", "tiff", "gtiff" -> GEOTIFF;
      case "hgt", "dt0", "dt1", "dt2", "img", "bil", "bip", "bsq", "dat", "envi" -> RASTER;
      default -> OTHER;
    };
  }

  /**
   * The format of a file with those beside it: a header makes a raster of bytes that nothing else
   * tells of.
   */
  static Format of(Incoming file, String head) {
    Format format = of(file.name(), head);
    if (format == OTHER) {
      for (GdalClient.NamedBlob each : file.files()) {
        if (extension(each.name()).equals("hdr")) {
          return RASTER;
        }
      }
    }
    return format;
  }

  /** Whether a name is that of a Zarr in a zip. */
  public static boolean isZippedZarr(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".zarr.zip");
  }

  /** TIFF of either order of bytes, and BigTIFF. */
  private static boolean isTiff(String head) {
    String mark = head.substring(0, Math.min(4, head.length()));
    return mark.equals("II*\0")
        || mark.equals("MM\0*")
        || mark.equals("II+\0")
        || mark.equals("MM\0+");
  }

  /** PNG, JPEG, NetCDF, HDF5, GRIB or an ASCII grid. */
  private static boolean isRaster(String head, String begin) {
    return head.startsWith("\u0089PNG")
        || head.startsWith("\u00ff\u00d8\u00ff")
        || isNetcdf(head)
        || head.startsWith("GRIB")
        || begin.startsWith("ncols")
        || begin.startsWith("NCOLS");
  }

  /** NetCDF 3, and HDF5, which NetCDF 4 is. */
  public static boolean isNetcdf(String head) {
    return head.startsWith("CDF\u0001")
        || head.startsWith("CDF\u0002")
        || head.startsWith("\u0089HDF");
  }

  /** Whether a file is a database of SQLite, which may hold tiles. */
  static boolean isDatabase(String head) {
    return head.startsWith("SQLite format 3");
  }

  /** Whether a file begins as a zip, a gzip or a tar does. */
  static boolean isArchive(String head) {
    return head.startsWith("PK\u0003\u0004")
        || head.startsWith("PK\u0005\u0006")
        || head.startsWith("\u001f\u008b")
        || head.startsWith("ustar", 257);
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

  /** The name of a file, without the query of an address. */
  static String plainName(String path) {
    int query = path.contains("://") ? path.indexOf('?') : -1;
    return fileName(query > 0 ? path.substring(0, query) : path);
  }

  /** The last part of a path, without folders and extension. */
  public static String stem(String path) {
    String name = fileName(path);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
