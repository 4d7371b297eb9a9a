package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrella.processing.expression.Value.Kind;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;

/** Functions of features and their fields; features are rows of the table itself. */
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
          for (Column column : call.scope().table().columns()) {
            members.put(
                column.field().name(), new FieldValue(call.position, column).at(row).copy());
          }
          out.set(members);
        });
    functions.addVarying(
        "get_feature",
        "layer attribute [value]",
        "The first feature of this layer whose field has a value.",
        RecordFunctions::find);
    functions.addVarying(
        "get_feature_by_id",
        "layer feature_id",
        "The feature of this layer with an identifier.",
        (call, out) -> {
          if (call.has(0) && call.has(1)) {
            demandOwnLayer(call);
            FeatureId ids =
                new FeatureId(
                    call.position, call.scope().table().ids(), call.scope().context().firstRow());
            for (int row = 0; row < call.scope().table().size() && out.isNull(); row++) {
              Value id = ids.at(row);
              if (!id.isNull() && ArrayFunctions.equal(id, call.value(1))) {
                out.setFeature(row);
              }
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
    String name = call.text(own ? 0 : 1);
    Column column = call.scope().column(name);
    if (column == null) {
      throw call.failed("there is no field \"" + name + "\"");
    }
    out.set(new FieldValue(call.position, column).at(own ? call.row() : row(call, 0)));
  }

  static void demandOwnLayer(Call call) {
    if (!isOwn(call.scope().table(), call.text(0))) {
      throw call.failed("\"" + call.text(0) + "\" is another layer, which cannot be reached yet");
    }
  }

  static boolean isOwn(FeatureTable table, String layer) {
    return layer.equals(table.name());
  }

  /** By one field and its value, or by a map of several. */
  private static void find(Call call, Value out) {
    if (!call.has(0) || !call.has(1)) {
      return;
    }
    demandOwnLayer(call);
    Map<String, Value> wanted =
        call.count() == 2 ? call.map(1) : Map.of(call.text(1), call.value(2));
    List<FieldValue> fields = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    for (Map.Entry<String, Value> each : wanted.entrySet()) {
      Column column = call.scope().column(each.getKey());
      if (column == null) {
        throw call.failed("there is no field \"" + each.getKey() + "\"");
      }
      fields.add(new FieldValue(call.position, column));
      values.add(each.getValue());
    }
    for (int row = 0; row < call.scope().table().size() && out.isNull(); row++) {
      boolean all = true;
      for (int i = 0; i < fields.size() && all; i++) {
        all = ArrayFunctions.equal(fields.get(i).at(row), values.get(i));
      }
      if (all) {
        out.setFeature(row);
      }
    }
  }
}
