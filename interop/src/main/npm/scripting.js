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

/**
 * Serves the page around this one when `?allow-origin=` names its origin. Only the page that frames this one is
 * served: a page that merely opened this one in a window could have written that address itself and read the workspace.
 */
function embedding(terrella) {
  const allowed = new URLSearchParams(location.search).getAll('allow-origin');
  const heard = new Map();
  addEventListener('message', async ({ source, origin, data }) => {
    if (source !== window.parent || source === window || data?.terrella !== 1 || typeof data.execute !== 'string' || !allowed.includes(origin)) return;
    heard.set(source, origin);
    const answer = (rest) => source.postMessage({ terrella: 1, id: data.id, ...rest }, { targetOrigin: origin });
    try {
      answer({ result: await terrella.execute(data.execute, data.args ?? {}) });
    } catch (error) {
      answer({ error: { code: error.code, message: error.message } });
    }
  });
  return (event, detail) => {
    for (const [target, origin] of heard) target.postMessage({ terrella: 1, event, detail }, { targetOrigin: origin });
  };
}
