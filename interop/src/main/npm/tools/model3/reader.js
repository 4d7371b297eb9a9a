// Models of QGIS, files that end in .model3. What Terrella wrote and QGIS has no place for stands beside it as `terrella`.
import { ModelError, Unsupported, readVariant } from './variants.js';

const LAYERS = ['source', 'vector', 'layer', 'multilayer'];
const OPTIONAL = 8;
const SOURCE = { INPUT: 0, RESULT: 1, VALUE: 2, EXPRESSION: 3, TEXT: 4, DESTINATION: 5 };

export const isLayer = (type) => LAYERS.includes(type);
export const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unsupported);
const map = (value) => (isMap(value) ? value : {});
const list = (value) => (Array.isArray(value) ? value : []);

/** What Terrella wrote of its own; undefined where there is nothing. */
function own(holder) {
  try {
    return typeof holder.terrella === 'string' ? JSON.parse(holder.terrella) : undefined;
  } catch {
    return undefined;
  }
}

/** A name in small letters, digits and underscores, as the ids of models have it. */
export const identifier = (name) =>
  name.replace(/[^0-9A-Za-z\u0080-\uffff]+/g, (other, at) => (at ? '_' : '')).replace(/_$/, '').toLowerCase();

/** The first in `order` first, the others behind them as they are. */
function ordered(items, key, order) {
  const place = (item) => (order.indexOf(key(item)) + 1 || order.length + 1);
  return [...items].sort((one, other) => place(one) - place(other));
}

/** Reads a file of a catalogue of algorithms, with all that cannot be used in `problems` and `missing`. */
export class Reader {
  problems = [];
  missing = [];

  constructor(xml, algorithms) {
    this.tree = readVariant(xml);
    if (!isMap(this.tree) || !('children' in this.tree) || !this.tree.model_name) throw new ModelError('malformed-input', 'This is no model of QGIS.');
    this.algorithms = new Map(algorithms.flatMap((each) => [each.id, ...(each.aliases ?? [])].map((id) => [id, each])));
    this.definitions = map(this.tree.parameterDefinitions);
  }

  /** The JSON of the model, without an id. */
  model() {
    const { tree } = this;
    const children = Object.entries(map(tree.children));
    const inputs = Object.entries(this.definitions).map(([name, definition]) => this.input(name, definition));
    const steps = children.map(([id, child]) => this.step(id, child));
    const outputs = children.flatMap(([id, child]) => Object.entries(map(child.outputs)).map(([name, output]) => this.output(id, name, output)));
    return {
      name: tree.model_name.trim(),
      group: (tree.model_group ?? '').trim(),
      help: map(tree.help).ALG_DESC ?? '',
      inputs: ordered(inputs.filter(Boolean), ({ name }) => name, list(tree.parameterOrder)),
      steps,
      outputs: ordered(outputs, ({ step, output }) => `${step}:${output}`, list(tree.outputOrder)),
    };
  }

  /** Fails and names all that cannot be used. */
  demand() {
    const problems = this.missing.length ? [`these algorithms do not exist here: ${this.missing.join(', ')}`, ...this.problems] : this.problems;
    if (problems.length) throw new ModelError('unsupported-format', `The model "${this.tree.model_name}" cannot be used: ${problems.join('; ')}.`);
  }

  /** Algorithms that QGIS rewrote in C++ went from one provider to the other; models are called by their names. */
  algorithm(id) {
    const [provider, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
    const others = { qgis: `native:${name}`, native: `qgis:${name}`, model: `model:${identifier(name)}`, project: `model:${identifier(name)}` };
    return this.algorithms.get(id) ?? this.algorithms.get(others[provider]);
  }

  input(name, definition) {
    const type = definition.parameter_type;
    if (type === 'sink' || type.endsWith('Destination')) return null;
    const exact = own(definition);
    if (exact) return exact;
    const input = { name, label: definition.description || name, type };
    const usual = definition.default;
    if (usual !== null && usual !== undefined && !(usual instanceof Unsupported)) {
      const text = ['string', 'expression', 'field'].includes(type) || typeof usual !== 'string' || usual.trim() === '' || Number.isNaN(Number(usual));
      input.default = text ? usual : Number(usual);
    }
    if ((definition.flags ?? 0) & OPTIONAL) input.optional = true;
    const kinds = list(definition.data_types);
    if (kinds.length && kinds.every((kind) => kind >= 0 && kind <= 2)) input.geometry = kinds;
    switch (type) {
      case 'source':
      case 'vector':
      case 'layer':
      case 'multilayer':
      case 'boolean':
      case 'expression':
      case 'extent':
      case 'point':
      case 'crs':
      case 'matrix':
      case 'string':
        break;
      case 'distance':
        input.unitsFrom = definition.parent ?? '';
        bounds(input, definition);
        break;
      case 'number':
      case 'duration':
        bounds(input, definition);
        break;
      case 'enum':
        Object.assign(input, { options: list(definition.options), multiple: definition.allow_multiple === true });
        break;
      case 'field':
        Object.assign(input, { fieldsOf: definition.parent_layer ?? '', multiple: definition.allow_multiple === true });
        break;
      default:
        this.problems.push(`"${name}" is of the type ${type}`);
    }
    return input;
  }

  step(id, child) {
    const title = child.component_description || id;
    if (child.active === false) this.problems.push(`the step "${title}" is switched off`);
    const algorithm = this.algorithm(child.alg_id);
    if (!algorithm && !this.missing.includes(child.alg_id)) this.missing.push(child.alg_id);
    const parameters = {};
    for (const [name, given] of Object.entries(map(child.params))) {
      const sources = Array.isArray(given) ? given : [given].filter(isMap);
      const exact = own(sources[0] ?? {});
      const bound = exact ?? this.bound(`${title}: ${name}`, sources);
      if (exact || (bound && isTaken(algorithm, name, bound))) parameters[name] = bound;
    }
    return { id, algorithm: algorithm?.id ?? child.alg_id, title: own(child) ?? title, parameters };
  }

  output(step, name, output) {
    const from = output.child_output_name || output.output_name || 'OUTPUT';
    return { name: own(output) ?? identifier(name), label: output.component_description || name, step, output: from };
  }

  bound(place, sources) {
    const items = sources.map((source) => this.source(place, source)).filter(Boolean);
    return items.length > 1 ? items : items[0];
  }

  source(place, source) {
    switch (source.source) {
      case SOURCE.INPUT:
        return { input: source.parameter_name };
      case SOURCE.RESULT:
        return { step: source.child_id, output: source.output_name || 'OUTPUT' };
      case SOURCE.VALUE:
        return this.value(place, source.static_value);
      case SOURCE.EXPRESSION:
        return this.expression(place, (source.expression ?? '').trim());
      case SOURCE.TEXT:
        this.problems.push(`${place} is a text with expressions in it`);
        return null;
      case SOURCE.DESTINATION:
        // The model's outputs say where a result goes.
        return null;
      default:
        this.problems.push(`${place} comes from a source of kind ${source.source ?? -1}`);
        return null;
    }
  }

  value(place, value) {
    if (value === null || value === undefined) return null;
    if (value instanceof Unsupported) {
      this.problems.push(`${place} is a value of the type ${value.type}`);
      return null;
    }
    // Expressions inside of values may look at the model's inputs, which nothing here does.
    const text = typeof value === 'string' ? value : (value.expression ?? '');
    for (const name of Object.keys(this.definitions)) if (text.includes(`@${name}`)) this.problems.push(`${place} uses @${name}`);
    return { value };
  }

  /** Expressions that are no more than an input, a number, a text or a truth value. */
  expression(place, text) {
    if (text.startsWith('@') && text.slice(1) in this.definitions) return { input: text.slice(1) };
    if (text !== '' && !Number.isNaN(Number(text))) return { value: Number(text) };
    if (text === 'true' || text === 'false') return { value: text === 'true' };
    if (/^'[^']*'$/.test(text)) return { value: text.slice(1, -1) };
    this.problems.push(`${place} is the expression ${text}`);
    return null;
  }
}

/** QGIS writes the largest numbers there are where there is no limit. */
function bounds(input, { min, max, data_type }) {
  if (min > -1e300) input.min = min;
  if (max < 1e300) input.max = max;
  if (data_type === 0 && input.type === 'number') input.integer = true;
}

/** Whether a step takes a value: an empty text is none where no texts are wanted. */
function isTaken(algorithm, name, bound) {
  const parameter = algorithm?.parameters.find((each) => each.name === name);
  return parameter && (bound.value !== '' || parameter.type === 'string');
}
