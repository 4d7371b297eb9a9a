package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.OffsetCurve;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.BufferStyle;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.LinePath;
import org.terrella.processing.geometry.PartList;
import org.terrella.processing.geometry.Sequences;

/** Algorithms on lines, and along them. */
final class LineAlgorithms {
  private static final GeometryFactory FACTORY = JtsGeometries.FACTORY;

  private LineAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(
        explode(),
        extend(),
        interpolate(),
        merge(),
        offset(),
        pointsAlong(),
        reverse(),
        splitByLength(),
        substring(),
        toPolygons());
  }

  private static Algorithm explode() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:explodelines",
                "Explode lines",
                "Makes a line of every segment.",
                "Exploded",
                Declared.lines()),
            (feature, sink) -> {
              for (Geometry part : PartList.of(feature.geometry())) {
                Coordinate[] vertices = part.getCoordinates();
                for (int i = 0; i + 1 < vertices.length; i++) {
                  sink.add(
                      feature.row(),
                      FACTORY.createLineString(new Coordinate[] {vertices[i], vertices[i + 1]}));
                }
              }
            })
        .quick();
  }

  private static Algorithm reverse() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:reverselinedirection",
                "Reverse line direction",
                "Turns lines, so that they end where they began.",
                "Reversed",
                Declared.lines()),
            (feature, sink) ->
                sink.add(
                    feature.row(),
                    Sequences.map(
                        feature.geometry(),
                        (vertices, ring) -> {
                          Coordinate[] turned = new Coordinate[vertices.length];
                          for (int i = 0; i < turned.length; i++) {
                            turned[i] = vertices[vertices.length - 1 - i];
                          }
                          return turned;
                        })))
        .quick();
  }

  /** The end vertices move on in the direction of the first and the last segment. */
  private static Algorithm extend() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:extendlines",
                "Extend lines",
                "Makes lines longer at their start and end.",
                "Extended",
                Declared.lines(),
                Declared.length("START_DISTANCE", "Start distance", 0).asDynamic(),
                Declared.length("END_DISTANCE", "End distance", 0).asDynamic()),
            (feature, sink) -> {
              double start = feature.length("START_DISTANCE");
              double end = feature.length("END_DISTANCE");
              sink.add(
                  feature.row(),
                  Sequences.map(
                      feature.geometry(),
                      (vertices, ring) -> {
                        int last = vertices.length - 1;
                        Coordinate first = beyond(vertices[1], vertices[0], start);
                        vertices[last] = beyond(vertices[last - 1], vertices[last], end);
                        vertices[0] = first;
                        return vertices;
                      }));
            })
        .quick();
  }

  private static Coordinate beyond(Coordinate from, Coordinate end, double distance) {
    double length = from.distance(end);
    if (!(distance > 0) || !(length > 0)) {
      return end;
    }
    double share = (length + distance) / length;
    return Sequences.at(
        from.x + share * (end.x - from.x),
        from.y + share * (end.y - from.y),
        end.getZ(),
        Sequences.measure(end));
  }

  /** Of multi lines the parts follow each other; beyond the end there is no point. */
  private static Algorithm interpolate() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:interpolatepoint",
                "Interpolate point on line",
                "The point at a distance along each line, or along the rings of each polygon.",
                "Interpolated points",
                Declared.linesOrPolygons(),
                Declared.length("DISTANCE", "Distance", 0).asDynamic()),
            (feature, sink) ->
                sink.add(feature.row(), point(feature.geometry(), feature.length("DISTANCE"))))
        .quick();
  }

  private static Geometry point(Geometry geometry, double distance) {
    double left = distance;
    for (LinePath path : LinePath.of(geometry)) {
      if (left <= path.length()) {
        return FACTORY.createPoint(path.at(left));
      }
      left -= path.length();
    }
    return null;
  }

  /** Of multi lines only the first part counts, as in QGIS. */
  private static Algorithm substring() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:linesubstring",
                "Line substring",
                "The part of each line between two distances from its start.",
                "Substring",
                Declared.lines(),
                Declared.length("START_DISTANCE", "Start distance", 0).asDynamic(),
                Declared.length("END_DISTANCE", "End distance", 1).asDynamic()),
            (feature, sink) -> {
              LinePath path = LinePath.of(feature.geometry()).get(0);
              Coordinate[] way =
                  path.between(feature.length("START_DISTANCE"), feature.length("END_DISTANCE"));
              sink.add(feature.row(), way.length == 0 ? null : FACTORY.createLineString(way));
            })
        .quick();
  }

  private static Algorithm splitByLength() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:splitlinesbylength",
            "Split lines by maximum length",
            "Cuts lines into pieces of a length; the last piece of each is what remains.",
            "Split",
            Declared.lines(),
            Declared.length("LENGTH", "Maximum line length", 10).asDynamic()),
        (feature, sink) -> {
          double length = above0(feature, "LENGTH", "native:splitlinesbylength");
          for (LinePath path : LinePath.of(feature.geometry())) {
            for (double from = 0; from < path.length(); from += length) {
              sink.add(feature.row(), FACTORY.createLineString(path.between(from, from + length)));
            }
          }
        });
  }

  private static double above0(Feature feature, String parameter, String algorithm) {
    double length = feature.length(parameter);
    if (!(length > 0)) {
      throw TerrellaException.invalid(
          "Parameter " + parameter + " of " + algorithm + " must be above 0.");
    }
    return length;
  }

  private static Algorithm pointsAlong() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:pointsalonglines",
                "Points along geometry",
                "Points at equal distances along lines, or along the rings of polygons, with the"
                    + " distance and the direction there.",
                "Interpolated points",
                Declared.linesOrPolygons(),
                Declared.length("DISTANCE", "Distance", 1).asDynamic(),
                Declared.length("START_OFFSET", "Start offset", 0).asDynamic(),
                Declared.length("END_OFFSET", "End offset", 0).asDynamic()),
            (feature, sink) -> {
              double step = above0(feature, "DISTANCE", "native:pointsalonglines");
              List<LinePath> paths = LinePath.of(feature.geometry());
              double before = 0;
              double total = 0;
              for (LinePath path : paths) {
                total += path.length();
              }
              double end = total - feature.length("END_OFFSET");
              double at = feature.length("START_OFFSET");
              for (LinePath path : paths) {
                while (at <= end && at - before <= path.length()) {
                  sink.add(
                      feature.row(),
                      FACTORY.createPoint(path.at(at - before)),
                      at,
                      path.direction(at - before));
                  at += step;
                }
                before += path.length();
              }
            })
        .adding(FieldType.REAL, "distance", "angle");
  }

  /** Lines of one feature that meet at their ends become one; single lines stay. */
  private static Algorithm merge() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:mergelines",
            "Merge lines",
            "Joins the parts of multi lines where just two ends meet.",
            "Merged",
            Declared.lines()),
        (feature, sink) -> {
          Geometry geometry = feature.geometry();
          if (geometry instanceof LineString) {
            sink.add(feature.row(), geometry);
            return;
          }
          LineMerger merger = new LineMerger();
          merger.add(geometry);
          List<Geometry> merged = new ArrayList<>();
          for (Object line : merger.getMergedLineStrings()) {
            merged.add((Geometry) line);
          }
          sink.add(feature.row(), FACTORY.buildGeometry(merged));
        });
  }

  private static Algorithm offset() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:offsetline",
                "Offset lines",
                "Lines beside lines: to the left at a positive distance, else to the right.",
                "Offset",
                Declared.lines(),
                Declared.shift("DISTANCE", "Distance", 10).asDynamic(),
                ParameterDescription.integer("SEGMENTS", "Segments", 8).between(1, 10_000),
                ParameterDescription.choice("JOIN_STYLE", "Join style", 0, Declared.JOINS),
                ParameterDescription.number("MITER_LIMIT", "Miter limit", 2).atLeast(1)),
            (feature, sink) -> sink.add(feature.row(), offset(feature, feature.length("DISTANCE"))))
        .slow();
  }

  static Geometry offset(Feature feature, double distance) {
    Parameters parameters = feature.parameters();
    BufferStyle style =
        new BufferStyle(
            parameters.integer("SEGMENTS"),
            0,
            parameters.choice("JOIN_STYLE"),
            parameters.number("MITER_LIMIT"));
    return new OffsetCurve(feature.geometry(), distance, style.toJts()).getCurve();
  }

  /** Lines of less than three vertices are left out; open ones are closed. */
  private static Algorithm toPolygons() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "qgis:linestopolygons",
                "Lines to polygons",
                "Makes polygons whose outer rings are the lines.",
                "Polygons",
                Declared.lines()),
            (feature, sink) -> {
              List<Polygon> polygons = new ArrayList<>();
              for (Geometry part : PartList.of(feature.geometry())) {
                Coordinate[] vertices = part.getCoordinates();
                if (vertices.length < 3) {
                  continue;
                }
                List<Coordinate> ring = new ArrayList<>(List.of(vertices));
                if (!vertices[0].equals2D(vertices[vertices.length - 1])) {
                  ring.add(vertices[0].copy());
                }
                if (ring.size() > 3) {
                  polygons.add(FACTORY.createPolygon(ring.toArray(new Coordinate[0])));
                }
              }
              sink.addMulti(feature.row(), Sequences.polygons(polygons));
            })
        .quick();
  }
}
