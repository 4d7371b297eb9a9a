package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.FeatureIndex;
import org.terrella.processing.geometry.JtsGeometries;

/** Algorithms that count, measure and check. */
final class AnalysisAlgorithms {
  private static final List<String> STATISTICS =
      List.of(
          "COUNT",
          "UNIQUE",
          "EMPTY",
          "FILLED",
          "MIN",
          "MAX",
          "MIN_LENGTH",
          "MAX_LENGTH",
          "MEAN_LENGTH",
          "CV",
          "SUM",
          "MEAN",
          "STD_DEV",
          "RANGE",
          "MEDIAN",
          "MINORITY",
          "MAJORITY",
          "FIRSTQUARTILE",
          "THIRDQUARTILE",
          "IQR");

  private AnalysisAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(
        countPoints(), meanCoordinates(), GeometryFields.measures(), statistics(), validity());
  }

  /** Points on an outline lie in no polygon. */
  private static Algorithm countPoints() {
    return FeatureAlgorithm.of(
            Declared.in(
                "vectoranalysis",
                "native:countpointsinpolygon",
                "Count points in polygon",
                "Counts the points in each polygon, or adds up their weights, or counts their"
                    + " different values.",
                "Count",
                ParameterDescription.source("POLYGONS", "Polygons", 2),
                ParameterDescription.source("POINTS", "Points", 0),
                ParameterDescription.field("WEIGHT", "Weight field", "POINTS").asOptional(),
                ParameterDescription.field("CLASSFIELD", "Class field", "POINTS").asOptional(),
                ParameterDescription.text("FIELD", "Count field name", "NUMPOINTS")),
            (feature, sink) -> {
              if (feature.geometry() == null) {
                sink.keep(feature.row(), 0.0);
                return;
              }
              FeatureTable points = feature.parameters().source("POINTS");
              FeatureIndex index = Overlay.index(feature.parameters(), "POINTS");
              String weight = feature.parameters().field("WEIGHT");
              String kind = feature.parameters().field("CLASSFIELD");
              PreparedGeometry polygon = PreparedGeometryFactory.prepare(feature.geometry());
              double count = 0;
              Set<Object> kinds = new HashSet<>();
              for (int row : index.near(feature.geometry().getEnvelopeInternal())) {
                if (!polygon.contains(index.geometry(row))) {
                  continue;
                }
                if (!weight.isEmpty()) {
                  Object value = points.column(weight).value(row);
                  count += value instanceof Number number ? number.doubleValue() : 0;
                } else if (!kind.isEmpty()) {
                  kinds.add(points.column(kind).value(row));
                } else {
                  count++;
                }
              }
              sink.keep(feature.row(), weight.isEmpty() && !kind.isEmpty() ? kinds.size() : count);
            })
        .adding((input, parameters) -> List.of(new Field(parameters.text("FIELD"), FieldType.REAL)))
        .seesAll();
  }

  /** Every vertex counts as much as its feature weighs. Groups in the order of their features. */
  private static Algorithm meanCoordinates() {
    AlgorithmDescription description =
        Declared.in(
            "vectoranalysis",
            "native:meancoordinates",
            "Mean coordinate(s)",
            "The mean of the coordinates of all vertices, or of those of each group.",
            "Mean coordinates",
            ParameterDescription.source("INPUT", "Input layer", -1),
            ParameterDescription.field("WEIGHT", "Weight field", "INPUT").asOptional(),
            ParameterDescription.field("UID", "Unique ID field", "INPUT").asOptional());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<String> ids = parameters.texts("UID");
          List<int[]> groups = GroupKeys.groups(input, ids);
          // Behind MEAN_X and MEAN_Y comes the field of the groups, as in QGIS.
          FeatureTable bare =
              new FeatureTable(input.name(), input.crs(), input.geometry(), List.of(), null);
          List<Field> fields =
              new ArrayList<>(
                  List.of(
                      new Field("MEAN_X", FieldType.REAL), new Field("MEAN_Y", FieldType.REAL)));
          ids.forEach(id -> fields.add(input.column(id).field()));
          FeatureSink sink = new FeatureSink(bare, fields);
          for (int[] rows : groups) {
            double[] sums = sums(input, rows, parameters.field("WEIGHT"));
            if (sums[2] > 0) {
              double x = sums[0] / sums[2];
              double y = sums[1] / sums[2];
              Object id = ids.isEmpty() ? null : input.column(ids.get(0)).value(rows[0]);
              sink.add(rows[0], JtsGeometries.FACTORY.createPoint(new Coordinate(x, y)), x, y, id);
            }
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  /** Sums of x, y and weights of all vertices. */
  private static double[] sums(FeatureTable input, int[] rows, String weightField) {
    double[] sums = new double[3];
    for (int row : rows) {
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      double weight = 1;
      if (!weightField.isEmpty()) {
        Object value = input.column(weightField).value(row);
        weight = value instanceof Number number ? number.doubleValue() : 0;
      }
      if (weight < 0) {
        throw TerrellaException.invalid(
            FeatureNames.of(input, row) + " has a negative weight, " + weight + ".");
      }
      FeatureNames.requireFinite(input, row);
      Coordinate[] vertices = geometry == null ? new Coordinate[0] : geometry.getCoordinates();
      for (Coordinate vertex : vertices) {
        sums[0] += vertex.x * weight;
        sums[1] += vertex.y * weight;
        sums[2] += weight;
      }
    }
    return sums;
  }

  /** Numbers only; the report that QGIS writes as HTML is not made. */
  private static Algorithm statistics() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "qgis:basicstatisticsforfields",
                "Basic statistics for fields",
                "vectoranalysis",
                "Counts, mean, quartiles and the like of the values of a field.")
            .with(
                ParameterDescription.source("INPUT_LAYER", "Input layer", 5),
                ParameterDescription.field(
                    "FIELD_NAME", "Field to calculate statistics on", "INPUT_LAYER"),
                ParameterDescription.of(
                        "OUTPUT_HTML_FILE", "Statistics", ParameterType.FILE_DESTINATION)
                    .asOptional());
    for (String name : STATISTICS) {
      description = description.gives(name);
    }
    AlgorithmDescription full = description;
    return TableAlgorithm.of(
        full,
        (input, parameters, progress) ->
            Results.of(statistics(input.column(parameters.field("FIELD_NAME")))));
  }

  private static JsonObject statistics(Column column) {
    boolean numeric = column.field().type().isNumeric();
    Set<Object> different = new HashSet<>();
    List<Double> numbers = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    String least = null;
    String most = null;
    int filled = 0;
    for (int row = 0; row < column.size(); row++) {
      Object value = column.value(row);
      if (value == null) {
        continue;
      }
      filled++;
      different.add(value);
      if (numeric) {
        numbers.add(((Number) value).doubleValue());
      } else {
        String text = value.toString();
        lengths.add((double) text.length());
        least = least == null || text.compareTo(least) < 0 ? text : least;
        most = most == null || text.compareTo(most) > 0 ? text : most;
      }
    }
    JsonObject told =
        JsonObject.of()
            .with("COUNT", numeric ? filled : column.size())
            .with("UNIQUE", different.size())
            .with("EMPTY", column.size() - filled)
            .with("FILLED", filled);
    if (numeric) {
      return numeric(told, new NumberSummary(numbers));
    }
    if (filled == 0) {
      return told;
    }
    told = told.with("MIN", least).with("MAX", most);
    if (column.field().type() != FieldType.STRING) {
      return told;
    }
    NumberSummary summary = new NumberSummary(lengths);
    return told.with("MIN_LENGTH", summary.minimum())
        .with("MAX_LENGTH", summary.maximum())
        .with("MEAN_LENGTH", summary.mean());
  }

  private static JsonObject numeric(JsonObject told, NumberSummary summary) {
    if (summary.count() == 0) {
      return told;
    }
    JsonObject all =
        told.with("MIN", summary.minimum())
            .with("MAX", summary.maximum())
            .with("SUM", summary.sum())
            .with("MEAN", summary.mean())
            .with("STD_DEV", summary.deviation())
            .with("RANGE", summary.maximum() - summary.minimum())
            .with("MEDIAN", summary.median())
            .with("MINORITY", summary.frequent(false))
            .with("MAJORITY", summary.frequent(true))
            .with("FIRSTQUARTILE", summary.quartile(false))
            .with("THIRDQUARTILE", summary.quartile(true))
            .with("IQR", summary.quartile(true) - summary.quartile(false));
    return all.with("CV", summary.mean() == 0 ? 0 : summary.deviation() / summary.mean());
  }

  /** One way of checking, OGC's, whatever the method; the first error of each feature. */
  private static Algorithm validity() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "qgis:checkvalidity",
                "Check validity",
                "vectorgeometry",
                "Tells valid features from others, and shows where these are at fault.")
            .with(
                ParameterDescription.source("INPUT_LAYER", "Input layer"),
                ParameterDescription.choice(
                    "METHOD",
                    "Method",
                    2,
                    List.of("The one selected in digitizing settings", "QGIS", "GEOS")),
                ParameterDescription.flag(
                    "IGNORE_RING_SELF_INTERSECTION", "Ignore ring self intersections", false),
                ParameterDescription.sink("VALID_OUTPUT", "Valid output").asOptional())
            .gives("VALID_COUNT")
            .with(ParameterDescription.sink("INVALID_OUTPUT", "Invalid output").asOptional())
            .gives("INVALID_COUNT")
            .with(ParameterDescription.sink("ERROR_OUTPUT", "Error output").asOptional())
            .gives("ERROR_COUNT");
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          FeatureTable bare =
              new FeatureTable(input.name(), input.crs(), input.geometry(), List.of(), null);
          FeatureSink valid = new FeatureSink(input, List.of());
          FeatureSink invalid =
              new FeatureSink(input, List.of(new Field("_errors", FieldType.STRING)));
          FeatureSink errors =
              new FeatureSink(bare, List.of(new Field("message", FieldType.STRING)));
          for (int row = 0; row < input.size(); row++) {
            progress.report((double) row / input.size(), "");
            Geometry geometry = JtsGeometries.of(input.geometry(), row);
            TopologyValidationError error =
                geometry == null
                    ? null
                    : error(geometry, parameters.flag("IGNORE_RING_SELF_INTERSECTION"));
            if (error == null) {
              valid.keep(row);
              continue;
            }
            invalid.keep(row, error.getMessage());
            errors.add(
                row,
                error.getCoordinate() == null
                    ? null
                    : JtsGeometries.FACTORY.createPoint(error.getCoordinate()),
                error.getMessage());
          }
          return new Results(Map.of(), JsonObject.of())
              .with("VALID_OUTPUT", valid.build(description.label("VALID_OUTPUT")))
              .with("VALID_COUNT", valid.size())
              .with("INVALID_OUTPUT", invalid.build(description.label("INVALID_OUTPUT")))
              .with("INVALID_COUNT", invalid.size())
              .with("ERROR_OUTPUT", errors.build(description.label("ERROR_OUTPUT")))
              .with("ERROR_COUNT", errors.size());
        });
  }

  private static TopologyValidationError error(Geometry geometry, boolean touching) {
    IsValidOp operation = new IsValidOp(geometry);
    operation.setSelfTouchingRingFormingHoleValid(touching);
    return operation.getValidationError();
  }
}
