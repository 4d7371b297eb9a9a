package org.terrella.processing.algorithm;

import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;

/** Names features in messages. */
final class FeatureNames {
  private FeatureNames() {}

  /** The id where there is one, else where the feature lies: rows are not known within a slice. */
  static String of(FeatureTable table, int row) {
    if (table.ids() != null && !table.ids().isNull(row)) {
      return "Feature " + table.ids().value(row) + " of \"" + table.name() + "\"";
    }
    GeometryColumn geometry = table.geometry();
    if (geometry.firstVertex(row) == geometry.endVertex(row)) {
      return "An empty feature of \"" + table.name() + "\"";
    }
    int at = geometry.firstVertex(row) * geometry.stride();
    return "The feature of \""
        + table.name()
        + "\" that begins at "
        + DoubleText.write(geometry.coordinates()[at])
        + ", "
        + DoubleText.write(geometry.coordinates()[at + 1]);
  }

  /** Demands that the coordinates of a feature are numbers. */
  static void requireFinite(FeatureTable table, int row) {
    GeometryColumn geometry = table.geometry();
    int stride = geometry.stride();
    int end = geometry.endVertex(row) * stride;
    for (int i = geometry.firstVertex(row) * stride; i < end; i += stride) {
      double sum = geometry.coordinates()[i] + geometry.coordinates()[i + 1];
      if (sum - sum != 0) {
        throw TerrellaException.malformed(
            of(table, row) + " has a coordinate that is not a finite number.");
      }
    }
  }
}
