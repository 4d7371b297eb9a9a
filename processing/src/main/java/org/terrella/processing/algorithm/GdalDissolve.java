package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.Dissolving;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.PartList;

/** The union of the features of each group, and what SQL says of a group. */
final class GdalDissolve {
  private static final String ATTRIBUTE = "STATISTICS_ATTRIBUTE";

  private GdalDissolve() {}

  /** Rows by the groups of a query, in ascending order of their values. */
  record Groups(FeatureTable input, boolean united, List<int[]> rows) {
    /** Groups that agree in fields; each row for itself where nothing is dissolved. */
    static Groups of(FeatureTable input, boolean dissolve, List<String> fields) {
      List<int[]> groups = new ArrayList<>();
      if (!dissolve) {
        for (int row = 0; row < input.size(); row++) {
          groups.add(new int[] {row});
        }
        return new Groups(input, false, groups);
      }
      groups.addAll(GroupKeys.groups(input, fields));
      if (!fields.isEmpty()) {
        Column column = input.column(fields.get(0));
        groups.sort(
            (one, other) -> NaturalOrder.compare(column.value(one[0]), column.value(other[0])));
      }
      return new Groups(input, true, groups);
    }

    /** Gives the first row of each group and the union of what its features become. */
    void each(Progress progress, UnaryOperator<Geometry> change, GroupSink sink) {
      for (int i = 0; i < rows.size(); i++) {
        progress.report((double) i / rows.size(), "");
        List<Geometry> changed = new ArrayList<>();
        for (int row : rows.get(i)) {
          FeatureNames.requireFinite(input, row);
          Geometry geometry = JtsGeometries.of(input.geometry(), row);
          if (geometry != null && !geometry.isEmpty()) {
            changed.add(change.apply(geometry));
          }
        }
        Geometry only = changed.isEmpty() ? null : changed.get(0);
        sink.add(rows.get(i)[0], united ? Dissolving.union(changed) : only);
      }
    }
  }

  /** Takes the result of a group. */
  @FunctionalInterface
  interface GroupSink {
    void add(int row, Geometry geometry);
  }

  /** Adds a geometry, or its parts one by one. */
  static void add(FeatureSink sink, int row, Geometry geometry, boolean apart) {
    if (geometry == null || geometry.isEmpty() || !apart) {
      sink.add(row, geometry);
      return;
    }
    for (Geometry part : PartList.of(geometry)) {
      sink.add(row, part);
    }
  }

  static Algorithm algorithm() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "gdal:dissolve",
                "Dissolve (GDAL)",
                GdalAlgorithms.GROUP,
                "Unites all features, or those that agree in a field, with counts, areas and"
                    + " statistics if wanted.")
            .with(
                ParameterDescription.source("INPUT", "Input layer"),
                ParameterDescription.field("FIELD", "Dissolve field", "INPUT").asOptional(),
                GdalAlgorithms.geometryName(),
                GdalAlgorithms.flag("EXPLODE_COLLECTIONS", "Produce one feature for each geometry"),
                GdalAlgorithms.flag("KEEP_ATTRIBUTES", "Keep input attributes"),
                GdalAlgorithms.flag("COUNT_FEATURES", "Count dissolved features"),
                GdalAlgorithms.flag("COMPUTE_AREA", "Compute area and perimeter"),
                GdalAlgorithms.flag("COMPUTE_STATISTICS", "Compute min/max/sum/mean"),
                ParameterDescription.field(ATTRIBUTE, "Numeric attribute", "INPUT").asOptional(),
                GdalAlgorithms.options(),
                GdalAlgorithms.output("Dissolved"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          GdalAlgorithms.requireNoOptions(description.id(), parameters);
          FeatureTable source =
              parameters.flag("KEEP_ATTRIBUTES")
                  ? input
                  : input.withFields(parameters.texts("FIELD"));
          FeatureSink sink = new FeatureSink(source, fields(parameters));
          Groups groups = Groups.of(input, true, parameters.texts("FIELD"));
          boolean apart = parameters.flag("EXPLODE_COLLECTIONS");
          int[] next = {0};
          groups.each(
              progress,
              Dissolving::repaired,
              (row, union) -> {
                int[] rows = groups.rows().get(next[0]++);
                Object[] values = values(input, rows, union, parameters);
                if (union == null || !apart) {
                  sink.addMulti(row, union, values);
                } else {
                  PartList.of(union).forEach(part -> sink.addMulti(row, part, values));
                }
              });
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  private static boolean hasStatistics(Parameters parameters) {
    return parameters.flag("COMPUTE_STATISTICS") && !parameters.field(ATTRIBUTE).isEmpty();
  }

  private static List<Field> fields(Parameters parameters) {
    List<Field> fields = new ArrayList<>();
    if (parameters.flag("COUNT_FEATURES")) {
      fields.add(new Field("count", FieldType.INTEGER));
    }
    if (parameters.flag("COMPUTE_AREA")) {
      fields.add(new Field("area", FieldType.REAL));
      fields.add(new Field("perimeter", FieldType.REAL));
    }
    if (hasStatistics(parameters)) {
      for (String name : List.of("sum", "min", "max", "avg")) {
        fields.add(new Field(name, FieldType.REAL));
      }
    }
    return fields;
  }

  private static Object[] values(
      FeatureTable input, int[] rows, Geometry union, Parameters parameters) {
    List<Object> values = new ArrayList<>();
    int count = 0;
    double area = 0;
    for (int row : rows) {
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      count += geometry == null ? 0 : 1;
      area += geometry == null ? 0 : geometry.getArea();
    }
    if (parameters.flag("COUNT_FEATURES")) {
      values.add(count);
    }
    if (parameters.flag("COMPUTE_AREA")) {
      values.add(area);
      values.add(union == null || union.getDimension() < 2 ? 0.0 : union.getLength());
    }
    if (hasStatistics(parameters)) {
      Column column = input.column(parameters.field(ATTRIBUTE));
      List<Double> numbers = new ArrayList<>();
      for (int row : rows) {
        if (column.value(row) instanceof Number number) {
          numbers.add(number.doubleValue());
        }
      }
      NumberSummary summary = new NumberSummary(numbers);
      boolean some = summary.count() > 0;
      values.add(some ? summary.sum() : null);
      values.add(some ? summary.minimum() : null);
      values.add(some ? summary.maximum() : null);
      values.add(some ? summary.mean() : null);
    }
    return values.toArray();
  }
}
