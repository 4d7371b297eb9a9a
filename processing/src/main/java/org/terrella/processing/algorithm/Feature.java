package org.terrella.processing.algorithm;

import org.locationtech.jts.geom.Geometry;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geometry.JtsGeometries;

/**
 * A feature that an algorithm looks at.
 *
 * @param geometry a copy of its own, which may be changed; null only where the algorithm asked for
 *     features without geometry too
 */
record Feature(FeatureTable table, int row, Geometry geometry, Parameters parameters) {
  /** A distance in the units of the feature's layer. */
  double length(String parameter) {
    return parameters.length(parameter, table.crs());
  }

  double number(String parameter) {
    return parameters.number(parameter);
  }

  /** The value of a field as a number; NaN where there is none. */
  double value(String field) {
    Object value = table.column(field).value(row);
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** A geometry with the same vertices, for algorithms that need the feature's own afterwards. */
  Geometry again() {
    return JtsGeometries.of(table.geometry(), row);
  }

  /** An error that names the feature. */
  TerrellaException wrong(String what) {
    return new TerrellaException("invalid-geometry", FeatureNames.of(table, row) + " " + what);
  }
}
