package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.Network;
import org.terrella.processing.geometry.Sequences;
import org.terrella.processing.geometry.ShortestPaths;

/** What of a network can be reached from a point at a cost. */
final class ServiceAreas {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final String LINES = "OUTPUT_LINES";
  private static final List<Field> FIELDS =
      List.of(new Field("type", FieldType.STRING), new Field("start", FieldType.STRING));

  private final Network network;
  private final ShortestPaths paths;
  private final double most;

  private ServiceAreas(Network network, int start, double most) {
    this.network = network;
    this.paths = new ShortestPaths(network, start);
    this.most = most;
  }

  private static AlgorithmDescription described(
      String id, String name, String help, ParameterDescription start) {
    return NetworkRules.describe(id, name, help)
        .with(
            start,
            ParameterDescription.number("TRAVEL_COST", "Travel cost (older form, in seconds)", 0)
                .atLeast(0)
                .asOptional(),
            ParameterDescription.number(
                    "TRAVEL_COST2", "Travel cost (distance for shortest, hours for fastest)", 0)
                .atLeast(0),
            ParameterDescription.flag("INCLUDE_BOUNDS", "Include upper/lower bound points", false)
                .asOptional(),
            ParameterDescription.sink(LINES, "Service area (lines)").asOptional(),
            ParameterDescription.sink("OUTPUT", "Service area (boundary nodes)").onlyWhenAsked());
  }

  static Algorithm ofPoint() {
    AlgorithmDescription description =
        described(
            "native:serviceareafrompoint",
            "Service area (from point)",
            "What of a network can be reached from a point within a distance or a time.",
            ParameterDescription.of("START_POINT", "Start point", ParameterType.POINT));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) ->
            compute(
                description,
                input,
                RandomPointAlgorithms.nothing(input.crs()),
                List.of(
                    new NetworkAlgorithms.Stop(0, parameters.point("START_POINT", input.crs()))),
                parameters,
                progress));
  }

  static Algorithm ofLayer() {
    AlgorithmDescription description =
        described(
            "native:serviceareafromlayer",
            "Service area (from layer)",
            "What of a network can be reached from each point of a layer within a distance or a"
                + " time.",
            ParameterDescription.source("START_POINTS", "Start points", 0));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          FeatureTable starts = parameters.source("START_POINTS");
          return compute(
              description, input, starts, NetworkAlgorithms.Stop.of(starts), parameters, progress);
        });
  }

  private static Results compute(
      AlgorithmDescription description,
      FeatureTable input,
      FeatureTable starts,
      List<NetworkAlgorithms.Stop> stops,
      Parameters parameters,
      Progress progress) {
    Network network =
        NetworkAlgorithms.network(input, parameters, NetworkAlgorithms.Stop.places(stops));
    boolean hours = parameters.choice("STRATEGY") == 1;
    double older = parameters.number("TRAVEL_COST", 0) / (hours ? SECONDS_PER_HOUR : 1);
    double most = older > 0 ? older : parameters.number("TRAVEL_COST2");
    FeatureSink lines = new FeatureSink(starts, FIELDS);
    FeatureSink nodes = new FeatureSink(starts, FIELDS);
    for (int i = 0; i < stops.size(); i++) {
      progress.report((double) i / stops.size(), "");
      ServiceAreas area = new ServiceAreas(network, network.tied(i), most);
      String start = NetworkAlgorithms.text(stops.get(i).place());
      area.add(stops.get(i).row(), start, lines, nodes, parameters.flag("INCLUDE_BOUNDS"));
    }
    Results results = Results.of(JsonObject.of());
    if (parameters.wants(LINES)) {
      results = results.with(LINES, lines.build(description.label(LINES)));
    }
    if (parameters.wants("OUTPUT")) {
      results = results.with("OUTPUT", nodes.build(description.label("OUTPUT")));
    }
    return results;
  }

  private void add(
      int row, String start, FeatureSink lines, FeatureSink nodes, boolean withBounds) {
    List<LineString> ways = new ArrayList<>();
    List<Coordinate> places = new ArrayList<>();
    List<Coordinate> within = new ArrayList<>();
    for (int vertex = 0; vertex < network.size(); vertex++) {
      if (paths.cost(vertex) > most) {
        continue;
      }
      within.add(network.place(vertex));
      for (int number : network.outgoing(vertex)) {
        int reverse = network.reverse(number);
        double share = share(number);
        Coordinate to = network.place(network.edge(number).to());
        if (share + (reverse < 0 ? 0 : share(reverse)) < 1) {
          to = Sequences.between(network.place(vertex), to, share);
          places.add(to);
        } else if (reverse >= 0 && reverse < number) {
          continue;
        }
        if (!to.equals2D(network.place(vertex))) {
          Coordinate[] way = {network.place(vertex), to};
          ways.add(JtsGeometries.FACTORY.createLineString(way));
        }
      }
    }
    places.addAll(within);
    lines.add(
        row,
        JtsGeometries.FACTORY.createMultiLineString(ways.toArray(new LineString[0])),
        "lines",
        start);
    nodes.add(row, points(places), "within", start);
    if (withBounds) {
      addBounds(row, start, nodes);
    }
  }

  /** How far along an edge one gets, from 0 to 1. */
  private double share(int number) {
    Network.Edge edge = network.edge(number);
    double left = most - paths.cost(edge.from());
    if (!(left >= 0)) {
      return 0;
    }
    return left >= edge.cost() ? 1 : left / edge.cost();
  }

  private static Geometry points(List<Coordinate> places) {
    return JtsGeometries.FACTORY.createMultiPointFromCoords(places.toArray(new Coordinate[0]));
  }

  /** The ends of edges that begin within reach and end beyond, and their begins. */
  private void addBounds(int row, String start, FeatureSink nodes) {
    List<Coordinate> upper = new ArrayList<>();
    List<Coordinate> lower = new ArrayList<>();
    for (int vertex = 0; vertex < network.size(); vertex++) {
      int arrival = paths.arrival(vertex);
      if (arrival >= 0
          && paths.cost(vertex) > most
          && paths.cost(network.edge(arrival).from()) <= most) {
        upper.add(network.place(vertex));
        lower.add(network.place(network.edge(arrival).from()));
      }
    }
    nodes.add(row, points(upper), "upper", start);
    nodes.add(row, points(lower), "lower", start);
  }
}
