package org.terrella.processing.query;

import java.util.Arrays;
import org.terrella.processing.feature.BinaryColumn;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.TextColumn;

/**
 * Brings rows into the order of a column, keeping the order of those that are equal; rows without
 * value, and NaN, come last in both directions. Text is ordered without regard to case and accents;
 * bytes as if they were text.
 *
 * <p>Numbers are sorted by their digits (radix sort, from the lowest), text by its first characters
 * behind those that all have in the same way, and then by merging.
 */
final class RowOrder {
  private static final int BITS = 11;
  private static final int DIGITS = 1 << BITS;

  private final Column column;
  private final boolean descending;
  private final boolean exact;
  // Of text: the folded characters of each row in question, laid end to end.
  private char[] folded;
  private int[] starts;

  private RowOrder(Column column, boolean descending, boolean exact) {
    this.column = column;
    this.descending = descending;
    this.exact = exact;
  }

  /** The given rows in the order of a column. */
  static int[] sorted(Column column, boolean descending, int[] rows) {
    return new RowOrder(column, descending, false).sort(rows);
  }

  /** The same in ascending order, with texts that differ in case or accents by code points. */
  static int[] grouped(Column column, int[] rows) {
    return new RowOrder(column, false, true).sort(rows);
  }

  /** How many of the rows have a value; after sorting these come first. */
  static int present(Column column, int[] rows) {
    int count = 0;
    for (int row : rows) {
      count += RowKeys.isMissing(column, row) ? 0 : 1;
    }
    return count;
  }

  private int[] sort(int[] rows) {
    int present = present(column, rows);
    int[] result = new int[rows.length];
    int at = 0;
    int missing = present;
    for (int row : rows) {
      if (RowKeys.isMissing(column, row)) {
        result[missing++] = row;
      } else {
        result[at++] = row;
      }
    }
    if (RowKeys.suit(column)) {
      long[] keys = new long[present];
      for (int i = 0; i < present; i++) {
        keys[i] = RowKeys.key(column, result[i]);
      }
      radix(keys, result);
    } else {
      texts(result, present);
    }
    return result;
  }

  private void texts(int[] rows, int count) {
    fold(rows, count);
    long[] keys = prefixes(count);
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = i;
    }
    int[] original = Arrays.copyOf(rows, count);
    radix(keys, places);
    int[] spare = new int[count];
    for (int from = 0; from < count; ) {
      int to = from + 1;
      while (to < count && keys[to] == keys[from]) {
        to++;
      }
      merge(places, from, to, spare, original);
      from = to;
    }
    for (int i = 0; i < count; i++) {
      rows[i] = original[places[i]];
    }
  }

  /** As many characters of each text as fit into 63 bits, behind those that all texts share. */
  private long[] prefixes(int count) {
    int shared = count == 0 ? 0 : starts[1];
    for (int i = 1; i < count; i++) {
      int j = 0;
      while (j < shared && starts[i] + j < starts[i + 1] && folded[j] == folded[starts[i] + j]) {
        j++;
      }
      shared = j;
    }
    int any = 0;
    for (int i = 0; i < starts[count]; i++) {
      any |= folded[i];
    }
    int bits = any < 128 ? 7 : any < 512 ? 9 : 16;
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      long key = 0;
      int at = starts[i] + shared;
      for (int j = 63 / bits; j > 0; j--, at++) {
        key = key << bits | (at < starts[i + 1] ? folded[at] : 0);
      }
      keys[i] = key;
    }
    return keys;
  }

  private void fold(int[] rows, int count) {
    FoldedText all = new FoldedText();
    starts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      if (column instanceof TextColumn text) {
        all.add(text.utf8(), text.offsets()[rows[i]], text.offsets()[rows[i] + 1]);
      } else {
        BinaryColumn binary = (BinaryColumn) column;
        for (int at = binary.offsets()[rows[i]]; at < binary.offsets()[rows[i] + 1]; at++) {
          all.add((char) (binary.bytes()[at] & 0x7F));
        }
      }
      starts[i + 1] = all.length();
    }
    folded = all.chars();
  }

  /** Sorts {@code keys}, and as many of {@code values} with them. */
  private void radix(long[] keys, int[] values) {
    int count = keys.length;
    for (int i = 0; i < count; i++) {
      keys[i] ^= descending ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
    long[] otherKeys = new long[count];
    int[] otherValues = new int[count];
    int[] ends = new int[DIGITS];
    long[] fromKeys = keys;
    int[] fromValues = values;
    for (int shift = 0; shift < 64; shift += BITS) {
      Arrays.fill(ends, 0);
      for (int i = 0; i < count; i++) {
        ends[(int) (fromKeys[i] >>> shift) & DIGITS - 1]++;
      }
      if (count == 0 || ends[(int) (fromKeys[0] >>> shift) & DIGITS - 1] == count) {
        continue;
      }
      for (int d = 1; d < DIGITS; d++) {
        ends[d] += ends[d - 1];
      }
      for (int i = count - 1; i >= 0; i--) {
        int to = --ends[(int) (fromKeys[i] >>> shift) & DIGITS - 1];
        otherKeys[to] = fromKeys[i];
        otherValues[to] = fromValues[i];
      }
      long[] keysBefore = fromKeys;
      fromKeys = otherKeys;
      otherKeys = keysBefore;
      int[] valuesBefore = fromValues;
      fromValues = otherValues;
      otherValues = valuesBefore;
    }
    if (fromValues != values) {
      System.arraycopy(fromKeys, 0, keys, 0, count);
      System.arraycopy(fromValues, 0, values, 0, count);
    }
  }

  /** Sorts {@code places[from]} to {@code places[to - 1]}, runs of growing length at a time. */
  private void merge(int[] places, int from, int to, int[] spare, int[] rows) {
    boolean inOrder = true;
    for (int i = from + 1; i < to && inOrder; i++) {
      inOrder = compare(places[i - 1], places[i], rows) <= 0;
    }
    if (inOrder) {
      return;
    }
    for (long width = 1; width < to - from; width *= 2) {
      for (long start = from; start < to; start += 2 * width) {
        int middle = (int) Math.min(to, start + width);
        int end = (int) Math.min(to, start + 2 * width);
        int left = (int) start;
        int right = middle;
        for (int i = (int) start; i < end; i++) {
          boolean takeLeft =
              left < middle && (right >= end || compare(places[left], places[right], rows) <= 0);
          spare[i] = places[takeLeft ? left++ : right++];
        }
      }
      System.arraycopy(spare, from, places, from, to - from);
    }
  }

  private int compare(int a, int b, int[] rows) {
    int lengthA = starts[a + 1] - starts[a];
    int lengthB = starts[b + 1] - starts[b];
    for (int i = 0; i < lengthA && i < lengthB; i++) {
      int difference = folded[starts[a] + i] - folded[starts[b] + i];
      if (difference != 0) {
        return descending ? -difference : difference;
      }
    }
    int order = lengthA - lengthB;
    if (order == 0 && exact) {
      order = compareBytes(column, rows[a], rows[b]);
    }
    return descending ? -order : order;
  }

  /** Compares two texts by code points, which is the order of their UTF-8. */
  static int compareBytes(Column column, int a, int b) {
    byte[] bytes =
        column instanceof TextColumn text ? text.utf8() : ((BinaryColumn) column).bytes();
    int[] offsets =
        column instanceof TextColumn text ? text.offsets() : ((BinaryColumn) column).offsets();
    int lengthA = offsets[a + 1] - offsets[a];
    int lengthB = offsets[b + 1] - offsets[b];
    for (int i = 0; i < lengthA && i < lengthB; i++) {
      int difference = (bytes[offsets[a] + i] & 0xFF) - (bytes[offsets[b] + i] & 0xFF);
      if (difference != 0) {
        return difference;
      }
    }
    return lengthA - lengthB;
  }

  /** Whether two rows that have a value have the same one. */
  static boolean same(Column column, int a, int b) {
    return RowKeys.suit(column)
        ? RowKeys.key(column, a) == RowKeys.key(column, b)
        : compareBytes(column, a, b) == 0;
  }
}
