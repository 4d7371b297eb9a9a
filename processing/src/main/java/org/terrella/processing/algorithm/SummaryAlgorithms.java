package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryColumn;

/** Algorithms that sum up the values of fields. */
final class SummaryAlgorithms {
  private SummaryAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(byCategories(), byLocation(), uniqueValues());
  }

  private static Algorithm byLocation() {
    AlgorithmDescription description =
        Declared.in(
            "vectorgeneral",
            "qgis:joinbylocationsummary",
            "Join attributes by location (summary)",
            "Adds statistics of the features of another layer that stand in one of some relations"
                + " to a feature.",
            "Joined layer",
            ParameterDescription.source("INPUT", "Join to features in", -1),
            ParameterDescription.source("JOIN", "By comparing to", -1),
            ParameterDescription.choices(
                "PREDICATE", "Where the features", PlaceMatching.PREDICATES),
            ParameterDescription.fields(
                    "JOIN_FIELDS", "Fields to summarize (leave empty to use all fields)", "JOIN")
                .asOptional(),
            ParameterDescription.choices(
                    "SUMMARIES",
                    "Summaries to calculate (leave empty to use all available)",
                    FieldSummary.NAMES)
                .withoutDefault()
                .asOptional(),
            ParameterDescription.flag(
                "DISCARD_NONMATCHING", "Discard records which could not be joined", false));
    return TableAlgorithm.of(
            description,
            (input, parameters, progress) -> {
              List<FieldSummary> summaries = summaries(parameters);
              List<Field> fields = new ArrayList<>();
              for (int i = 0; i < summaries.size(); i++) {
                fields.addAll(summaries.get(i).fields(joined(parameters).get(i) + "_"));
              }
              FeatureSink sink = new FeatureSink(input, fields);
              PlaceMatching matching =
                  new PlaceMatching(
                      Overlay.index(parameters, "JOIN"), parameters.choices("PREDICATE"));
              boolean discard = parameters.flag("DISCARD_NONMATCHING");
              for (int row = 0; row < input.size(); row++) {
                if (row % 64 == 0) {
                  progress.report((double) row / input.size(), "");
                }
                int[] matches = matching.of(input, row);
                if (matches.length > 0) {
                  List<Object> values = new ArrayList<>();
                  summaries.forEach(summary -> values.addAll(summary.of(matches)));
                  sink.keep(row, values.toArray());
                } else if (!discard) {
                  sink.keep(row);
                }
              }
              return Results.of(sink.build(description.label("OUTPUT")));
            })
        .inSlices(5000);
  }

  private static List<String> joined(Parameters parameters) {
    List<String> chosen = parameters.texts("JOIN_FIELDS");
    return chosen.isEmpty()
        ? parameters.source("JOIN").fields().stream().map(Field::name).toList()
        : chosen;
  }

  private static List<FieldSummary> summaries(Parameters parameters) {
    List<String> wanted = new ArrayList<>();
    parameters.choices("SUMMARIES").forEach(index -> wanted.add(FieldSummary.NAMES.get(index)));
    List<FieldSummary> summaries = new ArrayList<>();
    for (String field : joined(parameters)) {
      summaries.add(
          new FieldSummary(
              parameters.source("JOIN").column(field),
              wanted.isEmpty() ? FieldSummary.NAMES : wanted));
    }
    return summaries;
  }

  /** Categories in the order of their first features; those without any number are left out. */
  private static Algorithm byCategories() {
    AlgorithmDescription description =
        Declared.in(
            "vectoranalysis",
            "qgis:statisticsbycategories",
            "Statistics by categories",
            "Makes a table with statistics of a field for each category, or with their counts.",
            "Statistics by category",
            Declared.table(),
            ParameterDescription.field(
                    "VALUES_FIELD_NAME",
                    "Field to calculate statistics on (if empty, only count is calculated)",
                    "INPUT")
                .asOptional(),
            ParameterDescription.fields(
                "CATEGORIES_FIELD_NAME", "Field(s) with categories", "INPUT"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<String> categories = parameters.texts("CATEGORIES_FIELD_NAME");
          String field = parameters.field("VALUES_FIELD_NAME");
          FeatureTable seen = input;
          if (!field.isEmpty() && input.column(field).field().type().isNumeric()) {
            seen = present(input, input.column(field));
          }
          List<int[]> groups = GroupKeys.groups(seen, categories);
          FieldSummary summary =
              field.isEmpty() ? null : new FieldSummary(seen.column(field), FieldSummary.NAMES);
          List<ColumnBuilder> statistics = new ArrayList<>();
          List<Field> fields =
              summary == null ? List.of(new Field("count", FieldType.INTEGER)) : summary.fields("");
          fields.forEach(each -> statistics.add(new ColumnBuilder(each)));
          int[] firsts = new int[groups.size()];
          for (int i = 0; i < firsts.length; i++) {
            int[] rows = groups.get(i);
            firsts[i] = rows[0];
            List<Object> values = summary == null ? List.of(rows.length) : summary.of(rows);
            for (int k = 0; k < values.size(); k++) {
              statistics.get(k).add(values.get(k));
            }
          }
          List<Column> columns = new ArrayList<>();
          List<Field> taken = new ArrayList<>();
          for (String category : categories) {
            columns.add(seen.column(category).take(firsts));
            taken.add(seen.column(category).field());
          }
          for (ColumnBuilder statistic : statistics) {
            Column built = statistic.build();
            String name = FieldNames.free(taken, built.field().name());
            columns.add(Columns.renamed(built, name));
            taken.add(columns.get(columns.size() - 1).field());
          }
          return Results.of(table(description.label("OUTPUT"), columns, firsts.length));
        });
  }

  private static FeatureTable present(FeatureTable input, Column column) {
    int[] rows = new int[input.size()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if (!column.isNull(row)) {
        rows[count++] = row;
      }
    }
    return count == rows.length ? input : FeatureTables.take(input, rows, count);
  }

  private static FeatureTable table(String name, List<Column> columns, int rows) {
    return new FeatureTable(name, Crs.UNKNOWN, GeometryColumn.none(rows), columns, null);
  }

  private static Algorithm uniqueValues() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "qgis:listuniquevalues",
                "List unique values",
                "vectoranalysis",
                "Makes a table of the different values of a field, or of the different"
                    + " combinations of several.")
            .with(
                Declared.table(),
                ParameterDescription.fields("FIELDS", "Target field(s)", "INPUT"),
                ParameterDescription.sink("OUTPUT", "Unique values").asOptional(),
                ParameterDescription.of(
                        "OUTPUT_HTML_FILE", "HTML report", ParameterType.FILE_DESTINATION)
                    .asOptional())
            .gives("TOTAL_VALUES")
            .gives("UNIQUE_VALUES", "outputString");
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<String> fields = parameters.texts("FIELDS");
          List<int[]> groups = GroupKeys.groups(input, fields);
          int[] firsts = groups.stream().mapToInt(rows -> rows[0]).toArray();
          List<Column> columns = new ArrayList<>();
          fields.forEach(field -> columns.add(input.column(field).take(firsts)));
          StringBuilder told = new StringBuilder();
          for (int row = 0; row < firsts.length; row++) {
            told.append(row > 0 ? ";" : "");
            for (int i = 0; i < columns.size(); i++) {
              told.append(i > 0 ? "," : "").append(text(columns.get(i), row));
            }
          }
          FeatureTable table = table(description.label("OUTPUT"), columns, firsts.length);
          JsonObject values =
              JsonObject.of()
                  .with("TOTAL_VALUES", firsts.length)
                  .with("UNIQUE_VALUES", told.toString());
          return new Results(Map.of("OUTPUT", table), values);
        });
  }

  private static String text(Column column, int row) {
    Object value = column.value(row);
    if (value instanceof Double number) {
      return DoubleText.write(number);
    }
    return value == null ? "NULL" : value.toString();
  }
}
