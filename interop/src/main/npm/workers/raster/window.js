// Windows of a raster, put together from blocks, of which the last ones are kept.
import { RasterError, malformed } from './error.js';

const KEPT_BYTES = 1 << 27;
const MOST_BLOCKS = 600;

const kept = new Map();
let keptBytes = 0;

/** The values of a block, one array a band; undefined where the file is damaged. */
function blockOf(raster, index, column, row) {
  const key = `${raster.number}/${index}/${column}/${row}`;
  const found = kept.get(key);
  if (found) {
    kept.delete(key);
    kept.set(key, found);
    return found.promise;
  }
  const level = raster.levels[index];
  const entry = { bytes: 0, promise: Promise.all([level.read(column, row), level.mask && window(level.mask, column, row, level)]).then(([values, mask]) => ({ values, mask })) };
  kept.set(key, entry);
  entry.promise.then(
    ({ values }) => {
      entry.bytes = values.reduce((sum, one) => sum + one.byteLength, 0);
      keptBytes += entry.bytes;
      for (const [old, { bytes }] of kept) {
        if (keptBytes <= KEPT_BYTES || old === key) break;
        kept.delete(old);
        keptBytes -= bytes;
      }
    },
    () => kept.delete(key),
  );
  return entry.promise;
}

/** The part of a mask that a block covers: masks have blocks of their own. */
async function window(mask, column, row, { width, height, blockWidth, blockHeight }) {
  const [x0, y0] = [column * blockWidth, row * blockHeight];
  const [x1, y1] = [Math.min(width, x0 + blockWidth), Math.min(height, y0 + blockHeight)];
  const values = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let j = Math.floor(y0 / mask.blockHeight); j * mask.blockHeight < y1; j++) {
    for (let i = Math.floor(x0 / mask.blockWidth); i * mask.blockWidth < x1; i++) {
      const [bx, by] = [i * mask.blockWidth, j * mask.blockHeight];
      const wide = Math.min(mask.blockWidth, mask.width - bx);
      const [block] = await mask.read(i, j);
      for (let y = Math.max(y0, by); y < Math.min(y1, by + mask.blockHeight); y++) {
        for (let x = Math.max(x0, bx); x < Math.min(x1, bx + wide); x++) values[(y - y0) * (x1 - x0) + x - x0] = block[(y - by) * wide + x - bx] ? 255 : 0;
      }
    }
  }
  return values;
}

/** Forgets the blocks of a raster. */
export function forget(raster) {
  for (const [key, { bytes }] of kept) {
    if (key.startsWith(`${raster.number}/`)) {
      kept.delete(key);
      keptBytes -= bytes;
    }
  }
}

/**
 * Every so many-th pixel of a window of a level, from its first on.
 * @return {{width, height, bands: array[], mask: Uint8Array|undefined, missing: number}} values of damaged blocks are NaN or masked out
 */
export async function readWindow(raster, index, [x0, y0, x1, y1], step = 1, signal) {
  const level = raster.levels[index];
  const { blockWidth, blockHeight } = level;
  const [left, top] = [Math.floor(x0 / blockWidth), Math.floor(y0 / blockHeight)];
  const [right, bottom] = [Math.ceil(x1 / blockWidth), Math.ceil(y1 / blockHeight)];
  if ((right - left) * (bottom - top) > MOST_BLOCKS) {
    throw new RasterError('unsupported-format', 'it has no overviews and is too large to be drawn at this scale. Zoom in, or add overviews to it.');
  }
  const [width, height] = [Math.ceil((x1 - x0) / step), Math.ceil((y1 - y0) / step)];
  const result = { width, height, bands: undefined, mask: undefined, missing: 0, failure: undefined };
  const coordinates = [];
  for (let row = top; row < bottom; row++) for (let column = left; column < right; column++) coordinates.push([column, row]);
  const put = async ([column, row]) => {
    let block;
    try {
      block = await blockOf(raster, index, column, row);
    } catch (error) {
      if (error instanceof RasterError && error.code === 'not-found') throw error;
      result.missing++;
      result.failure = error;
    }
    if (block && !result.bands) result.bands = block.values.map((values) => new values.constructor(width * height));
    if ((!block || block.mask) && !result.mask) result.mask = new Uint8Array(width * height).fill(255);
    const [bx, by] = [column * blockWidth, row * blockHeight];
    const wide = Math.min(blockWidth, level.width - bx);
    const firstY = Math.max(0, Math.ceil((by - y0) / step));
    const firstX = Math.max(0, Math.ceil((bx - x0) / step));
    for (let j = firstY, y = y0 + j * step; j < height && y < by + blockHeight; j++, y += step) {
      for (let i = firstX, x = x0 + i * step; i < width && x < bx + wide; i++, x += step) {
        const from = (y - by) * wide + x - bx;
        const to = j * width + i;
        if (!block) result.mask[to] = 0;
        else {
          for (let k = 0; k < block.values.length; k++) result.bands[k][to] = block.values[k][from];
          if (block.mask) result.mask[to] = block.mask[from];
        }
      }
    }
  };
  // A few at a time: what is on its way and what is decoded both take memory.
  for (let i = 0; i < coordinates.length; i += 8) {
    // Blocks themselves are not given up: another tile may wait for the same.
    signal?.throwIfAborted();
    await Promise.all(coordinates.slice(i, i + 8).map(put));
  }
  if (!result.bands) {
    throw result.failure instanceof RasterError ? result.failure : malformed(`its values cannot be read (${reasonOf(result.failure)}).`);
  }
  return result;
}

/** What geotiff says; several failures come as one without words. */
const reasonOf = (failure) => failure?.errors?.[0]?.message || failure?.message || 'they are missing';
