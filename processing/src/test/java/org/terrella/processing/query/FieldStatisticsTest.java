package org.terrella.processing.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;

class FieldStatisticsTest {
  /** The numbers and answers of QGIS's own test of its summary. */
  @Test
  void ofNumbersAreThoseOfQgis() {
    JsonObject even = of(4, 2, 3, 2, 5, 8);
    assertEquals(
        Json.parse(
            "{\"count\":6,\"missing\":0,\"distinct\":5,\"min\":2,\"max\":8,\"minority\":3,"
                + "\"majority\":2,\"sum\":24,\"mean\":4,\"median\":3.5,\"stdev\":2.0816659994661326,"
                + "\"stdevSample\":2.280350850198276,\"range\":6,\"q1\":2,\"q3\":5,\"iqr\":3}"),
        even);
    assertQuartiles(2.5, 3, 4, of(2, 3, 2, 5, 3, 8, 3));
  }

  /** Hinges of 4, 5, 6 and 7 values by hand. */
  @Test
  void quartilesAreMediansOfTheHalves() {
    assertQuartiles(1.5, 2.5, 3.5, of(1, 2, 3, 4));
    assertQuartiles(2, 3, 4, of(1, 2, 3, 4, 5));
    assertQuartiles(2, 3.5, 5, of(1, 2, 3, 4, 5, 6));
    assertQuartiles(2.5, 4, 5.5, of(1, 2, 3, 4, 5, 6, 7));
    assertQuartiles(9, 9, 9, of(9));
  }

  @Test
  void countMissingValuesAndKeepAllDigits() {
    Column column = new ColumnBuilder("n").addLong(Long.MAX_VALUE).addNull().addLong(-1).build();
    JsonObject statistics = FieldStatistics.of(column, rows(3));
    assertEquals(1, statistics.integer("missing"));
    assertEquals(Long.MAX_VALUE, statistics.whole("max"));
    assertEquals(-1, statistics.whole("min"));
    JsonObject none = FieldStatistics.of(column, new int[] {1});
    assertEquals(Json.parse("{\"count\":0,\"missing\":1,\"distinct\":0}"), none);
    assertFalse(of(5).has("stdevSample"));
  }

  @Test
  void ofTexts() {
    Column column =
        new ColumnBuilder("t")
            .addText("cc")
            .addText("")
            .addNull()
            .addText("Bbé")
            .addText("cc")
            .build();
    assertEquals(
        Json.parse(
            "{\"count\":4,\"missing\":1,\"distinct\":3,\"empty\":1,\"minLength\":0,"
                + "\"maxLength\":3,\"meanLength\":1.75,\"min\":\"\",\"max\":\"cc\","
                + "\"minority\":\"\",\"majority\":\"cc\"}"),
        FieldStatistics.of(column, rows(5)));
  }

  @Test
  void ofDatesAndTruthValues() {
    Column days =
        new ColumnBuilder("d").addText("2024-03-01").addText("2024-02-28").addNull().build();
    JsonObject statistics = FieldStatistics.of(days, rows(3));
    assertEquals("2024-02-28", statistics.string("min"));
    assertEquals("2024-03-01", statistics.string("max"));
    assertEquals(2 * 86_400, statistics.number("range"));
    Column flags =
        new ColumnBuilder("f").addBoolean(true).addBoolean(false).addBoolean(true).build();
    assertEquals(2.0 / 3, FieldStatistics.of(flags, rows(3)).number("mean"), 1e-15);
  }

  @Test
  void distinctValuesComeInOrderWithCounts() {
    Column column =
        new ColumnBuilder("t")
            .addText("b")
            .addText("a")
            .addText("B")
            .addText("b")
            .addNull()
            .build();
    DistinctValues values = DistinctValues.of(column, rows(5));
    assertEquals(
        Json.parse(
            "{\"values\":[\"a\",\"B\",\"b\"],\"counts\":[1,1,2],\"distinct\":3,\"complete\":true}"),
        values.toJson(0, 100, false));
    assertEquals(
        Json.parse("{\"values\":[\"b\",\"a\"],\"counts\":[2,1],\"distinct\":3,\"complete\":false}"),
        values.toJson(0, 2, true));
    assertEquals(
        Json.parse("{\"values\":[\"b\"],\"counts\":[2],\"distinct\":3,\"complete\":false}"),
        values.toJson(2, 2, false));
    Column numbers = new ColumnBuilder("n").addLong(7).addNull().addLong(-2).addLong(7).build();
    assertEquals(
        Json.parse(
            "{\"values\":[-2],\"counts\":[1],\"distinct\":2,\"complete\":false,\"min\":-2,\"max\":7}"),
        DistinctValues.of(numbers, rows(4)).toJson(0, 1, false));
  }

  private static void assertQuartiles(double q1, double median, double q3, JsonObject statistics) {
    assertEquals(q1, statistics.number("q1"));
    assertEquals(median, statistics.number("median"));
    assertEquals(q3, statistics.number("q3"));
  }

  private static JsonObject of(double... values) {
    ColumnBuilder builder = new ColumnBuilder(new Field("v", FieldType.REAL));
    for (double value : values) {
      builder.addDouble(value);
    }
    return FieldStatistics.of(builder.build(), rows(values.length));
  }

  private static int[] rows(int count) {
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = i;
    }
    return rows;
  }
}
