// The files of a zip, each read when it is asked for. What is read is checked against the checksum in the list of files.
import { crc32 } from '../crc32.js';
import { malformed } from './error.js';

const MOST_LIST = 1 << 28;
const MOST_FILE = 1 << 29;
const TAIL = 65557;

/** Makes a store of {get, list} of what geotiff would read from, too. */
export async function openZip(bytes) {
  const size = await bytes.size();
  const part = async (offset, length) => new Uint8Array((await bytes.fetch([{ offset, length }]))[0]);
  const entries = await listed(part, size);
  const get = async (path) => {
    const entry = entries.get(path.replace(/^\//, ''));
    if (!entry) return undefined;
    if (entry.size > MOST_FILE) throw malformed(`“${path}” in it is too large.`);
    const header = await part(entry.offset, 30);
    if (header.length < 30 || header[0] !== 0x50 || header[1] !== 0x4b) throw malformed(`“${path}” in it is damaged.`);
    const skip = 30 + header[26] + header[27] * 256 + header[28] + header[29] * 256;
    const packed = await part(entry.offset + skip, entry.packed);
    const content = entry.method === 0 ? packed : await inflated(packed, entry, path);
    if (crc32(content) !== entry.crc) throw malformed(`“${path}” in it is damaged (its checksum is wrong).`);
    return content;
  };
  return { get, list: () => [...entries.keys()] };
}

async function inflated(packed, { method, size }, path) {
  if (method !== 8) throw malformed(`“${path}” in it is compressed in a way that is not known.`);
  const content = new Uint8Array(size);
  let at = 0;
  try {
    for (const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      content.set(value, at);
      at += value.length;
    }
  } catch {
    throw malformed(`“${path}” in it is damaged.`);
  }
  return content.subarray(0, at);
}

/** The list of files at the end (APPNOTE 4.3.12), also of zips with more than 65535. */
async function listed(part, size) {
  const tail = await part(Math.max(0, size - TAIL), Math.min(size, TAIL));
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  let end = tail.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw malformed('the end of this zip is missing.');
  let [length, at] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
    const record = await part(Number(view.getBigUint64(end - 12, true)), 56);
    if (record.length < 56) throw malformed('its list of files is damaged.');
    const wide = new DataView(record.buffer, record.byteOffset);
    [length, at] = [Number(wide.getBigUint64(40, true)), Number(wide.getBigUint64(48, true))];
  }
  if (at + length > size || length > MOST_LIST) throw malformed('its list of files is damaged.');
  const list = await part(at, length);
  return entriesOf(new DataView(list.buffer, list.byteOffset, list.length), list);
}

function entriesOf(view, list) {
  const entries = new Map();
  const decoder = new TextDecoder();
  for (let p = 0; p + 46 <= list.length && view.getUint32(p, true) === 0x02014b50;) {
    const [names, extras, notes] = [28, 30, 32].map((i) => view.getUint16(p + i, true));
    if (p + 46 + names + extras > list.length) break;
    const entry = { method: view.getUint16(p + 10, true), crc: view.getUint32(p + 16, true), packed: view.getUint32(p + 20, true), size: view.getUint32(p + 24, true), offset: view.getUint32(p + 42, true) };
    widen(entry, view, p + 46 + names, extras);
    entries.set(decoder.decode(list.subarray(p + 46, p + 46 + names)).replaceAll('\\', '/'), entry);
    p += 46 + names + extras + notes;
  }
  return entries;
}

/** Numbers beyond 32 bits stand in a field of their own, in this order. */
function widen(entry, view, from, length) {
  for (let p = from; p + 4 <= from + length; p += 4 + view.getUint16(p + 2, true)) {
    if (view.getUint16(p, true) !== 1) continue;
    let q = p + 4;
    for (const key of ['size', 'packed', 'offset']) {
      if (entry[key] !== 0xffffffff || q + 8 > from + length) continue;
      entry[key] = Number(view.getBigUint64(q, true));
      q += 8;
    }
  }
}
