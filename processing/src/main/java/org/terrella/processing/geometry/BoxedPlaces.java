package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Numbers of places in square cells, for finding those that are near while more come. */
public final class BoxedPlaces {
  private final double side;
  private final Map<Long, List<Integer>> cells = new HashMap<>();

  /** With cells that wide, above 0. */
  public BoxedPlaces(double side) {
    this.side = side;
  }

  public void add(Coordinate place, int number) {
    cells.computeIfAbsent(cell(place, 0, 0), key -> new ArrayList<>()).add(number);
  }

  /** All numbers of places within a cell's width, and some others, in ascending order. */
  public List<Integer> near(Coordinate place) {
    List<Integer> found = new ArrayList<>();
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        found.addAll(cells.getOrDefault(cell(place, dx, dy), List.of()));
      }
    }
    found.sort(null);
    return found;
  }

  /** Cells far apart may share a key, which costs time only. */
  private long cell(Coordinate place, int dx, int dy) {
    long x = (long) Math.floor(place.x / side) + dx;
    long y = (long) Math.floor(place.y / side) + dy;
    return x * 0x1F123BB5L + y;
  }
}
