// A map as a folder for a static host: the app, the document, and the data beside it.
import { gzipSync } from 'fflate';
import { zipped } from './archive.js';
import { packed } from './single.js';

const FOLDER = 'map/';
const TOOLS = /(^|\/)(algorithms|gdal|parquet)\b|^gdal\/|^chunks\/parquet-/;
const SAMPLES = /(^|\/)samples\//;
const RASTERS = /(^|\/)raster\b|^chunks\/raster-/;
/** Larger files are kept by visitors only when they want all of it. */
const MOST_KEPT = 50e6;
const README = (title) => `${title}

A map that shows itself. Put this folder on any web host, under any path, or open index.html from a disk.
The map is ${FOLDER}map.jGIS; its data lie beside it, as FlatGeobuf, PMTiles and GeoTIFF, which GDAL and QGIS read as well.
What the program in this folder is made of, and under which licences, is in licences.txt.
`;

/** @return {Promise<{file: Blob, parts: [{name, size}]}>} */
export async function siteFolder(map, files, options, told) {
  const list = await (await window.terrellaSite.fetch('files.json')).json();
  const rasters = files.some(({ raster }) => raster);
  const wanted = list.files.filter(({ name }) =>
    options.engine || !(TOOLS.test(name) || (RASTERS.test(name) && !rasters) || SAMPLES.test(name) || /\/viewer(-painter)?\.js\.js$/.test(name)));

  const content = new Map();
  for (const { file, name } of wanted) {
    if (!told(0, `Gathering ${name}`)) throw Object.assign(new Error('Cancelled.'), { name: 'cancelled' });
    const reply = await fetch(new URL(file, document.baseURI));
    if (!reply.ok) throw new Error(`${file} of this site cannot be read (${reply.status}).`);
    content.set(file, await reply.blob());
  }
  const data = [{ path: 'map.jGIS', blob: new Blob([JSON.stringify(map, null, 2)]), title: options.title }, ...files];
  const published = { title: options.title, folder: FOLDER, document: 'map.jGIS', whole: options.engine, files: data.map(({ path }) => path) };
  for (const page of ['index.html', 'file.html']) content.set(page, await withMap(content.get(page), published));
  // A page on a disk reads no files, but scripts with their texts.
  const disk = [...content.keys()].find((file) => /^portable-[^/]+\/start\.js$/.test(file)).replace('start.js', '');
  for (const { path, blob } of data) {
    const texts = await packed(blob, () => {});
    content.set(FOLDER + path, blob);
    content.set(`${disk}${FOLDER}${path}.js`, new Blob([`terrellaFile(${JSON.stringify(FOLDER + path)},"`, ...texts, '");\n']));
  }
  content.set('README.txt', new Blob([README(options.title)]));
  content.set('files.json', await fileList(list, content));
  return zipped([...content].map(([path, blob]) => ({ path, blob })), told);
}

/** A page that shows this map first. */
async function withMap(page, published) {
  const json = JSON.stringify(published).replaceAll('<', '\\u003c');
  const title = published.title.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const text = (await page.text()).replace(/<title>.*?<\/title>/, () => `<title>${title}</title>\n<script type="application/json" id="published">${json}</script>`);
  return new Blob([text], { type: 'text/html' });
}

/** The list of files, by which visitors keep the site for times without a network: with the map, and the pages as they are now. */
async function fileList(list, content) {
  const known = new Map(list.files.map((entry) => [entry.file, entry]));
  const files = [];
  for (const [file, blob] of content) {
    if (file === 'files.json' || file === 'README.txt') continue;
    const entry = known.get(file);
    if (entry && !/\.html$/.test(file)) {
      files.push(entry);
      continue;
    }
    const bytes = await blob.arrayBuffer();
    const sha256 = await sumOf(bytes);
    const part = file.startsWith(FOLDER) ? (blob.size > MOST_KEPT ? 'more' : 'first') : (entry?.part ?? 'disk');
    files.push({ name: file, file, part, bytes: bytes.byteLength, gzip: gzipSync(new Uint8Array(bytes)).length, sha256 });
  }
  files.sort((a, b) => (a.file < b.file ? -1 : 1));
  const version = (await sumOf(new TextEncoder().encode(files.map(({ sha256 }) => sha256).join()))).slice(0, 12);
  return new Blob([`{"version":"${version}","files":[\n${files.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`]);
}

/** SHA-256 of bytes; empty where browsers keep nothing anyway. */
async function sumOf(bytes) {
  const sum = crypto.subtle && new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return sum ? [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('') : '';
}
