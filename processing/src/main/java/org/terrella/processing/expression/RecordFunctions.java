package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrella.processing.expression.Value.Kind;
import org.terrella.processing.feature.Column;

/** Functions of features and their fields. */
final class RecordFunctions {
  private RecordFunctions() {}

  static void addTo(Functions functions) {
    functions.addVarying(
        "attribute",
        "feature [attribute_name]",
        "The value of a field by its name, of this feature or another one.",
        RecordFunctions::attribute);
    functions.addVarying(
        "attributes",
        "[feature]",
        "All fields of a feature as a map.",
        (call, out) -> {
          if (call.count() > 0 && !call.has(0)) {
            return;
          }
          Map<String, Value> members = new TreeMap<>();
          int row = call.count() > 0 ? row(call, 0) : call.row();
          Scope layer = call.count() > 0 ? call.value(0).layer() : call.scope();
          for (Column column : layer.table().columns()) {
            members.put(
                column.field().name(), new FieldValue(call.position, column).at(row).copy());
          }
          out.set(members);
        });
    functions.addVarying(
        "get_feature",
        "layer attribute [value]",
        "The first feature of a layer whose field has a value.",
        RecordFunctions::find);
    functions.addVarying(
        "get_feature_by_id",
        "layer feature_id",
        "The feature of a layer with an identifier.",
        (call, out) -> {
          if (call.has(0) && call.has(1)) {
            Scope layer = layer(call);
            int row = layer.lookup().ofId(call.text(1));
            if (row >= 0) {
              out.setFeature(layer, row);
            }
          }
        });
  }

  private static int row(Call call, int index) {
    Value feature = call.value(index);
    if (feature.kind() != Kind.FEATURE) {
      throw call.refused(index, "a feature");
    }
    return (int) feature.whole();
  }

  private static void attribute(Call call, Value out) {
    boolean own = call.count() == 1;
    if (!call.has(0) || !own && !call.has(1)) {
      return;
    }
    int row = own ? call.row() : row(call, 0);
    Scope layer = own ? call.scope() : call.value(0).layer();
    out.set(new FieldValue(call.position, column(call, layer, call.text(own ? 0 : 1))).at(row));
  }

  private static Column column(Call call, Scope layer, String name) {
    Column column = layer.column(name);
    if (column == null) {
      throw call.failed("there is no field \"" + name + "\"");
    }
    return column;
  }

  /** The layer that the first argument names. */
  static Scope layer(Call call) {
    Scope layer = call.scope().other(call.text(0), false);
    if (layer == null) {
      throw call.failed(Scope.missing(call.text(0)));
    }
    return layer;
  }

  /** By one field and its value, or by a map of several. */
  private static void find(Call call, Value out) {
    if (!call.has(0) || !call.has(1)) {
      return;
    }
    Scope layer = layer(call);
    Map<String, Value> wanted =
        call.count() == 2 ? call.map(1) : Map.of(call.text(1), call.value(2));
    List<FieldValue> fields = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    for (Map.Entry<String, Value> each : wanted.entrySet()) {
      fields.add(new FieldValue(call.position, column(call, layer, each.getKey())));
      values.add(each.getValue());
    }
    int[] rows =
        fields.size() == 1 ? layer.lookup().candidates(fields.get(0), values.get(0)) : null;
    int count = rows == null ? layer.table().size() : rows.length;
    for (int i = 0; i < count && out.isNull(); i++) {
      int row = rows == null ? i : rows[i];
      boolean all = true;
      for (int k = 0; k < fields.size() && all; k++) {
        all = ArrayFunctions.equal(fields.get(k).at(row), values.get(k));
      }
      if (all) {
        out.setFeature(layer, row);
      }
    }
  }
}
