package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonNumber;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geometry.AnchorSnapping;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.Sequences;
import org.terrella.processing.geometry.Snapping;
import org.terrella.processing.geometry.Squaring;

/** Algorithms that move vertices to where they probably belong. */
final class SnappingAlgorithms {
  private static final int ANCHORS = 7;
  private static final String REFERENCE = "REFERENCE_LAYER";

  private SnappingAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(snap(), square());
  }

  private static Algorithm square() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:orthogonalize",
            "Orthogonalize",
            "Makes corners square that nearly are, and lines straight that nearly are.",
            "Orthogonalized",
            ParameterDescription.source("INPUT", "Input layer", 2, 1),
            ParameterDescription.number("ANGLE_TOLERANCE", "Maximum angle tolerance (degrees)", 15)
                .asDynamic()
                .between(0, 45),
            ParameterDescription.integer("MAX_ITERATIONS", "Maximum algorithm iterations", 1000)
                .between(1, 10_000)),
        (feature, sink) -> {
          Squaring squaring =
              new Squaring(
                  feature.number("ANGLE_TOLERANCE"),
                  feature.parameters().integer("MAX_ITERATIONS"));
          sink.add(
              feature.row(),
              Sequences.map(feature.geometry(), (vertices, ring) -> squaring.of(vertices)));
        });
  }

  private static Algorithm snap() {
    AlgorithmDescription description =
        Declared.geometry(
            "native:snapgeometries",
            "Snap geometries to layer",
            "Moves vertices to those of another layer that are near, or to its lines; or those of"
                + " one layer together.",
            "Snapped geometry",
            ParameterDescription.source("INPUT", "Input layer", 0, 1, 2),
            ParameterDescription.source(REFERENCE, "Reference layer", 0, 1, 2),
            ParameterDescription.distance("TOLERANCE", "Tolerance", 10, "INPUT").atLeast(1e-8),
            ParameterDescription.choice(
                    "BEHAVIOR",
                    "Behavior",
                    0,
                    List.of(
                        "Prefer aligning nodes, insert extra vertices where required",
                        "Prefer closest point, insert extra vertices where required",
                        "Prefer aligning nodes, don't insert new vertices",
                        "Prefer closest point, don't insert new vertices",
                        "Move end points only, prefer aligning nodes",
                        "Move end points only, prefer closest point",
                        "Snap end points to end points only",
                        "Snap to anchor nodes (single layer only)"))
                .withDefault(JsonArray.of(JsonNumber.of(0))));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          FeatureTable reference = parameters.source(REFERENCE);
          double tolerance = parameters.length("TOLERANCE", input.crs());
          int behavior = parameters.choice("BEHAVIOR");
          boolean same = DistanceAlgorithms.samePlaces(input, reference);
          if (behavior == ANCHORS && !same) {
            throw TerrellaException.invalid(
                "Parameter BEHAVIOR of native:snapgeometries: anchors are for one layer alone;"
                    + " REFERENCE_LAYER must be INPUT.");
          }
          List<Geometry> geometries = geometries(input);
          FeatureSink sink = new FeatureSink(input, List.of());
          if (behavior == ANCHORS) {
            AnchorSnapping anchors = new AnchorSnapping(geometries, tolerance);
            for (int row = 0; row < input.size(); row++) {
              Geometry geometry = geometries.get(row);
              sink.add(row, geometry == null ? null : anchors.of(geometry));
            }
          } else {
            List<Geometry> others = same ? List.of() : geometries(reference);
            near(geometries, others, tolerance, Snapping.Mode.values()[behavior], sink, progress);
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  private static List<Geometry> geometries(FeatureTable table) {
    List<Geometry> geometries = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      FeatureNames.requireFinite(table, row);
      Geometry geometry = JtsGeometries.of(table.geometry(), row);
      geometries.add(geometry == null || geometry.isEmpty() ? null : geometry);
    }
    return geometries;
  }

  /** Snaps to others, or, where there are none, each feature to the results of those before it. */
  private static void near(
      List<Geometry> geometries,
      List<Geometry> others,
      double tolerance,
      Snapping.Mode mode,
      FeatureSink sink,
      Progress progress) {
    boolean internal = others.isEmpty();
    List<Geometry> references = new ArrayList<>();
    Quadtree index = new Quadtree();
    for (Geometry other : others) {
      add(other, references, index);
    }
    for (int row = 0; row < geometries.size(); row++) {
      progress.report((double) row / geometries.size(), "");
      Geometry geometry = geometries.get(row);
      if (geometry == null) {
        sink.add(row, null);
        continue;
      }
      Envelope window = new Envelope(geometry.getEnvelopeInternal());
      window.expandBy(tolerance);
      List<Geometry> near = new ArrayList<>();
      for (int number : numbers(index, window)) {
        if (references.get(number).getEnvelopeInternal().intersects(window)) {
          near.add(references.get(number));
        }
      }
      Geometry snapped = near.isEmpty() ? geometry : Snapping.of(geometry, near, tolerance, mode);
      sink.add(row, snapped);
      if (internal) {
        add(snapped, references, index);
      }
    }
  }

  private static void add(Geometry geometry, List<Geometry> references, Quadtree index) {
    if (geometry != null) {
      index.insert(geometry.getEnvelopeInternal(), references.size());
      references.add(geometry);
    }
  }

  private static int[] numbers(Quadtree index, Envelope window) {
    List<?> found = index.query(window);
    int[] numbers = new int[found.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (Integer) found.get(i);
    }
    Arrays.sort(numbers);
    return numbers;
  }
}
