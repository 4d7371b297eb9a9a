package org.terrella.processing.geometry;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.terrella.processing.feature.FeatureTable;

/** The features of a table, found by place. */
public final class FeatureIndex {
  private final Geometry[] geometries;
  private final PreparedGeometry[] prepared;
  private final PointOnGeometryLocator[] locators;
  private final BoxTree tree;

  public FeatureIndex(FeatureTable table) {
    geometries = new Geometry[table.size()];
    prepared = new PreparedGeometry[table.size()];
    locators = new PointOnGeometryLocator[table.size()];
    Envelope[] envelopes = new Envelope[table.size()];
    for (int row = 0; row < geometries.length; row++) {
      Geometry geometry = JtsGeometries.of(table.geometry(), row);
      if (geometry != null && !geometry.isEmpty()) {
        geometries[row] = geometry;
        envelopes[row] = geometry.getEnvelopeInternal();
      }
    }
    tree = new BoxTree(envelopes);
  }

  /** The rows whose envelopes meet another, in ascending order. */
  public int[] near(Envelope envelope) {
    return tree.near(envelope);
  }

  /** How many rows there are. */
  public int size() {
    return geometries.length;
  }

  /** The geometry of a row; null when it has none, or an empty one. */
  public Geometry geometry(int row) {
    return geometries[row];
  }

  /** Whether the geometry of a row is a polygon or several. */
  public boolean isPolygonal(int row) {
    return geometries[row] instanceof Polygonal;
  }

  /**
   * Where a place lies in a row that {@link #isPolygonal}, as {@link
   * org.locationtech.jts.geom.Location} names it.
   */
  public int locate(int row, Coordinate place) {
    if (locators[row] == null) {
      locators[row] = new IndexedPointInAreaLocator(geometries[row]);
    }
    return locators[row].locate(place);
  }

  /** The geometry of a row, prepared for many questions. */
  public PreparedGeometry prepared(int row) {
    if (prepared[row] == null) {
      prepared[row] = PreparedGeometryFactory.prepare(geometries[row]);
    }
    return prepared[row];
  }
}
