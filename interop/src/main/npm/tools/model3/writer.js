// Models as QGIS keeps them in files that end in .model3.
import { metres } from '../units.js';
import { ranksOf } from '../graph.js';
import { Reader, isLayer, isMap } from './reader.js';
import { Typed, double, property, writeVariant } from './variants.js';

const TYPES = { boolean: 1, integer: 2, integer64: 4, real: 6, json: 8, text: 10, binary: 12, date: 14, time: 15, datetime: 16 };
const ANY_GEOMETRY = -1;
const LARGEST = Number.MAX_VALUE;
const OPTIONAL = 8;
const STEP = { width: 200, height: 30, across: 240, down: 130 };

const sorted = (value) =>
  isMap(value) ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : Array.isArray(value) ? value.map(sorted) : value;
const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/**
 * The text of a file. It is read back, and what came back as something else is written beside it, where QGIS does not look.
 * @param {object} files for each layer the file that it comes from
 */
export function modelFile(model, algorithms, files) {
  const back = new Reader(new Writer(model, algorithms, files, null).text(), algorithms).model();
  return new Writer(model, algorithms, files, back).text();
}

class Writer {
  /** back: the model as it is read; null when nothing was read yet. */
  constructor(model, algorithms, files, back) {
    Object.assign(this, { model, files, back });
    this.algorithms = new Map(algorithms.map((each) => [each.id, each]));
    const { inputs, steps } = model;
    this.ranks = ranksOf(steps.length, steps.flatMap((step, to) => this.needs(step).map((id) => [steps.findIndex((each) => each.id === id), to])));
    this.inputPlaces = new Map(inputs.map(({ name }, i) => [name, [STEP.across * i + STEP.width / 2, 40]]));
  }

  needs({ parameters }) {
    return Object.values(parameters).flat().map(({ step }) => step).filter((step) => step !== undefined);
  }

  text() {
    const { name, group = '', help = '', inputs, steps, outputs } = this.model;
    return writeVariant({
      children: Object.fromEntries(steps.map((step, i) => [step.id, this.child(step, i)])),
      designerParameterValues: {},
      groupBoxes: [],
      help: help ? { ALG_DESC: help } : {},
      internal_version: '1',
      modelVariables: {},
      model_group: group,
      model_name: name,
      outputGroup: '',
      outputOrder: outputs.map(({ step, output }) => `${step}:${output ?? 'OUTPUT'}`),
      parameterDefinitions: Object.fromEntries(inputs.map((input) => [input.name, this.definition(input)])),
      parameterOrder: inputs.map((input) => input.name),
      parameters: Object.fromEntries(inputs.map((input) => [input.name, { ...box(input.name, ...this.inputPlaces.get(input.name)), name: input.name }])),
    });
  }

  /** What QGIS has no place for, as it is. */
  exact(before, after) {
    return this.back && !same(before, after) ? { terrella: JSON.stringify(before) } : {};
  }

  definition(input) {
    const { name, label = name, type } = input;
    const usual = input.default === undefined ? null : this.value(input, input.default);
    return {
      default: usual,
      description: label,
      flags: input.optional ? OPTIONAL : 0,
      metadata: {},
      name,
      parameter_type: type,
      ...definitionOf(input),
      ...this.exact({ label: name, ...input }, this.back?.inputs.find((each) => each.name === name)),
    };
  }

  child(step, number) {
    const algorithm = this.algorithms.get(step.algorithm);
    const title = step.title || algorithm?.name || step.algorithm;
    const before = this.back?.steps[number];
    const rank = this.ranks[number];
    const across = this.ranks.slice(0, number).filter((each) => each === rank).length;
    const x = STEP.across * across + STEP.width / 2;
    const y = STEP.down * (rank + 1) + 40;
    const notes = [];
    const params = {};
    for (const [name, binding] of Object.entries(step.parameters)) {
      const parameter = algorithm?.parameters.find((each) => each.name === name) ?? { type: 'string' };
      const [first, ...others] = [binding].flat().map((part) => this.source(parameter, part, notes));
      if (first) params[name] = [{ ...first, ...this.exact(binding, before?.parameters[name]) }, ...others];
    }
    const outputs = this.model.outputs.filter((output) => output.step === step.id);
    return {
      active: true,
      alg_config: {},
      alg_id: step.algorithm.startsWith('model:') && algorithm ? `model:${algorithm.name}` : step.algorithm,
      color: '',
      comment: { color: '', ...box(notes.join('\n'), x + STEP.width, y, 200, 60) },
      ...box(title, x, y, STEP.width, STEP.height),
      dependencies: [],
      id: step.id,
      outputs: Object.fromEntries(outputs.map((output, i) => [output.name, this.output(output, x + 40 * i, y + STEP.down / 2)])),
      outputs_collapsed: true,
      parameters_collapsed: true,
      params,
      ...this.exact(step.title ?? '', before?.title),
    };
  }

  output({ name, label = name, step, output = 'OUTPUT' }, x, y) {
    const before = this.back?.outputs.find((each) => each.step === step && each.output === output);
    return {
      child_id: step,
      ...box(label, x, y, STEP.width, STEP.height),
      default_value: null,
      mandatory: false,
      name,
      output_name: output,
      ...this.exact(name, before?.name),
    };
  }

  source(parameter, { input, step, output, value }, notes) {
    if (input !== undefined) return { parameter_name: input, source: 0 };
    if (step !== undefined) return { child_id: step, output_name: output ?? 'OUTPUT', source: 1 };
    if (value?.unit && 'value' in value) notes.push(`${parameter.name}: ${value.value} ${value.unit}; QGIS takes the units of the layer`);
    return { source: 2, static_value: this.value(parameter, value) };
  }

  /** A value as QGIS takes it: files instead of layers, metres, numbers of choices and of types. */
  value({ type, options = [] }, value) {
    if (isLayer(type)) return this.layer(value);
    if (value?.type === 'data_defined') return property(value);
    if (value?.unit && 'value' in value) return metres(value);
    if (type === 'enum' && options.includes(value)) return options.indexOf(value);
    if ((type === 'fields_mapping' || type === 'aggregates') && Array.isArray(value)) return value.map((field) => ({ ...field, type: TYPES[field.type] ?? field.type }));
    return value;
  }

  layer(value) {
    if (Array.isArray(value)) return value.map((each) => this.layer(each));
    return value?.source === undefined ? (this.files[value] ?? value) : this.layer(value.source);
  }
}

/** Where something is drawn, by its middle. */
const box = (text, x, y, width = STEP.width, height = STEP.height) => ({
  component_description: text,
  component_height: double(height),
  component_pos_x: double(x),
  component_pos_y: double(y),
  component_width: double(width),
});

/** What is said only of inputs of a type; limits are always said, as QGIS takes 0 for those that are missing. */
function definitionOf({ type, geometry = [], min = -LARGEST, max = LARGEST, integer = false, unitsFrom = '', options = [], multiple = false, fieldsOf = '' }) {
  switch (type) {
    case 'source':
    case 'vector':
    case 'layer':
      return { data_types: geometry };
    case 'multilayer':
      return { layer_type: geometry.length === 1 ? geometry[0] : ANY_GEOMETRY, min_inputs: 1 };
    case 'distance':
      return { data_type: 1, min: double(min), max: double(max), parent: unitsFrom };
    case 'number':
    case 'duration':
      return { data_type: integer ? 0 : 1, min: double(min), max: double(max) };
    case 'enum':
      return { allow_multiple: multiple, options, uses_static_strings: false };
    case 'field':
      return { allow_multiple: multiple, data_type: -1, default_to_all_fields: false, parent_layer: fieldsOf };
    case 'expression':
      return { parent_layer: '' };
    case 'string':
      return { multiline: false };
    default:
      return {};
  }
}
