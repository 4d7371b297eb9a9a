package org.terrella.processing.engine.wasm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * Copies between Java's arrays and JavaScript's. WebAssembly cannot see the one, JavaScript not the
 * other; both see a small stretch of linear memory, through which the bytes pass in pieces. TeaVM
 * does the same with pieces of 512 elements and as many new objects, which takes twice as long.
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

  static JSObject of(double[] array) {
    JSObject copy = float64(array.length);
    JSObject to = bytesOf(copy);
    for (int at = 0; at < array.length; at += PIECE >> 3) {
      int count = Math.min(PIECE >> 3, array.length - at);
      DOUBLES.clear();
      DOUBLES.put(array, at, count);
      take(to, at << 3, count << 3, view());
    }
    return copy;
  }

  static JSObject of(int[] array) {
    JSObject copy = int32(array.length);
    JSObject to = bytesOf(copy);
    for (int at = 0; at < array.length; at += PIECE >> 2) {
      int count = Math.min(PIECE >> 2, array.length - at);
      INTS.clear();
      INTS.put(array, at, count);
      take(to, at << 2, count << 2, view());
    }
    return copy;
  }

  static JSObject of(byte[] array) {
    JSObject copy = int8(array.length);
    for (int at = 0; at < array.length; at += PIECE) {
      int count = Math.min(PIECE, array.length - at);
      BYTES.clear();
      BYTES.put(array, at, count);
      take(copy, at, count, view());
    }
    return copy;
  }

  /** Made anew each time: one from before linear memory grew sees nothing. */
  private static JSObject view() {
    BYTES.clear();
    return Int8Array.fromJavaBuffer(BYTES);
  }

  @JSBody(params = "length", script = "return new Float64Array(length);")
  private static native JSObject float64(int length);

  @JSBody(params = "length", script = "return new Int32Array(length);")
  private static native JSObject int32(int length);

  @JSBody(params = "length", script = "return new Int8Array(length);")
  private static native JSObject int8(int length);

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
