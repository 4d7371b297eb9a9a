package org.terrella.processing.geometry;

import static org.terrella.exact.ExactMath.abs;
import static org.terrella.exact.ExactMath.hypot;
import static org.terrella.exact.ExactMath.sqrt;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.terrella.error.TerrellaException;

/**
 * All points within a distance in metres, of geometries in degrees, on the WGS 84 ellipsoid.
 *
 * <p>A part that lies within 250 km of its middle is buffered on its {@link LocalPlane}. The
 * boundary of a larger one is cut into pieces of 300 km, each buffered with round ends on a plane
 * of its own; their union is added to the part, or taken from it when the distance is negative.
 * Where a part was cut along ±180° or at a pole is no boundary. Results are cut there in turn.
 *
 * <p>The error is that of the local planes, about 0.05 % of the distance for distances up to some
 * hundred kilometres, besides that of the chosen number of segments.
 */
public final class GeodesicBuffer {
  private static final double PLANE_RADIUS = 250_000;
  private static final double CHUNK_LENGTH = 300_000;
  private static final double LONGEST = 5_000_000;

  private final double meters;
  private final BufferStyle style;
  private final double step;

  private GeodesicBuffer(double meters, BufferStyle style) {
    this.meters = meters;
    this.style = style;
    // A segment of length s bows from the geodesic by s² tan φ / 8 R, that is s² / 4 R at 63°.
    double bow = Math.max(0.05, 0.0003 * abs(meters));
    step = Math.min(50_000, sqrt(4 * LocalPlane.EQUATOR_RADIUS * bow));
  }

  /**
   * The buffer, a polygon or multipolygon that may be empty, with longitudes from -180° to 180°.
   *
   * @param geometry longitudes and latitudes in degrees
   * @param meters below 0 polygons shrink, and points and lines vanish
   * @throws TerrellaException invalid-argument beyond 5,000 km, or for latitudes beyond ±90°
   */
  public static Geometry of(Geometry geometry, double meters, BufferStyle style) {
    if (!(abs(meters) <= LONGEST)) {
      throw TerrellaException.invalid(
          "A buffer on the ellipsoid can be 5,000 km wide at most; give a shorter distance.");
    }
    Envelope envelope = geometry.getEnvelopeInternal();
    if (envelope.getMinY() < -90 - 1e-9 || envelope.getMaxY() > 90 + 1e-9) {
      throw TerrellaException.invalid(
          "A layer in degrees has latitudes beyond ±90; its coordinate reference system is wrong.");
    }
    if (meters == 0) {
      return PlanarBuffer.of(geometry, 0, style);
    }
    GeodesicBuffer buffer = new GeodesicBuffer(meters, style);
    List<Geometry> pieces = new ArrayList<>();
    for (Geometry part : PartList.of(geometry)) {
      if (meters > 0 || part instanceof Polygon) {
        pieces.addAll(buffer.part(part));
      }
    }
    return PolygonUnion.of(pieces);
  }

  private List<Geometry> part(Geometry part) {
    LocalPlane plane = planeFor(part);
    if (plane != null) {
      return onPlane(part, plane, style);
    }
    List<Geometry> chunks = new ArrayList<>();
    if (part instanceof Polygon polygon) {
      addChunks(polygon.getExteriorRing(), chunks);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        addChunks(polygon.getInteriorRingN(i), chunks);
      }
      List<Geometry> area = WorldWrap.cut(Dissolving.repaired(part));
      if (meters < 0) {
        Geometry left =
            OverlayNGRobust.overlay(
                PolygonUnion.of(area), PolygonUnion.of(chunks), OverlayNG.DIFFERENCE);
        return PartList.of(left);
      }
      chunks.addAll(area);
    } else {
      addChunks((LineString) part, chunks);
    }
    return List.of(PolygonUnion.of(chunks));
  }

  /** The plane for a part that is small enough and, to shrink, whole; else null. */
  private LocalPlane planeFor(Geometry part) {
    Envelope envelope = part.getEnvelopeInternal();
    if (envelope.getWidth() > 170 || envelope.getHeight() > 5) {
      return null;
    }
    Coordinate middle = envelope.centre();
    LocalPlane plane = new LocalPlane(middle.x, middle.y);
    if (part instanceof Point) {
      return plane;
    }
    Coordinate[] vertices = part.getCoordinates();
    for (int i = 0; i < vertices.length; i++) {
      Coordinate there = plane.toPlane(vertices[i].x, vertices[i].y);
      if (hypot(there.x, there.y) > PLANE_RADIUS) {
        return null;
      }
      if (i > 0 && meters < 0 && LonLatPath.isCut(vertices[i - 1], vertices[i])) {
        return null;
      }
    }
    return plane;
  }

  private void addChunks(LineString line, List<Geometry> chunks) {
    List<Coordinate> path = LonLatPath.densified(line.getCoordinates(), step);
    BufferStyle round = BufferStyle.round(style.segments());
    for (Coordinate[] chunk : LonLatPath.chunks(path, CHUNK_LENGTH, line instanceof LinearRing)) {
      LineString piece = JtsGeometries.FACTORY.createLineString(chunk);
      Coordinate middle = chunk[chunk.length / 2];
      GeodesicBuffer out = meters > 0 ? this : new GeodesicBuffer(-meters, style);
      chunks.addAll(out.onPlane(piece, new LocalPlane(middle.x, middle.y), round));
    }
  }

  private List<Geometry> onPlane(Geometry part, LocalPlane plane, BufferStyle shape) {
    Geometry flat = new ToPlane(plane).transform(part);
    List<Geometry> result = new ArrayList<>();
    for (Geometry area : PartList.of(PlanarBuffer.of(flat, meters, shape))) {
      Polygon polygon = (Polygon) area;
      List<Coordinate[]> rings = new ArrayList<>();
      rings.add(toDegrees(polygon.getExteriorRing(), plane));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        rings.add(toDegrees(polygon.getInteriorRingN(i), plane));
      }
      result.addAll(WorldWrap.polygon(rings, rings.get(0)[0].y > 0));
    }
    return result;
  }

  private Coordinate[] toDegrees(LinearRing ring, LocalPlane plane) {
    Coordinate[] path = ring.getCoordinates();
    List<Coordinate> result = new ArrayList<>();
    for (int i = 1; i < path.length; i++) {
      Coordinate a = path[i - 1];
      Coordinate b = path[i];
      int pieces = Math.max(1, (int) Math.ceil(a.distance(b) / step));
      for (int k = 0; k < pieces; k++) {
        double t = (double) k / pieces;
        result.add(plane.toDegreesFrom(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)));
      }
    }
    result.add(result.get(0).copy());
    return result.toArray(new Coordinate[0]);
  }

  /** Geometries in degrees to a plane, with points added so that bows are kept. */
  private final class ToPlane extends GeometryTransformer {
    private final LocalPlane plane;

    ToPlane(LocalPlane plane) {
      this.plane = plane;
    }

    @Override
    protected CoordinateSequence transformCoordinates(CoordinateSequence path, Geometry parent) {
      List<Coordinate> flat = new ArrayList<>();
      for (Coordinate place : LonLatPath.densified(path.toCoordinateArray(), step)) {
        flat.add(plane.toPlane(place.x, place.y));
      }
      return createCoordinateSequence(flat.toArray(new Coordinate[0]));
    }
  }
}
