package org.terrella.processing.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;

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
}
