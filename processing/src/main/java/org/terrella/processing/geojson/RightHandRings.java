package org.terrella.processing.geojson;

import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;

/**
 * Geometry as RFC 7946 wants it: outer rings go round counterclockwise, holes clockwise. The sense
 * of a ring is that of its signed area in the plane of its coordinates (the shoelace formula); a
 * ring without area stays as it is.
 */
public final class RightHandRings {
  private RightHandRings() {}

  /**
   * A table whose rings are turned so.
   *
   * @param decimals digits that coordinates keep behind the point; negative for all
   */
  public static FeatureTable of(FeatureTable table, int decimals) {
    GeometryColumn geometry = table.geometry();
    double[] turned = geometry.coordinates().clone();
    int stride = geometry.stride();
    for (int row = 0; row < geometry.size(); row++) {
      int to = geometry.partOffsets()[row + 1];
      for (int part = geometry.partOffsets()[row]; part < to; part++) {
        if (geometry.partType(row, part) == GeometryType.POLYGON) {
          int firstRing = geometry.ringOffsets()[part];
          for (int ring = firstRing; ring < geometry.ringOffsets()[part + 1]; ring++) {
            int first = geometry.vertexOffsets()[ring];
            int end = geometry.vertexOffsets()[ring + 1];
            double area = area(turned, stride, first, end);
            if (ring == firstRing ? area < 0 : area > 0) {
              reverse(turned, stride, first, end);
            }
          }
        }
      }
    }
    if (decimals >= 0) {
      round(turned, decimals);
    }
    GeometryColumn right =
        new GeometryColumn(
            stride,
            geometry.types(),
            geometry.partOffsets(),
            geometry.ringOffsets(),
            geometry.vertexOffsets(),
            turned,
            geometry.partTypes());
    return new FeatureTable(table.name(), table.crs(), right, table.columns(), table.ids());
  }

  /** Twice the area, positive counterclockwise; ordinates are taken from the first vertex. */
  private static double area(double[] all, int stride, int first, int end) {
    double area = 0;
    double x0 = all[first * stride];
    double y0 = all[first * stride + 1];
    for (int i = first; i + 1 < end; i++) {
      int at = i * stride;
      area +=
          (all[at] - x0) * (all[at + stride + 1] - y0)
              - (all[at + stride] - x0) * (all[at + 1] - y0);
    }
    return area;
  }

  private static void reverse(double[] all, int stride, int first, int end) {
    for (int i = first, k = end - 1; i < k; i++, k--) {
      for (int n = 0; n < stride; n++) {
        double kept = all[i * stride + n];
        all[i * stride + n] = all[k * stride + n];
        all[k * stride + n] = kept;
      }
    }
  }

  private static void round(double[] all, int decimals) {
    double scale = 1;
    for (int i = 0; i < decimals; i++) {
      scale *= 10;
    }
    for (int i = 0; i < all.length; i++) {
      double scaled = all[i] * scale;
      if (Math.abs(scaled) < 1L << 52) {
        all[i] = Math.floor(scaled + 0.5) / scale;
      }
    }
  }
}
