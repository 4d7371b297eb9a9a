package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.terrella.exact.ExactMath;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.Antimeridian;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.LinePath;
import org.terrella.processing.geometry.PartList;
import org.terrella.processing.geometry.Sequences;
import org.terrella.processing.geometry.Subdivision;

/** Algorithms that make other kinds of features, or more of them. */
final class ConversionAlgorithms {
  private static final int LEFT = 0;
  private static final int RIGHT = 1;
  private static final int BOTH = 2;

  private ConversionAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(subdivide(), antimeridian(), convert(), shapes(), transect());
  }

  private static Algorithm subdivide() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:subdivide",
            "Subdivide",
            "Cuts each feature at the middle of its extent, and again, until no part has many"
                + " vertices.",
            "Subdivided",
            Declared.any(),
            ParameterDescription.integer("MAX_NODES", "Maximum nodes in parts", 256)
                .asDynamic()
                .between(8, 100_000)),
        (feature, sink) -> {
          List<Geometry> pieces =
              Subdivision.of(feature.geometry(), (int) feature.number("MAX_NODES"));
          sink.addMulti(feature.row(), JtsGeometries.FACTORY.buildGeometry(pieces));
        });
  }

  private static Algorithm antimeridian() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:antimeridiansplit",
            "Geodesic line split at antimeridian",
            "Cuts lines where the geodesic between two vertices crosses the meridian of 180°.",
            "Split",
            Declared.lines()),
        (feature, sink) ->
            sink.add(
                feature.row(),
                Antimeridian.of(feature.table().crs(), "native:antimeridiansplit")
                    .split(feature.geometry())));
  }

  private static Algorithm convert() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "qgis:convertgeometrytype",
                "Convert geometry type",
                "Makes centroids, points of all vertices, lines or polygons of features.",
                "Converted",
                Declared.any(),
                ParameterDescription.choice(
                    "TYPE",
                    "New geometry type",
                    List.of("Centroids", "Nodes", "Linestrings", "Multilinestrings", "Polygons"))),
            (feature, sink) -> {
              Geometry geometry = feature.geometry();
              switch (feature.parameters().choice("TYPE")) {
                case 0 -> sink.add(feature.row(), geometry.getCentroid());
                case 1 ->
                    sink.add(
                        feature.row(),
                        JtsGeometries.FACTORY.createMultiPointFromCoords(
                            geometry.getCoordinates()));
                case 2 -> lines(feature).forEach(line -> sink.add(feature.row(), line));
                case 3 ->
                    sink.addMulti(
                        feature.row(),
                        JtsGeometries.FACTORY.createMultiLineString(
                            lines(feature).toArray(new LineString[0])));
                default -> polygons(feature).forEach(area -> sink.add(feature.row(), area));
              }
            })
        .quick();
  }

  private static List<Geometry> lines(Feature feature) {
    if (feature.geometry().getDimension() == 0) {
      throw feature.wrong("has points, of which no lines can be made.");
    }
    List<Geometry> lines = new ArrayList<>();
    for (LinePath path : LinePath.of(feature.geometry())) {
      lines.add(JtsGeometries.FACTORY.createLineString(path.vertices()));
    }
    return lines;
  }

  private static List<Geometry> polygons(Feature feature) {
    Geometry geometry = feature.geometry();
    List<Geometry> polygons = new ArrayList<>();
    if (geometry.getDimension() == 0) {
      polygons.add(polygon(feature, geometry.getCoordinates()));
      return polygons;
    }
    for (Geometry part : PartList.of(geometry)) {
      polygons.add(part instanceof Polygon ? part : polygon(feature, part.getCoordinates()));
    }
    return polygons;
  }

  private static Polygon polygon(Feature feature, Coordinate[] vertices) {
    int last = vertices.length - 1;
    Coordinate[] ring = vertices;
    if (!vertices[0].equals2D(vertices[last])) {
      ring = Arrays.copyOf(vertices, last + 2);
      ring[last + 1] = vertices[0].copy();
    }
    if (ring.length < 4) {
      throw feature.wrong("has too few vertices for a polygon.");
    }
    return JtsGeometries.FACTORY.createPolygon(ring);
  }

  private static Algorithm shapes() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "qgis:rectanglesovalsdiamondsvariable",
                "Rectangles, ovals, diamonds (variable)",
                "Shapes around points, as large and turned as fields say; where width or height is"
                    + " 0 or missing there is none.",
                "Output",
                Declared.points(),
                ParameterDescription.choice(
                    "SHAPE", "Buffer shape", List.of("Rectangles", "Diamonds", "Ovals")),
                ParameterDescription.field("WIDTH", "Width field", "INPUT"),
                ParameterDescription.field("HEIGHT", "Height field", "INPUT"),
                ParameterDescription.field("ROTATION", "Rotation field", "INPUT").asOptional(),
                ParameterDescription.integer("SEGMENTS", "Number of segments", 36)
                    .between(1, 100_000)),
            (feature, sink) -> {
              double width = feature.value(feature.parameters().field("WIDTH"));
              double height = feature.value(feature.parameters().field("HEIGHT"));
              String field = feature.parameters().field("ROTATION");
              double rotation = field.isEmpty() ? 0 : feature.value(field);
              if (width - width != 0 || height - height != 0 || width == 0 || height == 0) {
                return;
              }
              List<Polygon> shapes = new ArrayList<>();
              for (Geometry point : PartList.of(feature.geometry())) {
                shapes.add(
                    AroundAlgorithms.shape(
                        point.getCoordinate(),
                        width,
                        height,
                        rotation == rotation ? rotation : 0,
                        feature.parameters()));
              }
              sink.add(feature.row(), Sequences.polygons(shapes));
            })
        .quick();
  }

  private static Algorithm transect() {
    AlgorithmDescription description =
        Declared.geometry(
            "native:transect",
            "Transect",
            "Lines across others at each of their vertices, at an angle.",
            "Transect",
            Declared.lines(),
            Declared.length("LENGTH", "Length of the transect", 5).asDynamic(),
            Declared.number("ANGLE", "Angle in degrees from the original line", 90)
                .asDynamic()
                .between(0, 360),
            ParameterDescription.choice(
                "SIDE", "Side to create the transects", List.of("Left", "Right", "Both")));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<Field> fields =
              List.of(
                  new Field("TR_FID", FieldType.INTEGER),
                  new Field("TR_ID", FieldType.INTEGER),
                  new Field("TR_SEGMENT", FieldType.INTEGER),
                  new Field("TR_ANGLE", FieldType.REAL),
                  new Field("TR_LENGTH", FieldType.REAL),
                  new Field("TR_ORIENT", FieldType.INTEGER));
          FeatureSink sink = new FeatureSink(input, fields);
          int side = parameters.choice("SIDE");
          int made = 0;
          for (int row = 0; row < input.size(); row++) {
            FeatureNames.requireFinite(input, row);
            Geometry geometry = JtsGeometries.of(input.geometry(), row);
            if (geometry == null || geometry.isEmpty()) {
              continue;
            }
            Parameters own = parameters.at(input, row);
            double whole = own.length("LENGTH", input.crs());
            double length = side == BOTH ? whole / 2 : whole;
            double angle = own.number("ANGLE");
            for (LinePath path : LinePath.of(geometry)) {
              for (int i = 0; i < path.vertices().length; i++) {
                sink.add(
                    row,
                    across(path.vertices()[i], path.vertexAngle(i) + angle, length, side),
                    row,
                    made++,
                    i + 1,
                    angle,
                    whole,
                    side);
              }
            }
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  private static LineString across(Coordinate at, double degrees, double length, int side) {
    Coordinate from = side == LEFT ? at : moved(at, degrees, length);
    Coordinate to = side == RIGHT ? at : moved(at, degrees, -length);
    return JtsGeometries.FACTORY.createLineString(new Coordinate[] {from, to});
  }

  private static Coordinate moved(Coordinate at, double degrees, double length) {
    double angle = ExactMath.toRadians(degrees);
    return Sequences.at(
        at.x + length * ExactMath.sin(angle),
        at.y + length * ExactMath.cos(angle),
        at.getZ(),
        Sequences.measure(at));
  }
}
