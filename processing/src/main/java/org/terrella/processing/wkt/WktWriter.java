package org.terrella.processing.wkt;

import java.util.Locale;
import org.terrella.processing.encoding.Utf8Output;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;
import org.terrella.text.Utf8;

/**
 * Writes features of a column as well-known text, such as {@code POINT Z (1 2 3)}. A geometry has Z
 * when one of its vertices has; a vertex without it then gets {@code NaN}.
 */
public final class WktWriter {
  private final GeometryColumn geometry;
  private final Utf8Output out;
  private boolean withZ;
  private boolean withM;

  public WktWriter(GeometryColumn geometry, Utf8Output out) {
    this.geometry = geometry;
    this.out = out;
  }

  /** The text of feature {@code row}; empty when it has no geometry. */
  public static String text(GeometryColumn geometry, int row) {
    byte[] text =
        Utf8Output.collect(
            sink -> {
              Utf8Output out = new Utf8Output(sink);
              new WktWriter(geometry, out).write(row);
              out.flush();
            });
    return Utf8.decode(text, 0, text.length);
  }

  /** Writes feature {@code row}, or nothing when it has no geometry. */
  public void write(int row) {
    GeometryType type = geometry.type(row);
    if (type == GeometryType.NONE) {
      return;
    }
    int from = geometry.partOffsets()[row];
    int to = geometry.partOffsets()[row + 1];
    withZ = geometry.has(2, geometry.firstVertex(row), geometry.endVertex(row));
    withM = geometry.has(3, geometry.firstVertex(row), geometry.endVertex(row));
    tag(type);
    if (from == to) {
      out.put(" EMPTY");
      return;
    }
    boolean collection = type == GeometryType.GEOMETRY_COLLECTION;
    boolean multi = type.code() > GeometryType.POLYGON.code();
    out.put(multi ? " (" : " ");
    for (int part = from; part < to; part++) {
      if (part > from) {
        out.put(", ");
      }
      GeometryType partType = geometry.partType(row, part);
      if (collection) {
        tag(partType);
        out.put(' ');
      }
      part(part, partType == GeometryType.POLYGON);
    }
    if (multi) {
      out.put(')');
    }
  }

  private void tag(GeometryType type) {
    out.put(type.label().toUpperCase(Locale.ROOT));
    if (withZ || withM) {
      out.put(withM ? withZ ? " ZM" : " M" : " Z");
    }
  }

  private void part(int part, boolean polygon) {
    int firstRing = geometry.ringOffsets()[part];
    if (polygon) {
      out.put('(');
    }
    for (int ring = firstRing; ring < geometry.ringOffsets()[part + 1]; ring++) {
      out.put(ring > firstRing ? ", (" : "(");
      int first = geometry.vertexOffsets()[ring];
      for (int i = first; i < geometry.vertexOffsets()[ring + 1]; i++) {
        if (i > first) {
          out.put(", ");
        }
        int at = i * geometry.stride();
        out.put(geometry.coordinates()[at]);
        out.put(' ');
        out.put(geometry.coordinates()[at + 1]);
        if (withZ) {
          out.put(' ');
          out.put(geometry.coordinates()[at + 2]);
        }
        if (withM) {
          out.put(' ');
          out.put(geometry.coordinates()[at + 3]);
        }
      }
      out.put(')');
    }
    if (polygon) {
      out.put(')');
    }
  }
}
