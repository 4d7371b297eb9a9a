package org.terrella.document.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.terrella.document.model.Catalogs.SOME;
import static org.terrella.document.model.Catalogs.json;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;

class ModelTest {
  private static final String BUFFER =
      "{'id': 'b', 'algorithm': 'native:buffer', 'parameters': {'INPUT': {'input': 'roads'}}}";
  private static final String CLIP =
      "{'id': 'c', 'algorithm': 'native:clip', 'parameters': {'INPUT': {'step': 'b'},"
          + " 'OVERLAY': {'input': 'area'}}}";
  private static final String INPUTS =
      "{'name': 'roads', 'type': 'source'}, {'name': 'area', 'type': 'vector', 'label': 'Area'}";
  private static final String RESULT = "{'name': 'near', 'label': 'Near', 'step': 'c'}";

  private static JsonObject model(String inputs, String steps, String outputs) {
    return json(
        "{'name': 'Near roads', 'inputs': [%s], 'steps': [%s], 'outputs': [%s]}"
            .formatted(inputs, steps, outputs));
  }

  private static List<String> problems(JsonObject model) {
    List<String> texts = new ArrayList<>();
    for (ModelCheck.Problem problem : ModelCheck.problems(Model.of(model), SOME)) {
      texts.add(problem.place() + ": " + problem.message());
    }
    return texts;
  }

  @Test
  void fits() {
    assertEquals(List.of(), problems(model(INPUTS, BUFFER + "," + CLIP, RESULT)));
  }

  @Test
  void stepsFollowWhatTheyTake() {
    List<String> ids = new ArrayList<>();
    String other = "{'id': 'a', 'algorithm': 'native:buffer', 'parameters': {}}";
    Model.of(model(INPUTS, CLIP + "," + other + "," + BUFFER, RESULT))
        .ordered()
        .forEach(step -> ids.add(step.id()));
    assertEquals(List.of("a", "b", "c"), ids);
  }

  @Test
  void circlesAreNamed() {
    String first = BUFFER.replace("{'input': 'roads'}", "{'step': 'c'}");
    assertEquals(
        List.of("step b: Steps wait for each other in a circle: b, c."),
        problems(model(INPUTS, first + "," + CLIP, RESULT)));
    String own = BUFFER.replace("{'input': 'roads'}", "{'step': 'b'}");
    assertEquals(
        List.of("step b: Steps wait for each other in a circle: b."),
        problems(model(INPUTS, own, "{'name': 'x', 'step': 'b'}")));
  }

  @Test
  void everyProblemHasItsPlace() {
    assertEquals(
        List.of("name: The model needs a name.", "steps: The model needs a step."),
        problems(json("{'name': ' ?'}")));
    assertEquals(
        List.of(
            "input area: Two inputs are called \"area\".",
            "input f: \"f\" is a field of \"x\", which is no input.",
            "step b INPUT: Buffer: Input layer takes \"roads\", which is no input.",
            "step b: Two steps are called \"b\".",
            "step b: There is no algorithm \"native:none\".",
            "step d INPUT: Clip: INPUT needs a layer, which \"f\" is not.",
            "step d OVERLAY: Clip: OVERLAY is missing.",
            "step d: Clip has no parameter \"OTHER\".",
            "step e: The map has no model \"model:other\".",
            "output area: An input and a result are both called \"area\".",
            "output area: \"area\" takes LINES, which \"d\" does not give.",
            "output y: \"y\" takes a result of \"z\", which is no step."),
        problems(
            model(
                "{'name': 'area', 'type': 'source'}, {'name': 'area', 'type': 'source'},"
                    + "{'name': 'f', 'type': 'field', 'fieldsOf': 'x'}",
                BUFFER
                    + ",{'id': 'b', 'algorithm': 'native:none'},"
                    + "{'id': 'd', 'algorithm': 'native:clip', 'parameters':"
                    + " {'INPUT': {'input': 'f'}, 'OTHER': {'value': 1}}},"
                    + "{'id': 'e', 'algorithm': 'model:other'}",
                "{'name': 'area', 'step': 'd', 'output': 'LINES'}, {'name': 'y', 'step': 'z'}")));
    assertEquals(
        List.of(
            "output near: Two results are called \"near\".",
            "output near: \"near\" is the same as another result."),
        problems(model(INPUTS, BUFFER + "," + CLIP, RESULT + "," + RESULT)));
    assertEquals(
        List.of("outputs: The model gives no result."),
        problems(model(INPUTS, BUFFER + "," + CLIP, "")));
  }

  @Test
  void numbersAreNoLayers() {
    String statistics =
        "{'id': 's', 'algorithm': 'qgis:basicstatisticsforfields', 'parameters':"
            + " {'INPUT_LAYER': {'input': 'roads'}, 'FIELD_NAME': {'value': 'n'}}}";
    String wrong = BUFFER.replace("{'input': 'roads'}", "{'step': 's', 'output': 'SUM'}");
    String right = BUFFER.replace("}}}", "}, 'DISTANCE': {'step': 's', 'output': 'SUM'}}}");
    String result = "{'name': 'x', 'step': 'b'}";
    assertEquals(
        List.of("step b INPUT: Buffer: Input layer needs a layer, which SUM is not."),
        problems(model(INPUTS, statistics + "," + wrong, result)));
    assertEquals(List.of(), problems(model(INPUTS, statistics + "," + right, result)));
    JsonObject sum =
        ModelDescription.of(
            Model.of(model(INPUTS, statistics, "{'name': 's', 'step': 's', 'output': 'SUM'}")),
            SOME);
    assertEquals(2, sum.array("parameters").size());
    assertEquals(json("{'name': 's', 'type': 'outputNumber'}"), sum.array("outputs").object(0));
  }

  @Test
  void severalLayersForOneParameter() {
    String merge =
        "{'id': 'm', 'algorithm': 'native:mergevectorlayers', 'parameters':"
            + " {'LAYERS': [{'input': 'roads'}, {'step': 'b'}, {'step': 'm2'}]}}";
    List<String> found =
        problems(model(INPUTS, merge + "," + BUFFER, "{'name': 'x', 'step': 'm'}"));
    assertEquals(1, found.size());
    assertTrue(found.get(0).contains("\"m2\", which is no step"), found.get(0));
    String none = merge.substring(0, merge.indexOf('[')) + "[]}}";
    assertEquals(
        List.of("step m LAYERS: Merge: LAYERS is missing."),
        problems(model(INPUTS, none, "{'name': 'x', 'step': 'm'}")));
  }

  @Test
  void describedAsAlgorithmsAre() {
    Model model = Model.of(model(INPUTS, BUFFER + "," + CLIP, RESULT).with("help", "Help."));
    assertEquals(
        json(
            "{'id': 'model:near_roads', 'name': 'Near roads', 'group': 'models', 'help': 'Help.',"
                + " 'parameters': ["
                + INPUTS
                + ", {'name': 'near', 'label': 'Near', 'type': 'sink'}],"
                + " 'outputs': [{'name': 'near', 'type': 'outputVector'}]}"),
        ModelDescription.of(model, SOME));
  }

  @Test
  void inputsKnowWhoseFieldsTheyAre() {
    Model.Step join =
        Model.of(
                model(
                    "",
                    "{'id': 'j', 'algorithm': 'native:joinattributestable', 'parameters':"
                        + " {'INPUT': {'input': 'roads'}, 'INPUT_2': {'step': 'b'}}}",
                    ""))
            .step("j");
    JsonObject algorithm = SOME.get("native:joinattributestable");
    JsonObject first =
        ModelDescription.input("key", AlgorithmCatalog.parameter(algorithm, "FIELD"), join);
    assertEquals("roads", first.string("fieldsOf"));
    assertEquals("key", first.string("name"));
    JsonObject second =
        ModelDescription.input("other", AlgorithmCatalog.parameter(algorithm, "FIELD_2"), join);
    assertEquals("", second.string("fieldsOf"));
  }

  @Test
  void identifiers() {
    assertEquals("near_roads_2", Model.identifier(" Near roads (2) "));
    assertEquals("straße", Model.identifier("Straße"));
    assertEquals("", Model.identifier("?!"));
    assertEquals("a_3", Model.free("a", List.of("a", "a_2")));
  }

  @Test
  void whatIsNoModelIsRefusedOrPassedOver() {
    JsonObject bad = model(INPUTS, BUFFER.replace("{'input': 'roads'}", "7"), RESULT);
    TerrellaException wrong = assertThrows(TerrellaException.class, () -> Model.of(bad));
    assertTrue(wrong.getMessage().startsWith("\"INPUT\" must be"), wrong.getMessage());
    JsonObject good = model(INPUTS, BUFFER, RESULT);
    JsonObject metadata =
        JsonObject.of().with(Model.KEY, json("{'a': []}").array("a").with(bad).with(3).with(good));
    assertEquals(List.of(Model.of(good)), Model.all(metadata));
    assertEquals(List.of(), Model.all(JsonObject.of().with(Model.KEY, 5)));
  }
}
