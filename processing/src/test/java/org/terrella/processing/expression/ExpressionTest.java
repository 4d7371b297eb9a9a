package org.terrella.processing.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrella.error.TerrellaException;
import org.terrella.processing.feature.FeatureTable;
import org.terrella.processing.feature.Field;
import org.terrella.processing.feature.FieldType;
import org.terrella.processing.feature.TableBuilder;

/** Known answers: those of QGIS, but where the docs say that Terrella differs. */
class ExpressionTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "1 + 2 * 3 | 7",
        "(1 + 2) * 3 | 9",
        "7 / 2 | 3.5",
        "6 / 2 | 3",
        "7 // 2 | 3",
        "-7 // 2 | -4",
        "7.5 // 2 | 3",
        "7 % 3 | 1",
        "-7 % 3 | -1",
        "7.5 % 2 | 1.5",
        "1 / 0 | NULL",
        "1 // 0 | NULL",
        "1 % 0 | NULL",
        "2 ^ 3 ^ 2 | 512",
        "-2 ^ 2 | 4",
        "2 ^ -1 | 0.5",
        "10 - 3 - 2 | 5",
        "- - 3 | 3",
        "+3 | 3",
        "1 + NULL | NULL",
        "'1' + 2 | 3",
        "'1' + '2' | 12",
        "'a' || 1 || TRUE | a1true",
        "'a' || NULL | NULL",
        "1 + 2 || 3 | 24",
        "1e3 | 1000",
        ".5 + 1. | 1.5",
        "9223372036854775807 | 9223372036854775807",
        "9223372036854775807 + 1 | 9223372036854776000",
        "9223372036854775807 * 2 | 18446744073709552000",
        "(-9223372036854775807 - 1) // -1 | 9223372036854776000",
        "(-9223372036854775807 - 1) % -1 | 0",
        "'it''s' | it's",
        "'a\\'b\\\\' | a'b\\",
        "1 -- a comment | 1",
        "/* a comment */ 2 | 2",
      })
  void calculates(String text, String answer) {
    assertAnswer(answer, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "1 = 1.0 | true",
        "'1' = 1 | true",
        "'1' = '1.0' | false",
        "'a' = 'A' | false",
        "'a' < 'b' | true",
        "'Z' < 'a' | true",
        "'10' < '9' | true",
        "'10' < 9 | false",
        "'abc' = 1 | false",
        "1 <> 2 | true",
        "1 != 1 | false",
        "2 >= 2 | true",
        "3 <= 2 | false",
        "9007199254740993 = 9007199254740992 | false",
        "NULL = NULL | NULL",
        "1 = NULL | NULL",
        "NULL IS NULL | true",
        "1 IS NULL | false",
        "1 IS NOT NULL | true",
        "1 IS 1.0 | true",
        "1 IS NOT 2 | true",
        "TRUE = 1 | true",
        "2 BETWEEN 1 AND 3 | true",
        "2 NOT BETWEEN 1 AND 3 | false",
        "5 BETWEEN NULL AND 3 | false",
        "2 BETWEEN NULL AND 3 | NULL",
        "2 BETWEEN 1 AND 3 AND FALSE | false",
        "2 IN (1, 2) | true",
        "2 IN (1, 3) | false",
        "2 IN (1, NULL) | NULL",
        "2 IN (2, NULL) | true",
        "2 NOT IN (1, 3) | true",
        "NULL IN (1) | NULL",
        "'2' IN (1, 2) | true",
        "to_date('2024-02-29') < '2024-03-01' | true",
        "to_datetime('2024-01-01T12:00:00+02:00') = to_datetime('2024-01-01T10:00:00Z') | true",
        "to_date('2024-01-01') < to_datetime('2024-01-01T00:00:01') | true",
      })
  void compares(String text, String answer) {
    assertAnswer(answer, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "TRUE AND NULL | NULL",
        "FALSE AND NULL | false",
        "TRUE OR NULL | true",
        "FALSE OR NULL | NULL",
        "NOT NULL | NULL",
        "NOT 1 = 2 | true",
        "NOT 1 = 1 OR TRUE | true",
        "TRUE OR FALSE AND FALSE | true",
        "1 AND '2' | true",
        "0.0 OR FALSE | false",
        "CASE WHEN 1 > 2 THEN 'a' WHEN NULL THEN 'b' ELSE 'c' END | c",
        "CASE WHEN FALSE THEN 1 END | NULL",
        "case when true then 1 + 1 end | 2",
        "if(NULL, 1, 2) | 2",
        "if(1 = 1, 'yes', 1 / 'x') | yes",
        "coalesce(NULL, NULL, 3, 4) | 3",
        "coalesce() | NULL",
        "nullif('(none)', '(none)') | NULL",
        "nullif(1, 2) | 1",
        "try(to_int('x'), -1) | -1",
        "try(to_int('x')) | NULL",
        "'abc' LIKE 'a%' | true",
        "'abc' LIKE 'A%' | false",
        "'abc' ILIKE 'A%C' | true",
        "'abc' LIKE '_b_' | true",
        "'abc' LIKE 'b' | false",
        "'a%c' LIKE 'a\\%c' | true",
        "'abc' LIKE 'a\\%c' | false",
        "'😀b' LIKE '_b' | true",
        "'' LIKE '%' | true",
        "'abcabc' LIKE '%abc' | true",
        "'abc' NOT LIKE '%x%' | true",
        "NULL LIKE '%' | NULL",
      })
  void decides(String text, String answer) {
    assertAnswer(answer, text);
  }

  @Test
  void looksAtFields() {
    FeatureTable table = table();
    assertEquals("7", Expression.of("\"n\" + 1", table).at(0).text());
    assertEquals("7", Expression.of("N + 1", table).at(0).text());
    assertTrue(Expression.of("n", table).at(1).isNull());
    assertTrue(Expression.of("\"a \"\"b\"\"\" = 'x'", table).isTrue(0));
    assertFalse(Expression.of("\"a \"\"b\"\"\" = ''", table).at(1).isNull());
    assertTrue(Expression.of("flag AND big > 9007199254740992", table).isTrue(0));
    assertTrue(Expression.of("day = '2024-02-29' AND year(day) = 2024", table).isTrue(0));
    assertEquals("2024-02-29T12:00:00+01:00", Expression.of("at", table).at(0).text());
    assertEquals("1", Expression.of("@row_number", table).at(0).text());
    assertEquals("77", Expression.of("$id", table).at(0).text());
    assertEquals(Value.Kind.INTEGER, Expression.of("$id", table).at(0).kind());
    assertEquals("x-1", Expression.of("$id", table).at(1).text());
    assertEquals(Set.of("n", "flag"), Expression.of("N = 1 OR flag OR n = 2", table).fields());
    assertTrue(Expression.of("\"nan\" IS NULL", table).isTrue(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "`` | character 1: the expression is empty",
        "1 + | character 4: the end comes where a value",
        "1 2 | character 3: \"2\" comes where an operator or the end",
        "(1 | character 3: the end comes where an operator or \")\"",
        "nam = 1 | character 1: there is no field \"nam\"; perhaps \"nan\" is meant",
        "1 + foo(2) | character 5: there is no function \"foo\"",
        "uper('a') | there is no function \"uper\"; perhaps upper is meant",
        "sqrt() | character 1: the arguments do not fit sqrt(value)",
        "round(1, 2, 3) | round(value, [places])",
        "'abc | character 1: the text has no end",
        "\"abc | character 1: the field name has no end",
        "/* abc | character 1: the comment has no end",
        "1 & 2 | character 3: \"&\" has no meaning here",
        "2x | character 2: a number cannot be followed by \"x\"",
        "n ~ '(' | character 3: The regular expression '(' at its character 2: a \")\" is missing",
        "array(1)[0 | comes where an operator or \"]\"",
        "overlay_within('x') | \"x\" is no layer with features here",
        "$scale | $scale depends on the map",
        "now() | gives another answer each time",
        "@layer_nam | there is no \"@layer_nam\"; perhaps @layer_name or",
        "1 IN 2 | a list in parentheses",
        "CASE 1 END | comes where WHEN",
        "1 NOT = 2 | comes where LIKE, ILIKE, IN or BETWEEN",
        "AND 1 | \"AND\" comes where a value",
        "round(place := 1) | round has no argument \"place\": round(value, [places])",
        "round(value := 2.5, 1) | an argument without name",
        "round(value := 2.5, value := 1) | gets this argument twice",
      })
  void saysWhereItCannotBeRead(String text, String message) {
    assertFails(message, () -> Expression.of(text, table()));
  }

  @Test
  void saysWhichFeatureHasAValueThatDoesNotFit() {
    Expression sum = Expression.of("n * \"a \"\"b\"\"\"", table());
    assertFails("character 3: 'x' is text, not a number (in feature 1)", () -> sum.at(0));
    assertFails("neither true nor false", () -> Expression.of("'x' OR 1", table()).at(0));
    assertFails("cannot combine", () -> Expression.of("day + day", table()).at(0));
    assertFails("year: 'x' is text", () -> Expression.of("year('x')", table()).at(0));
  }

  @Test
  void boundsDepthButNotLength() {
    StringBuilder chain = new StringBuilder("n = 0");
    for (int i = 1; i < 5000; i++) {
      chain.append(" OR n = ").append(i);
    }
    assertTrue(Expression.of(chain.toString(), table()).isTrue(0));
    String deep = "(".repeat(5000) + "1" + ")".repeat(5000);
    assertFails("nested too deeply", () -> Expression.of(deep, table()));
    String calls = "abs(".repeat(300) + "n" + ")".repeat(300);
    assertEquals("6", Expression.of(calls, table()).at(0).text());
    String sums = "n" + " + n".repeat(5000);
    assertFails("nested deeper", () -> Expression.of(sums, table()));
    assertFails("nested too deeply", () -> Expression.of("NOT ".repeat(5000) + "1", table()));
    assertFails("nested too deeply", () -> Expression.of("- ".repeat(5000) + "1", table()));
  }

  @Test
  void boundsRegularExpressions() {
    String alternatives = "'" + "a|".repeat(5000) + "b'";
    assertEquals("true", Expression.of("'b' ~ " + alternatives, table()).at(0).text());
    String deep = "'" + "(".repeat(500) + ")".repeat(500) + "'";
    assertFails("nested too deeply", () -> Expression.of("'b' ~ " + deep, table()));
    String manifold = "'" + "ab".repeat(100_000) + "' ~ '^(a|b)*$'";
    assertEquals("true", Expression.of(manifold, table()).at(0).text());
  }

  @Test
  void evaluatesExpressionsThatEvaluateEachOtherThreeTimes() {
    assertFails("more than 3 times", () -> Expression.of(eval(4), table()).at(0));
    assertEquals("1", Expression.of(eval(3), table()).at(0).text());
  }

  private static String eval(int times) {
    String text = "1";
    for (int i = 0; i < times; i++) {
      text = "eval('" + text.replace("\\", "\\\\").replace("'", "\\'") + "')";
    }
    return text;
  }

  @Test
  void tellsWhatItLooksAt() {
    assertFalse(Expression.of("n + 1", table()).usesGeometry());
    assertTrue(Expression.of("$area > 1", table()).usesGeometry());
    assertTrue(Expression.of("x(@geometry)", table()).usesGeometry());
    assertFalse(Expression.of("n + 1", table()).usesAllRows());
    assertTrue(Expression.of("n / sum(n)", table()).usesAllRows());
    assertEquals(5, Expression.of("attribute('n')", table()).fields().size() - 2);
    assertTrue(new MentionedNames("$area > 1").mayUseGeometry());
    assertFalse(new MentionedNames("$id = 1 OR @row_number < 5").mayUseGeometry());
    assertTrue(new MentionedNames("eval('x')").has("anything"));
    MentionedNames mentioned = new MentionedNames("\"My \"\"n\"\"\" + Width2 ~ '^a$'");
    assertTrue(mentioned.has("My \"n\"") && mentioned.has("width2"));
    assertFalse(mentioned.has("width") || mentioned.has("idth2") || mentioned.hasVariables());
    assertTrue(new MentionedNames("overlay_within('areas')").mayUseGeometry());
  }

  @Test
  void nestedCallsTakeTimeInProportion() {
    String text = "max(1, coalesce(".repeat(80) + "n" + "))".repeat(80);
    assertEquals("6", Expression.of(text, table()).at(0).text());
    String between = "(".repeat(80) + "n" + " BETWEEN 0 AND 9)".repeat(80);
    assertEquals("true", Expression.of(between, table()).at(0).text());
  }

  static FeatureTable table() {
    TableBuilder builder = new TableBuilder("t");
    builder.field(new Field("n", FieldType.INTEGER)).field(new Field("a \"b\"", FieldType.STRING));
    builder.field(new Field("day", FieldType.DATE)).field(new Field("at", FieldType.DATE_TIME));
    builder.column("n").addLong(6);
    builder.column("a \"b\"").addText("x");
    builder.column("flag").addBoolean(true);
    builder.column("big").addLong((1L << 53) + 1);
    builder.column("nan").addDouble(Double.NaN);
    builder.column("day").addText("2024-02-29");
    builder.column("at").addText("2024-02-29T12:00:00+01:00");
    builder.id("77").endRow();
    builder.column("a \"b\"").addText("");
    builder.id("x-1").endRow();
    return builder.build();
  }

  static void assertAnswer(String answer, String text) {
    Value value = Expression.of(text, table()).at(0);
    assertEquals(answer, value.isNull() ? "NULL" : value.text(), text);
  }

  private static void assertFails(String message, Executable what) {
    TerrellaException error = assertThrows(TerrellaException.class, what);
    assertEquals("invalid-argument", error.code());
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }
}
