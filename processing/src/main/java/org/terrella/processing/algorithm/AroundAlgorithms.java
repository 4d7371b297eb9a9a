package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.terrella.exact.ExactMath;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.BufferStyle;
import org.terrella.processing.geometry.GeodesicBuffer;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.LinePath;
import org.terrella.processing.geometry.PartList;
import org.terrella.processing.geometry.PlanarBuffer;
import org.terrella.processing.geometry.Sequences;
import org.terrella.processing.geometry.VariableWidthBuffer;

/** Algorithms that make areas around points and lines, and copies beside features. */
final class AroundAlgorithms {
  private static final GeometryFactory FACTORY = JtsGeometries.FACTORY;

  private AroundAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(
        arrayOffset(),
        arrayTranslated(),
        byMeasure(),
        multiRing(),
        oneSided(),
        project(),
        shapes(),
        tapered(),
        wedges());
  }

  /** Each ring is what its buffer has more than the one before; 40 segments in a quarter. */
  private static Algorithm multiRing() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:multiringconstantbuffer",
                "Multi-ring buffer (constant distance)",
                "Rings around each feature, each as wide as the others.",
                "Multi-ring buffer (constant distance)",
                Declared.any(),
                ParameterDescription.integer("RINGS", "Number of rings", 1).asDynamic().atLeast(0),
                Declared.shift("DISTANCE", "Distance between rings", 1).asDynamic().onEllipsoid()),
            (feature, sink) -> {
              if (feature.geometry() == null || feature.geometry().isEmpty()) {
                return;
              }
              Distance step = feature.parameters().distance("DISTANCE");
              Geometry before = null;
              for (int i = 1; i <= feature.parameters().integer("RINGS"); i++) {
                Geometry buffer = buffer(feature, step, i);
                Geometry ring =
                    before == null
                        ? buffer
                        : OverlayNGRobust.overlay(buffer, before, OverlayNG.SYMDIFFERENCE);
                sink.addMulti(feature.row(), ring, i, i * step.value());
                before = buffer;
              }
            })
        .adding(
            (input, parameters) ->
                List.of(
                    new Field("ringId", FieldType.INTEGER), new Field("distance", FieldType.REAL)))
        .seesAll()
        .slow();
  }

  private static Geometry buffer(Feature feature, Distance step, int times) {
    BufferStyle style = BufferStyle.round(40);
    return step.isGeodesicIn(feature.table().crs())
        ? GeodesicBuffer.of(feature.geometry(), times * step.meters(), style)
        : PlanarBuffer.of(feature.geometry(), times * step.in(feature.table().crs()), style);
  }

  private static Algorithm oneSided() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:singlesidedbuffer",
                "Single sided buffer",
                "The area within a distance on one side of lines; of several parts each has its own.",
                "Buffer",
                Declared.lines(),
                Declared.shift("DISTANCE", "Distance", 10).asDynamic(),
                ParameterDescription.choice("SIDE", "Side", 0, List.of("Left", "Right")),
                ParameterDescription.integer("SEGMENTS", "Segments", 8).between(1, 10_000),
                ParameterDescription.choice("JOIN_STYLE", "Join style", 0, Declared.JOINS),
                ParameterDescription.number("MITER_LIMIT", "Miter limit", 2).atLeast(1)),
            (feature, sink) -> {
              Parameters parameters = feature.parameters();
              BufferParameters style =
                  new BufferStyle(
                          parameters.integer("SEGMENTS"),
                          1,
                          parameters.choice("JOIN_STYLE"),
                          parameters.number("MITER_LIMIT"))
                      .toJts();
              style.setSingleSided(true);
              double distance = feature.length("DISTANCE");
              double side = parameters.choice("SIDE") == 0 ? distance : -distance;
              List<Geometry> areas = new ArrayList<>();
              for (Geometry line : PartList.of(feature.geometry())) {
                areas.addAll(PartList.of(new BufferOp(line, style).getResultGeometry(side)));
              }
              sink.add(feature.row(), areas.isEmpty() ? null : FACTORY.buildGeometry(areas));
            })
        .slow();
  }

  private static Algorithm wedges() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:wedgebuffers",
            "Create wedge buffers",
            "Wedges around points: a part of a circle, or of a ring. Arcs are made of segments of"
                + " one degree.",
            "Buffers",
            Declared.points(),
            Declared.number("AZIMUTH", "Azimuth (degrees from North)", 0).asDynamic(),
            Declared.number("WIDTH", "Wedge width (in degrees)", 45).asDynamic().between(0, 360),
            Declared.number("OUTER_RADIUS", "Outer radius", 1).asDynamic().atLeast(0),
            Declared.number("INNER_RADIUS", "Inner radius", 0).asDynamic().atLeast(0).asOptional()),
        (feature, sink) -> {
          List<Geometry> wedges = new ArrayList<>();
          for (Geometry point : PartList.of(feature.geometry())) {
            Geometry wedge = wedge(point.getCoordinate(), feature);
            if (wedge != null) {
              wedges.add(wedge);
            }
          }
          boolean multi = feature.geometry().getNumGeometries() > 1;
          sink.add(
              feature.row(),
              wedges.isEmpty()
                  ? null
                  : multi
                      ? FACTORY.createMultiPolygon(wedges.toArray(new Polygon[0]))
                      : wedges.get(0));
        });
  }

  private static Polygon wedge(Coordinate centre, Feature feature) {
    double width = feature.number("WIDTH");
    double outer = feature.number("OUTER_RADIUS");
    double inner = feature.number("INNER_RADIUS");
    double from = feature.number("AZIMUTH") - width / 2;
    if (!(outer > 0) || !(width > 0)) {
      return null;
    }
    List<Coordinate> ring = arc(centre, outer, from, width);
    if (width >= 360) {
      LinearRing shell = ring(ring);
      return inner > 0
          ? FACTORY.createPolygon(
              shell, new LinearRing[] {ring(arc(centre, inner, from, width)).reverse()})
          : FACTORY.createPolygon(shell);
    }
    if (inner > 0) {
      List<Coordinate> back = arc(centre, inner, from, width);
      Collections.reverse(back);
      ring.addAll(back);
    } else {
      ring.add(centre.copy());
    }
    return FACTORY.createPolygon(ring(ring));
  }

  private static LinearRing ring(List<Coordinate> vertices) {
    List<Coordinate> closed = new ArrayList<>(vertices);
    closed.add(vertices.get(0).copy());
    return FACTORY.createLinearRing(closed.toArray(new Coordinate[0]));
  }

  /** Clockwise; of a whole circle without the last vertex. */
  private static List<Coordinate> arc(Coordinate centre, double radius, double from, double width) {
    int segments = (int) ExactMath.max(1.0, ExactMath.ceil(width - 1e-9));
    List<Coordinate> arc = new ArrayList<>();
    for (int i = 0; i <= segments - (width >= 360 ? 1 : 0); i++) {
      arc.add(projected(centre, radius, from + width * i / segments));
    }
    return arc;
  }

  private static Coordinate projected(Coordinate from, double distance, double bearing) {
    double angle = ExactMath.toRadians(bearing);
    return Sequences.at(
        from.x + distance * ExactMath.sin(angle),
        from.y + distance * ExactMath.cos(angle),
        from.getZ(),
        Sequences.measure(from));
  }

  private static Algorithm project() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:projectpointcartesian",
                "Project points (Cartesian)",
                "Moves points by a distance in a direction.",
                "Projected",
                Declared.points(),
                Declared.number("BEARING", "Bearing (degrees from North)", 0).asDynamic(),
                Declared.shift("DISTANCE", "Distance", 1).asDynamic()),
            (feature, sink) -> {
              double bearing = feature.number("BEARING");
              double distance = feature.length("DISTANCE");
              sink.add(
                  feature.row(),
                  Sequences.move(feature.geometry(), c -> projected(c, distance, bearing)));
            })
        .quick();
  }

  private static Algorithm tapered() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:taperedbuffer",
                "Tapered buffers",
                "Areas along lines, whose width goes evenly from one at the start to one at the"
                    + " end.",
                "Buffered",
                Declared.lines(),
                Declared.number("START_WIDTH", "Start width", 0).asDynamic().atLeast(0),
                Declared.number("END_WIDTH", "End width", 1).asDynamic().atLeast(0),
                ParameterDescription.integer("SEGMENTS", "Segments", 16)
                    .asDynamic()
                    .between(1, 10_000)),
            (feature, sink) -> {
              double start = feature.number("START_WIDTH");
              double end = feature.number("END_WIDTH");
              sink.addMulti(
                  feature.row(),
                  widening(feature, path -> VariableWidthBuffer.tapered(path, start, end)));
            })
        .slow();
  }

  private static Algorithm byMeasure() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:bufferbym",
                "Variable width buffer (by M value)",
                "Areas along lines, as wide at each vertex as its measure says.",
                "Buffered",
                Declared.lines(),
                ParameterDescription.integer("SEGMENTS", "Segments", 16)
                    .asDynamic()
                    .between(1, 10_000)),
            (feature, sink) ->
                sink.addMulti(feature.row(), widening(feature, VariableWidthBuffer::measures)))
        .slow();
  }

  private static Geometry widening(Feature feature, Function<LinePath, double[]> widths) {
    int segments = 4 * feature.parameters().integer("SEGMENTS");
    return VariableWidthBuffer.of(feature.geometry(), segments, widths);
  }

  private static Algorithm shapes() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:rectanglesovalsdiamonds",
                "Rectangles, ovals, diamonds",
                "Shapes around points.",
                "Output",
                Declared.points(),
                ParameterDescription.choice(
                    "SHAPE", "Shape", 0, List.of("Rectangle", "Diamond", "Oval")),
                Declared.length("WIDTH", "Width", 1).asDynamic(),
                Declared.length("HEIGHT", "Height", 1).asDynamic(),
                Declared.number("ROTATION", "Rotation (degrees clockwise)", 0)
                    .asDynamic()
                    .between(-360, 360)
                    .asOptional(),
                ParameterDescription.integer("SEGMENTS", "Segments", 5).between(1, 100_000)),
            (feature, sink) -> {
              List<Polygon> shapes = new ArrayList<>();
              for (Geometry point : PartList.of(feature.geometry())) {
                shapes.add(
                    shape(
                        point.getCoordinate(),
                        feature.length("WIDTH"),
                        feature.length("HEIGHT"),
                        feature.number("ROTATION"),
                        feature.parameters()));
              }
              sink.add(feature.row(), Sequences.polygons(shapes));
            })
        .quick();
  }

  /** A shape with the parameters SHAPE and SEGMENTS, turned clockwise by degrees. */
  static Polygon shape(
      Coordinate centre, double width, double height, double rotation, Parameters parameters) {
    double x = width / 2;
    double y = height / 2;
    double angle = ExactMath.toRadians(rotation);
    double[][] corners =
        switch (parameters.choice("SHAPE")) {
          case 0 -> new double[][] {{-x, -y}, {-x, y}, {x, y}, {x, -y}};
          case 1 -> new double[][] {{0, -y}, {-x, 0}, {0, y}, {x, 0}};
          default -> oval(x, y, ExactMath.max(3, parameters.integer("SEGMENTS")));
        };
    List<Coordinate> ring = new ArrayList<>();
    for (double[] corner : corners) {
      ring.add(
          new Coordinate(
              centre.x + corner[0] * ExactMath.cos(angle) + corner[1] * ExactMath.sin(angle),
              centre.y - corner[0] * ExactMath.sin(angle) + corner[1] * ExactMath.cos(angle)));
    }
    return FACTORY.createPolygon(ring(ring));
  }

  private static double[][] oval(double x, double y, int segments) {
    double[][] oval = new double[segments][];
    for (int i = 0; i < segments; i++) {
      double turn = 2 * ExactMath.PI * i / segments;
      oval[i] = new double[] {x * ExactMath.cos(turn), y * ExactMath.sin(turn)};
    }
    return oval;
  }

  private static Algorithm arrayOffset() {
    return FeatureAlgorithm.of(
            Declared.in(
                "vectorcreation",
                "native:arrayoffsetlines",
                "Array of offset (parallel) lines",
                "Copies of lines beside them, each farther than the one before; the line itself"
                    + " comes first.",
                "Offset lines",
                Declared.lines(),
                ParameterDescription.integer("COUNT", "Number of features to create", 10)
                    .asDynamic()
                    .atLeast(1),
                Declared.shift("OFFSET", "Offset step distance", 1).asDynamic(),
                ParameterDescription.integer("SEGMENTS", "Segments", 8).between(1, 10_000),
                ParameterDescription.choice("JOIN_STYLE", "Join style", 0, Declared.JOINS),
                ParameterDescription.number("MITER_LIMIT", "Miter limit", 2).atLeast(1)),
            (feature, sink) -> {
              sink.keep(feature.row(), 0, 0.0);
              for (int i = 1; i <= feature.parameters().integer("COUNT"); i++) {
                double offset = i * feature.length("OFFSET");
                sink.add(feature.row(), LineAlgorithms.offset(feature, offset), i, offset);
              }
            })
        .adding(
            (input, parameters) ->
                List.of(
                    new Field("instance", FieldType.INTEGER), new Field("offset", FieldType.REAL)))
        .slow();
  }

  private static Algorithm arrayTranslated() {
    return FeatureAlgorithm.of(
            Declared.in(
                "vectorcreation",
                "native:arraytranslatedfeatures",
                "Array of translated features",
                "Copies of features, each farther than the one before; the feature itself comes"
                    + " first.",
                "Translated",
                Declared.any(),
                ParameterDescription.integer("COUNT", "Number of features to create", 10)
                    .asDynamic()
                    .atLeast(1),
                Declared.shift("DELTA_X", "Step distance (x-axis)", 0).asDynamic(),
                Declared.shift("DELTA_Y", "Step distance (y-axis)", 0).asDynamic(),
                Declared.number("DELTA_Z", "Step distance (z-axis)", 0).asDynamic(),
                Declared.number("DELTA_M", "Step distance (m values)", 0).asDynamic()),
            (feature, sink) -> {
              sink.keep(feature.row(), 0);
              for (int i = 1; i <= feature.parameters().integer("COUNT"); i++) {
                sink.add(feature.row(), PlacementAlgorithms.translated(feature, i), i);
              }
            })
        .adding(FieldType.INTEGER, "instance")
        .slow();
  }
}
