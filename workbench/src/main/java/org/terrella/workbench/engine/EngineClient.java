package org.terrella.workbench.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teavm.interop.Async;
import org.teavm.interop.AsyncCallback;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.Int32Array;
import org.teavm.jso.typedarrays.Int8Array;
import org.terrella.error.TerrellaException;
import org.terrella.interop.browser.WorkerPort;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.workbench.command.Execution;
import org.terrella.workbench.job.Job;

/**
 * The page's client of the engine. Requests wait for their answer, so they are made in coroutines.
 *
 * <p>When the engine itself breaks, requests under way fail, a fresh engine is started and the
 * tables are read again from where they came from; the page goes on.
 */
public final class EngineClient {
  /** Requests that bring a table into the engine, or out of it. */
  private static final Set<String> RETURN = Set.of("read", "drop", "set-crs");

  private final PainterClient painter;
  private final Map<Integer, Pending> pending = new LinkedHashMap<>();
  private final Map<String, Restore> tables = new HashMap<>();
  private final Map<String, Restore> released = new HashMap<>();
  private final Set<String> returning = new HashSet<>();
  private final List<Listener> listeners = new ArrayList<>();
  private WorkerPort worker;
  private int count;
  private boolean alive;
  private String dead = "";

  public EngineClient(PainterClient painter) {
    this.painter = painter;
    start();
  }

  /** Brings a table back into a fresh engine. */
  @FunctionalInterface
  public interface Restore {
    void run();
  }

  /** Hears that the engine had to be started again. */
  @FunctionalInterface
  public interface Listener {
    void restarted(String reason, List<Restore> lost);
  }

  /**
   * An answer.
   *
   * @param buffers typed arrays
   * @param file what the engine wrote, or null when nothing was asked to be written
   */
  public record Reply(JsonObject header, JSArray<JSObject> buffers, Blob file) {
    /** The first array of the answer. */
    public Int8Array bytes() {
      return (Int8Array) buffers.get(0);
    }

    /** The last array of the answer, which holds numbers of rows. */
    public int[] rows() {
      return ((Int32Array) buffers.get(buffers.getLength() - 1)).copyToJavaArray();
    }
  }

  private record Pending(Progress progress, AsyncCallback<Reply> callback) {}

  /** Hears how far a request is: 0 to 1. */
  @FunctionalInterface
  private interface Progress {
    void at(double fraction, String text);
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** Remembers how a table is brought back after a restart. */
  public void keep(String table, Restore restore) {
    tables.put(table, restore);
  }

  public void forget(String table) {
    tables.remove(table);
    released.remove(table);
  }

  /**
   * Lets a table go, to save memory. The next request about it waits until {@code restore} has read
   * it again.
   */
  public void release(String table, Restore restore) {
    released.put(table, restore);
    request("drop", JsonObject.of().with("table", table));
  }

  /** Whether a table was let go and nothing asked for it since. */
  public boolean isReleased(String table) {
    return released.containsKey(table);
  }

  /** Brings a table back if it was let go; waits. */
  public void bringBack(String table) {
    Restore restore = released.remove(table);
    if (restore == null) {
      awaitReturn(table);
      return;
    }
    returning.add(table);
    try {
      restore.run();
    } catch (RuntimeException failure) {
      released.put(table, restore);
      throw failure;
    } finally {
      returning.remove(table);
    }
  }

  private void awaitReturn(String table) {
    try {
      while (returning.contains(table)) {
        Thread.sleep(20);
      }
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Brings back what a request is about, unless it is part of bringing it back. */
  private void bringBack(String kind, JsonObject header) {
    if (released.isEmpty() && returning.isEmpty() || RETURN.contains(kind)) {
      return;
    }
    if (header.has("table")) {
      bringBack(header.string("table"));
    }
    for (JsonObject input : header.optArray("inputs").objects()) {
      bringBack(input.string("table"));
    }
  }

  /** A request without arrays and outside any job. */
  public Reply request(String kind, JsonObject header) {
    return request(kind, header, null, null);
  }

  /** A request that ends when its command is cancelled. */
  public Reply request(String kind, JsonObject header, Execution execution) {
    bringBack(kind, header);
    int id = ++count;
    execution.throwIfCancelled();
    execution.onCancel(() -> cancel(id));
    return exchange(id, kind, header, new JSArray<>(), null, execution::progress);
  }

  /**
   * A request about some rows of its table.
   *
   * @param rows their numbers
   * @param execution ends the request when it is cancelled
   */
  public Reply requestOf(String kind, JsonObject header, int[] rows, Execution execution) {
    bringBack(kind, header);
    int id = ++count;
    execution.throwIfCancelled();
    execution.onCancel(() -> cancel(id));
    return exchange(id, kind, header, array(rows), null, execution::progress);
  }

  /** A request of a job about some rows of its table. */
  public Reply requestOf(String kind, JsonObject header, int[] rows, Job job) {
    bringBack(kind, header);
    int id = ++count;
    job.throwIfCancelled();
    job.onCancel(() -> cancel(id));
    return exchange(id, kind, header, array(rows), null, job::progress);
  }

  private static JSArray<JSObject> array(int[] rows) {
    JSArray<JSObject> buffers = new JSArray<>();
    buffers.push(Int32Array.copyFromJavaArray(rows));
    return buffers;
  }

  /**
   * Asks the engine and waits for the answer.
   *
   * @param attachment a Blob, or null
   * @param job shows progress and can cancel; or null
   * @throws TerrellaException what the engine answered, {@code cancelled}, or {@code engine-failed}
   */
  public Reply request(String kind, JsonObject header, JSObject attachment, Job job) {
    bringBack(kind, header);
    int id = ++count;
    if (job != null) {
      job.throwIfCancelled();
      job.onCancel(() -> cancel(id));
    }
    return exchange(
        id,
        kind,
        header,
        new JSArray<>(),
        attachment,
        job == null ? (fraction, text) -> {} : job::progress);
  }

  @Async
  private native Reply exchange(
      int id,
      String kind,
      JsonObject header,
      JSArray<JSObject> buffers,
      JSObject attachment,
      Progress progress);

  private void exchange(
      int id,
      String kind,
      JsonObject header,
      JSArray<JSObject> buffers,
      JSObject attachment,
      Progress progress,
      AsyncCallback<Reply> callback) {
    if (!dead.isEmpty()) {
      callback.error(new TerrellaException("engine-failed", dead));
      return;
    }
    pending.put(id, new Pending(progress, callback));
    post(id, kind, header, buffers, attachment);
  }

  private void cancel(int id) {
    post(0, "cancel", JsonObject.of().with("job", (long) id), new JSArray<>(), null);
  }

  private void post(
      int id, String kind, JsonObject header, JSArray<JSObject> buffers, JSObject attachment) {
    WorkerPort.Workers.post(
        worker, message(id, kind, Json.write(header), buffers, attachment), new JSArray<>());
  }

  private void start() {
    alive = false;
    WorkerPort[] own = new WorkerPort[1];
    own[0] =
        WorkerPort.Workers.start(
            "engine.js",
            "owner helped",
            data -> {
              if (worker == own[0]) {
                received(data);
              }
            },
            reason -> {
              if (worker == own[0]) {
                restart(reason);
              }
            });
    worker = own[0];
    WorkerPort.Workers.assist(worker);
    JSArray<JSObject> ports = WorkerPort.Workers.channel();
    JSArray<JSObject> transfer = new JSArray<>();
    transfer.push(ports.get(0));
    WorkerPort.Workers.post(
        worker, message(0, "painter", "{}", new JSArray<>(), ports.get(0)), transfer);
    painter.connect(ports.get(1));
  }

  private void received(JSObject data) {
    String kind = kindOf(data);
    alive |= !kind.equals("fatal");
    JsonObject header = Json.parseObject(headerOf(data));
    if (kind.equals("fatal")) {
      restart(header.string("message"));
      return;
    }
    Pending request = pending.get(idOf(data));
    if (request == null) {
      return;
    }
    switch (kind) {
      case "progress" -> request.progress().at(header.number("fraction"), header.string("text"));
      case "error" -> {
        pending.remove(idOf(data));
        request
            .callback()
            .error(new TerrellaException(header.string("code"), header.string("message")));
      }
      default -> {
        pending.remove(idOf(data));
        request.callback().complete(new Reply(header, buffersOf(data), fileOf(data)));
      }
    }
  }

  private void restart(String reason) {
    worker.terminate();
    List<Pending> broken = new ArrayList<>(pending.values());
    pending.clear();
    released.clear();
    List<Restore> lost = new ArrayList<>(tables.values());
    if (!alive) {
      // An engine that broke before it ever answered would only break again.
      dead = "The engine cannot start in this browser (" + reason + ").";
      for (Pending request : broken) {
        request.callback().error(new TerrellaException("engine-failed", dead));
      }
      return;
    }
    start();
    for (Pending request : broken) {
      request
          .callback()
          .error(
              new TerrellaException(
                  "engine-failed",
                  "The engine broke down in this job (" + reason + "). It was started again."));
    }
    for (Listener listener : List.copyOf(listeners)) {
      listener.restarted(reason, lost);
    }
  }

  @JSBody(
      params = {"id", "kind", "header", "buffers", "attachment"},
      script =
          "return { id: id, kind: kind, header: header, buffers: buffers, attachment: attachment };")
  private static native JSObject message(
      int id, String kind, String header, JSArray<JSObject> buffers, JSObject attachment);

  @JSBody(params = "data", script = "return data.id;")
  private static native int idOf(JSObject data);

  @JSBody(params = "data", script = "return data.kind;")
  private static native String kindOf(JSObject data);

  @JSBody(params = "data", script = "return data.header;")
  private static native String headerOf(JSObject data);

  @JSBody(params = "data", script = "return data.attachment || null;")
  private static native Blob fileOf(JSObject data);

  @JSBody(params = "data", script = "return data.buffers;")
  private static native JSArray<JSObject> buffersOf(JSObject data);
}
