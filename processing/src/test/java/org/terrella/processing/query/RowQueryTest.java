package org.terrella.processing.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.algorithm.Progress;
import org.terrella.processing.expression.Context;
import org.terrella.processing.feature.Column;
import org.terrella.processing.feature.ColumnBuilder;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TableBuilder;

class RowQueryTest {
  @Test
  void filtersSearchesAndSorts() {
    assertRows("{}", 0, 1, 2, 3, 4);
    assertRows("{'filter': 'n > 2'}", 2, 3);
    assertRows("{'filter': 'n > 2 OR n IS NULL'}", 2, 3, 4);
    assertRows("{'sort': [{'field': 'n'}]}", 1, 0, 2, 3, 4);
    assertRows("{'sort': [{'field': 'n', 'descending': true}]}", 3, 2, 0, 1, 4);
    assertRows("{'sort': [{'field': 'name'}]}", 2, 1, 3, 0, 4);
    assertRows("{'sort': [{'field': 'kind', 'descending': true}, {'field': 'n'}]}", 1, 0, 2, 3, 4);
    assertRows("{'filter': 'n < 4', 'sort': [{'field': 'day'}]}", 2, 1, 0);
    assertRows("{'search': 'EVRY'}", 3);
    assertRows("{'search': 'évry'}", 3);
    assertRows("{'search': 'b  2024-01'}", 2);
    assertRows("{'search': '3.5'}", 2);
    assertRows("{'search': 'x-4'}", 4);
    assertRows("{'search': 'nothing'}");
    assertRows("{'filter': '$id = 12'}", 1);
    String shown = "'filters': {'appliedFilters': [{'feature': 'n', 'operator': '>', 'value': 2}]}";
    assertRows("{" + shown + "}", 2, 3);
    assertRows("{" + shown + ", 'filter': 'n < 4'}", 2);
  }

  @Test
  void keepsOnlyTheColumnsItNeeds() {
    RowQuery query = query("{'filter': 'N > 1', 'sort': [{'field': 'day'}]}");
    FeatureTable needed = query.needed(table(), "name");
    assertEquals(List.of("name", "n", "day"), needed.fields().stream().map(Field::name).toList());
    assertEquals(null, needed.ids());
    assertEquals(4, query("{'search': 'x'}").needed(table(), null).columns().size());
    assertThrows(
        TerrellaException.class, () -> query("{'sort': [{'field': 'no'}]}").needed(table(), null));
  }

  @Test
  void sortsAnyNumbersAsTheyCompare() {
    Random random = new Random(11);
    for (int trial = 0; trial < 200; trial++) {
      ColumnBuilder builder = new ColumnBuilder(new Field("v", FieldType.REAL));
      int size = random.nextInt(300);
      for (int i = 0; i < size; i++) {
        switch (random.nextInt(6)) {
          case 0 -> builder.addNull();
          case 1 -> builder.addDouble(random.nextInt(3) - 1);
          case 2 -> builder.addDouble(random.nextBoolean() ? -0.0 : Double.NaN);
          case 3 -> builder.addDouble(Double.longBitsToDouble(random.nextLong()));
          default -> builder.addDouble(random.nextGaussian() * 1e3);
        }
      }
      Column column = builder.build();
      Comparator<Integer> order =
          Comparator.comparingDouble(row -> (Double) column.value(row) + 0.0);
      assertSorted(column, order);
    }
  }

  @Test
  void sortsAnyTextsWithoutCaseAndAccents() {
    Random random = new Random(12);
    String letters = "aAbBéEÉzß😀 10";
    for (int trial = 0; trial < 200; trial++) {
      ColumnBuilder builder = new ColumnBuilder(new Field("t", FieldType.STRING));
      String prefix = trial % 2 == 0 ? "common " : "";
      for (int i = random.nextInt(300); i > 0; i--) {
        StringBuilder text = new StringBuilder(prefix);
        for (int j = random.nextInt(7); j > 0; j--) {
          text.append(letters.charAt(random.nextInt(letters.length())));
        }
        builder.add(random.nextInt(9) == 0 ? null : text.toString());
      }
      Column column = builder.build();
      Comparator<Integer> order = Comparator.comparing(row -> folded((String) column.value(row)));
      assertSorted(column, order);
    }
  }

  @Test
  void foldsLatinLettersAsUnicodeDecomposesThem() {
    for (char c = 0xC0; c < 0x180; c++) {
      String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      char expected = Character.toLowerCase(plain.charAt(0));
      // Strokes and the dotless i are no accents to Unicode, but to readers.
      String special = "øØđĐħĦłŁŧŦıſŀĿ";
      if (special.indexOf(c) < 0) {
        assertEquals(expected, FoldedText.fold(c), String.valueOf(c));
      }
    }
    assertEquals("odhltis", new String(FoldedText.fold("ØĐĦŁŦıſ")));
    assertEquals("e", new String(FoldedText.fold("E\u0301")));
    assertEquals("я😀", new String(FoldedText.fold("Я😀")));
  }

  /** Generous, for busy machines; a quiet one takes 0.1 s for numbers and 0.3 s for texts. */
  @Test
  void sortsAMillionRowsInTime() {
    ColumnBuilder numbers = new ColumnBuilder("n");
    ColumnBuilder texts = new ColumnBuilder("t");
    Random random = new Random(5);
    int[] rows = new int[1_000_000];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
      numbers.addDouble(random.nextGaussian());
      texts.addText("station " + random.nextInt(500_000));
    }
    Column number = numbers.build();
    Column text = texts.build();
    assertTimeout(Duration.ofMillis(1500), () -> RowOrder.sorted(number, true, rows));
    assertTimeout(Duration.ofMillis(1500), () -> RowOrder.sorted(text, false, rows));
  }

  private static void assertSorted(Column column, Comparator<Integer> order) {
    int[] rows = new int[column.size()];
    List<Integer> present = new ArrayList<>();
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
      boolean nan = column.value(i) instanceof Double real && real.isNaN();
      (column.isNull(i) || nan ? missing : present).add(i);
    }
    present.sort(order);
    assertArrayEquals(joined(present, missing), RowOrder.sorted(column, false, rows));
    present.sort(Comparator.naturalOrder());
    present.sort(order.reversed());
    assertArrayEquals(joined(present, missing), RowOrder.sorted(column, true, rows));
  }

  private static int[] joined(List<Integer> first, List<Integer> second) {
    List<Integer> all = new ArrayList<>(first);
    all.addAll(second);
    return all.stream().mapToInt(i -> i).toArray();
  }

  private static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return plain.toLowerCase(Locale.ROOT);
  }

  private static void assertRows(String json, int... expected) {
    RowQuery query = query(json);
    assertArrayEquals(
        expected,
        query.rows(query.needed(table(), null), List.of(), Context.DEFAULT, Progress.NONE),
        json);
    assertEquals(query, RowQuery.of(query.toJson()));
  }

  private static RowQuery query(String json) {
    return RowQuery.of((JsonObject) Json.parse(json.replace('\'', '"')));
  }

  private static FeatureTable table() {
    TableBuilder builder = new TableBuilder("t");
    row(builder, "11", "b", "delta", 2.0, "2024-03-01");
    row(builder, "12", "B", "Charlie", 1.0, "2024-02-01");
    row(builder, "13", "b", "alpha", 3.5, "2024-01-01");
    row(builder, "14", "a", "de Évry", 4.0, null);
    row(builder, "x-4", null, null, null, null);
    return builder.build();
  }

  private static void row(
      TableBuilder builder, String id, String kind, String name, Double n, String day) {
    builder.column("kind").add(kind);
    builder.column("name").add(name);
    builder.column("n").add(n);
    builder.column("day").add(day);
    builder.id(id).endRow();
  }
}
