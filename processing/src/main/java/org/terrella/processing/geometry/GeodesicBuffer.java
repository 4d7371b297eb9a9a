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
 * <p>The error is below 0.5 % of the distance for distances up to some hundred kilometres: that of
 * the planes is 0.05 %, the rest is from vertices left out within 0.1 % of the distance and from
 * JTS's way of rounding corners. The chosen number of segments adds its own.
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
    return meters > 0 ? buffer.grown(geometry) : buffer.shrunk(geometry);
  }

  private Geometry grown(Geometry geometry) {
    List<Geometry> pieces = new ArrayList<>();
    for (Geometry part : PartList.of(geometry)) {
      LocalPlane plane = planeFor(part);
      if (plane != null) {
        pieces.addAll(onPlane(part, plane, style));
        continue;
      }
      addChunks(part, pieces);
      if (part instanceof Polygon) {
        pieces.addAll(WorldWrap.cut(Dissolving.repaired(part)));
      }
    }
    return PolygonUnion.of(pieces);
  }

  private Geometry shrunk(Geometry geometry) {
    List<Geometry> pieces = new ArrayList<>();
    List<Geometry> areas = new ArrayList<>();
    List<Geometry> borders = new ArrayList<>();
    for (Geometry part : PartList.of(geometry)) {
      if (!(part instanceof Polygon)) {
        continue;
      }
      LocalPlane plane = planeFor(part);
      if (plane != null) {
        pieces.addAll(onPlane(part, plane, style));
      } else {
        areas.addAll(WorldWrap.cut(Dissolving.repaired(part)));
        addChunks(part, borders);
      }
    }
    // All at once, since the border of one part is near what lies beyond ±180° in another.
    if (!areas.isEmpty()) {
      Geometry area = PolygonUnion.of(areas);
      Geometry border = PolygonUnion.of(borders);
      pieces.add(OverlayNGRobust.overlay(area, border, OverlayNG.DIFFERENCE));
    }
    return PolygonUnion.of(pieces);
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

  /** Adds the surroundings of a line, or of the boundary of a polygon. */
  private void addChunks(Geometry part, List<Geometry> chunks) {
    BufferStyle round = BufferStyle.round(style.segments());
    GeodesicBuffer outward = meters > 0 ? this : new GeodesicBuffer(-meters, style);
    boolean ofArea = part instanceof Polygon;
    for (Geometry line : PartList.of(ofArea ? part.getBoundary() : part)) {
      List<Coordinate> path = LonLatPath.densified(line.getCoordinates(), step);
      for (Coordinate[] chunk : LonLatPath.chunks(path, CHUNK_LENGTH, ofArea)) {
        LineString piece = JtsGeometries.FACTORY.createLineString(chunk);
        Coordinate middle = chunk[chunk.length / 2];
        chunks.addAll(outward.onPlane(piece, new LocalPlane(middle.x, middle.y), round));
      }
    }
  }

  private List<Geometry> onPlane(Geometry part, LocalPlane plane, BufferStyle shape) {
    Geometry flat = new ToPlane(plane).transform(part);
    List<Geometry> result = new ArrayList<>();
    for (Geometry area : PartList.of(PlanarBuffer.exact(flat, meters, shape))) {
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
      Coordinate start = plane.toDegreesFrom(a.x, a.y);
      double longest = step * LonLatPath.shortening(start.y);
      int pieces = (int) Math.ceil(a.distance(b) / longest);
      result.add(start);
      for (int k = 1; k < pieces; k++) {
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
      List<Coordinate> thin = new ArrayList<>();
      for (Coordinate place : LonLatPath.densified(path.toCoordinateArray(), step)) {
        Coordinate next = plane.toPlane(place.x, place.y);
        if (thin.isEmpty() || thin.get(thin.size() - 1).distance(next) > 0.001 * abs(meters)) {
          thin.add(next);
        }
        flat.add(next);
      }
      // JTS rounds corners badly where a vertex follows another at next to no distance.
      if (thin.size() > 4) {
        thin.set(thin.size() - 1, flat.get(flat.size() - 1));
        flat = thin;
      }
      return createCoordinateSequence(flat.toArray(new Coordinate[0]));
    }
  }
}
