package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.terrella.workbench.gdal.GdalClient;

/** Finds the data files among many, each with the files that belong to it. */
public final class Archive {
  private static final Set<String> DATA =
      Set.of(
          "shp",
          "geojson",
          "json",
          "geojsonl",
          "geojsons",
          "ndjson",
          "topojson",
          "fgb",
          "gpkg",
          "sqlite",
          "kml",
          "gpx",
          "gml",
          "csv",
          "tsv",
          "txt",
          "xlsx",
          "ods",
          "dxf",
          "tab",
          "mif",
          "osm",
          "pbf",
          "mvt",
          "mbtiles",
          "parquet",
          "geoparquet",
          "arrow",
          "arrows",
          "zip",
          "tif",
          "tiff",
          "png",
          "jpg",
          "jpeg",
          "asc",
          "nc",
          "nc4",
          "h5",
          "grib",
          "grib2",
          "grb",
          "hgt",
          "dt0",
          "dt1",
          "dt2",
          "img",
          "bil",
          "bip",
          "bsq");
  private static final Set<String> BESIDE =
      Set.of(
          "shx", "dbf", "prj", "cpg", "qix", "sbn", "sbx", "csvt", "gfs", "xml", "mid", "dat",
          "map", "id", "ind", "hdr", "pgw", "jgw", "tfw", "wld");

  /** What people put beside data for people. */
  private static final Set<String> NOTES =
      Set.of("license.txt", "licence.txt", "readme.txt", "copyright.txt");

  private static final Set<String> WITH_HEADER = Set.of("", "dat", "raw", "bin", "envi");

  private Archive() {}

  /**
   * A data file.
   *
   * @param path where it was
   * @param files itself first, then those that belong to it
   */
  public record Member(String path, List<GdalClient.NamedBlob> files) {}

  public static List<Member> members(List<GdalClient.NamedBlob> entries) {
    List<Member> members = new ArrayList<>();
    for (GdalClient.NamedBlob entry : entries) {
      if (!isData(entry.name()) && !hasHeader(entry.name(), entries)) {
        continue;
      }
      String stem = stem(entry.name());
      List<GdalClient.NamedBlob> files = new ArrayList<>();
      files.add(named(entry));
      for (GdalClient.NamedBlob other : entries) {
        boolean shares = stem(other.name()).equals(stem) || isHeader(other.name(), entry.name());
        if (other != entry && BESIDE.contains(Format.extension(other.name())) && shares) {
          files.add(named(other));
        }
      }
      members.add(new Member(entry.name(), files));
    }
    return members.isEmpty() && entries.size() == 1
        ? List.of(new Member(entries.get(0).name(), List.of(named(entries.get(0)))))
        : members;
  }

  /** The extensions of the files that may belong to one of a given extension. */
  public static List<String> beside(String extension) {
    return switch (extension) {
      case "shp" -> List.of("shx", "dbf", "prj", "cpg");
      case "tab" -> List.of("dat", "map", "id", "ind");
      case "mif" -> List.of("mid");
      case "png" -> List.of("pgw", "wld", "prj", "png.aux.xml");
      case "jpg", "jpeg" -> List.of("jgw", "wld", "prj", extension + ".aux.xml");
      case "tif", "tiff" -> List.of("tfw", "wld", "prj");
      case "asc" -> List.of("prj");
      case "img", "bil", "bsq", "bip", "dat", "raw", "bin", "envi", "" ->
          List.of("hdr", "prj", extension + ".hdr");
      default -> List.of();
    };
  }

  /** Of the zips within others only geodatabases and Zarrs, which are folders, are data. */
  private static boolean isData(String name) {
    String extension = Format.extension(name);
    return DATA.contains(extension)
        && !NOTES.contains(Format.fileName(name).toLowerCase(Locale.ROOT))
        && (!extension.equals("zip")
            || name.toLowerCase(Locale.ROOT).endsWith(".gdb.zip")
            || Format.isZippedZarr(name));
  }

  /** Whether a file without an extension of its own is the bytes of a raster with a header. */
  private static boolean hasHeader(String name, List<GdalClient.NamedBlob> entries) {
    if (WITH_HEADER.contains(Format.extension(name))) {
      for (GdalClient.NamedBlob other : entries) {
        if (isHeader(other.name(), name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** ENVI's headers are called {@code a.hdr} or {@code a.dat.hdr}. */
  private static boolean isHeader(String name, String of) {
    if (!Format.extension(name).equals("hdr")) {
      return false;
    }
    String stem = stem(name);
    String lower = of.toLowerCase(Locale.ROOT);
    return stem.equals(lower) || !Format.extension(of).isEmpty() && stem.equals(stem(of));
  }

  /** Whether a file belongs to others and is no data by itself. */
  public static boolean isBeside(String name) {
    return BESIDE.contains(Format.extension(name));
  }

  private static GdalClient.NamedBlob named(GdalClient.NamedBlob entry) {
    return new GdalClient.NamedBlob(Format.fileName(entry.name()), entry.blob());
  }

  /** What stands behind the stem that a file shares with the one that it belongs to. */
  static String suffix(String main, String name) {
    int dot = main.lastIndexOf('.');
    int stem = dot < 0 ? main.length() + 1 : dot + 1;
    boolean shares =
        name.length() > stem
            && name.substring(0, stem - 1).equalsIgnoreCase(main.substring(0, stem - 1));
    return shares ? name.substring(stem).toLowerCase(Locale.ROOT) : Format.extension(name);
  }

  /**
   * Path without extension; {@code a.shp.xml} belongs to {@code a}, as does {@code a.png.aux.xml}.
   */
  private static String stem(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".aux.xml")) {
      lower = lower.substring(0, lower.length() - 8);
    }
    int end = lower.endsWith(".shp.xml") ? lower.length() - 8 : lower.lastIndexOf('.');
    return lower.substring(0, Math.max(0, end));
  }
}
