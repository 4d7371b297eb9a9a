package org.terrella.processing.geometry;

import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.GeometryType;

/**
 * Centres of mass of polygons of one ring, from the arrays of a table: the sum of the triangles to
 * the first vertex, in the order of JTS's {@code Centroid}, so that it has the same bits.
 */
public final class Centroids {
  private Centroids() {}

  /**
   * Adds the centroid of a row.
   *
   * @return false, and nothing is added, where JTS has to see to it: other geometries, rings
   *     without area, and centroids on an axis, whose zero has a sign
   */
  public static boolean add(GeometryColumnBuilder points, GeometryColumn column, int row) {
    int part = column.partOffsets()[row];
    int ring = column.ringOffsets()[part];
    if (column.type(row) != GeometryType.POLYGON
        || column.partOffsets()[row + 1] != part + 1
        || column.ringOffsets()[part + 1] != ring + 1) {
      return false;
    }
    int stride = column.stride();
    double[] at = column.coordinates();
    int begin = column.vertexOffsets()[ring] * stride;
    int end = column.vertexOffsets()[ring + 1] * stride;
    int last = end - stride;
    if (end - begin < 4 * stride || at[begin] != at[last] || at[begin + 1] != at[last + 1]) {
      return false;
    }
    double x0 = at[begin];
    double y0 = at[begin + 1];
    double x1 = x0;
    double y1 = y0;
    double sumX = 0;
    double sumY = 0;
    double area = 0;
    for (int i = begin + stride; i < end; i += stride) {
      double x2 = at[i];
      double y2 = at[i + 1];
      double twice = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
      sumX += twice * (x0 + x1 + x2);
      sumY += twice * (y0 + y1 + y2);
      area += twice;
      x1 = x2;
      y1 = y2;
    }
    double x = sumX / 3 / area;
    double y = sumY / 3 / area;
    if (x == 0 || y == 0 || x - x != 0 || y - y != 0) {
      return false;
    }
    points.addPoint(x, y);
    return true;
  }
}
