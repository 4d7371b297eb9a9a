package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryType;

/** Which geometries a source takes. */
final class GeometryKinds {
  private static final String[] NAMES = {"points", "lines", "polygons"};

  private GeometryKinds() {}

  /**
   * Demands that all features are of the kinds that a source takes. QGIS does not offer other
   * layers; a layer here may have features of several kinds.
   *
   * @throws TerrellaException invalid-argument, naming the first that is not
   */
  static void require(
      AlgorithmDescription algorithm, ParameterDescription parameter, FeatureTable table) {
    List<Integer> allowed = parameter.geometry();
    if (allowed.isEmpty() || allowed.contains(-1) || allowed.contains(5)) {
      return;
    }
    for (int row = 0; row < table.size(); row++) {
      GeometryType type = table.geometry().type(row);
      if (type != GeometryType.NONE && !allowed.contains(dimension(type))) {
        List<String> names = new ArrayList<>();
        allowed.forEach(code -> names.add(NAMES[code]));
        throw TerrellaException.invalid(
            FeatureNames.of(table, row)
                + " is a "
                + type.label()
                + "; "
                + parameter.name()
                + " of "
                + algorithm.id()
                + " takes "
                + String.join(" and ", names)
                + " only.");
      }
    }
  }

  /** 0, 1 or 2; -1 for collections and none. */
  static int dimension(GeometryType type) {
    return switch (type) {
      case POINT, MULTI_POINT -> 0;
      case LINE_STRING, MULTI_LINE_STRING -> 1;
      case POLYGON, MULTI_POLYGON -> 2;
      case NONE, GEOMETRY_COLLECTION -> -1;
    };
  }
}
