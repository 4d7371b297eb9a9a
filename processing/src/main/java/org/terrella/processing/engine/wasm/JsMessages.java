package org.terrella.processing.engine.wasm;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.typedarrays.BigInt64Array;
import org.terrella.json.Json;
import org.terrella.processing.engine.Message;

/** Messages between Java arrays and the typed arrays that workers transfer. */
final class JsMessages {
  private JsMessages() {}

  /** What came from another worker of the engine, whose memory serves again. */
  static Message take(JSObject data) {
    Message message = read(data);
    TypedArrays.keep(data);
    return message;
  }

  static Message read(JSObject data) {
    JSArray<JSObject> arrays = buffersOf(data);
    List<Object> buffers = new ArrayList<>();
    for (int i = 0; i < arrays.getLength(); i++) {
      addCopy(arrays.get(i), buffers);
    }
    return new Message(
        idOf(data), kindOf(data), Json.parseObject(headerOf(data)), buffers, attachmentOf(data));
  }

  /** Adds within each case: TeaVM gives one local for arrays of several types a wrong type. */
  private static void addCopy(JSObject array, List<Object> buffers) {
    int length = lengthOf(array);
    switch (typeOf(array)) {
      case "Float64Array" -> buffers.add(TypedArrays.doubles(array, length));
      case "Int32Array" -> buffers.add(TypedArrays.ints(array, length));
      case "BigInt64Array" -> buffers.add(((BigInt64Array) array).copyToJavaArray());
      default -> buffers.add(TypedArrays.bytes(array, bytesOf(array)));
    }
  }

  /** Sends a message. */
  static void post(JSObject target, Message message) {
    post(target, message, false, false);
  }

  /** Sends a message to another worker of the engine, in memory of messages that were read. */
  static void pass(JSObject target, Message message) {
    post(target, message, true, false);
  }

  /** As {@link #pass}, with the memory that is left: results are often smaller than inputs. */
  static void answer(JSObject target, Message message) {
    post(target, message, true, true);
  }

  private static void post(JSObject target, Message message, boolean spare, boolean rest) {
    JSArray<JSObject> buffers = new JSArray<>();
    JSArray<JSObject> none = new JSArray<>();
    if (message.kind().equals(Message.FILE)) {
      // A page that makes a Blob of many megabytes itself stands still meanwhile.
      JSObject file = blob(toJs(message.buffers().get(0), false));
      send(target, message.id(), Message.FILE, Json.write(message.header()), none, file, none);
      return;
    }
    for (Object buffer : message.buffers()) {
      buffers.push(toJs(buffer, spare));
    }
    send(
        target,
        message.id(),
        message.kind(),
        Json.write(message.header()),
        buffers,
        (JSObject) message.attachment(),
        rest ? TypedArrays.rest() : none);
  }

  private static JSObject toJs(Object array, boolean spare) {
    if (array instanceof double[] doubles) {
      return TypedArrays.of(doubles, spare);
    } else if (array instanceof int[] ints) {
      return TypedArrays.of(ints, spare);
    } else if (array instanceof long[] longs) {
      return BigInt64Array.copyFromJavaArray(longs);
    }
    return TypedArrays.of((byte[]) array, spare);
  }

  @JSBody(params = "bytes", script = "return new Blob([bytes]);")
  private static native JSObject blob(JSObject bytes);

  @JSBody(params = "data", script = "return data.buffers;")
  private static native JSArray<JSObject> buffersOf(JSObject data);

  @JSBody(params = "data", script = "return data.id;")
  private static native int idOf(JSObject data);

  @JSBody(params = "data", script = "return data.kind;")
  private static native String kindOf(JSObject data);

  @JSBody(params = "data", script = "return data.header;")
  private static native String headerOf(JSObject data);

  @JSBody(params = "data", script = "return data.attachment || null;")
  private static native JSObject attachmentOf(JSObject data);

  @JSBody(params = "array", script = "return array.constructor.name;")
  private static native String typeOf(JSObject array);

  @JSBody(params = "array", script = "return array.length;")
  private static native int lengthOf(JSObject array);

  @JSBody(params = "array", script = "return array.byteLength;")
  private static native int bytesOf(JSObject array);

  @JSBody(
      params = {"target", "id", "kind", "header", "buffers", "attachment", "spare"},
      script =
          "target.postMessage({ id: id, kind: kind, header: header, buffers: buffers,"
              + " attachment: attachment, spare: spare },"
              + " buffers.map(b => b.buffer).concat(spare));")
  private static native void send(
      JSObject target,
      int id,
      String kind,
      String header,
      JSArray<JSObject> buffers,
      JSObject attachment,
      JSArray<JSObject> spare);
}
