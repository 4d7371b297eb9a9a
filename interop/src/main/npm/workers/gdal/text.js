// Geometries written as text, one after another: WKT, EWKT, and WKB in hexadecimal digits.
import { GdalError } from './error.js';

/**
 * The geometries as a table that GDAL reads, and the system that EWKT names.
 * @return {{bytes: Uint8Array, crs: string}}
 */
export function geometryTable(name, bytes) {
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, '');
  const systems = new Set();
  const rows = statements(text).map((one) => {
    const [, srid, geometry] = /^(?:SRID=(\d+);)?([^]*)$/i.exec(one);
    systems.add(srid ?? sridWithin(geometry.trim()));
    return `"${geometry.trim().replaceAll('"', '""')}"`;
  });
  if (systems.size > 1) throw new GdalError('malformed-input', `${name}: the geometries are of several coordinate reference systems (${[...systems].map((srid) => srid || 'none').join(', ')}).`);
  const srid = [...systems][0];
  return { bytes: new TextEncoder().encode(`WKT\n${rows.join('\n')}\n`), crs: srid ? `EPSG:${srid}` : '' };
}

/** Geometries may go over several lines: a new one begins where all parentheses are closed and a line or a semicolon ends. */
function statements(text) {
  const found = [];
  let depth = 0;
  let from = 0;
  const end = (at) => {
    const one = text.slice(from, at).replace(/\s+/g, ' ').trim();
    if (one) found.push(one);
    from = at + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (depth === 0 && (c === '\n' || (c === ';' && !/^\s*SRID=\d+$/i.test(text.slice(from, at))))) end(at);
  }
  end(text.length);
  return found;
}

/** The system that binary geometries of PostGIS carry behind their type. */
function sridWithin(hex) {
  if (!/^0[01][\da-f]{16,}/i.test(hex)) return '';
  const bytes = Uint8Array.from({ length: 9 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
  const view = new DataView(bytes.buffer);
  const little = bytes[0] === 1;
  return view.getUint32(1, little) & 0x20000000 ? String(view.getUint32(5, little)) : '';
}
