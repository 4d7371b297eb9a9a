package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.terrella.processing.feature.FeatureTable;

/** The features nearest to a place, by a window that grows until it holds enough of them. */
public final class Neighbours {
  private final Geometry[] geometries;
  private final boolean boxes;
  private final STRtree tree = new STRtree();
  private final Envelope extent = new Envelope();
  private int size;

  private record Found(int row, double distance) {}

  /**
   * An index of a table.
   *
   * @param boxes whether distances to the bounding boxes of features count, not to themselves
   */
  public Neighbours(FeatureTable table, boolean boxes) {
    this.boxes = boxes;
    geometries = new Geometry[table.size()];
    for (int row = 0; row < geometries.length; row++) {
      Geometry geometry = JtsGeometries.of(table.geometry(), row);
      if (geometry != null && !geometry.isEmpty()) {
        geometries[row] = geometry;
        tree.insert(geometry.getEnvelopeInternal(), row);
        extent.expandToInclude(geometry.getEnvelopeInternal());
        size++;
      }
    }
    tree.build();
  }

  /** How many features there are with a geometry. */
  public int size() {
    return size;
  }

  /** The geometry of a row; null for none. */
  public Geometry geometry(int row) {
    return geometries[row];
  }

  /**
   * The rows of the {@code count} nearest features, the nearest first, of those as far the first.
   *
   * @param farthest what is beyond does not count
   */
  public List<Integer> nearest(Geometry place, int count, double farthest) {
    Envelope box = place.getEnvelopeInternal();
    int wanted = Math.min(count, size);
    double all = (extent.getDiameter() + extent.distance(box)) * (1 + 1e-12);
    double most = Math.min(farthest, all);
    double reach = extent.getDiameter() * Math.sqrt((double) wanted / Math.max(1, size));
    reach = Math.max(Math.min(reach, most), most * 1e-6);
    List<Found> found = within(place, box, reach);
    while (found.size() < wanted && reach < most) {
      reach *= 2;
      found = within(place, box, Math.min(reach, most));
    }
    found.sort(Comparator.comparingDouble(Found::distance).thenComparingInt(Found::row));
    return found.stream().limit(wanted).map(Found::row).toList();
  }

  /** The rows no farther than a distance, in ascending order. */
  public List<Integer> within(Coordinate place, double distance) {
    Geometry point = JtsGeometries.FACTORY.createPoint(place);
    List<Found> found = within(point, new Envelope(place), distance);
    found.sort(Comparator.comparingInt(Found::row));
    return found.stream().map(Found::row).toList();
  }

  private List<Found> within(Geometry place, Envelope box, double distance) {
    Envelope window = new Envelope(box);
    window.expandBy(distance);
    List<Found> found = new ArrayList<>();
    tree.query(
        window,
        item -> {
          int row = (Integer) item;
          double away =
              boxes
                  ? geometries[row].getEnvelopeInternal().distance(box)
                  : geometries[row].distance(place);
          if (away <= distance) {
            found.add(new Found(row, away));
          }
        });
    return found;
  }
}
