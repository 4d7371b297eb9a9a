package org.terrella.document.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.terrella.document.model.Catalogs.SOME;
import static org.terrella.document.model.Catalogs.json;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.json.JsonObject;

class RunsModelTest {
  private static final JsonObject BUFFER =
      json(
          "{'algorithm': 'other:buffer', 'parameters': {'INPUT': {'source': 'L1',"
              + " 'selectedFeaturesOnly': true}, 'DISTANCE': {'value': 5, 'unit': 'meters'},"
              + " 'OUTPUT': 'results/x.fgb'}, 'outputs': [{'name': 'OUTPUT', 'value': 'B1'}]}");
  private static final JsonObject AGAIN =
      json(
          "{'algorithm': 'native:buffer', 'parameters': {'INPUT': 'B1'},"
              + " 'outputs': [{'name': 'OUTPUT', 'value': 'B2'}]}");
  private static final JsonObject MERGE =
      json(
          "{'algorithm': 'native:mergevectorlayers', 'parameters': {'LAYERS': ['B2', 'L2', 'L1',"
              + " {'type': 'Point', 'coordinates': [0, 0]}]},"
              + " 'outputs': [{'name': 'OUTPUT', 'value': 'M'}]}");

  private static String name(String place) {
    return place.equals("L1") ? "Roads" : "Roads!";
  }

  @Test
  void layersBecomeInputsAndResultsLinks() {
    JsonObject model =
        RunsModel.of("All", List.of(BUFFER, AGAIN, MERGE), SOME, RunsModelTest::name);
    assertEquals(
        json(
            """
            {'name': 'All',
             'inputs': [
               {'name': 'roads', 'label': 'Roads', 'type': 'source'},
               {'name': 'roads_2', 'label': 'Roads!', 'type': 'source'}],
             'steps': [
               {'id': 'buffer', 'algorithm': 'native:buffer', 'title': 'Buffer', 'parameters': {
                 'INPUT': {'input': 'roads'}, 'DISTANCE': {'value': {'value': 5, 'unit': 'meters'}}}},
               {'id': 'buffer_2', 'algorithm': 'native:buffer', 'title': 'Buffer 2', 'parameters': {
                 'INPUT': {'step': 'buffer', 'output': 'OUTPUT'}}},
               {'id': 'mergevectorlayers', 'algorithm': 'native:mergevectorlayers', 'title': 'Merge',
                'parameters': {'LAYERS': [
                  {'step': 'buffer_2', 'output': 'OUTPUT'}, {'input': 'roads_2'}, {'input': 'roads'},
                  {'value': {'type': 'Point', 'coordinates': [0, 0]}}]}}],
             'outputs': [
               {'name': 'OUTPUT', 'label': 'OUTPUT', 'step': 'mergevectorlayers', 'output': 'OUTPUT'}]}"""),
        model);
    assertEquals(List.of(), ModelCheck.problems(Model.of(model), SOME));
  }

  /** The steps of a model that was run take its place. */
  @Test
  void modelsBecomeTheirSteps() {
    JsonObject run =
        json(
            """
            {'algorithm': 'model:m', 'parameters': {'a': ['B1', 'L2'], 'n': 7},
             'outputs': [{'name': 'all', 'value': 'M'}],
             'model': {'name': 'm',
               'inputs': [{'name': 'a', 'type': 'multilayer'}, {'name': 'n', 'type': 'number'},
                 {'name': 's', 'type': 'number', 'optional': true}],
               'steps': [
                 {'id': 'buffer', 'algorithm': 'native:buffer', 'title': 'B', 'parameters': {
                   'INPUT': {'step': 'merge'}, 'DISTANCE': {'input': 'n'}, 'SEGMENTS': {'input': 's'}}},
                 {'id': 'merge', 'algorithm': 'native:mergevectorlayers', 'parameters': {
                   'LAYERS': [{'input': 'a'}, {'value': 'L3'}]}}],
               'outputs': [{'name': 'all', 'label': 'All', 'step': 'buffer'}]}}""");
    JsonObject model = RunsModel.of("x", List.of(BUFFER, run), SOME, RunsModelTest::name);
    assertEquals(
        json("""
                {'a': [
                  {'id': 'buffer_2', 'algorithm': 'native:buffer', 'title': 'B', 'parameters': {
                    'INPUT': {'step': 'merge'}, 'DISTANCE': {'value': 7}}},
                  {'id': 'merge', 'algorithm': 'native:mergevectorlayers', 'parameters': {
                    'LAYERS': [{'step': 'buffer', 'output': 'OUTPUT'}, {'input': 'roads_2'},
                      {'value': 'L3'}]}}]}""")
            .get("a"),
        json("{'a': []}")
            .array("a")
            .with(model.array("steps").object(1))
            .with(model.array("steps").object(2)));
    assertEquals(
        json("{'a': [{'name': 'all', 'label': 'All', 'step': 'buffer_2', 'output': 'OUTPUT'}]}")
            .get("a"),
        model.get("outputs"));
    assertEquals(List.of(), ModelCheck.problems(Model.of(model), SOME));
  }
}
