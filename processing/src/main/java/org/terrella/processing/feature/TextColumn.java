package org.terrella.processing.feature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A column of text in UTF-8, laid end to end.
 *
 * @param offsets {@code size + 1} ascending positions in {@code utf8}
 * @param utf8 the text of all rows
 * @param present 1 where there is a value, or null when every row has one
 */
public record TextColumn(Field field, int[] offsets, byte[] utf8, byte[] present)
    implements Column {
  public TextColumn {
    Objects.requireNonNull(field);
    if (present != null && present.length != offsets.length - 1) {
      throw new IllegalArgumentException("present must have one byte per row");
    }
  }

  @Override
  public int size() {
    return offsets.length - 1;
  }

  @Override
  public boolean isNull(int row) {
    return present != null && present[row] == 0;
  }

  @Override
  public String value(int row) {
    return isNull(row)
        ? null
        : new String(utf8, offsets[row], offsets[row + 1] - offsets[row], StandardCharsets.UTF_8);
  }

  @Override
  public Column slice(int from, int to) {
    int[] sliced = Arrays.copyOfRange(offsets, from, to + 1);
    int start = sliced[0];
    for (int i = 0; i < sliced.length; i++) {
      sliced[i] -= start;
    }
    return new TextColumn(
        field,
        sliced,
        Arrays.copyOfRange(utf8, start, offsets[to]),
        present == null ? null : Arrays.copyOfRange(present, from, to));
  }

  @Override
  public Column take(int[] rows) {
    int[] takenOffsets = new int[rows.length + 1];
    byte[] takenPresent = present == null ? null : new byte[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      takenOffsets[i + 1] = takenOffsets[i] + offsets[row + 1] - offsets[row];
      if (takenPresent != null) {
        takenPresent[i] = present[row];
      }
    }
    byte[] taken = new byte[takenOffsets[rows.length]];
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      System.arraycopy(utf8, offsets[row], taken, takenOffsets[i], offsets[row + 1] - offsets[row]);
    }
    return new TextColumn(field, takenOffsets, taken, takenPresent);
  }
}
