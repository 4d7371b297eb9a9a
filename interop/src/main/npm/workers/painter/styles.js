// Style functions and filters of OpenLayers' flat styles, kept while the same ones are asked for.
import { buildExpression, newEvaluationContext } from 'ol/expr/cpu.js';
import { BooleanType, newParsingContext } from 'ol/expr/expression.js';
import { flatStylesToStyleFunction, rulesToStyleFunction } from 'ol/render/canvas/style.js';

const known = new Map();

export function styleFunctions(key, style) {
  let found = known.get(key);
  if (!found) {
    const flat = JSON.parse(style);
    found = flat.length > 0 && 'style' in flat[0] ? rulesToStyleFunction(flat) : flatStylesToStyleFunction(flat);
    if (known.size > 50) known.clear();
    known.set(key, found);
  }
  return found;
}

const filters = new Map();

/** Whether a feature passes, by its attributes; null for a filter that is empty. */
export function filterFunction(text) {
  if (!text) return null;
  let found = filters.get(text);
  if (!found) {
    const passes = buildExpression(JSON.parse(text), BooleanType, newParsingContext());
    const context = newEvaluationContext();
    found = (properties) => {
      context.properties = properties;
      return passes(context);
    };
    if (filters.size > 50) filters.clear();
    filters.set(text, found);
  }
  return found;
}
