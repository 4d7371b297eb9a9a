package org.terrella.processing.geometry;

import org.locationtech.jts.geom.Geometry;

/** Stub. */
public final class GeodesicBuffer {
  private GeodesicBuffer() {}

  /** Stub. */
  public static Geometry of(Geometry geometry, double meters, BufferStyle style) {
    return PlanarBuffer.of(geometry, meters / 111000, style);
  }
}
