package org.terrella.processing.engine.wasm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int32Array;
import org.terrella.processing.engine.EngineOwner;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.feature.IntegerColumn;
import org.terrella.processing.feature.RealColumn;

/** The way to the worker that paints tiles; geometry and styled attributes go there directly. */
final class PainterPort implements EngineOwner.Painter {
  private JSObject port;

  void connect(JSObject newPort) {
    port = newPort;
  }

  @Override
  public void show(
      String key, FeatureTable table, String projection, List<String> fields, boolean whole) {
    if (port == null) {
      return;
    }
    JSObject values = object();
    for (Field field : table.fields()) {
      if (fields.contains(field.name())) {
        put(values, field.name(), values(table.column(field.name())));
      }
    }
    if (!whole) {
      sendFields(port, key, values);
      return;
    }
    GeometryColumn geometry = table.geometry();
    boolean points = isOnlyPoints(geometry);
    send(
        port,
        key,
        projection,
        geometry.stride(),
        TypedArrays.of(geometry.types(), false),
        points ? null : TypedArrays.of(geometry.partOffsets(), false),
        points ? null : TypedArrays.of(geometry.ringOffsets(), false),
        points ? null : TypedArrays.of(geometry.vertexOffsets(), false),
        TypedArrays.of(geometry.coordinates(), false),
        geometry.partTypes() == null ? null : TypedArrays.of(geometry.partTypes(), false),
        values);
  }

  /** Whether each row is one point; then row and vertex are the same, and offsets say nothing. */
  private static boolean isOnlyPoints(GeometryColumn geometry) {
    byte[] types = geometry.types();
    boolean only = geometry.coordinates().length == types.length * geometry.stride();
    for (int row = 0; only && row < types.length; row++) {
      only = types[row] == GeometryType.POINT.code();
    }
    return only;
  }

  /** Numbers with NaN for null, or codes of words with -1 for null. */
  private static JSObject values(Column column) {
    if (column instanceof IntegerColumn integers) {
      double[] numbers = new double[column.size()];
      for (int row = 0; row < numbers.length; row++) {
        numbers[row] = integers.isNull(row) ? Double.NaN : integers.get(row);
      }
      return Float64Array.copyFromJavaArray(numbers);
    }
    if (column instanceof RealColumn reals) {
      double[] numbers = reals.values().clone();
      for (int row = 0; row < numbers.length; row++) {
        if (reals.isNull(row)) {
          numbers[row] = Double.NaN;
        }
      }
      return Float64Array.copyFromJavaArray(numbers);
    }
    Map<Object, Integer> known = new HashMap<>();
    JSArray<JSObject> words = new JSArray<>();
    int[] codes = new int[column.size()];
    for (int row = 0; row < codes.length; row++) {
      Object value = column.value(row);
      Integer code = value == null ? Integer.valueOf(-1) : known.get(value);
      if (code == null) {
        code = words.getLength();
        known.put(value, code);
        words.push(
            value instanceof Boolean truth ? truth(truth) : JSString.valueOf(value.toString()));
      }
      codes[row] = code;
    }
    return coded(Int32Array.copyFromJavaArray(codes), words);
  }

  @JSBody(
      params = {"codes", "words"},
      script = "return { codes: codes, words: words };")
  private static native JSObject coded(JSObject codes, JSObject words);

  @JSBody(
      params = {"port", "key", "fields"},
      script =
          "const buffers = Object.values(fields).map(v => (v.codes || v).buffer);"
              + "port.postMessage({ type: 'fields', key: key, fields: fields }, buffers);")
  private static native void sendFields(JSObject port, String key, JSObject fields);

  @JSBody(params = "value", script = "return value;")
  private static native JSObject truth(boolean value);

  @JSBody(script = "return Object.create(null);")
  private static native JSObject object();

  @JSBody(
      params = {"target", "name", "value"},
      script = "target[name] = value;")
  private static native void put(JSObject target, String name, JSObject value);

  @JSBody(
      params = {
        "port",
        "key",
        "projection",
        "stride",
        "types",
        "partOffsets",
        "ringOffsets",
        "vertexOffsets",
        "coordinates",
        "partTypes",
        "fields"
      },
      script =
          "const m = { type: 'table', key, projection, stride, types, partOffsets, ringOffsets,"
              + " vertexOffsets, coordinates, partTypes, fields };"
              + "const own = Object.values(fields).map(v => v.codes || v);"
              + "const all = [types, partOffsets, ringOffsets, vertexOffsets, coordinates, ...own];"
              + "port.postMessage(m, all.filter(a => a).map(a => a.buffer));")
  private static native void send(
      JSObject port,
      String key,
      String projection,
      int stride,
      JSObject types,
      JSObject partOffsets,
      JSObject ringOffsets,
      JSObject vertexOffsets,
      JSObject coordinates,
      JSObject partTypes,
      JSObject fields);
}
