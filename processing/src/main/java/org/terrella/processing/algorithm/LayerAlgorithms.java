package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonObject;
import org.terrella.processing.expression.Pattern;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.projection.Definitions;

/** Algorithms that take layers apart, put them together, or say something about a whole layer. */
final class LayerAlgorithms {
  private static final String[] KINDS = {"NO_GEOMETRY", "POINTS", "LINES", "POLYGONS"};

  /** A text that is missing is one piece. */
  private static final List<String> NOTHING = List.of("");

  private LayerAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(assign(), byGeometry(), concatenate(), merge(), split(), withoutDuplicates());
  }

  private static Algorithm assign() {
    AlgorithmDescription description =
        Declared.in(
            "vectorgeneral",
            "native:assignprojection",
            "Assign projection",
            "Says which coordinate reference system a layer is in; coordinates stay as they are.",
            "Assigned CRS",
            Declared.any(),
            ParameterDescription.crs("CRS", "Assigned CRS", "EPSG:4326"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) ->
            Results.of(input.withCrs(parameters.crs("CRS")).withName(description.label("OUTPUT"))));
  }

  private static Algorithm withoutDuplicates() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:removeduplicatesbyattribute",
                "Delete duplicates by attribute",
                "vectorgeneral",
                "Keeps the first of the features that have the same values in some fields; nulls"
                    + " are the same.")
            .with(
                Declared.table(),
                ParameterDescription.fields("FIELDS", "Field to match duplicates by", "INPUT"),
                ParameterDescription.sink("OUTPUT", "Filtered (no duplicates)"),
                ParameterDescription.sink("DUPLICATES", "Filtered (duplicates)").onlyWhenAsked())
            .gives("RETAINED_COUNT")
            .gives("DUPLICATE_COUNT");
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          boolean[] first = new boolean[input.size()];
          List<int[]> groups = GroupKeys.groups(input, parameters.texts("FIELDS"));
          groups.forEach(rows -> first[rows[0]] = true);
          return SelectionAlgorithms.split(description, input, parameters, "DUPLICATES", first)
              .with("RETAINED_COUNT", groups.size())
              .with("DUPLICATE_COUNT", input.size() - groups.size());
        });
  }

  private static Algorithm split() {
    AlgorithmDescription description =
        Declared.in(
            "vectorgeneral",
            "native:splitfeaturesbycharacter",
            "Split features by character",
            "Makes a feature of each piece of the text in a field, which is cut at a separator.",
            "Split",
            Declared.table(),
            ParameterDescription.field("FIELD", "Split using values in field", "INPUT"),
            ParameterDescription.of("CHAR", "Split values using character", ParameterType.STRING),
            ParameterDescription.of(
                "REGEX", "Use regular expression separator", ParameterType.BOOLEAN));
    return TableAlgorithm.of(
            description,
            (input, parameters, progress) -> {
              Column column = input.column(parameters.field("FIELD"));
              String separator = parameters.text("CHAR");
              Pattern pattern = parameters.flag("REGEX") ? new Pattern(separator) : null;
              ColumnBuilder pieces =
                  new ColumnBuilder(new Field(column.field().name(), FieldType.STRING));
              int[] rows = new int[Math.max(16, input.size())];
              int count = 0;
              for (int row = 0; row < input.size(); row++) {
                Object value = column.value(row);
                List<String> cut =
                    value == null ? NOTHING : pieces(text(value), separator, pattern);
                for (String piece : cut) {
                  rows = count == rows.length ? Arrays.copyOf(rows, 2 * count) : rows;
                  rows[count++] = row;
                  pieces.add(value == null ? null : piece);
                }
              }
              FeatureTable taken = FeatureTables.take(input, rows, count);
              List<Column> columns = new ArrayList<>(taken.columns());
              columns.set(input.columns().indexOf(column), pieces.build());
              return Results.of(
                  new FeatureTable(
                      description.label("OUTPUT"),
                      input.crs(),
                      taken.geometry(),
                      columns,
                      count == input.size() ? input.ids() : null));
            })
        .inSlices(50_000);
  }

  private static String text(Object value) {
    return value instanceof Double number ? DoubleText.write(number) : value.toString();
  }

  private static List<String> pieces(String text, String separator, Pattern pattern) {
    return pattern == null ? pieces(text, separator) : pattern.split(text);
  }

  /** An empty separator stands between all characters, and around them, as in Qt. */
  private static List<String> pieces(String text, String separator) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    if (separator.isEmpty()) {
      pieces.add("");
      for (int i = 0; i < text.length(); i++) {
        pieces.add(text.substring(i, i + 1));
      }
      pieces.add("");
      return pieces;
    }
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      pieces.add(text.substring(from, at));
      from = at + separator.length();
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  /** Fields of the same name become one, of texts where their types differ. */
  private static Algorithm merge() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:mergevectorlayers",
                "Merge vector layers",
                "vectorgeneral",
                "Puts the features of several layers into one, with the name of the layer that each"
                    + " comes from.")
            .with(
                ParameterDescription.of("LAYERS", "Input layers", ParameterType.MULTILAYER),
                ParameterDescription.of("CRS", "Destination CRS", ParameterType.CRS).asOptional(),
                ParameterDescription.sink("OUTPUT", "Merged"));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<FeatureTable> layers = new ArrayList<>();
          Crs first = parameters.sources("LAYERS").get(0).crs();
          Crs wanted = parameters.has("CRS") ? parameters.crs("CRS") : first;
          for (FeatureTable layer : parameters.sources("LAYERS")) {
            boolean other = layer.crs().isKnown() && wanted.isKnown();
            layers.add(
                other && !Definitions.same(layer.crs(), wanted)
                    ? parameters.definitions().projected(layer, wanted)
                    : layer);
          }
          return Results.of(LayerMerging.of(layers).withName(description.label("OUTPUT")));
        });
  }

  private static Algorithm byGeometry() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:filterbygeometry",
                "Filter by geometry type",
                "modelertools",
                "Makes layers of the points, lines, polygons and features without geometry of a"
                    + " layer.")
            .with(
                Declared.table(),
                ParameterDescription.sink("POINTS", "Point features").asOptional(),
                ParameterDescription.sink("LINES", "Line features").asOptional(),
                ParameterDescription.sink("POLYGONS", "Polygon features").asOptional(),
                ParameterDescription.sink("NO_GEOMETRY", "Features with no geometry").asOptional())
            .gives("POINT_COUNT")
            .gives("LINE_COUNT")
            .gives("POLYGON_COUNT")
            .gives("NO_GEOMETRY_COUNT");
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<List<Integer>> rows = new ArrayList<>();
          for (int i = 0; i < KINDS.length; i++) {
            rows.add(new ArrayList<>());
          }
          for (int row = 0; row < input.size(); row++) {
            GeometryType type = input.geometry().type(row);
            if (type != GeometryType.GEOMETRY_COLLECTION) {
              rows.get(1 + GeometryKinds.dimension(type)).add(row);
            }
          }
          Results results = new Results(Map.of(), JsonObject.of());
          for (int i : new int[] {1, 2, 3, 0}) {
            FeatureTable taken =
                SelectionAlgorithms.taken(input, rows.get(i), description.label(KINDS[i]));
            results = results.with(KINDS[i], taken);
          }
          return results
              .with("POINT_COUNT", rows.get(1).size())
              .with("LINE_COUNT", rows.get(2).size())
              .with("POLYGON_COUNT", rows.get(3).size())
              .with("NO_GEOMETRY_COUNT", rows.get(0).size());
        });
  }

  private static Algorithm concatenate() {
    return TableAlgorithm.of(
        AlgorithmDescription.of(
                "native:stringconcatenation",
                "String concatenation",
                "modelertools",
                "Puts one text behind another.")
            .with(
                ParameterDescription.of("INPUT_1", "Input 1", ParameterType.STRING),
                ParameterDescription.of("INPUT_2", "Input 2", ParameterType.STRING))
            .gives("CONCATENATION", "outputString"),
        (input, parameters, progress) ->
            Results.of(
                JsonObject.of()
                    .with(
                        "CONCATENATION", parameters.text("INPUT_1") + parameters.text("INPUT_2"))));
  }
}
