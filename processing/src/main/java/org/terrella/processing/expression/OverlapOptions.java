package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.terrella.processing.geometry.InnermostPoint;
import org.terrella.processing.geometry.PartList;

/**
 * What {@code overlay_intersects} asks of that which two features share: how large it must be at
 * least, whether its size is told, and whether features are sorted by it.
 */
final class OverlapOptions {
  private static final OverlapOptions NONE = new OverlapOptions(Map.of(), false);

  private final Map<String, Evaluator> given;
  private final boolean values;

  private OverlapOptions(Map<String, Evaluator> given, boolean values) {
    this.given = given;
    this.values = values;
  }

  /**
   * @param given arguments by their names
   * @param values whether values of features are wanted, and not only whether there is one
   */
  static OverlapOptions of(Map<String, Evaluator> given, boolean values) {
    boolean any = false;
    for (String name :
        List.of(
            "min_overlap",
            "min_inscribed_circle_radius",
            "return_details",
            "sort_by_intersection_size")) {
      any |= given.containsKey(name);
    }
    return any ? new OverlapOptions(given, values) : NONE;
  }

  /** The options for a row. */
  Asked at(Evaluator node, int row) {
    Evaluator details = given.get("return_details");
    Evaluator order = given.get("sort_by_intersection_size");
    String direction = order == null ? "" : TextCase.lower(order.at(row).text());
    return new Asked(
        number("min_overlap", node, row),
        number("min_inscribed_circle_radius", node, row),
        values && details != null && details.truth(row) == 1,
        values && direction.startsWith("asc"),
        values && direction.startsWith("des"));
  }

  private double number(String name, Evaluator node, int row) {
    if (!given.containsKey(name)) {
      return -1;
    }
    Value number = given.get(name).at(row).copy();
    if (!number.becomeNumber()) {
      throw node.error(row, name + " is " + number.quoted() + ", no number");
    }
    return number.real();
  }

  /**
   * The options of one row.
   *
   * @param least area or length of some part; -1 for none
   * @param radius of a circle that some part has room for; -1 for none
   */
  record Asked(
      double least, double radius, boolean details, boolean ascending, boolean descending) {
    boolean sorts() {
      return ascending || descending;
    }

    /** A feature with what is asked of it; null where it shares too little. */
    Overlap measured(Geometry own, Geometry other, int row) {
      boolean limited = least != -1 || radius != -1;
      if (!limited && !details && !sorts()) {
        return new Overlap(row, -1, -1);
      }
      boolean point = own.getDimension() == 0;
      // A point is measured by what it lies on.
      Geometry seen = point ? other : OverlayNGRobust.overlay(own, other, OverlayNG.INTERSECTION);
      int dimension = seen.getDimension();
      double size = dimension == 0 ? 0 : -1;
      double circle = -1;
      boolean enough = dimension == 0 && least == 0;
      for (Geometry part : parts(seen)) {
        if (part.getDimension() != dimension || dimension == 0) {
          continue;
        }
        double measure = dimension == 2 ? part.getArea() : part.getLength();
        size = Math.max(size, measure);
        boolean large = measure >= least;
        if (large && dimension == 2 && (radius != -1 || details || sorts())) {
          double inscribed = inscribed(part);
          circle = Math.max(circle, inscribed);
          large = inscribed >= radius;
        }
        enough |= large;
      }
      // Only what two areas share has room for a circle.
      enough &= radius == -1 || dimension == 2 && !point;
      return limited && !enough ? null : new Overlap(row, size, circle);
    }

    private static List<Geometry> parts(Geometry geometry) {
      return geometry.getDimension() == 1 && !geometry.isEmpty()
          ? PartList.of(LineFunctions.merged(geometry))
          : PartList.of(geometry);
    }

    /** The radius of the largest circle in a polygon, to a hundredth of its width. */
    private static double inscribed(Geometry polygon) {
      Envelope box = polygon.getEnvelopeInternal();
      double tolerance = Math.max(box.getWidth(), box.getHeight()) / 100;
      Geometry centre = InnermostPoint.of(polygon, tolerance);
      return centre.distance(polygon.getBoundary());
    }

    /** Features by their sizes where that is asked, those alike in their order; not too many. */
    List<Overlap> sorted(List<Overlap> found, double most) {
      List<Overlap> sorted = new ArrayList<>(found);
      if (sorts()) {
        sorted.sort(
            (a, b) ->
                ascending
                    ? Double.compare(a.size(), b.size())
                    : Double.compare(b.size(), a.size()));
      }
      return most > 0 && sorted.size() > most ? sorted.subList(0, (int) most) : sorted;
    }
  }
}
