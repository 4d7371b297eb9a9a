package org.terrella.processing.engine.wasm;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;
import org.terrella.error.TerrellaException;
import org.terrella.processing.engine.Message;
import org.terrella.processing.engine.ReaderNode;
import org.terrella.processing.engine.TableCodec;
import org.terrella.processing.engine.TableReader;

/** A worker without algorithms: answers one request at a time; files it reads as a stream. */
final class ReaderWorker {
  private final JSObject self;

  ReaderWorker(JSObject self) {
    this.self = self;
  }

  void handle(JSObject event) {
    Message request = JsMessages.read(EngineWorker.data(event));
    if (request.kind().equals("read")) {
      read(request);
    } else {
      ReaderNode.handle(request, this::reply);
    }
  }

  private void reply(Message message) {
    JsMessages.post(self, message);
  }

  private void read(Message request) {
    int id = request.id();
    String name = request.header().string("name");
    try {
      double size = Math.max(1, sizeOf((JSObject) request.attachment()));
      TableReader reader = TableReader.of(request.header().string("format"), name, (long) size);
      double[] fed = {0};
      stream(
          (JSObject) request.attachment(),
          chunk -> {
            try {
              if (chunk != null) {
                reader.feed(chunk.copyToJavaArray());
                fed[0] += chunk.getByteLength();
                reply(Message.progress(id, 0.95 * fed[0] / size, "Reading " + name));
                return true;
              }
              reply(TableCodec.result(id, reader.finish()));
            } catch (RuntimeException | OutOfMemoryError failure) {
              reply(Message.error(id, named(name, failure)));
            }
            return false;
          },
          message ->
              reply(
                  Message.error(
                      id, TerrellaException.malformed(name + " cannot be read: " + message))));
    } catch (RuntimeException failure) {
      reply(Message.error(id, failure));
    }
  }

  /** Errors of a file say which file. */
  private static Throwable named(String name, Throwable failure) {
    return failure instanceof TerrellaException known && !known.getMessage().contains(name)
        ? new TerrellaException(known.code(), name + ": " + known.getMessage())
        : failure;
  }

  @JSBody(params = "blob", script = "return blob.size;")
  private static native double sizeOf(JSObject blob);

  @JSBody(
      params = {"blob", "feed", "failed"},
      script =
          "const reader = blob.stream().getReader();"
              + "const next = () => reader.read().then(r => {"
              + "  if (r.done) { feed(null); return; }"
              + "  const v = r.value;"
              + "  if (feed(new Int8Array(v.buffer, v.byteOffset, v.byteLength))) return next();"
              + "  reader.cancel();"
              + "}, e => failed(String(e && e.message || e)));"
              + "next();")
  private static native void stream(JSObject blob, Feed feed, Failed failed);

  /** Takes a chunk, or null at the end; says whether it wants more. */
  @JSFunctor
  interface Feed extends JSObject {
    boolean take(Int8Array chunk);
  }

  /** Hears why a file could not be read. */
  @JSFunctor
  interface Failed extends JSObject {
    void because(String message);
  }
}
