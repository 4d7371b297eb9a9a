package org.terrella.processing.expression;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;

/** The range of the heights or measures of a geometry; NaN counts as none. */
final class Ordinates implements CoordinateSequenceFilter {
  private final boolean z;
  private int count;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  Ordinates(boolean z) {
    this.z = z;
  }

  int count() {
    return count;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  @Override
  public void filter(CoordinateSequence path, int i) {
    double value = z ? path.getZ(i) : path.getM(i);
    if (value == value) {
      count++;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }

  @Override
  public boolean isDone() {
    return false;
  }

  @Override
  public boolean isGeometryChanged() {
    return false;
  }
}
