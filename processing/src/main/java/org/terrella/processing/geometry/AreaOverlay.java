package org.terrella.processing.geometry;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Overlays of two geometries. Those of areas in general position are found by their {@link
 * OutlineOverlay outlines}, all others by JTS.
 */
public final class AreaOverlay {
  private AreaOverlay() {}

  public static Geometry intersection(Geometry one, Geometry other) {
    return overlay(one, other, OutlineOverlay.Wanted.INTERSECTION, OverlayNG.INTERSECTION);
  }

  /** What {@code one} has without {@code other}. */
  public static Geometry difference(Geometry one, Geometry other) {
    return overlay(one, other, OutlineOverlay.Wanted.DIFFERENCE, OverlayNG.DIFFERENCE);
  }

  private static Geometry overlay(
      Geometry one, Geometry other, OutlineOverlay.Wanted wanted, int operation) {
    if (isFlatArea(one) && isFlatArea(other)) {
      List<Polygon> outlines = OutlineOverlay.of(one, other, wanted);
      if (outlines != null) {
        return outlines.size() == 1
            ? outlines.get(0)
            : JtsGeometries.FACTORY.createMultiPolygon(outlines.toArray(new Polygon[0]));
      }
    }
    return OverlayNGRobust.overlay(one, other, operation);
  }

  /** Whether outlines are enough: JTS makes heights for the corners of a result. */
  static boolean isFlatArea(Geometry geometry) {
    if (geometry.isEmpty() || !(geometry instanceof Polygon || geometry instanceof MultiPolygon)) {
      return false;
    }
    double z = geometry.getCoordinate().getZ();
    return z != z;
  }
}
