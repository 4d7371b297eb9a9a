package org.terrella.processing.feature;

import java.util.Arrays;
import java.util.Objects;
import org.terrella.processing.temporal.Moment;

/**
 * A column of dates, times of day or date-times, to the microsecond.
 *
 * @param micros one value per row, unspecified where null. Of a DATE: microseconds from 1970-01-01
 *     to its midnight; of a TIME: since midnight; of a DATE_TIME: from 1970-01-01T00:00 to what the
 *     clock shows in its own zone
 * @param zones of a DATE_TIME how far its clock is ahead of UTC, in quarters of an hour, or {@link
 *     Moment#NO_ZONE}; null when no value has a zone
 * @param present 1 where there is a value, or null when every row has one
 */
public record TemporalColumn(Field field, long[] micros, byte[] zones, byte[] present)
    implements Column {
  public TemporalColumn {
    Objects.requireNonNull(field);
    Presence.check(present, micros.length);
    Presence.check(zones, micros.length);
  }

  @Override
  public int size() {
    return micros.length;
  }

  public byte zone(int row) {
    return zones == null ? Moment.NO_ZONE : zones[row];
  }

  /**
   * Microseconds by which values are ordered: date-times at UTC, those without zone as if there.
   */
  public long instant(int row) {
    return Moment.instant(micros[row], zone(row));
  }

  /** The value in its ISO 8601 form, or null. */
  @Override
  public String value(int row) {
    return isNull(row) ? null : text(row);
  }

  private String text(int row) {
    return switch (field.type()) {
      case DATE -> Moment.dateText(micros[row]);
      case TIME -> Moment.timeText(micros[row]);
      default -> Moment.dateTimeText(micros[row], zone(row));
    };
  }

  @Override
  public Column slice(int from, int to) {
    return new TemporalColumn(
        field,
        Arrays.copyOfRange(micros, from, to),
        Presence.slice(zones, from, to),
        Presence.slice(present, from, to));
  }

  @Override
  public Column take(int[] rows) {
    long[] taken = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      taken[i] = micros[rows[i]];
    }
    return new TemporalColumn(
        field, taken, Presence.take(zones, rows), Presence.take(present, rows));
  }
}
