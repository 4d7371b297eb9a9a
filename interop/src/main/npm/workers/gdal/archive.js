// Archives (zip, gzip, tar): what is inside is checked before it is believed.
import { unzipSync, zipSync } from 'fflate';
import { crc32 } from '../crc32.js';
import { GdalError } from './error.js';
import { untar } from './tar.js';

const MOST_BYTES = 1 << 29;
// Deflate makes zeros a thousandth of their size, but nothing of data: not even of rasters without values.
const BOMB = { bytes: 1e8, ratio: 250 };
const ZARR = /(^|\/)(\.zgroup|\.zarray|\.zmetadata|zarr\.json)$/;
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** The files of an archive; one that is a document or a database of its own (spreadsheet, geodatabase) stays one file. */
export async function unpack(name, blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { entries: await gunzip(name, blob) };
  // A Zarr in a zip is read where it is, chunk by chunk.
  if (!isTar(bytes) && centralDirectory(bytes, name).some((entry) => ZARR.test(entry.name))) return { entries: [{ name: `${name.replace(/(\.zarr)?\.zip$/i, '')}.zarr.zip`, blob }] };
  const entries = isTar(bytes) ? untar(name, bytes, isWanted) : unzip(name, bytes);
  return { entries: whole(name, blob, entries).map(({ name: path, bytes: content, blob: same }) => ({ name: path, blob: same ?? new Blob([content]) })) };
}

const isTar = (bytes) => bytes.length >= 512 && new TextDecoder('latin1').decode(bytes.subarray(257, 262)) === 'ustar';

async function gunzip(name, blob) {
  const inner = name.replace(/\.tgz$/i, '.tar').replace(/\.gz(ip)?$/i, '');
  const chunks = [];
  let total = 0;
  try {
    // Bytes behind the end of the compressed data are an error to some browsers only after all data have come.
    for (const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      total += value.length;
      if (total > MOST_BYTES) throw new GdalError('malformed-input', `${name}: the archive expands to more than ${megabytes(MOST_BYTES)}.`);
      chunks.push(value);
    }
  } catch (error) {
    if (error instanceof GdalError) throw error;
    throw new GdalError('malformed-input', `${name}: the compressed data are damaged (${error?.message ?? error}).`);
  }
  const content = new Blob(chunks);
  if (!isTar(new Uint8Array(await content.slice(0, 512).arrayBuffer()))) return [{ name: inner, blob: content }];
  return (await unpack(name, content)).entries;
}

/** Files that are one thing together become one. */
function whole(name, blob, entries) {
  const stem = name.replace(/\.[^.]*$/, '');
  const has = (path) => entries.some((entry) => entry.name === path);
  if (has('[Content_Types].xml') && entries.some((entry) => entry.name.startsWith('xl/'))) return [{ name: `${stem}.xlsx`, blob }];
  const type = entries.find((entry) => entry.name === 'mimetype');
  if (type && new TextDecoder().decode(type.bytes.subarray(0, 60)).includes('opendocument.spreadsheet')) return [{ name: `${stem}.ods`, blob }];
  const folders = new Set(entries.map((entry) => /^(.*\/)?a00000001\.gdbtable$/i.exec(entry.name)?.[1]).filter((folder) => folder !== undefined));
  if (folders.size === 0) return entries;
  const databases = [...folders].map((folder) => {
    // GDAL looks for a folder of that name within the zip.
    const plain = folder.split('/').at(-2)?.replace(/\.gdb$/i, '') || stem.replace(/\.gdb$/i, '');
    const files = entries.filter((entry) => entry.name.startsWith(folder)).map((entry) => ({ name: `${plain}.gdb/${entry.name.slice(folder.length)}`, bytes: entry.bytes }));
    return { name: `${folder.replace(/[^/]*\/$/, '')}${plain}.gdb.zip`, bytes: pack(files, 0) };
  });
  return [...databases, ...entries.filter((entry) => ![...folders].some((folder) => entry.name.startsWith(folder)))];
}

/** Whether a file is data; fails over names that lead out of the archive. */
function isWanted(name, entry) {
  const path = entry.replaceAll('\\', '/');
  if (path.endsWith('/') || path.startsWith('__MACOSX/') || path.split('/').pop().startsWith('.')) return false;
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..')) {
    throw new GdalError('malformed-input', `${name}: the archive names a file outside itself: "${entry}".`);
  }
  return true;
}

function unzip(name, bytes) {
  let total = 0;
  const kept = [];
  const accept = (entry) => {
    if (!isWanted(name, entry.name)) return false;
    total += entry.originalSize;
    if (total > MOST_BYTES) {
      throw new GdalError('malformed-input', `${name}: the archive expands to more than ${megabytes(MOST_BYTES)}.`);
    }
    if (entry.originalSize > BOMB.bytes && entry.originalSize > BOMB.ratio * entry.size) {
      throw new GdalError('malformed-input', `${name}: "${entry.name}" expands ${Math.round(entry.originalSize / entry.size)}-fold to ${megabytes(entry.originalSize)}, as no data do.`);
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
  return kept.filter((path) => Object.hasOwn(files, path)).map((path) => ({ name: path.replaceAll('\\', '/'), bytes: files[path] }));
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

export function pack(files, level = 6) {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level });
}
