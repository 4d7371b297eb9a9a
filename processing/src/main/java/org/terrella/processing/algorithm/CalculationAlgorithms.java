package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.processing.expression.Expression;
import org.terrella.processing.expression.RowSorting;
import org.terrella.processing.expression.ValueColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.Integer64Column;

/** Algorithms that compute fields. */
final class CalculationAlgorithms {
  private static final List<FieldType> TYPES =
      List.of(FieldType.REAL, FieldType.INTEGER, FieldType.STRING, FieldType.DATE);

  private CalculationAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(calculator(), HStore.algorithm(), increments(), refactor());
  }

  private static Algorithm calculator() {
    AlgorithmDescription description =
        Declared.table(
            "native:fieldcalculator",
            "Field calculator",
            "Computes a field by an expression: a new one, or one that is there.",
            "Calculated",
            ParameterDescription.of("FIELD_NAME", "Field name", ParameterType.STRING),
            ParameterDescription.choice(
                "FIELD_TYPE",
                "Result field type",
                0,
                List.of("Float", "Integer", "String", "Date")),
            ParameterDescription.integer("FIELD_LENGTH", "Result field length", 0).atLeast(0),
            ParameterDescription.integer("FIELD_PRECISION", "Result field precision", 0).atLeast(0),
            ParameterDescription.expression("FORMULA", "Formula"));
    return TableAlgorithm.of(
            description,
            (input, parameters, progress) -> {
              List<Column> columns = new ArrayList<>(input.columns());
              String name = parameters.text("FIELD_NAME");
              if (name.isEmpty()) {
                throw TerrellaException.invalid(
                    "Parameter FIELD_NAME of native:fieldcalculator is empty.");
              }
              int place = place(input, name);
              Field field =
                  place < columns.size()
                      ? columns.get(place).field()
                      : new Field(name, TYPES.get(parameters.choice("FIELD_TYPE")));
              Column computed =
                  ValueColumn.of(
                      parameters.expression("FORMULA", input),
                      field,
                      input.size(),
                      parameters.integer("FIELD_LENGTH"),
                      parameters.integer("FIELD_PRECISION"));
              if (place < columns.size()) {
                columns.set(place, computed);
              } else {
                columns.add(computed);
              }
              return Columns.replaced(description, input, columns);
            })
        .inSlices(50_000);
  }

  /** The place of a field, whatever its case; behind all when there is none. */
  private static int place(FeatureTable input, String name) {
    int alike = input.columns().size();
    for (int i = 0; i < input.columns().size(); i++) {
      String own = input.columns().get(i).field().name();
      if (own.equals(name)) {
        return i;
      } else if (own.equalsIgnoreCase(name)) {
        alike = Math.min(alike, i);
      }
    }
    return alike;
  }

  private static Algorithm refactor() {
    AlgorithmDescription description =
        Declared.table(
            "native:refactorfields",
            "Refactor fields",
            "Gives the layer other fields: each has a name, a type, and an expression for its"
                + " values.",
            "Refactored",
            ParameterDescription.of(
                "FIELDS_MAPPING", "Fields mapping", ParameterType.FIELDS_MAPPING));
    return TableAlgorithm.of(
            description,
            (input, parameters, progress) -> {
              List<Column> columns = new ArrayList<>();
              for (FieldMapping mapping : parameters.mappings("FIELDS_MAPPING")) {
                columns.add(mapped(mapping, input, parameters));
              }
              return Columns.replaced(description, input, columns);
            })
        .inSlices(50_000);
  }

  private static Column mapped(FieldMapping mapping, FeatureTable input, Parameters parameters) {
    if (mapping.expression().isEmpty()) {
      return Columns.nulls(List.of(mapping.field()), input.size()).get(0);
    }
    Expression expression = parameters.expression("FIELDS_MAPPING", mapping.expression(), input);
    return ValueColumn.of(
        expression, mapping.field(), input.size(), mapping.length(), mapping.precision());
  }

  private static Algorithm increments() {
    AlgorithmDescription description =
        Declared.table(
            "native:addautoincrementalfield",
            "Add autoincremental field",
            "Adds a field with consecutive numbers, on their own in each group if there are any.",
            "Incremented",
            ParameterDescription.text("FIELD_NAME", "Field name", "AUTO"),
            ParameterDescription.integer("START", "Start values at", 0).asOptional(),
            ParameterDescription.integer("MODULUS", "Modulus value", 0).asOptional(),
            ParameterDescription.fields("GROUP_FIELDS", "Group values by", "INPUT").asOptional(),
            ParameterDescription.expression("SORT_EXPRESSION", "Sort expression").asOptional(),
            ParameterDescription.flag("SORT_ASCENDING", "Sort ascending", true),
            ParameterDescription.flag("SORT_NULLS_FIRST", "Sort nulls first", false));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          FeatureTable sorted = sorted(input, parameters);
          List<Column> columns = new ArrayList<>(sorted.columns());
          String name = FieldNames.free(sorted.fields(), parameters.text("FIELD_NAME"));
          columns.add(
              new Integer64Column(
                  new Field(name, FieldType.INTEGER64), numbers(sorted, parameters), null));
          return Columns.replaced(description, sorted, columns);
        });
  }

  private static FeatureTable sorted(FeatureTable input, Parameters parameters) {
    if (parameters.optionalText("SORT_EXPRESSION").isEmpty()) {
      return input;
    }
    int[] order =
        RowSorting.of(
            parameters.expression("SORT_EXPRESSION", input),
            input.size(),
            parameters.flag("SORT_ASCENDING"),
            parameters.flag("SORT_NULLS_FIRST"));
    return FeatureTables.take(input, order, order.length);
  }

  private static long[] numbers(FeatureTable table, Parameters parameters) {
    long start = parameters.integer("START");
    long modulus = parameters.integer("MODULUS");
    long[] numbers = new long[table.size()];
    for (int[] rows : GroupKeys.groups(table, parameters.texts("GROUP_FIELDS"))) {
      long next = start;
      for (int row : rows) {
        numbers[row] = next++;
        if (modulus != 0 && next % modulus == 0) {
          next = start;
        }
      }
    }
    return numbers;
  }
}
