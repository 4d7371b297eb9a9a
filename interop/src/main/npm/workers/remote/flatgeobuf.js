// A FlatGeobuf on the web: by its packed Hilbert R-tree those features are found, and fetched, whose boxes a view touches.
import { GdalError as FileError } from '../gdal/error.js';
import { Table } from '../parquet/flatgeobuf.js';
import { MOST_BYTES, MOST_FEATURES, inside, touches } from './bounds.js';

const NODE = 40;
const LARGEST_HEADER = 1 << 24;
const [NAME, ENVELOPE, TYPE, COUNT, NODE_SIZE] = [0, 1, 2, 8, 9];
const TYPES = ['Mixed', 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'GeometryCollection'];

/** Opens a file; undefined where it has no index or does not say enough of itself. */
export async function openRemoteFlatGeobuf(name, file) {
  const head = await file.bytes(0, 12);
  const length = new DataView(head.buffer).getUint32(8, true);
  if (String.fromCharCode(...head.subarray(0, 3)) !== 'fgb' || head[3] !== 3 || length > LARGEST_HEADER || 12 + length > file.size) return undefined;
  const start = await file.bytes(0, 12 + length);
  const view = new DataView(start.buffer);
  const header = new Table(view, 12 + view.getUint32(12, true));
  const count = header.i64(COUNT);
  const nodeSize = header.field(NODE_SIZE) ? header.i16(NODE_SIZE) & 0xffff : 16;
  if (!(count > 0) || nodeSize < 2) return undefined;
  const tree = new Tree(name, file, start.length, count, nodeSize);
  if (tree.end > file.size) return undefined;
  const [root] = await tree.nodes([[0, 1]]);
  // In a table that is part of the file, nothing is promised of the rest.
  view.setBigUint64(header.field(COUNT), 0n, true);
  return {
    format: 'flatgeobuf',
    name: header.text(NAME),
    featureCount: count,
    geometryType: TYPES[header.u8(TYPE)] ?? 'Mixed',
    extent: [...(header.numbers(ENVELOPE, Float64Array) ?? root.box)],
    empty: start,
    window: (extent, signal) => tree.window(start, extent, signal),
  };
}

class Tree {
  constructor(name, file, start, count, nodeSize) {
    Object.assign(this, { name, file, start, count, nodeSize });
    const sizes = [count];
    do sizes.push(Math.ceil(sizes.at(-1) / nodeSize));
    while (sizes.at(-1) > 1);
    // Where levels begin, the leaves' first.
    let first = sizes.reduce((sum, size) => sum + size, 0);
    this.end = start + first * NODE;
    this.levels = sizes.map((size) => ({ first: (first -= size), size }));
  }

  broken(what) {
    return new FileError('malformed-input', `${this.name}: this FlatGeobuf is damaged (${what}).`);
  }

  /** Nodes by ranges of their numbers. */
  async nodes(ranges, signal) {
    const place = (number) => this.start + number * NODE;
    await this.file.load(ranges.map(([from, to]) => [place(from), place(to)]), signal);
    const nodes = [];
    for (const [from, to] of ranges) {
      const view = new DataView(this.file.at(place(from), place(to)).buffer);
      for (let at = 0; at < view.byteLength; at += NODE) {
        const box = [0, 8, 16, 24].map((offset) => view.getFloat64(at + offset, true));
        nodes.push({ number: from + at / NODE, box, offset: Number(view.getBigUint64(at + 32, true)) });
      }
    }
    return nodes;
  }

  /** A table of the features that an extent touches; or {tooMuch}, when there are more than a view may cost. */
  async window(header, extent, signal) {
    const mean = (this.file.size - this.end) / this.count;
    const tooMany = (features) => features > MOST_FEATURES || features * mean > MOST_BYTES;
    let ranges = [[0, 1]];
    for (let level = this.levels.length - 1; level > 0; level--) {
      const each = this.nodeSize ** level;
      const below = this.levels[level - 1];
      let sure = 0;
      const next = [];
      for (const { number, box, offset } of await this.nodes(ranges, signal)) {
        if (!touches(box, extent)) continue;
        const place = number - this.levels[level].first;
        if (inside(box, extent)) sure += Math.min(this.count, (place + 1) * each) - place * each;
        if (offset < below.first || offset >= below.first + below.size) throw this.broken(`its index leads to node ${offset}`);
        const end = Math.min(offset + this.nodeSize, below.first + below.size);
        if (next.at(-1)?.[1] === offset) next.at(-1)[1] = end;
        else next.push([offset, end]);
      }
      const toRead = next.reduce((sum, [from, to]) => sum + to - from, 0);
      if (tooMany(sure) || toRead > 2 * MOST_FEATURES) return { tooMuch: true };
      ranges = next;
    }
    return this.features(header, ranges, extent, signal);
  }

  async features(header, ranges, extent, signal) {
    const leaves = this.levels[0];
    const last = leaves.first + this.count;
    // A feature ends where the next one begins.
    const nodes = await this.nodes(ranges.map(([from, to]) => [from, Math.min(to + 1, last)]), signal);
    const pieces = [];
    let bytes = 0, features = 0, i = 0;
    for (const [from, to] of ranges) {
      for (let number = from; number < to; number++, i++) {
        if (!touches(nodes[i].box, extent)) continue;
        const begin = this.end + nodes[i].offset;
        const end = number + 1 < last ? this.end + nodes[i + 1].offset : this.file.size;
        if (!(begin + 4 < end && end <= this.file.size)) throw this.broken(`feature ${number - leaves.first + 1} goes from byte ${begin} to ${end}`);
        features++;
        bytes += end - begin;
        if (pieces.at(-1)?.[1] === begin) pieces.at(-1)[1] = end;
        else pieces.push([begin, end]);
      }
      if (to < last) i++;
    }
    if (features > MOST_FEATURES || bytes > MOST_BYTES) return { tooMuch: true };
    await this.file.load(pieces, signal);
    const table = new Uint8Array(header.length + bytes);
    table.set(header);
    let at = header.length;
    for (const [from, to] of pieces) {
      table.set(this.file.at(from, to), at);
      at += to - from;
    }
    return { bytes: table, features };
  }
}
