package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.terrella.exact.DoubleText;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumnBuilder;
import org.terrella.processing.geometry.JtsGeometries;

/** The layers of pictures, in an area of about 100 by 70 metres. */
final class SampleLayers {
  private static final String[] NAMES = {"North Hill", "Old Mill", "Lake Side", "East Gate"};

  static final FeatureTable POINTS =
      layer(
          "point 12 14",
          "point 30 52",
          "point 24 30",
          "point 46 20",
          "point 58 46",
          "point 74 12",
          "point 84 34",
          "point 66 60",
          "point 92 58");

  static final FeatureTable LINES =
      layer(
          "line 4 12 20 18 26 36 44 40 52 58 70 62",
          "line 34 4 46 16 64 18 78 34 96 36",
          "line 8 58 22 50 30 62");

  static final FeatureTable POLYGONS =
      layer(
          "area 6 10 30 6 38 22 26 34 10 30 6 10",
          "area 38 22 60 16 66 36 46 46 26 34 38 22",
          "area 68 8 94 12 92 34 74 30 68 8/76 14 86 16 84 26 78 24 76 14",
          "areas 60 48 76 44 82 60 64 64 60 48;88 46 96 50 92 58 88 46");

  static final FeatureTable MIXED =
      layer("point 16 46", "line 30 58 44 48 58 58 70 50", "area 44 10 76 8 84 30 58 36 44 10");

  static final FeatureTable MASK = layer("area 22 14 70 4 88 44 50 60 20 44 22 14");

  static final FeatureTable CROSSING =
      layer(
          "line 10 10 90 14",
          "line 12 60 92 56",
          "line 18 4 14 66",
          "line 84 4 88 64",
          "line 50 4 46 66");

  static final FeatureTable NETWORK =
      layer(
          "line 10 10 36 14 62 8 90 14",
          "line 12 36 38 34 64 38 92 34",
          "line 10 60 36 62 62 56 88 60",
          "line 10 10 12 36 10 60",
          "line 36 14 38 34",
          "line 64 38 62 56",
          "line 90 14 92 34 88 60");

  static final FeatureTable CHAINS =
      layer("lines 6 10 24 30;24 30 48 22;48 22 60 40", "lines 40 60 66 56;66 56 92 44");

  static final FeatureTable BROKEN =
      layer("area 8 10 40 60 40 10 8 60 8 10", "area 56 12 92 12 92 56 56 56 56 12");

  static final FeatureTable DOUBLED =
      layer("point 20 20", "point 60 50", "point 20 20", "point 84 18");

  private SampleLayers() {}

  private static FeatureTable layer(String... shapes) {
    GeometryColumnBuilder geometry = new GeometryColumnBuilder();
    ColumnBuilder kind = new ColumnBuilder("class");
    ColumnBuilder size = new ColumnBuilder("size");
    ColumnBuilder name = new ColumnBuilder("name");
    ColumnBuilder share = new ColumnBuilder("share");
    for (int i = 0; i < shapes.length; i++) {
      JtsGeometries.add(geometry, geometry(shapes[i]));
      kind.addLong(i % 2);
      size.addLong(3 + 5 * i % 7);
      name.addText(NAMES[i % NAMES.length]);
      share.addText(15 + 20 * (i % 4) + "%");
    }
    return new FeatureTable(
        "sample",
        Crs.WEB_MERCATOR,
        geometry.build(),
        List.of(kind.build(), size.build(), name.build(), share.build()),
        null);
  }

  /** A kind and its vertices; parts stand between semicolons, rings between slashes. */
  private static Geometry geometry(String shape) {
    int blank = shape.indexOf(' ');
    List<Geometry> parts = new ArrayList<>();
    for (String part : pieces(shape.substring(blank + 1), ';')) {
      List<String> rings = pieces(part, '/');
      switch (shape.substring(0, blank)) {
        case "point" -> parts.add(JtsGeometries.FACTORY.createPoint(vertices(part)[0]));
        case "line", "lines" -> parts.add(JtsGeometries.FACTORY.createLineString(vertices(part)));
        default -> {
          LinearRing[] holes = new LinearRing[rings.size() - 1];
          for (int i = 0; i < holes.length; i++) {
            holes[i] = JtsGeometries.FACTORY.createLinearRing(vertices(rings.get(i + 1)));
          }
          parts.add(
              JtsGeometries.FACTORY.createPolygon(
                  JtsGeometries.FACTORY.createLinearRing(vertices(rings.get(0))), holes));
        }
      }
    }
    return parts.size() == 1 ? parts.get(0) : JtsGeometries.FACTORY.buildGeometry(parts);
  }

  private static Coordinate[] vertices(String text) {
    List<String> numbers = pieces(text, ' ');
    Coordinate[] vertices = new Coordinate[numbers.size() / 2];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] =
          new Coordinate(
              DoubleText.parseOrNaN(numbers.get(2 * i)),
              DoubleText.parseOrNaN(numbers.get(2 * i + 1)));
    }
    return vertices;
  }

  private static List<String> pieces(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == separator) {
        pieces.add(text.substring(from, i));
        from = i + 1;
      }
    }
    return pieces;
  }
}
