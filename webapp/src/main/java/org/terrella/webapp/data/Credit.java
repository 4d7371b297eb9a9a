package org.terrella.webapp.data;

import java.util.List;
import org.teavm.jso.file.Blob;
import org.terrella.document.Source;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Job;

/**
 * Whom the data of a layer are owed to, and under which licence they are: parameters of its source,
 * which go along into files as far as these have a place for them.
 */
public record Credit(String attribution, String license) {
  /** jGIS's own parameter of a source. */
  public static final String ATTRIBUTION = "attribution";

  /** The parameter of a source for its licence, an SPDX identifier. */
  public static final String LICENSE = "terrella:license";

  static final Credit NONE = new Credit("", "");
  private static final String FILE = "LICENSE.txt";

  public static Credit of(Source source) {
    return source == null
        ? NONE
        : new Credit(
            source.parameters().optString(ATTRIBUTION, ""),
            source.parameters().optString(LICENSE, ""));
  }

  boolean isEmpty() {
    return attribution.isEmpty() && license.isEmpty();
  }

  /** As people read it. */
  String text() {
    String licence = license.isEmpty() ? "" : "Licence: " + license;
    return attribution + (attribution.isEmpty() || license.isEmpty() ? "" : "\n") + licence;
  }

  /** What is said where a format has no place for it. */
  String unheld(String format) {
    String told = text().replace("\n", " ");
    return format + " cannot hold the attribution and licence of the data: " + told;
  }

  /** What GDAL is told, so that a driver writes it. */
  JsonArray settings(ExportFormat format) {
    String setting =
        switch (format) {
          case GEOPACKAGE -> "-lco DESCRIPTION=";
          case GML, PMTILES, MBTILES, MVT -> "-dsco DESCRIPTION=";
          case GPX -> "-dsco METADATA_DESCRIPTION=";
          default -> "";
        };
    return isEmpty() || setting.isEmpty()
        ? JsonArray.of()
        : JsonArray.of()
            .with(setting.substring(0, setting.indexOf(' ')))
            .with(setting.substring(setting.indexOf(' ') + 1) + text());
  }

  /** A written file with this in it; a warning where the format cannot hold it. Waits. */
  Blob into(App app, ExportFormat format, Blob file, List<String> warnings, Job job) {
    if (isEmpty()) {
      return file;
    }
    switch (format) {
      case FLATGEOBUF, PARQUET, GEOPACKAGE, GML, PMTILES, MBTILES, MVT, GPX:
        return file;
      case SHAPEFILE:
        List<GdalClient.NamedBlob> files =
            app.gdal.unpack(new GdalClient.NamedBlob("export.zip", file), job);
        files.add(new GdalClient.NamedBlob(FILE, Blobs.ofText(text() + "\n")));
        return app.gdal.pack(files);
      default:
        JsonObject told = JsonObject.of().with("attribution", attribution).with("license", license);
        Blob with =
            Promises.await(
                Promises.await(Lazy.loadAbout())
                    .credited(file, format.extension(), Json.write(told)));
        if (with == null) {
          warnings.add(unheld(format.label()));
          return file;
        }
        return with;
    }
  }
}
