package org.terrella.processing.feature;

import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * A column of byte strings, laid end to end.
 *
 * @param offsets {@code size + 1} ascending positions in {@code bytes}
 * @param bytes those of all rows
 * @param present 1 where there is a value, or null when every row has one
 */
public record BinaryColumn(Field field, int[] offsets, byte[] bytes, byte[] present)
    implements Column {
  public BinaryColumn {
    Objects.requireNonNull(field);
    Presence.check(present, offsets.length - 1);
  }

  @Override
  public int size() {
    return offsets.length - 1;
  }

  /** The bytes as base64, or null. */
  @Override
  public String value(int row) {
    return isNull(row)
        ? null
        : Base64.getEncoder()
            .encodeToString(Arrays.copyOfRange(bytes, offsets[row], offsets[row + 1]));
  }

  @Override
  public Column slice(int from, int to) {
    VariableBytes sliced = new VariableBytes(offsets, bytes).slice(from, to);
    return new BinaryColumn(
        field, sliced.offsets(), sliced.bytes(), Presence.slice(present, from, to));
  }

  @Override
  public Column take(int[] rows) {
    VariableBytes taken = new VariableBytes(offsets, bytes).take(rows);
    return new BinaryColumn(field, taken.offsets(), taken.bytes(), Presence.take(present, rows));
  }
}
