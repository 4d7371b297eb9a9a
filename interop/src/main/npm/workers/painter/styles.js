// What features look like and which are shown: OpenLayers' flat styles and expressions, compiled once and kept.
import { asString } from 'ol/color.js';
import { buildExpression, newEvaluationContext } from 'ol/expr/cpu.js';
import { BooleanType, ColorType, NumberType, newParsingContext } from 'ol/expr/expression.js';

const MOST_KEPT = 50;
const MOST_LOOKS = 4000;

const colors = new WeakMap();

function css(color) {
  let text = colors.get(color);
  if (text === undefined) colors.set(color, (text = asString(color)));
  return text;
}

/** Keeps what is made for a key; forgets all when there is too much. */
function kept(map, key, most, make) {
  let found = map.get(key);
  if (found === undefined) {
    if (map.size >= most) map.clear();
    map.set(key, (found = make()));
  }
  return found;
}

const NUMBERS = ['stroke-width', 'circle-radius', 'circle-stroke-width'];
const COLORS = ['fill-color', 'stroke-color', 'circle-fill-color', 'circle-stroke-color'];

/** One flat style: from an evaluation context to a look. */
function compile(style) {
  const context = newParsingContext();
  const read = (name, type) => (name in style ? buildExpression(style[name], type, context) : null);
  const parts = [...COLORS.map((name) => [name, read(name, ColorType)]), ...NUMBERS.map((name) => [name, read(name, NumberType)])].filter(([, evaluate]) => evaluate);
  const looks = new Map();
  const join = style['stroke-line-join'] ?? 'round', cap = style['stroke-line-cap'] ?? 'round';
  const evaluate = (evaluation) => {
    const values = {};
    let key = '';
    for (const [name, part] of parts) {
      const value = part(evaluation);
      values[name] = typeof value === 'object' && value ? css(value) : value;
      key += values[name] + '/';
    }
    return kept(looks, key, MOST_LOOKS, () => look(values, join, cap));
  };
  return { evaluate, constant: context.properties.size === 0 };
}

function look(values, join, cap) {
  const ink = (fill, stroke, width) => {
    const lined = stroke !== undefined && !(width <= 0);
    return { fill: fill ?? '', stroke: lined ? stroke : '', width: lined ? (width ?? 1) : 0, join, cap };
  };
  const radius = values['circle-radius'];
  return {
    area: ink(values['fill-color'], values['stroke-color'], values['stroke-width']),
    circle: radius > 0 ? { ...ink(values['circle-fill-color'], values['circle-stroke-color'], values['circle-stroke-width']), radius } : null,
  };
}

const sheets = new Map();

/**
 * The looks of a flat style, or of rules of {style, filter}: (properties, resolution) → a list of looks {area, circle}, to be drawn one
 * over the other.
 */
export function looksOf(text) {
  return kept(sheets, text, MOST_KEPT, () => {
    const flat = JSON.parse(text);
    const rules = flat.map((each) => {
      const filter = each.filter === undefined ? null : buildExpression(each.filter, BooleanType, newParsingContext());
      return { filter, ...compile(each.style ?? each) };
    });
    const context = newEvaluationContext();
    const of = (properties, resolution) => {
      context.properties = properties;
      context.resolution = resolution;
      const looks = [];
      for (const { filter, evaluate } of rules) if (!filter || filter(context)) looks.push(evaluate(context));
      return looks;
    };
    if (!rules.every(({ filter, constant }) => constant && !filter)) return of;
    // All features look alike.
    const looks = of({}, 1);
    return () => looks;
  });
}

const filters = new Map();

/** Whether a feature passes the filters of a layer, as jGIS has them, by its attributes; null for filters that are empty. */
export function filterFunction(text) {
  if (!text) return null;
  return kept(filters, text, MOST_KEPT, () => {
    const { logicalOp, appliedFilters, 'terrella:expression': expression } = JSON.parse(text);
    const tests = appliedFilters.map(condition);
    const any = logicalOp === 'any' && tests.length > 0;
    // The engine evaluates expressions; what one gives comes as an attribute.
    const computed = expression && `terrella:expression ${expression}`;
    return (properties) =>
      (!computed || properties[computed] === true) && (any ? tests.some((test) => test(properties)) : tests.every((test) => test(properties)));
  });
}

/** A missing value is unequal to all; numbers are compared with numbers, texts with texts. */
function condition({ feature, operator, value, betweenMin, betweenMax }) {
  if (operator === 'between') return ({ [feature]: own }) => typeof own === 'number' && own >= betweenMin && own <= betweenMax;
  if (operator === '==') return ({ [feature]: own }) => own === value;
  if (operator === '!=') return ({ [feature]: own }) => own !== value;
  const holds = { '>': (a) => a > value, '<': (a) => a < value, '>=': (a) => a >= value, '<=': (a) => a <= value }[operator];
  return ({ [feature]: own }) => typeof own === typeof value && holds(own);
}
