package org.terrella.processing.projection;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.processing.geometry.Sequences;

/** Where places of one system lie in another; z and m stay. What has no place there becomes NaN. */
public final class Placing {
  /** Of a system in itself. */
  public static final Placing SAME = new Placing(null);

  private final Transformation way;

  Placing(Transformation way) {
    this.way = way;
  }

  public Coordinate of(Coordinate place) {
    if (way == null) {
      return place;
    }
    double[] at = {place.x, place.y};
    way.apply(at, 2, 0, 1);
    return Sequences.at(at[0], at[1], place.getZ(), Sequences.measure(place));
  }

  public Geometry of(Geometry geometry) {
    return way == null ? geometry : Sequences.move(geometry, this::of);
  }
}
