package org.terrella.document.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.terrella.document.model.Catalogs.SOME;
import static org.terrella.document.model.Catalogs.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;

class Model3Test {
  private static String file(String name) throws IOException {
    try (var in = Model3Test.class.getResourceAsStream("/models/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void bufferAndClip() throws IOException {
    JsonObject model = Model3.read(file("buffer-clip.model3"), SOME);
    assertEquals(
        json(
            """
            {'name': 'Near roads', 'group': 'planning',
             'help': 'What of an area lies near roads.\\nDistances in metres.',
             'inputs': [
               {'name': 'area', 'label': 'Area', 'type': 'source'},
               {'name': 'distance', 'label': 'Distance', 'type': 'distance', 'default': 5, 'unitsFrom': 'roads'},
               {'name': 'roads', 'label': 'Roads & ways', 'type': 'vector'}],
             'steps': [
               {'id': 'native:clip_1', 'algorithm': 'native:clip', 'title': 'Clip to area', 'parameters': {
                 'INPUT': {'step': 'native:buffer_1', 'output': 'OUTPUT'}, 'OVERLAY': {'input': 'area'}}},
               {'id': 'native:buffer_1', 'algorithm': 'native:buffer', 'title': 'Buffer roads', 'parameters': {
                 'DISTANCE': {'input': 'distance'}, 'INPUT': {'input': 'roads'}, 'SEGMENTS': {'value': 8}}}],
             'outputs': [
               {'name': 'near_roads', 'label': 'Near roads', 'step': 'native:clip_1', 'output': 'OUTPUT'}]}"""),
        model);
    assertEquals(List.of(), ModelCheck.problems(Model.of(model), SOME));
  }

  /** QGIS's old ids stand for the new ones; what a step does not know here is left out. */
  @Test
  void joinAndCalculate() throws IOException {
    Model model = Model.of(Model3.read(file("join-calculate.model3"), SOME));
    assertEquals(List.of(), ModelCheck.problems(model, SOME));
    assertEquals("native:fieldcalculator", model.steps().get(1).algorithm());
    assertEquals("districts", model.input("key").string("fieldsOf"));
    var join = model.steps().get(0).parameters();
    assertEquals(new Binding.Input("key"), join.get("FIELD_2"));
    assertEquals(
        new Binding.Value(json("{'a': ['people']}").array("a")), join.get("FIELDS_TO_COPY"));
    assertFalse(join.containsKey("FIELD_NONE"));
    assertEquals(new Binding.Value(new JsonString("")), join.get("PREFIX"));
    var calculate = model.steps().get(1).parameters();
    assertFalse(calculate.containsKey("FIELD_LENGTH"));
    assertEquals(new Binding.Value(json("{'a': 'density'}").get("a")), calculate.get("FIELD_NAME"));
    assertEquals(
        "\"people\" / \"size\"",
        ((JsonString) ((Binding.Value) calculate.get("FORMULA")).value()).value());
  }

  @Test
  void allThatIsMissingIsNamedAtOnce() throws IOException {
    String file = file("missing.model3");
    TerrellaException failure =
        assertThrows(TerrellaException.class, () -> Model3.read(file, SOME));
    assertEquals("unsupported-format", failure.code());
    assertEquals(
        "The model \"Terrain\" cannot be used: these algorithms do not exist here:"
            + " gdal:hillshade, script:mine; \"dem\" is of the type raster; Buffer: DISTANCE is the"
            + " expression @scale * 2; Buffer: SEGMENTS is a text with expressions in it; Rate: FORMULA uses @scale.",
        failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no XML",
        "<a>",
        "<a></b>",
        "</a>",
        "<a/><b/>",
        "<a b=c/>",
        "<a b='c",
        "<a b='&c;'/>",
        "<a>&#x110000;</a>",
        "<a>&#0;</a>",
        "<a>&amp</a>",
        "<!-- <a/>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<Option type='Map'/>",
        "<html/>"
      })
  void otherFilesAreMalformed(String xml) {
    TerrellaException failure = assertThrows(TerrellaException.class, () -> Model3.read(xml, SOME));
    assertEquals("malformed-input", failure.code());
  }

  @Test
  void depthIsBounded() {
    String deep = "<Option type='List'>".repeat(5000);
    TerrellaException failure =
        assertThrows(TerrellaException.class, () -> Model3.read(deep, SOME));
    assertTrue(failure.getMessage().contains("deeper than 100"), failure.getMessage());
  }

  @Test
  void xmlIsReadAsWritten() {
    XmlElement root =
        XmlElement.parse(
            "\ufeff<?xml version='1.0'?><!DOCTYPE model><!-- - --><q:a b = \"1 &lt; 2&#xA;\" c='\"'>"
                + "x&amp;<![CDATA[<y>]]><d/>&#128512;</q:a >\n");
    assertEquals("q:a", root.name());
    assertEquals("1 < 2\n", root.attribute("b", ""));
    assertEquals("\"", root.attribute("c", ""));
    assertEquals("x&<y>\ud83d\ude00", root.text().toString());
    assertEquals("d", root.children().get(0).name());
  }

  @Test
  void valuesOfQgis() {
    String system =
        "<Option type='QgsCoordinateReferenceSystem'><spatialrefsys><authid>EPSG:25832</authid>"
            + "</spatialrefsys></Option>";
    assertEquals(
        json("{'a': ['EPSG:25832', null, true, 1.5, -3, {'unsupported': 'QgsProperty'}, null,"
                + " ['x']]}")
            .get("a"),
        Variant.of(
            XmlElement.parse(
                "<Option type='List'>"
                    + system
                    + "<Option type='invalid'/><Option type='bool' value='true'/>"
                    + "<Option type='double' value='1.5'/><Option type='int' value='-3'/>"
                    + "<Option type='QgsProperty'/><Option/>"
                    + "<Option type='StringList'><Option type='QString' value='x'/></Option>"
                    + "</Option>")));
  }
}
