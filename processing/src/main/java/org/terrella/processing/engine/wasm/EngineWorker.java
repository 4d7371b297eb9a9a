package org.terrella.processing.engine.wasm;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.terrella.processing.engine.EngineOwner;
import org.terrella.processing.engine.Message;

/**
 * Start of a worker without algorithms, whose name says what it is: {@code owner} or {@code
 * reader}. It is what the page needs to show a map, so nothing here may lead to JTS.
 */
public final class EngineWorker {
  private EngineWorker() {}

  public static void main(String[] arguments) {
    JSObject self = self();
    if (arguments.length > 0 && arguments[0].equals("reader")) {
      receive(new ReaderWorker(self)::handle);
      return;
    }
    PainterPort painter = new PainterPort();
    EngineOwner owner = new EngineOwner(new WorkerPool(), painter);
    receive(
        event -> {
          Message message = JsMessages.read(data(event));
          if (message.kind().equals("painter")) {
            painter.connect((JSObject) message.attachment());
          } else {
            owner.handle(message, answer -> JsMessages.post(self, answer));
          }
        });
  }

  @JSBody(script = "return self;")
  static native JSObject self();

  @JSBody(params = "event", script = "return event.data;")
  static native JSObject data(JSObject event);

  @JSBody(params = "listener", script = "self.terrellaReceive = listener;")
  static native void receive(Listener listener);

  /** Hears the worker's message events. */
  @JSFunctor
  interface Listener extends JSObject {
    void handle(JSObject event);
  }
}
