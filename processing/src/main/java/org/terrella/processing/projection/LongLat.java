package org.terrella.processing.projection;

import org.terrella.exact.ExactMath;

/** Coordinates of a geographic system: degrees. */
final class LongLat implements MapProjection {
  @Override
  public void forward(double[] at) {
    at[0] = ExactMath.toDegrees(at[0]);
    at[1] = ExactMath.toDegrees(at[1]);
  }

  @Override
  public void inverse(double[] at) {
    at[0] = ExactMath.toRadians(at[0]);
    at[1] = ExactMath.toRadians(at[1]);
  }
}
