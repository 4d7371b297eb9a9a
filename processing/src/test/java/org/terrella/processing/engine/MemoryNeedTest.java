package org.terrella.processing.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;

class MemoryNeedTest {
  private static final int[] WHOLE = {0, 1};

  /** Lines of so many vertices, all of them at 0. */
  private static FeatureTable lines(String name, int count, int vertices) {
    int[] counting = new int[count + 1];
    int[] offsets = new int[count + 1];
    byte[] types = new byte[count];
    for (int i = 1; i <= count; i++) {
      counting[i] = i;
      offsets[i] = i * vertices;
      types[i - 1] = 2;
    }
    GeometryColumn geometry =
        new GeometryColumn(
            2, types, counting, counting, offsets, new double[2 * count * vertices], null);
    return new FeatureTable(name, Crs.WEB_MERCATOR, geometry, List.of(), null);
  }

  @Test
  void refusesWhatAWorkerHasNoRoomFor() {
    FeatureTable small = lines("small", 1, 1000);
    FeatureTable large = lines("coast", 1, 31_000_000);
    assertDoesNotThrow(
        () -> MemoryNeed.check("native:clip", small, WHOLE, Map.of("OVERLAY", List.of(small))));
    TerrellaException e =
        assertThrows(
            TerrellaException.class,
            () -> MemoryNeed.check("native:clip", small, WHOLE, Map.of("OVERLAY", List.of(large))));
    assertEquals("out-of-memory", e.code());
    assertTrue(e.getMessage().contains("native:clip would need about 3.4 GB"), e.getMessage());
    assertTrue(e.getMessage().contains("\"coast\" has 31.0 million vertices"), e.getMessage());
  }

  /** Slices come one after the other. */
  @Test
  void countsOneSlice() {
    FeatureTable lines = lines("lines", 3, 15_000_000);
    assertDoesNotThrow(
        () -> MemoryNeed.check("native:buffer", lines, new int[] {0, 1, 2, 3}, Map.of()));
    assertThrows(
        TerrellaException.class,
        () -> MemoryNeed.check("native:buffer", lines, new int[] {0, 3}, Map.of()));
  }
}
