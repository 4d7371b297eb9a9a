package org.terrella.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.terrella.error.TerrellaException;

class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "-0.10e+5",
        "12345678901234567890.5",
        "{\"b\":1,\"a\":[true,false,null,\"x\"],\"c\":{\"d\":[[],{}]}}",
        "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001/é🗺\"",
        "[1.0,1e400,{\"__proto__\":{\"x\":1}}]"
      })
  void whatIsReadIsWrittenTheSame(String text) {
    assertEquals(text, Json.write(Json.parse(text)));
    JsonValue value = Json.parse(text);
    assertEquals(value, Json.parse(Json.writePretty(value, true)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|line 1, column 1 (byte 0), in $: the text is empty",
        "` `|nothing but white space",
        "[1,]|line 1, column 4 (byte 3), in $[1]: expected a value, found \"]\"",
        "{\"a\":1,}|expected a member name",
        "{\"a\" 1}|expected a colon",
        "{a:1}|expected a member name in quotes or }",
        "[1 2]|expected a comma or ]",
        "[1}|expected a comma or ]",
        "// x|comments are not allowed",
        "[NaN]|NaN is not a JSON value",
        "[-Infinity]|-Infinity is not a JSON number",
        "[01]|01 is not a JSON number",
        "[1.]|not a JSON number",
        "[.5]|not a JSON value",
        "[+1]|not a JSON value",
        "True|not a JSON value",
        "[1] 2|expected nothing more",
        "{\"a\":{\"b\":[0,x]}}|in $.a.b[1]: x is not",
        "\"a\\x\"|byte 2), in $: a backslash begins no known escape",
        "\"\\u12G4\"|no known escape",
        "\"abc|inside a string that begins at byte 0",
        "{\"a\":[1|before its last array is closed",
        "'a'|expected a value"
      })
  void saysWhatIsWrongAndWhere(String text, String message) {
    TerrellaException error = assertThrows(TerrellaException.class, () -> Json.parse(text));
    assertEquals("malformed-input", error.code());
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  @Test
  void countsLinesAndRefusesControlCharacters() {
    TerrellaException error =
        assertThrows(TerrellaException.class, () -> Json.parse("{\n \"a\": \"\t\"}"));
    assertTrue(error.getMessage().contains("line 2, column 8 (byte 9)"), error.getMessage());
  }

  @Test
  void limitsNesting() {
    assertEquals(
        "[".repeat(512) + "]".repeat(512),
        Json.parse("[".repeat(512) + "]".repeat(512)).toString());
    TerrellaException error =
        assertThrows(TerrellaException.class, () -> Json.parse("[".repeat(100_000)));
    assertTrue(error.getMessage().contains("nested deeper than 512"), error.getMessage());
  }

  @Test
  void readsUtf8AndNamesOtherEncodings() {
    byte[] marked = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '1'};
    assertEquals(JsonNumber.of(1), Json.parse(marked));
    byte[] latin1 = {'"', 'a', (byte) 0xE9, '"'};
    assertTrue(
        message(latin1).contains("(byte 2), in $: byte 0xE9 is not valid UTF-8"), message(latin1));
    byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    assertTrue(message(surrogate).contains("byte 0xED"), message(surrogate));
    byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16LE);
    assertTrue(message(utf16).contains("UTF-16"), message(utf16));
    byte[] utf16Mark = {(byte) 0xFF, (byte) 0xFE, '{', 0};
    assertTrue(message(utf16Mark).contains("UTF-16"), message(utf16Mark));
  }

  @Test
  void resolvesEscapes() {
    assertEquals(new JsonString("é🗺/\uFFFDx"), Json.parse("\"\\u00e9\\ud83d\\uddfa\\/\\ud800x\""));
  }

  @Test
  void theLastOfEqualKeysWinsAndOrderIsKept() {
    JsonObject object = Json.parseObject("{\"a\":1,\"b\":2,\"a\":3}");
    assertEquals("{\"a\":3,\"b\":2}", object.toString());
    assertEquals("{\"a\":3}", object.without("b").toString());
  }

  @Test
  void buildsAndReadsObjects() {
    JsonObject object =
        JsonObject.of()
            .with("s", "text")
            .with("n", 2.5)
            .with("i", 7)
            .with("l", 1L << 60)
            .with("t", true)
            .with("o", JsonObject.of())
            .with("a", JsonArray.of().with(1).with("x"))
            .with("nothing", JsonNull.NULL);
    assertEquals("text", object.string("s"));
    assertEquals(2.5, object.number("n"));
    assertEquals(7, object.integer("i"));
    assertEquals(1L << 60, object.whole("l"));
    assertTrue(object.bool("t"));
    assertEquals("d", object.optString("nothing", "d"));
    assertEquals("x", object.array("a").string(1));
    assertEquals("\"z\" is missing.", failure(() -> object.string("z")));
    assertEquals("\"s\" must be a number, not a string.", failure(() -> object.number("s")));
    assertEquals("\"n\" must be a whole number, not 2.5.", failure(() -> object.integer("n")));
    assertEquals("\"n\" must be a string, not 2.5.", failure(() -> object.optString("n", "")));
    assertTrue(failure(() -> object.integer("l")).contains("out of range"));
    assertTrue(failure(() -> object.array("a").number(5)).contains("no item 5"));
    assertTrue(failure(() -> JsonNumber.of(Double.NaN)).contains("NaN"));
    assertEquals(List.of("s", "n", "i", "l", "t", "o", "a", "nothing"), List.copyOf(object.keys()));
  }

  @Test
  void numbersAreEqualByValue() {
    assertEquals(Json.parse("1"), Json.parse("1.0"));
    assertEquals(Json.parse("100").hashCode(), Json.parse("1e2").hashCode());
    assertEquals(Json.parse("-0"), Json.parse("0.0"));
    assertNotEquals(Json.parse("9007199254740993"), Json.parse("9007199254740992"));
    assertTrue(((JsonNumber) Json.parse("1e2")).isWhole());
    assertEquals(Long.MIN_VALUE, ((JsonNumber) Json.parse("-9223372036854775808")).longValue());
    assertThrows(
        TerrellaException.class,
        () -> ((JsonNumber) Json.parse("9223372036854775808")).longValue());
  }

  @Test
  void writesPrettyText() {
    JsonValue value = Json.parse("{\"b\":[1,2],\"a\":[{\"x\":1},[]],\"e\":{}}");
    assertEquals(
        """
        {
          "a": [
            {
              "x": 1
            },
            []
          ],
          "b": [1, 2],
          "e": {}
        }""",
        Json.writePretty(value, true));
  }

  @Test
  void piecesOfAnySizeGiveTheSame() {
    String text = " {\"käy\\n\": [1.5e3, -2, \"🗺 \\ud83d\\uddfa\", true, null], \"b\": {}} ";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    JsonValue whole = Json.parse(bytes);
    for (int step = 1; step < bytes.length; step++) {
      JsonTree tree = new JsonTree();
      JsonTokenizer tokenizer = new JsonTokenizer(tree);
      for (int at = 0; at < bytes.length; at += step) {
        tokenizer.feed(bytes, at, Math.min(bytes.length, at + step));
      }
      tokenizer.finish();
      assertEquals(whole, tree.root());
    }
  }

  private static String message(byte[] text) {
    return assertThrows(TerrellaException.class, () -> Json.parse(text)).getMessage();
  }

  private static String failure(Runnable action) {
    TerrellaException error = assertThrows(TerrellaException.class, action::run);
    assertEquals("invalid-argument", error.code());
    return error.getMessage();
  }
}
