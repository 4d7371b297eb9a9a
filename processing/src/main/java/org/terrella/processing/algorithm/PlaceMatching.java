package org.terrella.processing.algorithm;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.geometry.FeatureIndex;
import org.terrella.processing.geometry.FeatureRelation;
import org.terrella.processing.geometry.JtsGeometries;

/**
 * Which features of a layer stand in some relation to a feature of another. A point among polygons
 * is looked up in the polygons' edges without making a geometry of it.
 */
final class PlaceMatching {
  /** Relations of a feature to that of the other layer, in QGIS's order. */
  static final List<String> PREDICATES =
      List.of("intersects", "contains", "equals", "touches", "overlaps", "within", "crosses");

  private static final int INTERSECTS = 0;
  private static final int TOUCHES = 3;
  private static final int WITHIN = 5;
  private static final int[] NONE = {};

  private final FeatureIndex index;
  private final List<Integer> predicates;
  private final Coordinate place = new Coordinate();

  PlaceMatching(FeatureIndex index, List<Integer> predicates) {
    this.index = index;
    this.predicates = predicates;
  }

  /** Whether there is such a row of the other layer. */
  boolean any(FeatureTable table, int row) {
    return of(table, row).length > 0;
  }

  /** The rows of the other layer, in ascending order. */
  int[] of(FeatureTable table, int row) {
    GeometryColumn column = table.geometry();
    if (column.firstVertex(row) == column.endVertex(row)) {
      return NONE;
    }
    FeatureNames.requireFinite(table, row);
    if (column.type(row) != GeometryType.POINT) {
      Geometry geometry = JtsGeometries.of(column, row);
      return kept(index.near(geometry.getEnvelopeInternal()), new Own(geometry));
    }
    int at = column.firstVertex(row) * column.stride();
    place.setX(column.coordinates()[at]);
    place.setY(column.coordinates()[at + 1]);
    int[] candidates = index.near(new Envelope(place));
    boolean polygons = true;
    for (int candidate : candidates) {
      polygons &= index.isPolygonal(candidate);
    }
    return polygons
        ? kept(candidates, this::holds)
        : kept(candidates, new Own(JtsGeometries.of(column, row)));
  }

  private boolean holds(int polygon) {
    int location = index.locate(polygon, place);
    return location != Location.EXTERIOR
        && (predicates.contains(INTERSECTS)
            || predicates.contains(location == Location.INTERIOR ? WITHIN : TOUCHES));
  }

  private interface Test {
    boolean holds(int row);
  }

  private static int[] kept(int[] candidates, Test test) {
    int count = 0;
    for (int candidate : candidates) {
      if (test.holds(candidate)) {
        candidates[count++] = candidate;
      }
    }
    return count == candidates.length ? candidates : Arrays.copyOf(candidates, count);
  }

  /** A feature's geometry beside those of the other layer. */
  private final class Own implements Test {
    private final FeatureRelation relation;

    Own(Geometry geometry) {
      relation = new FeatureRelation(index, geometry);
    }

    @Override
    public boolean holds(int row) {
      for (int predicate : predicates) {
        if (holds(row, predicate)) {
          return true;
        }
      }
      return false;
    }

    private boolean holds(int row, int predicate) {
      return switch (predicate) {
        case INTERSECTS -> relation.intersects(row);
        case 1 -> relation.contains(row);
        case 2 -> relation.equalsTopo(row);
        case TOUCHES -> relation.touches(row);
        case 4 -> relation.overlaps(row);
        case WITHIN -> relation.within(row);
        default -> relation.crosses(row);
      };
    }
  }
}
