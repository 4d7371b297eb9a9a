package org.terrella.processing.geometry;

/** Numbers of things in the order of their keys, those of one key in the order that they had. */
final class KeyOrder {
  private KeyOrder() {}

  /** Sorts {@code things[from]} to {@code things[end - 1]} by {@code keys[thing]}, none NaN. */
  static void sort(int[] things, int from, int end, double[] keys) {
    int[] other = new int[end - from];
    for (int width = 1; width < end - from; width *= 2) {
      for (int left = from; left < end; left += 2 * width) {
        merge(
            things,
            left,
            Math.min(left + width, end),
            Math.min(left + 2 * width, end),
            keys,
            other);
      }
      if (width > Integer.MAX_VALUE / 4) {
        break;
      }
    }
  }

  private static void merge(
      int[] things, int left, int middle, int right, double[] keys, int[] other) {
    if (middle == right || keys[things[middle - 1]] <= keys[things[middle]]) {
      return;
    }
    int kept = middle - left;
    System.arraycopy(things, left, other, 0, kept);
    int a = 0;
    int b = middle;
    int at = left;
    while (a < kept) {
      things[at++] = b < right && keys[things[b]] < keys[other[a]] ? things[b++] : other[a++];
    }
  }
}
