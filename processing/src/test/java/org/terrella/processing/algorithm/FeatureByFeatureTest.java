package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.TableAssert;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.FeatureTables;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.wkt.WktWriter;

/** Answers worked by hand of the algorithms that look at one feature at a time. */
class FeatureByFeatureTest {
  /**
   * Lines of {@code id | parameters | feature | features of the result}, those with {@code ;}
   * between them, each a text of its geometry and then the values of new fields.
   */
  @ParameterizedTest
  @CsvFileSource(
      resources = "/feature-algorithms.txt",
      delimiter = '|',
      maxCharsPerColumn = 100_000)
  void knownAnswers(String id, String parameters, String feature, String expected) {
    FeatureTable input = Tables.ofWkt(Crs.WEB_MERCATOR, feature);
    assertEquals(expected == null ? "" : expected, told(Tables.run(id, input, parameters)), id);
  }

  private static String told(FeatureTable table) {
    List<String> told = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      StringBuilder text = new StringBuilder();
      text.append(
          table.geometry().type(row) == GeometryType.NONE
              ? "NULL"
              : WktWriter.text(table.geometry(), row));
      for (Column column : table.columns().subList(1, table.columns().size())) {
        text.append(' ').append(column.field().name()).append('=').append(column.value(row));
      }
      told.add(text.toString());
    }
    return String.join("; ", told);
  }

  /** What is asked of all: no rows, no geometry, an empty one, and the attributes kept. */
  @Test
  void degenerateInputIsNoError() {
    FeatureTable empty = Tables.of(Crs.WEB_MERCATOR, List.of());
    FeatureTable missing = Tables.ofWkt(Crs.WEB_MERCATOR, null, null);
    for (Algorithm algorithm : Algorithms.all()) {
      if (!(algorithm instanceof FeatureAlgorithm) || needsMore(algorithm)) {
        continue;
      }
      String id = algorithm.description().id();
      String json = Json.write(SampleRuns.parameters(algorithm.description()));
      assertEquals(0, Tables.run(id, empty, json).size(), id);
      FeatureTable result = Tables.run(id, missing, json);
      if (result.size() == 0) {
        continue;
      }
      assertEquals(2, result.size(), id);
      assertEquals(GeometryType.NONE, result.geometry().type(1), id);
      assertEquals(1L, result.column("class").value(1), id);
      for (Column column : result.columns().subList(1, result.columns().size())) {
        assertNull(column.value(0), id);
      }
    }
  }

  @Test
  void otherGeometryIsNamed() {
    FeatureTable mixed = Tables.ofWkt(Crs.WEB_MERCATOR, "LINESTRING (0 0, 1 1)", "POINT (7 8)");
    TerrellaException e =
        assertThrows(TerrellaException.class, () -> Tables.run("native:explodelines", mixed, "{}"));
    assertEquals("invalid-argument", e.code());
    assertTrue(e.getMessage().contains("begins at 7, 8 is a Point"), e.getMessage());
    assertTrue(e.getMessage().contains("takes lines only"), e.getMessage());
  }

  @Test
  void aFieldThatIsThereGetsANumber() {
    FeatureTable once =
        Tables.run(
            "native:convexhull", Tables.ofWkt(Crs.UNKNOWN, "MULTIPOINT (0 0, 1 0, 0 1)"), "{}");
    FeatureTable twice = Tables.run("native:convexhull", once, "{}");
    assertEquals("area_2", twice.fields().get(3).name());
    assertEquals(0.5, twice.column("area_2").value(0));
  }

  /** All in one go or row after row, the same comes out. */
  @Test
  void slicesGiveTheSameAsTheWhole() {
    FeatureTable stars = Tables.stars(70, 11);
    FeatureTable lines = Tables.run("native:polygonstolines", stars, "{}");
    for (Algorithm algorithm : Algorithms.all()) {
      ParameterDescription source = algorithm.description().parameters().get(0);
      boolean takesPoints = source.geometry().equals(List.of(0));
      if (!(algorithm instanceof FeatureAlgorithm) || takesPoints || needsMore(algorithm)) {
        continue;
      }
      FeatureTable input = source.geometry().equals(List.of(1)) ? lines : stars;
      String id = algorithm.description().id();
      JsonObject json = SampleRuns.parameters(algorithm.description());
      Parameters parameters =
          Parameters.of(algorithm.description(), json).forSlice(FeatureTables.kinds(input), 0);
      TableAssert.assertSameTable(
          algorithm.compute(input, parameters, Progress.NONE).table("OUTPUT"),
          Tables.run(id, input, Json.write(json)));
    }
  }

  private static boolean needsMore(Algorithm algorithm) {
    return algorithm.description().parameters().stream()
        .anyMatch(
            parameter ->
                parameter.type().isFeatures()
                    && !parameter.name().equals(algorithm.description().mainInput()));
  }
}
