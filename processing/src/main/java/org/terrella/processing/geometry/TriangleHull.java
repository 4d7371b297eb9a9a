package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;

/** A concave hull of points: the Delaunay triangles without long edges. */
public final class TriangleHull {
  private TriangleHull() {}

  /**
   * The hull, of one or more parts; null where no triangle is left.
   *
   * @param share longest edge of a triangle that is kept, as a share of the longest of all
   */
  public static Geometry of(List<Coordinate> points, double share, boolean holes) {
    DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
    builder.setSites(points);
    Geometry triangles = builder.getTriangles(JtsGeometries.FACTORY);
    double longest = 0;
    for (int i = 0; i < triangles.getNumGeometries(); i++) {
      longest = Math.max(longest, longestEdge(triangles.getGeometryN(i)));
    }
    List<Geometry> kept = new ArrayList<>();
    for (int i = 0; i < triangles.getNumGeometries(); i++) {
      if (longestEdge(triangles.getGeometryN(i)) <= share * longest) {
        kept.add(triangles.getGeometryN(i).norm());
      }
    }
    if (kept.isEmpty()) {
      return null;
    }
    kept.sort(null);
    Geometry union = CoverageUnion.union(JtsGeometries.FACTORY.buildGeometry(kept));
    List<Geometry> parts = new ArrayList<>();
    for (Geometry part : PartList.of(union)) {
      Polygon polygon = (Polygon) part;
      parts.add(
          (holes ? polygon : JtsGeometries.FACTORY.createPolygon(polygon.getExteriorRing()))
              .norm());
    }
    parts.sort(null);
    return JtsGeometries.FACTORY.createMultiPolygon(parts.toArray(new Polygon[0]));
  }

  private static double longestEdge(Geometry triangle) {
    LineString ring = ((Polygon) triangle).getExteriorRing();
    double longest = 0;
    for (int i = 1; i < ring.getNumPoints(); i++) {
      longest = Math.max(longest, ring.getCoordinateN(i - 1).distance(ring.getCoordinateN(i)));
    }
    return longest;
  }
}
