// The scripting object, `terrella`, and the same calls for a page that embeds this one.
// The Java side takes and gives JSON text; everything that scripts see is made here.

export function installScripting(version, describe, run) {
  const listeners = new Map();
  const terrella = Object.assign(window.terrella, {
    version,
    commands: () => JSON.parse(describe()),
    execute: (id, args = {}, { signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        const fail = (code, message) => reject(Object.assign(new Error(message), { code }));
        if (signal?.aborted) return fail('cancelled', 'Cancelled.');
        let text;
        try {
          text = JSON.stringify(args ?? {});
        } catch (error) {
          return fail('invalid-argument', `The arguments cannot be written as JSON: ${error.message}`);
        }
        const cancel = run(String(id), text, (fraction, message) => onProgress?.(fraction, message), (json) => resolve(JSON.parse(json)), fail);
        signal?.addEventListener('abort', () => cancel(), { once: true });
      }),
    on: (event, listener) => {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
      return () => known.delete(listener);
    },
  });
  const embedders = embedding(terrella);
  return {
    opened: () => window.terrellaOpened(),
    emit: (event, json) => {
      const detail = JSON.parse(json);
      for (const listener of listeners.get(event) ?? []) listener(detail);
      embedders(event, detail);
    },
  };
}

/** What a published map answers to any page around it: nothing that changes the map. */
const READING = /^(document:get|layer:(list|tree|info|features|values|statistics|zoom-to)|view:[a-z-]+|processing:(list|history|rerun))$/;

/**
 * Serves the page around this one when `?allow-origin=` names its origin; a published map, whose reader has all of it anyway, serves
 * any. Only the page that frames this one is served: a page that merely opened this one in a window could have written that address
 * itself and read the workspace.
 */
function embedding(terrella) {
  const allowed = new URLSearchParams(location.search).getAll('allow-origin');
  const { published } = window.terrellaSite;
  const heard = new Map();
  if (window.parent === window) return () => {};
  // Pages without an origin of their own, such as files, have none that could be named.
  const tell = (target, origin, message) => target.postMessage({ terrella: 1, ...message }, { targetOrigin: published && origin === 'null' ? '*' : origin });
  terrella.ready.then(() => {
    for (const origin of published ? ['*'] : allowed) tell(window.parent, origin, { event: 'ready', detail: {} });
  });
  addEventListener('message', async ({ source, origin, data }) => {
    const all = allowed.includes(origin);
    if (source !== window.parent || data?.terrella !== 1 || typeof data.execute !== 'string' || !(all || published)) return;
    heard.set(source, origin);
    const answer = (rest) => tell(source, origin, { id: data.id, ...rest });
    try {
      await terrella.ready;
      if (!all && !READING.test(data.execute)) throw Object.assign(new Error(`A published map is only read by other pages; ${data.execute} is refused.`), { code: 'not-allowed' });
      answer({ result: await terrella.execute(data.execute, data.args ?? {}) });
    } catch (error) {
      answer({ error: { code: error.code, message: error.message } });
    }
  });
  return (event, detail) => {
    for (const [target, origin] of heard) tell(target, origin, { event, detail });
  };
}
