// The app in the shape in which a page without a site can hold it: every file as base64 of gzip, scripts as classic ones.
import { build } from 'esbuild';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { markOfFolder } from './files.mjs';

const WORKERS = ['engine', 'painter', 'gdal', 'parquet', 'raster'];
/** What publish.js puts into a page that holds everything. */
export const PUBLISHED = ['viewer.js', 'painter.js', 'engine.js', 'engine.wasm', 'algorithms.wasm', 'style.css', 'controls.css', 'crs/epsg.json', 'single.html'];

/** Writes portable-MARK/NAME.js for each file, and the pages that load or hold them; returns the folder's name with a slash. */
export async function preparePortable({ common, plugins, npm, page, modules, gdal, out, fileOf }) {
  const classic = { ...common, entryNames: '[name]', define: { ...common.define, SCRIPT_URL: 'self.location.href' }, write: false, sourcemap: false, format: 'iife', outdir: out };
  const scripts = await Promise.all([
    ...[['app', []], ['viewer', [readOnly(npm)]]].map(([name, less]) =>
      build({ ...classic, entryPoints: { [name]: path.join(page, 'app.js') }, alias: {}, plugins: [siteless(npm), ...less, plugins.facades], globalName: 'terrellaApp' })),
    ...WORKERS.map((name) => build({ ...classic, entryPoints: { [name]: path.join(npm, `workers/${name}.js`) }, plugins: [siteless(npm), plugins.empty] })),
    build({ ...classic, entryPoints: { portable: path.join(npm, 'site/portable.js') } }),
  ]);
  const folder = path.join(out, 'portable');
  const put = (name, text) => {
    const file = path.join(folder, `${name}.js`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `terrellaFile(${JSON.stringify(name)},${JSON.stringify(text)});\n`);
  };
  const starter = scripts.pop().outputFiles[0].text;
  for (const { outputFiles } of scripts) put(path.basename(outputFiles[0].path), packed(outputFiles[0].contents));
  for (const name of ['engine.wasm', 'algorithms.wasm', 'style.css', 'controls.css', 'crs/epsg.json']) put(name, packed(fs.readFileSync(path.join(out, fileOf(name)))));
  for (const name of fs.readdirSync(path.join(out, 'samples')).map((sample) => `samples/${sample}`)) put(name, packed(fs.readFileSync(path.join(out, name))));
  for (const name of gdal.names) put(`gdal/${name}`, kept(modules, path.join(gdal.folder, name)));

  const template = fs.readFileSync(path.join(npm, 'site/portable.html'), 'utf8');
  // Of the page that holds everything the script is known by its hash.
  put('single.html', template
    .replace('{scripts}', hash(starter)).replace(' {styles}', '').replaceAll(' {services}', '')
    .replace('</body>', () => `<!--files-->\n<script>${starter}</script>\n</body>`));
  fs.writeFileSync(path.join(folder, 'start.js'), starter);
  const name = `portable-${markOfFolder(folder)}/`;
  fs.renameSync(folder, path.join(out, name));
  fs.writeFileSync(path.join(out, 'file.html'), template
    .replace('{scripts}', "'self' file:").replace('{styles}', "'self' file:").replaceAll('{services}', 'https: http:').replace('img-src', "img-src 'self' file:")
    .replace('</title>', `</title>\n<link rel="icon" href="icon.svg" type="image/svg+xml">\n<link rel="stylesheet" href="${fileOf('style.css')}">`)
    .replace('</body>', `<script src="${name}start.js" data-folder="${name}"></script>\n</body>`));
  return name;
}

/** Leaves out what only sites can do. */
const siteless = (npm) => ({ name: 'siteless', setup(b) {
  b.onResolve({ filter: /^\.\/offline\.js$/ }, () => ({ path: path.join(npm, 'offline/none.js') }));
  b.onResolve({ filter: /\/recorder\.js$/ }, () => ({ path: path.join(npm, 'workers/painter/norecorder.js') }));
  b.onResolve({ filter: /^\.\/figure\.js$/ }, () => ({ path: path.join(npm, 'figure/none.js') }));
  b.onResolve({ filter: /^\.\/publish\/(folder|research)\.js$/ }, () => ({ path: path.join(npm, 'publish/none.js') }));
} });

/** Leaves out what nobody does with a published map: it comes as viewer.js. */
const readOnly = (npm) => ({ name: 'read-only', setup(b) {
  b.onResolve({ filter: /\/about\/form\.js$/ }, () => ({ path: path.join(npm, 'about/noform.js') }));
  b.onResolve({ filter: /^\.\/publish\/single\.js$/ }, () => ({ path: path.join(npm, 'publish/none.js') }));
  b.onResolve({ filter: /\/model3\.js$/ }, () => ({ path: path.join(npm, 'tools/nomodel3.js') }));
} });

const packed = (bytes) => zlib.gzipSync(bytes, { level: 9 }).toString('base64');
const hash = (text) => `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;

/** As packed, of a large file that hardly ever changes. */
function kept(modules, file) {
  const { size, mtimeMs } = fs.statSync(file);
  const folder = path.join(modules, '.cache/terrella');
  const copy = path.join(folder, `${path.basename(file)}-${size}-${Math.round(mtimeMs)}`);
  if (!fs.existsSync(copy)) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(copy, packed(fs.readFileSync(file)));
  }
  return fs.readFileSync(copy, 'utf8');
}
