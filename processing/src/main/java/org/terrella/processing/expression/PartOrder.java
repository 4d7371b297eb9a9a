package org.terrella.processing.expression;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.terrella.processing.geometry.Sequences;

/** Parts of a geometry in the order of an expression's values. */
final class PartOrder {
  private record Part(Geometry geometry, Value key) {}

  private PartOrder() {}

  static void addTo(Functions functions) {
    functions.addVarying(
        "order_parts",
        "geometry orderby [ascending]",
        "A geometry whose parts stand in the order of an expression of @geometry, which is text.",
        (call, out) -> {
          Geometry geometry = call.has(0) ? call.geometry(0) : null;
          if (geometry == null || !call.has(1)) {
            return;
          }
          boolean multi = geometry instanceof GeometryCollection && !geometry.isEmpty();
          boolean asked = !call.text(1).isBlank();
          out.set(multi && asked ? sorted(call, geometry) : geometry);
        });
  }

  /** NULL comes last, or first where the order descends; parts that are alike stay in order. */
  private static Geometry sorted(Call call, Geometry geometry) {
    boolean ascending = call.truthOr(2, true);
    String text = call.text(1);
    List<Part> parts = new ArrayList<>();
    try {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        Geometry part = geometry.getGeometryN(i);
        call.scope().replaceGeometry(call.row(), part);
        parts.add(new Part(part, GeneralFunctions.evaluate(call, text).copy()));
      }
    } finally {
      call.scope().replaceGeometry(call.row(), null);
    }
    Ordering ordering = new Ordering();
    parts.sort(
        (a, b) -> {
          boolean missing = a.key.isNull() || b.key.isNull();
          int order = ordering.compareOrNull(a.key, b.key);
          order = order == Ordering.NONE ? 0 : order;
          return ascending ? (missing ? -order : order) : missing ? order : -order;
        });
    List<Geometry> sorted = new ArrayList<>();
    parts.forEach(part -> sorted.add(part.geometry));
    return Sequences.multi(geometry, sorted);
  }
}
