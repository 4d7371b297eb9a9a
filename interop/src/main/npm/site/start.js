// Starts the workers while the page itself is still being read, then the page. What the browser lacks is said in words.

/** The address of a file of the app: its name carries a mark of its content. */
const urlOf = (name) => new URL(FILE_MARKS[name] ? name.replace('.', `-${FILE_MARKS[name]}.`) : name, document.baseURI).href;

// What becomes code or markup anywhere on the page passes here first (Trusted Types): workers that lie beside the page, text
// without markup, and the pictures of Web Awesome's own controls. Everything else is refused.
if (window.trustedTypes) {
  const workers = ['engine.js', 'painter.js', 'gdal.js', 'parquet.js', 'raster.js', 'sw.js'].map(urlOf);
  const refuse = (what) => {
    throw new TypeError(`The page refuses ${what}.`);
  };
  trustedTypes.createPolicy('default', {
    createScriptURL: (url) => (workers.includes(new URL(url, document.baseURI).href) ? url : refuse(`a script from ${url}`)),
    createScript: () => refuse('a script'),
    createHTML: (markup, type, sink) =>
      // A document that is only parsed runs nothing.
      sink === 'DOMParser parseFromString' || !markup.includes('<') || /^\s*<svg[^<>]*>(\s*<(path|\/path|!--)[^<>]*>)*\s*<\/svg>\s*$/.test(markup) ? markup : refuse('markup'),
  });
}

// A site that was made for one map (publish/folder.js) shows it first; without the tools, it is a published map like any other.
const own = JSON.parse(document.getElementById('published')?.textContent ?? 'null');
const published = own && !own.whole ? own : null;

// What is shown (see shape.css).
const { searchParams: asked } = new URL(location.href);
const tools = asked.has('embed') ? '' : (asked.get('tools') ?? (published && 'layers history'));
if (tools !== null) document.documentElement.dataset.tools = tools.replaceAll(',', ' ');
document.documentElement.toggleAttribute('data-embed', asked.has('embed'));
document.documentElement.toggleAttribute('data-published', Boolean(published));

/** Where the app's own files come from: here from beside the page, elsewhere from inside of it (portable.js). */
window.terrellaSite = {
  fetch: (path) => fetch(urlOf(path)),
  document: own && own.folder + own.document,
  published,
  // The shapes in which maps are handed over. A published map lacks what others consist of.
  makes: ['map-zip', 'figure', ...(published ? [] : ['single-file', 'research-object', 'folder'])],
  file: published && (async (path) => (await fetch(new URL(own.folder + path, document.baseURI))).blob()),
  worker: (file, name) => new Worker(urlOf(file), { type: file === 'gdal.js' ? 'classic' : 'module', name }),
  style: urlOf,
  // A host that does not know the type of stylesheets keeps them from being ones, with or without an error; their text does as well.
  assure: async ({ sheet, href }) => {
    try {
      if (sheet.cssRules.length) return;
    } catch {}
    const adopted = await new CSSStyleSheet().replace(await (await fetch(href)).text());
    document.adoptedStyleSheets = [adopted, ...document.adoptedStyleSheets];
  },
  text: async (name) => JSON.parse(/,(".*")\);\s*$/s.exec(await (await fetch(urlOf(`${PORTABLE}${name}.js`))).text())[1]),
};

terrellaSite.assure(document.querySelector('link[rel=stylesheet]'));

// `terrella` is there from the first moment, so that scripts can wait for `terrella.ready`.
window.terrella = {};
window.terrella.ready = new Promise((resolve) => (window.terrellaOpened = resolve));

const lacks = typeof WebAssembly !== 'object' ? 'WebAssembly' : typeof OffscreenCanvas !== 'function' ? 'OffscreenCanvas' : '';
if (lacks) {
  document.body.textContent = `This browser has no ${lacks}, which Terrella needs. A current Chrome, Edge, Firefox or Safari has it.`;
} else {
  window.terrellaStarted = Object.fromEntries(
    [['engine.js', 'owner helped'], ['painter.js', 'painter']].map(([file, name]) => {
      const worker = terrellaSite.worker(file, name);
      const heard = [];
      worker.onmessage = (event) => heard.push(event);
      return [file, { worker, heard }];
    }),
  );
  import(urlOf('app.js')).then(({ main }) => main([]));
}
