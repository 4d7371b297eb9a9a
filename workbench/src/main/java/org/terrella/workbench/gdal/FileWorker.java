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
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.Literal;
import org.terrella.interop.browser.WorkerPort;
import org.terrella.workbench.job.Job;
import org.terrella.workbench.message.Messages;

/**
 * A worker that reads and writes files, started when first needed and ended when a job that waits
 * for it is cancelled. Requests wait for their answer.
 */
final class FileWorker {
  private final Map<Integer, Request> pending = new HashMap<>();
  private final String script;
  private final Messages messages;
  private WorkerPort worker;
  private int count;

  /** What waits for an answer; the job may be null. */
  private record Request(AsyncCallback<JSObject> callback, Job job) {}

  /** A worker. */
  FileWorker(String script, Messages messages) {
    this.script = script;
    this.messages = messages;
  }

  boolean isStarted() {
    return worker != null;
  }

  JSObject call(Literal request, Job job) {
    if (isPublished()) {
      throw new TerrellaException(
          "unsupported-format",
          "A published map does not read or write this format; save it with its data, and open it"
              + " in Terrella.");
    }
    int id = ++count;
    request.set("id", id);
    if (job != null) {
      job.throwIfCancelled();
      job.onCancel(() -> stop(TerrellaException.cancelled()));
    }
    return exchange(id, request, job);
  }

  @Async
  private native JSObject exchange(int id, Literal request, Job job);

  private void exchange(int id, Literal request, Job job, AsyncCallback<JSObject> callback) {
    if (worker == null) {
      worker = WorkerPort.Workers.start(script, script, this::received, this::broken);
    }
    pending.put(id, new Request(callback, job));
    WorkerPort.Workers.post(worker, request, new JSArray<>());
  }

  private void received(JSObject data) {
    Request request = pending.get(idOf(data));
    if (request == null) {
      return;
    }
    double progress = progressOf(data);
    if (progress >= 0) {
      if (request.job() != null) {
        request.job().progress(progress, textOf(data));
      }
      return;
    }
    pending.remove(idOf(data));
    String code = errorCodeOf(data);
    if (code.isEmpty()) {
      String warnings = warningsOf(data);
      if (!warnings.isEmpty()) {
        messages.warn(warnings);
      }
      request.callback().complete(resultOf(data));
    } else {
      request.callback().error(new TerrellaException(code, errorMessageOf(data)));
    }
  }

  private void broken(String reason) {
    stop(
        new TerrellaException("engine-failed", "The reader of files broke down (" + reason + ")."));
  }

  private void stop(TerrellaException failure) {
    if (worker != null) {
      worker.terminate();
      worker = null;
    }
    List<Request> waiting = new ArrayList<>(pending.values());
    pending.clear();
    for (Request request : waiting) {
      request.callback().error(failure);
    }
  }

  /** Whether this page has no files of such workers. */
  @JSBody(script = "return Boolean(window.terrellaSite.published);")
  private static native boolean isPublished();

  @JSBody(params = "data", script = "return data.id;")
  private static native int idOf(JSObject data);

  @JSBody(params = "data", script = "return data.progress === undefined ? -1 : data.progress;")
  private static native double progressOf(JSObject data);

  @JSBody(params = "data", script = "return data.text || '';")
  private static native String textOf(JSObject data);

  @JSBody(params = "data", script = "return data.result;")
  private static native JSObject resultOf(JSObject data);

  @JSBody(params = "data", script = "return data.error ? data.error.code : '';")
  private static native String errorCodeOf(JSObject data);

  @JSBody(params = "data", script = "return data.error.message;")
  private static native String errorMessageOf(JSObject data);

  @JSBody(
      params = "data",
      script =
          "const warnings = data.quiet ? [] : data.result.warnings;"
              + "return warnings && warnings.length ? warnings.slice(0, 3).join(' ') : '';")
  private static native String warningsOf(JSObject data);
}
