// Assembles the static site: bundles the page and the workers, prepares the sample data, collects licences.
//   node build.mjs --out DIR --page TEAVM_DIR --engine TEAVM_DIR [--debug=true]
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prepareSamples } from './src/main/npm/build/samples.mjs';
import { collectLicences } from './src/main/npm/build/licences.mjs';
import { preparePortable } from './src/main/npm/build/portable.mjs';
import { prepareProjections } from './src/main/npm/build/projections.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: args } = parseArgs({
  options: { out: { type: 'string' }, page: { type: 'string' }, engine: { type: 'string' }, debug: { type: 'string', default: 'false' } },
});
const debug = args.debug === 'true';
const npm = path.join(here, 'src/main/npm');
const out = path.resolve(args.out);
const modules = path.join(here, 'node_modules');
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(path.join(out, 'gdal'), { recursive: true });

// Hosts of static sites refuse files of more than 25 MB.
const LARGEST_FILE = 20 << 20;
const gdal = { folder: path.join(modules, 'gdal3.js/dist/package'), names: ['gdal3WebAssembly.wasm', 'gdal3WebAssembly.data'] };
gdal.parts = Object.fromEntries(gdal.names.map((name) => {
  const count = Math.ceil(fs.statSync(path.join(gdal.folder, name)).size / LARGEST_FILE);
  return [name, count === 1 ? [name] : Array.from({ length: count }, (_, i) => `${name}.${i + 1}`)];
}));

const common = {
  bundle: true,
  minify: !debug,
  sourcemap: debug ? 'linked' : false,
  target: 'es2022',
  platform: 'browser',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.svg': 'dataurl' },
  nodePaths: [modules],
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis', SCRIPT_URL: 'import.meta.url', GDAL_FILES: JSON.stringify(gdal.parts) },
  alias: { 'terrella:engine-runtime': path.join(path.resolve(args.engine), 'engine-runtime.js') },
};
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

for (const name of ['engine.wasm', 'algorithms.wasm']) fs.copyFileSync(path.join(args.engine, name), path.join(out, name));
for (const extra of fs.readdirSync(args.engine).filter((name) => debug && /\.(map|teadbg)$/.test(name))) {
  fs.copyFileSync(path.join(args.engine, extra), path.join(out, extra));
}
for (const name of gdal.names) {
  const bytes = fs.readFileSync(path.join(gdal.folder, name));
  gdal.parts[name].forEach((part, i) => fs.writeFileSync(path.join(out, 'gdal', part), bytes.subarray(i * LARGEST_FILE, (i + 1) * LARGEST_FILE)));
}
for (const name of ['icon.svg', 'start.js', 'file.js']) fs.copyFileSync(path.join(npm, 'site', name), path.join(out, name));
fs.writeFileSync(path.join(out, 'index.html'), withPreloads(fs.readFileSync(path.join(npm, 'site/index.html'), 'utf8'), results[0].metafile.outputs));
prepareProjections(modules, path.join(out, 'crs'));
prepareSamples(modules, path.join(out, 'samples'));
results.push(...(await preparePortable({ common, plugins: { facades, empty }, npm, page: path.resolve(args.page), modules, gdal, out })));
collectLicences(modules, results.map((result) => result.metafile), path.join(out, 'licences.txt'));

// The page's own chunks would be asked for only once it is parsed.
function withPreloads(html, outputs) {
  const page = Object.entries(outputs).find(([, output]) => output.entryPoint?.endsWith('app.js'))[1];
  const links = page.imports.filter(({ kind }) => kind === 'import-statement').map(({ path: chunk }) => `<link rel="modulepreload" href="chunks/${path.basename(chunk)}">\n`);
  const own = '<link rel="modulepreload" href="app.js">\n';
  return html.replace(own, own + links.join(''));
}
