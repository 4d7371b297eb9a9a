package org.terrella.processing.algorithm;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.processing.geometry.JtsGeometries;

/**
 * Layers in which differences hide: missing geometries, parts, holes, rings of both directions,
 * doubled vertices, heights and measures; nulls in fields of every type.
 */
final class QgisLayers {
  private static final String[] NAMES = {"North Hill", "Old Mill", "lake Side", "10", "9"};

  static final FeatureTable POINTS =
      layer(
          "POINT(12 14)",
          "MULTIPOINT((30 52),(40 50))",
          "",
          "POINT(24 30)",
          "POINT(24 30)",
          "MULTIPOINT((84 34))",
          "POINT(66 60)",
          "POINT(70.125 11.0625)");

  static final FeatureTable LINES =
      layer(
          "LINESTRING(4 12,20 18,26 36,44 40,52 58)",
          "MULTILINESTRING((34 4,46 16,64 18),(64 18,78 34,96 36))",
          "",
          "LINESTRING(10 30,30 30,30 50,10 50,10 30)",
          "LINESTRING(8 58,22 50,22 50,30 62)",
          "MULTILINESTRING((50 50,90 60),(60 30,60 64),(2 2,3 9))",
          "LINESTRING(60 10,90 40,90 10,60 40)",
          "MULTILINESTRING((4 12,20 18))");

  static final FeatureTable POLYGONS =
      layer(
          "POLYGON((6 10,30 6,38 22,26 34,10 30,6 10),(14 14,16 24,24 24,14 14))",
          "MULTIPOLYGON(((60 48,76 44,82 60,64 64,60 48)),((88 46,96 50,92 58,88 46),"
              + "(90 50,92 54,93 51,90 50)))",
          "",
          "POLYGON((38 22,26 34,46 46,66 36,60 16,38 22))",
          "POLYGON((20 20,50 20,50 50,20 50,20 20))",
          "MULTIPOLYGON(((68 8,74 30,92 34,94 12,68 8),(76 14,86 16,84 26,78 24,76 14)))",
          "POLYGON((20 20,50 20,50 50,20 50,20 20))",
          "POLYGON((2 40,2 41,12 41,12 40,8 40,8 40,2 40))");

  static final FeatureTable MEASURED_POINTS =
      layer(
          "POINT ZM(12 14 3 1)", "MULTIPOINT ZM((30 52 4 2),(40 50 6 3))", "POINT ZM(66 60 -1 7)");

  static final FeatureTable MEASURED_LINES =
      layer(
          "LINESTRING ZM(4 12 1 10,20 18 2 20,26 36 4 30,44 40 8 25)",
          "MULTILINESTRING ZM((34 4 5 1,46 16 5 2,64 18 5 3),(64 18 9 3,78 34 7 4,96 36 5 5))",
          "LINESTRING ZM(10 30 0 0,30 30 1 1,30 50 2 2,10 50 3 3,10 30 0 4)");

  static final FeatureTable MEASURED_POLYGONS =
      layer(
          "POLYGON ZM((6 10 1 5,30 6 2 6,38 22 3 7,26 34 4 8,10 30 5 9,6 10 1 5),"
              + "(14 14 7 1,16 24 8 2,24 24 9 3,14 14 7 1))",
          "MULTIPOLYGON ZM(((60 48 1 1,76 44 2 2,82 60 3 3,64 64 4 4,60 48 1 1)),"
              + "((88 46 5 5,96 50 6 6,92 58 7 7,88 46 5 5)))",
          "POLYGON ZM((20 20 1 0,50 20 2 0,50 50 3 0,20 50 4 0,20 20 1 0))");

  private QgisLayers() {}

  /** The layer of points, lines or polygons. */
  static FeatureTable of(int dimension, boolean measured) {
    List<FeatureTable> all =
        measured
            ? List.of(MEASURED_POINTS, MEASURED_LINES, MEASURED_POLYGONS)
            : List.of(POINTS, LINES, POLYGONS);
    return all.get(dimension);
  }

  private static FeatureTable layer(String... shapes) {
    TableBuilder builder = new TableBuilder("rows").crs(Crs.WEB_MERCATOR);
    field(builder, "class", FieldType.INTEGER);
    field(builder, "size", FieldType.INTEGER64);
    field(builder, "name", FieldType.STRING);
    field(builder, "share", FieldType.STRING);
    field(builder, "ratio", FieldType.REAL);
    field(builder, "flag", FieldType.BOOLEAN);
    field(builder, "day", FieldType.DATE);
    field(builder, "hour", FieldType.TIME);
    field(builder, "moment", FieldType.DATE_TIME);
    for (int i = 0; i < shapes.length; i++) {
      // A field is null in one row in five, each in others.
      add(builder, "class", (i + 1) % 6, (long) (i % 2));
      add(builder, "size", (i + 3) % 6, 3L + 5 * i % 7);
      add(builder, "name", (i + 2) % 5, NAMES[i % NAMES.length]);
      add(builder, "share", i % 6, i % 2 == 0 ? 15 + 20 * (i % 4) + "%" : "1,5");
      add(builder, "ratio", (i + 4) % 7, 0.1 * i - 0.25);
      add(builder, "flag", i % 5, i % 2 == 1);
      add(builder, "day", (i + 1) % 5, "2024-02-2" + (9 - i % 3));
      add(builder, "hour", (i + 2) % 4, "1" + i + ":30:15");
      add(builder, "moment", (i + 3) % 5, "2024-02-2" + (9 - i % 3) + "T0" + i + ":05:00");
      JtsGeometries.add(builder.geometry(), geometry(shapes[i]));
      builder.endRow();
    }
    return builder.build();
  }

  private static void field(TableBuilder builder, String name, FieldType type) {
    builder.field(new Field(name, type));
  }

  private static void add(TableBuilder builder, String field, int nullAtZero, Object value) {
    if (nullAtZero != 0) {
      builder.column(field).add(value);
    }
  }

  private static Geometry geometry(String wkt) {
    try {
      return wkt.isEmpty() ? null : new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
