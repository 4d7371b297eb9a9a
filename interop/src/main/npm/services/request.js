// Asking servers, and saying once why one does not answer.

/** A failure that a person can understand; `status` where the server answered at all. */
export class RequestError extends Error {
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

export const hostOf = (url) => new URL(url, document.baseURI).host;

/** An address of the web or of this site, made whole; anything else is refused. */
export function webAddress(address) {
  let url;
  try {
    url = new URL(address, document.baseURI);
  } catch {
    throw new RequestError(`“${address}” is no web address.`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new RequestError(`“${address}” is neither http nor https.`);
  return url.href;
}

/** Asks a server; fails with a RequestError, or as the signal says. */
export async function ask(address, options = {}) {
  const url = webAddress(address);
  let reply;
  try {
    reply = await fetch(url, options);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw Object.assign(new RequestError(`${hostOf(url)} cannot be reached`), { unreachable: url });
  }
  if (!reply.ok) throw new RequestError(`${hostOf(url)} answered ${reply.status} to ${shortened(url)}`, reply.status);
  return reply;
}

/** A browser does not say whether a server is away or forbids other sites to read; asking once more without reading does. */
export async function explained(error) {
  if (!error.unreachable) return error.message;
  const url = new URL(error.unreachable);
  if (location.protocol === 'https:' && url.protocol === 'http:') return `${url.host} is asked by http, which a page that came by https may not do`;
  try {
    await fetch(url, { mode: 'no-cors' });
    return `${url.host} does not allow other sites to read from it (CORS)`;
  } catch {
    return error.message;
  }
}

/** Tells the first failure of a layer and no other. */
export function teller(name, tell) {
  let told = false;
  let drawn = false;
  return {
    drew: () => {
      drawn = true;
    },
    failed: async (error) => {
      if (told || error?.name === 'AbortError' || error?.message === 'disposed') return;
      told = true;
      const reason = error instanceof RequestError ? await explained(error) : String(error?.message ?? error);
      tell(!drawn, `Tiles of the layer “${name}” cannot be shown: ${reason.replace(/\.$/, '')}.`);
    },
  };
}

/** The content, unless there is more of it than allowed. */
export async function limited(reply, most) {
  const parts = [];
  let size = 0;
  const reader = reply.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RequestError(`${hostOf(reply.url)} sent more than ${Math.round(most / 2 ** 20)} MB`);
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const shortened = (url) => (url.length > 160 ? `${url.slice(0, 157)}…` : url);
