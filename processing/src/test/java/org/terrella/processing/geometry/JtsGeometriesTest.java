package org.terrella.processing.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.feature.GeometryType;

class JtsGeometriesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (1 2)",
        "POINT EMPTY",
        "POINT Z(1 2 3)",
        "LINESTRING (0 0, 1 1, 2 0)",
        "POLYGON EMPTY",
        "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 1))",
        "MULTIPOINT ((1 2), (3 4))",
        "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 4))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1), POLYGON ((0 0, 1 0, 1 1, 0 0)))"
      })
  void surviveTheTable(String wkt) throws Exception {
    GeometryColumnBuilder builder = new GeometryColumnBuilder();
    JtsGeometries.add(builder, new WKTReader().read(wkt));
    Geometry back = JtsGeometries.of(builder.build(), 0);
    assertEquals(wkt, new WKTWriter(wkt.contains("Z(") ? 3 : 2).write(back));
  }

  @Test
  void missingGeometryStaysMissing() {
    GeometryColumnBuilder builder = new GeometryColumnBuilder();
    JtsGeometries.add(builder, null);
    assertNull(JtsGeometries.of(builder.build(), 0));
  }

  @Test
  void brokenRingsAreCompleted() {
    GeometryColumnBuilder builder = new GeometryColumnBuilder();
    builder.beginFeature(GeometryType.POLYGON).beginPart(GeometryType.POLYGON).beginRing();
    builder.vertex(0, 0).vertex(1, 0).endFeature();
    builder.beginFeature(GeometryType.LINE_STRING).beginPart(GeometryType.LINE_STRING).beginRing();
    builder.vertex(7, 7).endFeature();
    GeometryColumn column = builder.build();
    assertFalse(JtsGeometries.of(column, 0).isValid());
    assertEquals(2, JtsGeometries.of(column, 1).getNumPoints());
  }

  @Test
  void nestedCollectionsAreFlattened() throws Exception {
    GeometryColumnBuilder builder = new GeometryColumnBuilder();
    String nested = "GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(MULTIPOINT((1 1),(2 2))),POINT(3 3))";
    JtsGeometries.add(builder, new WKTReader().read(nested));
    assertEquals(3, JtsGeometries.of(builder.build(), 0).getNumGeometries());
  }
}
