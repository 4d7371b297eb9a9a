package org.terrella.processing.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;

class TableBuilderTest {
  @Test
  void widensToThreeOrdinatesWithTheFirstHeight() {
    GeometryColumnBuilder builder = new GeometryColumnBuilder().addPoint(1, 2);
    builder.beginFeature(GeometryType.LINE_STRING).beginPart(GeometryType.LINE_STRING).beginRing();
    GeometryColumn column = builder.vertex(3, 4, 5).vertex(6, 7).endFeature().addNone().build();
    assertEquals(3, column.stride());
    assertArrayEquals(
        new double[] {1, 2, Double.NaN, 3, 4, 5, 6, 7, Double.NaN}, column.coordinates());
    assertArrayEquals(new int[] {0, 1, 2, 2}, column.partOffsets());
    assertEquals(GeometryType.NONE, column.type(2));
  }

  @Test
  void growsBeyondItsFirstArrays() {
    GeometryColumnBuilder builder = new GeometryColumnBuilder();
    for (int i = 0; i < 1000; i++) {
      builder.addPoint(i, -i);
    }
    GeometryColumn column = builder.build();
    assertEquals(1000, column.vertexCount());
    assertEquals(-999, column.coordinates()[1999]);
    assertEquals(999, column.firstVertex(999));
  }

  @Test
  void findsTheNarrowestType() {
    assertType(FieldType.STRING, null, null);
    assertType(FieldType.BOOLEAN, true, null);
    assertType(FieldType.INTEGER, 1L, null, (long) Integer.MIN_VALUE);
    assertType(FieldType.INTEGER64, 1L, null, 1L + Integer.MAX_VALUE);
    assertType(FieldType.DATE, "2024-02-29", null);
    assertType(FieldType.STRING, "2023-02-29");
    assertType(FieldType.TIME, "23:59:59", "00:00:00.000001");
    assertType(FieldType.DATE_TIME, "2024-02-29T00:00:00Z", null, "2024-02-29 00:00:00+05:45");
    assertType(FieldType.STRING, "2024-02-29", "2024-02-29T00:00:00Z");
    assertType(FieldType.STRING, "2024-02-29", 1L);
    assertType(FieldType.REAL, 1L, 2.5);
    assertType(FieldType.STRING, 1L, "a");
    assertType(FieldType.STRING, (1L << 53) + 1, 2.5);
    assertType(FieldType.REAL, 1L << 53, 2.5);
    assertType(FieldType.STRING, true, 1L);
  }

  @Test
  void knowsDatesAndTimesAsGdalWritesThem() {
    assertGdal(FieldType.DATE, "2024-02-29", "2024/02/29", "2024-02-29T00:00:00");
    assertGdal(FieldType.TIME, "12:34:56.700", "0000-00-00T12:34:56.7");
    assertGdal(FieldType.DATE_TIME, "2024-02-29T00:00:00Z", "2024/02/29 00:00:00+00");
    assertGdal(FieldType.DATE_TIME, "2024-02-29T00:00:01", "2024/02/29 00:00:01");
    assertType(FieldType.DATE_TIME, "2024-02-29T00:00:00");
    assertType(FieldType.STRING, "0000-00-00T12:34:56");
  }

  private static void assertGdal(FieldType type, String canonical, String... texts) {
    for (String text : texts) {
      ColumnBuilder builder = new ColumnBuilder("d", ColumnBuilder.Texts.MOMENTS_OF_GDAL);
      Column column = builder.addNull().addText(text).build();
      assertEquals(type, column.field().type());
      assertEquals(canonical, column.value(1));
    }
  }

  @Test
  void keepsTheJsonFormOfMixedValues() {
    ColumnBuilder builder = new ColumnBuilder("m").addText("a").addLong(7).addBoolean(true);
    Column column = builder.addJson("[1]").addNull().addDouble(2.5).build();
    assertEquals(
        Arrays.asList("a", "7", "true", "[1]", null, "2.5"),
        Arrays.asList(
            column.value(0),
            column.value(1),
            column.value(2),
            column.value(3),
            column.value(4),
            column.value(5)));
  }

  @Test
  void aGivenTypeRefusesWhatItCannotHold() {
    ColumnBuilder builder = new ColumnBuilder(new Field("n", FieldType.INTEGER)).addText("x");
    assertThrows(TerrellaException.class, builder::build);
  }

  @Test
  void fillsMissingValuesAndLetsTheLastOneWin() {
    TableBuilder builder = new TableBuilder("t");
    builder.geometry().addPoint(0, 0);
    builder.endRow();
    builder.column("a").addText("first");
    builder.column("a").addText("second");
    builder.id("x").endRow();
    builder.endRow();
    FeatureTable table = builder.build();
    assertEquals(3, table.size());
    assertNull(table.column("a").value(0));
    assertEquals("second", table.column("a").value(1));
    assertNull(table.column("a").value(2));
    assertEquals("x", table.ids().value(1));
    assertEquals(GeometryType.NONE, table.geometry().type(2));
  }

  @Test
  void concatenatesTables() {
    FeatureTable one = table(1, true, "a");
    FeatureTable two = table(2, null, null);
    FeatureTable both = FeatureTables.concat(List.of(one, two));
    assertEquals(2, both.size());
    assertEquals(true, both.column("flag").value(0));
    assertNull(both.column("flag").value(1));
    assertEquals("a", both.column("text").value(0));
    assertNull(both.column("text").value(1));
    assertArrayEquals(new double[] {1, 1, 2, 2}, both.geometry().coordinates());
    assertThrows(
        TerrellaException.class,
        () -> FeatureTables.concat(List.of(one, new TableBuilder("other").build())));
  }

  private static FeatureTable table(double x, Boolean flag, String text) {
    TableBuilder builder = new TableBuilder("t" + (int) x);
    builder.field(new Field("flag", FieldType.BOOLEAN)).field(new Field("text", FieldType.STRING));
    builder.geometry().addPoint(x, x);
    builder.column("flag").add(flag);
    builder.column("text").add(text);
    return builder.endRow().build();
  }

  private static void assertType(FieldType expected, Object... values) {
    ColumnBuilder builder = new ColumnBuilder("f");
    for (Object value : values) {
      builder.add(value);
    }
    assertEquals(expected, builder.build().field().type());
  }
}
