package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Areas along lines that are not equally wide everywhere. */
public final class VariableWidthBuffer {
  private VariableWidthBuffer() {}

  /**
   * Of each part of some lines the union of the hulls of each two circles that follow each other.
   *
   * @param segments of a whole circle
   * @param widths gives the width at each vertex of a line
   * @return a multi polygon, whose parts may overlap; null where nothing is wide
   */
  public static Geometry of(Geometry lines, int segments, Function<LinePath, double[]> widths) {
    List<Geometry> areas = new ArrayList<>();
    for (LinePath path : LinePath.of(lines)) {
      double[] wide = widths.apply(path);
      List<Geometry> pieces = new ArrayList<>();
      Geometry before = null;
      for (int i = 0; i < wide.length; i++) {
        double radius = wide[i] / 2;
        Geometry circle =
            radius > 0
                ? Circles.of(path.vertices()[i], radius, segments)
                : JtsGeometries.FACTORY.createPoint(path.vertices()[i]);
        if (before != null) {
          Geometry[] both = {before, circle};
          Geometry hull = JtsGeometries.FACTORY.createGeometryCollection(both).convexHull();
          if (hull.getDimension() == 2) {
            pieces.add(hull);
          }
        }
        before = circle;
      }
      if (!pieces.isEmpty()) {
        areas.addAll(PartList.of(PolygonUnion.of(pieces)));
      }
    }
    return areas.isEmpty()
        ? null
        : JtsGeometries.FACTORY.createMultiPolygon(areas.toArray(new Polygon[0]));
  }

  /** Widths that go evenly from one at the start to one at the end. */
  public static double[] tapered(LinePath path, double start, double end) {
    double[] widths = new double[path.vertices().length];
    double reached = 0;
    for (int i = 0; i < widths.length; i++) {
      reached += i > 0 ? path.vertices()[i - 1].distance(path.vertices()[i]) : 0;
      widths[i] = start + (end - start) * reached / path.length();
    }
    return widths;
  }

  /** The measures of the vertices; 0 where there is none. */
  public static double[] measures(LinePath path) {
    double[] widths = new double[path.vertices().length];
    for (int i = 0; i < widths.length; i++) {
      double measure = path.vertices()[i].getM();
      widths[i] = measure == measure ? Math.abs(measure) : 0;
    }
    return widths;
  }
}
