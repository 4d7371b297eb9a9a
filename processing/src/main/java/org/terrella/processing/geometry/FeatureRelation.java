package org.terrella.processing.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** How a geometry lies to the features of an index; it is prepared when that is first of use. */
public final class FeatureRelation {
  private final FeatureIndex index;
  private final Geometry geometry;
  private PreparedGeometry prepared;
  private RelateNG relation;

  public FeatureRelation(FeatureIndex index, Geometry geometry) {
    this.index = index;
    this.geometry = geometry;
  }

  public boolean intersects(int row) {
    Geometry other = index.geometry(row);
    // The larger one is worth preparing, and the index's is asked again and again.
    return other.getNumPoints() > geometry.getNumPoints()
        ? index.prepared(row).intersects(geometry)
        : own().intersects(other);
  }

  /** Whether the feature lies in the geometry. */
  public boolean contains(int row) {
    return own().contains(index.geometry(row));
  }

  /** Whether the geometry lies in the feature. */
  public boolean within(int row) {
    return index.prepared(row).contains(geometry);
  }

  /** Whether both are the same places. */
  public boolean equalsTopo(int row) {
    return relates(row, RelatePredicate.equalsTopo());
  }

  public boolean touches(int row) {
    return relates(row, RelatePredicate.touches());
  }

  public boolean overlaps(int row) {
    return relates(row, RelatePredicate.overlaps());
  }

  public boolean crosses(int row) {
    return relates(row, RelatePredicate.crosses());
  }

  private boolean relates(int row, TopologyPredicate predicate) {
    if (relation == null) {
      relation = RelateNG.prepare(geometry);
    }
    return relation.evaluate(index.geometry(row), predicate);
  }

  private PreparedGeometry own() {
    if (prepared == null) {
      prepared = PreparedGeometryFactory.prepare(geometry);
    }
    return prepared;
  }
}
