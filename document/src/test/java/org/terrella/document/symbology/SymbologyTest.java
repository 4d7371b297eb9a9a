package org.terrella.document.symbology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.terrella.document.Layer;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;

class SymbologyTest {
  private static final Rgba RED = new Rgba(255, 0, 0, 1);
  private static final Rgba BLUE = new Rgba(0, 0, 255, 0.5);
  private static final Rgba GRAY = new Rgba(9, 9, 9, 0.25);
  private static final Symbology SINGLE = Symbology.single(RED, BLUE, 1.5, 4);
  private static final Scale.ColorMap CLASSES =
      new Scale.ColorMap(
          "viridis",
          "quantile",
          true,
          0,
          List.of(new Scale.ColorStop(1.5, RED), new Scale.ColorStop(1200, BLUE)),
          GRAY);
  private static final Scale.Scalar SIZES =
      new Scale.Scalar(List.of(new Scale.NumberStop(0, 2), new Scale.NumberStop(10, 12)), 3);

  private static Symbology ofScale(String scale) {
    return Symbology.of(
        Json.parseObject(
            "{\"layers\": [{\"rules\": [{\"fields\": [\"f\"], \"mappings\": [{\"scale\": "
                + scale
                + ", \"encodings\": [\"fill-color\", \"circle-radius\"]}]}]}]}"));
  }

  @Test
  void whatIsWrittenIsRead() {
    for (Symbology look :
        List.of(
            SINGLE,
            SINGLE.graduated("pop", CLASSES, false),
            SINGLE.graduated("pop", CLASSES, true),
            SINGLE.withRadius("mag", SIZES),
            new Symbology(List.of()))) {
      assertEquals(look, Symbology.of(look.toJson()));
    }
  }

  @Test
  void whatCannotBeDrawnIsKept() {
    JsonObject state =
        Json.parseObject(
            "{\"layers\": [{\"id\": \"symbology\", \"rules\": ["
                + "{\"id\": \"rule-1\", \"fields\": [\"f\"], \"mappings\": [{\"scale\":"
                + " {\"scheme\": \"categorical\", \"params\": {\"x\": 1}}, \"encodings\":"
                + " [\"fill-color\"]}]},"
                + "{\"id\": \"mine\", \"when\": [\">\", 1], \"mappings\": 7}]}]}");
    Symbology look = Symbology.of(state);
    assertEquals(state, look.toJson());
    assertNull(look.driver("fill-color"));
    assertEquals(Set.of(), look.fields());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"layers\": 1}",
        "{\"layers\": [1, {\"rules\": {}}]}",
        "{\"layers\": [{\"rules\": [null, {\"mappings\": \"x\", \"fields\": 3}]}]}",
        "{\"layers\": [{\"rules\": [{\"when\": 1, \"fields\": [1], \"mappings\": [{\"scale\": 1,"
            + " \"encodings\": {}}, {}]}]}]}",
      })
  void brokenStatesGiveTheDefaultLook(String state) {
    Layer layer =
        new Layer(
            "id",
            "n",
            Layer.VECTOR,
            JsonObject.of().with("symbologyState", Json.parseObject(state)));
    assertEquals(DefaultLook.of("id"), Symbology.of(layer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"scheme\": 1}",
        "{\"scheme\": \"constant_rgba\", \"params\": []}",
        "{\"scheme\": \"constant_rgba\", \"params\": {\"value\": [1, \"a\", 2]}}",
        "{\"scheme\": \"constant_num\", \"params\": {\"value\": 1e999}}",
        "{\"scheme\": \"colorMap\", \"params\": {\"colorStops\": [{\"stop\": 1}]}}",
        "{\"scheme\": \"colorMap\", \"params\": {\"colorStops\": [7]}}",
        "{\"scheme\": \"colorMap\", \"params\": {\"colorStops\": [{\"stop\": 2, \"output\": [1,2,3]},"
            + " {\"stop\": 1, \"output\": [1,2,3]}]}}",
        "{\"scheme\": \"scalar\", \"params\": {\"scalarStops\": {}}}",
        "{\"scheme\": \"scalar\", \"params\": {\"domain\": [0, null], \"range\": [1, 2]}}",
        "{\"scheme\": \"scalar\", \"params\": {\"domain\": [0, 1], \"range\": [1, 2],"
            + " \"fallback\": \"x\"}}",
      })
  void brokenScalesDriveNothing(String scale) {
    Symbology look = ofScale(scale);
    assertNull(look.driver("fill-color"));
    assertEquals(
        "[{\"stroke-line-join\":\"round\",\"stroke-line-cap\":\"round\"}]",
        FlatStyle.of(look).toString());
    assertEquals(1, Legend.of(look, "L").entries().size());
    assertEquals(look, Symbology.of(look.toJson()));
  }

  @Test
  void coloursAreBroughtIntoTheirRange() {
    Symbology look =
        ofScale("{\"scheme\": \"constant_rgba\", \"params\": {\"value\": [-5, 300, 7, 2]}}");
    assertEquals(new Rgba(0, 255, 7, 1), look.color("fill-color", null));
    assertEquals("#00ff07", look.color("fill-color", null).toHex());
  }

  @Test
  void laterMappingsWin() {
    Symbology look = SINGLE.withStroke(GRAY, 3);
    assertEquals(GRAY, look.color("stroke-color", RED));
    assertEquals(3, look.number("circle-stroke-width", 0));
    assertEquals(4, look.number("circle-radius", 0));
  }

  @Test
  void flatStyles() {
    assertEquals(
        "[{\"stroke-line-join\":\"round\",\"stroke-line-cap\":\"round\","
            + "\"fill-color\":[255,0,0,1],\"stroke-color\":[0,0,255,0.5],\"stroke-width\":1.5,"
            + "\"circle-fill-color\":[255,0,0,1],\"circle-stroke-color\":[0,0,255,0.5],"
            + "\"circle-stroke-width\":1.5,\"circle-radius\":4}]",
        FlatStyle.of(SINGLE).toString());
    JsonObject graduated =
        FlatStyle.of(SINGLE.graduated("pop", CLASSES, false).withRadius("mag", SIZES)).object(0);
    assertEquals(
        "[\"case\",[\"!\",[\"has\",\"pop\"]],[9,9,9,0.25],[\"<=\",[\"get\",\"pop\"],1.5],"
            + "[255,0,0,1],[0,0,255,0.5]]",
        graduated.get("fill-color").toString());
    assertEquals(
        "[\"case\",[\"!\",[\"has\",\"mag\"]],3,[\"interpolate\",[\"linear\"],[\"get\",\"mag\"],"
            + "0,2,10,12]]",
        graduated.get("circle-radius").toString());
  }

  @Test
  void legends() {
    assertEquals("Roads", Legend.of(SINGLE, "Roads").entries().get(0).label());
    Legend legend = Legend.of(SINGLE.graduated("pop", CLASSES, false), "x");
    assertEquals("pop", legend.heading());
    assertEquals(
        List.of("0 – 1.5", "1.5 – 1\u202f200"),
        legend.entries().stream().map(Legend.Entry::label).toList());
    assertEquals(RED, legend.entries().get(0).fill());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "1234567, 0, 1\u202f234\u202f567",
    "-1234.5, 1, \u22121\u202f234.5",
    "-0.04, 1, 0",
    "0.05, 2, 0.05",
    "2.50, 2, 2.5",
    "999.999, 2, 1\u202f000",
    "0.001, 3, 0.001",
  })
  void numbersInLegends(double value, int digits, String expected) {
    assertEquals(expected, Legend.format(value, digits));
  }

  @Test
  void theDefaultLookOfALayerIsAlwaysTheSame() {
    assertEquals(DefaultLook.of("some-id"), DefaultLook.of("some-id"));
    assertEquals(DefaultLook.ofNumber(0), DefaultLook.ofNumber(8));
    assertNotEquals(DefaultLook.ofNumber(0), DefaultLook.ofNumber(1));
    assertEquals("#3f7fbf", DefaultLook.ofNumber(0).color("fill-color", RED).toHex());
  }
}
