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

    /**
     * Starts workers for an owner of the engine, which asks through a port, and ends them with it:
     * see workers/engine.js.
     */
    @JSBody(
        params = "owner",
        script =
            "const c = new MessageChannel(), team = new Map(), end = owner.terminate.bind(owner);"
                + "c.port1.onmessage = event => { const m = event.data;"
                + "  if (m.end) { const w = team.get(m.end); team.delete(m.end); if (w) w.terminate(); return; }"
                + "  const w = window.terrellaSite.worker('engine.js', m.name);"
                + "  team.set(m.start, w);"
                + "  w.onerror = e => { e.preventDefault();"
                + "    c.port1.postMessage({ failed: m.start, reason: String(e.message || 'failed') }); };"
                + "  w.postMessage({ terrellaPort: m.port }, [m.port]);"
                + "};"
                + "owner.terminate = () => { end(); team.forEach(w => w.terminate()); };"
                + "owner.postMessage({ terrellaHelper: c.port2 }, [c.port2]);")
    public static native void assist(WorkerPort owner);

    /** Two ports that are connected with each other. */
    @JSBody(script = "const c = new MessageChannel(); return [c.port1, c.port2];")
    public static native JSArray<JSObject> channel();
  }
}
