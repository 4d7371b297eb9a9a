// Tar archives: blocks of 512 bytes, a header before each file.
import { GdalError } from './error.js';

const BLOCK = 512;

/**
 * The files of an archive.
 * @param {function(string, string): boolean} isWanted whether a file of that name is kept
 */
export function untar(name, bytes, isWanted) {
  const malformed = (what) => new GdalError('malformed-input', `${name}: ${what}`);
  const text = (from, length) => new TextDecoder().decode(bytes.subarray(from, from + length)).replace(/\0[^]*$/, '');
  const entries = [];
  let long = '';
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0; ) {
    const size = sizeAt(bytes, at + 124, text);
    const kind = String.fromCharCode(bytes[at + 156]);
    const from = at + BLOCK;
    if (!(size >= 0) || from + size > bytes.length) throw malformed('the archive is cut off or damaged.');
    const prefix = text(at + 257, 5) === 'ustar' && bytes[at + 345] ? `${text(at + 345, 155)}/` : '';
    const path = long || prefix + text(at, 100);
    long = '';
    if (kind === 'L') long = text(from, size);
    else if (kind === 'x') long = /^\d+ path=(.*)$/m.exec(text(from, size))?.[1] ?? '';
    else if (kind === '1' || kind === '2') throw malformed(`"${path}" is a link to another file, not a file.`);
    else if ((kind === '0' || kind === '\0') && isWanted(name, path)) entries.push({ name: path.replaceAll('\\', '/').replace(/^\.\//, ''), bytes: bytes.subarray(from, from + size) });
    at = from + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

/** Octal digits, or for large files a binary number whose first bit is set. */
function sizeAt(bytes, at, text) {
  if (!(bytes[at] & 0x80)) return parseInt(text(at, 12).trim() || '0', 8);
  let size = bytes[at] & 0x7f;
  for (let i = 1; i < 12; i++) size = size * 256 + bytes[at + i];
  return size;
}
