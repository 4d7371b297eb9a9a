// Starts the workers while the page itself is still being read, then the page. What the browser lacks is said in words.
// `terrella` is there from the first moment, so that scripts can wait for `terrella.ready`.
window.terrella = {};
window.terrella.ready = new Promise((resolve) => (window.terrellaOpened = resolve));

const lacks = typeof WebAssembly !== 'object' ? 'WebAssembly' : typeof OffscreenCanvas !== 'function' ? 'OffscreenCanvas' : '';
if (lacks) {
  document.body.textContent = `This browser has no ${lacks}, which Terrella needs. A current Chrome, Edge, Firefox or Safari has it.`;
} else {
  window.terrellaStarted = Object.fromEntries(
    [['engine.js', 'owner'], ['painter.js', 'painter']].map(([file, name]) => {
      const worker = new Worker(new URL(file, document.baseURI), { type: 'module', name });
      const heard = [];
      worker.onmessage = (event) => heard.push(event);
      return [file, { worker, heard }];
    }),
  );
  import('./app.js').then(({ main }) => main([]));
}
