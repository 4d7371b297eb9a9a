package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.FeatureIndex;

/** Colours for a map, so that neighbours differ: those with most neighbours choose first. */
final class ColoringAlgorithm {
  private final FeatureIndex index;
  private final List<Set<Integer>> neighbours = new ArrayList<>();
  private final int balance;
  private final Coordinate[] middles;

  private ColoringAlgorithm(FeatureTable input, double distance, int balance) {
    index = new FeatureIndex(input);
    this.balance = balance;
    middles = new Coordinate[input.size()];
    for (int row = 0; row < input.size(); row++) {
      neighbours.add(new TreeSet<>());
    }
    for (int row = 0; row < input.size(); row++) {
      FeatureNames.requireFinite(input, row);
      if (index.geometry(row) != null) {
        join(row, distance);
      }
    }
  }

  static Algorithm topological() {
    AlgorithmDescription description =
        Declared.in(
            "cartography",
            "qgis:topologicalcoloring",
            "Topological coloring",
            "Gives polygons numbers of colours, so that neighbours have different ones.",
            "Colored",
            Declared.polygons(),
            ParameterDescription.integer("MIN_COLORS", "Minimum number of colors", 4)
                .between(1, 1000),
            Declared.length("MIN_DISTANCE", "Minimum distance between features", 0),
            ParameterDescription.choice(
                "BALANCE",
                "Balance color assignment",
                0,
                List.of("By feature count", "By assigned area", "By distance between colors")));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          double distance = parameters.length("MIN_DISTANCE", input.crs());
          ColoringAlgorithm coloring =
              new ColoringAlgorithm(input, distance, parameters.choice("BALANCE"));
          int[] colors = coloring.colors(parameters.integer("MIN_COLORS"));
          FeatureSink sink =
              new FeatureSink(input, List.of(new Field("color_id", FieldType.INTEGER)));
          for (int row = 0; row < colors.length; row++) {
            sink.keep(row, colors[row] == 0 ? null : colors[row]);
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  private void join(int row, double distance) {
    Geometry own = index.geometry(row);
    Geometry reach = distance > 0 ? own.buffer(distance, 5) : own;
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(reach);
    for (int other : index.near(reach.getEnvelopeInternal())) {
      if (other != row && prepared.intersects(index.geometry(other))) {
        neighbours.get(row).add(other);
        neighbours.get(other).add(row);
      }
    }
  }

  /** Numbers from 1; 0 for rows without geometry. */
  private int[] colors(int least) {
    List<Integer> order = new ArrayList<>();
    for (int row = 0; row < neighbours.size(); row++) {
      if (index.geometry(row) != null) {
        order.add(row);
      }
    }
    order.sort(Comparator.comparingInt((Integer row) -> neighbours.get(row).size()).reversed());
    int[] colors = new int[neighbours.size()];
    for (int count = least; !colored(order, colors, count); count++) {
      Arrays.fill(colors, 0);
    }
    return colors;
  }

  /** Whether so many colours are enough when they are given in that order. */
  private boolean colored(List<Integer> order, int[] colors, int count) {
    double[] used = new double[count + 1];
    for (int row : order) {
      boolean[] taken = new boolean[count + 1];
      for (int other : neighbours.get(row)) {
        taken[colors[other]] = true;
      }
      double[] weights = balance == 2 ? nearness(row, colors, count) : used;
      int best = 0;
      for (int color = 1; color <= count; color++) {
        if (!taken[color] && (best == 0 || weights[color] < weights[best])) {
          best = color;
        }
      }
      if (best == 0) {
        return false;
      }
      colors[row] = best;
      used[best] += balance == 1 ? index.geometry(row).getArea() : 1;
    }
    return true;
  }

  /** Of each colour minus the distance to the nearest feature that has it. */
  private double[] nearness(int row, int[] colors, int count) {
    double[] nearness = new double[count + 1];
    Arrays.fill(nearness, Double.NEGATIVE_INFINITY);
    for (int other = 0; other < colors.length; other++) {
      if (colors[other] != 0) {
        double away = middle(row).distance(middle(other));
        nearness[colors[other]] = Math.max(nearness[colors[other]], -away);
      }
    }
    return nearness;
  }

  private Coordinate middle(int row) {
    if (middles[row] == null) {
      middles[row] = index.geometry(row).getCentroid().getCoordinate();
    }
    return middles[row];
  }
}
