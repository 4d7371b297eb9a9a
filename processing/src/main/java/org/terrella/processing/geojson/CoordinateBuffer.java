package org.terrella.processing.geojson;

import java.util.Arrays;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.GeometryType;

/**
 * The {@code coordinates} of one geometry while its type may still be unknown: positions in a flat
 * array, and marks for where the arrays around them open and close.
 *
 * <p>Methods that can fail return what is wrong, or null when all is well.
 */
final class CoordinateBuffer {
  // x, y and z (or NaN) of each position.
  private double[] ordinates = new double[192];
  private int positions;
  // For each bracket around positions: number of positions before it · 2, plus 1 where it closes.
  private int[] marks = new int[32];
  private int markCount;
  private int depth;
  private boolean inPosition;
  private int filled;
  private boolean hasZ;

  void reset() {
    positions = 0;
    markCount = 0;
    depth = 0;
    inPosition = false;
    hasZ = false;
  }

  String beginArray() {
    if (inPosition) {
      return "a position has an array among its numbers";
    }
    mark(positions << 1);
    depth++;
    return null;
  }

  String number(double value) {
    if (value - value != 0) {
      return "a coordinate is too large for a number of 64 bits";
    }
    if (!inPosition) {
      // Only now is it clear that the array just opened is a position.
      if (depth == 0 || marks[markCount - 1] != positions << 1) {
        return "numbers and arrays are mixed in the coordinates";
      }
      markCount--;
      inPosition = true;
      filled = 0;
      if (positions * 3 + 3 > ordinates.length) {
        ordinates = Arrays.copyOf(ordinates, ordinates.length + (ordinates.length >> 1));
      }
      ordinates[positions * 3 + 2] = Double.NaN;
    }
    if (filled < 3) {
      ordinates[positions * 3 + filled] = value;
      hasZ |= filled == 2;
    }
    filled++;
    return null;
  }

  String endArray() {
    depth--;
    if (!inPosition) {
      mark(positions << 1 | 1);
      return null;
    }
    inPosition = false;
    positions++;
    return filled < 2 ? "a position has only one number; it needs two" : null;
  }

  /** Whether the outermost array has ended. */
  boolean isComplete() {
    return depth == 0;
  }

  /**
   * Adds the parts of a geometry of the given type to the feature that is open in {@code target}.
   */
  String addTo(GeometryColumnBuilder target, GeometryType type) {
    GeometryType part =
        switch (type) {
          case POINT, MULTI_POINT -> GeometryType.POINT;
          case LINE_STRING, MULTI_LINE_STRING -> GeometryType.LINE_STRING;
          default -> GeometryType.POLYGON;
        };
    int levels =
        switch (type) {
          case POINT -> 0;
          case LINE_STRING, MULTI_POINT -> 1;
          case POLYGON, MULTI_LINE_STRING -> 2;
          default -> 3;
        };
    if (levels == 0 && positions == 0 && markCount == 2) {
      return null;
    }
    int polygonLevel = type == GeometryType.MULTI_POLYGON ? 2 : 1;
    int level = 0;
    int before = 0;
    boolean emptyShell = false;
    boolean partOpen = false;
    for (int i = 0; i <= markCount; i++) {
      int here = i < markCount ? marks[i] >> 1 : positions;
      boolean closes = i < markCount && (marks[i] & 1) == 1;
      if (here > before && level != levels) {
        return "the coordinates are nested "
            + (level < levels ? "less" : "deeper")
            + " than a "
            + type.label()
            + " asks for";
      }
      if (part == GeometryType.POINT) {
        addPoints(target, before, here);
      } else if (closes && level == levels) {
        if (here == before) {
          emptyShell |= part == GeometryType.POLYGON && !partOpen;
        } else {
          if (emptyShell) {
            return "the outer ring is empty but there are holes";
          }
          if (part == GeometryType.LINE_STRING || !partOpen) {
            target.beginPart(part);
            partOpen = true;
          }
          String problem = addRing(target, before, here, part == GeometryType.POLYGON);
          if (problem != null) {
            return problem;
          }
        }
      }
      before = here;
      if (i < markCount) {
        if (closes && level > levels) {
          return "the coordinates of the " + type.label() + " have an empty position";
        }
        level += closes ? -1 : 1;
        if (!closes && part == GeometryType.POLYGON && level == polygonLevel) {
          partOpen = false;
          emptyShell = false;
        }
      }
    }
    return null;
  }

  private void addPoints(GeometryColumnBuilder target, int from, int to) {
    for (int i = from; i < to; i++) {
      target.beginPart(GeometryType.POINT).beginRing();
      add(target, i);
    }
  }

  private String addRing(GeometryColumnBuilder target, int from, int to, boolean close) {
    boolean closed =
        ordinates[3 * from] == ordinates[3 * to - 3]
            && ordinates[3 * from + 1] == ordinates[3 * to - 2];
    int length = close && !closed ? to - from + 1 : to - from;
    if (close && length < 4) {
      return "a ring has " + length + " positions with its end; it needs at least 4";
    }
    if (!close && length < 2) {
      return "a line has only one position; it needs at least 2";
    }
    target.beginRing();
    for (int i = from; i < to; i++) {
      add(target, i);
    }
    if (close && !closed) {
      add(target, from);
    }
    return null;
  }

  private void add(GeometryColumnBuilder target, int position) {
    int at = position * 3;
    if (hasZ) {
      target.vertex(ordinates[at], ordinates[at + 1], ordinates[at + 2]);
    } else {
      target.vertex(ordinates[at], ordinates[at + 1]);
    }
  }

  private void mark(int value) {
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, markCount * 2);
    }
    marks[markCount++] = value;
  }
}
