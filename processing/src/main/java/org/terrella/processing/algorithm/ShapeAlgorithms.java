package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.locationtech.jts.simplify.VWSimplifier;
import org.terrella.error.TerrellaException;
import org.terrella.exact.ExactMath;
import org.terrella.processing.geometry.Sequences;
import org.terrella.processing.geometry.Smoothing;

/** Algorithms that take vertices away, add some, or move them a little. */
final class ShapeAlgorithms {
  private ShapeAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(
        densify(),
        densifyInterval(),
        duplicates(),
        filtered(true),
        filtered(false),
        grid(),
        curves("native:segmentizebymaxangle", "Segmentize by maximum angle"),
        curves("native:segmentizebymaxdistance", "Segmentize by maximum distance"),
        simplify(),
        smooth());
  }

  private static Algorithm densify() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:densifygeometries",
                "Densify by count",
                "Adds vertices to every segment, at equal distances.",
                "Densified",
                Declared.linesOrPolygons(),
                ParameterDescription.integer("VERTICES", "Number of vertices to add", 1)
                    .asDynamic()
                    .between(1, 10_000_000)),
            (feature, sink) -> {
              int extra = feature.parameters().integer("VERTICES");
              sink.add(feature.row(), densified(feature.geometry(), length -> extra));
            })
        .slow();
  }

  /** QGIS adds a vertex more where a segment is a multiple of the interval; so do we. */
  private static Algorithm densifyInterval() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:densifygeometriesgivenaninterval",
                "Densify by interval",
                "Adds vertices at equal distances, so that none are farther apart than an"
                    + " interval.",
                "Densified",
                Declared.linesOrPolygons(),
                ParameterDescription.distance(
                        "INTERVAL", "Interval between vertices to add", 1, "INPUT")
                    .asDynamic()
                    .between(0, 10_000_000)),
            (feature, sink) -> {
              double interval = feature.length("INTERVAL");
              if (!(interval > 0)) {
                throw TerrellaException.invalid(
                    "Parameter INTERVAL of native:densifygeometriesgivenaninterval must be above"
                        + " 0.");
              }
              sink.add(
                  feature.row(),
                  densified(feature.geometry(), length -> ExactMath.floor(length / interval)));
            })
        .slow();
  }

  /** How many vertices a segment of some length gets. */
  @FunctionalInterface
  private interface Extra {
    double of(double length);
  }

  private static Geometry densified(Geometry geometry, Extra extra) {
    return Sequences.map(
        geometry,
        (vertices, ring) -> {
          List<Coordinate> dense = new ArrayList<>();
          for (int i = 0; i + 1 < vertices.length; i++) {
            dense.add(vertices[i]);
            double more = extra.of(vertices[i].distance(vertices[i + 1]));
            if (more + dense.size() > 40_000_000) {
              throw new TerrellaException(
                  "out-of-memory",
                  "This makes more than 40 million vertices, for which a browser has no room.");
            }
            for (int j = 1; j <= more; j++) {
              dense.add(Sequences.between(vertices[i], vertices[i + 1], 1 / (more + 1) * j));
            }
          }
          dense.add(vertices[vertices.length - 1]);
          return dense.toArray(new Coordinate[0]);
        });
  }

  private static Algorithm duplicates() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:removeduplicatevertices",
            "Remove duplicate vertices",
            "Takes away vertices that lie where the one before lies, to a tolerance in x and y.",
            "Cleaned",
            Declared.any(),
            ParameterDescription.distance("TOLERANCE", "Tolerance", 1e-6, "INPUT")
                .asDynamic()
                .between(0, 10_000_000),
            ParameterDescription.flag("USE_Z_VALUE", "Use Z Value", false).asDynamic()),
        (feature, sink) -> {
          double tolerance = feature.length("TOLERANCE");
          boolean heights = feature.parameters().flag("USE_Z_VALUE");
          sink.add(
              feature.row(),
              Sequences.map(
                  feature.geometry(), (v, ring) -> single(v, ring ? 4 : 2, tolerance, heights)));
        });
  }

  private static Coordinate[] single(
      Coordinate[] vertices, int least, double tolerance, boolean heights) {
    List<Coordinate> kept = new ArrayList<>();
    int left = vertices.length;
    for (int i = 0; i < vertices.length; i++) {
      Coordinate before = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      boolean same =
          before != null
              && ExactMath.abs(before.x - vertices[i].x) <= tolerance
              && ExactMath.abs(before.y - vertices[i].y) <= tolerance
              && (!heights || !(ExactMath.abs(before.getZ() - vertices[i].getZ()) > tolerance));
      if (same && left > least) {
        left--;
        if (i == vertices.length - 1) {
          // The end of a line, and of a ring in particular, stays where it is.
          kept.set(kept.size() - 1, vertices[i]);
        }
      } else {
        kept.add(vertices[i]);
      }
    }
    return kept.toArray(new Coordinate[0]);
  }

  private static Algorithm filtered(boolean heights) {
    String letter = heights ? "z" : "m";
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:filterverticesby" + letter,
            heights ? "Filter vertices by Z value" : "Filter vertices by M value",
            "Keeps the vertices whose value lies between two limits; what is left of a line or"
                + " ring must be one.",
            "Filtered",
            Declared.linesOrPolygons(),
            Declared.number("MIN", "Minimum", 0).asDynamic().withoutDefault().asOptional(),
            Declared.number("MAX", "Maximum", 0).asDynamic().withoutDefault().asOptional()),
        (feature, sink) -> {
          double least = feature.parameters().number("MIN", Double.NEGATIVE_INFINITY);
          double most = feature.parameters().number("MAX", Double.POSITIVE_INFINITY);
          sink.add(
              feature.row(),
              Sequences.map(
                  feature.geometry(),
                  (vertices, ring) -> {
                    List<Coordinate> kept = new ArrayList<>();
                    for (int i = 0; i < vertices.length - (ring ? 1 : 0); i++) {
                      double value = heights ? vertices[i].getZ() : Sequences.measure(vertices[i]);
                      if (!(value < least) && !(value > most)) {
                        kept.add(vertices[i]);
                      }
                    }
                    if (ring && !kept.isEmpty()) {
                      kept.add(kept.get(0).copy());
                    }
                    return kept.toArray(new Coordinate[0]);
                  }));
        });
  }

  private static Algorithm grid() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:snappointstogrid",
                "Snap points to grid",
                "Moves every vertex to the nearest point of a grid; what collapses vanishes.",
                "Snapped",
                Declared.any(),
                Declared.length("HSPACING", "X Grid Spacing", 1).asDynamic(),
                Declared.length("VSPACING", "Y Grid Spacing", 1).asDynamic(),
                Declared.number("ZSPACING", "Z Grid Spacing", 0).asDynamic().atLeast(0),
                Declared.number("MSPACING", "M Grid Spacing", 0).asDynamic().atLeast(0)),
            (feature, sink) -> {
              double h = feature.length("HSPACING");
              double v = feature.length("VSPACING");
              double z = feature.number("ZSPACING");
              double m = feature.number("MSPACING");
              sink.add(
                  feature.row(),
                  Sequences.map(
                      feature.geometry(),
                      (vertices, ring) -> {
                        List<Coordinate> kept = new ArrayList<>();
                        for (Coordinate c : vertices) {
                          Coordinate snapped =
                              Sequences.at(
                                  snapped(c.x, h),
                                  snapped(c.y, v),
                                  snapped(c.getZ(), z),
                                  snapped(Sequences.measure(c), m));
                          boolean same =
                              !kept.isEmpty() && kept.get(kept.size() - 1).equals2D(snapped);
                          if (!same) {
                            kept.add(snapped);
                          }
                        }
                        return kept.toArray(new Coordinate[0]);
                      }));
            })
        .quick();
  }

  /** The nearest multiple; of two the one farther from 0. */
  private static double snapped(double value, double spacing) {
    if (!(spacing > 0)) {
      return value;
    }
    double whole = ExactMath.floor(ExactMath.abs(value) / spacing + 0.5);
    return ExactMath.copySign(whole * spacing, value) + 0.0;
  }

  /** There are no curves in a table, so that nothing is to be done. */
  private static Algorithm curves(String id, String name) {
    boolean angle = id.endsWith("angle");
    return FeatureAlgorithm.of(
            Declared.geometry(
                id,
                name,
                "Makes straight segments of curves. Layers have none here, so that features stay"
                    + " as they are.",
                "Segmentized",
                Declared.linesOrPolygons(),
                angle
                    ? Declared.number("ANGLE", "Maximum angle between vertices (degrees)", 5)
                        .asDynamic()
                        .between(0, 360)
                    : ParameterDescription.distance(
                            "DISTANCE", "Maximum offset distance", 1, "INPUT")
                        .asDynamic()
                        .between(0, 10_000_000)),
            (feature, sink) -> sink.keep(feature.row()))
        .quick();
  }

  private static Algorithm simplify() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:simplifygeometries",
            "Simplify",
            "Takes vertices away that make little difference.",
            "Simplified",
            Declared.linesOrPolygons(),
            ParameterDescription.choice(
                "METHOD",
                "Simplification method",
                0,
                List.of("Distance (Douglas-Peucker)", "Snap to grid", "Area (Visvalingam)")),
            ParameterDescription.distance("TOLERANCE", "Tolerance", 1, "INPUT")
                .asDynamic()
                .between(0, 10_000_000)),
        (feature, sink) -> {
          double tolerance = feature.length("TOLERANCE");
          Geometry geometry = feature.geometry();
          sink.add(
              feature.row(),
              switch (feature.parameters().choice("METHOD")) {
                case 0 -> TopologyPreservingSimplifier.simplify(geometry, tolerance);
                case 1 -> tolerance > 0 ? cells(geometry, tolerance) : geometry;
                default -> VWSimplifier.simplify(geometry, tolerance);
              });
        });
  }

  /**
   * Of vertices that follow each other in a cell of a grid the first stays, and of lines the first
   * two and the last two.
   */
  private static Geometry cells(Geometry geometry, double size) {
    double left = geometry.getEnvelopeInternal().getMinX();
    double bottom = geometry.getEnvelopeInternal().getMinY();
    return Sequences.map(
        geometry,
        (vertices, ring) -> {
          List<Coordinate> kept = new ArrayList<>();
          double column = Double.NaN;
          double line = Double.NaN;
          for (int i = 0; i < vertices.length; i++) {
            double x = ExactMath.floor((vertices[i].x - left) / size + 0.5);
            double y = ExactMath.floor((vertices[i].y - bottom) / size + 0.5);
            boolean end = i == vertices.length - 1 || !ring && (i == 1 || i == vertices.length - 2);
            if (x != column || y != line || end) {
              kept.add(vertices[i]);
              column = x;
              line = y;
            }
          }
          return kept.size() < (ring ? 4 : 2) ? vertices : kept.toArray(new Coordinate[0]);
        });
  }

  private static Algorithm smooth() {
    return FeatureAlgorithm.of(
        Declared.geometry(
            "native:smoothgeometry",
            "Smooth",
            "Cuts corners again and again (Chaikin's algorithm), except those that turn more than"
                + " an angle.",
            "Smoothed",
            Declared.linesOrPolygons(),
            ParameterDescription.integer("ITERATIONS", "Iterations", 1).asDynamic().between(1, 10),
            Declared.number("OFFSET", "Offset", 0.25).asDynamic().between(0, 0.5),
            Declared.number("MAX_ANGLE", "Maximum node angle to smooth", 180)
                .asDynamic()
                .between(0, 180)),
        (feature, sink) -> {
          Smoothing smoothing =
              new Smoothing(
                  feature.number("OFFSET"), ExactMath.toRadians(feature.number("MAX_ANGLE")));
          int times = feature.parameters().integer("ITERATIONS");
          sink.add(
              feature.row(),
              Sequences.map(
                  feature.geometry(),
                  (vertices, ring) -> {
                    Coordinate[] smooth = vertices;
                    for (int i = 0; i < times; i++) {
                      smooth = smoothing.of(smooth, ring);
                    }
                    return smooth;
                  }));
        });
  }
}
