package org.terrella.processing.algorithm;

import java.util.List;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.buffer.OffsetCurve;
import org.terrella.error.TerrellaException;
import org.terrella.processing.geometry.BufferStyle;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.LinePath;
import org.terrella.processing.geometry.PlanarBuffer;

/**
 * What QGIS has GDAL do: the same computations as its own algorithms, with the results that
 * SpatiaLite's functions give.
 */
final class GdalAlgorithms {
  static final String GROUP = "vectorgeoprocessing";
  private static final int ROUND_SEGMENTS = 30;
  private static final int SIDE_SEGMENTS = 16;
  private static final double SIDE_MITRE = 5;

  private GdalAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(
        buffer(),
        clipByExtent(),
        clipByPolygon(),
        GdalDissolve.algorithm(),
        offset(),
        oneSide(),
        along());
  }

  static ParameterDescription geometryName() {
    return ParameterDescription.text("GEOMETRY", "Geometry column name", "geometry");
  }

  static ParameterDescription options() {
    return ParameterDescription.text("OPTIONS", "Additional creation options", "").asOptional();
  }

  static ParameterDescription output(String label) {
    return ParameterDescription.of("OUTPUT", label, ParameterType.VECTOR_DESTINATION);
  }

  static ParameterDescription flag(String name, String label) {
    return ParameterDescription.flag(name, label, false);
  }

  /** Nothing is known here of what is written for GDAL's command. */
  static void requireNoOptions(String algorithm, Parameters parameters) {
    if (!parameters.optionalText("OPTIONS").isEmpty()) {
      throw TerrellaException.unsupported(
          "Parameter OPTIONS of " + algorithm + ": GDAL's options cannot be given here.");
    }
  }

  private static FeatureAlgorithm each(
      AlgorithmDescription description, FeatureAlgorithm.Transform transform) {
    return FeatureAlgorithm.of(
        description,
        (feature, sink) -> {
          requireNoOptions(description.id(), feature.parameters());
          transform.apply(feature, sink);
        });
  }

  private static Algorithm buffer() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "gdal:buffervectors",
                "Buffer vectors",
                GROUP,
                "The area within a distance of each feature, or of each group, in the plane.")
            .with(
                ParameterDescription.source("INPUT", "Input layer"),
                geometryName(),
                Declared.shift("DISTANCE", "Buffer distance", 10),
                ParameterDescription.field("FIELD", "Dissolve by attribute", "INPUT").asOptional(),
                flag("DISSOLVE", "Dissolve all results"),
                flag("EXPLODE_COLLECTIONS", "Produce one feature for each geometry"),
                options(),
                output("Buffer"));
    return grouped(
        description,
        (geometry, parameters) ->
            distance -> PlanarBuffer.of(geometry, distance, BufferStyle.round(ROUND_SEGMENTS)));
  }

  /** A buffer by its distance. */
  private interface AtDistance {
    Geometry of(double distance);
  }

  private static Algorithm grouped(
      AlgorithmDescription description, BiFunction<Geometry, Parameters, AtDistance> buffer) {
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          requireNoOptions(description.id(), parameters);
          double distance = parameters.length("DISTANCE", input.crs());
          List<String> fields = parameters.texts("FIELD");
          boolean dissolve = parameters.flag("DISSOLVE") || !fields.isEmpty();
          GdalDissolve.Groups groups = GdalDissolve.Groups.of(input, dissolve, fields);
          FeatureSink sink = new FeatureSink(input, List.of());
          groups.each(
              progress,
              geometry -> buffer.apply(geometry, parameters).of(distance),
              (row, geometry) ->
                  GdalDissolve.add(sink, row, geometry, parameters.flag("EXPLODE_COLLECTIONS")));
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  private static Algorithm clipByExtent() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "gdal:clipvectorbyextent",
                "Clip vector by extent",
                GROUP,
                "The parts of features that lie in a rectangle.")
            .with(
                ParameterDescription.source("INPUT", "Input layer"),
                ParameterDescription.of("EXTENT", "Clipping extent", ParameterType.EXTENT),
                options(),
                output("Clipped (extent)"));
    return each(
            description,
            (feature, sink) -> {
              Geometry box =
                  BoundsAlgorithms.rectangle(
                      feature.parameters().extent("EXTENT", feature.table().crs()));
              Geometry geometry = feature.geometry();
              if (geometry == null || geometry.isEmpty() || !box.intersects(geometry)) {
                return;
              }
              Geometry common = box.covers(geometry) ? geometry : Overlay.common(geometry, box);
              if (common != null) {
                sink.add(feature.row(), common);
              }
            })
        .seesAll();
  }

  private static Algorithm clipByPolygon() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "gdal:clipvectorbypolygon",
                "Clip vector by mask layer",
                GROUP,
                "The parts of features that lie in the polygons of another layer.")
            .with(
                ParameterDescription.source("INPUT", "Input layer"),
                ParameterDescription.source("MASK", "Mask layer", 2),
                options(),
                output("Clipped (mask)"));
    return each(
            description,
            (feature, sink) -> {
              if (feature.geometry() == null || feature.geometry().isEmpty()) {
                return;
              }
              Geometry inside =
                  Overlay.inside(feature.geometry(), Overlay.index(feature.parameters(), "MASK"));
              if (inside != null) {
                sink.add(feature.row(), inside);
              }
            })
        .seesAll();
  }

  private static Algorithm offset() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "gdal:offsetcurve",
                "Offset curve",
                GROUP,
                "Lines beside lines: to the left at a positive distance, else to the right.")
            .with(
                Declared.lines(),
                geometryName(),
                Declared.shift("DISTANCE", "Offset distance (left-sided: positive)", 10),
                options(),
                output("Offset curve"));
    return each(
            description,
            (feature, sink) ->
                sink.add(
                    feature.row(),
                    new OffsetCurve(feature.geometry(), feature.length("DISTANCE"), side())
                        .getCurve()))
        .slow();
  }

  private static BufferParameters side() {
    return new BufferStyle(SIDE_SEGMENTS, 1, 0, SIDE_MITRE).toJts();
  }

  private static Algorithm oneSide() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "gdal:onesidebuffer",
                "One side buffer",
                GROUP,
                "The area within a distance on one side of lines, or of each group.")
            .with(
                Declared.lines(),
                geometryName(),
                Declared.shift("DISTANCE", "Buffer distance", 10),
                ParameterDescription.choice(
                    "BUFFER_SIDE", "Buffer side", 0, List.of("Right", "Left")),
                ParameterDescription.field("FIELD", "Dissolve by attribute", "INPUT").asOptional(),
                flag("DISSOLVE", "Dissolve all results"),
                flag("EXPLODE_COLLECTIONS", "Produce one feature for each geometry"),
                options(),
                output("One-sided buffer"));
    return grouped(
        description,
        (geometry, parameters) ->
            distance -> {
              BufferParameters style = new BufferStyle(ROUND_SEGMENTS, 1, 0, SIDE_MITRE).toJts();
              style.setSingleSided(true);
              boolean left = parameters.choice("BUFFER_SIDE") == 1;
              return new BufferOp(geometry, style).getResultGeometry(left ? distance : -distance);
            });
  }

  /** A multi line has no point, as in SpatiaLite. */
  private static Algorithm along() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "gdal:pointsalonglines",
                "Points along lines",
                GROUP,
                "A point on each line, at a share of its length.")
            .with(
                Declared.lines(),
                geometryName(),
                ParameterDescription.number(
                        "DISTANCE", "Distance from line start (0 is the start, 1 the end)", 0.5)
                    .between(0, 1),
                options(),
                output("Points along lines"));
    return each(
            description,
            (feature, sink) -> {
              if (!(feature.geometry() instanceof LineString line)) {
                sink.add(feature.row(), null);
                return;
              }
              LinePath path = new LinePath(line.getCoordinates());
              sink.add(
                  feature.row(),
                  JtsGeometries.FACTORY.createPoint(
                      path.at(feature.number("DISTANCE") * path.length())));
            })
        .quick();
  }
}
