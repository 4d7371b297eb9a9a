package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.Network;
import org.terrella.processing.geometry.ShortestPaths;

/** Algorithms that find ways along lines. */
final class NetworkAlgorithms {
  private static final List<Field> FIELDS =
      List.of(
          new Field("start", FieldType.STRING),
          new Field("end", FieldType.STRING),
          new Field("cost", FieldType.REAL));

  private NetworkAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(
        pointToPoint(),
        withLayer(true),
        withLayer(false),
        ServiceAreas.ofPoint(),
        ServiceAreas.ofLayer());
  }

  /** A place of a feature, each of whose vertices counts. */
  record Stop(int row, Coordinate place) {
    static List<Stop> of(FeatureTable table) {
      List<Stop> stops = new ArrayList<>();
      for (int row = 0; row < table.size(); row++) {
        FeatureNames.requireFinite(table, row);
        Geometry geometry = JtsGeometries.of(table.geometry(), row);
        Coordinate[] places = geometry == null ? new Coordinate[0] : geometry.getCoordinates();
        for (Coordinate place : places) {
          stops.add(new Stop(row, place));
        }
      }
      return stops;
    }

    static List<Coordinate> places(List<Stop> stops) {
      List<Coordinate> places = new ArrayList<>();
      stops.forEach(stop -> places.add(stop.place));
      return places;
    }
  }

  static Network network(FeatureTable lines, Parameters parameters, List<Coordinate> places) {
    for (int row = 0; row < lines.size(); row++) {
      FeatureNames.requireFinite(lines, row);
    }
    double tolerance = parameters.length("TOLERANCE", lines.crs());
    Network network = new Network(lines, new NetworkRules(lines, parameters), tolerance, places);
    if (network.size() == 0) {
      throw TerrellaException.invalid(
          "Parameter INPUT: \"" + lines.name() + "\" has no lines, and so there is no network.");
    }
    return network;
  }

  /** As QGIS writes points. */
  static String text(Coordinate place) {
    return DoubleText.write(place.x) + ", " + DoubleText.write(place.y);
  }

  private static Algorithm pointToPoint() {
    AlgorithmDescription description =
        NetworkRules.describe(
                "native:shortestpathpointtopoint",
                "Shortest path (point to point)",
                "The shortest or fastest way between two points along the lines of a network.")
            .with(
                ParameterDescription.of("START_POINT", "Start point", ParameterType.POINT),
                ParameterDescription.of("END_POINT", "End point", ParameterType.POINT),
                ParameterDescription.sink("OUTPUT", "Shortest path"))
            .gives("TRAVEL_COST");
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          Coordinate start = parameters.point("START_POINT", input.crs());
          Coordinate end = parameters.point("END_POINT", input.crs());
          Network network = network(input, parameters, List.of(start, end));
          ShortestPaths paths = new ShortestPaths(network, network.tied(0));
          if (paths.arrival(network.tied(1)) < 0) {
            throw TerrellaException.invalid(
                "There is no route from start point ("
                    + text(start)
                    + ") to end point ("
                    + text(end)
                    + ").");
          }
          double cost = paths.cost(network.tied(1));
          FeatureSink sink = new FeatureSink(RandomPointAlgorithms.nothing(input.crs()), FIELDS);
          sink.add(
              0,
              JtsGeometries.FACTORY.createLineString(paths.way(network.tied(1))),
              text(start),
              text(end),
              cost);
          return Results.of(sink.build(description.label("OUTPUT"))).with("TRAVEL_COST", cost);
        });
  }

  private static Algorithm withLayer(boolean starts) {
    AlgorithmDescription description =
        NetworkRules.describe(
            starts ? "native:shortestpathlayertopoint" : "native:shortestpathpointtolayer",
            starts ? "Shortest path (layer to point)" : "Shortest path (point to layer)",
            starts
                ? "The shortest or fastest ways from the points of a layer to a point, along the"
                    + " lines of a network."
                : "The shortest or fastest ways from a point to the points of a layer, along the"
                    + " lines of a network.");
    String points = starts ? "START_POINTS" : "END_POINTS";
    String point = starts ? "END_POINT" : "START_POINT";
    ParameterDescription layer =
        ParameterDescription.source(points, starts ? "Start points" : "End points", 0);
    ParameterDescription place =
        ParameterDescription.of(point, starts ? "End point" : "Start point", ParameterType.POINT);
    AlgorithmDescription full =
        description
            .with(starts ? layer : place, starts ? place : layer)
            .with(ParameterDescription.sink("OUTPUT", "Shortest path"));
    return TableAlgorithm.of(
        full,
        (input, parameters, progress) -> {
          FeatureTable table = parameters.source(points);
          List<Stop> stops = Stop.of(table);
          List<Coordinate> places = Stop.places(stops);
          Coordinate other = parameters.point(point);
          places.add(other);
          Network network = network(input, parameters, places);
          int single = network.tied(stops.size());
          ShortestPaths all = starts ? null : new ShortestPaths(network, single);
          FeatureSink sink = new FeatureSink(table, FIELDS);
          for (int i = 0; i < stops.size(); i++) {
            progress.report((double) i / stops.size(), "");
            ShortestPaths paths = starts ? new ShortestPaths(network, network.tied(i)) : all;
            int end = starts ? single : network.tied(i);
            String here = text(stops.get(i).place);
            String from = starts ? here : text(other);
            String to = starts ? text(other) : here;
            if (paths.arrival(end) < 0) {
              // The point of the layer only.
              sink.add(stops.get(i).row, null, starts ? from : null, starts ? null : to);
              continue;
            }
            sink.add(
                stops.get(i).row,
                JtsGeometries.FACTORY.createLineString(paths.way(end)),
                from,
                to,
                paths.cost(end));
          }
          return Results.of(sink.build(full.label("OUTPUT")));
        });
  }
}
