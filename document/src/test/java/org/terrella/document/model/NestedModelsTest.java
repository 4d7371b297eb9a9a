package org.terrella.document.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.terrella.document.model.Catalogs.SOME;
import static org.terrella.document.model.Catalogs.json;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.json.JsonObject;

/** Models as steps of others. */
class NestedModelsTest {
  /** Grows what it gets and cuts it by an area, which is fixed unless it is given. */
  private static final JsonObject NEAR =
      json(
          """
          {'id': 'n', 'name': 'Near',
           'inputs': [{'name': 'what', 'type': 'source'},
                      {'name': 'far', 'type': 'distance', 'default': 7},
                      {'name': 'area', 'type': 'source', 'default': 'L9'},
                      {'name': 'round', 'type': 'number', 'optional': true}],
           'steps': [
             {'id': 'grow', 'algorithm': 'native:buffer', 'title': 'Grow', 'parameters': {
               'INPUT': {'input': 'what'}, 'DISTANCE': {'input': 'far'}, 'SEGMENTS': {'input': 'round'}}},
             {'id': 'cut', 'algorithm': 'native:clip', 'parameters': {
               'INPUT': {'step': 'grow'}, 'OVERLAY': {'input': 'area'}}}],
           'outputs': [{'name': 'cut', 'step': 'cut'}, {'name': 'grown', 'step': 'grow'}]}""");

  private static JsonObject model(String name, String... steps) {
    return json(
        "{'id': '%s', 'name': '%s', 'inputs': [{'name': 'what', 'type': 'source'}], 'steps': [%s], 'outputs': [{'name': 'cut', 'step': 's1', 'output': 'cut'}]}"
            .formatted(name, name, String.join(",", steps)));
  }

  private static String step(int number, String model) {
    return "{'id': 's%d', 'algorithm': 'model:%s', 'title': 'Step %d', 'parameters': {'what': {'input': 'what'}}}"
        .formatted(number, model, number);
  }

  private static AlgorithmCatalog with(JsonObject... models) {
    List<Model> read = new ArrayList<>();
    for (JsonObject model : models) {
      read.add(Model.of(model));
    }
    return SOME.with(read);
  }

  private static List<String> problems(JsonObject model, AlgorithmCatalog catalog) {
    return ModelCheck.problems(Model.of(model), catalog).stream()
        .map(ModelCheck.Problem::message)
        .toList();
  }

  @Test
  void aModelIsAnAlgorithmOfOthers() {
    JsonObject outer = model("Outer", step(1, "near"));
    // Whatever order they stand in.
    AlgorithmCatalog catalog = with(outer, NEAR);
    assertEquals(List.of(), problems(outer, catalog));
    assertNotNull(catalog.find("model:outer"));
    assertEquals("Near", catalog.get("model:near").string("name"));
  }

  @Test
  void flatModelsHaveTheStepsOfAll() {
    JsonObject outer =
        model(
            "Outer",
            step(1, "near"),
            "{'id': 'm', 'algorithm': 'native:mergevectorlayers', 'parameters': {'LAYERS': ["
                + "{'step': 's1', 'output': 'grown'}, {'value': {'step': 's1'}}, {'input': 'what'}]}}");
    JsonObject flat = FlatModel.of(outer, algorithm -> NEAR);
    assertEquals(
        json("""
            {'list': [
              {'id': 's1_grow', 'algorithm': 'native:buffer', 'title': 'Step 1: Grow', 'parameters': {
                'INPUT': {'input': 'what'}, 'DISTANCE': {'value': 7}}},
              {'id': 's1_cut', 'algorithm': 'native:clip', 'title': '', 'parameters': {
                'INPUT': {'step': 's1_grow'}, 'OVERLAY': {'value': 'L9'}}},
              {'id': 'm', 'algorithm': 'native:mergevectorlayers', 'parameters': {'LAYERS': [
                {'step': 's1_grow', 'output': 'OUTPUT'}, {'value': {'step': 's1'}}, {'input': 'what'}]}}]}""")
            .get("list"),
        flat.get("steps"));
    assertEquals(
        json("{'list': [{'name': 'cut', 'step': 's1_cut', 'output': 'OUTPUT'}]}").get("list"),
        flat.get("outputs"));
    assertEquals(List.of(), problems(flat, SOME));
    assertEquals(NEAR, FlatModel.of(NEAR, algorithm -> NEAR));
  }

  @Test
  void modelsInModelsInModels() {
    JsonObject middle = model("Middle", step(1, "near"), step(2, "near"));
    JsonObject outer =
        model(
                "Outer",
                "{'id': 's1_s1', 'algorithm': 'native:buffer', 'parameters': {'INPUT': {'input': 'what'}}}",
                "{'id': 's1', 'algorithm': 'model:middle', 'parameters': {'what': {'step': 's1_s1'}}}")
            .with(
                "outputs", json("{'a': [{'name': 'x', 'step': 's1', 'output': 'cut'}]}").get("a"));
    AlgorithmCatalog catalog = with(NEAR, middle, outer);
    assertEquals(List.of(), problems(outer, catalog));
    JsonObject flat =
        FlatModel.of(outer, algorithm -> algorithm.equals("model:near") ? NEAR : middle);
    Model read = Model.of(flat);
    assertEquals(List.of(), problems(flat, SOME));
    assertEquals(
        List.of("s1_s1", "s1_s1_grow", "s1_s1_cut", "s1_s2_grow", "s1_s2_cut"),
        read.steps().stream().map(Model.Step::id).toList());
    assertEquals("s1_s1_cut", read.outputs().get(0).step());
    assertEquals("OUTPUT", read.outputs().get(0).output());
    assertEquals(
        new Binding.Result("s1_s1", "OUTPUT"), read.step("s1_s2_grow").parameters().get("INPUT"));
  }

  @Test
  void circlesOfModelsAreNamed() {
    JsonObject a = model("A", step(1, "b"));
    JsonObject b = model("B", step(1, "c"));
    JsonObject c = model("C", step(1, "near"));
    AlgorithmCatalog catalog = with(NEAR, a, b, c);
    assertNotNull(catalog.find("model:a"));
    JsonObject changed = model("C", step(1, "near"), step(2, "a"));
    assertEquals(
        List.of("Models contain each other in a circle: C, A, B, C."), problems(changed, catalog));
    // Under another name it is the same model.
    assertEquals(
        "Models contain each other in a circle: D, A, B, D.",
        problems(changed.with("name", "D"), catalog).get(0));
    assertEquals(
        List.of("A model cannot be a step of itself."), problems(model("E", step(1, "e")), SOME));
    AlgorithmCatalog circle = with(NEAR, a, b, changed);
    assertNull(circle.find("model:a"));
    assertNull(circle.find("model:c"));
    assertEquals(
        "Something is wrong with the model \"A\".",
        problems(model("F", step(1, "a")), circle).get(0));
  }

  @Test
  void missingModelsAreNamed() {
    assertEquals(
        List.of("The map has no model \"model:gone\"."),
        problems(model("A", step(1, "gone")), SOME));
  }
}
