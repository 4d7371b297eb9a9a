package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.FeatureIndex;

/** Algorithms that take some of the features of a layer. */
final class SelectionAlgorithms {
  private static final List<String> OPERATORS =
      List.of(
          "=",
          "≠",
          ">",
          "≥",
          "<",
          "≤",
          "begins with",
          "contains",
          "is null",
          "is not null",
          "does not contain");
  private static final List<String> PREDICATES =
      List.of(
          "intersect", "contain", "disjoint", "equal", "touch", "overlap", "are within", "cross");
  private static final int DISJOINT = 2;

  private SelectionAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(byAttribute(), byLocation(), withinDistance(), withoutNull());
  }

  static FeatureTable taken(FeatureTable input, List<Integer> rows, String name) {
    int[] numbers = new int[rows.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = rows.get(i);
    }
    return FeatureTables.take(input, numbers, numbers.length).withName(name);
  }

  /** Rows for which something is true, and the others. */
  static Results split(
      AlgorithmDescription description,
      FeatureTable input,
      Parameters parameters,
      String other,
      boolean[] chosen) {
    List<Integer> good = new ArrayList<>();
    List<Integer> bad = new ArrayList<>();
    for (int row = 0; row < chosen.length; row++) {
      (chosen[row] ? good : bad).add(row);
    }
    Results results = Results.of(taken(input, good, description.label("OUTPUT")));
    return parameters.wants(other)
        ? results.with(other, taken(input, bad, description.label(other)))
        : results;
  }

  static Algorithm byAttribute() {
    AlgorithmDescription description =
        Declared.in(
                "vectorselection",
                "native:extractbyattribute",
                "Extract by attribute",
                "Takes the features whose value in a field compares with another. A null compares"
                    + " with nothing.",
                "Extracted (attribute)",
                Declared.table(),
                ParameterDescription.field("FIELD", "Selection attribute", "INPUT"),
                ParameterDescription.choice("OPERATOR", "Operator", 0, OPERATORS),
                ParameterDescription.of("VALUE", "Value", ParameterType.STRING).asOptional())
            .with(
                ParameterDescription.sink("FAIL_OUTPUT", "Extracted (non-matching)")
                    .onlyWhenAsked());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          Column column = input.column(parameters.field("FIELD"));
          int operator = parameters.choice("OPERATOR");
          String value = parameters.optionalText("VALUE");
          boolean texts = operator == 6 || operator == 7 || operator == 10;
          if (texts && column.field().type() != FieldType.STRING) {
            throw TerrellaException.invalid(
                "Parameter OPERATOR is \""
                    + OPERATORS.get(operator)
                    + "\", which only fields of texts can take; \""
                    + column.field().name()
                    + "\" is none.");
          }
          boolean[] chosen = new boolean[input.size()];
          for (int row = 0; row < chosen.length; row++) {
            chosen[row] = compares(column.value(row), operator, value);
          }
          return split(description, input, parameters, "FAIL_OUTPUT", chosen);
        });
  }

  /** Numbers compare as numbers, also where both are texts, as in QGIS's expressions. */
  private static boolean compares(Object own, int operator, String value) {
    if (operator == 8 || operator == 9) {
      return (own == null) == (operator == 8);
    }
    if (own == null) {
      return false;
    }
    String text = own.toString();
    double one = own instanceof Number number ? number.doubleValue() : DoubleText.parseOrNaN(text);
    double two = DoubleText.parseOrNaN(value);
    boolean numbers = one == one && two == two;
    int order = numbers ? Double.compare(one + 0.0, two + 0.0) : text.compareTo(value);
    return switch (operator) {
      case 0 -> order == 0;
      case 1 -> order != 0;
      case 2 -> order > 0;
      case 3 -> order >= 0;
      case 4 -> order < 0;
      case 5 -> order <= 0;
      case 6 -> text.startsWith(value);
      case 7 -> text.contains(value);
      default -> !text.contains(value);
    };
  }

  static Algorithm byLocation() {
    AlgorithmDescription description =
        Declared.in(
            "vectorselection",
            "native:extractbylocation",
            "Extract by location",
            "Takes the features that stand in one of some relations to a feature of another"
                + " layer.",
            "Extracted (location)",
            ParameterDescription.source("INPUT", "Extract features from", -1),
            ParameterDescription.choices("PREDICATE", "Where the features", PREDICATES),
            ParameterDescription.source("INTERSECT", "By comparing to the features from", -1));
    return TableAlgorithm.of(
            description,
            (input, parameters, progress) -> {
              FeatureIndex index = Overlay.index(parameters, "INTERSECT");
              List<Integer> relations = new ArrayList<>(parameters.choices("PREDICATE"));
              boolean apart = relations.remove((Integer) DISJOINT);
              relations.replaceAll(relation -> relation > DISJOINT ? relation - 1 : relation);
              PlaceMatching matching = new PlaceMatching(index, relations);
              PlaceMatching meeting = new PlaceMatching(index, List.of(0));
              List<Integer> rows = new ArrayList<>();
              for (int row = 0; row < input.size(); row++) {
                if (row % 256 == 0) {
                  progress.report((double) row / input.size(), "");
                }
                boolean empty =
                    input.geometry().firstVertex(row) == input.geometry().endVertex(row);
                if (!empty && matching.any(input, row) || apart && !meeting.any(input, row)) {
                  rows.add(row);
                }
              }
              return Results.of(taken(input, rows, description.label("OUTPUT")));
            })
        .inSlices(20_000);
  }

  static Algorithm withinDistance() {
    return FeatureAlgorithm.of(
            Declared.in(
                "vectorselection",
                "native:extractwithindistance",
                "Extract within distance",
                "Takes the features that are no farther than a distance from one of another"
                    + " layer.",
                "Extracted (location)",
                ParameterDescription.source("INPUT", "Extract features from", -1),
                ParameterDescription.source("REFERENCE", "By comparing to the features from", -1),
                Declared.length("DISTANCE", "Where the features are within", 100).asDynamic()),
            (feature, sink) -> {
              Geometry geometry = feature.geometry();
              if (geometry == null || geometry.isEmpty()) {
                return;
              }
              double distance = feature.length("DISTANCE");
              FeatureIndex index = Overlay.index(feature.parameters(), "REFERENCE");
              Envelope around = new Envelope(geometry.getEnvelopeInternal());
              around.expandBy(distance);
              for (int row : index.near(around)) {
                if (index.geometry(row).isWithinDistance(geometry, distance)) {
                  sink.keep(feature.row());
                  return;
                }
              }
            })
        .seesAll();
  }

  private static Algorithm withoutNull() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:removenullgeometries",
                "Remove null geometries",
                "vectorgeometry",
                "Takes away the features without geometry.")
            .with(
                Declared.any(),
                ParameterDescription.flag("REMOVE_EMPTY", "Also remove empty geometries", false),
                ParameterDescription.sink("OUTPUT", "Non null geometries").asOptional(),
                ParameterDescription.sink("NULL_OUTPUT", "Null geometries").onlyWhenAsked());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          boolean[] chosen = new boolean[input.size()];
          boolean empty = parameters.flag("REMOVE_EMPTY");
          for (int row = 0; row < chosen.length; row++) {
            chosen[row] =
                input.geometry().types()[row] != 0
                    && !(empty
                        && input.geometry().firstVertex(row) == input.geometry().endVertex(row));
          }
          return split(description, input, parameters, "NULL_OUTPUT", chosen);
        });
  }
}
