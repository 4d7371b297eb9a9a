package org.terrella.processing.projection;

import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.GeometryType;

/**
 * The PROJ strings of coordinate reference systems. The engine brings no list of them: whoever asks
 * for a computation says those that may be needed.
 *
 * @param byId PROJ strings by authority and code, and by {@link #PROJECT} the code of the map's
 *     system
 */
public record Definitions(JsonObject byId) {
  public static final Definitions NONE = new Definitions(JsonObject.of());

  /** The key of the code of the map's system. */
  public static final String PROJECT = "project";

  /** Whether coordinates of one system are those of another. */
  public static boolean same(Crs one, Crs other) {
    return one.id().equals(other.id()) && one.definition().equals(other.definition());
  }

  /**
   * The way from one system to another.
   *
   * @throws TerrellaException invalid-argument, naming a system that cannot be computed
   */
  public Transformation between(Crs from, Crs to) {
    return Transformation.of(proj(from), proj(to));
  }

  /** As {@link #between}, also for a system in itself, which changes no bit. */
  public Placing placing(Crs from, Crs to) {
    boolean same = same(from, to) || proj(from).equals(proj(to));
    return same ? Placing.SAME : new Placing(between(from, to));
  }

  /** Where places of a system lie in that of the map. */
  public Placing placingInProject(Crs from) {
    if (!byId.has(PROJECT)) {
      throw TerrellaException.invalid("Nothing is known about the map's own system.");
    }
    return placing(from, new Crs(byId.string(PROJECT), "", false, 0));
  }

  private String proj(Crs crs) {
    if (byId.has(crs.id())) {
      return byId.string(crs.id());
    }
    return switch (crs.id()) {
      case "EPSG:4326", "OGC:CRS84" -> "+proj=longlat +datum=WGS84";
      case "EPSG:3857" -> "+proj=merc +a=6378137 +b=6378137 +nadgrids=@null";
      default -> {
        if (crs.definition().contains("+proj=")) {
          yield crs.definition();
        }
        throw TerrellaException.invalid(
            crs.isKnown()
                ? "Nothing is known about the coordinate reference system " + crs.id() + "."
                : "A layer has no coordinate reference system, so that it cannot be projected.");
      }
    };
  }

  /**
   * A table with the coordinates of another system, its z and m as they were. Features that have no
   * place there lose their geometry.
   */
  public FeatureTable projected(FeatureTable table, Crs to) {
    GeometryColumn geometry = table.geometry();
    double[] moved = geometry.coordinates().clone();
    int stride = geometry.stride();
    between(table.crs(), to).apply(moved, stride, 0, geometry.vertexCount());
    GeometryColumn there =
        new GeometryColumn(
            stride,
            geometry.types(),
            geometry.partOffsets(),
            geometry.ringOffsets(),
            geometry.vertexOffsets(),
            moved,
            geometry.partTypes());
    return new FeatureTable(table.name(), to, withoutLost(there), table.columns(), table.ids());
  }

  private static GeometryColumn withoutLost(GeometryColumn geometry) {
    boolean[] lost = new boolean[geometry.size()];
    boolean any = false;
    for (int row = 0; row < lost.length; row++) {
      for (int v = geometry.firstVertex(row); v < geometry.endVertex(row); v++) {
        double x = geometry.coordinates()[v * geometry.stride()];
        lost[row] |= x - x != 0;
      }
      any |= lost[row];
    }
    if (!any) {
      return geometry;
    }
    GeometryColumnBuilder kept = new GeometryColumnBuilder();
    for (int row = 0; row < lost.length; row++) {
      if (lost[row] || geometry.type(row) == GeometryType.NONE) {
        kept.addNone();
      } else {
        kept.add(geometry, row);
      }
    }
    return kept.build();
  }
}
