package org.terrella.workbench.gdal;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.file.Blob;
import org.terrella.interop.browser.Blobs;
import org.terrella.interop.browser.Literal;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.message.Messages;

/**
 * Files that the engine does not read or write itself: GDAL in a worker, and one for Parquet and
 * Arrow, which GDAL's build does not know. Requests wait for their answer.
 */
public final class GdalClient {
  private final FileWorker gdal;
  private final FileWorker parquet;

  public GdalClient(Messages messages) {
    gdal = new FileWorker("gdal.js", "classic", messages);
    parquet = new FileWorker("parquet.js", "module", messages);
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

  @JSBody(params = "result", script = "return result.entries;")
  private static native JSArray<JSObject> entriesOf(JSObject result);

  @JSBody(params = "entry", script = "return entry.name;")
  private static native String nameOf(JSObject entry);

  @JSBody(params = "entry", script = "return entry.blob;")
  private static native Blob blobOf(JSObject entry);

  @JSBody(params = "result", script = "return new Blob([result.bytes]);")
  private static native Blob bytesOf(JSObject result);

  @JSBody(params = "result", script = "return JSON.stringify(result.warnings || []);")
  private static native String warningsOf(JSObject result);
}
