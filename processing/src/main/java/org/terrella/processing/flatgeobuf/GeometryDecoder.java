package org.terrella.processing.flatgeobuf;

import java.util.Arrays;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.GeometryType;

/** Reads the geometry tables of FlatGeobuf features. */
final class GeometryDecoder {
  private final FlatCursor cursor;
  private final GeometryColumnBuilder target;
  private final int declaredType;
  private int feature;
  // What honest data can still hold: tables and coordinates may not be told twice.
  private long budget;
  // Geometry tables still to be read, and the types their parents give them (0: their own).
  private int[] tables = new int[16];
  private int[] types = new int[16];
  private int waiting;
  // Where z and m of the geometry at hand begin, or 0.
  private int heights;
  private int measures;

  /**
   * @param declaredType the geometry type of the header, 0 when each geometry has its own
   */
  GeometryDecoder(FlatCursor cursor, GeometryColumnBuilder target, int declaredType) {
    this.cursor = cursor;
    this.target = target;
    this.declaredType = declaredType;
  }

  /** Adds the geometry at {@code table}, or none when it is 0. */
  void read(int table, int number) {
    feature = number;
    if (table == 0) {
      target.addNone();
      return;
    }
    budget = cursor.size();
    int code = declaredType != 0 ? declaredType : cursor.u8Field(table, Slots.GEOMETRY_TYPE, 0);
    GeometryType type = known(code, table);
    target.beginFeature(type);
    push(table, code);
    while (waiting > 0) {
      waiting--;
      readOne(tables[waiting], types[waiting]);
    }
    target.endFeature();
  }

  private void readOne(int table, int givenType) {
    spend(table, 4);
    int code = givenType != 0 ? givenType : cursor.u8Field(table, Slots.GEOMETRY_TYPE, 0);
    GeometryType type = known(code, table);
    if (type == GeometryType.GEOMETRY_COLLECTION || type == GeometryType.MULTI_POLYGON) {
      int parts = cursor.vector(table, Slots.GEOMETRY_PARTS, 4);
      spend(table, 4L * cursor.length(parts));
      // The last part goes first onto the stack, so that they come off in their order.
      for (int i = cursor.length(parts) - 1; i >= 0; i--) {
        push(
            cursor.table(parts + 4 + 4 * i),
            type == GeometryType.MULTI_POLYGON ? GeometryType.POLYGON.code() : 0);
      }
      if (parts == 0 && type == GeometryType.MULTI_POLYGON) {
        readVertices(table, GeometryType.POLYGON);
      }
      return;
    }
    readVertices(table, type);
  }

  private void readVertices(int table, GeometryType type) {
    int xy = cursor.vector(table, Slots.GEOMETRY_XY, 8);
    int count = cursor.length(xy) / 2;
    spend(table, 16L * count);
    if (cursor.length(xy) % 2 != 0) {
      throw unpaired(table);
    }
    heights = ordinates(table, Slots.GEOMETRY_Z, count);
    measures = ordinates(table, Slots.GEOMETRY_M, count);
    if (count == 0 || type == GeometryType.POINT && isNaN(xy + 4)) {
      return;
    }
    if (type == GeometryType.POINT && count != 1) {
      throw cursor.broken(table, "feature " + feature + " is a point of " + count + " positions");
    }
    if (type == GeometryType.POINT || type == GeometryType.MULTI_POINT) {
      for (int i = 0; i < count; i++) {
        target.beginPart(GeometryType.POINT).beginRing();
        vertex(xy + 4, i);
      }
      return;
    }
    boolean polygon = type == GeometryType.POLYGON;
    int ends = cursor.vector(table, Slots.GEOMETRY_ENDS, 4);
    int rings = type == GeometryType.LINE_STRING ? 1 : Math.max(1, cursor.length(ends));
    int from = 0;
    for (int ring = 0; ring < rings; ring++) {
      boolean given = cursor.length(ends) > 0 && type != GeometryType.LINE_STRING;
      long to = given ? cursor.u32(ends + 4 + 4 * ring) : count;
      if (to < from || to > count || ring == rings - 1 && to != count) {
        throw cursor.broken(
            table, "feature " + feature + " has a ring that ends at " + to + " of " + count);
      }
      if (ring == 0 || !polygon) {
        target.beginPart(polygon ? GeometryType.POLYGON : GeometryType.LINE_STRING);
      }
      ring(xy + 4, from, (int) to, polygon);
      from = (int) to;
    }
  }

  private void ring(int xy, int from, int to, boolean close) {
    boolean closed =
        to > from
            && cursor.f64(xy + 16 * from) == cursor.f64(xy + 16 * to - 16)
            && cursor.f64(xy + 16 * from + 8) == cursor.f64(xy + 16 * to - 8);
    int length = close && !closed ? to - from + 1 : to - from;
    if (length < (close ? 4 : 2)) {
      throw cursor.broken(
          xy,
          "feature "
              + feature
              + (close
                  ? " has a ring of " + length + " positions; it needs at least 4"
                  : " has a line of " + length + " positions; it needs at least 2"));
    }
    target.beginRing();
    for (int i = from; i < to; i++) {
      vertex(xy, i);
    }
    if (close && !closed) {
      vertex(xy, from);
    }
  }

  private void vertex(int xy, int i) {
    double x = cursor.f64(xy + 16 * i);
    double y = cursor.f64(xy + 16 * i + 8);
    if (x - x != 0 || y - y != 0) {
      throw cursor.broken(
          xy + 16 * i, "feature " + feature + " has a coordinate that is not finite");
    }
    if (measures != 0) {
      target.vertex(
          x,
          y,
          heights == 0 ? Double.NaN : cursor.f64(heights + 8 * i),
          cursor.f64(measures + 8 * i));
    } else if (heights != 0) {
      target.vertex(x, y, cursor.f64(heights + 8 * i));
    } else {
      target.vertex(x, y);
    }
  }

  /** Where the ordinates of one kind begin, one for each vertex; 0 when there are none. */
  private int ordinates(int table, int slot, int count) {
    int vector = cursor.vector(table, slot, 8);
    if (cursor.length(vector) == 0) {
      return 0;
    }
    if (cursor.length(vector) != count) {
      throw unpaired(table);
    }
    return vector + 4;
  }

  private TerrellaException unpaired(int table) {
    return cursor.broken(table, "feature " + feature + " has coordinates that do not pair up");
  }

  private boolean isNaN(int xy) {
    double x = cursor.f64(xy);
    return x != x;
  }

  private GeometryType known(int code, int table) {
    if (code == 0) {
      throw cursor.broken(table, "the geometry of feature " + feature + " has no type");
    }
    if (code > GeometryType.GEOMETRY_COLLECTION.code()) {
      throw TerrellaException.unsupported(
          "Feature " + feature + " has a curve, surface or other geometry of type " + code + ".");
    }
    return GeometryType.ofCode(code);
  }

  private void spend(int table, long bytes) {
    budget -= bytes;
    if (budget < 0) {
      throw cursor.broken(table, "the geometry of feature " + feature + " contains itself");
    }
  }

  private void push(int table, int type) {
    if (waiting == tables.length) {
      tables = Arrays.copyOf(tables, waiting * 2);
      types = Arrays.copyOf(types, waiting * 2);
    }
    tables[waiting] = table;
    types[waiting++] = type;
  }
}
