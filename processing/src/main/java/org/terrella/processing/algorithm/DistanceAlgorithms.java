package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.exact.ExactMath;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.Lengths;
import org.terrella.processing.geometry.Neighbours;

/** Algorithms that measure how far points are from others. */
final class DistanceAlgorithms {
  private static final double EVERYWHERE = Double.POSITIVE_INFINITY;

  private DistanceAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(matrix(), nearest(), angle());
  }

  /** Which of the points are there, and whether the targets are the points themselves. */
  private record Matrix(
      FeatureTable input,
      FeatureTable target,
      String field,
      Neighbours neighbours,
      Lengths lengths,
      int count,
      boolean same) {
    Geometry point(int row) {
      return onePoint(input, row);
    }

    List<Integer> targets(Geometry point, int self) {
      List<Integer> rows =
          new ArrayList<>(neighbours.nearest(point, same ? count + 1 : count, EVERYWHERE));
      rows.sort(null);
      if (same) {
        rows.remove((Integer) self);
      }
      return rows;
    }

    double distance(Geometry point, int row) {
      return lengths.between(point.getCoordinate(), neighbours.geometry(row).getCoordinate());
    }
  }

  private static Algorithm matrix() {
    AlgorithmDescription description =
        Declared.in(
            "vectoranalysis",
            "qgis:distancematrix",
            "Distance matrix",
            "How far points are from the nearest points of another layer, pair by pair, as a table"
                + " or summed up.",
            "Distance matrix",
            Declared.points(),
            ParameterDescription.field("INPUT_FIELD", "Input unique ID field", "INPUT"),
            ParameterDescription.source("TARGET", "Target point layer", 0),
            ParameterDescription.field("TARGET_FIELD", "Target unique ID field", "TARGET"),
            ParameterDescription.choice(
                "MATRIX_TYPE",
                "Output matrix type",
                0,
                List.of(
                    "Linear (N*k x 3) distance matrix",
                    "Standard (N x T) distance matrix",
                    "Summary distance matrix (mean, std. dev., min, max)")),
            ParameterDescription.integer("NEAREST_POINTS", "Use only the nearest (k) points", 0)
                .atLeast(0));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          FeatureTable target = parameters.source("TARGET");
          int nearest = parameters.integer("NEAREST_POINTS");
          Matrix matrix =
              new Matrix(
                  input,
                  target,
                  parameters.field("TARGET_FIELD"),
                  new Neighbours(target, false),
                  Lengths.of(input.crs()),
                  nearest == 0 ? target.size() : nearest,
                  samePlaces(input, target));
          String id = parameters.field("INPUT_FIELD");
          FeatureSink sink =
              switch (parameters.choice("MATRIX_TYPE")) {
                case 0 -> pairs(matrix, id, progress);
                case 1 -> table(matrix, id, progress);
                default -> summary(matrix, id, progress);
              };
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  /** Whether two layers have the same geometries: probably one was given twice. */
  static boolean samePlaces(FeatureTable input, FeatureTable target) {
    return input.size() == target.size()
        && input.geometry().stride() == target.geometry().stride()
        && Arrays.equals(input.geometry().coordinates(), target.geometry().coordinates())
        && Arrays.equals(input.geometry().partOffsets(), target.geometry().partOffsets());
  }

  private static FeatureTable identified(FeatureTable input, String field, String name) {
    return new FeatureTable(
        input.name(),
        input.crs(),
        input.geometry(),
        List.of(Columns.renamed(input.column(field), name)),
        null);
  }

  /** The point of a row; null for none. Which of several would be meant nobody knows. */
  private static Geometry onePoint(FeatureTable table, int row) {
    FeatureNames.requireFinite(table, row);
    Geometry geometry = JtsGeometries.of(table.geometry(), row);
    if (geometry == null || geometry.isEmpty()) {
      return null;
    }
    if (geometry.getNumGeometries() > 1) {
      throw new TerrellaException(
          "invalid-geometry",
          FeatureNames.of(table, row) + " has several points; make single ones of them first.");
    }
    return geometry.getGeometryN(0);
  }

  private static FeatureSink pairs(Matrix matrix, String id, Progress progress) {
    Field target = matrix.target.column(matrix.field).field();
    FeatureSink sink =
        new FeatureSink(
            identified(matrix.input, id, "InputID"),
            List.of(new Field("TargetID", target.type()), new Field("Distance", FieldType.REAL)));
    for (int row = 0; row < matrix.input.size(); row++) {
      progress.report((double) row / matrix.input.size(), "");
      Geometry point = matrix.point(row);
      if (point == null) {
        continue;
      }
      for (int other : matrix.targets(point, row)) {
        sink.add(
            row,
            union(point.getCoordinate(), matrix.neighbours.geometry(other).getCoordinate()),
            matrix.target.column(matrix.field).value(other),
            matrix.distance(point, other));
      }
    }
    return sink;
  }

  /** Both places, from west to east and from south to north; one where they are the same. */
  private static Geometry union(Coordinate one, Coordinate other) {
    int order = one.compareTo(other);
    Point first = JtsGeometries.FACTORY.createPoint(order < 0 ? one : other);
    Point last = JtsGeometries.FACTORY.createPoint(order < 0 ? other : one);
    return order == 0 ? first : JtsGeometries.FACTORY.createMultiPoint(new Point[] {first, last});
  }

  /** The columns are the targets nearest to the first point, as in QGIS. */
  private static FeatureSink table(Matrix matrix, String id, Progress progress) {
    List<Integer> columns = new ArrayList<>();
    for (int row = 0; row < matrix.input.size() && columns.isEmpty(); row++) {
      Geometry point = matrix.point(row);
      if (point != null) {
        columns.addAll(matrix.neighbours.nearest(point, matrix.count, EVERYWHERE));
        columns.sort(null);
      }
    }
    List<Field> fields = new ArrayList<>();
    for (int column : columns) {
      Object name = matrix.target.column(matrix.field).value(column);
      String text = name instanceof Double real ? DoubleText.write(real) : String.valueOf(name);
      fields.add(new Field(name == null ? "NULL" : text, FieldType.REAL));
    }
    FeatureSink sink = new FeatureSink(identified(matrix.input, id, "ID"), fields);
    for (int row = 0; row < matrix.input.size(); row++) {
      progress.report((double) row / matrix.input.size(), "");
      Geometry point = matrix.point(row);
      if (point == null) {
        continue;
      }
      Object[] distances = new Object[columns.size()];
      for (int i = 0; i < distances.length; i++) {
        distances[i] = matrix.distance(point, columns.get(i));
      }
      sink.keep(row, distances);
    }
    return sink;
  }

  private static FeatureSink summary(Matrix matrix, String id, Progress progress) {
    List<Field> fields = new ArrayList<>();
    for (String name : List.of("MEAN", "STDDEV", "MIN", "MAX")) {
      fields.add(new Field(name, FieldType.REAL));
    }
    FeatureSink sink = new FeatureSink(identified(matrix.input, id, "InputID"), fields);
    for (int row = 0; row < matrix.input.size(); row++) {
      progress.report((double) row / matrix.input.size(), "");
      Geometry point = matrix.point(row);
      if (point == null) {
        continue;
      }
      List<Double> distances = new ArrayList<>();
      for (int other : matrix.targets(point, row)) {
        distances.add(matrix.distance(point, other));
      }
      NumberSummary sums = new NumberSummary(distances);
      sink.keep(row, sums.mean(), sums.deviation(), sums.minimum(), sums.maximum());
    }
    return sink;
  }

  /** Clark and Evans's index, 1954: below 1 points are clustered, above 1 they are dispersed. */
  private static Algorithm nearest() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:nearestneighbouranalysis",
                "Nearest neighbour analysis",
                "vectoranalysis",
                "Whether points lie in clusters or apart: how far each is from the nearest other,"
                    + " beside what chance would give.")
            .with(
                Declared.points(),
                ParameterDescription.of(
                        "OUTPUT_HTML_FILE", "Nearest neighbour", ParameterType.FILE_DESTINATION)
                    .asOptional())
            .gives("OBSERVED_MD")
            .gives("EXPECTED_MD")
            .gives("NN_INDEX")
            .gives("POINT_COUNT")
            .gives("Z_SCORE");
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          Neighbours neighbours = new Neighbours(input, false);
          Lengths lengths = Lengths.of(input.crs());
          Envelope extent = new Envelope();
          double sum = 0;
          for (int row = 0; row < input.size(); row++) {
            progress.report((double) row / input.size(), "");
            Geometry point = onePoint(input, row);
            if (point == null) {
              continue;
            }
            extent.expandToInclude(point.getCoordinate());
            List<Integer> two = neighbours.nearest(point, 2, EVERYWHERE);
            if (two.size() > 1) {
              int other = two.get(0) == row ? two.get(1) : two.get(0);
              Coordinate there = neighbours.geometry(other).getCoordinate();
              sum += lengths.between(point.getCoordinate(), there);
            }
          }
          double count = neighbours.size();
          double area = extent.isNull() ? 0 : extent.getArea();
          double observed = sum / count;
          double expected = 0.5 / ExactMath.sqrt(count / area);
          double error = 0.26136 / ExactMath.sqrt(count * count / area);
          return Results.of(
              JsonObject.of()
                  .with("OBSERVED_MD", finite(observed))
                  .with("EXPECTED_MD", finite(expected))
                  .with("NN_INDEX", finite(observed / expected))
                  .with("POINT_COUNT", count)
                  .with("Z_SCORE", finite((observed - expected) / error)));
        });
  }

  /** JSON has no number for what cannot be said of less than two places. */
  private static double finite(double value) {
    return value - value == 0 ? value : 0;
  }

  private static Algorithm angle() {
    return FeatureAlgorithm.of(
            Declared.in(
                "cartography",
                "native:angletonearest",
                "Align points to features",
                "Adds the direction from each point to the nearest place of another layer, in"
                    + " degrees clockwise from north, from -180 to 180.",
                "Aligned layer",
                Declared.points(),
                ParameterDescription.source("REFERENCE_LAYER", "Reference layer"),
                ParameterDescription.distance(
                        "MAX_DISTANCE", "Maximum distance to consider", 0, "INPUT")
                    .atLeast(0)
                    .withoutDefault()
                    .asOptional(),
                ParameterDescription.text("FIELD_NAME", "Angle field name", "rotation"),
                ParameterDescription.flag(
                    "APPLY_SYMBOLOGY", "Automatically apply symbology", true)),
            (feature, sink) -> {
              Parameters parameters = feature.parameters();
              FeatureTable reference = parameters.source("REFERENCE_LAYER");
              Neighbours neighbours =
                  parameters.shared("REFERENCE_LAYER", () -> new Neighbours(reference, false));
              double farthest =
                  parameters.has("MAX_DISTANCE") ? feature.length("MAX_DISTANCE") : EVERYWHERE;
              List<Integer> rows = neighbours.nearest(feature.geometry(), 1, farthest);
              if (rows.isEmpty()) {
                sink.keep(feature.row());
                return;
              }
              Coordinate[] ends =
                  DistanceOp.nearestPoints(feature.geometry(), neighbours.geometry(rows.get(0)));
              double bearing = ExactMath.atan2(ends[1].x - ends[0].x, ends[1].y - ends[0].y);
              sink.keep(feature.row(), ExactMath.toDegrees(bearing));
            })
        .adding(
            (input, parameters) ->
                List.of(new Field(parameters.text("FIELD_NAME"), FieldType.REAL)));
  }
}
