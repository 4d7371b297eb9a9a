// Data become text or parts of archives in steps, between which the page goes on.

const PAUSE_MILLIS = 12;

/** What a person hears while files are packed; ends with an error where they do not want it any more. */
export function progress(files, told) {
  const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
  let done = 0;
  return (bytes, what) => {
    done += bytes;
    if (!told(total ? done / total : 1, what)) throw Object.assign(new Error('Cancelled.'), { name: 'cancelled' });
  };
}

/** Gives the bytes of a blob in pieces of a length, and a moment to the page now and then. */
export async function eachPiece(blob, length, take) {
  let begun = performance.now();
  for (let at = 0; at === 0 || at < blob.size; at += length) {
    take(new Uint8Array(await blob.slice(at, at + length).arrayBuffer()), at + length >= blob.size);
    if (performance.now() - begun > PAUSE_MILLIS) {
      await new Promise((resolve) => setTimeout(resolve));
      begun = performance.now();
    }
  }
}
