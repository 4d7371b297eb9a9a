package org.terrella.processing.geometry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The hulls are JTS's, vertex by vertex. */
class HullTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A place of the one or another kind of cloud. */
  private static Coordinate place(Random random, int kind) {
    double x = random.nextDouble();
    double y = random.nextDouble();
    return switch (kind) {
      case 0 -> new Coordinate(x, y);
      case 1 -> new Coordinate(Math.floor(6 * x), Math.floor(6 * y));
      case 2 -> new Coordinate(Math.cos(7 * x), Math.sin(7 * x));
      case 3 -> new Coordinate(1e7 + x, 3 * (1e7 + x));
      case 4 -> new Coordinate(1e9 + 1e-7 * x, 1e9 + 1e-7 * y);
      default -> new Coordinate(x * x * x - 0.5, 1e-9 * y);
    };
  }

  @Test
  void isThatOfJts() {
    Random random = new Random(7);
    for (int run = 0; run < 6000; run++) {
      Coordinate[] places = new Coordinate[3 + random.nextInt(120)];
      for (int i = 0; i < places.length; i++) {
        places[i] = place(random, run % 6);
      }
      Geometry cloud = FACTORY.createMultiPointFromCoords(places);
      Geometry hull = Hull.of(cloud);
      assertTrue(hull.equalsExact(cloud.convexHull()), () -> cloud + " has " + hull);
    }
  }
}
