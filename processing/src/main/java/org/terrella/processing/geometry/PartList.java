package org.terrella.processing.geometry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** The points, lines and polygons of a geometry, however deep its collections. */
public final class PartList {
  private PartList() {}

  /** The non-empty parts in order; collections are opened without recursion. */
  public static List<Geometry> of(Geometry geometry) {
    List<Geometry> parts = new ArrayList<>();
    Deque<Geometry> open = new ArrayDeque<>();
    open.push(geometry);
    while (!open.isEmpty()) {
      Geometry next = open.pop();
      if (next.getDimension() < 0 || next.isEmpty()) {
        continue;
      }
      if (next.getNumGeometries() == 1 && next.getGeometryN(0) == next) {
        parts.add(next);
      } else {
        for (int i = next.getNumGeometries() - 1; i >= 0; i--) {
          open.push(next.getGeometryN(i));
        }
      }
    }
    return parts;
  }
}
