package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.json.JsonNumber;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.FeatureIndex;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.NearestFeatures;

/** Algorithms that add attributes of another layer. */
final class JoinAlgorithms {
  private static final String MANY =
      "Create separate feature for each matching feature (one-to-many)";
  private static final String FIRST =
      "Take attributes of the first matching feature only (one-to-one)";
  private static final String LARGEST =
      "Take attributes of the feature with largest overlap only (one-to-one)";
  private static final String[] MEASURES = {
    "distance", "feature_x", "feature_y", "nearest_x", "nearest_y"
  };

  private JoinAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(byLocation(), byNearest(), byValue());
  }

  private static AlgorithmDescription described(
      String id, String name, String help, ParameterDescription... parameters) {
    return AlgorithmDescription.of(id, name, "vectorgeneral", help)
        .with(parameters)
        .with(
            ParameterDescription.sink("OUTPUT", "Joined layer").asOptional(),
            ParameterDescription.sink("NON_MATCHING", "Unjoinable features from first layer")
                .onlyWhenAsked())
        .gives("JOINED_COUNT");
  }

  private static ParameterDescription discard() {
    return ParameterDescription.flag(
        "DISCARD_NONMATCHING", "Discard records which could not be joined", false);
  }

  private static ParameterDescription prefix() {
    return ParameterDescription.of("PREFIX", "Joined field prefix", ParameterType.STRING)
        .asOptional();
  }

  /** What a join gives, with columns behind those of the second layer. */
  private static Results results(
      AlgorithmDescription description,
      JoinedRows joined,
      Parameters parameters,
      String fields,
      List<Column> more) {
    Results results =
        Results.of(
            joined.build(
                description.label("OUTPUT"),
                parameters.texts(fields),
                parameters.optionalText("PREFIX"),
                more));
    if (parameters.wants("NON_MATCHING")) {
      results = results.with("NON_MATCHING", joined.alone(description.label("NON_MATCHING")));
    }
    return results.with("JOINED_COUNT", joined.joined());
  }

  private static Algorithm byValue() {
    AlgorithmDescription description =
        described(
                "native:joinattributestable",
                "Join attributes by field value",
                "Adds the attributes of a feature of another layer that has the same value in a"
                    + " field.",
                ParameterDescription.source("INPUT", "Input layer", 5),
                ParameterDescription.field("FIELD", "Table field", "INPUT"),
                ParameterDescription.source("INPUT_2", "Input layer 2", 5),
                ParameterDescription.field("FIELD_2", "Table field 2", "INPUT_2"),
                ParameterDescription.fields(
                        "FIELDS_TO_COPY",
                        "Layer 2 fields to copy (leave empty to copy all fields)",
                        "INPUT_2")
                    .asOptional(),
                ParameterDescription.choice("METHOD", "Join type", 1, List.of(MANY, FIRST)),
                discard(),
                prefix())
            .gives("UNJOINABLE_COUNT");
    return TableAlgorithm.of(
            description,
            (input, parameters, progress) -> {
              Column keys = input.column(parameters.field("FIELD"));
              Map<Object, int[]> rows =
                  parameters.shared("rows", () -> rows(parameters.source("INPUT_2"), parameters));
              JoinedRows joined = new JoinedRows(input, parameters.source("INPUT_2"));
              for (int row = 0; row < input.size(); row++) {
                int[] matches = rows.getOrDefault(key(keys, row), new int[0]);
                joined.add(row, matches, parameters.flag("DISCARD_NONMATCHING"));
              }
              return results(description, joined, parameters, "FIELDS_TO_COPY", List.of())
                  .with("UNJOINABLE_COUNT", joined.aloneCount());
            })
        .inSlices(20_000);
  }

  /** The rows of each value; of all of them only the first where no more are wanted. */
  private static Map<Object, int[]> rows(FeatureTable table, Parameters parameters) {
    Map<Object, int[]> rows = new HashMap<>();
    boolean one = parameters.choice("METHOD") == 1;
    for (int[] group : GroupKeys.groups(table, parameters.texts("FIELD_2"))) {
      Object key = key(table.column(parameters.field("FIELD_2")), group[0]);
      rows.put(key, one ? new int[] {group[0]} : group);
    }
    return rows;
  }

  /** Whole and real numbers that are equal have the same key, and so have nulls. */
  private static Object key(Column column, int row) {
    Object value = column.value(row);
    if (value instanceof Long whole && Math.abs(whole) <= 1L << 53) {
      return whole.doubleValue();
    }
    return value instanceof Double real ? (Object) (real + 0.0) : value;
  }

  private static Algorithm byLocation() {
    AlgorithmDescription description =
        described(
            "native:joinattributesbylocation",
            "Join attributes by location",
            "Adds the attributes of features of another layer that stand in one of some relations"
                + " to a feature.",
            ParameterDescription.source("INPUT", "Join to features in", -1),
            ParameterDescription.source("JOIN", "By comparing to", -1),
            ParameterDescription.choices(
                    "PREDICATE", "Features they (geometric predicate)", PlaceMatching.PREDICATES)
                .withDefault(JsonNumber.of(0)),
            ParameterDescription.fields(
                    "JOIN_FIELDS", "Fields to add (leave empty to use all fields)", "JOIN")
                .asOptional(),
            ParameterDescription.choice("METHOD", "Join type", 0, List.of(MANY, FIRST, LARGEST)),
            discard(),
            prefix());
    return TableAlgorithm.of(
            description,
            (input, parameters, progress) -> {
              FeatureIndex index = Overlay.index(parameters, "JOIN");
              PlaceMatching matching = new PlaceMatching(index, parameters.choices("PREDICATE"));
              JoinedRows joined = new JoinedRows(input, parameters.source("JOIN"));
              boolean discard = parameters.flag("DISCARD_NONMATCHING");
              int method = parameters.choice("METHOD");
              for (int row = 0; row < input.size(); row++) {
                if (row % 256 == 0) {
                  progress.report((double) row / input.size(), "");
                }
                int[] matches = matching.of(input, row);
                if (method > 0 && matches.length > 1) {
                  matches =
                      new int[] {method == 1 ? matches[0] : largest(input, row, index, matches)};
                }
                joined.add(row, matches, discard);
              }
              return results(description, joined, parameters, "JOIN_FIELDS", List.of());
            })
        .inSlices(20_000);
  }

  /** The row whose common part is largest; of several the first. */
  private static int largest(FeatureTable input, int row, FeatureIndex index, int[] matches) {
    Geometry own = JtsGeometries.of(input.geometry(), row);
    int best = matches[0];
    double most = -1;
    for (int match : matches) {
      Geometry common = own.getDimension() == 0 ? null : Overlay.common(own, index.geometry(match));
      double size =
          common == null ? 0 : common.getDimension() == 2 ? common.getArea() : common.getLength();
      if (size > most) {
        most = size;
        best = match;
      }
    }
    return best;
  }

  private static Algorithm byNearest() {
    AlgorithmDescription description =
        described(
                "native:joinbynearest",
                "Join attributes by nearest",
                "Adds the attributes of the nearest features of another layer, and how far they"
                    + " are. Those at the same distance all count.",
                ParameterDescription.source("INPUT", "Input layer"),
                ParameterDescription.source("INPUT_2", "Input layer 2"),
                ParameterDescription.fields(
                        "FIELDS_TO_COPY",
                        "Layer 2 fields to copy (leave empty to copy all fields)",
                        "INPUT_2")
                    .asOptional(),
                discard(),
                prefix(),
                ParameterDescription.integer("NEIGHBORS", "Maximum nearest neighbors", 1)
                    .atLeast(1),
                Declared.length("MAX_DISTANCE", "Maximum distance", 0)
                    .withoutDefault()
                    .asOptional())
            .gives("UNJOINABLE_COUNT");
    return TableAlgorithm.of(
            description,
            (input, parameters, progress) -> {
              FeatureIndex index = Overlay.index(parameters, "INPUT_2");
              NearestFeatures near = parameters.shared("nearest", () -> new NearestFeatures(index));
              double most =
                  parameters.has("MAX_DISTANCE")
                      ? parameters.length("MAX_DISTANCE", input.crs())
                      : Double.POSITIVE_INFINITY;
              JoinedRows joined = new JoinedRows(input, parameters.source("INPUT_2"));
              for (int row = 0; row < input.size(); row++) {
                if (row % 64 == 0) {
                  progress.report((double) row / input.size(), "");
                }
                Geometry own = JtsGeometries.of(input.geometry(), row);
                boolean none = own == null || own.isEmpty();
                FeatureNames.requireFinite(input, row);
                int[] matches =
                    none ? new int[0] : nearest(input, row, own, near, parameters, most);
                joined.add(row, matches, parameters.flag("DISCARD_NONMATCHING"));
              }
              return results(
                      description,
                      joined,
                      parameters,
                      "FIELDS_TO_COPY",
                      measures(input, near, joined))
                  .with("UNJOINABLE_COUNT", joined.aloneCount());
            })
        .inSlices(5000);
  }

  /** Where a layer is joined to itself, a feature is no neighbour of its own. */
  private static int[] nearest(
      FeatureTable input,
      int row,
      Geometry own,
      NearestFeatures near,
      Parameters parameters,
      double most) {
    int count = parameters.integer("NEIGHBORS");
    FeatureTable other = parameters.source("INPUT_2");
    if (input.name().equals(other.name()) && input.fields().equals(other.fields())) {
      int[] rows = near.of(own, count + 1, most);
      for (int i = 0; i < rows.length; i++) {
        boolean equal = own.equalsExact(JtsGeometries.of(other.geometry(), rows[i]));
        if (equal && same(input, row, other, rows[i])) {
          int[] others = new int[rows.length - 1];
          System.arraycopy(rows, 0, others, 0, i);
          System.arraycopy(rows, i + 1, others, i, others.length - i);
          return others;
        }
      }
    }
    return near.of(own, count, most);
  }

  private static boolean same(FeatureTable one, int row, FeatureTable other, int otherRow) {
    for (int i = 0; i < one.columns().size(); i++) {
      Object value = one.columns().get(i).value(row);
      if (!Objects.equals(value, other.columns().get(i).value(otherRow))) {
        return false;
      }
    }
    return true;
  }

  /** The number of each neighbour and the shortest line to it. */
  private static List<Column> measures(
      FeatureTable input, NearestFeatures near, JoinedRows joined) {
    ColumnBuilder numbers = new ColumnBuilder(new Field("n", FieldType.INTEGER));
    List<ColumnBuilder> measures = new ArrayList<>();
    for (String name : MEASURES) {
      measures.add(new ColumnBuilder(new Field(name, FieldType.REAL)));
    }
    int[] rows = joined.rows();
    int[] partners = joined.partners();
    int number = 0;
    for (int i = 0; i < rows.length; i++) {
      number = i > 0 && rows[i] == rows[i - 1] ? number + 1 : 1;
      if (partners[i] < 0) {
        numbers.addNull();
        measures.forEach(ColumnBuilder::addNull);
        continue;
      }
      numbers.addLong(number);
      Coordinate[] line =
          near.shortestLine(JtsGeometries.of(input.geometry(), rows[i]), partners[i]);
      measures.get(0).addDouble(line[0].distance(line[1]));
      measures.get(1).addDouble(line[0].x);
      measures.get(2).addDouble(line[0].y);
      measures.get(3).addDouble(line[1].x);
      measures.get(4).addDouble(line[1].y);
    }
    List<Column> columns = new ArrayList<>(List.of(numbers.build()));
    measures.forEach(measure -> columns.add(measure.build()));
    return columns;
  }
}
