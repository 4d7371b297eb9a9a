package org.terrella.processing.query;

import java.util.Arrays;
import java.util.Base64;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;

/** Sets of rows as ascending arrays, combined as QGIS combines selections. */
public final class RowSets {
  private RowSets() {}

  /**
   * Numbers of rows as a set, ascending and each once.
   *
   * @param size how many rows there are
   * @throws TerrellaException invalid-argument for a number that is none of a row
   */
  public static int[] of(double[] numbers, int size) {
    int[] rows = new int[numbers.length];
    for (int i = 0; i < rows.length; i++) {
      if (!(numbers[i] >= 0 && numbers[i] < size) || numbers[i] != Math.floor(numbers[i])) {
        throw TerrellaException.invalid(
            "There is no row " + DoubleText.write(numbers[i]) + " of " + size + ".");
      }
      rows[i] = (int) numbers[i];
    }
    Arrays.sort(rows);
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (i == 0 || rows[i] != rows[i - 1]) {
        rows[count++] = rows[i];
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /**
   * Rows that are said as bits in base64, of each byte the lowest first.
   *
   * @return ascending
   */
  public static int[] ofBits(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    int count = 0;
    for (byte bits : bytes) {
      count += Integer.bitCount(bits & 0xff);
    }
    int[] rows = new int[count];
    int at = 0;
    for (int row = 0; at < count; row++) {
      if ((bytes[row / 8] >> row % 8 & 1) == 1) {
        rows[at++] = row;
      }
    }
    return rows;
  }

  /**
   * A selection after something else was found.
   *
   * @param how {@code new}, {@code add}, {@code remove}, {@code intersect}, or {@code toggle}: what
   *     was selected is not any more
   * @param before the rows selected so far, ascending
   * @param found the rows found now, ascending
   * @return ascending
   * @throws TerrellaException invalid-argument for any other way
   */
  public static int[] combine(String how, int[] before, int[] found) {
    return switch (how) {
      case "new" -> found;
      case "add" -> merge(before, found, true, true, true);
      case "remove" -> merge(before, found, true, false, false);
      case "intersect" -> merge(before, found, false, true, false);
      case "toggle" -> merge(before, found, true, false, true);
      default ->
          throw TerrellaException.invalid(
              "\"" + how + "\" is no way to select: new, add, remove, intersect, toggle.");
    };
  }

  private static int[] merge(
      int[] one, int[] other, boolean onlyOne, boolean both, boolean onlyOther) {
    int[] merged = new int[one.length + other.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < one.length || j < other.length) {
      boolean inOne = i < one.length && (j == other.length || one[i] <= other[j]);
      boolean inOther = j < other.length && (i == one.length || other[j] <= one[i]);
      int row = inOne ? one[i] : other[j];
      if (inOne ? inOther ? both : onlyOne : onlyOther) {
        merged[count++] = row;
      }
      i += inOne ? 1 : 0;
      j += inOther ? 1 : 0;
    }
    return Arrays.copyOf(merged, count);
  }
}
