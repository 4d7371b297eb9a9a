package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;

class LineOverlayTest {
  private static FeatureTable table(String... wkt) {
    return Tables.ofWkt(Crs.WEB_MERCATOR, wkt);
  }

  private static List<String> split(FeatureTable input, FeatureTable lines) {
    return Told.rows(
        Tables.results("native:splitwithlines", "{}", input, lines).table("OUTPUT"), 0);
  }

  @Test
  void linesAreSplitWhereTheyMeetOthers() {
    FeatureTable input =
        table(
            "LINESTRING Z (0 0 0, 10 0 10)",
            null,
            "LINESTRING (0 5, 10 5)",
            "MULTILINESTRING ((0 9, 1 9), (0 8, 10 8))");
    FeatureTable lines =
        table("LINESTRING (4 -1, 4 1)", "LINESTRING (8 0, 8 3)", "LINESTRING (2 7, 2 9)");
    assertEquals(
        List.of(
            "MULTILINESTRING Z ((0 0 0, 4 0 4)) class=0",
            "MULTILINESTRING Z ((4 0 4, 8 0 8)) class=0",
            "MULTILINESTRING Z ((8 0 8, 10 0 10)) class=0",
            "NULL class=1",
            "MULTILINESTRING ((0 5, 10 5)) class=2",
            "MULTILINESTRING ((0 9, 1 9)) class=0",
            "MULTILINESTRING ((0 8, 2 8)) class=0",
            "MULTILINESTRING ((2 8, 10 8)) class=0"),
        split(input, lines));
  }

  @Test
  void aLineIsNotSplitByWhatRunsAlongIt() {
    FeatureTable cross = table("LINESTRING (0 0, 4 0, 8 0)", "LINESTRING (6 -1, 6 1)");
    assertEquals(
        List.of(
            "MULTILINESTRING ((0 0, 4 0, 6 0)) class=0",
            "MULTILINESTRING ((6 0, 8 0)) class=0",
            "MULTILINESTRING ((6 -1, 6 0)) class=1",
            "MULTILINESTRING ((6 0, 6 1)) class=1"),
        split(cross, cross));
  }

  @Test
  void polygonsAreSplitAlongLinesThatCrossThem() {
    FeatureTable square = table("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))");
    assertEquals(
        List.of(
            "MULTIPOLYGON (((0 0, 0 4, 1 4, 1 0, 0 0))) class=0",
            "MULTIPOLYGON (((1 0, 1 4, 4 4, 4 0, 1 0))) class=0"),
        split(square, table("LINESTRING (1 -1, 1 9)")));
    List<String> whole = List.of("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0))) class=0");
    assertEquals(whole, split(square, table("LINESTRING (1 -1, 1 2)")));
    assertEquals(whole, split(square, table(null, "LINESTRING (9 9, 10 10)")));
    FeatureTable ring = table("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))");
    assertEquals(2, split(ring, table("LINESTRING (-1 4, 10 4)")).size());
  }

  @Test
  void linesCrossInPoints() {
    FeatureTable input = table("LINESTRING (0 0, 9 0)", null, "LINESTRING (0 0, 0 9)");
    FeatureTable other = table("LINESTRING (7 -1, 7 1, 3 1, 3 -1)", "LINESTRING (-1 5, 0 5)");
    Results results =
        Tables.results(
            "native:lineintersections", "{'INTERSECT_FIELDS_PREFIX': 'i_'}", input, other);
    assertEquals(
        List.of(
            "POINT (3 0) class=0 i_class=0",
            "POINT (7 0) class=0 i_class=0",
            "POINT (0 5) class=2 i_class=1"),
        Told.rows(results.table("OUTPUT"), 0));
    assertEquals(
        List.of(),
        Told.rows(
            Tables.results("native:lineintersections", "{}", input, table("LINESTRING (1 0, 2 0)"))
                .table("OUTPUT"),
            0));
  }
}
