// Assembles the static site: bundles the page and the workers, prepares the sample data, collects licences.
//   node build.mjs --out DIR --page TEAVM_DIR --engine TEAVM_DIR [--debug=true]
import { build, transform } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { filesOf, marked, sizeTable, writeFileList } from './src/main/npm/build/files.mjs';
import { prepareSamples } from './src/main/npm/build/samples.mjs';
import { collectLicences } from './src/main/npm/build/licences.mjs';
import { PUBLISHED, preparePortable } from './src/main/npm/build/portable.mjs';
import { projections } from './src/main/npm/build/projections.mjs';
import { SCRIPTS, WEIGHTS } from './src/main/npm/figure/scripts.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: args } = parseArgs({
  options: { out: { type: 'string' }, page: { type: 'string' }, engine: { type: 'string' }, debug: { type: 'string', default: 'false' } },
});
const debug = args.debug === 'true';
const npm = path.join(here, 'src/main/npm');
const out = path.resolve(args.out);
const modules = path.join(here, 'node_modules');
fs.rmSync(out, { recursive: true, force: true });
for (const folder of ['gdal', 'crs', 'fonts']) fs.mkdirSync(path.join(out, folder), { recursive: true });

// Names carry a mark of their content, so that browsers and hosts may keep files for ever. What documents and other pages speak of
// keeps its name: index.html, file.html, sw.js, manifest.webmanifest, icon.svg, licences.txt and the samples.
const names = new Map();
function put(name, bytes, folder = '') {
  const file = folder + marked(name, bytes);
  fs.writeFileSync(path.join(out, file), bytes);
  names.set(file, folder + name);
  return path.basename(file);
}

const LARGEST_PART = 20 << 20;
const gdal = { folder: path.join(modules, 'gdal3.js/dist/package'), names: ['gdal3WebAssembly.wasm', 'gdal3WebAssembly.data'] };
gdal.parts = Object.fromEntries(gdal.names.map((name) => {
  const bytes = fs.readFileSync(path.join(gdal.folder, name));
  const count = Math.ceil(bytes.length / LARGEST_PART);
  const part = (i) => put(count === 1 ? name : `${name}.${i + 1}`, bytes.subarray(i * LARGEST_PART, (i + 1) * LARGEST_PART), 'gdal/');
  return [name, Array.from({ length: count }, (_, i) => part(i))];
}));
const programs = Object.fromEntries(['engine.wasm', 'algorithms.wasm'].map((name) => [name, put(name, fs.readFileSync(path.join(args.engine, name)))]));

const common = {
  // Marks depend on the paths of modules as seen from here.
  absWorkingDir: here,
  bundle: true,
  minify: !debug,
  sourcemap: debug ? 'linked' : false,
  target: 'es2022',
  platform: 'browser',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  entryNames: '[name]-[hash]',
  loader: { '.svg': 'dataurl' },
  nodePaths: [modules],
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis', SCRIPT_URL: 'import.meta.url', GDAL_FILES: JSON.stringify(gdal.parts), ENGINE_FILES: JSON.stringify(programs) },
  alias: { 'terrella:engine-runtime': path.join(path.resolve(args.engine), 'engine-runtime.js') },
};
const siteFile = (output) => path.relative(out, path.resolve(here, output)).split(path.sep).join('/');
const empty = { name: 'empty-node-modules', setup(b) {
  b.onResolve({ filter: /^(fs|path|string_decoder|node:.*)$/ }, ({ path: name }) => ({ path: name, namespace: 'empty' }));
  b.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
} };
// The page's Java names its npm modules by these specifiers.
const facades = { name: 'facades', setup(b) {
  b.onResolve({ filter: /^terrella:/ }, ({ path: name }) => ({ path: path.join(npm, `${name.slice('terrella:'.length)}.js`) }));
} };

const results = await Promise.all([
  build({ ...common, entryPoints: { app: path.join(path.resolve(args.page), 'app.js') }, alias: {}, plugins: [facades], outdir: out, format: 'esm', splitting: true, chunkNames: 'chunks/[name]-[hash]' }),
  build({ ...common, entryPoints: { painter: path.join(npm, 'workers/painter.js') }, outdir: out, format: 'esm' }),
  build({ ...common, entryPoints: { engine: path.join(npm, 'workers/engine.js') }, outdir: out, format: 'esm', plugins: [empty] }),
  build({ ...common, entryPoints: { gdal: path.join(npm, 'workers/gdal.js') }, outdir: out, format: 'iife', plugins: [empty] }),
  build({ ...common, entryPoints: { parquet: path.join(npm, 'workers/parquet.js') }, outdir: out, format: 'esm', splitting: true, chunkNames: 'chunks/parquet-[name]-[hash]', plugins: [empty] }),
  build({ ...common, entryPoints: { raster: path.join(npm, 'workers/raster.js') }, outdir: out, format: 'esm', splitting: true, chunkNames: 'chunks/raster-[name]-[hash]', plugins: [empty] }),
  build({ ...common, entryPoints: { style: path.join(npm, 'site/style.css'), controls: path.join(npm, 'site/controls.css') }, outdir: out, external: ['*.woff2'] }),
]);

for (const { metafile } of results) {
  for (const [output, { entryPoint }] of Object.entries(metafile.outputs)) {
    const file = siteFile(output);
    if (entryPoint && !file.includes('/')) names.set(file, file.replace(/-[A-Z0-9]{8}\./, '.'));
  }
}
for (const extra of fs.readdirSync(args.engine).filter((name) => debug && /\.(map|teadbg)$/.test(name))) {
  fs.copyFileSync(path.join(args.engine, extra), path.join(out, extra));
}
fs.copyFileSync(path.join(npm, 'site/icon.svg'), path.join(out, 'icon.svg'));
fs.writeFileSync(path.join(out, 'manifest.webmanifest'), withIcon(fs.readFileSync(path.join(npm, 'site/manifest.webmanifest'), 'utf8')));
await build({ ...common, entryPoints: { sw: path.join(npm, 'site/sw.js') }, outdir: out, entryNames: '[name]', format: 'iife' });
prepareSamples(modules, path.join(out, 'samples'));
put('epsg.json', projections(modules), 'crs/');
for (const script of SCRIPTS) for (const weight of WEIGHTS) put(`${script}-${weight}.woff`, fs.readFileSync(path.join(modules, `@fontsource/noto-sans/files/noto-sans-${script}-${weight}-normal.woff`)), 'fonts/');
const fileOf = (name) => [...names].find(([, known]) => known === name)[0];
collectLicences(modules, results.map((result) => result.metafile), path.join(out, 'licences.txt'));
const portable = await preparePortable({ common, plugins: { facades, empty }, npm, page: path.resolve(args.page), modules, gdal, out, fileOf });

// What start.js and all that it starts ask for by name.
const marks = Object.fromEntries([...names].filter(([, name]) => !/^gdal\/|\.wasm$|^style\.css$/.test(name)).map(([file, name]) => [name, /-([A-Z0-9]{8})\.\w+$/.exec(file)[1]]));
for (const name of ['start.js', 'file.js']) {
  const { code } = await transform(fs.readFileSync(path.join(npm, 'site', name), 'utf8'), { minify: !debug, target: common.target, define: { FILE_MARKS: JSON.stringify(marks), PORTABLE: JSON.stringify(portable) } });
  put(name, Buffer.from(code));
}
const first = firstChunks(results[0].metafile.outputs);
fs.writeFileSync(path.join(out, 'index.html'), withFiles(fs.readFileSync(path.join(npm, 'site/index.html'), 'utf8')));

const fonts = [...names.keys()].filter((file) => file.startsWith('fonts/'));
// Letters of scripts that few titles have.
const rare = (file) => !/^fonts\/latin-\d/.test(file);
const chunks = (result) => new Set(Object.keys(result.metafile.outputs).map(siteFile));
const parts = {
  first: new Set(['index.html', ...['start.js', 'file.js', 'style.css', 'app.js', 'engine.js', 'engine.wasm', 'painter.js'].map(fileOf), ...first, 'samples/countries-110m.geojson', 'samples/earthquakes.geojson']),
  app: new Set([...chunks(results[0]), ...fonts.filter((file) => !rare(file)), ...['algorithms.wasm', 'controls.css', 'crs/epsg.json'].map(fileOf), 'icon.svg', 'manifest.webmanifest']),
  more: new Set([...fonts.filter(rare), ...chunks(results[3]), ...chunks(results[4]), ...chunks(results[5]), ...filesOf(path.join(out, 'gdal')).map((name) => `gdal/${name}`), 'samples/countries-50m.geojson', 'licences.txt', ...PUBLISHED.map((name) => `${portable}${name}.js`)]),
};
const partOf = (file) => (file === 'sw.js' ? 'worker' : Object.keys(parts).find((part) => parts[part].has(file)) ?? 'disk');
const files = writeFileList(out, names, partOf, path.join(modules, '.cache/terrella/sizes.json'));
console.log(sizeTable(files, { first: 'before the first map', app: 'the rest of the app', more: 'formats, rasters, publishing', disk: 'the same for pages without a site' }));

/** The chunks that the page is made of; it would ask for them only once it is parsed. */
function firstChunks(outputs) {
  const page = Object.values(outputs).find(({ entryPoint }) => entryPoint?.endsWith('app.js'));
  return page.imports.filter(({ kind }) => kind === 'import-statement').map(({ path: chunk }) => `chunks/${path.basename(chunk)}`);
}

/** The icon is in the manifest itself, since hosts that do not know the type of pictures of lines keep them from being ones. */
function withIcon(manifest) {
  const icon = fs.readFileSync(path.join(npm, 'site/icon.svg'), 'utf8').trim();
  return manifest.replace('"icon.svg"', JSON.stringify(`data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`));
}

function withFiles(html) {
  const own = '<link rel="modulepreload" href="app.js">\n';
  return html
    .replace(own, own + first.map((chunk) => `<link rel="modulepreload" href="${chunk}">\n`).join(''))
    .replace(/(?<=(?:href|src)=")(start\.js|file\.js|style\.css|app\.js)(?=")/g, (name) => fileOf(name));
}
