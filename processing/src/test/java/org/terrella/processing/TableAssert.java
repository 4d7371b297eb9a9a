package org.terrella.processing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;

/** Equality of tables in everything that a reader can see. */
public final class TableAssert {
  private TableAssert() {}

  public static void assertSameTable(FeatureTable expected, FeatureTable actual) {
    assertEquals(expected.name(), actual.name());
    assertEquals(expected.crs(), actual.crs());
    assertSameGeometry(expected.geometry(), actual.geometry());
    assertEquals(expected.fields(), actual.fields());
    for (int i = 0; i < expected.columns().size(); i++) {
      assertSameColumn(expected.columns().get(i), actual.columns().get(i));
    }
    assertEquals(expected.ids() == null, actual.ids() == null);
    if (expected.ids() != null) {
      assertSameColumn(expected.ids(), actual.ids());
    }
  }

  public static void assertSameGeometry(GeometryColumn expected, GeometryColumn actual) {
    assertArrayEquals(expected.types(), actual.types());
    assertArrayEquals(expected.partOffsets(), actual.partOffsets());
    assertArrayEquals(expected.ringOffsets(), actual.ringOffsets());
    assertArrayEquals(expected.vertexOffsets(), actual.vertexOffsets());
    assertEquals(expected.stride(), actual.stride());
    assertArrayEquals(expected.coordinates(), actual.coordinates());
    assertArrayEquals(expected.partTypes(), actual.partTypes());
  }

  private static void assertSameColumn(Column expected, Column actual) {
    assertEquals(expected.size(), actual.size());
    for (int row = 0; row < expected.size(); row++) {
      assertEquals(
          expected.value(row), actual.value(row), expected.field().name() + " of row " + row);
    }
  }
}
