package org.terrella.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void isWrittenAsItIsAndReadWhenAskedFor() {
    JsonObject object = JsonObject.of().with("a", new JsonText("[1, {\"b\": 2}]")).with("c", 3L);
    assertEquals("{\"a\":[1, {\"b\": 2}],\"c\":3}", Json.write(object));
    assertEquals(2, object.array("a").object(1).integer("b"));
    assertEquals(Json.parse("[1,{\"b\":2}]"), object.get("a"));
    assertEquals("an array", new JsonText("[]").kind());
  }
}
