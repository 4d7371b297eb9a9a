package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonString;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;

/** Algorithms with the names of QGIS's GDAL provider, and other names of algorithms. */
class GdalTest {
  private static FeatureTable table(String... wkt) {
    return Tables.ofWkt(Crs.UNKNOWN, wkt);
  }

  private static FeatureTable run(String id, String json, FeatureTable... tables) {
    return Tables.results(id, json, tables).table("OUTPUT");
  }

  private static List<String> rows(FeatureTable table) {
    return Told.rows(table, 0);
  }

  private static final FeatureTable SQUARES =
      table(
          "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))",
          "POLYGON ((9 0, 10 0, 10 1, 9 1, 9 0))",
          null,
          "POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))");

  @Test
  void buffersAreUnitedByGroups() {
    FeatureTable apart = run("gdal:buffervectors", "{'DISTANCE': 1}", SQUARES);
    assertEquals(4, apart.size());
    assertEquals(4 + 8 + Math.PI, Tables.geometry(apart, 0).getArea(), 1e-2);
    FeatureTable groups = run("gdal:buffervectors", "{'DISTANCE': 1, 'FIELD': 'class'}", SQUARES);
    assertEquals(List.of(0L, 1L, 2L), Told.values(groups, "class"));
    assertEquals(8 + 12 + Math.PI, Tables.geometry(groups, 0).getArea(), 1e-2);
    assertEquals(
        2,
        run(
                "gdal:buffervectors",
                "{'DISTANCE': 1, 'DISSOLVE': true, 'EXPLODE_COLLECTIONS': true}",
                SQUARES)
            .size());
    assertThrows(
        TerrellaException.class,
        () -> run("gdal:buffervectors", "{'OPTIONS': '-overwrite'}", SQUARES));
  }

  @Test
  void linesAreBufferedOnOneSide() {
    FeatureTable line = table("LINESTRING (0 0, 4 0)");
    assertEquals(
        -2,
        Tables.geometry(run("gdal:onesidebuffer", "{'DISTANCE': 2}", line), 0)
            .getEnvelopeInternal()
            .getMinY());
    FeatureTable left = run("gdal:onesidebuffer", "{'DISTANCE': 2, 'BUFFER_SIDE': 'Left'}", line);
    assertEquals(8, Tables.geometry(left, 0).getArea());
    assertEquals(2, Tables.geometry(left, 0).getEnvelopeInternal().getMaxY());
    assertEquals(
        List.of("LINESTRING (0 2, 4 2) class=0"),
        rows(run("gdal:offsetcurve", "{'DISTANCE': 2}", line)));
    assertEquals(
        List.of("POINT (1 0) class=0", "NULL class=1"),
        rows(
            run(
                "gdal:pointsalonglines",
                "{'DISTANCE': 0.25}",
                table("LINESTRING (0 0, 4 0)", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))"))));
  }

  @Test
  void featuresAreClipped() {
    assertEquals(
        List.of("POLYGON ((2 1, 1 1, 1 2, 2 2, 2 1)) class=0"),
        rows(run("gdal:clipvectorbyextent", "{'EXTENT': '1,2,1,9'}", SQUARES)));
    assertEquals(
        List.of("LINESTRING (2 1, 4 1) class=0"),
        rows(
            run(
                "gdal:clipvectorbypolygon",
                "{}",
                table("LINESTRING (2 1, 7 1)", "POINT (50 50)", null),
                table("POLYGON ((2 0, 4 0, 4 2, 2 2, 2 0))"))));
  }

  @Test
  void dissolvedFeaturesAreCountedAndMeasured() {
    FeatureTable all = run("gdal:dissolve", "{}", SQUARES);
    assertEquals(1, all.size());
    assertEquals(List.of(), all.fields());
    FeatureTable groups =
        run(
            "gdal:dissolve",
            "{'FIELD': 'class', 'COUNT_FEATURES': true, 'COMPUTE_AREA': true,"
                + " 'COMPUTE_STATISTICS': true, 'STATISTICS_ATTRIBUTE': 'class'}",
            SQUARES);
    assertEquals(
        List.of("class", "count", "area", "perimeter", "sum", "min", "max", "avg"),
        groups.fields().stream().map(Field::name).toList());
    assertEquals(
        "class=0 count=2 area=8.0 perimeter=12.0 sum=0.0 min=0.0 max=0.0" + " avg=0.0",
        rows(groups).get(0).substring(rows(groups).get(0).indexOf("class")));
    assertEquals("NULL", Told.geometry(groups, 2));
    assertEquals(2, run("gdal:dissolve", "{'EXPLODE_COLLECTIONS': true}", SQUARES).size());
  }

  @Test
  void algorithmsHaveOtherNames() {
    assertSame(Algorithms.get("native:dissolve"), Algorithms.get("jupytergis:dissolve"));
    assertEquals(
        new JsonString("jupytergis:buffer"),
        Algorithms.get("native:buffer").description().toJson().array("aliases").values().get(0));
  }
}
