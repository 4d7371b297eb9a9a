package org.terrella.webapp.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.teavm.jso.file.Blob;
import org.terrella.document.Source;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.BrowserException;
import org.terrella.interop.browser.Downloads;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.json.JsonValue;
import org.terrella.workbench.engine.EngineClient;
import org.terrella.workbench.gdal.GdalClient;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.message.Messages;
import org.terrella.workbench.workspace.Workspace;

/** Brings a document's sources into the engine. All methods wait. */
public final class SourceLoader {
  /** A file of the web above which a person is told what it costs. */
  private static final double LARGE = 50e6;

  /** The engine holds a file and its table side by side; it refuses more. */
  private static final double LARGEST_FLATGEOBUF = 700e6;

  private final Messages messages;
  private final Workspace workspace;
  private final EngineClient engine;
  private final GdalClient gdal;
  private final CrsCatalog crs;
  private final RemoteTables remote;

  public SourceLoader(
      Messages messages,
      Workspace workspace,
      EngineClient engine,
      GdalClient gdal,
      CrsCatalog crs,
      RemoteTables remote) {
    this.messages = messages;
    this.workspace = workspace;
    this.engine = engine;
    this.gdal = gdal;
    this.crs = crs;
    this.remote = remote;
  }

  /** Whether this version can load a source of the type. */
  public static boolean loads(String sourceType) {
    return switch (sourceType) {
      case "GeoJSONSource",
          "FlatGeobufSource",
          "ShapefileSource",
          "GeoPackageVectorSource",
          "OgrSource" ->
          true;
      default -> false;
    };
  }

  /**
   * Reads a source into a table of the engine; of a large file on the web, what the map shows of it
   * will follow.
   *
   * @return the table's summary; its CRS is the source's {@code projection} where it names one
   */
  public JsonObject load(Source source, String table, Job job) {
    Optional<JsonObject> part = loadPart(source, table, job);
    return part.isPresent() ? withCrs(source, table, part.get()) : loadAll(source, table, job);
  }

  /**
   * Opens a large file of the web whose host serves parts of it.
   *
   * @return summary of a table without rows; empty when the source has to be read as a whole
   */
  Optional<JsonObject> loadPart(Source source, String table, Job job) {
    remote.forget(table);
    boolean known = source.type().equals("FlatGeobufSource") || source.type().equals("OgrSource");
    String name = Format.plainName(source.path());
    if (!known || !isRemote(source.path()) || !RemoteTables.mayBe(name)) {
      return Optional.empty();
    }
    // No lambda: one that waits makes every function of the page one that may.
    Optional<Blob> empty = remote.open(source, name, table, job);
    return empty.isPresent()
        ? Optional.of(read(empty.get(), name, "flatgeobuf", table, job))
        : Optional.empty();
  }

  /** Reads all of a source, of which there was a part only. */
  JsonObject loadRest(Source source, String table, Job job) {
    RemoteTables.Remote held = remote.of(table).orElseThrow();
    if (source.type().equals("FlatGeobufSource") && held.size() > LARGEST_FLATGEOBUF) {
      throw new TerrellaException(
          "out-of-memory",
          Format.fileName(source.path())
              + " has "
              + megabytes(held.size())
              + " MB; of more than "
              + megabytes(LARGEST_FLATGEOBUF)
              + " MB only what the map shows can be used.");
    }
    remote.forget(table);
    try {
      return loadAll(source, table, job);
    } catch (RuntimeException failure) {
      remote.restore(table, held);
      throw failure;
    }
  }

  private JsonObject loadAll(Source source, String table, Job job) {
    JsonObject summary =
        switch (source.type()) {
          case "GeoJSONSource" -> readDirectly(source, table, "geojson", job);
          case "FlatGeobufSource" -> readDirectly(source, table, "flatgeobuf", job);
          default -> readWithGdal(source, table, job);
        };
    return withCrs(source, table, summary);
  }

  private JsonObject readDirectly(Source source, String table, String format, Job job) {
    JsonValue inline = source.parameters().members().get("data");
    Blob blob =
        inline instanceof JsonObject object
            ? Blobs.ofText(Json.write(object))
            : content(source.path(), job);
    String name = inline instanceof JsonObject ? source.name() : Format.fileName(source.path());
    return read(blob, name, format, table, job);
  }

  /** Reads a file of a format that the engine knows itself. */
  public JsonObject read(Blob blob, String name, String format, String table, Job job) {
    return remote.told(
        table,
        engine
            .request(
                "read",
                JsonObject.of().with("table", table).with("name", name).with("format", format),
                blob,
                job)
            .header());
  }

  private JsonObject readWithGdal(Source source, String table, Job job) {
    String layer = layerOf(source);
    String encoding = source.parameters().optString("encoding", "");
    String cached = cachePath(source);
    if (workspace.exists(cached)) {
      return read(workspace.read(cached), Format.fileName(source.path()), "flatgeobuf", table, job);
    }
    List<GdalClient.NamedBlob> files = files(source, job);
    GdalClient.Dataset dataset = gdal.open(files, explicit(encoding), job);
    try {
      String chosen = layer.isEmpty() ? dataset.layers().get(0).string("name") : layer;
      Blob flatgeobuf = gdal.read(dataset, chosen, job);
      JsonObject summary =
          read(flatgeobuf, Format.fileName(source.path()), "flatgeobuf", table, job);
      remember(source, flatgeobuf);
      return summary;
    } finally {
      gdal.close(dataset);
    }
  }

  /** jGIS documents say UTF-8 for every shapefile, whatever its .cpg says. */
  private static String explicit(String encoding) {
    return encoding.equals("UTF-8") ? "" : encoding;
  }

  private static String layerOf(Source source) {
    JsonValue tables = source.parameters().opt("tables", JsonNull.NULL);
    if (tables instanceof JsonString one) {
      return one.value();
    }
    if (tables instanceof JsonArray many && !many.isEmpty()) {
      return many.string(0);
    }
    return source.parameters().optString("layer", "");
  }

  /** The file of a source, and those beside it that belong to it. */
  private List<GdalClient.NamedBlob> files(Source source, Job job) {
    String path = source.path();
    String inside = source.parameters().optString("entry", "");
    Blob blob = content(path, job);
    if (!Format.isArchive(Blobs.head(blob, Format.HEAD))) {
      List<GdalClient.NamedBlob> files = new ArrayList<>();
      files.add(new GdalClient.NamedBlob(Format.plainName(path), blob));
      JsonObject beside = source.parameters().optObject("additionalFiles");
      for (String name : beside.keys()) {
        files.add(
            new GdalClient.NamedBlob(
                Format.fileName(beside.string(name)), content(beside.string(name), job)));
      }
      return files;
    }
    List<Archive.Member> members =
        Archive.members(gdal.unpack(new GdalClient.NamedBlob(Format.plainName(path), blob), job));
    for (Archive.Member member : members) {
      if (inside.isEmpty() || member.path().equals(inside)) {
        return member.files();
      }
    }
    throw TerrellaException.notFound(
        Format.fileName(path) + (inside.isEmpty() ? " holds no data." : " has no " + inside + "."));
  }

  /**
   * The content of a path of the workspace, of the site, or of a URL that the user gave.
   *
   * @param job what is told how much of a file of the web has come, and may end it
   */
  public Blob content(String path, Job job) {
    return content(
        path,
        false,
        job::progress,
        download -> {
          job.onCancel(download::end);
          job.throwIfCancelled();
        });
  }

  /**
   * The content of a web address, or null as soon as it is known to be a GeoTIFF, which is better
   * read in parts.
   */
  Blob contentUnlessTiff(String url, Job job) {
    return content(
        url,
        true,
        job::progress,
        download -> {
          job.onCancel(download::end);
          job.throwIfCancelled();
        });
  }

  /** The content of a path that nobody waits for in the list of jobs. */
  public Blob content(String path) {
    return content(path, false, (fraction, text) -> {}, download -> {});
  }

  private Blob content(
      String path,
      boolean unlessTiff,
      BiConsumer<Double, String> told,
      Consumer<Downloads.Download> begun) {
    boolean remote = isRemote(path);
    // Beside a page on a disk lie files that the page holds, and no others: see portable.js.
    boolean beside = path.startsWith("file:") || path.startsWith("samples/");
    if (!remote && !beside && path.contains(":")) {
      throw TerrellaException.invalid("\"" + path + "\" is neither a file nor a web address.");
    }
    if (!remote && !beside) {
      return workspace.read(path);
    }
    boolean[] warned = {false};
    Downloads.Download download =
        Promises.await(Lazy.loadDownloads())
            .startDownload(
                path,
                unlessTiff,
                (come, total) -> {
                  told.accept(
                      total > 0 ? come / total : 0.0,
                      megabytes(come) + (total > 0 ? " of " + megabytes(total) : "") + " MB");
                  if (!warned[0] && Math.max(come, total) > LARGE) {
                    warned[0] = true;
                    messages.warn(
                        Format.plainName(path)
                            + " is fetched as a whole; it is a large file"
                            + (total > 0 ? " of " + megabytes(total) + " MB." : "."));
                  }
                });
    begun.accept(download);
    try {
      return Promises.await(download.getFile());
    } catch (BrowserException unreachable) {
      begun.accept(download);
      throw new TerrellaException("not-found", unreachable.getMessage(), unreachable);
    }
  }

  /** One digit behind the point. */
  static String megabytes(double bytes) {
    long tenths = Math.round(bytes / 1e5);
    return tenths / 10 + "." + tenths % 10;
  }

  private JsonObject withCrs(Source source, String table, JsonObject summary) {
    String chosen = source.parameters().optString("projection", "");
    // jGIS writes WGS84 as the default for shapefiles, which says nothing about the file.
    boolean says =
        !chosen.isEmpty() && !(source.type().equals("ShapefileSource") && chosen.equals("WGS84"));
    String code = says ? chosen : crs.codeOf(summary.object("crs"));
    return code.isEmpty() || crs.find(code) == null ? summary : setCrs(table, code);
  }

  /** Gives a table a CRS. */
  public JsonObject setCrs(String table, String code) {
    return remote.told(
        table,
        engine
            .request(
                "set-crs", JsonObject.of().with("table", table).with("crs", crs.forEngine(code)))
            .header());
  }

  /** Keeps the FlatGeobuf that GDAL made of a source, so that it is not needed the next time. */
  public void remember(Source source, Blob flatgeobuf) {
    if (!isRemote(source.path())) {
      workspace.write(cachePath(source), flatgeobuf);
    }
  }

  private static String cachePath(Source source) {
    JsonObject of = source.parameters();
    String key =
        source.path()
            + "|"
            + of.optString("entry", "")
            + "|"
            + layerOf(source)
            + "|"
            + of.optString("encoding", "");
    return Workspace.CACHE + hash(key) + ".fgb";
  }

  private static boolean isRemote(String path) {
    return path.startsWith("https://") || path.startsWith("http://");
  }

  static String hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return Long.toHexString(hash);
  }
}
