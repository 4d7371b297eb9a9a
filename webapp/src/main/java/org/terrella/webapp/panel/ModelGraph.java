package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.terrella.document.model.AlgorithmCatalog;
import org.terrella.document.model.Binding;
import org.terrella.document.model.Model;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.ui.El;

/** A model as a graph of inputs, steps and results. */
final class ModelGraph {
  private final StepGraph graph;
  private final List<String> nodes = new ArrayList<>();
  private final List<String> edges = new ArrayList<>();

  /**
   * The graph of a model.
   *
   * @param wrong places of the model where something is wrong, as {@code ModelCheck} calls them
   * @param chosen gets {@code input NAME} or {@code step ID} of what is clicked
   */
  ModelGraph(
      App app,
      Model model,
      AlgorithmCatalog algorithms,
      Set<String> wrong,
      Consumer<String> chosen) {
    graph = new StepGraph(app);
    for (JsonObject input : model.inputs()) {
      String id = "input " + input.string("name");
      node(id, AlgorithmCatalog.label(input), "input", false, () -> chosen.accept(id));
    }
    for (Model.Step step : model.steps()) {
      String id = "step " + step.id();
      JsonObject algorithm = algorithms.find(step.algorithm());
      String name = algorithm == null ? step.algorithm() : algorithm.string("name");
      boolean faulty = wrong.contains(id);
      for (String place : wrong) {
        faulty |= place.startsWith(id + " ");
      }
      String title = step.title().isEmpty() ? name : step.title();
      String detail = faulty ? "not finished" : title.equals(name) ? "" : name;
      node(id, title, detail, true, () -> chosen.accept(id));
    }
    // Steps in a circle have no place below each other.
    for (Model.Step step : model.ordered()) {
      for (Binding binding : step.parameters().values()) {
        for (Binding part : binding.parts()) {
          if (part instanceof Binding.Input input) {
            edge("input " + input.name(), "step " + step.id());
          } else if (part instanceof Binding.Result result) {
            edge("step " + result.step(), "step " + step.id());
          }
        }
      }
    }
    for (Model.Output output : model.outputs()) {
      String id = "output " + output.name();
      node(id, output.label(), "result", false, () -> chosen.accept("step " + output.step()));
      edge("step " + output.step(), id);
    }
  }

  El element() {
    return graph.element();
  }

  private void node(String id, String title, String detail, boolean step, Runnable action) {
    nodes.add(id);
    graph.node(new StepGraph.Node(id, title, detail, step, box -> action.run()));
  }

  private void edge(String from, String to) {
    String key = from + "\n" + to;
    if (nodes.contains(from) && nodes.contains(to) && !edges.contains(key)) {
      edges.add(key);
      graph.edge(from, to);
    }
  }
}
