package org.terrella.processing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.ColumnBuilder;

class FieldValuesTest {
  @Test
  void numbersAreInOrderAndHaveBounds() {
    JsonObject values =
        FieldValues.of(
            new ColumnBuilder("n").addLong(7).addNull().addLong(-2).addLong(7).build(), 10);
    assertEquals("[-2,7]", values.array("values").toString());
    assertTrue(values.bool("complete"));
    assertEquals(-2, values.number("min"));
    assertEquals(7, values.number("max"));
  }

  @Test
  void textsAreNamedOnce() {
    JsonObject values =
        FieldValues.of(
            new ColumnBuilder("t").addText("b").addText("a").addText("b").addNull().build(), 10);
    assertEquals(List.of("a", "b"), values.array("values").strings());
    assertFalse(values.has("min"));
  }

  @Test
  void boundsCountAllValuesEvenWhereNotAllAreNamed() {
    ColumnBuilder builder = new ColumnBuilder("n");
    for (int i = 0; i < 100; i++) {
      builder.addDouble(i / 2.0);
    }
    JsonObject values = FieldValues.of(builder.build(), 5);
    assertEquals(5, values.array("values").size());
    assertFalse(values.bool("complete"));
    assertEquals(49.5, values.number("max"));
  }

  @Test
  void aColumnOfNothingHasNoValues() {
    JsonObject values = FieldValues.of(new ColumnBuilder("n").addNull().build(), 5);
    assertTrue(values.array("values").isEmpty());
    assertTrue(values.bool("complete"));
  }
}
