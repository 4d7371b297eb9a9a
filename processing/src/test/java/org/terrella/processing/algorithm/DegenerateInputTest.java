package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;

/** Every algorithm answers, or says in words why not, whatever is missing from its layers. */
class DegenerateInputTest {
  private static void runAll(FeatureTable table) {
    SampleRuns samples = new SampleRuns(table, table, table);
    for (Algorithm algorithm : Algorithms.all()) {
      AlgorithmDescription description = algorithm.description();
      Map<String, List<FeatureTable>> inputs = samples.inputs(description);
      try {
        Results results =
            AlgorithmRun.run(algorithm, inputs, SampleRuns.parameters(description), Progress.NONE);
        for (FeatureTable result : results.tables().values()) {
          assertEquals(result.size(), result.geometry().size(), description.id());
        }
      } catch (TerrellaException e) {
        assertFalse(e.getMessage().isEmpty(), description.id());
      } catch (RuntimeException e) {
        throw new AssertionError(description.id(), e);
      }
    }
  }

  @Test
  void noFeatures() {
    runAll(Tables.of(Crs.WEB_MERCATOR, List.of()));
  }

  @Test
  void noGeometries() {
    runAll(Tables.ofWkt(Crs.WEB_MERCATOR, null, null, null));
  }

  @Test
  void emptyGeometries() {
    runAll(Tables.ofWkt(Crs.WEB_MERCATOR, "POINT EMPTY", "POINT EMPTY", "POINT EMPTY"));
    runAll(Tables.ofWkt(Crs.WEB_MERCATOR, "LINESTRING EMPTY", "MULTILINESTRING EMPTY"));
    runAll(Tables.ofWkt(Crs.WEB_MERCATOR, "POLYGON EMPTY", "MULTIPOLYGON EMPTY"));
  }

  @Test
  void collapsedGeometries() {
    runAll(Tables.ofWkt(Crs.WEB_MERCATOR, "POINT (1 1)", "POINT (1 1)", "MULTIPOINT (1 1, 1 1)"));
    runAll(Tables.ofWkt(Crs.WEB_MERCATOR, "LINESTRING (1 1, 1 1)", "LINESTRING (1 1, 1 1, 1 1)"));
    runAll(
        Tables.ofWkt(
            Crs.WEB_MERCATOR,
            "POLYGON ((1 1, 1 1, 1 1, 1 1))",
            "POLYGON ((1 1, 2 1, 3 1, 1 1))",
            "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"));
  }
}
