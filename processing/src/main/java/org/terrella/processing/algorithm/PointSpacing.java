package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.terrella.processing.geometry.BoxedPlaces;

/** Points that keep a distance from each other. */
final class PointSpacing {
  private final double distance;
  private final BoxedPlaces cells;
  private final List<Coordinate> places = new ArrayList<>();

  /** A distance of 0 or less keeps nothing apart. */
  PointSpacing(double distance) {
    this.distance = distance;
    cells = new BoxedPlaces(distance);
  }

  boolean hasRoom(Coordinate place) {
    if (distance > 0) {
      for (int other : cells.near(place)) {
        if (places.get(other).distance(place) < distance) {
          return false;
        }
      }
    }
    return true;
  }

  void add(Coordinate place) {
    if (distance > 0) {
      cells.add(place, places.size());
      places.add(place);
    }
  }
}
