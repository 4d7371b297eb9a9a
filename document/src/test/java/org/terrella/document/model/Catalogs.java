package org.terrella.document.model;

import org.terrella.json.Json;
import org.terrella.json.JsonObject;

/** Some algorithms, as the engine describes them. */
final class Catalogs {
  private Catalogs() {}

  static JsonObject json(String text) {
    return Json.parseObject(text.replace('\'', '"'));
  }

  static final AlgorithmCatalog SOME =
      new AlgorithmCatalog(
          json("""
                  {'list': [
                    {'id': 'native:buffer', 'name': 'Buffer', 'aliases': ['other:buffer'], 'parameters': [
                      {'name': 'INPUT', 'label': 'Input layer', 'type': 'source'},
                      {'name': 'DISTANCE', 'type': 'distance', 'default': 10, 'unitsFrom': 'INPUT'},
                      {'name': 'SEGMENTS', 'type': 'number', 'default': 5},
                      {'name': 'OUTPUT', 'label': 'Buffered', 'type': 'sink'}],
                     'outputs': [{'name': 'OUTPUT', 'type': 'outputVector'}]},
                    {'id': 'native:clip', 'name': 'Clip', 'parameters': [
                      {'name': 'INPUT', 'type': 'source'},
                      {'name': 'OVERLAY', 'type': 'source', 'geometry': [2]},
                      {'name': 'OUTPUT', 'label': 'Clipped', 'type': 'sink'}],
                     'outputs': [{'name': 'OUTPUT', 'type': 'outputVector'}]},
                    {'id': 'native:mergevectorlayers', 'name': 'Merge', 'parameters': [
                      {'name': 'LAYERS', 'type': 'multilayer'},
                      {'name': 'OUTPUT', 'type': 'sink'}],
                     'outputs': [{'name': 'OUTPUT', 'type': 'outputVector'}]},
                    {'id': 'native:joinattributestable', 'name': 'Join', 'parameters': [
                      {'name': 'INPUT', 'type': 'source'},
                      {'name': 'FIELD', 'type': 'field', 'fieldsOf': 'INPUT'},
                      {'name': 'INPUT_2', 'type': 'source'},
                      {'name': 'FIELD_2', 'type': 'field', 'fieldsOf': 'INPUT_2'},
                      {'name': 'FIELDS_TO_COPY', 'type': 'field', 'fieldsOf': 'INPUT_2', 'optional': true},
                      {'name': 'METHOD', 'type': 'enum', 'default': 1, 'options': ['all', 'first']},
                      {'name': 'DISCARD_NONMATCHING', 'type': 'boolean', 'default': false},
                      {'name': 'PREFIX', 'type': 'string', 'optional': true},
                      {'name': 'OUTPUT', 'type': 'sink'}],
                     'outputs': [{'name': 'OUTPUT', 'type': 'outputVector'}]},
                    {'id': 'native:fieldcalculator', 'name': 'Field calculator', 'parameters': [
                      {'name': 'INPUT', 'type': 'source'},
                      {'name': 'FIELD_NAME', 'type': 'string'},
                      {'name': 'FIELD_TYPE', 'type': 'enum', 'default': 0, 'options': ['real']},
                      {'name': 'FIELD_LENGTH', 'type': 'number', 'default': 0},
                      {'name': 'FIELD_PRECISION', 'type': 'number', 'default': 0},
                      {'name': 'FORMULA', 'type': 'expression'},
                      {'name': 'OUTPUT', 'type': 'sink'}],
                     'outputs': [{'name': 'OUTPUT', 'type': 'outputVector'}]},
                    {'id': 'qgis:basicstatisticsforfields', 'name': 'Statistics', 'parameters': [
                      {'name': 'INPUT_LAYER', 'type': 'source'},
                      {'name': 'FIELD_NAME', 'type': 'field', 'fieldsOf': 'INPUT_LAYER'}],
                     'outputs': [{'name': 'SUM', 'type': 'outputNumber'}]}
                  ]}""")
              .array("list")
              .objects());
}
