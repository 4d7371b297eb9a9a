// A map and its data as one zip.
import { Zip, ZipDeflate } from 'fflate';
import { eachPiece, progress } from './packing.js';

const PIECE = 1 << 18;
/** The first day that a zip can tell, so that the same files give the same bytes. */
const TIME = new Date(1980, 0, 1, 12);

/** @return {Promise<{file: Blob, parts: [{name, size}]}>} */
export async function mapZip(map, files, options, told) {
  const document = { path: 'map.jGIS', blob: new Blob([JSON.stringify(map, null, 2)]), title: options.title };
  return zipped([document, ...files], told);
}

/** Whether one of the files in a zip is a map: its list of names is at the end. */
export async function holdsMap(zip) {
  const end = await zip.slice(Math.max(0, zip.size - (1 << 17))).arrayBuffer();
  return new TextDecoder('latin1').decode(end).includes('.jGIS');
}

/** Files `{path, blob, title}` as a zip. */
export async function zipped(files, told) {
  const step = progress(files, told);
  const chunks = [];
  const parts = [];
  let failure = null;
  let size = 0;
  const zip = new Zip((error, chunk) => {
    failure ??= error;
    if (chunk) {
      chunks.push(chunk);
      size += chunk.length;
    }
  });
  for (const { path, blob, title } of files) {
    const before = size;
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = TIME;
    zip.add(entry);
    await eachPiece(blob, PIECE, (bytes, last) => {
      entry.push(bytes, last);
      step(bytes.length, `Packing ${title ?? path}`);
    });
    parts.push({ name: path, size: size - before });
  }
  zip.end();
  if (failure) throw failure;
  return { file: new Blob(chunks, { type: 'application/zip' }), parts };
}
