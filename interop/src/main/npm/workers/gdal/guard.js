// What is looked at before GDAL sees a file: things that GDAL does not notice, or only in the midst of the features.
import { GdalError } from './error.js';

const malformed = (name, what) => new GdalError('malformed-input', `${name}: ${what}`);
const count = (number) => number.toLocaleString('en');

export function checkFile(name, bytes, { extension, isXml }) {
  if (bytes.length === 0) throw malformed(name, 'the file is empty.');
  if (isXml) checkXml(name, bytes);
  else if (extension === 'shp') checkShp(name, bytes);
  else if (extension === 'dbf') checkDbf(name, bytes);
  else if (['gpkg', 'sqlite', 'mbtiles', 'db'].includes(extension)) checkDatabase(name, bytes);
  else if (extension === 'topojson') checkTopology(name, bytes);
}

/** Entities can name other files, and a few lines of them can stand for gigabytes. No map format needs them. */
function checkXml(name, bytes) {
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0;
  const encoding = !wide ? 'latin1' : bytes[0] === 0xfe || bytes[0] === 0 ? 'utf-16be' : 'utf-16le';
  // Declarations stand before the first element; a comment before them may be long, so all of the file is searched.
  if (/<!ENTITY/i.test(new TextDecoder(encoding).decode(bytes))) {
    throw malformed(name, 'the XML declares entities, which are not expanded because they can name other files or grow without end.');
  }
}

/** The header of a .shp gives its length in 16-bit words. */
function checkShp(name, bytes) {
  if (bytes.length < 100) throw malformed(name, `a shapefile begins with 100 bytes of header, but this file has ${bytes.length}.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (view.getInt32(0) !== 9994) throw malformed(name, 'this is no shapefile.');
  cutOff(name, bytes.length, view.getInt32(24) * 2);
}

function checkDbf(name, bytes) {
  if (bytes.length < 32) throw malformed(name, `a dBASE table begins with 32 bytes of header, but this file has ${bytes.length}.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [records, header, record] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  if (bytes.length < header + records * record) {
    const whole = Math.max(0, Math.floor((bytes.length - header) / record));
    throw malformed(name, `the table of attributes is cut off: ${count(whole)} of ${count(records)} rows are there.`);
  }
}

/** An SQLite database gives the size of its pages and their number. */
function checkDatabase(name, bytes) {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 15)) !== 'SQLite format 3' || bytes.length < 100) throw malformed(name, 'this is no SQLite database, and so no GeoPackage.');
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const page = view.getUint16(16) === 1 ? 65536 : view.getUint16(16);
  // The number of pages is only valid when the database was last changed by an SQLite that keeps it.
  if (view.getUint32(24) === view.getUint32(92)) cutOff(name, bytes.length, page * view.getUint32(28));
}

/** GDAL takes the numbers of arcs for good and breaks down over those that do not exist. */
function checkTopology(name, bytes) {
  let topology;
  try {
    topology = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw malformed(name, `this is no JSON (${error.message}).`);
  }
  const arcs = Array.isArray(topology?.arcs) ? topology.arcs.length : 0;
  const open = Object.values(topology?.objects ?? {});
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === 'number') {
      const arc = one < 0 ? ~one : one;
      if (!Number.isInteger(arc) || arc >= arcs) throw malformed(name, `a geometry refers to arc ${one}, but the topology has ${count(arcs)} arcs.`);
    } else if (Array.isArray(one)) {
      for (const inner of one) open.push(inner);
    } else if (one && typeof one === 'object') {
      for (const inner of [one.arcs, one.geometries]) if (Array.isArray(inner)) open.push(inner);
    }
  }
}

function cutOff(name, is, says) {
  if (is < says) throw malformed(name, `the file is cut off: ${count(is)} of ${count(says)} bytes are there.`);
}
