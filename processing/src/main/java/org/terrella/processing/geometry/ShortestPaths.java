package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;

/**
 * The cheapest ways from a vertex of a network to all others (Dijkstra, 1959). Of ways that cost
 * the same the one found first stays; vertices that cost the same come in the order of their
 * numbers.
 */
public final class ShortestPaths {
  private final Network network;
  private final double[] costs;
  private final int[] arrivals;

  private record Reached(double cost, int vertex) implements Comparable<Reached> {
    @Override
    public int compareTo(Reached other) {
      int order = Double.compare(cost, other.cost);
      return order != 0 ? order : Integer.compare(vertex, other.vertex);
    }
  }

  public ShortestPaths(Network network, int start) {
    this.network = network;
    costs = new double[network.size()];
    arrivals = new int[costs.length];
    Arrays.fill(costs, Double.POSITIVE_INFINITY);
    Arrays.fill(arrivals, -1);
    costs[start] = 0;
    PriorityQueue<Reached> open = new PriorityQueue<>();
    open.add(new Reached(0, start));
    while (!open.isEmpty()) {
      Reached next = open.poll();
      if (next.cost > costs[next.vertex]) {
        continue;
      }
      for (int number : network.outgoing(next.vertex)) {
        Network.Edge edge = network.edge(number);
        double cost = next.cost + edge.cost();
        if (cost < costs[edge.to()]) {
          costs[edge.to()] = cost;
          arrivals[edge.to()] = number;
          open.add(new Reached(cost, edge.to()));
        }
      }
    }
  }

  /** What it costs to get to a vertex; infinite where no way leads. */
  public double cost(int vertex) {
    return costs[vertex];
  }

  /** The edge by which a vertex is reached; -1 for the start and for what is not reached. */
  public int arrival(int vertex) {
    return arrivals[vertex];
  }

  /** The way to a vertex that is reached, from the start. */
  public Coordinate[] way(int end) {
    List<Coordinate> way = new ArrayList<>(List.of(network.place(end)));
    for (int edge = arrivals[end]; edge >= 0; edge = arrivals[network.edge(edge).from()]) {
      way.add(network.place(network.edge(edge).from()));
    }
    Collections.reverse(way);
    return way.toArray(new Coordinate[0]);
  }
}
