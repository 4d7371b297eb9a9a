package org.terrella.processing.expression;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrella.processing.TestData;

class FunctionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "abs(-5) | 5",
        "abs('-2.5') | 2.5",
        "sqrt(9) | 3",
        "sqrt(-1) | NULL",
        "sqrt(NULL) | NULL",
        "radians(180) = pi() | true",
        "degrees(pi()) | 180",
        "sin(0) | 0",
        "cos(0) | 1",
        "round(atan2(1, 1), 6) | 0.785398",
        "exp(0) | 1",
        "ln(0) | NULL",
        "ln(exp(1)) | 1",
        "log10(1000) | 3",
        "log(2, 32) | 5",
        "log(0, 32) | NULL",
        "round(2.5) | 3",
        "round(-2.5) | -3",
        "round(0.567, 2) | 0.57",
        "round(1234.5, -2) | 1200",
        "round(value := 1.25, places := 1) | 1.3",
        "round(7) | 7",
        "floor(-2.1) | -3",
        "ceil(2.1) | 3",
        "max(2, 10.2, NULL, 5.5) | 10.2",
        "min(2, '1', 5) | 1",
        "max(NULL) | NULL",
        "clamp(1, 5, 3) | 3",
        "clamp(1, 0, 3) | 1",
        "scale_linear(5, 0, 10, 0, 100) | 50",
        "scale_linear(-5, 0, 10, 0, 100) | 0",
        "to_int('123') | 123",
        "to_int(2.7) | 3",
        "to_real('123.45') | 123.45",
        "to_real('x') + 1 | !not a number",
        "to_int('3.7') | !not a whole number",
      })
  void ofNumbers(String text, String answer) {
    check(text, answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "lower('HeLLÖ') | hellö",
        "upper('straße') | STRASSE",
        "title('hello wOrld a') | Hello World a",
        "length(trim('  hello ')) | 5",
        "length(123) | 3",
        "substr('HELLO WORLD', 3, 5) | LLO W",
        "substr('HELLO WORLD', 6) | ` WORLD`",
        "substr('HELLO WORLD', -5) | WORLD",
        "substr('HELLO', 3, -1) | LL",
        "substr('HELLO WORLD', -5, 2) | WO",
        "substr('abc', 9) | NULL",
        "replace('QGIS is great', 'great', 'good') | QGIS is good",
        "concat('a', NULL, 1) | a1",
        "concat() | NULL",
        "left('Hello', 2) | He",
        "right('Hello', 9) | Hello",
        "strpos('HELLO WORLD', 'OR') | 8",
        "strpos('HELLO', 'x') | 0",
        "lpad('Hello', 7, 'x') | xxHello",
        "rpad('Hello', 7, 'xy') | Helloxx",
        "lpad('Hello', 2, 'x') | He",
        "reverse('abc') | cba",
        "ascii('Q') | 81",
        "char(81) | Q",
        "to_string(2.0) | 2",
        "to_string(0.1) | 0.1",
        "upper(NULL) | NULL",
        "lpad('a', 99999999, 'x') | !too much",
      })
  void ofTexts(String text, String answer) {
    check(text, answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "year('2012-05-12') | 2012",
        "month(to_date('2012-05-12')) | 5",
        "day('2012-05-12T10:00:00') | 12",
        "day_of_week('2015-09-21') | 1",
        "hour('13:24:57') | 13",
        "minute(to_datetime('2012-05-12T13:24:57+02:00')) | 24",
        "second('13:24:57') | 57",
        "second('13:24:57.25') | 57",
        "to_date('2012-05-12T23:00:00') | 2012-05-12",
        "to_time('2012-05-12T23:00:00') | 23:00:00",
        "to_datetime('2012-05-12') | 2012-05-12T00:00:00",
        "make_date(2024, 2, 29) | 2024-02-29",
        "make_date(2023, 2, 29) | !there is no day 29",
        "epoch(to_datetime('2017-01-01T00:00:00Z')) | 1483228800000",
        "datetime_from_epoch(1483225200000) | 2016-12-31T23:00:00Z",
        "datetime_from_epoch(1e18) | !not within the years",
        "year('13:00:00') | !not a date",
        "hour('2012-05-12') | !not a time",
        "to_date('tomorrow') | !not a date or time",
      })
  void ofMoments(String text, String answer) {
    check(text, answer);
  }

  @Test
  void haveNamesOfQgis() {
    assertTrue(Expression.functions().size() > 50, Expression.functions().toString());
    String all =
        new String(
            TestData.read("../reference/qgis-expression-functions.jsonl"), StandardCharsets.UTF_8);
    for (String name : Expression.functions()) {
      assertTrue(all.contains("\"name\": \"" + name + "\""), name);
    }
  }

  private static void check(String text, String answer) {
    if (answer.startsWith("!")) {
      try {
        ExpressionTest.assertAnswer("an error", text);
      } catch (EvaluationException expected) {
        assertTrue(expected.getMessage().contains(answer.substring(1)), expected.getMessage());
      }
    } else {
      ExpressionTest.assertAnswer(answer, text);
    }
  }
}
