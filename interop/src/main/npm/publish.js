// A map as one HTML file: the app's own files, the document, and the data that its layers show. See portable.js for how it starts.
import { Gzip } from 'fflate';

const CHUNK = 3 << 16; // A multiple of three, so that base64 of the parts can be joined.
const PAUSE_MILLIS = 12;
/** Systems that the app knows by itself. */
const KNOWN = /^EPSG:(3857|4326)$/;

/**
 * Writes the file. The same document gives the same bytes, in every browser.
 * @param {string} documentText a map document
 * @param {string[]} names source ids with data, FlatGeobuf, in the order of `blobs`
 * @param {string} optionsText JSON: {title, engine, layers?: ids, systems: {source id: code}}
 * @param {function(number, string): boolean} told hears how far it is; answers whether to go on
 * @return {Promise<{file: Blob, report: string}>} report: JSON, {left: [{layerId, name, reason}], parts: [{name, size}]}
 */
export async function singleFile(documentText, names, blobs, optionsText, told) {
  const options = JSON.parse(optionsText);
  const { document: map, left } = pruned(JSON.parse(documentText), new Set(names), options);
  const used = new Set(Object.values(map.layers).map(({ parameters }) => parameters.source));
  const files = names.map((name, i) => ({ name, blob: blobs[i] })).filter(({ name }) => used.has(name));
  for (const { name } of files) {
    const { name: title, parameters } = map.sources[name];
    const projection = options.systems[name] ?? parameters.projection;
    map.sources[name] = { name: title, type: 'FlatGeobufSource', parameters: { path: `data/${name}.fgb`, projection } };
  }
  const systems = [map.options?.projection ?? 'EPSG:3857', ...Object.values(options.systems)];
  const own = ['app.js', 'painter.js', 'engine.js', 'engine.wasm', 'style.css', 'controls.css'];
  if (options.engine) own.push('algorithms.wasm');
  if (systems.some((code) => !KNOWN.test(code))) own.push('crs/epsg.json');

  const parts = [];
  const blocks = [];
  const add = (name, texts) => {
    blocks.push(`<script type="text/plain" id="file:${escaped(name)}">`, ...texts, '</script>\n');
    parts.push({ name, size: texts.reduce((sum, text) => sum + text.length, 0) });
  };
  const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
  let done = 0;
  const step = (bytes, what) => {
    done += bytes;
    if (!told(total ? done / total : 1, what)) throw Object.assign(new Error('Cancelled.'), { name: 'cancelled' });
  };
  step(0, 'Gathering the app');
  for (const name of own) add(name, [await window.terrellaSite.text(name)]);
  add('maps/map.jGIS', await packed(new Blob([JSON.stringify(map, null, 1)]), () => {}));
  for (const { name, blob } of files) add(`data/${name}.fgb`, await packed(blob, (bytes) => step(bytes, `Packing ${map.sources[name].name}`)));

  const published = {
    title: options.title, document: 'maps/map.jGIS', engine: options.engine,
    files: ['maps/map.jGIS', ...files.map(({ name }) => `data/${name}.fgb`)],
  };
  blocks.unshift(`<script type="application/json" id="published">${JSON.stringify(published).replaceAll('<', '\\u003c')}</script>\n`);
  const template = await window.terrellaSite.text('single.html');
  const [head, tail] = template.replace('<title>Terrella</title>', () => `<title>${escaped(options.title)}</title>`).split('<!--files-->');
  return { file: new Blob([head, ...blocks, tail], { type: 'text/html' }), report: JSON.stringify({ left, parts }) };
}

/** The document with those layers alone that have their data in the file; nothing else of it goes out. */
function pruned(document, withData, { layers: wanted }) {
  const left = [];
  const layers = {};
  for (const [id, layer] of Object.entries(document.layers)) {
    if (wanted && !wanted.includes(id)) continue;
    const source = document.sources[layer.parameters?.source];
    if (withData.has(layer.parameters?.source)) layers[id] = layer;
    else left.push({ layerId: id, name: layer.name, reason: source ? `${source.type} would be asked for on the web, or is a kind of data that a single file does not hold yet` : 'has no source' });
  }
  const sources = Object.fromEntries(Object.values(layers).map(({ parameters: { source } }) => [source, document.sources[source]]));
  const tree = (items) =>
    items.flatMap((item) => {
      if (typeof item === 'string') return item in layers ? [item] : [];
      const inner = tree(item.layers ?? []);
      return inner.length ? [{ ...item, layers: inner }] : [];
    });
  return { document: { ...document, layers, sources, layerTree: tree(document.layerTree) }, left };
}

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Base64 of gzip, in parts, with pauses in which the page goes on; the bytes do not depend on the browser. */
async function packed(blob, told) {
  const texts = [];
  let rest = new Uint8Array(0);
  const gzip = new Gzip({ level: 6, mtime: 0 }, (chunk, last) => {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    const whole = last ? bytes.length : bytes.length - (bytes.length % 3);
    for (let at = 0; at < whole; at += CHUNK) texts.push(base64(bytes.subarray(at, Math.min(at + CHUNK, whole))));
    rest = bytes.slice(whole);
  });
  let begun = performance.now();
  for (let at = 0; at === 0 || at < blob.size; at += CHUNK) {
    const bytes = new Uint8Array(await blob.slice(at, at + CHUNK).arrayBuffer());
    gzip.push(bytes, at + CHUNK >= blob.size);
    told(bytes.length);
    if (performance.now() - begun > PAUSE_MILLIS) {
      await new Promise((resolve) => setTimeout(resolve));
      begun = performance.now();
    }
  }
  return texts;
}

function base64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
