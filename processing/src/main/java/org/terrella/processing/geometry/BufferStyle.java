package org.terrella.processing.geometry;

import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * The shape of a buffer's corners and ends, with QGIS's choices.
 *
 * @param segments line segments in a quarter of a circle
 * @param cap ends of lines: 0 round, 1 flat, 2 square
 * @param join corners: 0 round, 1 mitre, 2 bevel
 * @param mitreLimit how far a mitred corner may reach, as a multiple of the distance
 */
public record BufferStyle(int segments, int cap, int join, double mitreLimit) {
  /** Round everywhere. */
  public static BufferStyle round(int segments) {
    return new BufferStyle(segments, 0, 0, 2);
  }

  public BufferParameters toJts() {
    return new BufferParameters(segments, cap + 1, join + 1, mitreLimit);
  }
}
