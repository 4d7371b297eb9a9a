package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.terrella.error.TerrellaException;
import org.terrella.processing.expression.Expression;
import org.terrella.processing.expression.RowSorting;
import org.terrella.processing.expression.Value;
import org.terrella.processing.expression.ValueColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.geometry.Dissolving;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.Sequences;

/** Algorithms that expressions tell what features to take, in which order, and what they are. */
final class ExpressionAlgorithms {
  private static final String[] KINDS = {"polygons", "lines", "points"};

  private ExpressionAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(aggregate(), extract(), geometries(), order());
  }

  static Algorithm extract() {
    AlgorithmDescription description =
        Declared.in(
                "vectorselection",
                "native:extractbyexpression",
                "Extract by expression",
                "Takes the features for which an expression is true.",
                "Matching features",
                Declared.table(),
                ParameterDescription.expression("EXPRESSION", "Expression"))
            .with(ParameterDescription.sink("FAIL_OUTPUT", "Non-matching").onlyWhenAsked());
    return TableAlgorithm.of(
            description,
            (input, parameters, progress) -> {
              Expression expression = parameters.expression("EXPRESSION", input);
              boolean[] chosen = new boolean[input.size()];
              for (int row = 0; row < chosen.length; row++) {
                chosen[row] = expression.isTrue(row);
              }
              return SelectionAlgorithms.split(
                  description, input, parameters, "FAIL_OUTPUT", chosen);
            })
        .inSlices(50_000);
  }

  private static Algorithm order() {
    AlgorithmDescription description =
        Declared.in(
            "vectorgeneral",
            "native:orderbyexpression",
            "Order by expression",
            "Puts the features into the order of an expression's values.",
            "Ordered",
            Declared.table(),
            ParameterDescription.expression("EXPRESSION", "Expression"),
            ParameterDescription.flag("ASCENDING", "Sort ascending", true),
            ParameterDescription.flag("NULLS_FIRST", "Sort nulls first", false));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          int[] rows =
              RowSorting.of(
                  parameters.expression("EXPRESSION", input),
                  input.size(),
                  parameters.flag("ASCENDING"),
                  parameters.flag("NULLS_FIRST"));
          FeatureTable sorted = FeatureTables.take(input, rows, rows.length);
          return Results.of(sorted.withName(description.label("OUTPUT")));
        });
  }

  private static Algorithm geometries() {
    AlgorithmDescription description =
        Declared.geometry(
            "native:geometrybyexpression",
            "Geometry by expression",
            "Gives features the geometries that an expression computes.",
            "Modified geometry",
            Declared.table(),
            ParameterDescription.choice(
                "OUTPUT_GEOMETRY", "Output geometry type", 0, List.of("Polygon", "Line", "Point")),
            ParameterDescription.flag("WITH_Z", "Output geometry has z dimension", false),
            ParameterDescription.flag("WITH_M", "Output geometry has m values", false),
            ParameterDescription.expression("EXPRESSION", "Geometry expression", "$geometry"));
    return TableAlgorithm.of(
            description,
            (input, parameters, progress) -> {
              Expression expression = parameters.expression("EXPRESSION", input);
              int kind = parameters.choice("OUTPUT_GEOMETRY");
              boolean z = parameters.flag("WITH_Z");
              boolean m = parameters.flag("WITH_M");
              GeometryColumnBuilder shapes = new GeometryColumnBuilder();
              for (int row = 0; row < input.size(); row++) {
                if (row % 64 == 0) {
                  progress.report((double) row / input.size(), "");
                }
                Geometry shape = shape(expression.at(row), kind, input, row);
                JtsGeometries.add(shapes, shape == null ? null : with(shape, z, m));
              }
              return Results.of(
                  new FeatureTable(
                      description.label("OUTPUT"),
                      input.crs(),
                      shapes.build(),
                      input.columns(),
                      input.ids()));
            })
        .inSlices(5000);
  }

  /** Without the heights or measures that are not wanted. */
  private static Geometry with(Geometry geometry, boolean z, boolean m) {
    return Sequences.move(
        geometry,
        c ->
            Sequences.at(
                c.x, c.y, z ? c.getZ() : Double.NaN, m ? Sequences.measure(c) : Double.NaN));
  }

  private static Geometry shape(Value value, int kind, FeatureTable input, int row) {
    if (value.isNull()) {
      return null;
    }
    boolean geometry = value.kind() == Value.Kind.GEOMETRY;
    if (geometry && value.geometry().isEmpty()) {
      return null;
    }
    boolean fits =
        geometry && GeometryKinds.dimension(JtsGeometries.typeOf(value.geometry())) == 2 - kind;
    if (!fits) {
      throw TerrellaException.invalid(
          "Parameter EXPRESSION of native:geometrybyexpression gives "
              + (geometry ? "a " + value.geometry().getGeometryType() : "no geometry")
              + " for "
              + FeatureNames.of(input, row)
              + "; OUTPUT_GEOMETRY says "
              + KINDS[kind]
              + ".");
    }
    return value.geometry();
  }

  /** Groups in the order of their first features, with what QGIS computes of each. */
  private static Algorithm aggregate() {
    AlgorithmDescription description =
        Declared.geometry(
            "native:aggregate",
            "Aggregate",
            "Makes one feature of each group that agrees in an expression's value: geometries are"
                + " united, fields are computed of those of the group.",
            "Aggregated",
            Declared.table(),
            ParameterDescription.expression(
                "GROUP_BY", "Group by expression (NULL to group all features)", "NULL"),
            ParameterDescription.of("AGGREGATES", "Aggregates", ParameterType.AGGREGATES));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<int[]> groups = groups(parameters.expression("GROUP_BY", input), input.size());
          GeometryColumnBuilder shapes = new GeometryColumnBuilder();
          for (int i = 0; i < groups.size(); i++) {
            progress.report((double) i / groups.size(), "");
            JtsGeometries.addMulti(shapes, united(input, groups.get(i)));
          }
          List<Column> columns = new ArrayList<>();
          for (FieldMapping mapping : parameters.mappings("AGGREGATES")) {
            columns.add(values(mapping, input, groups, parameters));
          }
          return Results.of(
              new FeatureTable(
                  description.label("OUTPUT"), input.crs(), shapes.build(), columns, null));
        });
  }

  /** Values that differ in kind are different, but for numbers, and NULL is like NULL. */
  private static List<int[]> groups(Expression expression, int count) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < count; row++) {
      Value value = expression.at(row);
      String kind = value.kind() == Value.Kind.REAL ? "INTEGER" : value.kind().name();
      groups.computeIfAbsent(kind + value.text(), key -> new ArrayList<>()).add(row);
    }
    List<int[]> result = new ArrayList<>();
    for (List<Integer> rows : groups.values()) {
      result.add(rows.stream().mapToInt(Integer::intValue).toArray());
    }
    return result;
  }

  private static Geometry united(FeatureTable input, int[] rows) {
    List<Geometry> geometries = new ArrayList<>();
    boolean areas = true;
    for (int row : rows) {
      FeatureNames.requireFinite(input, row);
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      if (geometry != null && !geometry.isEmpty()) {
        areas &= geometry.getDimension() == 2;
        geometries.add(Dissolving.repaired(geometry));
      }
    }
    if (geometries.isEmpty()) {
      return null;
    }
    // Unlike dissolving, this leaves lines apart where they meet, as QGIS does.
    return areas
        ? Dissolving.union(geometries)
        : OverlayNGRobust.union(geometries, JtsGeometries.FACTORY);
  }

  private static Column values(
      FieldMapping mapping, FeatureTable input, List<int[]> groups, Parameters parameters) {
    String text = text(mapping, parameters.text("GROUP_BY"));
    ValueColumn values =
        new ValueColumn(mapping.field(), groups.size(), mapping.length(), mapping.precision());
    boolean last = mapping.aggregate().equals("last_value");
    for (int[] rows : groups) {
      if (mapping.expression().isEmpty()) {
        values.addNull();
      } else {
        int row = rows[last ? rows.length - 1 : 0];
        values.add(parameters.expression("AGGREGATES", text, input).at(row));
      }
    }
    return values.build();
  }

  private static String text(FieldMapping mapping, String groupBy) {
    // A comment may end the expression.
    String values = mapping.expression() + "\n";
    return switch (mapping.aggregate()) {
      case "first_value", "last_value" -> values;
      case "concatenate", "concatenate_unique" ->
          mapping.aggregate()
              + "("
              + values
              + ", "
              + groupBy
              + ", TRUE, '"
              + mapping.delimiter().replace("\\", "\\\\").replace("'", "''")
              + "')";
      default -> mapping.aggregate() + "(" + values + ", " + groupBy + ")";
    };
  }
}
