package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.geometry.Dissolving;
import org.terrella.processing.geometry.JtsGeometries;

/**
 * QGIS's {@code native:dissolve}: unites all features, or those that agree in some fields, into
 * multi geometries with the attributes of the first feature of each group. Groups come in the order
 * of their first features. Invalid polygons are repaired first.
 */
final class DissolveAlgorithm implements Algorithm {
  private static final AlgorithmDescription DESCRIPTION =
      AlgorithmDescription.of(
              "native:dissolve",
              "Dissolve",
              "vectorgeometry",
              "Unites all features, or all that have the same values in the given fields.")
          .with(
              ParameterDescription.source("INPUT", "Input layer"),
              ParameterDescription.fields("FIELD", "Dissolve field(s)", "INPUT").asOptional(),
              ParameterDescription.sink("OUTPUT", "Dissolved"));

  @Override
  public AlgorithmDescription description() {
    return DESCRIPTION;
  }

  /** A union of unions is the same area, and the costly first unions can be made apart. */
  @Override
  public Cutting cutting(Parameters parameters) {
    return Cutting.slices(1000).thenCombined();
  }

  @Override
  public Results compute(FeatureTable input, Parameters parameters, Progress progress) {
    List<int[]> groups = GroupKeys.groups(input, parameters.texts("FIELD"));
    GeometryColumnBuilder geometry = new GeometryColumnBuilder();
    int[] firsts = new int[groups.size()];
    for (int i = 0; i < firsts.length; i++) {
      progress.report((double) i / firsts.length, "");
      firsts[i] = groups.get(i)[0];
      JtsGeometries.addMulti(geometry, union(input, groups.get(i)));
    }
    List<Column> columns = new ArrayList<>();
    for (Column column : input.columns()) {
      columns.add(column.take(firsts));
    }
    return Results.of(new FeatureTable("Dissolved", input.crs(), geometry.build(), columns, null));
  }

  @Override
  public Results combine(List<Results> parts, Parameters parameters, Progress progress) {
    return parts.size() == 1
        ? parts.get(0)
        : compute(Results.concat(parts).table("OUTPUT"), parameters, progress);
  }

  private static Geometry union(FeatureTable input, int[] rows) {
    List<Geometry> geometries = new ArrayList<>();
    for (int row : rows) {
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      if (geometry == null) {
        continue;
      }
      FeatureNames.requireFinite(input, row);
      try {
        geometries.add(Dissolving.repaired(geometry));
      } catch (TopologyException e) {
        throw failure(input, row, e);
      }
    }
    try {
      return Dissolving.union(geometries);
    } catch (TopologyException e) {
      throw failure(input, rows[0], e);
    }
  }

  private static TerrellaException failure(FeatureTable input, int row, TopologyException cause) {
    return new TerrellaException(
        "invalid-geometry",
        FeatureNames.of(input, row) + " or its group cannot be united: " + cause.getMessage(),
        cause);
  }
}
