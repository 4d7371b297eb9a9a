package org.terrella.processing.projection;

/**
 * From one coordinate reference system to another, as PROJ 4 does it: to longitude and latitude,
 * from one datum to the other by way of WGS 84 where both say how they lie, and to x and y. Heights
 * are left as they are.
 */
public final class Transformation {
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
}
