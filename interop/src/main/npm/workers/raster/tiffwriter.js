// A raster as a plain TIFF, whose values are those that were read: what GDAL then writes other formats of. TIFF 6.0, with GDAL's tags.
import { RasterError, malformed } from './error.js';
import { painterOf } from './look.js';
import { readWindow } from './window.js';

/** GDAL has at most 2 GB of memory, for this and for what it makes of it. */
const MOST_BYTES = 512e6;
const MOST_ROWS = 256;
const KINDS = [[Int8Array, 8, 2], [Uint8Array, 8, 1], [Uint8ClampedArray, 8, 1], [Int16Array, 16, 2], [Uint16Array, 16, 1], [Int32Array, 32, 2], [Uint32Array, 32, 1], [Float32Array, 32, 3], [Float64Array, 64, 3]];
const SHORT = 3, LONG = 4, DOUBLE = 12, ASCII = 2;
const SIZES = { [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [DOUBLE]: 8 };

/**
 * Reads a raster from its first row to its last.
 * @param {boolean} picture whether the colours that the map shows are written instead of the values
 * @param {function(number)} heard hears which share is done
 * @return {Promise<Blob>}
 */
export async function writeTiff(raster, picture, heard, signal) {
  const { width, height, levels } = raster;
  const rows = Math.min(height, MOST_ROWS, Math.max(16, levels[0].blockHeight));
  const strips = Math.ceil(height / rows);
  const file = new Parts();
  let make;
  let count = 0;
  const places = [];
  const masks = [];
  for (let strip = 0; strip < strips; strip++) {
    signal.throwIfAborted();
    const [top, bottom] = [strip * rows, Math.min(height, (strip + 1) * rows)];
    const window = await readWindow(raster, 0, [0, top, width, bottom], 1, signal);
    if (window.missing > 0) throw malformed('parts of it are damaged, so that it cannot be written.');
    const bands = picture ? painted(raster, window) : window.bands.map(plain);
    make ??= bands.every((one) => one.constructor === bands[0].constructor) ? bands[0].constructor : Float64Array;
    if (strip === 0 && width * height * bands.length * make.BYTES_PER_ELEMENT > MOST_BYTES) throw new RasterError('unsupported-format', `its ${width} × ${height} pixels are too many to be written; 512 MB are the most.`);
    count = bands.length;
    bands.forEach((values, k) => (places[k * strips + strip] = file.add(values.constructor === make ? values : make.from(values))));
    if (window.mask && !picture) masks[strip] = file.add(bits(window.mask, width, bottom - top));
    else if (levels[0].mask && !picture) masks[strip] = file.add(bits(new Uint8Array(width * (bottom - top)).fill(255), width, bottom - top));
    heard((strip + 1) / strips);
  }
  const base = [[256, LONG, [width]], [257, LONG, [height]], [278, LONG, [rows]], [259, SHORT, [1]]];
  file.directory([...base, ...valueTags(raster, picture, make, count), ...placeTags(places), ...namesAndPlace(raster, picture)], masks.length > 0);
  if (masks.length > 0) file.directory([...base, [254, LONG, [4]], [258, SHORT, [1]], [262, SHORT, [4]], [277, SHORT, [1]], ...placeTags(masks)], false);
  return file.blob();
}

const placeTags = (places) => [[273, LONG, places.map(({ at }) => at)], [279, LONG, places.map(({ size }) => size)]];

function valueTags({ bands, palette }, picture, make, count) {
  const [, width, format] = KINDS.find(([kind]) => kind === make);
  const colors = picture || (count >= 3 && ['Red', 'Green', 'Blue'].every((name, i) => bands[i].colorInterpretation === name));
  const classes = !picture && palette && width === 8;
  const extra = count - (colors ? 3 : 1);
  const alpha = (i) => (picture || bands[i].colorInterpretation === 'Alpha' ? 2 : 0);
  return [
    [258, SHORT, Array(count).fill(width)], [262, SHORT, [classes ? 3 : colors ? 2 : 1]], [277, SHORT, [count]], [284, SHORT, [2]], [339, SHORT, Array(count).fill(format)],
    ...(extra > 0 ? [[338, SHORT, Array.from({ length: extra }, (_, i) => alpha(count - extra + i))]] : []),
    ...(classes ? [[320, SHORT, [0, 1, 2].flatMap((j) => Array.from({ length: 256 }, (_, i) => (palette[i * 4 + j] ?? 0) * 257))]] : []),
  ];
}

function namesAndPlace({ bands, affine: [a, b, c, d, e, f] }, picture) {
  const [{ noData }] = bands;
  const items = picture ? [] : bands.flatMap(({ name, unit }, i) => [name && `<Item name="DESCRIPTION" sample="${i}" role="description">${escaped(name)}</Item>`, unit && `<Item name="UNITTYPE" sample="${i}" role="unittype">${escaped(unit)}</Item>`].filter((item) => item));
  return [
    [34264, DOUBLE, [b, c, 0, a, e, f, 0, d, 0, 0, 0, 0, 0, 0, 0, 1]],
    // A pixel is an area.
    [34735, SHORT, [1, 1, 0, 1, 1025, 0, 1, 1]],
    ...(items.length > 0 ? [[42112, ASCII, text(`<GDALMetadata>${items.join('')}</GDALMetadata>`)]] : []),
    ...(noData !== undefined && !picture ? [[42113, ASCII, text(Number.isNaN(noData) ? 'nan' : String(noData))]] : []),
  ];
}

const text = (words) => [...new TextEncoder().encode(words), 0];
const escaped = (words) => String(words).replace(/[\0-\x08\x0b-\x1f]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** Whole numbers of 64 bits become reals, as they are drawn. */
const plain = (values) => (values instanceof BigInt64Array || values instanceof BigUint64Array ? Float64Array.from(values, Number) : values);

function painted(raster, window) {
  const count = window.width * window.height;
  const rgba = new Uint8ClampedArray(count * 4);
  const color = painterOf(raster, window);
  for (let i = 0; i < count; i++) color(i, rgba, i * 4);
  return [0, 1, 2, 3].map((k) => {
    const band = new Uint8Array(count);
    for (let i = 0; i < count; i++) band[i] = rgba[i * 4 + k];
    return band;
  });
}

/** One bit a pixel, each row from a byte of its own on. */
function bits(mask, width, height) {
  const row = Math.ceil(width / 8);
  const packed = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (mask[y * width + x]) packed[y * row + (x >> 3)] |= 128 >> (x & 7);
  return packed;
}

/** A file that grows; what is written goes out of the worker's memory a few megabytes at a time. */
class Parts {
  constructor() {
    this.blobs = [];
    this.recent = [];
    this.recentSize = 0;
    this.size = 8;
    this.first = 0;
    this.after = undefined;
  }

  add(values) {
    const place = { at: this.size, size: values.byteLength };
    this.append(values);
    if (this.size % 8) this.append(new Uint8Array(8 - (this.size % 8)));
    return place;
  }

  append(values) {
    this.recent.push(values);
    this.recentSize += values.byteLength;
    this.size += values.byteLength;
    if (this.recentSize < 1 << 24) return;
    this.blobs.push(new Blob(this.recent));
    this.recent = [];
    this.recentSize = 0;
  }

  /** Writes tags as a directory; values of more than four bytes stand behind it. */
  directory(tags, goesOn) {
    tags.sort(([one], [other]) => one - other);
    const length = 2 + tags.length * 12 + 4;
    let behind = this.size + length + ((8 - (length % 8)) % 8);
    const more = tags.map(([, type, values]) => {
      const size = SIZES[type] * values.length;
      const at = behind;
      if (size > 4) behind += Math.ceil(size / 8) * 8;
      return at;
    });
    const view = new DataView(new ArrayBuffer(behind - this.size));
    const write = (at, type, values) =>
      values.forEach((value, i) => {
        if (type === ASCII) view.setUint8(at + i, value);
        else if (type === SHORT) view.setUint16(at + 2 * i, value, true);
        else if (type === LONG) view.setUint32(at + 4 * i, value, true);
        else view.setFloat64(at + 8 * i, value, true);
      });
    view.setUint16(0, tags.length, true);
    tags.forEach(([tag, type, values], i) => {
      const at = 2 + i * 12;
      view.setUint16(at, tag, true);
      view.setUint16(at + 2, type, true);
      view.setUint32(at + 4, values.length, true);
      const size = SIZES[type] * values.length;
      if (size > 4) view.setUint32(at + 8, more[i], true);
      write(size > 4 ? more[i] - this.size : at + 8, type, values);
    });
    if (goesOn) view.setUint32(2 + tags.length * 12, behind, true);
    this.first ||= this.size;
    this.append(new Uint8Array(view.buffer));
  }

  blob() {
    const head = new DataView(new ArrayBuffer(8));
    head.setUint16(0, 0x4949, true);
    head.setUint16(2, 42, true);
    head.setUint32(4, this.first, true);
    return new Blob([head.buffer, ...this.blobs, ...this.recent]);
  }
}
