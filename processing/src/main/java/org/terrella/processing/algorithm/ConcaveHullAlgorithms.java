package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.NeighbourHull;
import org.terrella.processing.geometry.PartList;
import org.terrella.processing.geometry.TriangleHull;

/** Algorithms that find areas around points, bays included. */
final class ConcaveHullAlgorithms {
  private ConcaveHullAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(ofTriangles(), ofNeighbours());
  }

  private static List<Coordinate> vertices(FeatureTable input, int[] rows) {
    List<Coordinate> vertices = new ArrayList<>();
    for (int row : rows) {
      FeatureNames.requireFinite(input, row);
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      if (geometry != null) {
        vertices.addAll(List.of(geometry.getCoordinates()));
      }
    }
    return vertices;
  }

  private static Algorithm ofTriangles() {
    AlgorithmDescription description =
        Declared.geometry(
            "qgis:concavehull",
            "Concave hull",
            "The area of the triangles between neighbouring points, without those that have long"
                + " edges.",
            "Concave hull",
            Declared.points(),
            ParameterDescription.number("ALPHA", "Threshold (1 is the convex hull)", 0.3)
                .between(0, 1),
            ParameterDescription.flag("HOLES", "Allow holes", true),
            ParameterDescription.flag(
                "NO_MULTIGEOMETRY", "Split multipart geometry into singleparts", false));
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<int[]> all = GroupKeys.groups(input, List.of());
          List<Coordinate> places =
              all.isEmpty() ? List.of() : vertices(input, all.get(0)).stream().distinct().toList();
          if (places.size() < 3) {
            throw TerrellaException.invalid(
                "qgis:concavehull needs three different points; \""
                    + input.name()
                    + "\" has "
                    + places.size()
                    + ".");
          }
          Geometry hull =
              TriangleHull.of(places, parameters.number("ALPHA"), parameters.flag("HOLES"));
          FeatureSink sink = new FeatureSink(RandomPointAlgorithms.nothing(input.crs()), List.of());
          if (hull != null && parameters.flag("NO_MULTIGEOMETRY")) {
            PartList.of(hull).forEach(part -> sink.add(0, part));
          } else if (hull != null) {
            sink.add(0, hull);
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }

  private static Algorithm ofNeighbours() {
    AlgorithmDescription description =
        Declared.geometry(
            "qgis:knearestconcavehull",
            "Concave hull (k-nearest neighbor)",
            "A way round all vertices of a layer, or of each group that agrees in a field, from"
                + " neighbour to neighbour.",
            "Concave hull",
            Declared.any(),
            ParameterDescription.integer(
                    "KNEIGHBORS", "Number of neighboring points to consider", 3)
                .atLeast(3),
            ParameterDescription.field("FIELD", "Field", "INPUT").asOptional());
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<String> by = parameters.texts("FIELD");
          List<Field> fields = new ArrayList<>(List.of(new Field("id", FieldType.INTEGER)));
          by.forEach(name -> fields.add(input.column(name).field()));
          FeatureSink sink = new FeatureSink(RandomPointAlgorithms.nothing(input.crs()), fields);
          int id = 0;
          for (int[] rows : GroupKeys.groups(input, by)) {
            Coordinate[] ring =
                NeighbourHull.of(vertices(input, rows), parameters.integer("KNEIGHBORS"));
            if (ring != null) {
              Object value = by.isEmpty() ? null : input.column(by.get(0)).value(rows[0]);
              sink.add(0, JtsGeometries.FACTORY.createPolygon(ring), id, value);
            }
            id++;
          }
          return Results.of(sink.build(description.label("OUTPUT")));
        });
  }
}
