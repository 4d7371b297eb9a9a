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
  const chunks = [];
  let come = 0;
  heard(0, total);
  for (const reader = reply.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    come += value.length;
    heard(come, total);
  }
  if (total && come < total) throw new Error(`${url} broke off after ${come} of ${total} bytes.`);
  return new Blob(chunks);
}
