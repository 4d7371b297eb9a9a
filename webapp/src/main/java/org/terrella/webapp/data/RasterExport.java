package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.file.Blob;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.BrowserException;
import org.terrella.interop.browser.Downloads;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Job;

/** A raster layer on its way into a file, whatever format it was read from. All methods wait. */
public final class RasterExport {
  /** What reading takes of the whole. */
  private static final double READING = 0.6;

  private final App app;
  private final Job job;
  private final List<String> warnings = new ArrayList<>();

  public RasterExport(App app, Job job) {
    this.app = app;
    this.job = job;
  }

  /** The formats that rasters are written to. */
  public enum Format {
    COG("tif", "GeoTIFF, cloud-optimized", "COG"),
    PNG_ZIP("zip", "PNG with world file (zip)", "PNG"),
    PNG("png", "PNG with world file", "PNG");

    private final String extension;
    private final String label;
    private final String driver;

    Format(String extension, String label, String driver) {
      this.extension = extension;
      this.label = label;
      this.driver = driver;
    }

    public String extension() {
      return extension;
    }

    public String label() {
      return label;
    }

    /**
     * The format that a path names.
     *
     * @throws TerrellaException unsupported-format, naming those that there are
     */
    public static Format of(String path) {
      String extension = org.terrella.webapp.data.Format.extension(path);
      for (Format format : values()) {
        if (format.extension.equals(extension.equals("tiff") ? "tif" : extension)) {
          return format;
        }
      }
      throw TerrellaException.unsupported(
          "\""
              + path
              + "\" names no format that rasters can be written to; use .tif (cloud-optimized"
              + " GeoTIFF), .png, or .zip (PNG with the files beside it).");
    }
  }

  /** What the format could not hold, in sentences. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * The files, the first of which has the name that was asked for.
   *
   * @param target code of their CRS; empty for the raster's own
   * @param resampling how pixels of another CRS are found, as gdalwarp calls it
   */
  public List<GdalClient.NamedBlob> files(
      Layer layer, Format format, String target, String resampling, String name) {
    Source source = app.store.document().sourceOf(layer);
    JsonObject description = app.rasters.open(source, job);
    CrsCatalog.Entry own = app.rasters.crs(source, description);
    List<JsonObject> bands = description.array("bands").objects();
    Credit credit = Credit.of(source);
    if (!credit.isEmpty() && format != Format.COG) {
      warnings.add(credit.unheld("PNG"));
    }
    boolean picture = format != Format.COG && !fitsPng(bands);
    if (picture) {
      warnings.add(
          "PNG holds whole numbers of 8 or 16 bits in up to four bands; the colours that the map"
              + " shows were written instead of the values.");
    }
    Blob plain = plain(source.id(), picture);
    boolean moves = !target.isEmpty() && !target.equals(own.code());
    boolean classes = description.optString("look", "").equals("palette");
    job.progress(READING, "Writing " + name);
    GdalClient.WrittenRaster written =
        app.gdal.writeRaster(
            plain,
            JsonObject.of()
                .with("driver", format.driver)
                .with("name", name)
                .with("crs", definition(own))
                .with("target", moves ? definition(app.crs.get(target)) : "")
                .with("warp", JsonArray.ofStrings(warp(bands, resampling, picture, classes)))
                .with("credit", format == Format.COG ? credit.text() : "")
                .with("classes", classes && !picture),
            job);
    warnings.addAll(written.warnings());
    if (format != Format.PNG_ZIP) {
      return written.files();
    }
    return List.of(new GdalClient.NamedBlob(name + ".zip", app.gdal.pack(written.files())));
  }

  private Blob plain(String key, boolean picture) {
    Downloads.Download writing =
        Promises.await(Lazy.loadRasters())
            .writeRaster(
                key,
                picture,
                (share, all) -> job.progress(READING * share / all, "Reading the raster"));
    job.onCancel(writing::end);
    try {
      return Promises.await(writing.getFile());
    } catch (BrowserException failure) {
      throw new TerrellaException(failure.name(), failure.getMessage(), failure);
    }
  }

  private static boolean fitsPng(List<JsonObject> bands) {
    String type = bands.get(0).string("type");
    for (JsonObject band : bands) {
      if (!band.string("type").equals(type)) {
        return false;
      }
    }
    return bands.size() <= 4 && (type.equals("Byte") || type.equals("UInt16"));
  }

  /** Outside of the raster there is no data: as it has it, else not a number, else transparent. */
  private static List<String> warp(
      List<JsonObject> bands, String resampling, boolean picture, boolean classes) {
    List<String> options = new ArrayList<>(List.of("-r", resampling));
    boolean alpha = picture;
    for (JsonObject band : bands) {
      alpha |= band.optString("colorInterpretation", "").equals("Alpha");
    }
    if (alpha || classes || bands.get(0).has("nodata")) {
      return options;
    }
    options.addAll(
        bands.get(0).string("type").startsWith("Float")
            ? List.of("-dstnodata", "nan")
            : List.of("-dstalpha"));
    return options;
  }

  /** A system as GDAL is told of it. */
  private static String definition(CrsCatalog.Entry entry) {
    return entry.code().startsWith("CUSTOM:") ? entry.definition() : entry.code();
  }
}
