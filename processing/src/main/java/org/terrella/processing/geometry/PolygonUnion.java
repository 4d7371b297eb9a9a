package org.terrella.processing.geometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The union of many polygons.
 *
 * <p>Those in general position are united by their {@link OutlineOverlay outlines}, in one step.
 * Those that touch others, by a vertex, a common edge, or nearly, are split into groups connected
 * by their envelopes, and united by JTS's cascade; a group of one is kept as it is.
 */
public final class PolygonUnion {
  private PolygonUnion() {}

  /**
   * The union of the polygons in {@code geometries}, which must be valid each; other parts are left
   * out. The result is a polygon or multipolygon, empty when there is none.
   */
  public static Geometry of(List<Geometry> geometries) {
    List<Polygon> polygons = new ArrayList<>();
    for (Geometry geometry : geometries) {
      for (Geometry part : PartList.of(geometry)) {
        if (part instanceof Polygon polygon && !part.isEmpty()) {
          polygons.add(polygon);
        }
      }
    }
    List<Polygon> result = united(polygons);
    return result.size() == 1
        ? result.get(0)
        : JtsGeometries.FACTORY.createMultiPolygon(result.toArray(new Polygon[0]));
  }

  private static List<Polygon> united(List<Polygon> polygons) {
    if (polygons.size() < 2) {
      return polygons;
    }
    for (Polygon polygon : polygons) {
      if (!AreaOverlay.isFlatArea(polygon)) {
        return cascaded(polygons);
      }
    }
    boolean[] close = new boolean[polygons.size()];
    List<Polygon> outlines = OutlineOverlay.union(polygons, close);
    if (outlines != null) {
      return outlines;
    }
    List<Polygon> apart = new ArrayList<>();
    List<Polygon> touching = new ArrayList<>();
    for (int i = 0; i < close.length; i++) {
      (close[i] ? touching : apart).add(polygons.get(i));
    }
    if (touching.size() > apart.size()) {
      return cascaded(polygons);
    }
    List<Polygon> all = new ArrayList<>(united(apart));
    all.addAll(cascaded(touching));
    return cascaded(all);
  }

  private static List<Polygon> cascaded(List<Polygon> polygons) {
    List<Polygon> result = new ArrayList<>();
    for (List<Geometry> group : groups(polygons)) {
      Geometry union =
          group.size() == 1 ? group.get(0) : OverlayNGRobust.union(group, JtsGeometries.FACTORY);
      for (Geometry part : PartList.of(union)) {
        if (part instanceof Polygon polygon) {
          result.add(polygon);
        }
      }
    }
    return result;
  }

  /** Geometries whose envelopes touch, directly or through others, grouped in order. */
  private static Iterable<List<Geometry>> groups(List<? extends Geometry> geometries) {
    int[] leader = new int[geometries.size()];
    STRtree index = new STRtree();
    for (int i = 0; i < leader.length; i++) {
      leader[i] = i;
      index.insert(geometries.get(i).getEnvelopeInternal(), i);
    }
    for (int i = 0; i < leader.length; i++) {
      Envelope envelope = geometries.get(i).getEnvelopeInternal();
      int self = i;
      index.query(envelope, other -> join(leader, self, (Integer) other));
    }
    Map<Integer, List<Geometry>> groups = new LinkedHashMap<>();
    for (int i = 0; i < leader.length; i++) {
      groups.computeIfAbsent(find(leader, i), key -> new ArrayList<>()).add(geometries.get(i));
    }
    return groups.values();
  }

  private static void join(int[] leader, int a, int b) {
    int first = find(leader, a);
    int second = find(leader, b);
    leader[Math.max(first, second)] = Math.min(first, second);
  }

  private static int find(int[] leader, int i) {
    int at = i;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }
}
