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
    systems.add(srid ?? '');
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
