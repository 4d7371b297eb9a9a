package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.geometry.AreaOverlay;
import org.terrella.processing.geometry.FeatureIndex;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.PartList;
import org.terrella.processing.geometry.PolygonUnion;

/** What two layers have in common, and what one has alone. */
final class Overlay {
  private Overlay() {}

  static FeatureIndex index(Parameters parameters, String source) {
    return parameters.shared(source, () -> new FeatureIndex(parameters.source(source)));
  }

  /** The rows that a geometry has a point in common with. */
  static List<Integer> meeting(Geometry geometry, FeatureIndex index) {
    List<Integer> rows = new ArrayList<>();
    for (int row : index.near(geometry.getEnvelopeInternal())) {
      if (index.prepared(row).intersects(geometry)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** The part of a geometry that lies in some features; null for none. */
  static Geometry inside(Geometry geometry, FeatureIndex index) {
    List<Integer> rows = meeting(geometry, index);
    for (int row : rows) {
      if (index.prepared(row).covers(geometry)) {
        return geometry;
      }
    }
    return rows.isEmpty()
        ? null
        : sameKind(geometry, AreaOverlay.intersection(geometry, union(index, rows)));
  }

  /** The part of a geometry that lies in no feature of another layer; null for none. */
  static Geometry outside(Geometry geometry, FeatureIndex index) {
    List<Integer> rows = meeting(geometry, index);
    return rows.isEmpty()
        ? geometry
        : sameKind(geometry, AreaOverlay.difference(geometry, union(index, rows)));
  }

  static Geometry common(Geometry geometry, Geometry other) {
    return sameKind(geometry, AreaOverlay.intersection(geometry, other));
  }

  /** A geometry without another; null where nothing is left. */
  static Geometry without(Geometry geometry, Geometry other) {
    return sameKind(geometry, AreaOverlay.difference(geometry, other));
  }

  private static Geometry union(FeatureIndex index, List<Integer> rows) {
    List<Geometry> geometries = new ArrayList<>();
    rows.forEach(row -> geometries.add(index.geometry(row)));
    if (geometries.size() == 1) {
      return geometries.get(0);
    }
    boolean areas = true;
    for (int row : rows) {
      areas &= index.isPolygonal(row);
    }
    return areas
        ? PolygonUnion.of(geometries)
        : OverlayNGRobust.union(geometries, JtsGeometries.FACTORY);
  }

  /** The parts with the dimension of an input; null for none. */
  private static Geometry sameKind(Geometry input, Geometry result) {
    int dimension = input.getDimension();
    if (result.getDimension() == dimension && result.getNumGeometries() == 1) {
      return result.isEmpty() ? null : result;
    }
    List<Geometry> kept = new ArrayList<>();
    for (Geometry part : PartList.of(result)) {
      if (part.getDimension() == dimension) {
        kept.add(part);
      }
    }
    return kept.isEmpty() ? null : JtsGeometries.FACTORY.buildGeometry(kept);
  }

  /**
   * Adds what is left of a feature as QGIS does: lines and polygons as multi geometries, points as
   * they are.
   */
  static void add(FeatureSink sink, int row, Geometry geometry, Object... values) {
    if (geometry.getDimension() == 0) {
      sink.add(row, geometry, values);
    } else {
      sink.addMulti(row, geometry, values);
    }
  }

  /** The values of some fields of a row. */
  static Object[] values(FeatureTable table, List<String> fields, int row) {
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = table.column(fields.get(i)).value(row);
    }
    return values;
  }
}
