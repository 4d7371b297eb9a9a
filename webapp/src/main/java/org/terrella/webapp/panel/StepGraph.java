package org.terrella.webapp.panel;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import org.terrella.workbench.ui.El;

/**
 * Steps and the data between them, drawn from top to bottom. A node lies below all that lead to it;
 * nodes of one row are ordered by where those lie.
 */
final class StepGraph {
  private static final int WIDTH = 126;
  private static final int HEIGHT = 46;
  private static final int ACROSS = 14;
  private static final int DOWN = 30;
  private static final int MARGIN = 8;

  private final List<Node> nodes = new ArrayList<>();
  private final List<int[]> edges = new ArrayList<>();

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
    edges.add(new int[] {index(from), index(to)});
  }

  private int index(String id) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).id.equals(id)) {
        return i;
      }
    }
    return -1;
  }

  El element() {
    List<List<Integer>> rows = rows();
    double[] x = new double[nodes.size()];
    double[] y = new double[nodes.size()];
    int widest = 0;
    for (List<Integer> row : rows) {
      widest = Math.max(widest, row.size());
    }
    for (int rank = 0; rank < rows.size(); rank++) {
      List<Integer> row = rows.get(rank);
      double first = MARGIN + (widest - row.size()) * (WIDTH + ACROSS) / 2.0;
      for (int i = 0; i < row.size(); i++) {
        x[row.get(i)] = first + i * (WIDTH + ACROSS);
        y[row.get(i)] = MARGIN + rank * (HEIGHT + DOWN);
      }
    }
    int width = 2 * MARGIN + widest * (WIDTH + ACROSS) - ACROSS;
    int height = 2 * MARGIN + rows.size() * (HEIGHT + DOWN) - DOWN;
    El graph = El.div("step-graph").css("width", width + "px").css("height", height + "px");
    graph.add(arrows(width, height, ends(x, y)));
    for (int i = 0; i < nodes.size(); i++) {
      graph.add(box(nodes.get(i), (int) x[i], (int) y[i]));
    }
    return graph;
  }

  private double[] ends(double[] x, double[] y) {
    double[] ends = new double[4 * edges.size()];
    for (int i = 0; i < edges.size(); i++) {
      int from = edges.get(i)[0];
      int to = edges.get(i)[1];
      ends[4 * i] = x[from] + WIDTH / 2.0;
      ends[4 * i + 1] = y[from] + HEIGHT;
      ends[4 * i + 2] = x[to] + WIDTH / 2.0;
      ends[4 * i + 3] = y[to];
    }
    return ends;
  }

  private static El box(Node node, int x, int y) {
    El box =
        El.of("button", node.step ? "graph-node graph-step" : "graph-node")
            .attr("type", "button")
            .attr("title", node.detail.isEmpty() ? node.title : node.title + " – " + node.detail)
            .css("left", x + "px")
            .css("top", y + "px");
    box.onClick(() -> node.action.at(box.node()));
    return box.add(El.of("strong", "").text(node.title), El.of("span", "").text(node.detail));
  }

  private List<List<Integer>> rows() {
    int[] rank = new int[nodes.size()];
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int[] edge : edges) {
        if (rank[edge[1]] <= rank[edge[0]]) {
          rank[edge[1]] = rank[edge[0]] + 1;
          moved = true;
        }
      }
    }
    lowerSources(rank);
    List<List<Integer>> rows = new ArrayList<>();
    double[] place = new double[nodes.size()];
    for (int r = 0; r <= largest(rank); r++) {
      List<Integer> row = new ArrayList<>();
      for (int i = 0; i < rank.length; i++) {
        if (rank[i] == r) {
          insert(row, i, place);
        }
      }
      for (int i = 0; i < row.size(); i++) {
        place[row.get(i)] = i - row.size() / 2.0;
      }
      rows.add(row);
    }
    return rows;
  }

  /** Data that nothing leads to lie just above what uses them first. */
  private void lowerSources(int[] rank) {
    for (int i = 0; i < rank.length; i++) {
      int next = Integer.MAX_VALUE;
      boolean source = true;
      for (int[] edge : edges) {
        source &= edge[1] != i;
        next = edge[0] == i ? Math.min(next, rank[edge[1]]) : next;
      }
      if (source && next != Integer.MAX_VALUE) {
        rank[i] = next - 1;
      }
    }
  }

  private static int largest(int[] rank) {
    int largest = -1;
    for (int each : rank) {
      largest = Math.max(largest, each);
    }
    return largest;
  }

  private void insert(List<Integer> row, int node, double[] place) {
    double sum = 0;
    int count = 0;
    for (int[] edge : edges) {
      if (edge[1] == node) {
        sum += place[edge[0]];
        count++;
      }
    }
    place[node] = count == 0 ? row.size() : sum / count;
    int at = row.size();
    while (at > 0 && count > 0 && place[row.get(at - 1)] > place[node]) {
      at--;
    }
    row.add(at, node);
  }

  @JSBody(
      params = {"width", "height", "ends"},
      script =
          "const ns = 'http://www.w3.org/2000/svg';"
              + "const svg = document.createElementNS(ns, 'svg');"
              + "svg.setAttribute('width', width); svg.setAttribute('height', height);"
              + "svg.setAttribute('aria-hidden', 'true');"
              + "for (let i = 0; i < ends.length; i += 4) {"
              + "  const x = ends[i], y = ends[i + 1], u = ends[i + 2], v = ends[i + 3];"
              + "  const m = (v - y) / 2;"
              + "  const p = document.createElementNS(ns, 'path');"
              + "  p.setAttribute('d', 'M' + [x, y] + 'C' + [x, y + m, u, v - m, u, v - 2]"
              + "    + 'M' + [u - 4, v - 7] + 'L' + [u, v - 1] + 'L' + [u + 4, v - 7]);"
              + "  svg.appendChild(p);"
              + "}"
              + "return svg;")
  private static native HTMLElement arrows(int width, int height, double[] ends);
}
