package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teavm.jso.core.JSArray;
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
 * Opens rasters: GeoTIFF, NetCDF and Zarr as they are, all else as GeoTIFF made by GDAL. Methods
 * wait.
 */
public final class RasterFiles {
  /** Terrella's own type, for files that jGIS has no type for. */
  static final String OTHER = "RasterFileSource";

  static final String ZARR = "GeoZarrSource";

  private final App app;
  private final Set<String> open = new HashSet<>();

  public RasterFiles(App app) {
    this.app = app;
  }

  /** Whether sources of a type are rasters. */
  public static boolean isRaster(String sourceType) {
    return sourceType.equals("GeoTiffSource")
        || sourceType.equals("GeoPackageRasterSource")
        || sourceType.equals(ZARR)
        || sourceType.equals(OTHER);
  }

  /** The map's layer of a source, in the system that the map is shown in. */
  public Services.ServiceLayer layer(Source source, String projection) {
    JsonObject description = open(source, null);
    CrsCatalog.Entry own = crs(source, description);
    CrsCatalog.Entry shown = app.crs.get(projection);
    app.crs.define(own.code());
    app.crs.define(shown.code());
    return Promises.await(Lazy.loadRasters())
        .rasterLayer(
            source.id(),
            Json.write(description),
            new String[] {own.code(), own.definition(), shown.code(), shown.definition()});
  }

  /** The system of a raster: what its source says, else the file, else the likely one. */
  CrsCatalog.Entry crs(Source source, JsonObject description) {
    String said = source.parameters().optString("projection", "");
    JsonObject declared = description.object("crs");
    String code = said.isEmpty() && app.crs.knows(declared) ? app.crs.codeOf(declared) : said;
    return app.crs.get(code.isEmpty() ? CrsGuess.of(description, app.store.document()) : code);
  }

  /**
   * Opens the raster of a source, unless it is open.
   *
   * @param job what may end the reading and hears how much has come, or null
   * @return what {@link Rasters#openRaster} tells
   */
  public JsonObject open(Source source, Job job) {
    String path = path(source);
    if (path.isEmpty()) {
      throw TerrellaException.invalid("The source \"" + source.name() + "\" names no file.");
    }
    if (source.type().equals("GeoTiffSource") && !urls(source).isEmpty()) {
      List<Blob> contents = new ArrayList<>();
      for (JsonObject url : urls(source).objects()) {
        String one = url.optString("url", "");
        contents.add(ServiceCheck.isRemote(one) ? null : content(source, one, job));
      }
      return openContents(source, contents, beside(source), job);
    }
    boolean ranges =
        source.type().equals(ZARR) && !isZip(path)
            || ServiceCheck.isRemote(path) && Format.isZippedZarr(plain(path));
    return openContent(source, ranges ? null : content(source, path, job), job);
  }

  /** Opens a raster whose content is here; null stands for an address that is read by ranges. */
  JsonObject openContent(Source source, Blob content, Job job) {
    return openContents(source, java.util.Collections.singletonList(content), JsonObject.of(), job);
  }

  /**
   * Opens the files of a raster, whose bands follow each other.
   *
   * @param beside what files beside it say, which it does not know by itself: {@code {world, prj}}
   */
  JsonObject openContents(Source source, List<Blob> contents, JsonObject beside, Job job) {
    Rasters rasters = Promises.await(Lazy.loadRasters());
    JSArray<Blob> blobs = new JSArray<>();
    contents.forEach(blobs::push);
    String name = Format.fileName(path(source));
    try {
      open.add(source.id());
      if (job != null) {
        job.throwIfCancelled();
        job.onCancel(() -> rasters.cancelRaster(source.id()));
      }
      return Json.parseObject(
          Promises.await(
                  rasters.openRaster(
                      source.id(),
                      Json.write(spec(source).withAll(beside)),
                      blobs,
                      text -> app.messages.warn(name + ": " + text),
                      bytes -> {
                        if (job != null) {
                          job.progress(0, SourceLoader.megabytes(bytes) + " MB");
                        }
                      }))
              .stringValue());
    } catch (BrowserException failure) {
      throw new TerrellaException(failure.name(), name + ": " + failure.getMessage(), failure);
    }
  }

  /** What the worker is told of a source: its files, and what of them is wanted. */
  private static JsonObject spec(Source source) {
    JsonObject spec = source.parameters();
    if (!urls(source).isEmpty()) {
      return JsonObject.of().with("files", urls(source));
    }
    String path = path(source);
    spec = spec.with("files", JsonArray.of(JsonObject.of().with("url", path)));
    if (!source.type().equals(ZARR)) {
      return spec;
    }
    JsonArray bands =
        spec.has("bands") ? spec.array("bands") : JsonArray.ofStrings(List.of("b04", "b03", "b02"));
    return spec.with("folder", !isZip(path)).with("bands", bands);
  }

  private static boolean isZip(String path) {
    return Format.extension(plain(path)).equals("zip");
  }

  /** An address without its query. */
  static String plain(String path) {
    int query = path.indexOf('?');
    return query > 0 && ServiceCheck.isRemote(path) ? path.substring(0, query) : path;
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
      return fetched(path, job);
    }
    String cached = cachePath(source);
    if (app.workspace.exists(cached)) {
      return app.workspace.read(cached);
    }
    Blob file = fetched(path, job);
    List<GdalClient.NamedBlob> files = new ArrayList<>();
    String name = Format.fileName(plain(path));
    files.add(new GdalClient.NamedBlob(name, file));
    if (Format.of(name, Blobs.head(file, Format.HEAD)) == Format.ARCHIVE) {
      String entry = source.parameters().optString("entry", "");
      List<Archive.Member> members = Archive.members(app.gdal.unpack(files.get(0), job));
      for (Archive.Member member : members) {
        if (entry.isEmpty() || member.path().equals(entry)) {
          return converted(source, member.files(), job);
        }
      }
      throw TerrellaException.notFound(name + " has no " + entry + ".");
    }
    JsonObject beside = source.parameters().optObject("additionalFiles");
    for (String suffix : beside.keys()) {
      files.add(
          new GdalClient.NamedBlob(
              Format.stem(path) + "." + suffix, fetched(beside.string(suffix), job)));
    }
    return converted(source, files, job);
  }

  private Blob fetched(String path, Job job) {
    return job == null ? app.loader.content(path) : app.loader.content(path, job);
  }

  /** The raster in a file that GDAL reads, as GeoTIFF, or the file itself where it need not be. */
  Blob converted(Source source, List<GdalClient.NamedBlob> files, Job job) {
    Blob file = files.get(0).blob();
    String head = Blobs.head(file, Format.HEAD);
    boolean zarr = Format.isArchive(head) && Format.isZippedZarr(files.get(0).name());
    boolean world = worldOf(files) != null;
    if (zarr
        || Format.isNetcdf(head)
        || !world && Format.of(files.get(0).name(), head) == Format.GEOTIFF) {
      return file;
    }
    return app.gdal.raster(files, source.parameters().optString("tables", ""), job);
  }

  /** What the files beside a GeoTIFF say of its place. */
  static JsonObject beside(List<GdalClient.NamedBlob> files) {
    JsonObject said = JsonObject.of();
    GdalClient.NamedBlob world = worldOf(files);
    if (world != null) {
      said = said.with("world", Blobs.text(world.blob()));
    }
    for (GdalClient.NamedBlob file : files) {
      if (Format.extension(file.name()).equals("prj")) {
        said = said.with("prj", Blobs.text(file.blob()));
      }
    }
    return said;
  }

  private JsonObject beside(Source source) {
    JsonObject stored = source.parameters().optObject("additionalFiles");
    List<GdalClient.NamedBlob> files = new ArrayList<>();
    for (String suffix : stored.keys()) {
      files.add(new GdalClient.NamedBlob("." + suffix, app.loader.content(stored.string(suffix))));
    }
    return beside(files);
  }

  private static GdalClient.NamedBlob worldOf(List<GdalClient.NamedBlob> files) {
    for (GdalClient.NamedBlob file : files) {
      String extension = Format.extension(file.name());
      if (extension.equals("tfw") || extension.equals("wld")) {
        return file;
      }
    }
    return null;
  }

  /** Keeps what GDAL made of a file, so that it is not needed the next time. */
  void remember(Source source, Blob geoTiff) {
    boolean zip = Format.isArchive(Blobs.head(geoTiff, Format.HEAD));
    if (!zip && !ServiceCheck.isRemote(path(source)) && !source.type().equals("GeoTiffSource")) {
      app.workspace.write(cachePath(source), geoTiff);
    }
  }

  private static String cachePath(Source source) {
    JsonObject of = source.parameters();
    String entry = of.optString("entry", "");
    String key =
        path(source) + "|" + of.optString("tables", "") + (entry.isEmpty() ? "" : "|" + entry);
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
