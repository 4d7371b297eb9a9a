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
          "fgb",
          "gpkg",
          "kml",
          "gpx",
          "gml",
          "csv",
          "tsv",
          "topojson");
  private static final Set<String> BESIDE =
      Set.of("shx", "dbf", "prj", "cpg", "qix", "sbn", "sbx", "xsd", "csvt", "gfs", "xml");

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
      if (!DATA.contains(Format.extension(entry.name()))) {
        continue;
      }
      String stem = stem(entry.name());
      List<GdalClient.NamedBlob> files = new ArrayList<>();
      files.add(named(entry));
      for (GdalClient.NamedBlob other : entries) {
        if (BESIDE.contains(Format.extension(other.name())) && stem(other.name()).equals(stem)) {
          files.add(named(other));
        }
      }
      members.add(new Member(entry.name(), files));
    }
    return members;
  }

  /** Whether a file belongs to others and is no data by itself. */
  public static boolean isBeside(String name) {
    return BESIDE.contains(Format.extension(name));
  }

  private static GdalClient.NamedBlob named(GdalClient.NamedBlob entry) {
    return new GdalClient.NamedBlob(Format.fileName(entry.name()), entry.blob());
  }

  /** Path without extension; {@code a.shp.xml} belongs to {@code a}. */
  private static String stem(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    int end = lower.endsWith(".shp.xml") ? lower.length() - 8 : lower.lastIndexOf('.');
    return lower.substring(0, Math.max(0, end));
  }
}
