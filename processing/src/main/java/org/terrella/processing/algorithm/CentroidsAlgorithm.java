package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.geometry.Centroids;
import org.terrella.processing.geometry.JtsGeometries;

/**
 * QGIS's {@code native:centroids}: the centre of mass of each feature, or of each of its parts, as
 * points with the attributes of the feature. Heights are dropped.
 */
final class CentroidsAlgorithm implements Algorithm {
  private static final AlgorithmDescription DESCRIPTION =
      AlgorithmDescription.of(
              "native:centroids",
              "Centroids",
              "vectorgeometry",
              "Makes a point at the centre of mass of each feature, or of each of its parts.")
          .with(
              ParameterDescription.source("INPUT", "Input layer"),
              ParameterDescription.flag("ALL_PARTS", "Create centroid for each part", false)
                  .asDynamic(),
              ParameterDescription.sink("OUTPUT", "Centroids"));

  @Override
  public AlgorithmDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Cutting cutting(Parameters parameters) {
    return parameters.usesAllRows() ? Cutting.WHOLE : Cutting.quickSlices();
  }

  @Override
  public Results compute(FeatureTable input, Parameters parameters, Progress progress) {
    GeometryColumnBuilder points = new GeometryColumnBuilder();
    int[] rows = new int[input.size()];
    int count = 0;
    for (int row = 0; row < input.size(); row++) {
      if (row % 1000 == 0) {
        progress.report((double) row / input.size(), "");
      }
      FeatureNames.requireFinite(input, row);
      if (count < rows.length && Centroids.add(points, input.geometry(), row)) {
        rows[count++] = row;
        continue;
      }
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      boolean allParts = parameters.at(input, row).flag("ALL_PARTS");
      int pieces = allParts && geometry != null ? Math.max(1, geometry.getNumGeometries()) : 1;
      for (int i = 0; i < pieces; i++) {
        addCentroid(points, pieces == 1 ? geometry : geometry.getGeometryN(i));
        if (count == rows.length) {
          rows = Arrays.copyOf(rows, count + (count >> 1) + 16);
        }
        rows[count++] = row;
      }
    }
    if (count == input.size()) {
      return Results.of(
          new FeatureTable("Centroids", input.crs(), points.build(), input.columns(), input.ids()));
    }
    int[] taken = Arrays.copyOf(rows, count);
    List<Column> columns = new ArrayList<>();
    for (Column column : input.columns()) {
      columns.add(column.take(taken));
    }
    return Results.of(new FeatureTable("Centroids", input.crs(), points.build(), columns, null));
  }

  private static void addCentroid(GeometryColumnBuilder points, Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      points.addNone();
      return;
    }
    Point centroid = geometry.getCentroid();
    points.addPoint(centroid.getX(), centroid.getY());
  }
}
