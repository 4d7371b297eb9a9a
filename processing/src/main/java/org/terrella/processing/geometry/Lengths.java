package org.terrella.processing.geometry;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.processing.feature.Crs;

/**
 * How far places of a layer are from each other: along geodesics of WGS 84 in metres where
 * coordinates can be brought there, else in the plane, in the layer's units.
 */
public final class Lengths {
  private final Crs crs;
  private final GeodesicMeasure measure;

  private Lengths(Crs crs, GeodesicMeasure measure) {
    this.crs = crs;
    this.measure = measure;
  }

  public static Lengths of(Crs crs) {
    return new Lengths(
        crs, GeodesicMeasure.canMeasure(crs) ? GeodesicMeasure.of(crs, Ellipsoid.WGS84) : null);
  }

  /** In metres or the layer's units, see {@link #metersPerUnit}. */
  public double between(Coordinate one, Coordinate other) {
    return measure == null ? one.distance(other) : measure.distance(one, other);
  }

  /** How many metres a length of 1 has; 0 where that is not known. */
  public double metersPerUnit() {
    return measure == null ? crs.metersPerUnit() : 1;
  }

  /** An area in square metres or units. */
  public double area(Geometry geometry) {
    return measure == null ? geometry.getArea() : measure.area(geometry);
  }
}
