package org.locationtech.jts.geomgraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.noding.OrientedCoordinateArray;

class EdgeListTest {
  @Test
  void findsAnEdgeInBothDirections() {
    EdgeList edges = new EdgeList();
    Edge edge = edge(0, 0, 1, 5, 3, 2);
    edges.add(edge);
    assertSame(edge, edges.findEqualEdge(edge(0, 0, 1, 5, 3, 2)));
    assertSame(edge, edges.findEqualEdge(edge(3, 2, 1, 5, 0, 0)));
    assertNull(edges.findEqualEdge(edge(0, 0, 1, 5.5, 3, 2)));
    assertNull(edges.findEqualEdge(edge(0, 0, 3, 2)));
  }

  @Test
  void zeroHasNoSign() {
    EdgeList edges = new EdgeList();
    Edge edge = edge(0, 0, 1, 1);
    edges.add(edge);
    assertSame(edge, edges.findEqualEdge(edge(-0.0, 0, 1, 1)));
  }

  /** JTS's own key, sorted in a tree, is the judge. */
  @Test
  void findsWhatATreeOfOrientedArraysFinds() {
    Random random = new Random(1);
    EdgeList edges = new EdgeList();
    Map<OrientedCoordinateArray, Edge> expected = new TreeMap<>();
    List<Edge> added = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      double[] ordinates =
          random.ints(2 * (2 + random.nextInt(2)), 0, 4).asDoubleStream().toArray();
      Edge edge = edge(ordinates);
      OrientedCoordinateArray key = new OrientedCoordinateArray(edge.getCoordinates());
      assertSame(expected.get(key), edges.findEqualEdge(edge));
      if (random.nextBoolean()) {
        edges.add(edge);
        expected.put(key, edge);
        added.add(edge);
      }
    }
    assertEquals(added, edges.getEdges());
    assertSame(added.get(17), edges.get(17));
    assertEquals(added.indexOf(added.get(99)), edges.findEdgeIndex(added.get(99)));
  }

  private static Edge edge(double... ordinates) {
    Coordinate[] points = new Coordinate[ordinates.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
    }
    return new Edge(points, null);
  }
}
