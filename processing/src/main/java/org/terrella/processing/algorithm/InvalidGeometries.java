package org.terrella.processing.algorithm;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.geometry.JtsGeometries;

/** What is done about invalid geometries (OGC Simple Features) before an algorithm sees them. */
public final class InvalidGeometries {
  private InvalidGeometries() {}

  /**
   * The features that an algorithm is to see.
   *
   * @param mode {@code ignore}: all; {@code skip}: the valid ones; {@code stop}: all, or
   *     invalid-geometry naming the first that is not valid
   */
  public static FeatureTable handle(FeatureTable input, String mode) {
    if (mode.equals("ignore")) {
      return input;
    }
    int[] valid = new int[input.size()];
    int count = 0;
    for (int row = 0; row < input.size(); row++) {
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      TopologyValidationError error =
          geometry == null ? null : new IsValidOp(geometry).getValidationError();
      if (error == null) {
        valid[count++] = row;
      } else if (mode.equals("stop")) {
        throw new TerrellaException(
            "invalid-geometry",
            FeatureNames.of(input, row) + " is not valid: " + error.getMessage() + ".");
      }
    }
    return count == input.size() ? input : FeatureTables.take(input, valid, count);
  }
}
