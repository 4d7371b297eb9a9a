// The values of a part of a TIFF. geotiff itself asks a function for each value; here whole rows are taken.
import { getDecoder } from 'geotiff';
import './decoders.js';

const TYPES = { 1: { 8: Uint8Array, 16: Uint16Array, 32: Uint32Array }, 2: { 8: Int8Array, 16: Int16Array, 32: Int32Array }, 3: { 32: Float32Array, 64: Float64Array } };
const NATIVE = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Makes a function that reads a window [x0, y0, x1, y1] into an array for each band. */
export function windowsOf(image) {
  const count = image.getSamplesPerPixel();
  const kind = (i) => TYPES[image.getSampleFormat(i)]?.[image.getBitsPerSample(i)];
  const make = kind(0);
  const alike = make && Array.from({ length: count }, (_, i) => kind(i)).every((one) => one === make);
  if (!alike) return async (window) => Array.from(await image.readRasters({ window, interleave: false }));
  let decoder;
  return async (window) => {
    decoder ??= decoderOf(image);
    return read(image, await decoder, make, count, window);
  };
}

/** geotiff prepares it for a pool of workers, for which this stands. */
async function decoderOf(image) {
  let decoder;
  await image.readRasters({ window: [0, 0, 0, 0], pool: { bindParameters: (...given) => (decoder = getDecoder(...given)) } });
  return decoder;
}

async function read(image, decoder, make, count, [x0, y0, x1, y1]) {
  const [tileWidth, tileHeight] = [image.getTileWidth(), image.getTileHeight()];
  const planar = image.planarConfiguration === 2;
  const wide = x1 - x0;
  const bands = Array.from({ length: count }, () => new make(wide * (y1 - y0)));
  const parts = [];
  const put = async (column, row, plane) => {
    const { data } = await image.getTileOrStrip(column, row, plane, decoder);
    const step = planar ? 1 : count;
    const values = valuesOf(data, make, image.littleEndian);
    const high = Math.min(image.getBlockHeight(row), y1 - row * tileHeight);
    if (values.length < ((high - 1) * tileWidth + Math.min(tileWidth, x1 - column * tileWidth)) * step) throw new RangeError('a block is too short');
    const [left, right] = [Math.max(x0, column * tileWidth), Math.min(x1, (column + 1) * tileWidth)];
    for (let y = Math.max(0, y0 - row * tileHeight); y < high; y++) {
      const to = (y + row * tileHeight - y0) * wide + left - x0;
      const from = (y * tileWidth + left - column * tileWidth) * step;
      if (step === 1) {
        bands[plane].set(values.subarray(from, from + right - left), to);
        continue;
      }
      for (let k = 0; k < count; k++) {
        const band = bands[k];
        for (let i = 0, p = from + k; i < right - left; i++, p += step) band[to + i] = values[p];
      }
    }
  };
  for (let row = Math.floor(y0 / tileHeight); row * tileHeight < y1; row++) {
    for (let column = Math.floor(x0 / tileWidth); column * tileWidth < x1; column++) {
      for (let plane = 0; plane < (planar ? count : 1); plane++) parts.push(put(column, row, plane));
    }
  }
  await Promise.all(parts);
  return bands;
}

/** Bytes in the order of the file as numbers. */
function valuesOf(data, make, littleEndian) {
  const size = make.BYTES_PER_ELEMENT;
  if (size === 1 || littleEndian === NATIVE) return new make(data, 0, Math.floor(data.byteLength / size));
  const bytes = new Uint8Array(data.slice(0));
  for (let i = 0; i + size <= bytes.length; i += size) bytes.subarray(i, i + size).reverse();
  return new make(bytes.buffer, 0, Math.floor(bytes.length / size));
}
