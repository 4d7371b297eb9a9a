package org.terrella.processing.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** All points within a distance, on the plane of the coordinates. */
public final class PlanarBuffer {
  private PlanarBuffer() {}

  /**
   * The buffer of {@code geometry}, a polygon or multipolygon that may be empty.
   *
   * @param distance in coordinate units; below 0 polygons shrink, and points and lines vanish
   */
  public static Geometry of(Geometry geometry, double distance, BufferStyle style) {
    return new BufferOp(geometry, style.toJts()).getResultGeometry(distance);
  }

  /** As {@link #of}, but true to 0.1 % of the distance in concave places, where that is to 1 %. */
  static Geometry exact(Geometry geometry, double distance, BufferStyle style) {
    BufferParameters parameters = style.toJts();
    parameters.setSimplifyFactor(0.001);
    return new BufferOp(geometry, parameters).getResultGeometry(distance);
  }
}
