package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.locationtech.jts.simplify.VWSimplifier;
import org.terrella.exact.ExactMath;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.PartList;

/** Geometries moved, turned, cut and joined. */
final class GeometryChanges {
  private GeometryChanges() {}

  static void addTo(Functions functions) {
    overlay(functions, "intersection", "What two geometries share.", OverlayNG.INTERSECTION);
    overlay(functions, "union", "Two geometries as one.", OverlayNG.UNION);
    overlay(functions, "combine", "Two geometries as one.", OverlayNG.UNION);
    overlay(
        functions, "difference", "The first geometry without the second.", OverlayNG.DIFFERENCE);
    overlay(
        functions,
        "sym_difference",
        "What lies in one of two geometries only.",
        OverlayNG.SYMDIFFERENCE);
    functions.add(
        "translate",
        "geometry dx dy",
        "A geometry moved.",
        (call, out) ->
            affine(call, out, new double[] {1, 0, call.real(1), 0, 1, call.real(2)}, 1, 0, 1, 0));
    functions.add(
        "rotate",
        "geometry rotation [center]",
        "A geometry turned clockwise by degrees, around a point or the middle of its box.",
        GeometryChanges::rotate);
    functions.add(
        "affine_transform",
        "geometry delta_x delta_y rotation_z scale_x scale_y [delta_z] [delta_m] [scale_z] "
            + "[scale_m]",
        "A geometry scaled, then turned by degrees against the clock, then moved.",
        GeometryChanges::transform);
    GeometryParts.add(
        functions,
        "flip_coordinates",
        "A geometry with x and y exchanged.",
        g -> moved(g, new double[] {0, 1, 0, 1, 0, 0}, 1, 0, 1, 0));
    functions.add(
        "reverse",
        "geometry",
        "A line backwards; of a text its characters backwards.",
        (call, out) -> {
          if (call.value(0).kind() == Value.Kind.TEXT) {
            out.set(new StringBuilder(call.text(0)).reverse().toString());
          } else {
            Geometry geometry = call.geometry(0);
            out.set(
                geometry == null || geometry.getDimension() != 1
                    ? null
                    : Parts.changed(geometry, (path, ring) -> reversed(path)));
          }
        });
    GeometryParts.add(
        functions,
        "force_rhr",
        "A geometry whose polygons lie to the right of their outer rings.",
        g -> clockwise(g));
    functions.add(
        "simplify",
        "geometry tolerance",
        "A geometry with fewer vertices, none further away than a tolerance.",
        (call, out) -> {
          if (call.geometry(0) != null) {
            out.set(TopologyPreservingSimplifier.simplify(call.geometry(0), tolerance(call, 1)));
          }
        });
    functions.add(
        "simplify_vw",
        "geometry tolerance",
        "A geometry without vertices that span small triangles, after Visvalingam and Whyatt.",
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          if (geometry != null) {
            // JTS cannot do it with points, which have nothing to lose.
            out.set(
                geometry.getDimension() < 1
                    ? geometry
                    : VWSimplifier.simplify(geometry, tolerance(call, 1)));
          }
        });
    functions.add(
        "smooth",
        "geometry [iterations] [offset] [min_length] [max_angle]",
        "A geometry with its corners cut off again and again, after Chaikin.",
        GeometryChanges::smooth);
    functions.add(
        "extrude",
        "geometry x y",
        "The polygon that a line passes over when moved.",
        GeometryChanges::extrude);
  }

  private static void overlay(Functions functions, String name, String help, int operation) {
    functions.add(
        name,
        "geometry1 geometry2",
        help,
        (call, out) -> {
          if (GeometryRelations.both(call)) {
            try {
              out.set(OverlayNGRobust.overlay(call.geometry(0), call.geometry(1), operation));
            } catch (IllegalArgumentException collections) {
              throw call.failed("it does not take collections of different kinds of geometry");
            }
          }
        });
  }

  static double tolerance(Call call, int index) {
    double tolerance = call.real(index);
    if (!(tolerance >= 0)) {
      throw call.refused(index, "a distance that is not below 0");
    }
    return tolerance;
  }

  private static void affine(
      Call call, Value out, double[] matrix, double sz, double dz, double sm, double dm) {
    Geometry geometry = call.geometry(0);
    out.set(geometry == null ? null : moved(geometry, matrix, sz, dz, sm, dm));
  }

  /**
   * @param matrix x to x, y to x, x added, x to y, y to y, y added
   */
  private static Geometry moved(
      Geometry geometry, double[] matrix, double sz, double dz, double sm, double dm) {
    Geometry copy = geometry.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence path, int i) {
            double x = path.getX(i);
            double y = path.getY(i);
            path.setOrdinate(i, 0, matrix[0] * x + matrix[1] * y + matrix[2]);
            path.setOrdinate(i, 1, matrix[3] * x + matrix[4] * y + matrix[5]);
            if (path.hasZ()) {
              path.setOrdinate(i, 2, path.getZ(i) * sz + dz);
            }
            if (path.hasM()) {
              path.setOrdinate(i, path.hasZ() ? 3 : 2, path.getM(i) * sm + dm);
            }
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }

  private static void rotate(Call call, Value out) {
    Geometry geometry = call.geometry(0);
    if (geometry == null || geometry.isEmpty()) {
      return;
    }
    Envelope box = geometry.getEnvelopeInternal();
    Coordinate centre = call.has(2) ? GeometryMaking.corner(call, 2) : box.centre();
    double angle = ExactMath.toRadians(-call.real(1));
    double sin = ExactMath.sin(angle);
    double cos = ExactMath.cos(angle);
    double x = centre.x - cos * centre.x + sin * centre.y;
    double y = centre.y - sin * centre.x - cos * centre.y;
    affine(call, out, new double[] {cos, -sin, x, sin, cos, y}, 1, 0, 1, 0);
  }

  private static void transform(Call call, Value out) {
    double angle = ExactMath.toRadians(call.real(3));
    double sin = ExactMath.sin(angle);
    double cos = ExactMath.cos(angle);
    double sx = call.real(4);
    double sy = call.real(5);
    double[] matrix = {cos * sx, -sin * sy, call.real(1), sin * sx, cos * sy, call.real(2)};
    affine(
        call,
        out,
        matrix,
        call.realOr(8, 1),
        call.realOr(6, 0),
        call.realOr(9, 1),
        call.realOr(7, 0));
  }

  private static List<Coordinate> reversed(Coordinate[] path) {
    List<Coordinate> back = new ArrayList<>();
    for (int i = path.length - 1; i >= 0; i--) {
      back.add(path[i]);
    }
    return back;
  }

  private static Geometry clockwise(Geometry geometry) {
    List<Geometry> parts = new ArrayList<>();
    for (Geometry part : PartList.of(geometry)) {
      if (part instanceof Polygon polygon) {
        boolean[] shell = {true};
        part =
            Parts.changed(
                polygon,
                (path, ring) -> {
                  boolean wanted = shell[0];
                  shell[0] = false;
                  return Orientation.isCCW(path) == wanted ? reversed(path) : Arrays.asList(path);
                });
      }
      parts.add(part);
    }
    return GeometryMeasures.isMulti(geometry)
        ? Parts.multi(JtsGeometries.typeOf(geometry), parts)
        : parts.isEmpty() ? geometry : parts.get(0);
  }

  /** Ends of lines stay; corners sharper than the angle, and short segments, do, too. */
  private static void smooth(Call call, Value out) {
    Geometry geometry = call.geometry(0);
    int iterations = call.smallOr(1, 1);
    double offset = call.realOr(2, 0.25);
    double shortest = call.realOr(3, -1);
    double sharpest = ExactMath.toRadians(call.realOr(4, 180));
    if (iterations < 0 || iterations > 10) {
      throw call.failed("there can be 0 to 10 iterations");
    } else if (!(offset >= 0 && offset <= 0.5)) {
      throw call.failed("the offset must be from 0 to 0.5");
    } else if (geometry == null) {
      return;
    }
    for (int i = 0; i < iterations; i++) {
      geometry =
          Parts.changed(geometry, (path, ring) -> smoothed(path, ring, offset, shortest, sharpest));
    }
    out.set(geometry);
  }

  private static List<Coordinate> smoothed(
      Coordinate[] path, boolean ring, double offset, double shortest, double sharpest) {
    List<Coordinate> smooth = new ArrayList<>();
    int last = path.length - 1;
    for (int i = 0; i < last; i++) {
      Coordinate a = path[i];
      Coordinate b = path[i + 1];
      boolean keepsA = !ring && i == 0 || isSharp(path, i, ring, sharpest);
      boolean keepsB = !ring && i == last - 1 || isSharp(path, i + 1, ring, sharpest);
      if (shortest >= 0 && a.distance(b) < shortest) {
        keepsA = true;
        keepsB = true;
      }
      smooth.add(keepsA ? a : between(a, b, offset));
      smooth.add(keepsB ? b : between(a, b, 1 - offset));
    }
    for (int i = smooth.size() - 1; i > 0; i--) {
      if (smooth.get(i).equals2D(smooth.get(i - 1))) {
        smooth.remove(i);
      }
    }
    if (ring && !smooth.get(0).equals2D(smooth.get(smooth.size() - 1))) {
      smooth.add(smooth.get(0).copy());
    }
    return smooth;
  }

  private static boolean isSharp(Coordinate[] path, int i, boolean ring, double sharpest) {
    int last = path.length - 1;
    if (sharpest >= ExactMath.PI || !ring && (i == 0 || i == last)) {
      return false;
    }
    Coordinate before = path[i == 0 ? last - 1 : i - 1];
    Coordinate after = path[i == last ? 1 : i + 1];
    double in = ExactMath.atan2(path[i].y - before.y, path[i].x - before.x);
    double on = ExactMath.atan2(after.y - path[i].y, after.x - path[i].x);
    double turn = Math.abs(on - in);
    return Math.min(turn, 2 * ExactMath.PI - turn) > sharpest;
  }

  static Coordinate between(Coordinate a, Coordinate b, double t) {
    return new Coordinate(
        a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), a.getZ() + t * (b.getZ() - a.getZ()));
  }

  private static void extrude(Call call, Value out) {
    Geometry geometry = call.geometry(0);
    if (geometry == null) {
      return;
    }
    List<Geometry> polygons = new ArrayList<>();
    for (Geometry part : PartList.of(geometry)) {
      if (part.getDimension() != 1) {
        return;
      }
      List<Coordinate> ring = new ArrayList<>(Arrays.asList(part.getCoordinates()));
      for (Coordinate vertex : reversed(part.getCoordinates())) {
        ring.add(new Coordinate(vertex.x + call.real(1), vertex.y + call.real(2)));
      }
      polygons.add(Parts.polygon(ring));
    }
    if (!polygons.isEmpty()) {
      out.set(GeometryMeasures.isMulti(geometry) ? Parts.collected(polygons) : polygons.get(0));
    }
  }
}
