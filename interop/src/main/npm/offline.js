// The app without a network: what the first map needs is kept after the first visit, all the rest when a person wants it. A new
// version is fetched as a whole and checked, file by file, before the next page gets it; until then nothing changes.
import { Versions } from './offline/versions.js';

const LOOK_AGAIN_MILLIS = 3_600_000;
const AT_ONCE = 4;
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', json: 'application/json', geojson: 'application/geo+json', svg: 'image/svg+xml', txt: 'text/plain', webmanifest: 'application/manifest+json' };
const AUTOMATIC = ['first', 'app'];
/** A file of a map beside the app that is larger is kept only when a person wants all of it. */
const MOST_BESIDE = 50e6;

const scope = new URL('.', document.baseURI).href;
// A page without an origin must not even ask.
const serviceWorker = self.origin === 'null' ? undefined : navigator.serviceWorker;
const possible =
  isSecureContext && Boolean(serviceWorker && window.caches && navigator.locks) && self === top && !new URLSearchParams(location.search).has('embed');
const versions = new Versions(scope);
let whole = false;
let offered = false;
let beside = [];

/** Whether this page can keep the app. */
export const isPossible = () => possible;

/** Whether all of it is kept. */
export const isWhole = () => whole;

/**
 * Keeps what the first map needs and looks for a new version, now and then.
 * @param {string[]} files addresses of the open map and its data, where these lie beside the app
 * @param {function()} ready hears once that a new version is there
 */
export async function begin(files, ready) {
  serviceWorker?.controller?.postMessage('terrella-started');
  if (!possible) return;
  beside = files.filter((url) => url.startsWith(scope) && !url.includes('{'));
  // A browser that refuses, a full disk, no network: the page goes on as it does without all this.
  if (!(await register().catch(() => {}))) return;
  whole = await versions.state().then((state) => state.whole, () => false);
  const look = () =>
    update().then((isNew) => {
      if (!isNew || offered) return;
      offered = true;
      ready();
    }, () => {});
  await look();
  for (const { url } of await missingBeside().catch(() => [])) await fetchBeside(url, MOST_BESIDE, () => {}).catch(() => {});
  setInterval(look, LOOK_AGAIN_MILLIS);
}

/** What is kept, as JSON: {version, whole, fetch, size}; the last two of what is missing, in bytes, as gzip and in storage. */
export async function state() {
  const { current } = await versions.state();
  const list = current ? await listOf(current) : await hostList();
  const missing = current ? await missingFiles(current, list.files) : list.files.filter(({ part }) => part !== 'disk');
  const data = (await missingBeside()).reduce((total, { size }) => total + size, 0);
  const sum = (key) => missing.reduce((total, file) => total + file[key], data);
  return JSON.stringify({ version: current ?? '', whole, fetch: sum('gzip'), size: sum('bytes') });
}

/** Keeps all of the app; `told` hears how far it is, and answers whether to go on. */
export async function keepAll(told) {
  await register();
  await update();
  const { current } = await versions.state();
  if (!current) throw new Error('The site could not be fetched as a whole; it may be changing now. Nothing was kept.');
  navigator.storage.persist?.().catch(() => {});
  try {
    await fetchFiles(current, await missingFiles(current, (await listOf(current)).files), told);
    for (const { url, size } of await missingBeside()) await fetchBeside(url, Infinity, hearing(size, told));
  } catch (error) {
    // What came before the network went away is not fetched again; what a person ended is not wanted.
    if (error.name === 'cancelled') await removeAll();
    throw error;
  }
  await versions.change((state) => {
    state.whole = true;
  });
  whole = true;
}

/** Lets go of all but what the first map needs. */
export async function removeAll() {
  whole = false;
  await versions.change((state) => {
    state.whole = false;
  });
  const { current } = await versions.state();
  if (!current) return;
  const cache = await versions.open(current);
  for (const { file, part } of (await listOf(current)).files) if (part === 'more') await cache.delete(scope + file);
}

const register = () => serviceWorker.register(`${scope}sw.js`, { scope, updateViaCache: 'none' });

async function hostList() {
  const reply = await fetch(`${scope}files.json`, { cache: 'no-store' }).catch(() => {
    throw new Error('The site cannot be reached.');
  });
  if (!reply.ok) throw new Error(`files.json is missing from this site (${reply.status}).`);
  return reply.json();
}

/** The list of a version's files, which is kept with them. */
const listOf = async (version) => (await (await versions.open(version)).match(`${scope}files.json`)).json();

async function missingFiles(version, files, parts = [...AUTOMATIC, 'more']) {
  const kept = new Set((await (await versions.open(version)).keys()).map(({ url }) => url));
  return files.filter(({ file, part }) => parts.includes(part) && !kept.has(scope + file));
}

/** Files of the open map that belong to no version and are not kept; their sizes as far as the host tells them. */
async function missingBeside() {
  const { current } = await versions.state();
  const caches = [current && (await versions.open(current)), await versions.beside()].filter(Boolean);
  const missing = [];
  for (const url of beside) {
    if ((await Promise.all(caches.map((cache) => cache.match(url)))).some(Boolean)) continue;
    const head = await fetch(url, { method: 'HEAD' }).catch(() => null);
    if (head?.ok) missing.push({ url, size: Number(head.headers.get('Content-Length') ?? 0) });
  }
  return missing;
}

async function fetchBeside(url, most, heard) {
  const reply = await fetch(url);
  if (!reply.ok || Number(reply.headers.get('Content-Length') ?? 0) > most) return reply.body?.cancel();
  await versions.keepBeside(url, new Response(counted(reply, heard), { headers: reply.headers }));
}

/** Hears lengths of pieces of a file, and tells which share of it has come. */
function hearing(size, told) {
  let come = 0;
  return (length) => {
    come += length;
    if (!told(size ? Math.min(1, come / size) : 1, `${(come / 1e6).toFixed(1)} MB of the map’s data`)) throw Object.assign(new Error('Cancelled.'), { name: 'cancelled' });
  };
}

/**
 * Looks for a new version; whether there is one that the next page gets. One page at a time fetches it, the others hear of it when
 * they look.
 */
export function update() {
  return navigator.locks.request(`${versions.prefix}update`, async () => {
    const list = await hostList();
    const { current, refused, whole: keepsAll } = await versions.state();
    if (list.version !== current && list.version !== refused) {
      const parts = keepsAll ? [...AUTOMATIC, 'more'] : AUTOMATIC;
      await take(list, parts);
    }
    return (await versions.state()).current === list.version && !isThis(list);
  });
}

async function take(list, parts) {
  const { version, files } = list;
  await versions.change((state) => {
    state.coming = version;
  });
  try {
    await fetchFiles(version, await missingFiles(version, files, parts), () => true);
    await (await versions.open(version)).put(`${scope}files.json`, new Response(JSON.stringify(list)));
  } catch (error) {
    // A part of a new version is none.
    await versions.remove(version);
    throw error;
  }
  await versions.change((state) => {
    const untried = state.fresh || state.trial;
    // The page of a first visit shows that its own version starts.
    const fresh = !isThis(list);
    Object.assign(state, { former: untried ? state.former : state.current, current: version, fresh, trial: null, refused: null });
    if (!fresh) state.former = null;
    state.files[version] = files.filter(({ part }) => AUTOMATIC.includes(part)).length + 1;
    delete state.coming;
  });
}

/** Whether this page is of that version, for its script knows the marks of all other files. */
const isThis = ({ files }) => document.querySelector('script[type=module]').src === scope + files.find(({ name }) => name === 'start.js').file;

async function fetchFiles(version, files, told) {
  const cache = await versions.open(version);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const megabytes = files.reduce((sum, { gzip }) => sum + gzip, 0) / 1e6;
  const ending = new AbortController();
  const waiting = [...files];
  let come = 0;
  // A stream that is ended has an error of its own.
  let cancelled;
  const tell = () => {
    const fraction = total ? come / total : 1;
    if (told(fraction, `${(fraction * megabytes).toFixed(1)} of ${megabytes.toFixed(1)} MB`)) return;
    cancelled = Object.assign(new Error('Cancelled.'), { name: 'cancelled' });
    throw cancelled;
  };
  const fetchNext = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      await cache.put(scope + file.file, await checked(file, ending.signal, (bytes) => { come += bytes; tell(); }));
    }
  };
  tell();
  const lines = Array.from({ length: AT_ONCE }, fetchNext);
  try {
    await Promise.all(lines);
  } catch (error) {
    ending.abort();
    // Nothing is put away any more once this has failed.
    await Promise.allSettled(lines);
    throw cancelled ?? error;
  }
}

/**
 * A file from the host, if it is the one that the list means. Files whose names carry a mark may come from where they are already,
 * unless there is something else.
 */
async function checked({ file, sha256 }, signal, heard) {
  for (const cache of /-[A-Z0-9]{8}(\.|\/)/.test(file) ? ['default', 'reload'] : ['reload']) {
    const reply = await fetch(scope + file, { signal, cache });
    if (!reply.ok) throw new Error(`${file} is missing from this site (${reply.status}).`);
    let come = 0;
    const counter = (length) => {
      come += length;
      heard(length);
    };
    const bytes = await new Response(counted(reply, counter)).arrayBuffer();
    if ((await sumOf(bytes)) === sha256) return new Response(bytes, { headers: headersOf(file, reply) });
    heard(-come);
  }
  throw new Error(`${file} is not the file that this version of the site means; the site may be changing now.`);
}

/** The body of a reply; the lengths of its pieces are heard. */
function counted(reply, heard) {
  return reply.body.pipeThrough(new TransformStream({
    transform(chunk, out) {
      heard(chunk.length);
      out.enqueue(chunk);
    },
  }));
}

const sumOf = async (bytes) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Policies of the host stay; how the bytes travelled does not. */
function headersOf(file, reply) {
  const headers = new Headers(reply.headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'Vary']) headers.delete(name);
  headers.set('Content-Type', TYPES[/[^.]+$/.exec(file.replace(/\.\d+$/, ''))[0]] ?? 'application/octet-stream');
  return headers;
}
