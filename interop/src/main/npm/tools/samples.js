// Pictures of what a tool does, from the engine's request "sample".
import { draw, icon, make } from './elements.js';

const MOST_VALUES = 6;

/** Fills a figure; it stays hidden where there is nothing to see. */
export function drawSample(figure, json) {
  const sample = JSON.parse(json);
  const [was, is] = sample.tables ?? [];
  const before = picture(sample, 'Input', sample.before) ?? table(was);
  const after = picture(sample, 'Result', sample.after) ?? table(is) ?? values(sample.values);
  if (!after) return;
  figure.replaceChildren();
  figure.classList.toggle('sample-tall', !sample.after);
  figure.setAttribute('aria-label', 'Before and after');
  if (before) figure.append(before, make('div', { class: 'sample-arrow' }, icon('M9 6l6 6-6 6')));
  figure.append(after);
  figure.hidden = false;
}

function picture({ width, height, before, other }, label, paths) {
  if (!paths || !Object.keys(paths).length) return null;
  const svg = draw('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label });
  const add = (look, layer = {}) => {
    for (const [kind, d] of Object.entries(layer)) svg.append(draw('path', { class: `${look} sample-${kind}`, d }));
  };
  add('sample-before', before);
  if (paths === before) add('sample-other', other);
  else add('sample-after', paths);
  return make('div', { class: 'sample-picture' }, svg);
}

const text = (value) => (value === null ? 'NULL' : String(value));

function table(sample) {
  if (!sample?.fields) return null;
  const rows = sample.rows.map((row) => make('tr', {}, ...row.map((value) => make('td', { class: value === null ? 'null' : null }, text(value)))));
  const more = sample.count - sample.rows.length;
  return make(
    'div',
    { class: 'sample-box' },
    make('table', { class: 'sample-table' }, make('tr', {}, ...sample.fields.map((field) => make('th', {}, field))), ...rows),
    more > 0 ? make('p', {}, `and ${more} more`) : null,
  );
}

function values(given) {
  if (!given) return null;
  const rows = Object.entries(given)
    .slice(0, MOST_VALUES)
    .map(([name, value]) => make('tr', {}, make('th', {}, name), make('td', {}, text(value))));
  return make('div', { class: 'sample-box' }, make('table', { class: 'sample-table' }, ...rows));
}
