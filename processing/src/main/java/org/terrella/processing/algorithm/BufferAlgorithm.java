package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.geometry.BufferStyle;
import org.terrella.processing.geometry.GeodesicBuffer;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.PlanarBuffer;
import org.terrella.processing.geometry.PolygonUnion;

/**
 * QGIS's {@code native:buffer}: all points within a distance of each feature, as multipolygons with
 * the attributes of the feature. What shrinks to nothing has no geometry.
 *
 * <p>With {@code DISSOLVE} there is one feature, the union, with the attributes of the first. A
 * metric distance on a layer in degrees is measured on the ellipsoid, see {@link GeodesicBuffer}.
 */
final class BufferAlgorithm implements Algorithm {
  private static final AlgorithmDescription DESCRIPTION =
      AlgorithmDescription.of(
              "native:buffer",
              "Buffer",
              "vectorgeometry",
              "Computes the area within a distance of each feature. A negative distance shrinks"
                  + " polygons. Metric distances on layers in degrees are measured on the ellipsoid.")
          .with(
              ParameterDescription.source("INPUT", "Input layer"),
              ParameterDescription.distance("DISTANCE", "Distance", 10, "INPUT")
                  .asDynamic()
                  .onEllipsoid(),
              ParameterDescription.integer("SEGMENTS", "Segments", 5).between(1, 10_000),
              ParameterDescription.choice(
                  "END_CAP_STYLE", "End cap style", 0, List.of("Round", "Flat", "Square")),
              ParameterDescription.choice(
                  "JOIN_STYLE", "Join style", 0, List.of("Round", "Miter", "Bevel")),
              ParameterDescription.number("MITER_LIMIT", "Miter limit", 2)
                  .between(1, Double.POSITIVE_INFINITY),
              ParameterDescription.flag("DISSOLVE", "Dissolve result", false),
              ParameterDescription.sink("OUTPUT", "Buffered"));

  private static final AlgorithmDescription OF_FIELD =
      AlgorithmDescription.of(
              "qgis:variabledistancebuffer",
              "Variable distance buffer",
              "vectorgeometry",
              "Computes the area around each feature within a distance that a field has.")
          .with(
              ParameterDescription.source("INPUT", "Input layer"),
              ParameterDescription.field("FIELD", "Distance field", "INPUT"),
              ParameterDescription.integer("SEGMENTS", "Segments", 5).between(1, 10_000),
              ParameterDescription.flag("DISSOLVE", "Dissolve result", false),
              ParameterDescription.choice(
                  "END_CAP_STYLE", "End cap style", 0, List.of("Round", "Flat", "Square")),
              ParameterDescription.choice(
                  "JOIN_STYLE", "Join style", 0, List.of("Round", "Miter", "Bevel")),
              ParameterDescription.number("MITER_LIMIT", "Miter limit", 2).atLeast(0),
              ParameterDescription.sink("OUTPUT", "Buffer"));

  private final AlgorithmDescription description;

  BufferAlgorithm() {
    this(DESCRIPTION);
  }

  private BufferAlgorithm(AlgorithmDescription description) {
    this.description = description;
  }

  /** QGIS's {@code qgis:variabledistancebuffer}: distances, in units of the layer, in a field. */
  static BufferAlgorithm ofField() {
    return new BufferAlgorithm(OF_FIELD);
  }

  @Override
  public AlgorithmDescription description() {
    return description;
  }

  /** The distance of a feature; one without a number in its field has none. */
  private static Distance distance(FeatureTable input, int row, Parameters parameters) {
    String field = parameters.field("FIELD");
    if (field.isEmpty()) {
      return parameters.distance("DISTANCE");
    }
    Object value = input.column(field).value(row);
    return new Distance(value instanceof Number number ? number.doubleValue() : 0, null);
  }

  @Override
  public Cutting cutting(Parameters parameters) {
    if (parameters.usesAllRows()) {
      return Cutting.WHOLE;
    }
    Cutting slices = Cutting.slices(200);
    return parameters.flag("DISSOLVE") ? slices.thenCombined() : slices;
  }

  @Override
  public Results compute(FeatureTable input, Parameters parameters, Progress progress) {
    boolean dissolve = parameters.flag("DISSOLVE");
    List<Geometry> buffers = new ArrayList<>();
    GeometryColumnBuilder geometry = new GeometryColumnBuilder();
    for (int row = 0; row < input.size(); row++) {
      progress.report((double) row / input.size(), "");
      Geometry buffer = buffer(input, row, parameters.at(input, row));
      if (dissolve) {
        buffers.add(buffer);
      } else if (description == OF_FIELD) {
        JtsGeometries.add(geometry, buffer);
      } else {
        JtsGeometries.addMulti(geometry, buffer);
      }
    }
    return Results.of(
        dissolve
            ? dissolved(input, buffers)
            : new FeatureTable(
                "Buffered", input.crs(), geometry.build(), input.columns(), input.ids()));
  }

  @Override
  public Results combine(List<Results> parts, Parameters parameters, Progress progress) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    FeatureTable all = Results.concat(parts).table("OUTPUT");
    List<Geometry> buffers = new ArrayList<>();
    for (int row = 0; row < all.size(); row++) {
      buffers.add(JtsGeometries.of(all.geometry(), row));
    }
    return Results.of(dissolved(all, buffers));
  }

  private static Geometry buffer(FeatureTable input, int row, Parameters parameters) {
    Geometry geometry = JtsGeometries.of(input.geometry(), row);
    if (geometry == null) {
      return null;
    }
    FeatureNames.requireFinite(input, row);
    requireRoom(input, row, geometry.getNumPoints(), parameters.integer("SEGMENTS"));
    Distance distance = distance(input, row, parameters);
    BufferStyle style =
        new BufferStyle(
            parameters.integer("SEGMENTS"),
            parameters.choice("END_CAP_STYLE"),
            parameters.choice("JOIN_STYLE"),
            parameters.number("MITER_LIMIT"));
    Geometry buffer;
    try {
      buffer =
          distance.isGeodesicIn(input.crs())
              ? GeodesicBuffer.of(geometry, distance.meters(), style)
              : PlanarBuffer.of(geometry, distance.in(input.crs()), style);
    } catch (TopologyException e) {
      throw new TerrellaException(
          "invalid-geometry",
          FeatureNames.of(input, row) + " cannot be buffered: " + e.getMessage(),
          e);
    }
    return buffer.isEmpty() ? null : buffer;
  }

  /** Round corners can make so many vertices of one feature that the browser ends the page. */
  private static void requireRoom(FeatureTable input, int row, int vertices, int segments) {
    if ((long) vertices * segments > GeometryColumnBuilder.MOST_VERTICES) {
      throw new TerrellaException(
          "out-of-memory",
          FeatureNames.of(input, row)
              + " has "
              + vertices
              + " vertices; with SEGMENTS "
              + segments
              + " its buffer has no room in a browser. Take fewer segments.");
    }
  }

  /** At most one row: the union with the attributes of the first feature. */
  private static FeatureTable dissolved(FeatureTable attributes, List<Geometry> buffers) {
    FeatureTable first = attributes.slice(0, Math.min(1, attributes.size()));
    List<Geometry> present = new ArrayList<>();
    for (Geometry buffer : buffers) {
      if (buffer != null) {
        present.add(buffer);
      }
    }
    GeometryColumnBuilder geometry = new GeometryColumnBuilder();
    if (first.size() == 1) {
      JtsGeometries.addMulti(geometry, present.isEmpty() ? null : PolygonUnion.of(present));
    }
    return new FeatureTable("Buffered", first.crs(), geometry.build(), first.columns(), null);
  }
}
