package org.terrella.processing.expression;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.geometry.Sequences;
import org.terrella.processing.projection.Definitions;
import org.terrella.processing.projection.Transformation;

/** The ways between systems that an expression names, each found once. */
final class Transformations {
  private final Definitions definitions;
  private final Map<String, Transformation> known = new HashMap<>();

  Transformations(Definitions definitions) {
    this.definitions = definitions;
  }

  static void addTo(Functions functions) {
    functions.add(
        "transform",
        "geometry source_auth_id dest_auth_id",
        "A geometry brought from one coordinate reference system into another.",
        (call, out) -> {
          Geometry geometry = call.geometry(0);
          if (geometry != null) {
            boolean same = Definitions.same(named(call.text(1)), named(call.text(2)));
            out.set(same ? geometry : moved(geometry, call.scope().transformations().asked(call)));
          }
        });
  }

  private Transformation asked(Call call) {
    String from = call.text(1);
    String to = call.text(2);
    try {
      return known.computeIfAbsent(
          from + "\n" + to, key -> definitions.between(named(from), named(to)));
    } catch (TerrellaException unknown) {
      throw call.failed(
          unknown.getMessage()
              + " Systems are looked up where the expression has their codes in quotes, such as"
              + " 'EPSG:25832'");
    }
  }

  /** The system of a code, of a bare number of EPSG's list, or of a PROJ string. */
  private static Crs named(String text) {
    int proj = text.indexOf("+proj=");
    if (proj >= 0) {
      return new Crs("", text.substring(proj), false, 0);
    }
    String code = text.trim().toUpperCase(Locale.ROOT);
    boolean bare = !code.isEmpty() && code.charAt(0) >= '0' && code.charAt(0) <= '9';
    return new Crs(bare ? "EPSG:" + code : code, "", false, 0);
  }

  /** The geometry at its new place; null when some vertex has none there. */
  private static Geometry moved(Geometry geometry, Transformation way) {
    double[] at = new double[2];
    boolean[] lost = new boolean[1];
    Geometry moved =
        Sequences.move(
            geometry,
            vertex -> {
              at[0] = vertex.x;
              at[1] = vertex.y;
              way.apply(at, 2, 0, 1);
              lost[0] |= at[0] != at[0];
              return Sequences.at(at[0], at[1], vertex.getZ(), vertex.getM());
            });
    return lost[0] ? null : moved == null ? geometry : moved;
  }
}
