// The same working day in every shape of the app:  node shapes.mjs SITE_FOLDER BROWSER EXECUTABLE FOLDER
// BROWSER is chrome or firefox. What is published goes into FOLDER as BROWSER.html; files of other browsers that are there are run
// again as well. Prints "ok: …" or the first broken promise, and exits with 1. No other machine can be reached.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { App, until } from './shapes/app.mjs';
import { day, keeps, makes, refuses } from './shapes/day.mjs';
import { Elsewhere, Host } from './shapes/hosts.mjs';

const [folder, kind, executablePath, handedOver] = process.argv.slice(2);
const require = createRequire(path.resolve('../interop/package.json'));
const { default: puppeteer } = await import(require.resolve('puppeteer-core'));
const { unzipSync } = require('fflate');
const VIEWPORT = { width: 1000, height: 700 };
const CHROME = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** What pages on a disk say of what only a site can do. */
const ON_SITES = [
  ['publish:folder', { path: 'exports/map.zip' }, /^unsupported-format: A folder for a web host is made of the files of a site/],
  ['offline:get-state', {}, /^invalid-argument: This page cannot be kept offline/],
];
/** What a published map says that it leaves to the app. */
const PUBLISHED = [
  ['publish:single-file', { path: 'exports/again.html' }, /^unsupported-format: A published map is not published again/],
  ['publish:folder', { path: 'exports/map.zip' }, /^unsupported-format: A published map is not published again/],
  ['publish:figure', { path: 'exports/figure.png' }, /^unsupported-format: A published map makes no figures/],
  ['layer:export', { layerId: 'sample-earthquakes-layer', path: 'exports/quakes.gpkg' }, /^unsupported-format: A published map does not read or write this format/],
  ['offline:get-state', {}, /^invalid-argument: This page cannot be kept offline/],
];
/** What browsers say of a page on disk, which may load no modules, before another one takes its place. */
const ON_DISK = /CORS|Cross-Origin|ERR_FAILED|loading failed/i;
const FEW_TYPES = /MIME type/;
const WITHOUT_HOST = /ERR_EMPTY_RESPONSE|ERR_CONNECTION|Failed to fetch|NetworkError/;

setTimeout(() => {
  console.log('It takes more than 170 s.');
  process.exit(1);
}, 170_000).unref();

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'terrella-shapes-'));
const downloads = path.join(scratch, 'downloads');
fs.mkdirSync(downloads);
const elsewhere = await Elsewhere.start();
const browser = await launch();
const hosts = [];
const sums = new Set();
const times = [];

try {
  const published = await onASite();
  const { layers } = published;
  await onAPlainHost();
  await onDisk();
  for (const name of fs.readdirSync(handedOver)) await asOneFile(path.join(handedOver, name), layers);
  await inASandbox(published.html, layers);
  await asAFolder(published.zip, layers);
  assert.equal(sums.size, 1, `the same run has the same sum in every shape: ${[...sums]}`);
  await assertOthersAreHeard();
  console.log(`ok: ${await browser.version()}; ${times.join(', ')}; native:buffer ${[...sums]}`);
} catch (error) {
  console.log(`${times.join(', ')}\n${error.stack}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  for (const server of [...hosts, elsewhere]) server.close();
  fs.rmSync(scratch, { recursive: true, force: true });
}

function launch() {
  const firefox = { 'network.proxy.type': 1, 'browser.download.folderList': 2, 'browser.download.dir': downloads };
  for (const scheme of ['http', 'ssl']) Object.assign(firefox, { [`network.proxy.${scheme}`]: '127.0.0.1', [`network.proxy.${scheme}_port`]: elsewhere.port });
  return puppeteer.launch({
    browser: kind, executablePath, headless: true, defaultViewport: VIEWPORT,
    extraPrefsFirefox: firefox, downloadBehavior: { policy: 'allow', downloadPath: downloads },
    args: kind === 'chrome' ? [...CHROME, `--proxy-server=http://127.0.0.1:${elsewhere.port}`] : [],
  });
}

/** A site under a path of its host: works, is published, and is there when the host is away. */
async function onASite() {
  const host = await hostOf(folder, { prefix: '/people/ada/atlas/' });
  const published = {};
  await visit('sub-path', host, { silent: WITHOUT_HOST }, async (app) => {
    sums.add(await day(app, 2));
    published.layers = (await app.execute('layer:list')).length;
    published.html = await handOver(app, 'publish:single-file');
    published.zip = await handOver(app, 'publish:folder');
    fs.writeFileSync(path.join(handedOver, `${kind}.html`), published.html);
    await app.until('the app is kept', async () => (await terrella.execute('offline:get-state')).version !== '');
    host.away = true;
    await keeps(app);
    const [{ id }] = await app.execute('processing:history');
    assert.equal((await app.execute('processing:rerun', { id })).identical, true, 'without the host, too');
    host.away = false;
  });
  return published;
}

/** What a person gets as a download. */
async function handOver(app, command) {
  const { path: made, size, left } = await app.execute(command);
  assert.deepEqual(left, []);
  const file = path.join(downloads, path.basename(made));
  await until(`${file} has come`, () => fs.statSync(file, { throwIfNoEntry: false })?.size === size);
  return fs.readFileSync(file);
}

/** A host that knows few media types. */
async function onAPlainHost() {
  const host = await hostOf(folder, { prefix: '/plain/', knowsTypes: false });
  await visit('plain host', host, { silent: FEW_TYPES }, async (app) => {
    sums.add(await day(app, 2));
    await keeps(app);
  });
}

async function onDisk() {
  await visit('disk', pathToFileURL(path.resolve(folder, 'index.html')).href, { silent: ON_DISK }, async (app) => {
    sums.add(await day(app, 2));
    await refuses(app, ON_SITES);
    await makes(app);
    await keeps(app);
  });
}

/** A published file asks for nothing, and is tomorrow what it was. */
async function asOneFile(file, layers) {
  const address = pathToFileURL(file).href;
  await visit(`file of ${path.basename(file, '.html')}`, address, {}, async (app) => {
    if (path.basename(file) === `${kind}.html`) {
      sums.add(await day(app, layers));
      await refuses(app, PUBLISHED);
      await app.reload();
    }
    assert.equal((await app.execute('layer:list')).length, layers);
    const [{ id, outputs: [{ sha256 }] }] = await app.execute('processing:history');
    sums.add(sha256);
    assert.equal((await app.execute('processing:rerun', { id })).identical, true, `as ${file} says`);
    assert.deepEqual(outside(app).filter((url) => url !== address), []);
  });
}

/** A published file in a frame without storage and without an origin. */
async function inASandbox(html, layers) {
  const place = path.join(scratch, 'article');
  fs.mkdirSync(place);
  fs.writeFileSync(path.join(place, 'map.html'), html);
  fs.writeFileSync(path.join(place, 'index.html'), '<!doctype html><title>An article</title><iframe src="map.html" sandbox="allow-scripts" width="960" height="660"></iframe>');
  const host = await hostOf(place);
  await visit('sandbox', host, { framed: true }, async (app) => {
    assert.equal(await app.frame.evaluate(() => self.origin), 'null');
    sums.add(await day(app, layers));
    await refuses(app, PUBLISHED);
    assert.deepEqual(outside(app).filter((url) => !url.endsWith('/favicon.ico')), [host.address, `${host.address}map.html`]);
  });
}

/** A published folder with all of the app, on a plain host and on a disk; what its reader saves stays with the reader. */
async function asAFolder(zip, layers) {
  const place = path.join(scratch, 'folder');
  for (const [name, content] of Object.entries(unzipSync(zip))) {
    const file = path.join(place, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  const host = await hostOf(place, { prefix: '/map-of-ada/', knowsTypes: false });
  for (const [name, address, silent] of [['folder', host, FEW_TYPES], ['folder on disk', pathToFileURL(path.join(place, 'index.html')).href, ON_DISK]]) {
    await visit(name, address, { silent }, async (app) => {
      assert.equal(await app.page.title(), 'A week of earthquakes');
      sums.add(await day(app, layers));
      if (address !== host) await refuses(app, ON_SITES);
      const { path: saved } = await app.execute('document:save');
      const worked = await app.execute('layer:list');
      await app.reload();
      assert.equal((await app.execute('layer:list')).length, layers, 'the folder shows its own map');
      await app.execute('document:open', { path: saved });
      assert.deepEqual(await app.execute('layer:list'), worked);
    });
  }
}

async function hostOf(place, options) {
  const host = await Host.of(place, options);
  hosts.push(host);
  return host;
}

/** Opens the app, works, and sees that nobody else was asked, that nothing was missing, and that the page had no errors. */
async function visit(name, place, { silent = /^$/, framed = false }, work) {
  const begun = Date.now();
  const address = place.address ?? place;
  const page = await browser.newPage();
  const app = new App(page);
  try {
    await page.goto(address, { waitUntil: framed ? 'load' : 'domcontentloaded' });
    if (framed) app.frame = await (await page.$('iframe')).contentFrame();
    await app.ready();
    await work(app);
    const own = address.replace(/[^/]*$/, '');
    assert.deepEqual(outside(app).filter((url) => !url.startsWith(own) && !url.endsWith('/favicon.ico')), []);
    assert.deepEqual(elsewhere.heard(), []);
    assert.deepEqual(place.missed ?? [], []);
    assert.deepEqual(app.problems.filter((text) => !silent.test(text)), []);
  } catch (error) {
    error.stack = `${name}: ${error.stack}\n${app.problems.join('\n')}`;
    throw error;
  }
  await page.close();
  times.push(`${name} ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

/** What a page asked for outside of itself. */
function outside(app) {
  return app.requests.filter((url) => !/^(blob|data):/.test(url));
}

/** Requests to other hosts, of a page and of a worker, would have been heard. */
async function assertOthersAreHeard() {
  const page = await browser.newPage();
  await page.goto(`${hosts[0].address}licences.txt`);
  await page.evaluate(async () => {
    const ask = (from) => `fetch('http://elsewhere.example/${from}').catch(() => {})`;
    await fetch('http://elsewhere.example/page').catch(() => {});
    const worker = new Worker(URL.createObjectURL(new Blob([`${ask('worker')}.then(() => postMessage(0))`])));
    await new Promise((resolve) => (worker.onmessage = resolve));
  });
  assert.deepEqual([...new Set(elsewhere.heard())], ['page', 'worker'].map((from) => `http://elsewhere.example/${from}`));
}
