package org.terrella.processing.engine.wasm;

import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Float64Array;
import org.terrella.processing.engine.EngineOwner;
import org.terrella.processing.feature.BooleanColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.IntegerColumn;
import org.terrella.processing.feature.RealColumn;

/** The way to the worker that paints tiles; geometry and styled attributes go there directly. */
final class PainterPort implements EngineOwner.Painter {
  private JSObject port;

  void connect(JSObject newPort) {
    port = newPort;
  }

  @Override
  public void show(String key, FeatureTable table, String projection, List<String> fields) {
    if (port == null) {
      return;
    }
    JSObject values = object();
    for (Field field : table.fields()) {
      if (fields.contains(field.name())) {
        put(values, field.name(), values(table.column(field.name())));
      }
    }
    GeometryColumn geometry = table.geometry();
    send(
        port,
        key,
        projection,
        geometry.stride(),
        JsMessages.toJs(geometry.types()),
        JsMessages.toJs(geometry.partOffsets()),
        JsMessages.toJs(geometry.ringOffsets()),
        JsMessages.toJs(geometry.vertexOffsets()),
        JsMessages.toJs(geometry.coordinates()),
        geometry.partTypes() == null ? null : JsMessages.toJs(geometry.partTypes()),
        values);
  }

  /** Numbers with NaN for null, or an array of strings and nulls. */
  private static JSObject values(Column column) {
    if (column instanceof IntegerColumn || column instanceof RealColumn) {
      double[] numbers = new double[column.size()];
      for (int row = 0; row < numbers.length; row++) {
        numbers[row] = column.isNull(row) ? Double.NaN : ((Number) column.value(row)).doubleValue();
      }
      return Float64Array.copyFromJavaArray(numbers);
    }
    JSArray<JSObject> texts = new JSArray<>();
    for (int row = 0; row < column.size(); row++) {
      Object value = column.value(row);
      if (value == null) {
        texts.push(null);
      } else if (column instanceof BooleanColumn) {
        texts.push(truth((Boolean) value));
      } else {
        texts.push(JSString.valueOf((String) value));
      }
    }
    return texts;
  }

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
              + "port.postMessage(m, [types, partOffsets, ringOffsets, vertexOffsets, coordinates]"
              + ".map(a => a.buffer));")
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
