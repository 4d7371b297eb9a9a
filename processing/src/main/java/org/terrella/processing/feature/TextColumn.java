package org.terrella.processing.feature;

import java.util.Objects;
import org.terrella.text.Utf8;

/**
 * A column of text in UTF-8, laid end to end; of type STRING or JSON.
 *
 * @param offsets {@code size + 1} ascending positions in {@code utf8}
 * @param utf8 the text of all rows
 * @param present 1 where there is a value, or null when every row has one
 */
public record TextColumn(Field field, int[] offsets, byte[] utf8, byte[] present)
    implements Column {
  public TextColumn {
    Objects.requireNonNull(field);
    Presence.check(present, offsets.length - 1);
  }

  @Override
  public int size() {
    return offsets.length - 1;
  }

  @Override
  public String value(int row) {
    return isNull(row) ? null : Utf8.decode(utf8, offsets[row], offsets[row + 1]);
  }

  @Override
  public Column slice(int from, int to) {
    VariableBytes sliced = new VariableBytes(offsets, utf8).slice(from, to);
    return new TextColumn(
        field, sliced.offsets(), sliced.bytes(), Presence.slice(present, from, to));
  }

  @Override
  public Column take(int[] rows) {
    VariableBytes taken = new VariableBytes(offsets, utf8).take(rows);
    return new TextColumn(field, taken.offsets(), taken.bytes(), Presence.take(present, rows));
  }
}
