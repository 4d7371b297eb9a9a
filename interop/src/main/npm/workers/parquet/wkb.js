// Well-known binary, with Z and M as ISO and as PostGIS write them, to and from geometries in FlatGeobuf's terms.
import { GdalError as FileError } from '../gdal/error.js';
import { Bytes } from './bytes.js';

const [POINT, LINE, POLYGON, MULTI_POINT, MULTI_LINE, MULTI_POLYGON, COLLECTION] = [1, 2, 3, 4, 5, 6, 7];
const NAMES = { 8: 'CircularString', 9: 'CompoundCurve', 10: 'CurvePolygon', 11: 'MultiCurve', 12: 'MultiSurface', 13: 'Curve', 14: 'Surface' };
const DEEPEST = 32;

class Reader {
  constructor(bytes) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  u32(little) {
    this.at += 4;
    return this.view.getUint32(this.at - 4, little);
  }

  /** A number of things that take as many bytes each; more than there are bytes is a damaged count. */
  count(little, size) {
    const count = this.u32(little);
    if (count * size > this.view.byteLength - this.at) throw new RangeError('a count is larger than the data');
    return count;
  }

  ordinates(target, count, little) {
    const { view } = this;
    for (let i = 0; i < count; i++) {
      for (const list of target) {
        list.push(view.getFloat64(this.at, little));
        this.at += 8;
      }
    }
  }
}

/** Whether the bytes are a point of two ordinates, the first of which stands at byte 5, little-endian. */
export const isPlainPoint = (bytes) => bytes?.length === 21 && bytes[0] === 1 && bytes[1] === 1 && bytes[2] === 0 && bytes[3] === 0 && bytes[4] === 0;

/** The geometry of some bytes; undefined for none. Fails with a RangeError when they are damaged. */
export function fromWkb(bytes) {
  return bytes && bytes.length > 0 ? geometry(new Reader(bytes), 0) : undefined;
}

function geometry(reader, depth) {
  if (depth > DEEPEST) throw new RangeError('collections are nested too deep');
  const little = reader.view.getUint8(reader.at++) === 1;
  const coded = reader.u32(little);
  if (coded & 0x20000000) reader.u32(little);
  const plain = coded & 0x0fffffff;
  const dimensions = Math.floor(plain / 1000);
  const hasZ = Boolean(coded & 0x80000000) || dimensions === 1 || dimensions === 3;
  const hasM = Boolean(coded & 0x40000000) || dimensions === 2 || dimensions === 3;
  let type = plain % 1000;
  if (type === 15 || type === 16) type = MULTI_POLYGON; // Polyhedral surfaces and irregular networks are made of polygons.
  if (type === 17) type = POLYGON;
  if (NAMES[type]) throw new FileError('unsupported-format', `a ${NAMES[type]}`);
  if (type < POINT || type > COLLECTION || dimensions > 3) throw new RangeError(`there is no geometry of type ${coded}`);
  const made = { type, xy: [], z: hasZ ? [] : undefined, m: hasM ? [] : undefined };
  const size = 16 + 8 * (hasZ + hasM);
  const position = () => {
    const { view } = reader;
    made.xy.push(view.getFloat64(reader.at, little), view.getFloat64(reader.at + 8, little));
    reader.at += 16;
    if (hasZ) made.z.push(reader.view.getFloat64((reader.at += 8) - 8, little));
    if (hasM) made.m.push(reader.view.getFloat64((reader.at += 8) - 8, little));
  };
  if (type === POINT) {
    position();
  } else if (type === LINE) {
    for (let i = reader.count(little, size); i > 0; i--) position();
  } else if (type === POLYGON) {
    made.ends = [];
    for (let rings = reader.count(little, 4); rings > 0; rings--) {
      for (let i = reader.count(little, size); i > 0; i--) position();
      made.ends.push(made.xy.length / 2);
    }
  } else {
    const parts = [];
    for (let i = reader.count(little, 5); i > 0; i--) parts.push(geometry(reader, depth + 1));
    if (type === COLLECTION || type === MULTI_POLYGON) made.parts = parts;
    else join(made, parts);
  }
  return made;
}

/** Points and lines of a multiple geometry lie in its own arrays. */
function join(made, parts) {
  made.ends = made.type === MULTI_LINE ? [] : undefined;
  for (const part of parts) {
    if (part.type === POINT && Number.isNaN(part.xy[0])) continue;
    for (const list of ['xy', 'z', 'm']) if (made[list]) for (const ordinate of part[list] ?? []) made[list].push(ordinate);
    made.ends?.push(made.xy.length / 2);
  }
}

const out = new Bytes(4096);

/** The bytes of a geometry, little-endian, with ISO's numbers. */
export function toWkb(made) {
  out.clear();
  write(made);
  return out.content().slice();
}

function write(made) {
  const { type } = made;
  const [hasZ, hasM] = [hasOrdinates(made, 'z'), hasOrdinates(made, 'm')];
  head(type, hasZ, hasM);
  const { xy } = made;
  const count = xy.length / 2;
  const positions = (from, to) => {
    for (let i = from; i < to; i++) {
      out.f64(xy[2 * i]);
      out.f64(xy[2 * i + 1]);
      if (hasZ) out.f64(made.z?.[i] ?? NaN);
      if (hasM) out.f64(made.m?.[i] ?? NaN);
    }
  };
  const runs = made.ends?.length ? Array.from(made.ends) : count ? [count] : [];
  if (type === POINT) {
    if (count) positions(0, 1);
    else for (let i = 2 + hasZ + hasM; i > 0; i--) out.f64(NaN);
  } else if (type === LINE) {
    out.u32(count);
    positions(0, count);
  } else if (type === POLYGON) {
    out.u32(runs.length);
    runs.forEach((end, i) => {
      const from = i ? runs[i - 1] : 0;
      out.u32(end - from);
      positions(from, end);
    });
  } else if (type === MULTI_POINT || type === MULTI_LINE) {
    const ends = type === MULTI_POINT ? Array.from({ length: count }, (_, i) => i + 1) : runs;
    out.u32(ends.length);
    ends.forEach((end, i) => {
      const from = i ? ends[i - 1] : 0;
      head(type - 3, hasZ, hasM);
      if (type === MULTI_LINE) out.u32(end - from);
      positions(from, end);
    });
  } else {
    // FlatGeobuf may hold the only polygon of a multiple one without parts.
    const parts = made.parts?.length ? made.parts : count ? [{ ...made, type: POLYGON }] : [];
    out.u32(parts.length);
    for (const part of parts) write(hasZ && !part.z ? { ...part, z: [] } : part);
  }
}

function head(type, hasZ, hasM) {
  out.u8(1);
  out.u32(type + 1000 * (hasZ ? 1 : 0) + 2000 * (hasM ? 1 : 0));
}

export function hasOrdinates(made, list) {
  return made[list] !== undefined || Boolean(made.parts?.some((part) => hasOrdinates(part, list)));
}
