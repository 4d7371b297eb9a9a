package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.Integer32Column;

/**
 * Algorithms that change what is selected of a layer: they make no layer, but say which rows are
 * meant, as {@code SELECTION} among the values: {@code {how, rows}}. Rows are bits in base64, of
 * each byte the lowest first.
 */
final class SelectingAlgorithms {
  /** The column by which rows are known again. */
  private static final String ROW = "\u0000row";

  private static final String CREATE = "creating new selection";
  private static final String ADD = "adding to current selection";
  private static final String WITHIN = "selecting within current selection";
  private static final String REMOVE = "removing from current selection";

  private SelectingAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(
        selecting(
            SelectionAlgorithms.byLocation(),
            "native:selectbylocation",
            "Select by location",
            "Selects the features that stand in one of some relations to a feature of another"
                + " layer.",
            List.of(CREATE, ADD, WITHIN, REMOVE)),
        selecting(
            SelectionAlgorithms.withinDistance(),
            "native:selectwithindistance",
            "Select within distance",
            "Selects the features that are no farther than a distance from one of another layer.",
            List.of(CREATE, ADD, WITHIN, REMOVE)),
        selecting(
            SelectionAlgorithms.byAttribute(),
            "qgis:selectbyattribute",
            "Select by attribute",
            "Selects the features whose value in a field compares with another. A null compares"
                + " with nothing.",
            List.of(CREATE, ADD, REMOVE, WITHIN)),
        selecting(
            ExpressionAlgorithms.extract(),
            "qgis:selectbyexpression",
            "Select by expression",
            "Selects the features for which an expression is true.",
            List.of(CREATE, ADD, REMOVE, WITHIN)),
        selecting(
            RandomSelection.ofAll(),
            "qgis:randomselection",
            "Random selection",
            "Selects a number or a percentage of the features at random.",
            List.of()),
        selecting(
            RandomSelection.withinSubsets(),
            "qgis:randomselectionwithinsubsets",
            "Random selection within subsets",
            "Selects a number or a percentage of the features of each group at random; all of a"
                + " group that has too few.",
            List.of()));
  }

  /** Whether an algorithm changes a selection. */
  static boolean has(String id) {
    return id.startsWith("native:select") || id.startsWith("qgis:select") || isRandom(id);
  }

  private static boolean isRandom(String id) {
    return id.startsWith("qgis:randomselection");
  }

  /**
   * The selection of what another algorithm takes out.
   *
   * @param methods what becomes of the selection that there is; none where it is always a new one
   */
  private static Algorithm selecting(
      Algorithm extracting, String id, String name, String help, List<String> methods) {
    AlgorithmDescription of = extracting.description();
    AlgorithmDescription description =
        AlgorithmDescription.of(id, name, of.group(), help).with(parameters(of, id, methods));
    return TableAlgorithm.of(
        id.startsWith("qgis:") ? description.gives("OUTPUT", "outputVector") : description,
        (input, parameters, progress) -> {
          FeatureTable taken =
              extracting.compute(numbered(input), parameters, progress).table("OUTPUT");
          Column rows = taken.column(ROW);
          byte[] bits = new byte[(input.size() + 7) / 8];
          for (int i = 0; i < taken.size(); i++) {
            int row = ((Number) rows.value(i)).intValue();
            bits[row / 8] |= (byte) (1 << row % 8);
          }
          String method = methods.isEmpty() ? CREATE : methods.get(parameters.choice("METHOD"));
          JsonObject selection =
              JsonObject.of()
                  .with("how", how(method))
                  .with("rows", Base64.getEncoder().encodeToString(bits));
          return Results.of(JsonObject.of().with("SELECTION", selection));
        });
  }

  private static ParameterDescription[] parameters(
      AlgorithmDescription of, String id, List<String> methods) {
    List<ParameterDescription> parameters = new ArrayList<>();
    for (ParameterDescription parameter : of.parameters()) {
      boolean main = parameter.name().equals(of.mainInput());
      if (main) {
        parameters.add(layer(parameter, isRandom(id)));
      } else if (isRandom(id) && parameter.name().equals("METHOD")) {
        parameters.add(
            ParameterDescription.choice(
                "METHOD",
                "Method",
                0,
                List.of("Number of selected features", "Percentage of selected features")));
      } else if (!parameter.type().isSink()) {
        parameters.add(parameter);
      }
    }
    if (!methods.isEmpty()) {
      parameters.add(
          ParameterDescription.choice("METHOD", "Modify current selection by", 0, methods));
    }
    return parameters.toArray(new ParameterDescription[0]);
  }

  /** Only a layer itself has a selection. */
  private static ParameterDescription layer(ParameterDescription source, boolean any) {
    ParameterDescription layer =
        ParameterDescription.of(source.name(), "Select features from", ParameterType.VECTOR);
    return any ? layer : layer.withGeometry(source.geometry().toArray(new Integer[0]));
  }

  private static FeatureTable numbered(FeatureTable input) {
    int[] numbers = new int[input.size()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = row;
    }
    List<Column> columns = new ArrayList<>(input.columns());
    columns.add(new Integer32Column(new Field(ROW, FieldType.INTEGER), numbers, null));
    return new FeatureTable(input.name(), input.crs(), input.geometry(), columns, input.ids());
  }

  private static String how(String method) {
    return switch (method) {
      case ADD -> "add";
      case WITHIN -> "intersect";
      case REMOVE -> "remove";
      default -> "new";
    };
  }
}
