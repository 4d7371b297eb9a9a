package org.terrella.processing.expression;

import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;
import org.terrella.exact.ExactMath;
import org.terrella.processing.geometry.JtsGeometries;

/** How two geometries lie to each other. */
final class GeometryRelations {
  private GeometryRelations() {}

  @FunctionalInterface
  private interface Predicate {
    /** A fresh predicate, since each keeps what it found. */
    TopologyPredicate create();
  }

  static void addTo(Functions functions) {
    predicate(
        functions, "intersects", "Whether geometries share a point.", RelatePredicate::intersects);
    predicate(
        functions, "disjoint", "Whether geometries share no point.", RelatePredicate::disjoint);
    predicate(
        functions,
        "touches",
        "Whether geometries share points of their boundaries only.",
        RelatePredicate::touches);
    predicate(
        functions,
        "crosses",
        "Whether geometries share some inner points, but not all.",
        RelatePredicate::crosses);
    predicate(
        functions,
        "contains",
        "Whether the second geometry lies in the first.",
        RelatePredicate::contains);
    predicate(
        functions,
        "within",
        "Whether the first geometry lies in the second.",
        RelatePredicate::within);
    predicate(
        functions,
        "overlaps",
        "Whether geometries of one dimension share some points of that dimension, but not all.",
        RelatePredicate::overlaps);
    functions.add(
        "intersects_bbox",
        "geometry1 geometry2",
        "Whether bounding boxes share a point.",
        (call, out) -> {
          if (both(call)) {
            out.set(
                call.geometry(0)
                    .getEnvelopeInternal()
                    .intersects(call.geometry(1).getEnvelopeInternal()));
          }
        });
    functions.add(
        "relate",
        "…",
        "The matrix of the DE-9IM of two geometries, or whether it fits a pattern.",
        (call, out) -> {
          if (call.count() < 2 || call.count() > 3) {
            throw call.failed("two geometries, and perhaps a pattern, are needed");
          } else if (both(call)) {
            var matrix = RelateNG.relate(call.geometry(0), call.geometry(1));
            if (call.count() == 2) {
              out.set(matrix.toString());
            } else if (isPattern(call.text(2))) {
              out.set(matrix.matches(call.text(2)));
            } else {
              throw call.refused(2, "a pattern of nine characters of T, F, *, 0, 1, 2");
            }
          }
        });
    functions.add(
        "distance",
        "geometry1 geometry2",
        "The least distance of two geometries.",
        (call, out) -> {
          if (filled(call)) {
            out.set(call.geometry(0).distance(call.geometry(1)));
          }
        });
    functions.add(
        "hausdorff_distance",
        "geometry1 geometry2 [densify_fraction]",
        "How far vertices of two geometries are from the other one at most.",
        (call, out) -> {
          if (filled(call)) {
            double fraction = call.realOr(2, 1);
            if (!(fraction > 0 && fraction <= 1)) {
              throw call.failed("the fraction must be above 0 and at most 1");
            }
            out.set(
                fraction == 1
                    ? DiscreteHausdorffDistance.distance(call.geometry(0), call.geometry(1))
                    : DiscreteHausdorffDistance.distance(
                        call.geometry(0), call.geometry(1), fraction));
          }
        });
    functions.add(
        "closest_point",
        "geometry1 geometry2",
        "The point of the first geometry that is closest to the second.",
        (call, out) -> {
          if (filled(call)) {
            out.set(JtsGeometries.FACTORY.createPoint(nearest(call)[0]));
          }
        });
    functions.add(
        "shortest_line",
        "geometry1 geometry2",
        "The shortest line from the first geometry to the second.",
        (call, out) -> {
          if (filled(call)) {
            out.set(JtsGeometries.FACTORY.createLineString(nearest(call)));
          }
        });
    functions.add(
        "azimuth",
        "point_a point_b",
        "The direction from one point to another, in radians clockwise from north.",
        (call, out) -> {
          Coordinate a = GeometryMaking.corner(call, 0);
          Coordinate b = GeometryMaking.corner(call, 1);
          out.set(LineFunctions.turned(ExactMath.atan2(b.x - a.x, b.y - a.y)));
        });
    functions.add(
        "inclination",
        "point_a point_b",
        "The angle between up and the way to another point, in degrees.",
        (call, out) -> {
          Coordinate a = GeometryMaking.corner(call, 0);
          Coordinate b = GeometryMaking.corner(call, 1);
          double rise = b.getZ() - a.getZ();
          rise = rise == rise ? rise : 0;
          double distance = ExactMath.hypot(a.distance(b), rise);
          out.set(distance == 0 ? 90 : ExactMath.toDegrees(ExactMath.acos(rise / distance)));
        });
  }

  private static void predicate(
      Functions functions, String name, String help, Predicate predicate) {
    functions.add(
        name,
        "geometry1 geometry2",
        help,
        (call, out) -> {
          if (both(call)) {
            out.set(RelateNG.relate(call.geometry(0), call.geometry(1), predicate.create()));
          }
        });
  }

  static boolean both(Call call) {
    return call.geometry(0) != null && call.geometry(1) != null;
  }

  private static boolean filled(Call call) {
    return both(call) && !call.geometry(0).isEmpty() && !call.geometry(1).isEmpty();
  }

  private static boolean isPattern(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("TF*012".indexOf(pattern.charAt(i)) < 0) {
        return false;
      }
    }
    return pattern.length() == 9;
  }

  private static Coordinate[] nearest(Call call) {
    Geometry first = call.geometry(0);
    return DistanceOp.nearestPoints(first, call.geometry(1));
  }
}
