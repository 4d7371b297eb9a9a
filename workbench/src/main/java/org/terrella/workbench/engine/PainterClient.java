package org.terrella.workbench.engine;

import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.Int32Array;
import org.terrella.interop.browser.Literal;
import org.terrella.interop.browser.WorkerPort;

/** The page's client of the worker that paints tiles. */
public final class PainterClient {
  private final WorkerPort worker;
  private final Map<Integer, Request> pending = new HashMap<>();
  private int count;

  public PainterClient() {
    worker =
        WorkerPort.Workers.start(
            "painter.js", "painter", this::received, reason -> failAll(reason));
  }

  /** Settles one promise. */
  @JSFunctor
  interface Settle extends JSObject {
    void with(JSObject value);
  }

  private record Request(Settle resolve, Settle reject) {}

  void connect(JSObject port) {
    JSArray<JSObject> transfer = new JSArray<>();
    transfer.push(port);
    WorkerPort.Workers.post(
        worker, Literal.create().set("type", "port").set("port", port), transfer);
  }

  /** Makes a projection known to the painter; the definition is a PROJ string. */
  public void define(String code, String definition) {
    send(
        Literal.create().set("type", "projection").set("code", code).set("definition", definition));
  }

  /** What is asked of a table from now on waits for what the engine sends of it next. */
  public void await(String key) {
    send(Literal.create().set("type", "await").set("key", key));
  }

  /**
   * The map is shown in the system of this code from now on; tables must be sent anew.
   *
   * @param domain what of the world it can show: west, south, east, north in degrees; empty for all
   */
  public void view(String projection, double[] domain) {
    Literal message = Literal.create().set("type", "view").set("projection", projection);
    send(domain.length == 4 ? message.set("domain", domain) : message);
  }

  /** Rows that are painted alone where a request for a tile names these marks. */
  public void mark(String marks, int[] rows) {
    send(
        Literal.create()
            .set("type", "mark")
            .set("marks", marks)
            .set("rows", (JSObject) Int32Array.copyFromJavaArray(rows)));
  }

  /** Forgets a table. */
  public void drop(String key) {
    send(Literal.create().set("type", "drop").set("key", key));
  }

  /** Ends the requests that wait for a table, because it will not come. */
  public void fail(String key) {
    send(Literal.create().set("type", "fail").set("key", key));
  }

  /**
   * Has a tile painted.
   *
   * @param request {@code {key, projection, extent, resolution, pixelRatio, size, style, filter,
   *     marks}}
   * @param options the loader's options, whose signal ends the request
   */
  public JSPromise<JSObject> paint(Literal request, JSObject options) {
    return ask("paint", request, options);
  }

  /**
   * Has a layer painted as shapes.
   *
   * @param request as for {@link #paint}, and {@code detail}: how many pixels of the resolution are
   *     one of the looks
   */
  public JSPromise<JSObject> record(Literal request) {
    return ask("record", request, null);
  }

  private JSPromise<JSObject> ask(String type, Literal request, JSObject options) {
    int id = ++count;
    request.set("type", type).set("id", id);
    return promise(
        (resolve, reject) -> {
          pending.put(id, new Request(resolve, reject));
          onAbort(options, () -> send(Literal.create().set("type", "cancel").set("id", id)));
          send(request);
        });
  }

  /**
   * Counts the features of a table that pass a filter; {@link #countOf} reads the answer.
   *
   * @param filter filters of a layer, as JSON
   */
  public JSPromise<JSObject> count(String key, String filter) {
    int id = ++count;
    return promise(
        (resolve, reject) -> {
          pending.put(id, new Request(resolve, reject));
          send(
              Literal.create()
                  .set("type", "count")
                  .set("id", id)
                  .set("key", key)
                  .set("filter", filter));
        });
  }

  private void send(JSObject message) {
    WorkerPort.Workers.post(worker, message, new JSArray<>());
  }

  private void received(JSObject data) {
    Request request = pending.remove(idOf(data));
    if (request == null) {
      return;
    }
    JSObject painted = paintedOf(data);
    if (painted != null) {
      request.resolve().with(painted);
    } else if (isCount(data)) {
      request.resolve().with(data);
    } else {
      request.reject().with(errorOf(data));
    }
  }

  private void failAll(String reason) {
    Map<Integer, Request> broken = new HashMap<>(pending);
    pending.clear();
    for (Request request : broken.values()) {
      request.reject().with(error(reason));
    }
  }

  /** Begins what a promise stands for. */
  @JSFunctor
  interface Begin extends JSObject {
    void with(Settle resolve, Settle reject);
  }

  /** Something to do. */
  @JSFunctor
  interface Action extends JSObject {
    void run();
  }

  @JSBody(params = "begin", script = "return new Promise(begin);")
  private static native JSPromise<JSObject> promise(Begin begin);

  @JSBody(
      params = {"options", "action"},
      script =
          "if (options && options.signal) options.signal.addEventListener('abort', action,"
              + " { once: true });")
  private static native void onAbort(JSObject options, Action action);

  @JSBody(params = "data", script = "return data.id;")
  private static native int idOf(JSObject data);

  @JSBody(params = "data", script = "return data.bitmap || data.recording || null;")
  private static native JSObject paintedOf(JSObject data);

  @JSBody(params = "data", script = "return data.count !== undefined;")
  private static native boolean isCount(JSObject data);

  /** The count in an answer. */
  @JSBody(params = "answer", script = "return answer.count;")
  public static native int countOf(JSObject answer);

  @JSBody(params = "data", script = "return new Error(data.error || 'cancelled');")
  private static native JSObject errorOf(JSObject data);

  @JSBody(params = "reason", script = "return new Error(reason);")
  private static native JSObject error(String reason);
}
