// Gives pages the app's files from what was kept of them. Pages fetch and check versions themselves (offline.js); this decides which
// version a page gets, and keeps it to that one. It knows no version by itself, so that one that is older or newer serves as well.
import { Versions } from '../offline/versions.js';

const versions = new Versions(self.registration.scope);
/** A page that was loaded anew sooner than this had no time to start. */
const TIME_TO_START = 15_000;
/** Names with a mark of the content; all others are those of one version or another. */
const MARKED = /-[A-Z0-9]{8}(\.|\/)/;
const UNMARKED = /^(icon\.svg|manifest\.webmanifest|licences\.txt|samples\/[^/]+)$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { method, url, mode, cache } = event.request;
  // What pages fetch to look for a new version comes from the host itself.
  if (method !== 'GET' || !url.startsWith(versions.scope) || cache === 'reload' || cache === 'no-store') return;
  const name = url.slice(versions.scope.length).split(/[?#]/)[0];
  if (mode === 'navigate') {
    if (name === '' || name === 'index.html') event.respondWith(page(event));
  } else if (MARKED.test(name) || UNMARKED.test(name)) {
    event.respondWith(file(event, name));
  } else {
    event.respondWith(beside(event));
  }
});

async function page({ request, resultingClientId }) {
  try {
    const version = await versions.change((state) => choose(state, resultingClientId));
    const kept = version && (await (await versions.open(version)).match(`${versions.scope}index.html`));
    if (kept) return kept;
  } catch {
    // Storage that was cleared or does not answer: the host has everything.
  }
  return fetch(request);
}

/** The version of a page that is opened now; null for the host's. */
async function choose(state, client) {
  if (state.trial && Date.now() - state.trial.since > TIME_TO_START) {
    Object.assign(state, { refused: state.current, current: state.former, former: null, trial: null });
  }
  if (!(await versions.isComplete(state.current, state))) {
    // A version before it may be whole still.
    const former = (await versions.isComplete(state.former, state)) ? state.former : null;
    Object.assign(state, { current: former, former: null, fresh: false, trial: null });
  }
  if (state.fresh) Object.assign(state, { fresh: false, trial: { client, since: Date.now() } });
  else if (state.trial) state.trial.client = client;
  if (state.current && client) state.pages[client] = state.current;
  return state.current;
}

async function file({ request, clientId }, name) {
  try {
    for (const version of MARKED.test(name) ? await versions.kept() : [await versionOf(clientId)]) {
      const kept = version && (await (await versions.open(version)).match(versions.scope + name));
      if (kept) return kept;
    }
  } catch {
    // As above.
  }
  return fetch(request);
}

/** A map or its data: of a folder that was published they belong to a version; others may be newer on the host. */
async function beside({ request, clientId }) {
  const range = request.headers.get('Range');
  try {
    const version = await versionOf(clientId);
    const own = version && (await (await versions.open(version)).match(request.url));
    if (own) return await part(own, range);
  } catch {
    // As above.
  }
  try {
    const reply = await fetch(request);
    if (reply.status === 200 && !range) await renew(request.url, reply.clone()).catch(() => {});
    return reply;
  } catch (error) {
    const kept = await (await versions.beside())?.match(request.url);
    if (!kept) throw error;
    return part(kept, range);
  }
}

async function renew(url, reply) {
  const kept = await versions.beside();
  if (kept && (await kept.match(url))) await versions.keepBeside(url, reply);
}

/** What a range asks of a whole file. */
async function part(reply, range) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (!first && !last) return reply;
  const blob = await reply.blob();
  const from = first ? Number(first) : Math.max(0, blob.size - Number(last));
  const to = first && last ? Math.min(Number(last), blob.size - 1) : blob.size - 1;
  if (from > to) return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${blob.size}` } });
  const headers = new Headers(reply.headers);
  headers.set('Content-Range', `bytes ${from}-${to}/${blob.size}`);
  headers.set('Content-Length', to - from + 1);
  return new Response(blob.slice(from, to + 1), { status: 206, headers });
}

async function versionOf(client) {
  const { pages, current } = await versions.state();
  return pages[client] ?? current;
}

self.addEventListener('message', (event) => {
  if (event.data !== 'terrella-started') return;
  event.waitUntil(
    versions
      .change((state) => {
        if (state.trial && (!state.trial.client || state.trial.client === event.source.id)) Object.assign(state, { trial: null, former: null });
      })
      .then(() => versions.tidy((client) => self.clients.get(client)))
      .catch(() => {}),
  );
});
