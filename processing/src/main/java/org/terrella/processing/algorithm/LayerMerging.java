package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;

/** Layers with different fields as one. */
final class LayerMerging {
  private LayerMerging() {}

  /**
   * All features of all layers, with all fields, and a field {@code layer} with the name of the
   * layer unless there is one. Names of fields are the same whatever their case.
   */
  static FeatureTable of(List<FeatureTable> layers) {
    List<Field> fields = new ArrayList<>();
    for (FeatureTable layer : layers) {
      for (Field field : layer.fields()) {
        int at = place(fields, field.name());
        if (at < 0) {
          fields.add(field);
        } else if (fields.get(at).type() != field.type()) {
          fields.set(at, new Field(fields.get(at).name(), FieldType.STRING));
        }
      }
    }
    boolean named = place(fields, "layer") < 0;
    List<FeatureTable> alike = new ArrayList<>();
    for (FeatureTable layer : layers) {
      List<Column> columns = new ArrayList<>();
      for (Field field : fields) {
        int at = place(layer.fields(), field.name());
        columns.add(
            at < 0
                ? new ColumnBuilder(field).resize(layer.size()).build()
                : as(layer.columns().get(at), field));
      }
      if (named) {
        columns.add(names(layer));
      }
      alike.add(
          new FeatureTable(layer.name(), known(layers).crs(), layer.geometry(), columns, null));
    }
    return FeatureTables.concat(alike);
  }

  /** The first layer whose system is known, or the first one. */
  private static FeatureTable known(List<FeatureTable> layers) {
    for (FeatureTable layer : layers) {
      if (layer.crs().isKnown()) {
        return layer;
      }
    }
    return layers.get(0);
  }

  private static int place(List<Field> fields, String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private static Column as(Column column, Field field) {
    if (column.field().type() == field.type()) {
      return Columns.renamed(column, field.name());
    }
    ColumnBuilder texts = new ColumnBuilder(field);
    for (int row = 0; row < column.size(); row++) {
      texts.add(column.value(row));
    }
    return texts.build();
  }

  private static Column names(FeatureTable layer) {
    ColumnBuilder names = new ColumnBuilder(new Field("layer", FieldType.STRING));
    for (int row = 0; row < layer.size(); row++) {
      names.addText(layer.name());
    }
    return names.build();
  }
}
