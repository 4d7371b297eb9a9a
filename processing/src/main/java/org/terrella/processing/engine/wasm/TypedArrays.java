package org.terrella.processing.engine.wasm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * Copies between Java's arrays and JavaScript's. WebAssembly cannot see the one, JavaScript not the
 * other; both see a small stretch of linear memory, through which the bytes pass in pieces. TeaVM
 * does the same with pieces of 512 elements and as many new objects, which takes twice as long.
 *
 * <p>Fresh memory takes longer to get than to fill, so what a worker has read becomes the memory of
 * its next message to another worker.
 */
final class TypedArrays {
  private static final int PIECE = 1 << 16;
  private static final ByteBuffer BYTES =
      ByteBuffer.allocateDirect(PIECE).order(ByteOrder.nativeOrder());
  private static final IntBuffer INTS = BYTES.asIntBuffer();
  private static final DoubleBuffer DOUBLES = BYTES.asDoubleBuffer();

  private TypedArrays() {}

  static double[] doubles(JSObject array, int length) {
    double[] copy = new double[length];
    JSObject from = bytesOf(array);
    for (int at = 0; at < length; at += PIECE >> 3) {
      int count = Math.min(PIECE >> 3, length - at);
      bring(from, at << 3, count << 3, view());
      DOUBLES.clear();
      DOUBLES.get(copy, at, count);
    }
    return copy;
  }

  static int[] ints(JSObject array, int length) {
    int[] copy = new int[length];
    JSObject from = bytesOf(array);
    for (int at = 0; at < length; at += PIECE >> 2) {
      int count = Math.min(PIECE >> 2, length - at);
      bring(from, at << 2, count << 2, view());
      INTS.clear();
      INTS.get(copy, at, count);
    }
    return copy;
  }

  static byte[] bytes(JSObject array, int length) {
    byte[] copy = new byte[length];
    JSObject from = bytesOf(array);
    for (int at = 0; at < length; at += PIECE) {
      int count = Math.min(PIECE, length - at);
      bring(from, at, count, view());
      BYTES.clear();
      BYTES.get(copy, at, count);
    }
    return copy;
  }

  static JSObject of(double[] array, boolean spare) {
    JSObject copy = float64(space(8 * array.length, spare), array.length);
    JSObject to = bytesOf(copy);
    for (int at = 0; at < array.length; at += PIECE >> 3) {
      int count = Math.min(PIECE >> 3, array.length - at);
      DOUBLES.clear();
      DOUBLES.put(array, at, count);
      take(to, at << 3, count << 3, view());
    }
    return copy;
  }

  static JSObject of(int[] array, boolean spare) {
    JSObject copy = int32(space(4 * array.length, spare), array.length);
    JSObject to = bytesOf(copy);
    for (int at = 0; at < array.length; at += PIECE >> 2) {
      int count = Math.min(PIECE >> 2, array.length - at);
      INTS.clear();
      INTS.put(array, at, count);
      take(to, at << 2, count << 2, view());
    }
    return copy;
  }

  static JSObject of(byte[] array, boolean spare) {
    JSObject copy = int8(space(array.length, spare), array.length);
    for (int at = 0; at < array.length; at += PIECE) {
      int count = Math.min(PIECE, array.length - at);
      BYTES.clear();
      BYTES.put(array, at, count);
      take(copy, at, count, view());
    }
    return copy;
  }

  /** Keeps the memory of a message that was read, and what it brought besides. */
  @JSBody(
      params = "data",
      script =
          "const kept = self.terrellaSpace || (self.terrellaSpace = []);"
              + "for (const array of data.buffers) { kept.push(array.buffer); }"
              + "if (data.spare) { kept.push(...data.spare); }"
              + "self.terrellaSpace = kept.filter(function(space) {"
              + "  return space.byteLength >= 16384 && space.byteLength <= 8388608;"
              + "}).slice(-24);")
  static native void keep(JSObject data);

  /** All memory that is kept, which is given away. */
  @JSBody(
      script =
          "const kept = self.terrellaSpace || [];" + "self.terrellaSpace = [];" + "return kept;")
  static native JSArray<JSObject> rest();

  /** Memory for so many bytes, which may be a little larger. */
  @JSBody(
      params = {"bytes", "spare"},
      script =
          "const kept = spare && self.terrellaSpace || [];"
              + "const at = kept.findIndex(function(space) {"
              + "  return space.byteLength >= bytes && space.byteLength <= 2 * bytes;"
              + "});"
              + "return at < 0 ? new ArrayBuffer(bytes) : kept.splice(at, 1)[0];")
  private static native JSObject space(int bytes, boolean spare);

  /** Made anew each time: one from before linear memory grew sees nothing. */
  private static JSObject view() {
    BYTES.clear();
    return Int8Array.fromJavaBuffer(BYTES);
  }

  @JSBody(
      params = {"space", "length"},
      script = "return new Float64Array(space, 0, length);")
  private static native JSObject float64(JSObject space, int length);

  @JSBody(
      params = {"space", "length"},
      script = "return new Int32Array(space, 0, length);")
  private static native JSObject int32(JSObject space, int length);

  @JSBody(
      params = {"space", "length"},
      script = "return new Int8Array(space, 0, length);")
  private static native JSObject int8(JSObject space, int length);

  @JSBody(
      params = "array",
      script = "return new Int8Array(array.buffer, array.byteOffset, array.byteLength);")
  private static native JSObject bytesOf(JSObject array);

  @JSBody(
      params = {"from", "at", "count", "view"},
      script = "view.set(from.subarray(at, at + count));")
  private static native void bring(JSObject from, int at, int count, JSObject view);

  @JSBody(
      params = {"to", "at", "count", "view"},
      script = "to.set(count < view.length ? view.subarray(0, count) : view, at);")
  private static native void take(JSObject to, int at, int count, JSObject view);
}
