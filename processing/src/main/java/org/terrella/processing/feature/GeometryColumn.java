package org.terrella.processing.feature;

import java.util.Arrays;
import java.util.List;

/**
 * The geometries of a table as flat arrays, in the manner of GeoArrow: features own parts, parts
 * own rings, rings own vertices, and all vertices lie in one array.
 *
 * <p>Every geometry fills all three levels. A point is one part with one ring of one vertex, a line
 * string one part with one ring, a polygon one part whose first ring is the shell and whose others
 * are holes; a multi geometry has a part for each member. Rings of polygons are closed. An empty
 * geometry keeps its type and has no part; a missing one has type {@link GeometryType#NONE}.
 *
 * <p>The members of a geometry collection are parts too, and {@code partTypes} says what each is.
 * Collections and multi geometries inside a collection are flattened into its parts.
 *
 * <p>Levels of which each has as many as the one above, as points have, may share one array.
 *
 * @param stride ordinates per vertex: 2 (x, y), 3 (x, y, z) or 4 (x, y, z, m)
 * @param types the {@link GeometryType} code of each feature
 * @param partOffsets {@code features + 1} positions: the parts of feature {@code i} begin at {@code
 *     partOffsets[i]}
 * @param ringOffsets {@code parts + 1} positions: where the rings of each part begin
 * @param vertexOffsets {@code rings + 1} positions: where the vertices of each ring begin, counted
 *     in vertices
 * @param coordinates {@code stride} ordinates per vertex, x (east) before y (north); a vertex
 *     without z or m in a table with them has NaN there
 * @param partTypes POINT, LINE_STRING or POLYGON for each part; null when no feature is a
 *     collection
 */
public record GeometryColumn(
    int stride,
    byte[] types,
    int[] partOffsets,
    int[] ringOffsets,
    int[] vertexOffsets,
    double[] coordinates,
    byte[] partTypes) {
  public GeometryColumn {
    if (stride < 2 || stride > 4) {
      throw new IllegalArgumentException("stride must be 2, 3 or 4");
    }
    if (partOffsets.length != types.length + 1
        || ringOffsets.length != partOffsets[types.length] + 1
        || vertexOffsets.length != ringOffsets[ringOffsets.length - 1] + 1
        || coordinates.length != vertexOffsets[vertexOffsets.length - 1] * stride) {
      throw new IllegalArgumentException("offsets do not fit each other");
    }
    if (partTypes != null && partTypes.length != ringOffsets.length - 1) {
      throw new IllegalArgumentException("partTypes must have one byte per part");
    }
  }

  /** A column of {@code size} features without geometry. */
  public static GeometryColumn none(int size) {
    return new GeometryColumn(
        2, new byte[size], new int[size + 1], new int[1], new int[1], new double[0], null);
  }

  /** All features of the given columns, one column after the other. */
  public static GeometryColumn concat(List<GeometryColumn> columns) {
    int features = 0;
    int parts = 0;
    int rings = 0;
    long vertices = 0;
    boolean plain = true;
    boolean single = true;
    for (GeometryColumn column : columns) {
      features += column.size();
      parts += column.ringOffsets.length - 1;
      rings += column.vertexOffsets.length - 1;
      vertices += column.vertexCount();
      plain &= column.stride == 2 && column.partTypes == null;
      single &= column.partOffsets == column.vertexOffsets;
    }
    if (!plain || vertices > GeometryColumnBuilder.MOST_VERTICES) {
      return rebuilt(columns);
    }
    byte[] types = new byte[features];
    int[] partOffsets = new int[features + 1];
    int[] ringOffsets = rings == features && single ? partOffsets : new int[parts + 1];
    int[] vertexOffsets = vertices == features && single ? partOffsets : new int[rings + 1];
    double[] coordinates = new double[2 * (int) vertices];
    int feature = 0;
    int part = 0;
    int ring = 0;
    int vertex = 0;
    for (GeometryColumn column : columns) {
      System.arraycopy(column.types, 0, types, feature, column.size());
      append(column.partOffsets, partOffsets, feature, part);
      if (ringOffsets != partOffsets) {
        append(column.ringOffsets, ringOffsets, part, ring);
      }
      if (vertexOffsets != partOffsets) {
        append(column.vertexOffsets, vertexOffsets, ring, vertex);
      }
      System.arraycopy(column.coordinates, 0, coordinates, 2 * vertex, column.coordinates.length);
      feature += column.size();
      part += column.ringOffsets.length - 1;
      ring += column.vertexOffsets.length - 1;
      vertex += column.vertexCount();
    }
    return new GeometryColumn(2, types, partOffsets, ringOffsets, vertexOffsets, coordinates, null);
  }

  private static void append(int[] offsets, int[] all, int at, int base) {
    for (int i = 0; i < offsets.length; i++) {
      all[at + i] = offsets[i] + base;
    }
  }

  private static GeometryColumn rebuilt(List<GeometryColumn> columns) {
    GeometryColumnBuilder geometry = new GeometryColumnBuilder();
    for (GeometryColumn column : columns) {
      for (int row = 0; row < column.size(); row++) {
        geometry.add(column, row);
      }
    }
    return geometry.build();
  }

  /** Whether offsets are 0, 1, 2 and so on, as those of points and of simple polygons are. */
  public static boolean isCounting(int[] offsets) {
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] != i) {
        return false;
      }
    }
    return true;
  }

  /**
   * The offsets 0 to {@code count}.
   *
   * @param known is given back when it is these already; may be null
   */
  public static int[] counting(int count, int[] known) {
    if (known != null && known.length == count + 1 && isCounting(known)) {
      return known;
    }
    int[] offsets = new int[count + 1];
    for (int i = 0; i <= count; i++) {
      offsets[i] = i;
    }
    return offsets;
  }

  public int size() {
    return types.length;
  }

  public GeometryType type(int row) {
    return GeometryType.ofCode(types[row]);
  }

  public int vertexCount() {
    return vertexOffsets[vertexOffsets.length - 1];
  }

  /**
   * Whether one of the vertices {@code from} (inclusive) to {@code to} (exclusive) has an ordinate.
   *
   * @param ordinate 2 for z, 3 for m
   */
  public boolean has(int ordinate, int from, int to) {
    if (ordinate < stride) {
      for (int i = from; i < to; i++) {
        double value = coordinates[stride * i + ordinate];
        if (value == value) {
          return true;
        }
      }
    }
    return false;
  }

  /** What part {@code part} of feature {@code row} is: POINT, LINE_STRING or POLYGON. */
  public GeometryType partType(int row, int part) {
    return switch (type(row)) {
      case POINT, MULTI_POINT -> GeometryType.POINT;
      case LINE_STRING, MULTI_LINE_STRING -> GeometryType.LINE_STRING;
      case POLYGON, MULTI_POLYGON -> GeometryType.POLYGON;
      case GEOMETRY_COLLECTION -> GeometryType.ofCode(partTypes[part]);
      case NONE -> GeometryType.NONE;
    };
  }

  /** First vertex of feature {@code row}, counted in vertices. */
  public int firstVertex(int row) {
    return vertexOffsets[ringOffsets[partOffsets[row]]];
  }

  /** One past the last vertex of feature {@code row}. */
  public int endVertex(int row) {
    return vertexOffsets[ringOffsets[partOffsets[row + 1]]];
  }

  /** The rows {@code from} (inclusive) to {@code to} (exclusive) as a column of their own. */
  public GeometryColumn slice(int from, int to) {
    int firstPart = partOffsets[from];
    int endPart = partOffsets[to];
    int firstRing = ringOffsets[firstPart];
    int endRing = ringOffsets[endPart];
    int firstVertex = vertexOffsets[firstRing];
    int endVertex = vertexOffsets[endRing];
    int[] parts = rebased(partOffsets, from, to, firstPart);
    boolean single = ringOffsets == partOffsets && vertexOffsets == partOffsets;
    return new GeometryColumn(
        stride,
        Arrays.copyOfRange(types, from, to),
        parts,
        single ? parts : rebased(ringOffsets, firstPart, endPart, firstRing),
        single ? parts : rebased(vertexOffsets, firstRing, endRing, firstVertex),
        Arrays.copyOfRange(coordinates, firstVertex * stride, endVertex * stride),
        partTypes == null ? null : Arrays.copyOfRange(partTypes, firstPart, endPart));
  }

  private static int[] rebased(int[] offsets, int from, int to, int base) {
    int[] result = Arrays.copyOfRange(offsets, from, to + 1);
    for (int i = 0; i < result.length; i++) {
      result[i] -= base;
    }
    return result;
  }
}
