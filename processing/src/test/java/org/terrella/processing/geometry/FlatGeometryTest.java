package org.terrella.processing.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryColumnBuilder;

/** What is computed over flat arrays is what JTS computes over objects. */
class FlatGeometryTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Vertices on a grid, so that many are equal, in one line, or lowest together. */
  private static Coordinate[] vertices(Random random, int count, double cells) {
    Coordinate[] vertices = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      vertices[i] =
          new Coordinate(
              Math.floor(random.nextDouble() * cells) / 8,
              Math.floor(random.nextDouble() * cells) / 8);
    }
    return vertices;
  }

  private static LinearRing ring(Random random, int count, double cells) {
    Coordinate[] vertices = Arrays.copyOf(vertices(random, count, cells), count + 1);
    vertices[count] = vertices[0];
    return FACTORY.createLinearRing(vertices);
  }

  /** A star around a place, that does not cross itself. */
  private static LinearRing star(Random random, int count, double x, double y) {
    Coordinate[] vertices = new Coordinate[count + 1];
    for (int i = 0; i < count; i++) {
      double radius = 1 + 9 * random.nextDouble();
      double angle = 2 * Math.PI * i / count;
      vertices[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    vertices[count] = vertices[0];
    return FACTORY.createLinearRing(vertices);
  }

  @Test
  void hullsAreThoseOfJts() {
    Random random = new Random(11);
    for (int i = 0; i < 4000; i++) {
      int count = 1 + random.nextInt(i % 50 == 0 ? 2000 : 90);
      double cells = i % 3 == 0 ? 3 : i % 3 == 1 ? 20 : 1e9;
      Geometry points = FACTORY.createMultiPointFromCoords(vertices(random, count, cells));
      assertHull(points);
    }
    for (int i = 0; i < 1000; i++) {
      assertHull(FACTORY.createPolygon(star(random, 3 + random.nextInt(100), 1e6, -4e6)));
    }
  }

  private static void assertHull(Geometry geometry) {
    Geometry expected = geometry.convexHull();
    Geometry hull = Hull.of(geometry);
    assertArrayEquals(expected.getCoordinates(), hull.getCoordinates(), () -> "" + geometry);
    assertEquals(expected.getGeometryType(), hull.getGeometryType());
  }

  @Test
  void centroidsHaveTheBitsOfJts() {
    Random random = new Random(12);
    int own = 0;
    for (int i = 0; i < 3000; i++) {
      LinearRing ring =
          i % 2 == 0
              ? star(random, 3 + random.nextInt(40), 1e6 * random.nextDouble(), -4e6)
              : ring(random, 3 + random.nextInt(6), 1 + random.nextInt(40));
      Polygon polygon = FACTORY.createPolygon(i % 4 < 2 ? ring : ring.reverse());
      GeometryColumnBuilder builder = new GeometryColumnBuilder();
      JtsGeometries.add(builder, polygon);
      GeometryColumnBuilder points = new GeometryColumnBuilder();
      if (Centroids.add(points, builder.build(), 0)) {
        own++;
        Point expected = polygon.getCentroid();
        GeometryColumn centre = points.build();
        assertEquals(expected.getX(), centre.coordinates()[0], polygon::toString);
        assertEquals(expected.getY(), centre.coordinates()[1], polygon::toString);
      }
    }
    assertTrue(own > 2500, "only " + own);
  }

  @Test
  void whatIsNoPlainRingIsLeftToJts() {
    GeometryColumnBuilder builder = new GeometryColumnBuilder();
    Random random = new Random(13);
    LinearRing[] hole = {star(random, 5, 0, 0)};
    JtsGeometries.add(builder, FACTORY.createPolygon(star(random, 9, 0, 0), hole));
    JtsGeometries.add(builder, FACTORY.createPoint(new Coordinate(1, 2)));
    JtsGeometries.add(builder, FACTORY.createPolygon());
    JtsGeometries.add(builder, FACTORY.toGeometry(new Envelope(-1, 1, -2, 2)));
    builder.addNone();
    GeometryColumn column = builder.build();
    for (int row = 0; row < column.size(); row++) {
      assertFalse(Centroids.add(new GeometryColumnBuilder(), column, row), "row " + row);
    }
  }

  @Test
  void locatesAsARayDoes() {
    Random random = new Random(14);
    int[] met = new int[3];
    for (int i = 0; i < 400; i++) {
      boolean grid = i % 2 == 0;
      int count = 3 + random.nextInt(i % 40 == 0 ? 3000 : 60);
      LinearRing ring = grid ? ring(random, count, 40) : star(random, count, 5, 5);
      // A second part far up leaves most bands empty.
      Geometry area =
          i % 5 == 0
              ? FACTORY.createMultiPolygon(
                  new Polygon[] {
                    FACTORY.createPolygon(ring), FACTORY.createPolygon(star(random, 7, 5, 900))
                  })
              : i % 5 == 1 ? ring : FACTORY.createPolygon(ring);
      IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
      List<Coordinate> places = new ArrayList<>(List.of(vertices(random, 200, 100)));
      places.addAll(List.of(ring.getCoordinates()).subList(0, 3));
      for (int v = 1; v < 4; v++) {
        Coordinate a = ring.getCoordinateN(v - 1);
        Coordinate b = ring.getCoordinateN(v);
        places.add(new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2));
      }
      places.add(new Coordinate(1e9, 5));
      places.add(new Coordinate(5, Double.NaN));
      for (Coordinate place : places) {
        int expected =
            area instanceof LinearRing
                ? RayCrossingCounter.locatePointInRing(place, ring.getCoordinates())
                : rays(area, place);
        assertEquals(expected, locator.locate(place), () -> place + " in " + area);
        met[expected]++;
      }
    }
    assertTrue(met[Location.BOUNDARY] > 500, Arrays.toString(met));
    assertTrue(met[Location.INTERIOR] > 5000, Arrays.toString(met));
  }

  private static int rays(Geometry area, Coordinate place) {
    RayCrossingCounter counter = new RayCrossingCounter(place);
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Coordinate[] ring = area.getGeometryN(i).getCoordinates();
      for (int v = 1; v < ring.length; v++) {
        counter.countSegment(ring[v - 1], ring[v]);
      }
    }
    return counter.getLocation();
  }

  @Test
  void aFlatRingHoldsNothing() {
    Coordinate[] flat = {
      new Coordinate(0, 1), new Coordinate(2, 1), new Coordinate(1, 1), new Coordinate(0, 1)
    };
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(FACTORY.createPolygon(flat));
    assertEquals(Location.BOUNDARY, locator.locate(new Coordinate(1.5, 1)));
    assertEquals(Location.EXTERIOR, locator.locate(new Coordinate(3, 1)));
    assertEquals(Location.EXTERIOR, locator.locate(new Coordinate(1, 2)));
  }

  /** Teeth as tall as the comb are in every band. */
  @Test
  void aCombFillsNoMemory() {
    int teeth = 20_000;
    Coordinate[] comb = new Coordinate[2 * teeth + 4];
    for (int i = 0; i <= 2 * teeth; i++) {
      comb[i] = new Coordinate(i, i % 2 == 0 ? 0 : 1000);
    }
    comb[2 * teeth + 1] = new Coordinate(2 * teeth, -1);
    comb[2 * teeth + 2] = new Coordinate(0, -1);
    comb[2 * teeth + 3] = comb[0];
    Polygon polygon = FACTORY.createPolygon(comb);
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(polygon);
    for (double x = 0.5; x < 200; x += 7.25) {
      Coordinate place = new Coordinate(x, 333);
      assertEquals(SimplePointInAreaLocator.locate(place, polygon), locator.locate(place));
    }
  }

  @Test
  void boxesAreFoundByPlace() {
    Random random = new Random(15);
    for (int size : new int[] {0, 1, 2, 15, 16, 17, 255, 257, 5000}) {
      Envelope[] boxes = new Envelope[size];
      for (int i = 0; i < size; i++) {
        double x = random.nextDouble() * 100;
        double y = random.nextDouble() * 100;
        boxes[i] = i % 7 == 3 ? null : new Envelope(x, x + random.nextInt(9), y, y + 1);
      }
      BoxTree tree = new BoxTree(boxes);
      for (int q = 0; q < 100; q++) {
        double x = random.nextDouble() * 110 - 5;
        Envelope window = new Envelope(x, x + q % 20, x / 2, x / 2 + q % 5);
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          if (boxes[i] != null && boxes[i].intersects(window)) {
            expected.add(i);
          }
        }
        assertEquals(expected, Arrays.stream(tree.near(window)).boxed().toList());
      }
    }
  }
}
