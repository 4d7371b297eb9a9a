package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.geometry.FeatureIndex;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.naming.Suggestions;

/** QGIS's {@code native:detectvectorchanges}: which features two layers have in common. */
final class ChangeDetection {
  private final FeatureTable original;
  private final FeatureTable revised;
  private final List<String> fields;
  private final boolean exact;
  private final FeatureIndex index;
  private final boolean[] unchanged;
  private final Map<List<Object>, Integer> withoutGeometry = new HashMap<>();

  private ChangeDetection(FeatureTable original, Parameters parameters) {
    this.original = original;
    revised = parameters.source("REVISED");
    fields = parameters.texts("COMPARE_ATTRIBUTES");
    exact = parameters.choice("MATCH_TYPE") == 0;
    index = new FeatureIndex(original);
    unchanged = new boolean[original.size()];
    for (int row = 0; row < original.size(); row++) {
      if (original.geometry().type(row) == GeometryType.NONE) {
        withoutGeometry.putIfAbsent(values(original, row), row);
      }
    }
  }

  static Algorithm algorithm() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:detectvectorchanges",
                "Detect dataset changes",
                "vectorgeneral",
                "Tells which features of a layer are in a later version of it, too, which are new"
                    + " there and which are gone.")
            .with(
                ParameterDescription.source("ORIGINAL", "Original layer"),
                ParameterDescription.source("REVISED", "Revised layer"),
                ParameterDescription.fields(
                        "COMPARE_ATTRIBUTES",
                        "Attributes to consider for match (or none to compare geometry only)",
                        "ORIGINAL")
                    .asOptional(),
                ParameterDescription.choice(
                    "MATCH_TYPE",
                    "Geometry comparison behavior",
                    1,
                    List.of("Exact Match", "Tolerant Match (Topological Equality)")),
                ParameterDescription.sink("UNCHANGED", "Unchanged features").asOptional(),
                ParameterDescription.sink("ADDED", "Added features").asOptional(),
                ParameterDescription.sink("DELETED", "Deleted features").asOptional())
            .gives("UNCHANGED_COUNT")
            .gives("ADDED_COUNT")
            .gives("DELETED_COUNT");
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) ->
            new ChangeDetection(input, parameters).results(description, progress));
  }

  private Results results(AlgorithmDescription description, Progress progress) {
    requireFields();
    List<Integer> added = new ArrayList<>();
    for (int row = 0; row < revised.size(); row++) {
      if (row % 64 == 0) {
        progress.report((double) row / revised.size(), "");
      }
      int match = match(row);
      if (match < 0) {
        added.add(row);
      } else {
        unchanged[match] = true;
      }
    }
    List<Integer> same = new ArrayList<>();
    List<Integer> deleted = new ArrayList<>();
    for (int row = 0; row < unchanged.length; row++) {
      (unchanged[row] ? same : deleted).add(row);
    }
    return new Results(Map.of(), JsonObject.of())
        .with(
            "UNCHANGED", SelectionAlgorithms.taken(original, same, description.label("UNCHANGED")))
        .with("ADDED", SelectionAlgorithms.taken(revised, added, description.label("ADDED")))
        .with("DELETED", SelectionAlgorithms.taken(original, deleted, description.label("DELETED")))
        .with("UNCHANGED_COUNT", same.size())
        .with("ADDED_COUNT", added.size())
        .with("DELETED_COUNT", deleted.size());
  }

  private void requireFields() {
    List<String> there = revised.fields().stream().map(Field::name).toList();
    for (String field : fields) {
      if (!there.contains(field)) {
        throw TerrellaException.invalid(
            "Parameter COMPARE_ATTRIBUTES of native:detectvectorchanges: \""
                + revised.name()
                + "\" has no field called \""
                + field
                + "\"."
                + Suggestions.sentence(field, there));
      }
    }
  }

  private List<Object> values(FeatureTable table, int row) {
    List<Object> values = new ArrayList<>();
    for (String field : fields) {
      Column column = table.column(field);
      Object value = column.value(row);
      values.add(value instanceof Number number ? (Object) (number.doubleValue() + 0.0) : value);
    }
    return values;
  }

  /** The original feature that a revised one is like, and no other one was like before; or -1. */
  private int match(int row) {
    if (revised.geometry().type(row) == GeometryType.NONE) {
      return withoutGeometry.getOrDefault(values(revised, row), -1);
    }
    FeatureNames.requireFinite(revised, row);
    Geometry geometry = JtsGeometries.of(revised.geometry(), row);
    List<Object> values = values(revised, row);
    for (int candidate : index.near(geometry.getEnvelopeInternal())) {
      if (!unchanged[candidate]
          && values.equals(values(original, candidate))
          && equal(geometry, row, candidate)) {
        return candidate;
      }
    }
    return -1;
  }

  private boolean equal(Geometry geometry, int row, int candidate) {
    if (exact) {
      return sameVertices(revised.geometry(), row, original.geometry(), candidate);
    }
    Geometry other = index.geometry(candidate);
    return geometry.equalsExact(other)
        || geometry.norm().equalsExact(other.norm())
        || RelateNG.relate(geometry, other, RelatePredicate.equalsTopo());
  }

  /** All vertices, heights and measures too, in the same order and parts. */
  private static boolean sameVertices(GeometryColumn one, int row, GeometryColumn other, int to) {
    int count = one.endVertex(row) - one.firstVertex(row);
    boolean same =
        one.type(row) == other.type(to) && count == other.endVertex(to) - other.firstVertex(to);
    same = same && Objects.equals(JtsGeometries.of(one, row), JtsGeometries.of(other, to));
    for (int i = 0; same && i < count; i++) {
      for (int k = 2; k < 4; k++) {
        double a = ordinate(one, one.firstVertex(row) + i, k);
        double b = ordinate(other, other.firstVertex(to) + i, k);
        same &= a == b || a != a && b != b;
      }
    }
    return same;
  }

  private static double ordinate(GeometryColumn column, int vertex, int number) {
    return number < column.stride()
        ? column.coordinates()[vertex * column.stride() + number]
        : Double.NaN;
  }
}
