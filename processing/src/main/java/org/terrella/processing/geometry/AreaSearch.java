package org.terrella.processing.geometry;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;

/** Which features have a point in common with a polygon, on the plane of their coordinates. */
public final class AreaSearch {
  private final GeometryColumn geometry;
  private final Envelope box;
  private final PreparedGeometry area;
  private final IndexedPointInAreaLocator locator;

  /**
   * A search among features.
   *
   * @param ring the polygon's shell as x, y of each vertex, the last one equal to the first; in the
   *     coordinates of {@code geometry}
   * @throws TerrellaException invalid-argument for a ring that is none
   */
  public AreaSearch(GeometryColumn geometry, double[] ring) {
    this.geometry = geometry;
    Polygon polygon = polygon(ring);
    box = polygon.getEnvelopeInternal();
    area = PreparedGeometryFactory.prepare(polygon);
    locator = new IndexedPointInAreaLocator(polygon);
  }

  private static Polygon polygon(double[] ring) {
    Coordinate[] vertices = new Coordinate[ring.length / 2];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
    }
    boolean closed = vertices.length > 3 && vertices[0].equals2D(vertices[vertices.length - 1]);
    for (double ordinate : ring) {
      closed &= Double.isFinite(ordinate);
    }
    if (!closed) {
      throw TerrellaException.invalid("An area needs a closed ring of finite coordinates.");
    }
    Polygon polygon = JtsGeometries.FACTORY.createPolygon(vertices);
    if (!IsValidOp.isValid(polygon)) {
      throw TerrellaException.invalid("An area must not cross itself.");
    }
    return polygon;
  }

  /** Whether feature {@code row} and the area intersect; false where there is no geometry. */
  public boolean finds(int row) {
    int first = geometry.firstVertex(row);
    int end = geometry.endVertex(row);
    if (first == end) {
      return false;
    }
    int stride = geometry.stride();
    double[] xy = geometry.coordinates();
    if (geometry.type(row) == GeometryType.POINT) {
      Coordinate at = new Coordinate(xy[first * stride], xy[first * stride + 1]);
      return box.covers(at) && locator.locate(at) != Location.EXTERIOR;
    }
    Envelope reach = new Envelope();
    for (int vertex = first; vertex < end; vertex++) {
      reach.expandToInclude(xy[vertex * stride], xy[vertex * stride + 1]);
    }
    if (!box.intersects(reach)) {
      return false;
    }
    Geometry feature = JtsGeometries.of(geometry, row);
    return feature != null && area.intersects(feature);
  }
}
