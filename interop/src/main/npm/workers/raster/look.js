// How values become colours: a palette as the file has it, three colours, or grey between the 2nd and the 98th percentile of a sample.
import { readWindow } from './window.js';

const SAMPLE = 256;

/** Least, greatest and the two percentiles of each band, from a sample: the level nearest to 256 pixels, or every so many-th pixel. */
export async function measure(raster) {
  let index = raster.levels.findLastIndex(({ width, height }) => Math.max(width, height) >= SAMPLE);
  index = Math.max(0, index);
  const { width, height, blockWidth, blockHeight } = raster.levels[index];
  // Of what has no overviews only the middle is looked at when it is huge.
  const most = raster.sampled ?? 12;
  const [wide, high] = [Math.min(width, most * blockWidth), Math.min(height, raster.sampled ? most * blockHeight : Math.max(most * blockHeight, Math.min(height, 4096)))];
  const [x0, y0] = [Math.floor((width - wide) / 2), Math.floor((height - high) / 2)];
  const step = Math.max(1, Math.floor(Math.max(wide, high) / 512));
  const sample = await readWindow(raster, index, [x0, y0, x0 + wide, y0 + high], step);
  raster.missing = sample.missing;
  const gone = absence(raster, sample);
  raster.bands.forEach((band, k) => {
    const values = [];
    const all = sample.bands[k];
    for (let i = 0; all && i < all.length; i++) if (!gone(i) && Number.isFinite(Number(all[i])) && Number(all[i]) !== stored(band)) values.push(Number(all[i]));
    const sorted = Float64Array.from(values).sort();
    if (sorted.length > 0) {
      band.min = sorted[0];
      band.max = sorted.at(-1);
      band.range = [sorted[Math.floor(0.02 * (sorted.length - 1))], sorted[Math.ceil(0.98 * (sorted.length - 1))]];
      if (band.range[0] === band.range[1]) band.range = [band.min, band.max];
    }
  });
  raster.look = lookOf(raster);
}

/** No data as the values of the band have it: a real of 32 bits is never equal to one of 64. */
export const stored = ({ type, noData }) => (type === 'Float32' && noData !== undefined ? Math.fround(noData) : noData);

/** Whether a pixel of a window shows nothing: masked, or without data in the bands that are drawn. */
function absence({ bands, palette }, { bands: values, mask }) {
  const checked = bands.map((band, k) => [values[k], stored(band)]).filter(([array, noData]) => array && noData !== undefined && !Number.isNaN(noData));
  if (palette) return (i) => mask !== undefined && mask[i] === 0;
  return (i) => (mask !== undefined && mask[i] === 0) || (checked.length > 0 && checked.every(([array, noData]) => Number(array[i]) === noData));
}

function lookOf({ bands, palette }) {
  const alpha = bands.findIndex(({ colorInterpretation }) => colorInterpretation === 'Alpha');
  const colors = bands.map((_, i) => i).filter((i) => i !== alpha);
  if (palette) return { kind: 'palette', drawn: [0], alpha };
  return colors.length >= 3 ? { kind: 'rgb', drawn: colors.slice(0, 3), alpha } : { kind: 'grey', drawn: colors.slice(0, 1), alpha };
}

/** Makes a function that writes the colour of the pixel of a window to four bytes. */
export function painterOf(raster, window) {
  const { bands, look, palette } = raster;
  const gone = absence(raster, window);
  const alpha = look.alpha >= 0 ? window.bands[look.alpha] : undefined;
  const most = alpha && bands[look.alpha].type === 'UInt16' ? 257 : 1;
  if (look.kind === 'palette') {
    const classes = window.bands[0];
    return (i, rgba, to) => {
      const from = classes[i] * 4;
      if (gone(i) || from >= palette.length) return;
      rgba.set(palette.subarray(from, from + 4), to);
    };
  }
  const stretched = look.drawn.map((k) => {
    const [least, greatest] = bands[k].stretch ?? (look.kind === 'rgb' && bands[k].type === 'Byte' ? [0, 255] : bands[k].range ?? [0, 1]);
    return { values: window.bands[k], least, factor: greatest > least ? 255 / (greatest - least) : 0 };
  });
  const [red, green, blue] = stretched.length === 3 ? stretched : [stretched[0], stretched[0], stretched[0]];
  return (i, rgba, to) => {
    if (gone(i)) return;
    const r = Number(red.values[i]);
    if (Number.isNaN(r)) return;
    rgba[to] = tone(red, r);
    rgba[to + 1] = tone(green, Number(green.values[i]));
    rgba[to + 2] = tone(blue, Number(blue.values[i]));
    rgba[to + 3] = alpha ? alpha[i] / most : 255;
  };
}

/** A band with one value is grey. */
const tone = ({ least, factor }, value) => (factor === 0 ? 127 : (value - least) * factor);
