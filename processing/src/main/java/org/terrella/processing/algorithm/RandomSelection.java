package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.error.TerrellaException;
import org.terrella.exact.ExactMath;

/**
 * Algorithms that take some features at random. The same layer always gives the same ones, so that
 * a run can be repeated.
 */
final class RandomSelection {
  private RandomSelection() {}

  static List<Algorithm> all() {
    return List.of(ofAll(), withinSubsets());
  }

  private static AlgorithmDescription described(
      String id,
      String name,
      String help,
      ParameterDescription source,
      ParameterDescription... parameters) {
    return Declared.in("vectorselection", id, name, help, "Extracted (random)", source, parameters);
  }

  private static ParameterDescription number() {
    return ParameterDescription.integer("NUMBER", "Number/percentage of features", 10).atLeast(0);
  }

  static Algorithm ofAll() {
    AlgorithmDescription description =
        described(
            "native:randomextract",
            "Random extract",
            "Takes a number or a percentage of the features at random.",
            Declared.table(),
            ParameterDescription.choice(
                "METHOD", "Method", 0, List.of("Number of features", "Percentage of features")),
            number());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          int wanted = parameters.integer("NUMBER");
          boolean share = parameters.choice("METHOD") == 1;
          require(description, wanted, share, input.size());
          int[] all = new int[input.size()];
          for (int row = 0; row < all.length; row++) {
            all[row] = row;
          }
          int count = share ? (int) ((long) input.size() * wanted / 100) : wanted;
          boolean[] chosen = new boolean[all.length];
          RandomNumbers.of(1, 0).choose(all, count, chosen);
          return Results.of(
              SelectionAlgorithms.taken(input, rows(chosen), description.label("OUTPUT")));
        });
  }

  static Algorithm withinSubsets() {
    AlgorithmDescription description =
        described(
            "qgis:randomextractwithinsubsets",
            "Random extract within subsets",
            "Takes a number or a percentage of the features of each group at random; all of a"
                + " group that has too few.",
            Declared.any(),
            ParameterDescription.field("FIELD", "ID field", "INPUT"),
            ParameterDescription.choice(
                "METHOD",
                "Method",
                0,
                List.of("Number of selected features", "Percentage of selected features")),
            number());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          int wanted = parameters.integer("NUMBER");
          boolean share = parameters.choice("METHOD") == 1;
          require(description, wanted, share, input.size());
          RandomNumbers random = RandomNumbers.of(1, 0);
          boolean[] chosen = new boolean[input.size()];
          for (int[] rows : GroupKeys.groups(input, parameters.texts("FIELD"))) {
            int count = share ? (int) ExactMath.rint(rows.length * (wanted / 100.0)) : wanted;
            random.choose(rows, Math.min(count, rows.length), chosen);
          }
          return Results.of(
              SelectionAlgorithms.taken(input, rows(chosen), description.label("OUTPUT")));
        });
  }

  private static void require(
      AlgorithmDescription description, int wanted, boolean share, int features) {
    if (wanted > (share ? 100 : features)) {
      throw TerrellaException.invalid(
          "Parameter NUMBER of "
              + description.id()
              + " is "
              + wanted
              + (share ? " percent." : ", but the layer has " + features + " features."));
    }
  }

  private static List<Integer> rows(boolean[] chosen) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < chosen.length; row++) {
      if (chosen[row]) {
        rows.add(row);
      }
    }
    return rows;
  }
}
