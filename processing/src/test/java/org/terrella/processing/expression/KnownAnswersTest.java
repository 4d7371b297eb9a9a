package org.terrella.processing.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.processing.geometry.JtsGeometries;
import org.terrella.processing.projection.Definitions;

/**
 * Known answers for every function, worked by hand or from what QGIS documents: lines of {@code
 * expression, answer, row} in {@code functions.tsv}. An answer with an exclamation mark is part of
 * an error's message.
 */
class KnownAnswersTest {
  @Test
  void areGiven() throws IOException {
    List<String> wrong = wrong(lines());
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void areThereForEveryFunction() throws IOException {
    String all = String.join("\n", lines());
    List<String> missing = new ArrayList<>();
    for (String name : Functions.names()) {
      if (!all.contains(name + (name.startsWith("$") ? "" : "("))) {
        missing.add(name);
      }
    }
    assertEquals(List.of(), missing);
  }

  static List<String> wrong(List<String> lines) {
    FeatureTable table = table();
    List<String> wrong = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      int row = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
      String answer;
      try {
        List<String> names = table.fields().stream().map(Field::name).toList();
        Value value = Expression.of(parts[0], table, names, context()).at(row);
        answer = value.isNull() ? "NULL" : value.text();
      } catch (TerrellaException failure) {
        answer = "!" + failure.getMessage();
      }
      boolean failed = parts[1].startsWith("!") && answer.startsWith("!");
      if (failed ? !answer.contains(parts[1].substring(1)) : !answer.equals(parts[1])) {
        wrong.add(line + "\n    is " + answer);
      }
    }
    return wrong;
  }

  static List<String> lines() throws IOException {
    try (InputStream in = KnownAnswersTest.class.getResourceAsStream("functions.tsv")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  /** Other layers, of which one is in metres, and the definition of a system. */
  static Context context() {
    JsonObject utm = JsonObject.of().with("EPSG:25832", "+proj=utm +zone=32 +ellps=GRS80 +units=m");
    return Context.of(
        new Definitions(utm),
        Layers.of(Map.of("@layer-1", List.of(areas()), "@layer-2", List.of(mercator()))));
  }

  /** Rectangles around those of {@link #table}, and a feature without geometry. */
  static FeatureTable areas() {
    TableBuilder builder = new TableBuilder("areas");
    builder.field(new Field("k", FieldType.INTEGER)).field(new Field("kind", FieldType.STRING));
    String[] shapes = {
      "POLYGON((0 0,2 0,2 3,0 3,0 0))",
      "POLYGON((2 0,6 0,6 2,2 2,2 0))",
      "POLYGON((1 2,5 2,5 6,1 6,1 2))",
      "",
      "POLYGON((0 0,4 0,4 3,0 3,0 0))"
    };
    for (int i = 0; i < shapes.length; i++) {
      builder.column("k").addLong(10 * (i + 1));
      builder.column("kind").addText("xyxzy".substring(i, i + 1));
      JtsGeometries.add(builder.geometry(), WktParser.parse(shapes[i]));
      builder.endRow();
    }
    return builder.build().withCrs(Crs.WGS84);
  }

  static FeatureTable mercator() {
    TableBuilder builder = new TableBuilder("mercator");
    for (String shape : List.of("POINT(111319.49079 222684.20850)", "POINT(5000000 0)")) {
      JtsGeometries.add(builder.geometry(), WktParser.parse(shape));
      builder.endRow();
    }
    return builder.build().withCrs(Crs.WEB_MERCATOR);
  }

  /** A point, a line, a polygon of 4 by 3 degrees, and a row of nothing but a name and group. */
  static FeatureTable table() {
    TableBuilder builder = new TableBuilder("t");
    builder.field(new Field("n", FieldType.INTEGER)).field(new Field("name", FieldType.STRING));
    builder.field(new Field("g", FieldType.STRING)).field(new Field("day", FieldType.DATE));
    builder.field(new Field("tags", FieldType.JSON));
    String[] names = {"Alpha", "Beta", null, "Delta"};
    String[] shapes = {"POINT(1 2)", "LINESTRING(0 0,3 4)", "POLYGON((0 0,4 0,4 3,0 3,0 0))", ""};
    for (int i = 0; i < names.length; i++) {
      if (i < 3) {
        builder.column("n").addLong(i + 1);
        builder.column("day").addText("2024-01-0" + (i + 1));
        builder.column("tags").addText("{\"k\": 7, \"list\": [\"a\", \"b\"]}");
      }
      if (names[i] != null) {
        builder.column("name").addText(names[i]);
      }
      builder.column("g").addText(i % 2 == 0 ? "a" : "b");
      JtsGeometries.add(builder.geometry(), WktParser.parse(shapes[i]));
      builder.endRow();
    }
    return builder.build().withCrs(Crs.WGS84);
  }
}
