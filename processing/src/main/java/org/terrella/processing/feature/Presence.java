package org.terrella.processing.feature;

import java.util.Arrays;

/** Which rows of a column have a value: a byte for each row, 1 for yes; or null for all. */
final class Presence {
  private Presence() {}

  static void check(byte[] present, int size) {
    if (present != null && present.length != size) {
      throw new IllegalArgumentException("present must have one byte per row");
    }
  }

  static byte[] slice(byte[] present, int from, int to) {
    return present == null ? null : Arrays.copyOfRange(present, from, to);
  }

  static byte[] take(byte[] present, int[] rows) {
    if (present == null) {
      return null;
    }
    byte[] taken = new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      taken[i] = present[rows[i]];
    }
    return taken;
  }
}
