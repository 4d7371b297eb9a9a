package org.terrella.processing.algorithm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrella.error.TerrellaException;
import org.terrella.exact.DoubleText;
import org.terrella.processing.expression.Expression;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.geometry.PartList;

/** Paths through points, and how they rise and fall. */
final class PathAlgorithms {
  private PathAlgorithms() {}

  static List<Algorithm> all() {
    return List.of(path(), climb());
  }

  /** A point of a path; the values are kept for the fields, in the types of these. */
  private record Stop(Object order, Object value, Coordinate place) {}

  private static final class Path {
    private Object group;
    private final List<Stop> stops = new ArrayList<>();
  }

  private static Algorithm path() {
    AlgorithmDescription description =
        AlgorithmDescription.of(
                "native:pointstopath",
                "Points to path",
                "vectorcreation",
                "Joins points to a path, in the order of an expression, or to one for each group.")
            .with(
                Declared.points(),
                ParameterDescription.flag("CLOSE_PATH", "Create closed paths", false).asOptional(),
                expression("ORDER_EXPRESSION", "Order expression"),
                ParameterDescription.flag(
                        "NATURAL_SORT", "Sort text containing numbers naturally", false)
                    .asOptional(),
                expression("GROUP_EXPRESSION", "Path group expression"),
                ParameterDescription.sink("OUTPUT", "Paths"),
                ParameterDescription.of(
                        "OUTPUT_TEXT_DIR",
                        "Directory for text output",
                        ParameterType.FOLDER_DESTINATION)
                    .asOptional(),
                ParameterDescription.field("ORDER_FIELD", "Order field", "").asOptional(),
                ParameterDescription.field("GROUP_FIELD", "Group field", "INPUT").asOptional(),
                ParameterDescription.of("DATE_FORMAT", "Date format", ParameterType.STRING)
                    .asOptional())
            .gives("NUM_PATHS");
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          if (parameters.has("OUTPUT_TEXT_DIR") || parameters.has("DATE_FORMAT")) {
            throw TerrellaException.unsupported(
                "native:pointstopath writes no texts (OUTPUT_TEXT_DIR) and reads dates by their"
                    + " fields only (DATE_FORMAT).");
          }
          String order = asked(parameters, "ORDER_EXPRESSION", "ORDER_FIELD");
          String group = asked(parameters, "GROUP_EXPRESSION", "GROUP_FIELD");
          List<Field> fields = new ArrayList<>();
          if (!group.isEmpty()) {
            Column column = column(input, group);
            fields.add(column == null ? new Field("group", FieldType.STRING) : column.field());
          }
          Column ordering = order.isEmpty() ? null : column(input, order);
          FieldType type = ordering == null ? FieldType.STRING : ordering.field().type();
          fields.add(new Field("begin", type));
          fields.add(new Field("end", type));
          FeatureSink sink = new FeatureSink(RandomPointAlgorithms.nothing(input.crs()), fields);
          boolean close = parameters.flag("CLOSE_PATH");
          for (Path path : paths(input, order, group)) {
            sort(path.stops, parameters.flag("NATURAL_SORT"));
            List<Coordinate> line = line(path.stops, close);
            if (line.size() > 1) {
              List<Object> values = new ArrayList<>();
              if (!group.isEmpty()) {
                values.add(path.group);
              }
              values.add(path.stops.get(0).value);
              values.add(path.stops.get(path.stops.size() - 1).value);
              sink.add(
                  0,
                  JtsGeometries.FACTORY.createLineString(line.toArray(new Coordinate[0])),
                  values.toArray());
            }
          }
          return Results.of(sink.build(description.label("OUTPUT"))).with("NUM_PATHS", sink.size());
        });
  }

  private static ParameterDescription expression(String name, String label) {
    return ParameterDescription.of(name, label, ParameterType.EXPRESSION).asOptional();
  }

  /** An expression, or the field that older versions of QGIS asked for. */
  private static String asked(Parameters parameters, String expression, String field) {
    String text = parameters.optionalText(expression);
    String name = parameters.field(field);
    return !text.isEmpty() || name.isEmpty() ? text : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The column that an expression is the name of; null where it is anything else. */
  private static Column column(FeatureTable input, String expression) {
    String text = expression.trim();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    String name = quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    for (Column column : input.columns()) {
      if (column.field().name().equals(name)) {
        return column;
      }
    }
    return null;
  }

  private static List<Path> paths(FeatureTable input, String order, String group) {
    Expression ordering = Expression.of(order.isEmpty() ? "$id" : order, input);
    Expression grouping = group.isEmpty() ? null : Expression.of(group, input);
    Column orders = order.isEmpty() ? null : column(input, order);
    Column groups = group.isEmpty() ? null : column(input, group);
    Map<String, Path> paths = new LinkedHashMap<>();
    for (int row = 0; row < input.size(); row++) {
      FeatureNames.requireFinite(input, row);
      Geometry geometry = JtsGeometries.of(input.geometry(), row);
      if (geometry == null || geometry.isEmpty()) {
        continue;
      }
      Object key = grouping == null ? null : NaturalOrder.kept(grouping.at(row));
      Path path = paths.computeIfAbsent(key == null ? "" : "=" + key, text -> new Path());
      path.group = groups != null ? groups.value(row) : key == null ? null : text(key);
      Object by = NaturalOrder.kept(ordering.at(row));
      Object value = orders != null ? orders.value(row) : by == null ? null : text(by);
      for (Geometry point : PartList.of(geometry)) {
        path.stops.add(
            new Stop(order.isEmpty() ? (Long) (long) row : by, value, point.getCoordinate()));
      }
    }
    return new ArrayList<>(paths.values());
  }

  private static String text(Object value) {
    return value instanceof Double real ? DoubleText.write(real) : value.toString();
  }

  private static void sort(List<Stop> stops, boolean natural) {
    stops.sort(
        natural
            ? Comparator.comparing(
                stop -> stop.order == null ? "" : text(stop.order), NaturalOrder.NUMBERS_IN_TEXTS)
            : (one, other) -> NaturalOrder.compare(one.order, other.order));
  }

  private static List<Coordinate> line(List<Stop> stops, boolean close) {
    List<Coordinate> line = new ArrayList<>();
    stops.forEach(stop -> line.add(stop.place));
    if (close && line.size() > 2 && !line.get(0).equals3D(line.get(line.size() - 1))) {
      line.add(line.get(0));
    }
    return line;
  }

  /** Between the parts of a multi line there is neither climb nor descent. */
  private static Algorithm climb() {
    AlgorithmDescription description =
        Declared.in(
                "vectoranalysis",
                "qgis:climbalongline",
                "Climb along line",
                "How far lines go up and down by the heights of their vertices, and their lowest"
                    + " and highest heights.",
                "Climb layer",
                Declared.lines())
            .gives("TOTALCLIMB")
            .gives("TOTALDESCENT")
            .gives("MINELEVATION")
            .gives("MAXELEVATION");
    return TableAlgorithm.of(
        description,
        (input, parameters, progress) -> {
          List<Field> fields = new ArrayList<>();
          for (String name : List.of("climb", "descent", "minelev", "maxelev")) {
            fields.add(new Field(name, FieldType.REAL));
          }
          if (input.size() > 0 && input.geometry().stride() < 3) {
            throw TerrellaException.invalid(
                "\"" + input.name() + "\" has no heights, which qgis:climbalongline needs.");
          }
          FeatureSink sink = new FeatureSink(input, fields);
          Climb all = new Climb();
          for (int row = 0; row < input.size(); row++) {
            Geometry geometry = JtsGeometries.of(input.geometry(), row);
            Climb own = new Climb();
            if (geometry == null || geometry.isEmpty()) {
              continue;
            }
            own.add(geometry);
            if (own.low > own.high) {
              sink.keep(row);
              continue;
            }
            sink.keep(row, own.up, own.down, own.low, own.high);
            all.up += own.up;
            all.down += own.down;
            all.low = Math.min(all.low, own.low);
            all.high = Math.max(all.high, own.high);
          }
          boolean some = all.low <= all.high;
          return Results.of(sink.buildNewFirst(description.label("OUTPUT")))
              .with("TOTALCLIMB", all.up)
              .with("TOTALDESCENT", all.down)
              .with("MINELEVATION", some ? all.low : 0)
              .with("MAXELEVATION", some ? all.high : 0);
        });
  }

  private static final class Climb {
    private double up;
    private double down;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    void add(Geometry lines) {
      for (Geometry line : PartList.of(lines)) {
        double last = Double.NaN;
        for (Coordinate vertex : line.getCoordinates()) {
          double z = vertex.getZ();
          if (z != z) {
            continue;
          }
          up += z > last ? z - last : 0;
          down += z < last ? last - z : 0;
          low = Math.min(low, z);
          high = Math.max(high, z);
          last = z;
        }
      }
    }
  }
}
