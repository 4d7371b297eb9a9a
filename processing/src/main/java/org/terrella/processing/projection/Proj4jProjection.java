package org.terrella.processing.projection;

import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.proj.Projection;

/** A projection of proj4j. */
final class Proj4jProjection implements MapProjection {
  private final Projection projection;
  private final ProjCoordinate from = new ProjCoordinate();
  private final ProjCoordinate to = new ProjCoordinate();

  /**
   * An adapter.
   *
   * @param projection initialized
   */
  Proj4jProjection(Projection projection) {
    this.projection = projection;
  }

  @Override
  public void forward(double[] at) {
    from.x = at[0];
    from.y = at[1];
    try {
      projection.projectRadians(from, to);
      at[0] = to.x;
      at[1] = to.y;
    } catch (Proj4jException outside) {
      at[0] = Double.NaN;
      at[1] = Double.NaN;
    }
  }

  @Override
  public void inverse(double[] at) {
    from.x = at[0];
    from.y = at[1];
    try {
      projection.inverseProjectRadians(from, to);
      at[0] = to.x;
      at[1] = to.y;
    } catch (Proj4jException outside) {
      at[0] = Double.NaN;
      at[1] = Double.NaN;
    }
  }
}
