package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.JtsGeometries;

/** The points, lines or cells of a grid, as QGIS lays them. */
final class Grid {
  /** Of a regular hexagon as high as 1: half a side, and a side. */
  private static final double HALF_SIDE = 0.288675134594813;

  private static final double SIDE = 0.577350269189626;

  private final Envelope extent;
  private final double width;
  private final double height;
  private final double hOverlay;
  private final double vOverlay;
  private final FeatureSink sink;
  private final boolean numbered;
  private long id = 1;

  private Grid(Parameters parameters) {
    Crs crs = parameters.crs("CRS");
    extent = parameters.extent("EXTENT");
    width = parameters.length("HSPACING", crs);
    height = parameters.length("VSPACING", crs);
    hOverlay = parameters.length("HOVERLAY", crs);
    vOverlay = parameters.length("VOVERLAY", crs);
    require(width > 0 && height > 0, "HSPACING and VSPACING must be above 0");
    require(width > hOverlay && height > vOverlay, "overlays must be less than spacings");
    require(extent.getWidth() >= width, "HSPACING is wider than EXTENT");
    require(extent.getHeight() >= height, "VSPACING is higher than EXTENT");
    // QGIS numbers rows and columns of points, rectangles and hexagons.
    numbered = parameters.choice("TYPE") % 2 == 0;
    List<Field> fields = new ArrayList<>(List.of(new Field("id", FieldType.INTEGER64)));
    for (String name : List.of("left", "top", "right", "bottom")) {
      fields.add(new Field(name, FieldType.REAL));
    }
    if (numbered) {
      fields.add(new Field("row_index", FieldType.INTEGER64));
      fields.add(new Field("col_index", FieldType.INTEGER64));
    }
    sink = new FeatureSink(RandomPointAlgorithms.nothing(crs), fields);
  }

  static FeatureSink of(Parameters parameters) {
    Grid grid = new Grid(parameters);
    switch (parameters.choice("TYPE")) {
      case 0 -> grid.points();
      case 1 -> grid.lines();
      case 2 -> grid.rectangles();
      case 3 -> grid.diamonds();
      default -> grid.hexagons();
    }
    return grid.sink;
  }

  private static void require(boolean good, String what) {
    if (!good) {
      throw TerrellaException.invalid("Parameters of native:creategrid: " + what + ".");
    }
  }

  private static int count(double length, double step) {
    double count = Math.ceil(length / step);
    RandomPointAlgorithms.requireRoom("native:creategrid", count);
    return (int) count;
  }

  private int columns(double step) {
    return count(extent.getWidth(), step);
  }

  private int rows(int columns, double step) {
    int rows = count(extent.getHeight(), step);
    RandomPointAlgorithms.requireRoom("native:creategrid", (double) columns * rows);
    return rows;
  }

  private void points() {
    int columns = columns(width - hOverlay);
    int rows = rows(columns, height - vOverlay);
    for (int column = 0; column < columns; column++) {
      double x = extent.getMinX() + (column * width - column * hOverlay);
      for (int row = 0; row < rows; row++) {
        double y = extent.getMaxY() - (row * height - row * vOverlay);
        sink.add(
            0,
            JtsGeometries.FACTORY.createPoint(new Coordinate(x, y)),
            id++,
            x,
            y,
            x + width,
            y + height,
            row,
            column);
      }
    }
  }

  private void lines() {
    int columns = count(extent.getWidth(), hOverlay > 0 ? width / 2 : width);
    int rows = count(extent.getHeight(), vOverlay > 0 ? height / 2 : height);
    double x1 = extent.getMinX();
    double x2 = extent.getMaxX();
    double y = extent.getMaxY();
    for (int i = 0; y >= extent.getMinY() && i <= rows + 2; i++) {
      line(x1, y, x2, y);
      y -= step(i, height, vOverlay);
    }
    double x = x1;
    for (int i = 0; x <= x2 && i <= columns + 2; i++) {
      line(x, extent.getMaxY(), x, extent.getMinY());
      x += step(i, width, hOverlay);
    }
  }

  /** With an overlay, a step to where the next cell begins and one to where this one ends. */
  private static double step(int i, double spacing, double overlay) {
    if (!(overlay > 0)) {
      return spacing;
    }
    return i % 2 == 0 ? spacing - overlay : overlay;
  }

  private void line(double x1, double y1, double x2, double y2) {
    Coordinate[] ends = {new Coordinate(x1, y1), new Coordinate(x2, y2)};
    sink.add(0, JtsGeometries.FACTORY.createLineString(ends), id++, x1, y1, x2, y2);
  }

  private void cell(int row, int column, double... ring) {
    Coordinate[] vertices = new Coordinate[ring.length / 2 + 1];
    Envelope box = new Envelope();
    for (int i = 0; i < ring.length / 2; i++) {
      vertices[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
      box.expandToInclude(vertices[i]);
    }
    vertices[ring.length / 2] = vertices[0];
    sink.add(
        0,
        JtsGeometries.FACTORY.createPolygon(vertices),
        id++,
        box.getMinX(),
        box.getMaxY(),
        box.getMaxX(),
        box.getMinY(),
        row,
        column);
  }

  private void rectangles() {
    int columns = columns(width - hOverlay);
    int rows = rows(columns, height - vOverlay);
    for (int column = 0; column < columns; column++) {
      double x1 = extent.getMinX() + (column * width - column * hOverlay);
      double x2 = x1 + width;
      for (int row = 0; row < rows; row++) {
        double y1 = extent.getMaxY() - (row * height - row * vOverlay);
        double y2 = y1 - height;
        cell(row, column, x1, y1, x2, y1, x2, y2, x1, y2);
      }
    }
  }

  private void diamonds() {
    double halfWidth = width / 2;
    double halfHeight = height / 2;
    int columns = columns(halfWidth - hOverlay / 2);
    int rows = rows(columns, height - vOverlay / 2);
    for (int column = 0; column < columns; column++) {
      double x = extent.getMinX() - column * (hOverlay / 2);
      double x1 = x + column * halfWidth;
      double x2 = x + (column + 1) * halfWidth;
      double x3 = x + (column + 2) * halfWidth;
      for (int row = 0; row < rows; row++) {
        double y = extent.getMaxY() + row * (vOverlay / 2);
        int first = row * 2 + column % 2;
        double y1 = y - first * halfHeight;
        double y2 = y - (first + 1) * halfHeight;
        double y3 = y - (first + 2) * halfHeight;
        cell(row, column, x1, y2, x2, y1, x3, y2, x2, y3);
      }
    }
  }

  /** Regular hexagons, whose width follows from their height. */
  private void hexagons() {
    double low = HALF_SIDE * height;
    double high = SIDE * height;
    double wide = low + high;
    double step = wide - hOverlay;
    require(step > 0, "HOVERLAY is wider than hexagons as high as VSPACING");
    double halfHeight = height / 2;
    int columns = columns(step);
    int rows = rows(columns, height - vOverlay);
    for (int column = 0; column < columns; column++) {
      // Neighbours compute their common vertices in the same way.
      double x1 = extent.getMinX() + column * step;
      double x2 = x1 + (high - low);
      double x3 = extent.getMinX() + column * step + wide;
      double x4 = x3 + (high - low);
      for (int row = 0; row < rows; row++) {
        int first = row * 2 + column % 2;
        double y = extent.getMaxY() + row * vOverlay;
        double y1 = y - first * halfHeight;
        double y2 = y - (first + 1) * halfHeight;
        double y3 = y - (first + 2) * halfHeight;
        cell(row, column, x1, y2, x2, y1, x3, y1, x4, y2, x3, y3, x2, y3);
      }
    }
  }
}
