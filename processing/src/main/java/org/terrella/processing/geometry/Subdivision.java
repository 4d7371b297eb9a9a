package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Cuts geometries in halves of their extents, again and again, until no piece is large. */
public final class Subdivision {
  private static final int MOST_DEPTH = 50;

  private final int most;
  private final List<Geometry> pieces = new ArrayList<>();

  private Subdivision(int most) {
    this.most = most;
  }

  /** Pieces of less than {@code most} vertices each, of the dimension of the geometry. */
  public static List<Geometry> of(Geometry geometry, int most) {
    Subdivision subdivision = new Subdivision(most);
    subdivision.divide(geometry, geometry.getEnvelopeInternal(), 0);
    return subdivision.pieces;
  }

  private void divide(Geometry geometry, Envelope window, int depth) {
    for (Geometry part : PartList.of(geometry)) {
      if (part.getNumPoints() < most || depth > MOST_DEPTH) {
        pieces.add(part);
        continue;
      }
      Envelope[] halves = halves(window);
      for (Envelope half : halves) {
        Geometry piece = OverlayNGRobust.overlay(part, rectangle(half), OverlayNG.INTERSECTION);
        for (Geometry kept : PartList.of(piece)) {
          if (kept.getDimension() == part.getDimension()) {
            divide(kept, half, depth + 1);
          }
        }
      }
    }
  }

  /** A flat window is given some height, so that its halves are areas. */
  private static Envelope[] halves(Envelope window) {
    double x1 = window.getMinX();
    double x2 = window.getMaxX();
    double y1 = window.getMinY();
    double y2 = window.getMaxY();
    double x = (x1 + x2) / 2;
    double y = (y1 + y2) / 2;
    if (x2 - x1 > y2 - y1) {
      double room = y2 > y1 ? 0 : (x2 - x1) / 2;
      return new Envelope[] {
        new Envelope(x1, x, y1 - room, y2 + room), new Envelope(x, x2, y1 - room, y2 + room)
      };
    }
    double room = x2 > x1 ? 0 : (y2 - y1) / 2;
    return new Envelope[] {
      new Envelope(x1 - room, x2 + room, y1, y), new Envelope(x1 - room, x2 + room, y, y2)
    };
  }

  private static Polygon rectangle(Envelope box) {
    return JtsGeometries.FACTORY.createPolygon(
        new Coordinate[] {
          new Coordinate(box.getMinX(), box.getMinY()),
          new Coordinate(box.getMaxX(), box.getMinY()),
          new Coordinate(box.getMaxX(), box.getMaxY()),
          new Coordinate(box.getMinX(), box.getMaxY()),
          new Coordinate(box.getMinX(), box.getMinY())
        });
  }
}
