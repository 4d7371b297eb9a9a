package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Polygons of rings that do not cross: counterclockwise ones are shells, others their holes. */
final class RingNesting {
  private RingNesting() {}

  /** The polygons, in the order of their shells. */
  static List<Polygon> polygons(List<Coordinate[]> rings) {
    GeometryFactory factory = JtsGeometries.FACTORY;
    List<LinearRing> shells = new ArrayList<>();
    List<Double> areas = new ArrayList<>();
    List<List<LinearRing>> holes = new ArrayList<>();
    STRtree index = new STRtree();
    List<LinearRing> waiting = new ArrayList<>();
    for (Coordinate[] ring : rings) {
      // JTS counts clockwise areas as positive.
      double area = -Area.ofRingSigned(ring);
      LinearRing linear = factory.createLinearRing(ring);
      if (area > 0) {
        index.insert(linear.getEnvelopeInternal(), shells.size());
        shells.add(linear);
        areas.add(area);
        holes.add(new ArrayList<>());
      } else if (area < 0) {
        waiting.add(linear);
      }
    }
    IndexedPointInAreaLocator[] locators = new IndexedPointInAreaLocator[shells.size()];
    for (LinearRing hole : waiting) {
      Coordinate inside = hole.getCoordinateN(0);
      int[] best = {-1};
      index.query(
          new Envelope(inside),
          item -> {
            int shell = (Integer) item;
            boolean larger = best[0] >= 0 && areas.get(shell) >= areas.get(best[0]);
            if (larger
                || !shells.get(shell).getEnvelopeInternal().covers(hole.getEnvelopeInternal())) {
              return;
            }
            if (locators[shell] == null) {
              locators[shell] = new IndexedPointInAreaLocator(shells.get(shell));
            }
            if (locators[shell].locate(inside) != Location.EXTERIOR) {
              best[0] = shell;
            }
          });
      if (best[0] < 0) {
        throw new OutlineOverlay.Unclosed();
      }
      holes.get(best[0]).add(hole);
    }
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < shells.size(); i++) {
      polygons.add(factory.createPolygon(shells.get(i), holes.get(i).toArray(new LinearRing[0])));
    }
    return polygons;
  }
}
