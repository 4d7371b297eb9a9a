package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.geometry.FeatureIndex;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.LineSplitter;
import org.terrella.processing.geometry.PartList;
import org.terrella.processing.geometry.SegmentIndex;

/** Algorithms that lay lines over another layer. */
final class LineOverlayAlgorithms {
  private static final String LINES = "LINES";
  private static final String INTERSECT = "INTERSECT";
  private static final String PREFIX = "INTERSECT_FIELDS_PREFIX";

  private LineOverlayAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(split(), intersections());
  }

  private static Algorithm split() {
    return FeatureAlgorithm.of(
        Declared.in(
            "vectoroverlay",
            "native:splitwithlines",
            "Split with lines",
            "Splits lines where they meet those of another layer, and polygons along these. Parts of"
                + " multi geometries become features of their own.",
            "Split",
            ParameterDescription.source("INPUT", "Input layer", 1, 2),
            ParameterDescription.source(LINES, "Split layer", 1)),
        (feature, sink) -> {
          SegmentIndex lines =
              feature
                  .parameters()
                  .shared(LINES, () -> new SegmentIndex(feature.parameters().source(LINES)));
          LineSplitter splitter = new LineSplitter(lines);
          List<Geometry> pieces = new ArrayList<>();
          for (Geometry part : PartList.of(feature.geometry())) {
            pieces.addAll(
                part instanceof Polygon polygon
                    ? splitter.split(polygon)
                    : splitter.split((LineString) part));
          }
          for (Geometry piece : pieces) {
            if (piece.getDimension() == 2 || piece.getLength() > 0) {
              sink.addMulti(feature.row(), piece);
            }
          }
        });
  }

  /** Of each two features that cross, a point for each place; places from left to right. */
  private static Algorithm intersections() {
    AlgorithmDescription description =
        Declared.in(
            "vectoroverlay",
            "native:lineintersections",
            "Line intersections",
            "Makes points where lines of two layers cross or touch, with the attributes of both.",
            "Intersections",
            Declared.lines(),
            ParameterDescription.source(INTERSECT, "Intersect layer", 1),
            ParameterDescription.fields("INPUT_FIELDS", "Input fields to keep", "INPUT")
                .asOptional(),
            ParameterDescription.fields("INTERSECT_FIELDS", "Intersect fields to keep", INTERSECT)
                .asOptional(),
            ParameterDescription.of(PREFIX, "Intersect fields prefix", ParameterType.STRING)
                .asOptional());
    return TableAlgorithm.of(
            description,
            (input, parameters, progress) -> {
              FeatureTable other = parameters.source(INTERSECT);
              List<String> kept = parameters.texts("INPUT_FIELDS");
              List<String> names = fields(other, parameters.texts("INTERSECT_FIELDS"));
              List<Field> fields = new ArrayList<>();
              for (String name : names) {
                String prefixed = parameters.optionalText(PREFIX) + name;
                fields.add(new Field(prefixed, other.column(name).field().type()));
              }
              FeatureTable source = kept.isEmpty() ? input : input.withFields(kept);
              FeatureSink sink = new FeatureSink(source, fields);
              FeatureIndex index = Overlay.index(parameters, INTERSECT);
              for (int row = 0; row < input.size(); row++) {
                progress.report((double) row / input.size(), "");
                FeatureNames.requireFinite(input, row);
                Geometry line = JtsGeometries.of(input.geometry(), row);
                if (line == null || line.isEmpty()) {
                  continue;
                }
                for (int meeting : Overlay.meeting(line, index)) {
                  Object[] values = Overlay.values(other, names, meeting);
                  for (Coordinate place : places(line, index.geometry(meeting))) {
                    sink.add(row, JtsGeometries.FACTORY.createPoint(place), values);
                  }
                }
              }
              return Results.of(sink.build(description.label("OUTPUT")));
            })
        .inSlices();
  }

  private static List<String> fields(FeatureTable table, List<String> chosen) {
    return chosen.isEmpty() ? table.fields().stream().map(Field::name).toList() : chosen;
  }

  private static List<Coordinate> places(Geometry one, Geometry other) {
    List<Coordinate> places = new ArrayList<>();
    for (Geometry part : PartList.of(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION))) {
      if (part instanceof Point point) {
        places.add(new Coordinate(point.getX(), point.getY()));
      }
    }
    places.sort(null);
    return places;
  }
}
