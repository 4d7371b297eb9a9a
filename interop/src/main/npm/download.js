// Files of the web, fetched as a whole: how much has come is told, and it can be ended.

/**
 * Begins to fetch a file.
 * @param {function(number, number)} heard bytes that have come, and all of them or 0 when that is not known
 * @return {{file: Promise<Blob>, end: function()}}
 */
export function startDownload(url, heard) {
  const ending = new AbortController();
  return { file: whole(url, heard, ending.signal), end: () => ending.abort() };
}

async function whole(url, heard, signal) {
  const { host } = new URL(url, document.baseURI);
  const reply = await fetch(url, { signal }).catch((error) => {
    throw signal.aborted ? error : new Error(`${host} cannot be reached; it may be away, or does not allow other sites.`);
  });
  if (!reply.ok) throw new Error(reply.status === 404 ? `There is nothing at ${url}.` : `${host} refuses ${url} (${reply.status}).`);
  // Of compressed replies the length is another one than that of what comes out.
  const total = reply.headers.get('Content-Encoding') ? 0 : Number(reply.headers.get('Content-Length') ?? 0);
  let come = 0, told = 0;
  heard(0, total);
  const counter = new TransformStream({
    transform(chunk, out) {
      come += chunk.length;
      out.enqueue(chunk);
      if (performance.now() - told > 50) {
        told = performance.now();
        heard(come, total);
      }
    },
  });
  // The browser gathers the bytes; a page that does has them in its own memory, and is held up when it joins them.
  const file = await new Response(reply.body.pipeThrough(counter)).blob();
  heard(come, total);
  if (total && come < total) throw new Error(`${url} broke off after ${come} of ${total} bytes.`);
  return file;
}
