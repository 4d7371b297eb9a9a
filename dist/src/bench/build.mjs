// Bundles the peers for ./bench:  node build.mjs MODULES_DIR OUT_DIR
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const [modules, out] = process.argv.slice(2).map((folder) => path.resolve(folder));
const { build } = createRequire(path.join(modules, 'x.js'))('esbuild');
await build({
  entryPoints: [path.join(here, 'geos.mjs')], outfile: path.join(out, 'geos.js'), bundle: true, minify: true, format: 'esm', platform: 'browser',
  nodePaths: [modules], external: ['fs', 'path', 'module', 'url', 'worker_threads', 'crypto'], logLevel: 'error',
});
await build({
  entryPoints: [path.join(here, 'draw.mjs')], outfile: path.join(out, 'draw.js'), bundle: true, minify: true, format: 'esm', platform: 'browser', nodePaths: [modules], logLevel: 'error',
});
fs.copyFileSync(path.join(here, 'adapter.mjs'), path.join(out, 'adapter.js'));
fs.writeFileSync(path.join(out, 'index.html'), '<!doctype html><meta charset="utf-8"><title>Benchmark</title>');
