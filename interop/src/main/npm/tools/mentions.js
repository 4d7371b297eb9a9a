// What expressions name beside their own layer: other layers, and coordinate reference systems.
const PIECES = /'(?:[^'\\]|''|\\[^])*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\//g;
const LOOKS_AT_LAYERS = /\b(?:aggregate|get_feature(?:_by_id)?|layer_property|overlay_\w+)\s*\(/i;
const LOOKS_AT_SYSTEMS = /\btransform\s*\(/i;
const SYSTEM = /^\s*(?:[a-z]\w*:)?\w+\s*$/i;

/**
 * What texts within a JSON value name, whatever of them is an expression: {inputs: [layers], systems: [codes]}.
 * @param {string} layers JSON: [{name, table, label}], where the name is @ and the layer's id; the first of a label is meant
 */
export function mentions(json, layers) {
  const known = JSON.parse(layers);
  const found = { layers: new Set(), systems: new Set() };
  const look = (text) => {
    const literals = [];
    const code = text.replace(PIECES, (piece) => {
      if (piece[0] === "'") literals.push(piece.slice(1, -1).replace(/''|\\(['\\])/g, (_, escaped) => escaped ?? "'"));
      return ' ';
    });
    for (const literal of literals) {
      const layer = known.find(({ name }) => name === `@${literal}`) ?? known.find(({ label }) => label === literal);
      if (layer && LOOKS_AT_LAYERS.test(code)) found.layers.add(layer);
      if (LOOKS_AT_SYSTEMS.test(code) && SYSTEM.test(literal)) found.systems.add(literal.trim());
      // An expression within an expression, as eval takes it.
      if (literal.includes('(')) look(literal);
    }
  };
  JSON.parse(json, (key, value) => {
    if (typeof value === 'string') look(value);
    return value;
  });
  return JSON.stringify({ inputs: known.filter((layer) => found.layers.has(layer)), systems: [...found.systems] });
}
