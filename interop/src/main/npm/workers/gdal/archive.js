// Zip archives: what is inside is checked before it is believed.
import { unzipSync, zipSync } from 'fflate';
import { GdalError } from './error.js';

const MOST_BYTES = 1 << 29;
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

export async function unpack(name, blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let total = 0;
  const kept = [];
  const accept = (entry) => {
    const path = entry.name.replaceAll('\\', '/');
    if (path.endsWith('/') || path.startsWith('__MACOSX/') || path.split('/').pop().startsWith('.')) return false;
    if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..')) {
      throw new GdalError('malformed-input', `${name}: the archive names a file outside itself: "${entry.name}".`);
    }
    total += entry.originalSize;
    if (total > MOST_BYTES) {
      throw new GdalError('malformed-input', `${name}: the archive expands to more than ${megabytes(MOST_BYTES)}.`);
    }
    kept.push(entry.name);
    return true;
  };
  let files;
  try {
    const compressed = centralDirectory(bytes, name);
    files = unzipSync(bytes, { filter: accept });
    for (const entry of compressed) {
      if (Object.hasOwn(files, entry.name) && crc32(files[entry.name]) !== entry.crc) {
        throw new GdalError('malformed-input', `${name}: "${entry.name}" is damaged (its checksum is wrong).`);
      }
    }
  } catch (error) {
    if (error instanceof GdalError) throw error;
    throw new GdalError('malformed-input', `${name}: this zip archive cannot be read (${error?.message ?? error}).`);
  }
  return { entries: kept.filter((path) => Object.hasOwn(files, path)).map((path) => ({ name: path.replaceAll('\\', '/'), blob: new Blob([files[path]]) })) };
}

/** Names, checksums and places of the entries; two entries that share their bytes are a trick to expand without end. */
function centralDirectory(bytes, name) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 0xffff);
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < first) throw new GdalError('malformed-input', `${name}: this is no zip archive, or its end is missing.`);
  let at = view.getUint32(end + 16, true);
  const entries = [];
  const decoder = new TextDecoder();
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new GdalError('malformed-input', `${name}: the archive's list of files is damaged.`);
    const length = view.getUint16(at + 28, true);
    const entry = decoder.decode(bytes.subarray(at + 46, at + 46 + length));
    if (view.getUint16(at + 40, true) >> 12 === 0xa) throw new GdalError('malformed-input', `${name}: "${entry}" is a link to another file, not a file.`);
    entries.push({
      name: entry,
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i].offset < sorted[i - 1].offset + sorted[i - 1].size) {
      throw new GdalError('malformed-input', `${name}: files in the archive overlap ("${sorted[i - 1].name}" and "${sorted[i].name}").`);
    }
  }
  return entries;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

function crc32(bytes) {
  let c = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) c = TABLE[(c ^ bytes[i]) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

export function pack(files) {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
}
