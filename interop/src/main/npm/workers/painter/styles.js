// Style functions of OpenLayers' flat styles, kept while the same style is asked for.
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
