package org.terrella.workbench.gdal;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.file.Blob;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.Literal;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.workbench.Tasks;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.message.Messages;

/**
 * Files that the engine does not read or write itself: GDAL in a worker, and one for Parquet and
 * Arrow, which GDAL's build does not know. Requests wait for their answer.
 */
public final class GdalClient {
  private final FileWorker gdal;
  private final FileWorker parquet;

  /** Apart from the other one, which ends with a job that is cancelled. */
  private final FileWorker remote;

  public GdalClient(Messages messages) {
    gdal = new FileWorker("gdal.js", messages);
    parquet = new FileWorker("parquet.js", messages);
    remote = new FileWorker("parquet.js", messages);
  }

  /** A file by name. */
  public record NamedBlob(String name, Blob blob) {}

  /** What a file holds: the driver's name and its layers. */
  public record Dataset(String id, String driver, List<JsonObject> layers, boolean columnar) {}

  /** The files inside a zip. */
  public List<NamedBlob> unpack(NamedBlob archive, Job job) {
    Literal request =
        Literal.create()
            .set("op", "unpack")
            .set("name", archive.name())
            .set("blob", archive.blob());
    return files(entriesOf(gdal.call(request, job)));
  }

  private static List<NamedBlob> files(JSArray<JSObject> entries) {
    List<NamedBlob> files = new ArrayList<>();
    for (int i = 0; i < entries.getLength(); i++) {
      files.add(new NamedBlob(nameOf(entries.get(i)), blobOf(entries.get(i))));
    }
    return files;
  }

  /** Files as a zip. */
  public Blob pack(List<NamedBlob> files) {
    return bytesOf(gdal.call(Literal.create().set("op", "pack").set("files", named(files)), null));
  }

  private static JSArray<JSObject> named(List<NamedBlob> files) {
    JSArray<JSObject> named = new JSArray<>();
    for (NamedBlob file : files) {
      named.push(Literal.create().set("name", file.name()).set("blob", file.blob()));
    }
    return named;
  }

  /**
   * Opens a file and looks at its layers.
   *
   * @param files the file itself first, then those that belong to it
   * @param encoding of text in shapefiles; empty to go by the file
   */
  public Dataset open(List<NamedBlob> files, String encoding, Job job) {
    Literal request = Literal.create().set("op", "open").set("files", named(files));
    if (!encoding.isEmpty()) {
      request.set("encoding", encoding);
    }
    String head = Blobs.head(files.get(0).blob(), 6);
    // An Arrow stream begins with a mark and the length of its first message, below 16 MB.
    boolean columnar =
        head.startsWith("PAR1")
            || head.startsWith("ARROW1")
            || head.startsWith("\u00ff\u00ff\u00ff\u00ff");
    FileWorker worker = columnar ? parquet : gdal;
    JsonObject answer = Json.parseObject(Literal.stringify(worker.call(request, job)));
    return new Dataset(
        answer.string("dataset"),
        answer.string("driver"),
        answer.array("layers").objects(),
        columnar);
  }

  /** A layer as FlatGeobuf. */
  public Blob read(Dataset dataset, String layer, Job job) {
    return bytesOf(
        of(dataset)
            .call(
                Literal.create().set("op", "read").set("dataset", dataset.id()).set("layer", layer),
                job));
  }

  /**
   * The raster in a file as GeoTIFF with tiles and overviews.
   *
   * @param files the file itself first, then those that belong to it
   * @param table of a database; empty for its first
   */
  public Blob raster(List<NamedBlob> files, String table, Job job) {
    return bytesOf(
        gdal.call(
            Literal.create().set("op", "raster").set("files", named(files)).set("table", table),
            job));
  }

  /** The files of a raster that was written, and what they could not hold. */
  public record WrittenRaster(List<NamedBlob> files, List<String> warnings) {}

  /**
   * Writes a plain TIFF as a cloud-optimized GeoTIFF or as PNG with the files beside it.
   *
   * @param settings {@code {driver, name, crs, target, warp, classes}}, as the worker takes them
   */
  public WrittenRaster writeRaster(Blob tiff, JsonObject settings, Job job) {
    JSObject result =
        gdal.call(
            ((Literal) Literal.parse(Json.write(settings)))
                .set("op", "write-raster")
                .set("blob", tiff),
            job);
    return new WrittenRaster(
        files(entriesOf(result)), ((JsonArray) Json.parse(warningsOf(result))).strings());
  }

  public void close(Dataset dataset) {
    if (of(dataset).isStarted()) {
      of(dataset).call(Literal.create().set("op", "close").set("dataset", dataset.id()), null);
    }
  }

  private FileWorker of(Dataset dataset) {
    return dataset.columnar() ? parquet : gdal;
  }

  /** A file that was written, and what it could not hold. */
  public record Written(Blob file, List<String> warnings) {}

  /**
   * Writes FlatGeobuf with one of GDAL's drivers or as Parquet, or GeoJSON as TopoJSON; several
   * files come as a zip.
   *
   * @param options of ogr2ogr; the PROJJSON of the CRS for Parquet
   */
  public Written write(Blob input, String driver, String name, JsonArray options, Job job) {
    boolean own = driver.equals("Parquet") || driver.equals("TopoJSON");
    JSObject result =
        (own ? parquet : gdal)
            .call(
                Literal.create()
                    .set("op", "write")
                    .set("blob", input)
                    .set("driver", driver)
                    .set("name", name)
                    .set("options", Literal.parse(Json.write(options))),
                job);
    JsonArray warnings = (JsonArray) Json.parse(warningsOf(result));
    return new Written(bytesOf(result), warnings.strings());
  }

  /**
   * A file of the web, of which parts can be read.
   *
   * @param description {@code {format, featureCount, geometryType, extent, size}}; empty when the
   *     file is to be read as a whole
   * @param table FlatGeobuf without features; nothing when there is no description
   */
  public record Remote(JsonObject description, Blob table) {}

  /**
   * Looks at a file of the web: FlatGeobuf, or Parquet by its name.
   *
   * @param key under which parts of it are asked for
   * @param smallest smaller files are not read in parts, in bytes
   */
  public Remote openRemote(String key, String url, String name, double smallest, Job job) {
    JSObject result =
        remote.call(
            Literal.create()
                .set("op", "remote")
                .set("key", key)
                .set("url", url)
                .set("name", name)
                .set("smallest", smallest),
            job);
    return new Remote(Json.parseObject(descriptionOf(result)), bytesOf(result));
  }

  /**
   * Features of a file of the web.
   *
   * @param table FlatGeobuf with them; without any when they are too many
   * @param fetched bytes that have come of the file so far
   */
  public record Window(Blob table, int features, boolean tooMuch, double fetched) {}

  /**
   * The features that an extent in the file's CRS touches.
   *
   * @throws TerrellaException not-found when the file is not open any more, or cannot be reached;
   *     cancelled when another extent was asked for meanwhile
   */
  public Window window(String key, double[] extent) {
    JSObject result =
        remote.call(
            Literal.create().set("op", "window").set("key", key).set("extent", extent), null);
    return new Window(bytesOf(result), featuresOf(result), isTooMuch(result), fetchedOf(result));
  }

  /** Lets a file of the web go. */
  public void leave(String key) {
    if (remote.isStarted()) {
      Tasks.start(
          () -> remote.call(Literal.create().set("op", "leave").set("key", key), null),
          failure -> failure.printStackTrace());
    }
  }

  @JSBody(params = "result", script = "return JSON.stringify(result.description || {});")
  private static native String descriptionOf(JSObject result);

  @JSBody(params = "result", script = "return result.features;")
  private static native int featuresOf(JSObject result);

  @JSBody(params = "result", script = "return result.tooMuch;")
  private static native boolean isTooMuch(JSObject result);

  @JSBody(params = "result", script = "return result.fetched;")
  private static native double fetchedOf(JSObject result);

  @JSBody(params = "result", script = "return result.entries;")
  private static native JSArray<JSObject> entriesOf(JSObject result);

  @JSBody(params = "entry", script = "return entry.name;")
  private static native String nameOf(JSObject entry);

  @JSBody(params = "entry", script = "return entry.blob;")
  private static native Blob blobOf(JSObject entry);

  @JSBody(params = "result", script = "return new Blob(result.bytes ? [result.bytes] : []);")
  private static native Blob bytesOf(JSObject result);

  @JSBody(params = "result", script = "return JSON.stringify(result.warnings || []);")
  private static native String warningsOf(JSObject result);
}
