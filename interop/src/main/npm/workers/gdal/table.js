// Tables of text: their encoding is found out here, since GDAL takes them for UTF-8.

/** The table as UTF-8 without a byte order mark; without a mark it is UTF-8 where that is possible, and Windows-1252 otherwise. */
export function utf8Table(bytes, encoding) {
  return new TextEncoder().encode(decode(bytes, encoding));
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
