package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.terrella.exact.DoubleText;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.GeometryColumn;
import org.terrella.processing.feature.GeometryType;

/** Draws layers as paths of SVG into a box of {@value #WIDTH} by {@value #HEIGHT}. */
final class SamplePicture {
  static final int WIDTH = 120;
  static final int HEIGHT = 84;
  private static final int MARGIN = 5;

  /** Vertices to be seen. */
  enum Dots {
    NONE,
    FIRST,
    ALL
  }

  private double minX = Double.POSITIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;

  /** Makes room for a layer. */
  void include(FeatureTable table) {
    GeometryColumn geometry = table.geometry();
    double[] coordinates = geometry.coordinates();
    for (int i = 0; i + 1 < coordinates.length; i += geometry.stride()) {
      minX = Math.min(minX, coordinates[i]);
      minY = Math.min(minY, coordinates[i + 1]);
      maxX = Math.max(maxX, coordinates[i]);
      maxY = Math.max(maxY, coordinates[i + 1]);
    }
  }

  /**
   * {@code {areas?, lines?, points?}}, each the data of a path; points are lines of no length. The
   * order of the features makes no difference, nor does what lies twice in the same place.
   *
   * @param dots which vertices of lines and areas are among the points
   */
  JsonObject draw(FeatureTable table, Dots dots) {
    GeometryColumn geometry = table.geometry();
    List<String> areas = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    List<String> points = new ArrayList<>();
    for (int row = 0; row < geometry.size(); row++) {
      for (int part = geometry.partOffsets()[row]; part < geometry.partOffsets()[row + 1]; part++) {
        GeometryType type = geometry.partType(row, part);
        StringBuilder path = new StringBuilder();
        int end = geometry.ringOffsets()[part + 1];
        for (int ring = geometry.ringOffsets()[part]; ring < end; ring++) {
          int first = geometry.vertexOffsets()[ring];
          int last = geometry.vertexOffsets()[ring + 1];
          for (int i = first; i < last; i++) {
            String place = place(geometry, i);
            path.append(i == first ? 'M' : 'L').append(place);
            if (dots == Dots.ALL
                || dots == Dots.FIRST && i == first
                || type == GeometryType.POINT) {
              points.add("M" + place + "h0");
            }
          }
          path.append(type == GeometryType.POLYGON ? "Z" : "");
        }
        if (type != GeometryType.POINT) {
          (type == GeometryType.POLYGON ? areas : lines).add(path.toString());
        }
      }
    }
    return with(with(with(JsonObject.of(), "areas", areas), "lines", lines), "points", points);
  }

  private static JsonObject with(JsonObject json, String name, List<String> paths) {
    List<String> different = new ArrayList<>();
    paths.sort(null);
    for (String path : paths) {
      if (different.isEmpty() || !path.equals(different.get(different.size() - 1))) {
        different.add(path);
      }
    }
    return paths.isEmpty() ? json : json.with(name, String.join("", different));
  }

  private String place(GeometryColumn geometry, int vertex) {
    double scale =
        Math.min(
            (WIDTH - 2 * MARGIN) / Math.max(maxX - minX, 1e-9),
            (HEIGHT - 2 * MARGIN) / Math.max(maxY - minY, 1e-9));
    double x = geometry.coordinates()[vertex * geometry.stride()] - (minX + maxX) / 2;
    double y = geometry.coordinates()[vertex * geometry.stride() + 1] - (minY + maxY) / 2;
    return tenths(WIDTH / 2.0 + x * scale) + " " + tenths(HEIGHT / 2.0 - y * scale);
  }

  private static String tenths(double value) {
    return DoubleText.write(Math.floor(value * 10 + 0.5) / 10);
  }
}
