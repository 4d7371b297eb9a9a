// The app in Firefox: as a site, as a folder on disk, as one file, and as a site that has gone away:
//   node firefox.mjs SITE_FOLDER FIREFOX
// Prints "ok: …" or the first broken promise, and exits with 1. Firefox is driven by WebDriver BiDi.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, executablePath] = process.argv.slice(2);
const { default: puppeteer } = await import(createRequire(path.resolve('../interop/package.json')).resolve('puppeteer-core'));
const ANSWER_MILLIS = 12_000;
const QUAKES = 'sample-earthquakes-layer';
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', json: 'application/json', svg: 'image/svg+xml' };

setTimeout(() => {
  console.log('It takes more than 170 s.');
  process.exit(1);
}, 170_000).unref();

let away = false;
const server = http.createServer((request, reply) => {
  if (away) return request.socket.destroy();
  const file = path.join(folder, new URL(request.url, 'http://host').pathname.replace(/^\/maps\//, '') || 'index.html');
  if (!fs.existsSync(file)) return reply.writeHead(404).end();
  reply.writeHead(200, { 'Content-Type': TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream' });
  fs.createReadStream(file).pipe(reply);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const site = `http://localhost:${server.address().port}/maps/`;
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'terrella-firefox-'));
const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });

try {
  const published = path.join(scratch, 'map.html');
  await visit(site, async (page) => {
    await work(page);
    fs.writeFileSync(published, Buffer.from(await publish(page), 'base64'));
    await until(page, async () => (await terrella.execute('offline:get-state')).version !== '');
    await execute(page, 'document:save');
    away = true;
    await page.reload({ waitUntil: 'domcontentloaded' });
    await shown(page);
    assert.equal((await execute(page, 'layer:list')).length, 4, 'without the host the map is there');
    await rerun(page);
    away = false;
  });
  await visit(pathToFileURL(path.resolve(folder, 'index.html')).href, work);
  await visit(pathToFileURL(published).href, rerun);
  console.log(`ok: ${await browser.version()}`);
} catch (error) {
  console.log(error.stack);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
  fs.rmSync(scratch, { recursive: true, force: true });
}

/** Opens a page, and sees that it asks nobody else and has no errors. */
async function visit(address, act) {
  const page = await browser.newPage();
  await watched(page, address, act);
  await page.close();
}

async function watched(page, address, act) {
  const problems = [];
  const beginning = address.startsWith('file:') ? 'file:' : site;
  page.on('request', (request) => {
    if (![beginning, 'blob:', 'data:'].some((known) => request.url().startsWith(known))) problems.push(`request to ${request.url()}`);
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await shown(page);
  await act(page);
  // A page on disk is told that it may load no modules before another page takes its place.
  assert.deepEqual(problems.filter((text) => !/favicon\.ico|CORS|Cross-Origin|loading failed/i.test(text)), [], address);
}

/** Waits for the map, and looks whether there is something on it. */
async function shown(page) {
  await until(page, () => {
    globalThis.terrella?.ready?.then(() => (globalThis.isReady = true));
    return globalThis.isReady && Boolean(terrella.execute);
  });
  const { base64 } = await execute(page, 'view:image');
  assert.ok(base64.length > 20_000, 'the map shows something');
}

/** Asks until it is so; a page that is being replaced by another one does not answer. */
async function until(page, holds) {
  for (let i = 0; i < 100; i++) {
    const pause = new Promise((resolve) => setTimeout(resolve, 300));
    if (await Promise.race([page.evaluate(holds).catch(() => false), pause])) return;
    await pause;
  }
  throw Object.assign(new Error(`it is not so: ${holds}`), { name: 'NoAnswer' });
}

async function execute(page, id, args = {}) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error(`${id} has no answer`), { name: 'NoAnswer' })), ANSWER_MILLIS);
  });
  const asked = page.evaluate(async (id, args) => {
    try {
      return { result: await terrella.execute(id, args) };
    } catch ({ code, message }) {
      return { failure: `${code}: ${message}` };
    }
  }, id, args);
  const { result, failure } = await Promise.race([asked, late]);
  clearTimeout(timer);
  assert.equal(failure, undefined, id);
  return result;
}

/** Computes, undoes and runs again. */
async function work(page) {
  await execute(page, 'processing:run', { algorithm: 'native:buffer', parameters: { INPUT: QUAKES, DISTANCE: 2, DISSOLVE: true } });
  // The sums of what a run made come a little after it.
  await until(page, async () => (await terrella.execute('processing:history')).length > 0);
  await execute(page, 'document:undo');
  assert.equal((await execute(page, 'layer:list')).length, 2);
  await execute(page, 'document:redo');
  await rerun(page);
}

async function rerun(page) {
  const [{ id }] = await execute(page, 'processing:history');
  const again = await execute(page, 'processing:rerun', { id });
  assert.equal(again.identical, true, 'the same work has the same result');
}

async function publish(page) {
  await execute(page, 'publish:single-file', { path: 'exports/map.html' });
  return (await execute(page, 'files:read', { path: 'exports/map.html', as: 'base64' })).base64;
}
