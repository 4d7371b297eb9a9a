package org.terrella.document.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.terrella.document.model.Catalogs.SOME;
import static org.terrella.document.model.Catalogs.json;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;

class ModelDraftTest {
  private static final JsonObject BUFFER = SOME.get("native:buffer");
  private static final JsonObject CLIP = SOME.get("native:clip");

  private static JsonObject chain() {
    JsonObject model = ModelDraft.withStep(ModelDraft.empty().with("name", "x"), BUFFER);
    model = ModelDraft.withInput(model, "buffer", AlgorithmCatalog.parameter(BUFFER, "INPUT"));
    model = ModelDraft.withBinding(model, "buffer", "INPUT", json("{'input': 'input_layer'}"));
    return ModelDraft.withStep(model, CLIP);
  }

  /** A new step goes on with what the one before it gave. */
  @Test
  void stepsBecomeAChain() {
    JsonObject model = chain();
    assertEquals(
        json("{'INPUT': {'step': 'buffer', 'output': 'OUTPUT'}}"),
        model.array("steps").object(1).object("parameters"));
    assertEquals(
        json("{'a': [{'name': 'OUTPUT', 'label': 'Clipped', 'step': 'clip', 'output': 'OUTPUT'}]}")
            .get("a"),
        model.get("outputs"));
    assertEquals(
        json("{'a': [{'name': 'input_layer', 'label': 'Input layer', 'type': 'source'}]}").get("a"),
        model.get("inputs"));
    JsonObject whole =
        ModelDraft.withBinding(model, "clip", "OVERLAY", json("{'input': 'input_layer'}"));
    assertEquals(List.of(), ModelCheck.problems(Model.of(whole), SOME));
    assertEquals(model, ModelDraft.withBinding(whole, "clip", "OVERLAY", JsonNull.NULL));
    assertEquals(
        "buffer_2", ModelDraft.withStep(model, BUFFER).array("steps").object(2).string("id"));
  }

  @Test
  void whatGoesTakesItsLinksAlong() {
    JsonObject model = chain();
    JsonObject merge = ModelDraft.withStep(model, SOME.get("native:mergevectorlayers"));
    JsonObject bound =
        ModelDraft.withBinding(
            merge,
            "mergevectorlayers",
            "LAYERS",
            json("{'a': [{'step': 'clip'}, {'input': 'input_layer'}, {'value': {'step': 'clip'}}]}")
                .get("a"));
    JsonObject left = ModelDraft.withoutStep(bound, "clip");
    assertEquals(2, left.array("steps").size());
    assertEquals(
        json("{'LAYERS': [{'input': 'input_layer'}, {'value': {'step': 'clip'}}]}"),
        left.array("steps").object(1).object("parameters"));
    assertEquals(0, ModelDraft.withoutStep(model, "clip").array("outputs").size());
    JsonObject bare = ModelDraft.withoutInput(left, "input_layer");
    assertEquals(0, bare.array("inputs").size());
    assertEquals(JsonObject.of(), bare.array("steps").object(0).object("parameters"));
  }

  @Test
  void stepsKnowWhatTheyNeed() {
    Model model = Model.of(chain());
    assertTrue(ModelDraft.needs(model, "clip", "buffer"));
    assertTrue(ModelDraft.needs(model, "clip", "clip"));
    assertFalse(ModelDraft.needs(model, "buffer", "clip"));
  }

  @Test
  void whatIsUnsaidIsSaid() {
    assertEquals(
        json(
            """
            {'steps': [{'id': 'a', 'algorithm': 'native:clip', 'parameters': {}}],
             'outputs': [{'name': 'x', 'step': 'a', 'output': 'OUTPUT'}], 'inputs': []}"""),
        ModelDraft.complete(
            json(
                """
                {'steps': [{'id': 'a', 'algorithm': 'native:clip'}],
                 'outputs': [{'name': 'x', 'step': 'a'}]}""")));
  }
}
