// Starts Terrella where a page may fetch nothing: from a file on disk, or from one HTML file that holds everything.
// The app's files are texts, base64 of gzip: in the page itself as <script type="text/plain" id="file:NAME">, or beside it as
// classic scripts that call `terrellaFile(NAME, TEXT)`, which a page on disk may load.
const folder = document.currentScript.dataset.folder;
const made = new Set();
const PIECE = 1 << 24; // Characters of base64: a multiple of four.

// The only code is what lies in these files; markup is as little as on a site (see start.js).
if (window.trustedTypes) {
  const refuse = (what) => {
    throw new TypeError(`The page refuses ${what}.`);
  };
  trustedTypes.createPolicy('default', {
    createScriptURL: (url) => (made.has(url) ? url : refuse(`a script from ${url}`)),
    createScript: () => refuse('a script'),
    createHTML: (markup, type, sink) =>
      sink === 'DOMParser parseFromString' || !markup.includes('<') || /^\s*<svg[^<>]*>(\s*<(path|\/path|!--)[^<>]*>)*\s*<\/svg>\s*$/.test(markup) ? markup : refuse('markup'),
  });
}

/** Files on their way, {text, come}: several workers may ask for one at the same time. */
const coming = new Map();
window.terrellaFile = (name, text) => coming.get(name)?.come(text);

/** The text of a file; null where this page has none of that name. */
async function textOf(name) {
  const inside = document.getElementById(`file:${name}`);
  if (inside) return inside.textContent;
  if (folder === undefined) return null;
  if (!coming.has(name)) coming.set(name, load(name));
  return coming.get(name).text;
}

function load(name) {
  const url = new URL(`${folder}${name}.js`, document.baseURI).href;
  made.add(url);
  const script = Object.assign(document.createElement('script'), { src: url });
  const file = {};
  file.text = new Promise((come) => {
    file.come = come;
    script.onerror = () => come(null);
  }).finally(() => {
    coming.delete(name);
    script.remove();
  });
  document.head.append(script);
  return file;
}

/** A file's content; fails with a sentence where there is none. */
async function fileOf(name) {
  const text = await textOf(name);
  if (text === null) throw new Error(folder === undefined ? `This file was made without ${name}.` : `${name} is missing beside this page.`);
  const base64 = text.trim();
  const packed = [];
  // Browsers read data addresses of a few ten megabytes at most.
  for (let at = 0; at < base64.length; at += PIECE) {
    packed.push(await (await fetch(`data:application/octet-stream;base64,${base64.slice(at, at + PIECE)}`)).blob());
  }
  return new Response(new Blob(packed).stream().pipeThrough(new DecompressionStream('gzip'))).blob();
}

const urls = new Map();
/** An address that serves a file, the same each time. */
function urlOf(name, type, before = '') {
  if (!urls.has(name)) {
    urls.set(name, fileOf(name).then((file) => {
      const url = URL.createObjectURL(new Blob([before, file], { type }));
      made.add(url);
      return url;
    }));
  }
  return urls.get(name);
}

// Workers ask the page for their files through a port that comes first. What a worker runs is in it already: TeaVM makes small functions
// of texts.
const PRELUDE = `
if (self.trustedTypes) {
  trustedTypes.createPolicy('default', { createScript: (text) => text, createScriptURL: (url) => (url.startsWith('blob:') ? url : null) });
}
const terrellaFiles = new Promise((resolve) => {
  self.addEventListener('message', function first(event) {
    if (!event.data?.terrellaFiles) return;
    event.stopImmediatePropagation();
    self.removeEventListener('message', first);
    resolve(event.data.terrellaFiles);
  });
});
self.terrellaFile = async (name) => {
  const files = await terrellaFiles;
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      data.bytes ? resolve(data.bytes) : reject(new Error(data.reason));
    };
    files.postMessage(name, [port2]);
  });
};
`;

function serve(port) {
  port.onmessage = async ({ data: name, ports: [answer] }) => {
    try {
      const bytes = await (await fileOf(name)).arrayBuffer();
      answer.postMessage({ bytes }, [bytes]);
    } catch (error) {
      answer.postMessage({ reason: error.message });
    }
  };
}

/** A worker that is there at once, for its code is still being unpacked: messages wait for it. */
function startWorker(file, name) {
  const waiting = [];
  let worker;
  let ended = false;
  const stand = {
    onmessage: null,
    onerror: null,
    postMessage: (...message) => (worker ? worker.postMessage(...message) : waiting.push(message)),
    terminate: () => {
      ended = true;
      worker?.terminate();
    },
  };
  urlOf(file, 'text/javascript', PRELUDE).then((url) => {
    if (ended) return;
    worker = new Worker(url, { name });
    worker.onmessage = (event) => stand.onmessage?.(event);
    worker.onerror = (event) => stand.onerror?.(event);
    const { port1, port2 } = new MessageChannel();
    serve(port1);
    worker.postMessage({ terrellaFiles: port2 }, [port2]);
    for (const message of waiting) worker.postMessage(...message);
  }, (error) => stand.onerror?.({ message: error.message, preventDefault() {} }));
  return stand;
}

// See start.js.
const own = JSON.parse(document.getElementById('published')?.textContent ?? 'null');
const published = own && !own.whole ? own : null;
const base = new URL('.', document.baseURI).href;
// What is shown (see shape.css): of a published map what a reader needs.
const { searchParams: asked } = new URL(location.href);
const tools = asked.has('embed') ? '' : (asked.get('tools') ?? (published && 'layers history'));
if (tools !== null) document.documentElement.dataset.tools = tools.replaceAll(',', ' ');
document.documentElement.toggleAttribute('data-embed', asked.has('embed'));
document.documentElement.toggleAttribute('data-published', Boolean(published));
window.terrellaSite = {
  document: own && (own.folder ?? '') + own.document,
  fetch: async (path) => new Response(await fileOf(path.startsWith(base) ? path.slice(base.length) : path)),
  worker: startWorker,
  style: (file) => urlOf(file, 'text/css'),
  text: async (name) => {
    const text = await textOf(name);
    if (text === null) throw new Error(`This page was made without ${name}.`);
    return text;
  },
  published,
  // As in start.js, but for folders, which are made of files that a page on disk cannot read.
  makes: ['map-zip', ...(folder === undefined ? [] : ['figure']), ...(published ? [] : ['single-file', 'research-object'])],
  file: (path) => fileOf((own?.folder ?? '') + path),
};

/** The look of the page, where it is inside as well. */
async function addStyle() {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: await urlOf('style.css', 'text/css') }));
}

window.terrella = {};
window.terrella.ready = new Promise((resolve) => (window.terrellaOpened = resolve));

const lacks = ['WebAssembly', 'OffscreenCanvas', 'DecompressionStream'].find((name) => !(name in window));
if (lacks) {
  document.body.textContent = `This browser has no ${lacks}, which this map needs. A current Chrome, Edge, Firefox or Safari has it.`;
} else {
  window.terrellaStarted = Object.fromEntries(
    [['engine.js', 'owner helped'], ['painter.js', 'painter']].map(([file, name]) => {
      const worker = startWorker(file, name);
      const heard = [];
      worker.onmessage = (event) => heard.push(event);
      return [file, { worker, heard }];
    }),
  );
  Promise.all([urlOf('app.js', 'text/javascript'), folder === undefined ? addStyle() : undefined]).then(([url]) => {
    const script = Object.assign(document.createElement('script'), { src: url });
    script.onload = () => window.terrellaApp.main([]);
    document.head.append(script);
  }, (error) => (document.body.textContent = `This map cannot be shown: ${error.message}`));
}
