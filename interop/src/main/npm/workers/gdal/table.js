// Tables of text: their encoding is found out here, since GDAL takes them for UTF-8.
import { GdalError } from './error.js';

/** The table as UTF-8 without a byte order mark; without a mark it is UTF-8 where that is possible, and Windows-1252 otherwise. */
export function utf8Table(name, bytes, encoding) {
  const text = decode(bytes, encoding);
  if (text.includes('\0')) throw new GdalError('malformed-input', `${name}: this is no table of text: it holds NUL bytes.`);
  const line = endlessQuote(text);
  if (line) throw new GdalError('malformed-input', `${name}: a text in quotes that begins in line ${line} never ends.`);
  return new TextEncoder().encode(text);
}

/** The line where the quote begins that takes in the rest of the table, or 0. */
function endlessQuote(text) {
  const mark = /"/g;
  while (mark.test(text)) {
    const start = mark.lastIndex - 1;
    // Inside of a field a quote is a mere character.
    if (start > 0 && !',;\t|\r\n'.includes(text[start - 1])) continue;
    let at = start + 1;
    for (;;) {
      at = text.indexOf('"', at);
      if (at < 0) return text.slice(0, start).split('\n').length;
      if (text[at + 1] !== '"') break;
      at += 2;
    }
    mark.lastIndex = at + 1;
  }
  return 0;
}

function decode(bytes, encoding) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (encoding && encoding !== 'UTF-8') return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
