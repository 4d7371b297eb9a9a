// A map as one HTML file: the app's own files, the document, and the data that its layers show. See site/portable.js for how it starts.
import { Gzip } from 'fflate';
import { eachPiece, progress } from './packing.js';

const CHUNK = 3 << 16; // A multiple of three, so that base64 of the parts can be joined.
/** Chromium's texts end at 2^29 - 24 characters, and the file of a part is one text. */
const MOST_OF_A_PART = 500e6;
/** Of what a published map takes less. */
const LESS = { 'app.js': 'viewer.js', 'painter.js': 'viewer-painter.js' };
/** Systems that the app knows by itself. */
const KNOWN = /^EPSG:(3857|4326)$/;

/** @return {Promise<{file: Blob, parts: [{name, size}]}>} */
export async function singleFile(map, files, options, told) {
  const systems = [map.options?.projection ?? 'EPSG:3857', ...options.data.map(({ projection }) => projection).filter(Boolean)];
  const own = ['app.js', 'painter.js', 'engine.js', 'engine.wasm', 'style.css', 'controls.css'];
  if (options.engine) own.push('algorithms.wasm');
  if (files.some(({ raster }) => raster)) own.push('raster.js');
  if (systems.some((code) => !KNOWN.test(code))) own.push('crs/epsg.json');

  const parts = [];
  const blocks = [];
  const add = (name, texts) => {
    const size = texts.reduce((sum, text) => sum + text.length, 0);
    if (size > MOST_OF_A_PART) throw new Error(`${name} takes ${Math.round(size / 1e6)} MB in the file, and browsers read at most ${MOST_OF_A_PART / 1e6}. Leave out fields or features, or simplify.`);
    blocks.push(`<script type="text/plain" id="file:${escaped(name)}">`, ...texts, '</script>\n');
    parts.push({ name, size });
  };
  const step = progress(files, told);
  step(0, 'Gathering the app');
  for (const name of own) add(name, [await window.terrellaSite.text(LESS[name] ?? name)]);
  add('maps/map.jGIS', await packed(new Blob([JSON.stringify(map, null, 1)]), () => {}));
  for (const { path, blob, title } of files) add(path, await packed(blob, (bytes) => step(bytes, `Packing ${title}`)));

  const published = {
    title: options.title, document: 'maps/map.jGIS', engine: options.engine,
    files: ['maps/map.jGIS', ...files.map(({ path }) => path)],
  };
  blocks.unshift(`<script type="application/json" id="published">${JSON.stringify(published).replaceAll('<', '\\u003c')}</script>\n`);
  const template = await window.terrellaSite.text('single.html');
  const [head, tail] = template.replace('<title>Terrella</title>', () => `<title>${escaped(options.title)}</title>`).split('<!--files-->');
  return { file: new Blob([head, ...blocks, tail], { type: 'text/html' }), parts };
}

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Base64 of gzip, in parts; the bytes do not depend on the browser. */
export async function packed(blob, told) {
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
  await eachPiece(blob, CHUNK, (bytes, last) => {
    gzip.push(bytes, last);
    told(bytes.length);
  });
  return texts;
}

function base64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
