package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.GeometryType;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.LinePath;
import org.terrella.processing.geometry.PartList;
import org.terrella.processing.geometry.Sequences;

/** Algorithms that give the vertices of features, or numbers about them. */
final class VertexAlgorithms {
  private static final List<String> SUMMARIES =
      List.of(
          "First",
          "Last",
          "Count",
          "Sum",
          "Mean",
          "Median",
          "St dev (pop)",
          "Minimum",
          "Maximum",
          "Range",
          "Minority",
          "Majority",
          "Variety",
          "Q1",
          "Q3",
          "IQR");

  private VertexAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(ordinates(true), ordinates(false), specific(), vertices());
  }

  /**
   * A vertex and where it stands.
   *
   * @param index among all vertices of the feature, the closing ones of rings included
   * @param distance along the rings and lines before it, without the ways between them
   * @param angle of the line there, in degrees clockwise from north
   */
  private record Vertex(
      Coordinate place, int index, int part, int ring, int inRing, double distance, double angle) {
    Object[] values(boolean withRing) {
      List<Object> values = new ArrayList<>(List.of(index, part));
      if (withRing) {
        values.add(ring);
      }
      values.addAll(List.of(inRing, distance, angle));
      return values.toArray();
    }
  }

  private static List<Vertex> vertices(Geometry geometry) {
    List<Vertex> vertices = new ArrayList<>();
    double before = 0;
    int part = 0;
    for (Geometry each : PartList.of(geometry)) {
      int ring = 0;
      for (LineString line : lines(each)) {
        LinePath path = new LinePath(line.getCoordinates());
        double reached = before;
        for (int i = 0; i < path.vertices().length; i++) {
          Coordinate place = path.vertices()[i];
          reached += i == 0 ? 0 : path.vertices()[i - 1].distance(place);
          vertices.add(
              new Vertex(place, vertices.size(), part, ring, i, reached, path.vertexAngle(i)));
        }
        before = reached;
        ring++;
      }
      if (each instanceof Point) {
        vertices.add(new Vertex(each.getCoordinate(), vertices.size(), part, 0, 0, before, 0));
      }
      part++;
    }
    return vertices;
  }

  private static List<LineString> lines(Geometry part) {
    List<LineString> lines = new ArrayList<>();
    if (part instanceof LineString line) {
      lines.add(line);
    } else if (part instanceof Polygon polygon) {
      lines.add(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        lines.add(polygon.getInteriorRingN(i));
      }
    }
    return lines;
  }

  private static List<Field> fields(Parameters parameters, String... first) {
    List<Field> fields = new ArrayList<>();
    for (String name : first) {
      fields.add(new Field(name, FieldType.INTEGER));
    }
    fields.add(new Field("vertex_index", FieldType.INTEGER));
    fields.add(new Field("vertex_part", FieldType.INTEGER));
    if (parameters.inputHas(GeometryType.POLYGON)) {
      fields.add(new Field("vertex_part_ring", FieldType.INTEGER));
    }
    fields.add(new Field("vertex_part_index", FieldType.INTEGER));
    fields.add(new Field("distance", FieldType.REAL));
    fields.add(new Field("angle", FieldType.REAL));
    return fields;
  }

  private static Algorithm vertices() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:extractvertices",
                "Extract vertices",
                "Makes a point of every vertex, with its number, the distance along the line and"
                    + " the direction there.",
                "Vertices",
                Declared.any()),
            (feature, sink) -> {
              boolean rings = feature.parameters().inputHas(GeometryType.POLYGON);
              for (Vertex vertex : vertices(feature.geometry())) {
                sink.add(
                    feature.row(),
                    JtsGeometries.FACTORY.createPoint(vertex.place()),
                    vertex.values(rings));
              }
            })
        .adding((input, parameters) -> fields(parameters));
  }

  /** Numbers that a feature does not have are left out, as QGIS does. */
  private static Algorithm specific() {
    return FeatureAlgorithm.of(
            Declared.geometry(
                "native:extractspecificvertices",
                "Extract specific vertices",
                "Makes points of some vertices: 0 is the first one, -1 the last.",
                "Vertices",
                Declared.any(),
                ParameterDescription.text("VERTICES", "Vertex indices", "0")),
            (feature, sink) -> {
              boolean rings = feature.parameters().inputHas(GeometryType.POLYGON);
              List<Vertex> all = vertices(feature.geometry());
              for (int wanted : numbers(feature.parameters().text("VERTICES"))) {
                int index = wanted < 0 ? all.size() + wanted : wanted;
                if (index < 0 || index >= all.size()) {
                  continue;
                }
                Object[] rest = all.get(index).values(rings);
                Object[] values = new Object[rest.length + 1];
                values[0] = wanted;
                System.arraycopy(rest, 0, values, 1, rest.length);
                sink.add(
                    feature.row(),
                    JtsGeometries.FACTORY.createPoint(all.get(index).place()),
                    values);
              }
            })
        .adding((input, parameters) -> fields(parameters, "vertex_pos"));
  }

  private static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      double number = DoubleText.parseOrNaN(text.substring(from, to).trim());
      if (number != (int) number) {
        throw TerrellaException.invalid(
            "Parameter VERTICES of native:extractspecificvertices has \""
                + text.substring(from, to).trim()
                + "\", which is no whole number.");
      }
      numbers.add((int) number);
      from = to + 1;
    }
    return numbers;
  }

  private static Algorithm ordinates(boolean heights) {
    String letter = heights ? "z" : "m";
    return FeatureAlgorithm.of(
            Declared.geometry(
                heights ? "native:extractzvalues" : "native:extractmvalues",
                heights ? "Extract Z values" : "Extract M values",
                heights
                    ? "Adds fields with the heights of a feature's vertices, summarised."
                    : "Adds fields with the measures of a feature's vertices, summarised.",
                heights ? "Extracted Z values" : "Extracted M values",
                ParameterDescription.source("INPUT", "Input layer", -1),
                ParameterDescription.choices("SUMMARIES", "Summaries to calculate", SUMMARIES),
                ParameterDescription.text("COLUMN_PREFIX", "Output column prefix", letter + "_")
                    .asOptional()),
            (feature, sink) -> {
              List<Double> values = new ArrayList<>();
              for (Vertex vertex : vertices(feature.geometry())) {
                double value = heights ? vertex.place().getZ() : Sequences.measure(vertex.place());
                if (value == value) {
                  values.add(value);
                }
              }
              NumberSummary summary = new NumberSummary(values);
              List<Object> told = new ArrayList<>();
              for (int choice : feature.parameters().choices("SUMMARIES")) {
                told.add(values.isEmpty() ? null : value(summary, choice));
              }
              sink.keep(feature.row(), told.toArray());
            })
        .adding(VertexAlgorithms::summaryFields)
        .quick();
  }

  private static List<Field> summaryFields(FeatureTable input, Parameters parameters) {
    List<Field> fields = new ArrayList<>();
    for (int choice : parameters.choices("SUMMARIES")) {
      boolean whole = choice == 2 || choice == 12;
      fields.add(
          new Field(
              parameters.optionalText("COLUMN_PREFIX") + NumberSummary.NAMES.get(choice),
              whole ? FieldType.INTEGER : FieldType.REAL));
    }
    return fields;
  }

  private static Object value(NumberSummary summary, int choice) {
    double value = summary.value(choice);
    return choice == 2 || choice == 12 ? (Object) (int) value : (Object) value;
  }
}
