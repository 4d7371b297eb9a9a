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
  /** One line of so many vertices, all of them at 0. */
  private static FeatureTable line(String name, int vertices) {
    GeometryColumn geometry =
        new GeometryColumn(
            2,
            new byte[] {2},
            new int[] {0, 1},
            new int[] {0, 1},
            new int[] {0, vertices},
            new double[2 * vertices],
            null);
    return new FeatureTable(name, Crs.WEB_MERCATOR, geometry, List.of(), null);
  }

  @Test
  void refusesWhatAWorkerHasNoRoomFor() {
    FeatureTable small = line("small", 1000);
    FeatureTable large = line("coast", 31_000_000);
    assertDoesNotThrow(
        () -> MemoryNeed.check("native:clip", List.of(small), Map.of("OVERLAY", List.of(small))));
    TerrellaException e =
        assertThrows(
            TerrellaException.class,
            () ->
                MemoryNeed.check(
                    "native:clip", List.of(small, small), Map.of("OVERLAY", List.of(large))));
    assertEquals("out-of-memory", e.code());
    assertTrue(e.getMessage().contains("native:clip would need about 3.4 GB"), e.getMessage());
    assertTrue(e.getMessage().contains("\"coast\" has 31.0 million vertices"), e.getMessage());
  }

  /** Slices come one after the other. */
  @Test
  void countsOneSlice() {
    FeatureTable slice = line("slice", 15_000_000);
    assertDoesNotThrow(
        () -> MemoryNeed.check("native:buffer", List.of(slice, slice, slice), Map.of()));
  }
}
