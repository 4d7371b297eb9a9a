package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geometry.SegmentIndex.Segment;

/**
 * A graph of lines: vertices where their vertices are, and where places are tied to the nearest
 * segment; edges along the segments.
 */
public final class Network {
  private final List<Coordinate> vertices = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<List<Integer>> outgoing = new ArrayList<>();
  private final Map<Coordinate, Integer> exact = new HashMap<>();
  private final BoxedPlaces near;
  private final double tolerance;
  private final int[] tied;

  /**
   * A way from vertex to vertex.
   *
   * @param twin the edge in the other direction, where that came before this one; else -1
   */
  public record Edge(int from, int to, double cost, int twin) {}

  /** What it costs to go along a part of a line, and which ways. */
  public interface Rules {
    /** Of the part between two places of the line of a row; infinite where there is no way. */
    double cost(int row, Coordinate from, Coordinate to);

    boolean forward(int row);

    boolean backward(int row);
  }

  private record Stop(double share, int vertex) {}

  /**
   * The network of a table of lines.
   *
   * @param tolerance vertices no farther apart are one
   * @param places what is tied to the network
   */
  public Network(FeatureTable lines, Rules rules, double tolerance, List<Coordinate> places) {
    this.tolerance = tolerance;
    near = tolerance > 0 ? new BoxedPlaces(tolerance) : null;
    SegmentIndex segments = new SegmentIndex();
    for (int row = 0; row < lines.size(); row++) {
      Geometry geometry = JtsGeometries.of(lines.geometry(), row);
      if (geometry != null) {
        Geometry joined = Sequences.move(geometry, place -> vertices.get(vertex(place)));
        if (joined != null) {
          segments.add(row, joined);
        }
      }
    }
    Map<Integer, List<Stop>> stops = new HashMap<>();
    tied = new int[places.size()];
    for (int i = 0; i < tied.length; i++) {
      Segment segment = segments.nearest(places.get(i));
      tied[i] = segment == null ? -1 : tie(segment, places.get(i), stops);
    }
    for (Segment segment : segments.all()) {
      addEdges(segment, stops.getOrDefault(segment.number(), List.of()), rules);
    }
  }

  private int tie(Segment segment, Coordinate place, Map<Integer, List<Stop>> stops) {
    double share = segment.nearest(place);
    Coordinate foot = segment.nearestPoint(place);
    if (share == 0 || share == 1) {
      return exact.get(foot);
    }
    int vertex = add(new Coordinate(foot.x, foot.y));
    stops
        .computeIfAbsent(segment.number(), number -> new ArrayList<>())
        .add(new Stop(share, vertex));
    return vertex;
  }

  private int add(Coordinate place) {
    vertices.add(place);
    outgoing.add(new ArrayList<>());
    return vertices.size() - 1;
  }

  /** The vertex at a place: one that is there already, or a new one. */
  private int vertex(Coordinate place) {
    Integer known = exact.get(place);
    if (known != null) {
      return known;
    }
    int best = -1;
    double least = tolerance;
    for (int other : near == null ? List.<Integer>of() : near.near(place)) {
      double distance = vertices.get(other).distance(place);
      if (distance < least || best < 0 && distance == least) {
        best = other;
        least = distance;
      }
    }
    if (best >= 0) {
      return best;
    }
    int added = add(new Coordinate(place.x, place.y));
    exact.put(vertices.get(added), added);
    if (near != null) {
      near.add(place, added);
    }
    return added;
  }

  private void addEdges(Segment segment, List<Stop> between, Rules rules) {
    List<Stop> stops = new ArrayList<>(between);
    stops.add(new Stop(0, exact.get(segment.from())));
    stops.add(new Stop(1, exact.get(segment.to())));
    stops.sort(Comparator.comparingDouble(Stop::share).thenComparingInt(Stop::vertex));
    for (int i = 1; i < stops.size(); i++) {
      int from = stops.get(i - 1).vertex;
      int to = stops.get(i).vertex;
      double cost =
          from == to
              ? Double.POSITIVE_INFINITY
              : rules.cost(segment.row(), vertices.get(from), vertices.get(to));
      if (cost - cost != 0) {
        continue;
      }
      boolean forward = rules.forward(segment.row());
      if (forward) {
        connect(new Edge(from, to, cost, -1));
      }
      if (rules.backward(segment.row())) {
        connect(new Edge(to, from, cost, forward ? edges.size() - 1 : -1));
      }
    }
  }

  private void connect(Edge edge) {
    outgoing.get(edge.from).add(edges.size());
    edges.add(edge);
  }

  public int size() {
    return vertices.size();
  }

  public Coordinate place(int vertex) {
    return vertices.get(vertex);
  }

  public Edge edge(int number) {
    return edges.get(number);
  }

  /** The edge that leads the other way along the same part of a line; -1 for none. */
  public int reverse(int number) {
    if (edges.get(number).twin >= 0) {
      return edges.get(number).twin;
    }
    boolean both = number + 1 < edges.size() && edges.get(number + 1).twin == number;
    return both ? number + 1 : -1;
  }

  /** The numbers of the edges that leave a vertex. */
  public List<Integer> outgoing(int vertex) {
    return outgoing.get(vertex);
  }

  /** The vertex that a place was tied to, by its number in the list; -1 in an empty network. */
  public int tied(int place) {
    return tied[place];
  }
}
