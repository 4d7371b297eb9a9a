package org.terrella.processing.feature;

import java.util.Arrays;

/** Values of any number of bytes laid end to end, as text and binary columns have them. */
record VariableBytes(int[] offsets, byte[] bytes) {
  VariableBytes slice(int from, int to) {
    int[] sliced = Arrays.copyOfRange(offsets, from, to + 1);
    int start = sliced[0];
    for (int i = 0; i < sliced.length; i++) {
      sliced[i] -= start;
    }
    return new VariableBytes(sliced, Arrays.copyOfRange(bytes, start, offsets[to]));
  }

  VariableBytes take(int[] rows) {
    int[] takenOffsets = new int[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      takenOffsets[i + 1] = takenOffsets[i] + offsets[rows[i] + 1] - offsets[rows[i]];
    }
    byte[] taken = new byte[takenOffsets[rows.length]];
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      System.arraycopy(
          bytes, offsets[row], taken, takenOffsets[i], offsets[row + 1] - offsets[row]);
    }
    return new VariableBytes(takenOffsets, taken);
  }
}
