package org.terrella.interop.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;

/** A web worker as the page talks with it. */
public interface WorkerPort extends JSObject {
  void terminate();

  /** Hears a message's data. */
  @JSFunctor
  interface Listener extends JSObject {
    void receive(JSObject data);
  }

  /** Hears that the worker broke. */
  @JSFunctor
  interface Failure extends JSObject {
    void because(String message);
  }

  /** Starts and uses workers that lie beside the page, or takes those that start.js began. */
  final class Workers {
    private Workers() {}

    @JSBody(
        params = {"file", "name", "listener", "failure"},
        script =
            "const early = window.terrellaStarted && window.terrellaStarted[file];"
                + "if (early) delete window.terrellaStarted[file];"
                + "const w = early ? early.worker"
                + "  : window.terrellaSite.worker(file, name);"
                + "w.onmessage = event => listener(event.data);"
                + "w.onerror = event => { event.preventDefault(); failure(String(event.message || 'failed')); };"
                + "if (early) setTimeout(() => early.heard.forEach(event => listener(event.data)));"
                + "return w;")
    public static native WorkerPort start(
        String file, String name, Listener listener, Failure failure);

    @JSBody(
        params = {"target", "message", "transfer"},
        script = "target.postMessage(message, transfer);")
    public static native void post(WorkerPort target, JSObject message, JSArray<JSObject> transfer);

    /** Two ports that are connected with each other. */
    @JSBody(script = "const c = new MessageChannel(); return [c.port1, c.port2];")
    public static native JSArray<JSObject> channel();
  }
}
