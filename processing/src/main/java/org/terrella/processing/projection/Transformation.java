package org.terrella.processing.projection;

import org.locationtech.jts.geom.Envelope;

/**
 * From one coordinate reference system to another, as PROJ 4 does it: to longitude and latitude,
 * from one datum to the other by way of WGS 84 where both say how they lie, and to x and y. Heights
 * are left as they are.
 */
public final class Transformation {
  /** Pieces of each edge of a rectangle. */
  private static final int STEPS = 21;

  private final ProjSystem from;
  private final ProjSystem to;
  private final boolean shifted;
  private final double turned;
  private final double[] at = new double[2];

  private Transformation(ProjSystem from, ProjSystem to) {
    this.from = from;
    this.to = to;
    shifted = !from.datum().fits(to.datum());
    turned = from.primeMeridian() - to.primeMeridian();
  }

  /**
   * A transformation between two systems.
   *
   * @throws org.terrella.error.TerrellaException invalid-argument, when a PROJ string names
   *     something that is not known
   */
  public static Transformation of(String from, String to) {
    return new Transformation(ProjSystem.of(from), ProjSystem.of(to));
  }

  /**
   * Transforms the x and y of vertices in place. What has no place in the other system becomes NaN.
   *
   * @param stride numbers of a vertex, at least 2
   * @param first the number of the first vertex, as {@code end} is that behind the last
   */
  public void apply(double[] coordinates, int stride, int first, int end) {
    for (int i = first * stride; i < end * stride; i += stride) {
      at[0] = coordinates[i];
      at[1] = coordinates[i + 1];
      from.projection().inverse(at);
      if (shifted) {
        at[0] += from.primeMeridian();
        from.datum().toOther(to.datum(), at);
        at[0] -= to.primeMeridian();
      } else if (turned != 0) {
        at[0] = Placed.within(at[0] + turned);
      }
      to.projection().forward(at);
      boolean sound = at[0] - at[0] == 0 && at[1] - at[1] == 0;
      coordinates[i] = sound ? at[0] : Double.NaN;
      coordinates[i + 1] = sound ? at[1] : Double.NaN;
    }
  }

  /**
   * The rectangle around another one, whose edges are followed in steps; empty where it has no
   * place in the other system at all.
   */
  public Envelope around(Envelope given) {
    double[] edge = new double[2 * 4 * STEPS];
    for (int i = 0; i < STEPS; i++) {
      double x = given.getMinX() + given.getWidth() * i / STEPS;
      double y = given.getMinY() + given.getHeight() * i / STEPS;
      double[] corners = {
        x,
        given.getMinY(),
        given.getMaxX(),
        y,
        given.getMaxX() + given.getMinX() - x,
        given.getMaxY(),
        given.getMinX(),
        given.getMaxY() + given.getMinY() - y
      };
      System.arraycopy(corners, 0, edge, 8 * i, 8);
    }
    apply(edge, 2, 0, 4 * STEPS);
    Envelope around = new Envelope();
    for (int i = 0; i < edge.length; i += 2) {
      if (edge[i] - edge[i] == 0) {
        around.expandToInclude(edge[i], edge[i + 1]);
      }
    }
    return around;
  }
}
