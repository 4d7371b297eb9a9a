package org.terrella.processing.algorithm;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.exact.ExactMath;
import org.terrella.processing.geometry.Sequences;

/** Algorithms that give every vertex another place, height or measure. */
final class PlacementAlgorithms {
  private PlacementAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(affine(), drop(), rotate(), setMeasure(), setHeight(), swap(), translate());
  }

  private static ParameterDescription[] shifts() {
    return new ParameterDescription[] {
      Declared.shift("DELTA_X", "Offset distance (x-axis)", 0).asDynamic(),
      Declared.shift("DELTA_Y", "Offset distance (y-axis)", 0).asDynamic(),
      Declared.number("DELTA_Z", "Offset distance (z-axis)", 0).asDynamic(),
      Declared.number("DELTA_M", "Offset distance (m values)", 0).asDynamic()
    };
  }

  /** A value times a factor plus a shift; what has none gets 0 before it is shifted, if it is. */
  private static double moved(double value, double factor, double shift) {
    double present = value != value && shift != 0 ? 0 : value;
    return present * factor + shift;
  }

  static Geometry translated(Feature feature, double times) {
    double dx = times * feature.length("DELTA_X");
    double dy = times * feature.length("DELTA_Y");
    double dz = times * feature.number("DELTA_Z");
    double dm = times * feature.number("DELTA_M");
    return Sequences.move(
        feature.geometry(),
        c ->
            Sequences.at(
                c.x + dx, c.y + dy, moved(c.getZ(), 1, dz), moved(Sequences.measure(c), 1, dm)));
  }

  private static Algorithm translate() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:translategeometry",
                "Translate",
                "Moves features by a distance in x, y, z and m.",
                "Translated",
                Declared.any(),
                shifts()),
            (feature, sink) -> sink.add(feature.row(), translated(feature, 1)))
        .quick();
  }

  /** Scaled, turned counterclockwise and moved, in this order, about the origin. */
  private static Algorithm affine() {
    return FeatureAlgorithm.of(
            AlgorithmDescription.of(
                    "native:affinetransform",
                    "Affine transform",
                    "vectorgeometry",
                    "Scales features, turns them about the origin and moves them.")
                .with(Declared.any())
                .with(shifts())
                .with(
                    Declared.number("SCALE_X", "Scale factor (x-axis)", 1).asDynamic(),
                    Declared.number("SCALE_Y", "Scale factor (y-axis)", 1).asDynamic(),
                    Declared.number("SCALE_Z", "Scale factor (z-axis)", 1).asDynamic(),
                    Declared.number("SCALE_M", "Scale factor (m values)", 1).asDynamic(),
                    Declared.number("ROTATION_Z", "Rotation (degrees counterclockwise)", 0)
                        .asDynamic(),
                    ParameterDescription.sink("OUTPUT", "Transformed")),
            (feature, sink) -> {
              double dx = feature.length("DELTA_X");
              double dy = feature.length("DELTA_Y");
              double angle = ExactMath.toRadians(feature.number("ROTATION_Z"));
              double cos = ExactMath.cos(angle);
              double sin = ExactMath.sin(angle);
              double sx = feature.number("SCALE_X");
              double sy = feature.number("SCALE_Y");
              double sz = feature.number("SCALE_Z");
              double sm = feature.number("SCALE_M");
              double dz = feature.number("DELTA_Z");
              double dm = feature.number("DELTA_M");
              sink.add(
                  feature.row(),
                  Sequences.move(
                      feature.geometry(),
                      c ->
                          Sequences.at(
                              cos * sx * c.x - sin * sy * c.y + dx,
                              sin * sx * c.x + cos * sy * c.y + dy,
                              moved(c.getZ(), sz, dz),
                              moved(Sequences.measure(c), sm, dm))));
            })
        .quick();
  }

  private static Algorithm rotate() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:rotatefeatures",
                "Rotate",
                "Turns features clockwise, about a point or else about their own centroids.",
                "Rotated",
                Declared.any(),
                Declared.number("ANGLE", "Rotation (degrees clockwise)", 0).asDynamic(),
                ParameterDescription.of("ANCHOR", "Rotation anchor point", ParameterType.POINT)
                    .asOptional()),
            (feature, sink) -> {
              Coordinate anchor =
                  feature.parameters().has("ANCHOR")
                      ? feature.parameters().point("ANCHOR", feature.table().crs())
                      : feature.geometry().getCentroid().getCoordinate();
              double angle = ExactMath.toRadians(feature.number("ANGLE"));
              double cos = ExactMath.cos(angle);
              double sin = ExactMath.sin(angle);
              sink.add(
                  feature.row(),
                  Sequences.move(
                      feature.geometry(),
                      c -> {
                        double dx = c.x - anchor.x;
                        double dy = c.y - anchor.y;
                        return Sequences.at(
                            anchor.x + dx * cos + dy * sin,
                            anchor.y - dx * sin + dy * cos,
                            c.getZ(),
                            Sequences.measure(c));
                      }));
            })
        .quick();
  }

  private static Algorithm swap() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:swapxy",
                "Swap X and Y coordinates",
                "Swaps x and y of every vertex, for data that have latitude first.",
                "Swapped",
                Declared.any()),
            (feature, sink) ->
                sink.add(
                    feature.row(),
                    Sequences.move(
                        feature.geometry(),
                        c -> Sequences.at(c.y, c.x, c.getZ(), Sequences.measure(c)))))
        .quick();
  }

  private static Algorithm drop() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:dropmzvalues",
                "Drop M/Z values",
                "Takes heights, measures or both away from the vertices.",
                "Z/M Dropped",
                Declared.any(),
                ParameterDescription.flag("DROP_M_VALUES", "Drop M Values", false),
                ParameterDescription.flag("DROP_Z_VALUES", "Drop Z Values", false)),
            (feature, sink) -> {
              boolean m = feature.parameters().flag("DROP_M_VALUES");
              boolean z = feature.parameters().flag("DROP_Z_VALUES");
              sink.add(
                  feature.row(),
                  Sequences.move(
                      feature.geometry(),
                      c ->
                          Sequences.at(
                              c.x,
                              c.y,
                              z ? Double.NaN : c.getZ(),
                              m ? Double.NaN : Sequences.measure(c))));
            })
        .quick();
  }

  private static Algorithm setHeight() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:setzvalue",
                "Set Z value",
                "Gives every vertex the same height.",
                "Z Added",
                Declared.any(),
                Declared.number("Z_VALUE", "Z Value", 0).asDynamic()),
            (feature, sink) -> {
              double z = feature.number("Z_VALUE");
              sink.add(
                  feature.row(),
                  Sequences.move(
                      feature.geometry(), c -> Sequences.at(c.x, c.y, z, Sequences.measure(c))));
            })
        .quick();
  }

  private static Algorithm setMeasure() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:setmvalue",
                "Set M value",
                "Gives every vertex the same measure.",
                "M Added",
                Declared.any(),
                Declared.number("M_VALUE", "M Value", 0).asDynamic()),
            (feature, sink) -> {
              double m = feature.number("M_VALUE");
              sink.add(
                  feature.row(),
                  Sequences.move(feature.geometry(), c -> Sequences.at(c.x, c.y, c.getZ(), m)));
            })
        .quick();
  }
}
