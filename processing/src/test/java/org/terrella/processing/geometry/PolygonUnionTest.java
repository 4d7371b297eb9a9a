package org.terrella.processing.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** JTS's cascaded union is the judge. */
class PolygonUnionTest {
  private static Coordinate[] star(Random random, double x, double y, double radius, int vertices) {
    Coordinate[] ring = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double r = radius * (0.5 + 0.5 * random.nextDouble());
      double angle = 2 * Math.PI * i / vertices;
      ring[i] = new Coordinate(x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
    ring[vertices] = ring[0].copy();
    return ring;
  }

  private static Polygon polygon(Coordinate[] shell, Coordinate[]... holes) {
    LinearRing[] rings = new LinearRing[holes.length];
    for (int i = 0; i < holes.length; i++) {
      rings[i] = JtsGeometries.FACTORY.createLinearRing(holes[i]);
    }
    return JtsGeometries.FACTORY.createPolygon(
        JtsGeometries.FACTORY.createLinearRing(shell), rings);
  }

  private static Polygon square(double x, double y, double side) {
    return polygon(
        new Coordinate[] {
          new Coordinate(x, y),
          new Coordinate(x + side, y),
          new Coordinate(x + side, y + side),
          new Coordinate(x, y + side),
          new Coordinate(x, y)
        });
  }

  private static int holes(Geometry geometry) {
    int holes = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      holes += ((Polygon) geometry.getGeometryN(i)).getNumInteriorRing();
    }
    return holes;
  }

  private static void same(List<? extends Geometry> polygons) {
    Geometry ours = PolygonUnion.of(new ArrayList<>(polygons));
    Geometry theirs = OverlayNGRobust.union(new ArrayList<>(polygons), JtsGeometries.FACTORY);
    assertTrue(ours.isValid());
    assertEquals(theirs.getNumGeometries(), ours.getNumGeometries());
    assertEquals(holes(theirs), holes(ours));
    assertEquals(theirs.getNumPoints(), ours.getNumPoints());
    assertEquals(theirs.getArea(), ours.getArea(), 1e-9 * theirs.getArea());
    assertEquals(0, theirs.symDifference(ours).getArea(), 1e-9 * theirs.getArea());
  }

  @Test
  void isThatOfTheCascade() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<Polygon> polygons = new ArrayList<>();
      int count = 2 + random.nextInt(80);
      double spread = 20 + random.nextInt(200);
      for (int i = 0; i < count; i++) {
        double x = 1_000_000 + spread * random.nextDouble();
        double y = 6_500_000 + spread * random.nextDouble();
        double radius = 1 + 30 * random.nextDouble();
        Coordinate[] shell = star(random, x, y, radius, 3 + random.nextInt(60));
        boolean hole = shell.length > 12 && random.nextBoolean();
        Polygon made =
            hole
                ? polygon(shell, star(random, x, y, radius * 0.4, 5 + random.nextInt(9)))
                : polygon(shell);
        if (made.isValid()) {
          polygons.add(made);
        }
      }
      same(polygons);
    }
  }

  @Test
  void polygonsInGeneralPositionNeedNoCascade() {
    Random random = new Random(7);
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      polygons.add(
          polygon(star(random, 100 * random.nextDouble(), 100 * random.nextDouble(), 8, 24)));
    }
    boolean[] close = new boolean[polygons.size()];
    assertNotNull(OutlineOverlay.union(polygons, close));
  }

  /** Common edges, common corners, corners on edges, the same polygon twice. */
  @Test
  void touchingPolygonsAreLeftToTheCascade() {
    List<Polygon> squares = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      squares.add(square(i % 6, i / 6, 1));
    }
    boolean[] close = new boolean[36];
    assertNull(OutlineOverlay.union(squares, close));
    assertTrue(close[14]);
    assertEquals(36, PolygonUnion.of(new ArrayList<>(squares)).getArea(), 0);
    assertEquals(1, PolygonUnion.of(new ArrayList<>(squares)).getNumGeometries());
    same(List.of(square(0, 0, 2), square(0, 0, 2)));
    same(List.of(square(0, 0, 2), square(2, 2, 2)));
    same(List.of(square(0, 0, 2), square(2, 1, 2)));
    same(List.of(square(0, 0, 4), square(0, 1, 2)));
  }

  /** A few that touch cost the others nothing. */
  @Test
  void touchingOnesMeetTheOthersAfterwards() {
    Random random = new Random(3);
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      polygons.add(
          polygon(star(random, 40 * random.nextDouble(), 40 * random.nextDouble(), 5, 20)));
    }
    polygons.add(square(10, 10, 3));
    polygons.add(square(13, 10, 3));
    polygons.add(square(80, 80, 3));
    same(polygons);
    boolean[] close = new boolean[polygons.size()];
    OutlineOverlay.union(polygons, close);
    assertTrue(close[100] && close[101]);
    assertFalse(close[102] || close[0]);
  }

  @Test
  void nestsIslandsInLakes() {
    List<Polygon> polygons = new ArrayList<>();
    Coordinate[] lake = star(new Random(1), 0, 0, 6, 40);
    polygons.add(polygon(star(new Random(2), 0, 0, 30, 40), lake));
    polygons.add(square(-1, -1.5, 2.25));
    polygons.add(polygon(star(new Random(4), 8, 0, 3.5, 30)));
    same(polygons);
    assertEquals(2, PolygonUnion.of(new ArrayList<>(polygons)).getNumGeometries());
  }

  @Test
  void nothingGivesNothing() {
    assertTrue(PolygonUnion.of(List.of()).isEmpty());
    assertTrue(PolygonUnion.of(List.of(JtsGeometries.FACTORY.createPolygon())).isEmpty());
  }

  /** Intersections and differences of shapes with many parts and holes, and of stars. */
  @Test
  void overlaysAreThoseOfJts() {
    for (int seed = 0; seed < 80; seed++) {
      Random random = new Random(1000 + seed);
      Geometry one = shape(random, seed % 3);
      Geometry other = shape(random, seed % 2);
      for (int operation : new int[] {OverlayNG.INTERSECTION, OverlayNG.DIFFERENCE}) {
        Geometry ours =
            operation == OverlayNG.INTERSECTION
                ? AreaOverlay.intersection(one, other)
                : AreaOverlay.difference(one, other);
        Geometry theirs = OverlayNGRobust.overlay(one, other, operation);
        assertTrue(ours.isValid());
        assertEquals(theirs.getNumPoints(), ours.getNumPoints());
        assertEquals(theirs.getArea(), ours.getArea(), 1e-9 * one.getArea());
        assertEquals(0, theirs.symDifference(ours).getArea(), 1e-9 * one.getArea());
      }
    }
  }

  private static Geometry shape(Random random, int stars) {
    List<Geometry> polygons = new ArrayList<>();
    for (int i = 0; i <= 6 * stars; i++) {
      double x = 1_000_000 + 60 * random.nextDouble();
      double y = 6_500_000 + 60 * random.nextDouble();
      polygons.add(polygon(star(random, x, y, 10 + 20 * random.nextDouble(), 6 + 4 * i)));
    }
    return OverlayNGRobust.union(polygons, JtsGeometries.FACTORY);
  }

  @Test
  void aHoleIsCutWhereTheOtherLiesInside() {
    Geometry ring = AreaOverlay.difference(square(0, 0, 10), square(3, 3.5, 2));
    assertEquals(96, ring.getArea(), 0);
    assertEquals(1, ((Polygon) ring).getNumInteriorRing());
    assertTrue(AreaOverlay.difference(square(3, 3.5, 2), square(0, 0, 10)).isEmpty());
    assertTrue(AreaOverlay.intersection(square(0, 0, 1), square(5, 5, 1)).isEmpty());
  }

  /** Heights are JTS's to make. */
  @Test
  void heightsAreKept() {
    Polygon high = square(0, 0, 4);
    high.apply((Coordinate c) -> c.setZ(7));
    Geometry common = AreaOverlay.intersection(high, square(1.5, 1.5, 5));
    for (Coordinate corner : common.getCoordinates()) {
      assertEquals(7, corner.getZ(), 0);
    }
  }
}
