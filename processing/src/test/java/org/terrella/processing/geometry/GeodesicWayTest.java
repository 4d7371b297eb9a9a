package org.terrella.processing.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class GeodesicWayTest {
  /** A place on the way divides its length, and the whole length leads to the end. */
  @Test
  void placesLieOnTheWay() {
    Random random = new Random(5);
    Geodesic geodesic = new Geodesic(Ellipsoid.WGS84);
    for (int i = 0; i < 2000; i++) {
      Coordinate from = place(random);
      Coordinate to = place(random);
      GeodesicWay way = new GeodesicWay(Ellipsoid.WGS84, from, to);
      double part = way.length() * random.nextDouble();
      Coordinate middle = way.at(part);
      geodesic.inverse(from.y, from.x, middle.y, middle.x);
      assertEquals(part, geodesic.distance(), 1e-6);
      geodesic.inverse(middle.y, middle.x, to.y, to.x);
      assertEquals(way.length() - part, geodesic.distance(), 1e-5);
      Coordinate end = way.at(way.length());
      assertEquals(to.y, end.y, 1e-9);
      assertEquals(0, Geodesic.difference(to.x, end.x), 1e-8);
    }
  }

  private static Coordinate place(Random random) {
    return new Coordinate(random.nextDouble() * 360 - 180, random.nextDouble() * 170 - 85);
  }

  /** Along a meridian and along the equator, forwards and backwards. */
  @Test
  void simpleWays() {
    for (int sign : List.of(1, -1)) {
      Coordinate north =
          new GeodesicWay(Ellipsoid.WGS84, new Coordinate(7, 0), new Coordinate(7, sign * 10))
              .at(500_000);
      assertEquals(7, north.x, 1e-12);
      assertTrue(sign * north.y > 4.5 && sign * north.y < 4.6);
      Coordinate east =
          new GeodesicWay(Ellipsoid.WGS84, new Coordinate(7, 0), new Coordinate(7 + sign * 4, 0))
              .at(111_319.49079327358);
      assertEquals(7 + sign, east.x, 1e-9);
      assertEquals(0, east.y, 1e-12);
    }
  }

  /** By symmetry two places as far north cross the meridian half-way, farther north. */
  @Test
  void crossingTheAntimeridian() {
    Antimeridian antimeridian =
        Antimeridian.of(org.terrella.processing.feature.Crs.WGS84, "a test");
    Coordinate[] line = {new Coordinate(170, 40), new Coordinate(-170, 40)};
    var split = antimeridian.split(JtsGeometries.FACTORY.createLineString(line));
    assertEquals(2, split.getNumGeometries());
    Coordinate[] vertices = split.getCoordinates();
    assertEquals(180, vertices[1].x);
    assertEquals(-180, vertices[2].x);
    assertEquals(vertices[1].y, vertices[2].y);
    assertTrue(vertices[1].y > 40.3 && vertices[1].y < 40.5);
  }
}
