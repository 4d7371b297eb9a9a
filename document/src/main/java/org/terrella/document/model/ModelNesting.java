package org.terrella.document.model;

import java.util.ArrayList;
import java.util.List;

/** Models that are steps of others. */
final class ModelNesting {
  private final Model outer;
  private final List<Model> models;
  private final List<String> seen = new ArrayList<>();

  private ModelNesting(Model outer, List<Model> models) {
    this.outer = outer;
    this.models = models;
  }

  /**
   * Why a model cannot have another as a step; empty when it can, as far as the other is in order.
   *
   * @param algorithm the other's id as an algorithm
   */
  static String problem(Model outer, String algorithm, AlgorithmCatalog algorithms) {
    ModelNesting nesting = new ModelNesting(outer, algorithms.models());
    List<String> way = nesting.way(algorithm);
    if (way.size() == 1) {
      return "A model cannot be a step of itself.";
    } else if (!way.isEmpty()) {
      String names = outer.name() + ", " + String.join(", ", way);
      return "Models contain each other in a circle: " + names + ".";
    }
    Model inner = nesting.called(algorithm);
    if (inner == null) {
      return "The map has no model \"" + algorithm + "\".";
    }
    return algorithms.find(algorithm) == null
        ? "Something is wrong with the model \"" + inner.name() + "\"."
        : "";
  }

  private Model called(String algorithm) {
    for (Model model : models) {
      if (model.algorithm().equals(algorithm)) {
        return model;
      }
    }
    return null;
  }

  /** The names from a model to the outer one, which steps lead to; empty when they do not. */
  private List<String> way(String algorithm) {
    Model at = called(algorithm);
    boolean stored = at != null && !outer.id().isEmpty() && at.id().equals(outer.id());
    if (stored || algorithm.equals(outer.algorithm())) {
      return List.of(outer.name());
    }
    if (at == null || seen.contains(algorithm)) {
      return List.of();
    }
    seen.add(algorithm);
    for (Model.Step step : at.steps()) {
      List<String> rest = step.isModel() ? way(step.algorithm()) : List.of();
      if (!rest.isEmpty()) {
        List<String> way = new ArrayList<>(List.of(at.name()));
        way.addAll(rest);
        return way;
      }
    }
    return List.of();
  }
}
