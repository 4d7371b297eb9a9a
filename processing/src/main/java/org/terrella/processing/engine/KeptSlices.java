package org.terrella.processing.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;

/** The slices of one table that a worker keeps for later tasks; see {@link KeptTable}. */
final class KeptSlices {
  private final Map<Integer, FeatureTable> slices = new HashMap<>();
  private int table;

  /**
   * The slice of a task.
   *
   * @param header {@code {first, kept?: {table, held}}}
   * @param sent reads the slice, where it came along
   */
  FeatureTable slice(JsonObject header, Supplier<FeatureTable> sent) {
    JsonObject kept = header.optObject("kept");
    if (kept.isEmpty()) {
      return sent.get();
    }
    int first = header.integer("first");
    if (kept.bool("held")) {
      return Objects.requireNonNull(slices.get(first));
    }
    if (kept.integer("table") != table) {
      slices.clear();
      table = kept.integer("table");
    }
    FeatureTable slice = sent.get();
    slices.put(first, slice);
    return slice;
  }
}
