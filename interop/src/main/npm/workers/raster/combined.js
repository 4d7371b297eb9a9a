// Several files as one raster, whose bands follow each other, as OpenLayers has it.
import { RasterError } from './error.js';
import { readWindow } from './window.js';

/** Parts of the extent by which those of the files may differ. */
const CLOSE = 0.01;

/** The first file gives the grid; pixels of the others are the nearest ones. */
export function combined(all, number) {
  const [main, ...others] = all;
  for (const { extent } of others) {
    const size = Math.max(main.extent[2] - main.extent[0], main.extent[3] - main.extent[1]);
    if (extent.some((value, i) => !(Math.abs(value - main.extent[i]) <= CLOSE * size))) throw new RasterError('unsupported-format', 'its files do not cover the same area, so that their bands do not belong together.');
  }
  return {
    ...main, number, palette: undefined,
    bands: all.flatMap(({ bands }) => bands.map((band) => ({ ...band, colorInterpretation: band.colorInterpretation === 'Alpha' ? 'Alpha' : 'Undefined' }))),
    warnings: [...new Set(all.flatMap(({ warnings }) => warnings))],
    missing: 0,
    levels: main.levels.map((level, index) => ({ ...level, mask: undefined, read: (column, row) => block(main, others, index, column, row) })),
  };
}

async function block(main, others, index, column, row) {
  const { width, height, blockWidth, blockHeight } = main.levels[index];
  const [x0, y0] = [column * blockWidth, row * blockHeight];
  const [wide, high] = [Math.min(blockWidth, width - x0), Math.min(blockHeight, height - y0)];
  const [own, ...more] = await Promise.all([main, ...others].map((raster) => stretched(raster, [x0 / width, y0 / height, (x0 + wide) / width, (y0 + high) / height], wide, high)));
  return [...own, ...more.flat()];
}

/** A part of a raster, by shares of its sides, in so many pixels. */
async function stretched(raster, [left, top, right, bottom], wide, high) {
  const least = wide / (right - left);
  const index = Math.max(0, raster.levels.findLastIndex((one) => one.width >= least * 0.99));
  const { width, height } = raster.levels[index];
  const [x0, y0] = [Math.floor(left * width + 1e-6), Math.floor(top * height + 1e-6)];
  const [x1, y1] = [Math.min(width, Math.ceil(right * width - 1e-6)), Math.min(height, Math.ceil(bottom * height - 1e-6))];
  const { bands, width: across } = await readWindow(raster, index, [x0, y0, x1, y1]);
  if (x1 - x0 === wide && y1 - y0 === high) return bands;
  return bands.map((values) => {
    const result = new values.constructor(wide * high);
    for (let j = 0; j < high; j++) {
      const y = Math.floor(((j + 0.5) * (y1 - y0)) / high);
      for (let i = 0; i < wide; i++) result[j * wide + i] = values[y * across + Math.floor(((i + 0.5) * (x1 - x0)) / wide)];
    }
    return result;
  });
}
