// TrueType fonts: how wide text is, and the part of a font that a figure embeds (OpenType specification 1.9, WOFF 1.0).
import { unzlibSync } from 'fflate';

/** Tables that a browser and a reader of PDF want; what shapes letters anew is left out, as figures set them one after the other. */
const KEPT = ['OS/2', 'cmap', 'cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post', 'prep'];
const COMPOSITE_WORDS = 1, COMPOSITE_MORE = 32, COMPOSITE_SCALE = 8, COMPOSITE_SCALES = 64, COMPOSITE_MATRIX = 128;

export class Font {
  /** woff: bytes of a WOFF 1.0 file with TrueType outlines. */
  constructor(name, woff) {
    this.name = name;
    this.tables = tablesOf(woff);
    const head = this.view('head'), hhea = this.view('hhea');
    this.unitsPerEm = head.getUint16(18);
    this.box = [36, 38, 40, 42].map((at) => head.getInt16(at));
    this.ascent = hhea.getInt16(4);
    this.descent = hhea.getInt16(6);
    this.longMetrics = hhea.getUint16(34);
    this.count = this.view('maxp').getUint16(4);
    this.glyphs = characters(this.view('cmap'));
  }

  view(tag) {
    const bytes = this.tables.get(tag);
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  has(code) {
    return this.glyphs.has(code);
  }

  /** The number of a character's glyph; 0 stands for none. */
  glyph(code) {
    return this.glyphs.get(code) ?? 0;
  }

  /** Width of a glyph in thousandths of the size. */
  advance(glyph) {
    return (this.view('hmtx').getUint16(4 * Math.min(glyph, this.longMetrics - 1)) * 1000) / this.unitsPerEm;
  }

  /** The font with the outlines of these characters only; glyphs keep their numbers. */
  subset(codes) {
    const wanted = new Set([0]);
    for (const code of codes) this.gather(this.glyph(code), wanted);
    const glyf = this.tables.get('glyf');
    const pieces = [], loca = new DataView(new ArrayBuffer(4 * (this.count + 1)));
    let at = 0;
    for (let glyph = 0; glyph < this.count; glyph++) {
      loca.setUint32(4 * glyph, at);
      if (!wanted.has(glyph)) continue;
      const [from, to] = this.place(glyph);
      const padded = new Uint8Array((to - from + 3) & ~3);
      padded.set(glyf.subarray(from, to));
      pieces.push(padded);
      at += padded.length;
    }
    loca.setUint32(4 * this.count, at);
    const head = this.tables.get('head').slice();
    new DataView(head.buffer).setInt16(50, 1);
    new DataView(head.buffer).setUint32(8, 0);
    const own = new Map([['glyf', joined(pieces)], ['loca', new Uint8Array(loca.buffer)], ['head', head]]);
    return sfnt(KEPT.filter((tag) => this.tables.has(tag)).map((tag) => [tag, own.get(tag) ?? this.tables.get(tag)]));
  }

  /** Where a glyph's outline lies. */
  place(glyph) {
    const loca = this.view('loca');
    const long = this.view('head').getInt16(50) === 1;
    return [glyph, glyph + 1].map((i) => (long ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i)));
  }

  /** Adds a glyph and those that it is made of. */
  gather(glyph, wanted) {
    if (wanted.has(glyph)) return;
    wanted.add(glyph);
    const [from, to] = this.place(glyph);
    const glyf = this.view('glyf');
    if (to - from < 10 || glyf.getInt16(from) >= 0) return;
    for (let at = from + 10, flags = COMPOSITE_MORE; flags & COMPOSITE_MORE; ) {
      flags = glyf.getUint16(at);
      this.gather(glyf.getUint16(at + 2), wanted);
      at += 4 + (flags & COMPOSITE_WORDS ? 4 : 2) + (flags & COMPOSITE_SCALE ? 2 : flags & COMPOSITE_SCALES ? 4 : flags & COMPOSITE_MATRIX ? 8 : 0);
    }
  }
}

function tablesOf(woff) {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  const tables = new Map();
  for (let i = 0; i < view.getUint16(12); i++) {
    const entry = 44 + 20 * i;
    const [offset, packed, length] = [4, 8, 12].map((at) => view.getUint32(entry + at));
    const bytes = woff.subarray(offset, offset + packed);
    tables.set(String.fromCharCode(...woff.subarray(entry, entry + 4)), packed < length ? unzlibSync(bytes) : bytes);
  }
  return tables;
}

/** From code points to glyphs, by subtables of formats 4 and 12. */
function characters(cmap) {
  const glyphs = new Map();
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const start = cmap.getUint32(8 + 8 * i);
    const format = cmap.getUint16(start);
    if (format === 12) {
      for (let group = 0; group < cmap.getUint32(start + 12); group++) {
        const [first, last, glyph] = [16, 20, 24].map((at) => cmap.getUint32(start + 12 * group + at));
        for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first);
      }
    } else if (format === 4) segments(cmap, start, glyphs);
  }
  return glyphs;
}

function segments(cmap, start, glyphs) {
  const count = cmap.getUint16(start + 6);
  for (let at = start + 14; at < start + 14 + count; at += 2) {
    const last = cmap.getUint16(at), first = cmap.getUint16(at + count + 2);
    const delta = cmap.getUint16(at + 2 * count + 2), range = at + 3 * count + 2, offset = cmap.getUint16(range);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = offset ? cmap.getUint16(range + offset + 2 * (code - first)) : code;
      const glyph = offset && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph) glyphs.set(code, glyph);
    }
  }
}

/** A font file of tables, which stand in the order of their tags. */
function sfnt(tables) {
  const power = Math.floor(Math.log2(tables.length));
  const head = new DataView(new ArrayBuffer(12 + 16 * tables.length));
  head.setUint32(0, 0x00010000);
  [tables.length, 16 << power, power, 16 * (tables.length - (1 << power))].forEach((value, i) => head.setUint16(4 + 2 * i, value));
  const pieces = [new Uint8Array(head.buffer)];
  let at = head.byteLength, headAt = 0;
  tables.forEach(([tag, bytes], i) => {
    const padded = new Uint8Array((bytes.length + 3) & ~3);
    padded.set(bytes);
    const entry = 12 + 16 * i;
    [...tag].forEach((letter, j) => head.setUint8(entry + j, letter.charCodeAt(0)));
    head.setUint32(entry + 4, sum(padded));
    head.setUint32(entry + 8, at);
    head.setUint32(entry + 12, bytes.length);
    if (tag === 'head') headAt = at;
    pieces.push(padded);
    at += padded.length;
  });
  const file = joined(pieces);
  new DataView(file.buffer).setUint32(headAt + 8, (0xb1b0afba - sum(file)) >>> 0);
  return file;
}

function sum(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = 0; at < bytes.byteLength; at += 4) total = (total + view.getUint32(at)) >>> 0;
  return total;
}

export function joined(pieces) {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
