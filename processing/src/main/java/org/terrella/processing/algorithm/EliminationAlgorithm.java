package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.geometry.FeatureIndex;

/**
 * QGIS's {@code qgis:eliminateselectedpolygons}: selected polygons become part of a neighbour. The
 * last one goes first; those without a neighbour try again as long as others find one, and stand
 * behind all others if that does not help.
 */
final class EliminationAlgorithm {
  private static final int SMALLEST = 1;
  private static final int BOUNDARY = 2;
  private static final int NONE = -1;

  private static final AlgorithmDescription DESCRIPTION =
      Declared.geometry(
          "qgis:eliminateselectedpolygons",
          "Eliminate selected polygons",
          "Unites the selected polygons with one of those that they touch, whose attributes stay.",
          "Eliminated",
          ParameterDescription.of(Declared.INPUT, "Input layer", ParameterType.VECTOR)
              .withGeometry(2)
              .withSelection(),
          ParameterDescription.choice(
              "MODE",
              "Neighbour to unite with",
              List.of("Largest Area", "Smallest Area", "Largest Common Boundary")));

  private final FeatureTable input;
  private final FeatureIndex index;
  private final int mode;
  private final Geometry[] shapes;
  private final int[] owners;
  private final boolean[] changed;

  private EliminationAlgorithm(FeatureTable input, boolean[] selected, int mode) {
    this.input = input;
    this.mode = mode;
    index = new FeatureIndex(input);
    shapes = new Geometry[input.size()];
    owners = new int[input.size()];
    changed = new boolean[input.size()];
    for (int row = 0; row < owners.length; row++) {
      FeatureNames.requireFinite(input, row);
      shapes[row] = index.geometry(row);
      owners[row] = selected[row] ? NONE : row;
    }
  }

  static Algorithm algorithm() {
    return TableAlgorithm.of(
        DESCRIPTION,
        (input, parameters, progress) ->
            new EliminationAlgorithm(
                    input, selected(parameters, input.size()), parameters.choice("MODE"))
                .result(parameters.inputHasMulti(GeometryType.MULTI_POLYGON), progress));
  }

  /** Which rows are selected: the parameter is {@code {"selected": [row, …]}}. */
  private static boolean[] selected(Parameters parameters, int rows) {
    boolean[] selected = new boolean[rows];
    if (parameters.given(Declared.INPUT) instanceof JsonObject given) {
      for (double row : given.optArray("selected").numbers()) {
        if (row != Math.floor(row) || row < 0 || row >= rows) {
          throw TerrellaException.invalid(
              "Parameter INPUT of " + DESCRIPTION.id() + ": a selected feature is missing.");
        }
        selected[(int) row] = true;
      }
    }
    return selected;
  }

  private Results result(boolean multi, Progress progress) {
    List<Integer> left = merged(progress);
    FeatureSink sink = new FeatureSink(input, List.of());
    for (int row = 0; row < owners.length; row++) {
      if (owners[row] != row) {
        continue;
      } else if (!changed[row]) {
        sink.keep(row);
      } else if (multi) {
        sink.addMulti(row, shapes[row]);
      } else {
        sink.add(row, shapes[row]);
      }
    }
    left.forEach(sink::keep);
    return Results.of(sink.build(DESCRIPTION.label("OUTPUT")));
  }

  /** Unites what can be, and gives the rows that cannot. */
  private List<Integer> merged(Progress progress) {
    List<Integer> waiting = new ArrayList<>();
    for (int row = 0; row < owners.length; row++) {
      if (owners[row] == NONE) {
        waiting.add(row);
      }
    }
    int all = waiting.size();
    int done = 0;
    for (boolean more = true; more; ) {
      more = false;
      List<Integer> left = new ArrayList<>();
      for (int i = waiting.size() - 1; i >= 0; i--) {
        int row = waiting.get(i);
        int neighbour = shapes[row] == null ? NONE : neighbour(shapes[row]);
        if (neighbour == NONE) {
          left.add(row);
          continue;
        }
        shapes[neighbour] =
            OverlayNGRobust.overlay(shapes[neighbour], shapes[row], OverlayNG.UNION);
        changed[neighbour] = true;
        owners[row] = neighbour;
        more = true;
        progress.report((double) ++done / all, "");
      }
      waiting = left;
    }
    return waiting;
  }

  private int neighbour(Geometry shape) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(shape);
    int best = NONE;
    double most = mode == SMALLEST ? Double.POSITIVE_INFINITY : 0;
    for (int row : candidates(shape)) {
      if (!prepared.intersects(shapes[row])) {
        continue;
      }
      double common = length(OverlayNGRobust.overlay(shape, shapes[row], OverlayNG.INTERSECTION));
      double value = mode == BOUNDARY ? common : shapes[row].getArea();
      if (common > 0 && (mode == SMALLEST ? value < most : value > most)) {
        best = row;
        most = value;
      }
    }
    return best;
  }

  /** Features near a polygon. The first of equals wins, and QGIS finds those first that grew. */
  private List<Integer> candidates(Geometry shape) {
    Set<Integer> grown = new TreeSet<>();
    Set<Integer> others = new TreeSet<>();
    for (int row : index.near(shape.getEnvelopeInternal())) {
      int owner = owners[row];
      if (owner != NONE) {
        (changed[owner] ? grown : others).add(owner);
      }
    }
    List<Integer> found = new ArrayList<>(grown);
    found.addAll(others);
    return found;
  }

  /** Of lines their length, of areas their outlines', of a mixture that of its lines. */
  private static double length(Geometry common) {
    if (common instanceof Polygonal || !(common instanceof GeometryCollection)) {
      return common.getLength();
    }
    double sum = 0;
    for (int i = 0; i < common.getNumGeometries(); i++) {
      sum += common.getGeometryN(i) instanceof LineString line ? line.getLength() : 0;
    }
    return sum;
  }
}
