package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teavm.jso.file.Blob;
import org.terrella.document.MapDocument;
import org.terrella.document.Source;
import org.terrella.document.parameters.ServiceCheck;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.BrowserException;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.interop.ol.Rasters;
import org.terrella.interop.ol.Services;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.workspace.Workspace;

/**
 * Opens rasters: GeoTIFF and NetCDF as they are, all else as GeoTIFF made by GDAL. Methods wait.
 */
public final class RasterFiles {
  /** Terrella's own type, for files that jGIS has no type for. */
  static final String OTHER = "RasterFileSource";

  private final App app;
  private final Set<String> open = new HashSet<>();

  public RasterFiles(App app) {
    this.app = app;
  }

  /** Whether sources of a type are rasters. */
  public static boolean isRaster(String sourceType) {
    return sourceType.equals("GeoTiffSource")
        || sourceType.equals("GeoPackageRasterSource")
        || sourceType.equals(OTHER);
  }

  /** The map's layer of a source, in the system that the map is shown in. */
  public Services.ServiceLayer layer(Source source, String projection) {
    JsonObject description = open(source, null);
    String said = source.parameters().optString("projection", "");
    JsonObject declared = description.object("crs");
    String code = said.isEmpty() && app.crs.knows(declared) ? app.crs.codeOf(declared) : said;
    CrsCatalog.Entry own =
        app.crs.get(code.isEmpty() ? CrsGuess.of(description, app.store.document()) : code);
    CrsCatalog.Entry shown = app.crs.get(projection);
    app.crs.define(own.code());
    app.crs.define(shown.code());
    return Promises.await(Lazy.loadRasters())
        .rasterLayer(
            source.id(),
            Json.write(description),
            new String[] {own.code(), own.definition(), shown.code(), shown.definition()});
  }

  /**
   * Opens the raster of a source, unless it is open.
   *
   * @param job what may end the reading, or null
   * @return what {@link Rasters#openRaster} tells
   */
  JsonObject open(Source source, Job job) {
    if (source.path().isEmpty() && urls(source).isEmpty()) {
      throw TerrellaException.invalid("The source \"" + source.name() + "\" names no file.");
    }
    String path = path(source);
    boolean ranges = source.type().equals("GeoTiffSource") && ServiceCheck.isRemote(path);
    return openContent(source, ranges ? null : content(source, path, job));
  }

  /** Opens a raster whose content is here; null stands for an address that is read by ranges. */
  JsonObject openContent(Source source, Blob content) {
    Rasters rasters = Promises.await(Lazy.loadRasters());
    JsonObject spec = source.parameters();
    JsonArray urls = urls(source);
    if (!urls.isEmpty()) {
      spec = urls.object(0);
    }
    String name = Format.fileName(path(source));
    try {
      open.add(source.id());
      return Json.parseObject(
          Promises.await(
                  rasters.openRaster(
                      source.id(),
                      Json.write(spec),
                      content,
                      text -> app.messages.warn(name + ": " + text)))
              .stringValue());
    } catch (BrowserException failure) {
      throw new TerrellaException(failure.name(), name + ": " + failure.getMessage(), failure);
    }
  }

  private static JsonArray urls(Source source) {
    return source.parameters().optArray("urls");
  }

  static String path(Source source) {
    JsonArray urls = urls(source);
    return urls.isEmpty() ? source.path() : urls.object(0).optString("url", "");
  }

  private Blob content(Source source, String path, Job job) {
    if (source.type().equals("GeoTiffSource")) {
      return app.loader.content(path);
    }
    String cached = cachePath(source);
    if (app.workspace.exists(cached)) {
      return app.workspace.read(cached);
    }
    List<GdalClient.NamedBlob> files = new ArrayList<>();
    files.add(new GdalClient.NamedBlob(Format.fileName(path), app.loader.content(path)));
    JsonObject beside = source.parameters().optObject("additionalFiles");
    for (String suffix : beside.keys()) {
      files.add(
          new GdalClient.NamedBlob(
              Format.stem(path) + "." + suffix, app.loader.content(beside.string(suffix))));
    }
    return converted(source, files, job);
  }

  /** The raster in a file that GDAL reads, as GeoTIFF, or the file itself where it need not be. */
  Blob converted(Source source, List<GdalClient.NamedBlob> files, Job job) {
    Blob file = files.get(0).blob();
    String head = Blobs.head(file, Format.HEAD);
    if (Format.of(files.get(0).name(), head) == Format.GEOTIFF || Format.isNetcdf(head)) {
      return file;
    }
    return app.gdal.raster(files, source.parameters().optString("tables", ""), job);
  }

  /** Keeps what GDAL made of a file, so that it is not needed the next time. */
  void remember(Source source, Blob geoTiff) {
    if (!ServiceCheck.isRemote(path(source)) && !source.type().equals("GeoTiffSource")) {
      app.workspace.write(cachePath(source), geoTiff);
    }
  }

  private static String cachePath(Source source) {
    String key = path(source) + "|" + source.parameters().optString("tables", "");
    return Workspace.CACHE + SourceLoader.hash(key) + ".tif";
  }

  /** Closes the rasters that a map does not have. */
  public void retain(MapDocument document) {
    for (String key : List.copyOf(open)) {
      if (!document.sources().containsKey(key)) {
        open.remove(key);
        Lazy.loadRasters()
            .then(
                rasters -> {
                  rasters.dropRaster(key);
                  return null;
                });
      }
    }
  }
}
