package org.terrella.workbench.gdal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.interop.Async;
import org.teavm.interop.AsyncCallback;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.file.Blob;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Literal;
import org.terrella.interop.browser.WorkerPort;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.message.Messages;

/**
 * GDAL in its worker, started when first needed and ended when a job that waits for it is
 * cancelled. Requests wait for their answer.
 */
public final class GdalClient {
  private final Map<Integer, AsyncCallback<JSObject>> pending = new HashMap<>();
  private WorkerPort worker;
  private int count;

  private final Messages messages;

  public GdalClient(Messages messages) {
    this.messages = messages;
  }

  /** A file by name. */
  public record NamedBlob(String name, Blob blob) {}

  /** What a file holds: GDAL's driver and its layers. */
  public record Dataset(String id, String driver, List<JsonObject> layers) {}

  /** The files inside a zip. */
  public List<NamedBlob> unpack(NamedBlob archive, Job job) {
    Literal request =
        Literal.create()
            .set("op", "unpack")
            .set("name", archive.name())
            .set("blob", archive.blob());
    JSArray<JSObject> entries = entriesOf(call(request, job));
    List<NamedBlob> files = new ArrayList<>();
    for (int i = 0; i < entries.getLength(); i++) {
      files.add(new NamedBlob(nameOf(entries.get(i)), blobOf(entries.get(i))));
    }
    return files;
  }

  /** Files as a zip. */
  public Blob pack(List<NamedBlob> files) {
    return bytesOf(call(Literal.create().set("op", "pack").set("files", named(files)), null));
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
    JsonObject answer = Json.parseObject(Literal.stringify(call(request, job)));
    JsonArray layers = answer.array("layers");
    return new Dataset(answer.string("dataset"), answer.string("driver"), layers.objects());
  }

  /** A layer as FlatGeobuf. */
  public Blob read(Dataset dataset, String layer, Job job) {
    return bytesOf(
        call(
            Literal.create().set("op", "read").set("dataset", dataset.id()).set("layer", layer),
            job));
  }

  public void close(Dataset dataset) {
    if (worker != null) {
      call(Literal.create().set("op", "close").set("dataset", dataset.id()), null);
    }
  }

  /** Writes FlatGeobuf with one of GDAL's drivers; several files come as a zip. */
  public Blob write(Blob flatgeobuf, String driver, String name, JsonArray options, Job job) {
    return bytesOf(
        call(
            Literal.create()
                .set("op", "write")
                .set("blob", flatgeobuf)
                .set("driver", driver)
                .set("name", name)
                .set("options", Literal.parse(Json.write(options))),
            job));
  }

  private JSObject call(Literal request, Job job) {
    int id = ++count;
    request.set("id", id);
    if (job != null) {
      job.throwIfCancelled();
      job.onCancel(this::end);
    }
    return exchange(id, request);
  }

  @Async
  private native JSObject exchange(int id, Literal request);

  private void exchange(int id, Literal request, AsyncCallback<JSObject> callback) {
    if (worker == null) {
      worker = WorkerPort.Workers.start("gdal.js", "classic", "gdal", this::received, this::broken);
    }
    pending.put(id, callback);
    WorkerPort.Workers.post(worker, request, new JSArray<>());
  }

  private void received(JSObject data) {
    AsyncCallback<JSObject> callback = pending.remove(idOf(data));
    if (callback == null) {
      return;
    }
    String code = errorCodeOf(data);
    if (code.isEmpty()) {
      String warnings = warningsOf(data);
      if (!warnings.isEmpty()) {
        messages.warn(warnings);
      }
      callback.complete(resultOf(data));
    } else {
      callback.error(new TerrellaException(code, errorMessageOf(data)));
    }
  }

  private void broken(String reason) {
    stop(new TerrellaException("engine-failed", "GDAL broke down (" + reason + ")."));
  }

  private void end() {
    stop(TerrellaException.cancelled());
  }

  private void stop(TerrellaException failure) {
    if (worker != null) {
      worker.terminate();
      worker = null;
    }
    List<AsyncCallback<JSObject>> waiting = new ArrayList<>(pending.values());
    pending.clear();
    for (AsyncCallback<JSObject> callback : waiting) {
      callback.error(failure);
    }
  }

  @JSBody(params = "data", script = "return data.id;")
  private static native int idOf(JSObject data);

  @JSBody(params = "data", script = "return data.result;")
  private static native JSObject resultOf(JSObject data);

  @JSBody(params = "data", script = "return data.error ? data.error.code : '';")
  private static native String errorCodeOf(JSObject data);

  @JSBody(params = "data", script = "return data.error.message;")
  private static native String errorMessageOf(JSObject data);

  @JSBody(params = "result", script = "return result.entries;")
  private static native JSArray<JSObject> entriesOf(JSObject result);

  @JSBody(params = "entry", script = "return entry.name;")
  private static native String nameOf(JSObject entry);

  @JSBody(params = "entry", script = "return entry.blob;")
  private static native Blob blobOf(JSObject entry);

  @JSBody(params = "result", script = "return new Blob([result.bytes]);")
  private static native Blob bytesOf(JSObject result);

  @JSBody(
      params = "data",
      script =
          "const warnings = data.result.warnings;"
              + "return warnings && warnings.length ? warnings.slice(0, 3).join(' ') : '';")
  private static native String warningsOf(JSObject data);
}
