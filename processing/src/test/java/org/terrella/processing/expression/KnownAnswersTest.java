package org.terrella.processing.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TableBuilder;
import org.terrella.processing.geometry.JtsGeometries;

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
        Value value = Expression.of(parts[0], table).at(row);
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
