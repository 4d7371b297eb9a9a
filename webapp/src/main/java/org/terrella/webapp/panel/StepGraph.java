package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.interop.browser.Lazy;
import org.terrella.interop.browser.Promises;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.workbench.ui.El;

/** Steps and the data between them, drawn from top to bottom. */
final class StepGraph {
  private final App app;
  private final List<Node> nodes = new ArrayList<>();
  private JsonArray edges = JsonArray.of();

  StepGraph(App app) {
    this.app = app;
  }

  /**
   * A box of the graph.
   *
   * @param step whether it is a step, not data
   * @param action what a click does
   */
  record Node(String id, String title, String detail, boolean step, Action action) {}

  /** Does something at a box. */
  interface Action {
    void at(HTMLElement box);
  }

  /** Adds a node, unless one with that id is there. */
  void node(Node node) {
    if (index(node.id) < 0) {
      nodes.add(node);
    }
  }

  /** An arrow between nodes that are there; it must not close a circle. */
  void edge(String from, String to) {
    edges = edges.with(JsonArray.ofNumbers(new double[] {index(from), index(to)}));
  }

  private int index(String id) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).id.equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** The graph; it is drawn as soon as what draws it is there. */
  El element() {
    El graph = El.div("step-graph");
    JsonArray boxes = JsonArray.of();
    for (Node node : nodes) {
      boxes =
          boxes.with(
              JsonObject.of()
                  .with("title", node.title)
                  .with("detail", node.detail)
                  .with("step", node.step));
    }
    String json = Json.write(JsonObject.of().with("nodes", boxes).with("edges", edges));
    Actions.start(
        app,
        () ->
            Promises.await(Lazy.loadTools())
                .drawGraph(graph.node(), json, (node, box) -> nodes.get(node).action.at(box)));
    return graph;
  }
}
