// Files of the web, fetched as a whole: how much has come is told, and it can be ended.

/**
 * Begins to fetch a file.
 * @param {boolean} unlessTiff whether to end as soon as the first bytes are those of a TIFF, which is better read in parts
 * @param {function(number, number)} heard bytes that have come, and all of them or 0 when that is not known
 * @return {{file: Promise<Blob|null>, end: function()}}
 */
export function startDownload(url, unlessTiff, heard) {
  const ending = new AbortController();
  return { file: whole(url, unlessTiff, heard, ending), end: () => ending.abort() };
}

async function whole(url, unlessTiff, heard, ending) {
  const { signal } = ending;
  const { host } = new URL(url, document.baseURI);
  const reply = await (/^https?:/.test(url) ? fetch(url, { signal }) : window.terrellaSite.fetch(url)).catch((error) => {
    throw signal.aborted ? error : new Error(`${host} cannot be reached; it may be away, or does not allow other sites.`);
  });
  if (!reply.ok) throw new Error(reply.status === 404 ? `There is nothing at ${url}.` : `${host} refuses ${url} (${reply.status}).`);
  // Of compressed replies the length is another one than that of what comes out.
  const total = reply.headers.get('Content-Encoding') ? 0 : Number(reply.headers.get('Content-Length') ?? 0);
  let come = 0, told = 0;
  let tiff = false;
  heard(0, total);
  const counter = new TransformStream({
    transform(chunk, out) {
      if (come === 0 && unlessTiff && isTiff(chunk)) {
        tiff = true;
        ending.abort();
      }
      come += chunk.length;
      out.enqueue(chunk);
      if (performance.now() - told > 50) {
        told = performance.now();
        heard(come, total);
      }
    },
  });
  // The browser gathers the bytes; a page that does has them in its own memory, and is held up when it joins them.
  const file = await new Response(reply.body.pipeThrough(counter)).blob().catch((error) => {
    if (!tiff) throw error;
  });
  if (tiff) return null;
  heard(come, total);
  if (total && come < total) throw new Error(`${url} broke off after ${come} of ${total} bytes.`);
  return file;
}

/** TIFF of either order of bytes, and BigTIFF. */
const isTiff = ([a, b, c, d]) => (a === 0x49 && b === 0x49 && (c === 42 || c === 43) && d === 0) || (a === 0x4d && b === 0x4d && c === 0 && (d === 42 || d === 43));
