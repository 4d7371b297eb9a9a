package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.terrella.processing.feature.GeometryType;

/** The union of geometries as QGIS's dissolve makes it. */
public final class Dissolving {
  private Dissolving() {}

  /** {@code geometry} if it is valid, else what {@link GeometryFixer} makes of it. */
  public static Geometry repaired(Geometry geometry) {
    return geometry.getDimension() < 2 || geometry.isValid()
        ? geometry
        : GeometryFixer.fix(geometry);
  }

  /**
   * The union of valid geometries. Lines are noded where they meet and then joined wherever just
   * two ends meet; equal points become one. Null when nothing is left.
   */
  public static Geometry union(List<Geometry> geometries) {
    List<Geometry> parts = new ArrayList<>();
    boolean areasOnly = true;
    for (Geometry geometry : geometries) {
      for (Geometry part : PartList.of(geometry)) {
        parts.add(part);
        areasOnly &= part.getDimension() == 2;
      }
    }
    if (parts.isEmpty()) {
      return null;
    }
    if (areasOnly) {
      return PolygonUnion.of(parts);
    }
    Geometry union = OverlayNGRobust.union(parts, JtsGeometries.FACTORY);
    return isLinear(union) ? merged(union) : union;
  }

  private static boolean isLinear(Geometry geometry) {
    GeometryType type = JtsGeometries.typeOf(geometry);
    return type == GeometryType.LINE_STRING || type == GeometryType.MULTI_LINE_STRING;
  }

  private static Geometry merged(Geometry lines) {
    LineMerger merger = new LineMerger();
    merger.add(lines);
    List<Geometry> merged = new ArrayList<>();
    Collection<?> found = merger.getMergedLineStrings();
    for (Object line : found) {
      merged.add((Geometry) line);
    }
    return JtsGeometries.FACTORY.buildGeometry(merged);
  }
}
