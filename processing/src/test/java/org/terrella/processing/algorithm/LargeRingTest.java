package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;

/** A ring of a million vertices on a circle, whose area and the like are known. */
class LargeRingTest {
  private static final int VERTICES = 1_000_000;
  private static final double RADIUS = 1000;
  private static final double AREA =
      VERTICES / 2.0 * RADIUS * RADIUS * Math.sin(2 * Math.PI / VERTICES);

  private static final FeatureTable RING = Tables.of(Crs.UNKNOWN, List.of(ring()));

  private static Geometry ring() {
    Coordinate[] vertices = new Coordinate[VERTICES + 1];
    for (int i = 0; i < VERTICES; i++) {
      double angle = 2 * Math.PI * i / VERTICES;
      vertices[i] = new Coordinate(RADIUS * Math.cos(angle), RADIUS * Math.sin(angle));
    }
    vertices[VERTICES] = vertices[0];
    return new GeometryFactory().createPolygon(vertices);
  }

  private static Geometry run(String id, String parameters) {
    FeatureTable made = Tables.results(id, parameters, RING).table("OUTPUT");
    assertEquals(1, made.size(), id);
    return Tables.geometry(made, 0);
  }

  @Test
  void isMeasuredHulledSimplifiedAndBuffered() {
    assertEquals(AREA, run("native:convexhull", "{}").getArea(), 1e-3);
    Coordinate centre = run("native:centroids", "{}").getCoordinate();
    assertEquals(0, Math.hypot(centre.x, centre.y), 1e-6);
    Envelope box = run("native:boundingboxes", "{}").getEnvelopeInternal();
    assertEquals(4 * RADIUS * RADIUS, box.getArea(), 1e-6);
    // A chord that is 1 from its arc at most spans an angle of 2 acos(1 - 1/1000).
    Geometry simple = run("native:simplifygeometries", "{'TOLERANCE': 1}");
    double least = Math.PI / Math.acos(1 - 1 / RADIUS);
    assertTrue(simple.getNumPoints() > least && simple.getNumPoints() < 4 * least);
    assertEquals(AREA, simple.getArea(), AREA * 2 / RADIUS);
    Geometry wide = run("native:buffer", "{'DISTANCE': 10, 'SEGMENTS': 8}");
    assertEquals(Math.PI * 1010 * 1010, wide.getArea(), 10);
    assertEquals(VERTICES + 1, run("native:polygonstolines", "{}").getNumPoints());
  }
}
