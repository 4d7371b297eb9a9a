package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Points that keep a distance from each other, in cells as wide as the distance. */
final class PointSpacing {
  private final double distance;
  private final Map<Long, List<Coordinate>> cells = new HashMap<>();

  PointSpacing(double distance) {
    this.distance = distance;
  }

  /** Whether no point lies nearer than the distance. */
  boolean hasRoom(Coordinate place) {
    if (!(distance > 0)) {
      return true;
    }
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        for (Coordinate other : cells.getOrDefault(cell(place, dx, dy), List.of())) {
          if (other.distance(place) < distance) {
            return false;
          }
        }
      }
    }
    return true;
  }

  void add(Coordinate place) {
    if (distance > 0) {
      cells.computeIfAbsent(cell(place, 0, 0), key -> new ArrayList<>()).add(place);
    }
  }

  /** Cells far apart may share a key, which costs time only. */
  private long cell(Coordinate place, int dx, int dy) {
    long x = (long) Math.floor(place.x / distance) + dx;
    long y = (long) Math.floor(place.y / distance) + dy;
    return x * 0x1F123BB5L + y;
  }
}
