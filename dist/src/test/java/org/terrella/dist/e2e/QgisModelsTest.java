package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Models from and to files of QGIS that end in .model3. */
@BrowserTest
class QgisModelsTest {
  private static final Path MODELS = Path.of("src/test/resources/models");

  private static JsonObject json(String text) {
    return Json.parseObject(text.replace('\'', '"'));
  }

  private static JsonObject imported(Site site, String text) {
    String path = "data/some.model3";
    site.execute("files:write", JsonObject.of().with("path", path).with("text", text));
    site.execute("model:import", JsonObject.of().with("path", path));
    JsonArray all = (JsonArray) site.execute("model:list", JsonObject.of());
    return all.object(all.size() - 1).without("id");
  }

  private static String file(String name) throws IOException {
    return Files.readString(MODELS.resolve(name + ".model3"));
  }

  private static String exported(Site site, JsonObject model) {
    String id = site.executeObject("model:save", JsonObject.of().with("model", model)).string("id");
    JsonObject args = JsonObject.of().with("id", id).with("format", "model3");
    String path = site.executeObject("model:export", args).string("path");
    assertTrue(path.endsWith(".model3"), path);
    site.execute("model:remove", JsonObject.of().with("id", id));
    return site.executeObject("files:read", JsonObject.of().with("path", path)).string("text");
  }

  @Test
  void bufferAndClip(Site site) throws IOException {
    site.open();
    site.execute("document:new", JsonObject.of());
    assertEquals(
        json(
            """
            {'name': 'Near roads', 'group': 'planning',
             'help': 'What of an area lies near roads.\\nDistances in metres.',
             'inputs': [
               {'name': 'area', 'label': 'Area', 'type': 'source', 'geometry': [2]},
               {'name': 'distance', 'label': 'Distance', 'type': 'distance', 'default': 5, 'min': 0,
                'unitsFrom': 'roads'},
               {'name': 'roads', 'label': 'Roads & ways', 'type': 'vector'}],
             'steps': [
               {'id': 'native:clip_1', 'algorithm': 'native:clip', 'title': 'Clip to area', 'parameters': {
                 'INPUT': {'step': 'native:buffer_1', 'output': 'OUTPUT'}, 'OVERLAY': {'input': 'area'}}},
               {'id': 'native:buffer_1', 'algorithm': 'native:buffer', 'title': 'Buffer roads', 'parameters': {
                 'DISSOLVE': {'value': true}, 'DISTANCE': {'input': 'distance'}, 'END_CAP_STYLE': {'value': 0},
                 'INPUT': {'input': 'roads'}, 'JOIN_STYLE': {'value': 0}, 'MITER_LIMIT': {'value': 2},
                 'SEGMENTS': {'value': 8}}}],
             'outputs': [
               {'name': 'near_roads', 'label': 'Near roads', 'step': 'native:clip_1', 'output': 'OUTPUT'}]}"""),
        imported(site, file("buffer-clip")));
  }

  /** QGIS's old ids stand for the new ones; what a step does not know here is left out. */
  @Test
  void joinAndCalculate(Site site) throws IOException {
    site.open();
    site.execute("document:new", JsonObject.of());
    JsonObject model = imported(site, file("join-calculate"));
    JsonObject calculate = model.array("steps").object(1);
    assertEquals("native:fieldcalculator", calculate.string("algorithm"));
    assertEquals("districts", model.array("inputs").object(1).string("fieldsOf"));
    JsonObject join = model.array("steps").object(0).object("parameters");
    assertEquals(json("{'input': 'key'}"), join.get("FIELD_2"));
    assertEquals(json("{'value': ['people']}"), join.get("FIELDS_TO_COPY"));
    assertFalse(join.has("FIELD_NONE"));
    assertEquals(json("{'value': ''}"), join.get("PREFIX"));
    assertFalse(calculate.object("parameters").has("FIELD_LENGTH"));
    assertEquals(
        "\"people\" / \"size\"", calculate.object("parameters").object("FORMULA").string("value"));
  }

  private static String refusal(Site site, String text, String code) {
    CommandFailure failure = assertThrows(CommandFailure.class, () -> imported(site, text));
    assertEquals(code, failure.code(), text);
    return failure.getMessage();
  }

  @Test
  void whatCannotBeUsedIsNamed(Site site) throws IOException {
    site.open();
    site.execute("document:new", JsonObject.of());
    assertEquals(
        "The model \"Terrain\" cannot be used: these algorithms do not exist here:"
            + " gdal:hillshade, script:mine; \"dem\" is of the type raster; Buffer: DISTANCE is the"
            + " expression @scale * 2; Buffer: SEGMENTS is a text with expressions in it; Rate:"
            + " FORMULA uses @scale.",
        refusal(site, file("missing"), "unsupported-format"));
    for (String xml :
        List.of(
            "",
            "no XML",
            "<a>",
            "<a></b>",
            "<a/><b/>",
            "<a b=c/>",
            "<a b='&c;'/>",
            "<a>&#x110000;</a>",
            "<a>&#0;</a>",
            "<!-- <a/>",
            "<!DOCTYPE a SYSTEM '>' [<!ENTITY b 'c'>]><a>&b;</a>",
            "<Option type='Map'/>",
            "<html/>",
            "<Option type='List'>".repeat(101) + "</Option>".repeat(101),
            "<Option type='List'>".repeat(50_000))) {
      refusal(site, xml, "malformed-input");
    }
  }

  /** All that QGIS has no word for: units, names of choices and types, systems of names. */
  private static final String ODD =
      """
      {"name": "Odd <&> ☂", "group": "tests", "help": "Two\\nlines & a \\ttab",
       "inputs": [
         {"name": "zeta", "type": "source", "geometry": [1, 2]},
         {"name": "alpha", "label": "A", "type": "distance", "default": {"value": 2, "unit": "kilometers"},
          "unitsFrom": "zeta", "dynamic": true, "min": 0},
         {"name": "count", "label": "Count", "type": "number", "integer": true, "min": 1, "max": 9, "optional": true},
         {"name": "field", "label": "Field", "type": "field", "fieldsOf": "zeta", "multiple": true},
         {"name": "kind", "label": "Kind", "type": "enum", "options": ["a", "b"], "multiple": false, "default": 1},
         {"name": "several", "label": "Several", "type": "multilayer"}],
       "steps": [
         {"id": "merge", "algorithm": "native:mergevectorlayers", "parameters": {
           "LAYERS": [{"step": "grow"}, {"input": "several"}, {"value": "nowhere.gpkg"}],
           "CRS": {"value": "EPSG:25832"}}},
         {"id": "grow", "algorithm": "native:buffer", "title": "Grow", "parameters": {
           "INPUT": {"input": "zeta"}, "DISTANCE": {"value": {"value": 3, "unit": "miles"}},
           "END_CAP_STYLE": {"value": "Flat"}, "MITER_LIMIT": {"value": 2.5}, "DISSOLVE": {"value": false}}},
         {"id": "wide", "algorithm": "native:buffer", "title": "", "parameters": {
           "INPUT": {"step": "grow", "output": "OUTPUT"},
           "DISTANCE": {"value": {"type": "data_defined", "expression": "\\"width\\" / 2"}}}},
         {"id": "fields", "algorithm": "native:refactorfields", "title": "F", "parameters": {
           "INPUT": [{"step": "wide"}],
           "FIELDS_MAPPING": {"value": [{"name": "n", "type": "text", "length": 0, "precision": 0,
                                         "expression": "'@zeta' || \\"n\\""}]}}},
         {"id": "sum", "algorithm": "qgis:basicstatisticsforfields", "title": "Sum", "parameters": {
           "INPUT_LAYER": {"step": "merge"}, "FIELD_NAME": {"value": "n"}}}],
       "outputs": [
         {"name": "sum", "label": "Sum of n", "step": "sum", "output": "SUM"},
         {"name": "OUTPUT", "label": "Merged", "step": "merge"},
         {"name": "F", "step": "fields", "output": "OUTPUT"}]}""";

  /** The model as the page reads it: what it leaves unsaid is said. */
  private static JsonObject said(JsonObject model) {
    JsonArray inputs = JsonArray.of();
    for (JsonObject input : model.array("inputs").objects()) {
      String name = input.string("name");
      inputs = inputs.with(JsonObject.of().with("label", name).withAll(input));
    }
    JsonArray steps = JsonArray.of();
    for (JsonObject step : model.array("steps").objects()) {
      steps = steps.with(JsonObject.of().with("title", "").withAll(step));
    }
    JsonArray outputs = JsonArray.of();
    for (JsonObject output : model.array("outputs").objects()) {
      JsonObject usual = JsonObject.of().with("label", output.get("name")).with("output", "OUTPUT");
      outputs = outputs.with(usual.withAll(output));
    }
    return model.with("inputs", inputs).with("steps", steps).with("outputs", outputs);
  }

  @Test
  void whatIsWrittenIsReadAgain(Site site) throws IOException {
    site.open();
    site.execute("document:new", JsonObject.of());
    JsonObject odd = Json.parseObject(ODD);
    assertEquals(said(odd), imported(site, exported(site, odd)));
    for (String name : List.of("buffer-clip", "join-calculate")) {
      site.execute("document:new", JsonObject.of());
      JsonObject model = imported(site, file(name));
      site.execute("document:new", JsonObject.of());
      assertEquals(model, imported(site, exported(site, model)));
    }
  }

  /** An element Option of a name inside of another. */
  private static Element inside(Element option, String... names) {
    Element at = option;
    for (String name : names) {
      Element found = null;
      for (Element child : options(at)) {
        found = child.getAttribute("name").equals(name) ? child : found;
      }
      assertTrue(found != null, name + " is missing in " + at.getAttribute("name"));
      at = found;
    }
    return at;
  }

  private static List<Element> options(Element option) {
    List<Element> options = new ArrayList<>();
    for (Node at = option.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element child) {
        options.add(child);
      }
    }
    return options;
  }

  private static String value(Element option, String... names) {
    Element found = inside(option, names);
    return found.getAttribute("type") + " " + found.getAttribute("value");
  }

  /** A file is made as QGIS makes it. */
  @Test
  void filesAreThoseOfQgis(Site site) throws Exception {
    site.open();
    site.execute("document:new", JsonObject.of());
    JsonObject model =
        json(
            """
            {'name': 'Near', 'help': 'Help & more',
             'inputs': [{'name': 'roads', 'label': 'Roads', 'type': 'source', 'geometry': [1]},
                        {'name': 'far', 'label': 'Far', 'type': 'distance', 'default': 5, 'unitsFrom': 'roads'},
                        {'name': 'n', 'label': 'N', 'type': 'number', 'integer': true, 'max': 7, 'optional': true}],
             'steps': [{'id': 'a', 'algorithm': 'native:buffer', 'title': 'A', 'parameters': {
                          'INPUT': {'input': 'roads'}, 'DISTANCE': {'value': {'value': 2, 'unit': 'kilometers'}},
                          'END_CAP_STYLE': {'value': 'Square'}}},
                       {'id': 'b', 'algorithm': 'native:buffer', 'title': 'B', 'parameters': {
                          'INPUT': {'step': 'a', 'output': 'OUTPUT'},
                          'DISTANCE': {'value': {'type': 'data_defined', 'field': 'w'}}}}],
             'outputs': [{'name': 'near', 'label': 'Near', 'step': 'b', 'output': 'OUTPUT'}]}""");
    String text = exported(site, model);
    assertTrue(text.startsWith("<!DOCTYPE model>\n<Option type=\"Map\">\n"), text);
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertEquals("QString Near", value(root, "model_name"));
    assertEquals("QString Help & more", value(root, "help", "ALG_DESC"));

    Element a = inside(root, "children", "a");
    assertEquals("QString native:buffer", value(a, "alg_id"));
    assertEquals("QString a", value(a, "id"));
    assertEquals("QString A", value(a, "component_description"));
    assertEquals("bool true", value(a, "active"));
    for (String key : List.of("alg_config", "dependencies", "outputs", "comment", "color")) {
      inside(a, key);
    }
    Element input = options(inside(a, "params", "INPUT")).get(0);
    assertEquals("List", inside(a, "params", "INPUT").getAttribute("type"));
    assertEquals("int 0", value(input, "source"));
    assertEquals("QString roads", value(input, "parameter_name"));
    Element distance = options(inside(a, "params", "DISTANCE")).get(0);
    assertEquals("int 2", value(distance, "source"));
    assertEquals("int 2000", value(distance, "static_value"));
    assertEquals(
        "QString DISTANCE: 2 kilometers; QGIS takes the units of the layer",
        value(a, "comment", "component_description"));
    Element style = options(inside(a, "params", "END_CAP_STYLE")).get(0);
    assertEquals("int 2", value(style, "static_value"));

    Element b = inside(root, "children", "b");
    Element link = options(inside(b, "params", "INPUT")).get(0);
    assertEquals("int 1", value(link, "source"));
    assertEquals("QString a", value(link, "child_id"));
    assertEquals("QString OUTPUT", value(link, "output_name"));
    Element own = inside(options(inside(b, "params", "DISTANCE")).get(0), "static_value");
    assertEquals("QgsProperty", own.getAttribute("type"));
    assertEquals("QString w", value(options(own).get(0), "field"));
    assertEquals("int 2", value(options(own).get(0), "type"));
    Element result = inside(b, "outputs", "near");
    assertEquals("QString b", value(result, "child_id"));
    assertEquals("QString OUTPUT", value(result, "output_name"));
    double above = Double.parseDouble(inside(a, "component_pos_y").getAttribute("value"));
    double below = Double.parseDouble(inside(b, "component_pos_y").getAttribute("value"));
    assertTrue(above + 30 < below, above + " " + below);

    Element far = inside(root, "parameterDefinitions", "far");
    assertEquals("QString distance", value(far, "parameter_type"));
    assertEquals("QString roads", value(far, "parent"));
    assertEquals("double -1.7976931348623157e+308", value(far, "min"));
    Element number = inside(root, "parameterDefinitions", "n");
    assertEquals("int 8", value(number, "flags"));
    assertEquals("int 0", value(number, "data_type"));
    assertEquals("double 7", value(number, "max"));
    Element kinds = inside(root, "parameterDefinitions", "roads", "data_types");
    assertEquals("1", options(kinds).get(0).getAttribute("value"));
    inside(root, "parameters", "roads", "component_pos_x");
    assertEquals(3, options(inside(root, "parameterOrder")).size());
  }
}
