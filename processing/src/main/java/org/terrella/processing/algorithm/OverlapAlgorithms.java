package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.Ellipsoid;
import org.terrella.processing.geometry.FeatureIndex;
import org.terrella.processing.geometry.GeodesicMeasure;
import org.terrella.processing.geometry.PartList;

/** Algorithms that measure what of other layers lies in polygons, on the ellipsoid if possible. */
final class OverlapAlgorithms {
  private OverlapAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(lengths(), overlaps());
  }

  private static double length(Geometry lines, Crs crs) {
    if (GeodesicMeasure.canMeasure(crs)) {
      return GeodesicMeasure.of(crs, Ellipsoid.WGS84).length(lines);
    }
    double sum = 0;
    for (Geometry part : PartList.of(lines)) {
      sum += part.getDimension() == 1 ? part.getLength() : 0;
    }
    return sum;
  }

  private static double area(Geometry polygons, Crs crs) {
    return GeodesicMeasure.canMeasure(crs)
        ? GeodesicMeasure.of(crs, Ellipsoid.WGS84).area(polygons)
        : polygons.getArea();
  }

  private static Algorithm lengths() {
    return FeatureAlgorithm.of(
            Declared.in(
                "vectoranalysis",
                "native:sumlinelengths",
                "Sum line lengths",
                "The total length of the lines in each polygon, and how many lines meet it.",
                "Line length",
                ParameterDescription.source("POLYGONS", "Polygons", 2),
                ParameterDescription.source("LINES", "Lines", 1),
                ParameterDescription.text("LEN_FIELD", "Lines length field name", "LENGTH"),
                ParameterDescription.text("COUNT_FIELD", "Lines count field name", "COUNT")),
            (feature, sink) -> {
              Geometry polygon = feature.geometry();
              double length = 0;
              double count = 0;
              if (polygon != null && !polygon.isEmpty()) {
                FeatureIndex index = Overlay.index(feature.parameters(), "LINES");
                PreparedGeometry prepared = PreparedGeometryFactory.prepare(polygon);
                for (int row : index.near(polygon.getEnvelopeInternal())) {
                  Geometry line = index.geometry(row);
                  if (prepared.intersects(line)) {
                    Geometry inside =
                        OverlayNGRobust.overlay(polygon, line, OverlayNG.INTERSECTION);
                    length += length(inside, feature.table().crs());
                    count++;
                  }
                }
              }
              sink.keep(feature.row(), length, count);
            })
        .adding(
            (input, parameters) ->
                List.of(
                    new Field(parameters.text("LEN_FIELD"), FieldType.REAL),
                    new Field(parameters.text("COUNT_FIELD"), FieldType.REAL)))
        .seesAll();
  }

  private static Algorithm overlaps() {
    return FeatureAlgorithm.of(
            Declared.in(
                "vectoranalysis",
                "native:calculatevectoroverlaps",
                "Overlap analysis",
                "The area of each polygon that features of other layers cover, and its percentage.",
                "Overlap",
                Declared.polygons(),
                ParameterDescription.of("LAYERS", "Overlay layers", ParameterType.MULTILAYER)),
            (feature, sink) -> {
              Geometry polygon = feature.geometry();
              Crs crs = feature.table().crs();
              List<Object> values = new ArrayList<>();
              double whole = polygon.getArea() == 0 ? 0 : area(polygon, crs);
              List<FeatureTable> layers = feature.parameters().sources("LAYERS");
              for (int i = 0; i < layers.size() && whole > 0; i++) {
                FeatureTable layer = layers.get(i);
                FeatureIndex index =
                    feature.parameters().shared("LAYERS" + i, () -> new FeatureIndex(layer));
                Geometry inside = Overlay.inside(polygon, index);
                double covered = inside == null ? 0 : area(inside, crs);
                values.add(covered);
                values.add(100 * covered / whole);
              }
              sink.keep(feature.row(), values.toArray());
            })
        .adding(
            (input, parameters) -> {
              List<Field> fields = new ArrayList<>();
              for (FeatureTable layer : parameters.sources("LAYERS")) {
                fields.add(new Field(layer.name() + "_area", FieldType.REAL));
                fields.add(new Field(layer.name() + "_pc", FieldType.REAL));
              }
              return fields;
            });
  }
}
