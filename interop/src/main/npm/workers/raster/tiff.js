// A GeoTIFF as levels of blocks of values.
import { GeoTIFF } from 'geotiff';
import { affineOf } from './affine.js';
import { RasterError, malformed } from './error.js';
import { crsOf } from './geokeys.js';
import { windowsOf } from './tiffblocks.js';

const MOST_PAGES = 64;
const MOST_VALUES = 1 << 27;
const SIDE = 256;
const COLORS = ['Red', 'Green', 'Blue'];

/** Opens a file; fails with words for a person, which do not name it. */
export async function openTiff(bytes) {
  try {
    return await read(bytes);
  } catch (error) {
    if (error instanceof RasterError) throw error;
    throw malformed(`this GeoTIFF cannot be read (${String(error?.message ?? error)}).`);
  }
}

async function read(bytes) {
  const tiff = await GeoTIFF.fromSource(bytes);
  const main = await tiff.getImage(0);
  const [width, height] = [main.getWidth(), main.getHeight()];
  if (!(width > 0 && height > 0)) throw malformed('it says that it has no pixels.');
  const keys = main.getGeoKeys();
  const { affine, approximate } = await affineOf(main.fileDirectory, keys?.GTRasterTypeGeoKey === 2);
  const photometric = main.fileDirectory.getValue('PhotometricInterpretation');
  const levels = [level(main)];
  const masks = [];
  for (let i = 1; i < MOST_PAGES; i++) {
    let page;
    try {
      page = await tiff.getImage(i);
    } catch {
      break; // There are no more, or none that can be read.
    }
    const kind = Number(page.fileDirectory.getValue('NewSubfileType') ?? 0);
    if (kind & 4) masks.push(level(page));
    else if (kind & 1 && page.getWidth() < levels.at(-1).width && page.getSamplesPerPixel() === main.getSamplesPerPixel()) levels.push(level(page));
  }
  for (const one of levels) one.mask = masks.find((mask) => mask.width === one.width && mask.height === one.height);
  const noData = main.fileDirectory.hasTag('GDAL_NODATA') ? Number(String(await main.fileDirectory.loadValue('GDAL_NODATA')).replace(/[\0\s]+$/, '')) : undefined;
  const extra = main.fileDirectory.hasTag('ExtraSamples') ? Array.from([await main.fileDirectory.loadValue('ExtraSamples')].flat()).map((value) => (ArrayBuffer.isView(value) ? Array.from(value) : value)).flat() : [];
  const count = main.getSamplesPerPixel();
  if (count > 4096) throw malformed(`it says that it has ${count} bands.`);
  const bands = Array.from({ length: count }, (_, i) => ({
    type: typeOf(main, i),
    noData,
    colorInterpretation: interpretation(photometric, i, extra[i - (count - extra.length)]),
  }));
  return {
    width, height, bands, affine, approximate, levels,
    crs: crsOf(keys),
    palette: photometric === 3 && main.fileDirectory.hasTag('ColorMap') ? colors(await main.fileDirectory.loadValue('ColorMap'), noData) : undefined,
  };
}

function interpretation(photometric, i, extra) {
  if (extra === 1 || extra === 2) return 'Alpha';
  if (photometric === 3 && i === 0) return 'Palette';
  if (photometric === 2 || photometric === 6) return COLORS[i] ?? 'Undefined';
  return i === 0 ? 'Gray' : 'Undefined';
}

/** GDAL's name of a band's type. */
function typeOf(image, i) {
  const bits = image.getBitsPerSample(i);
  const format = image.getSampleFormat(i);
  if (format === 3) return `Float${bits}`;
  const whole = bits <= 8 ? 8 : bits <= 16 ? 16 : bits <= 32 ? 32 : 64;
  return whole === 8 ? (format === 2 ? 'Int8' : 'Byte') : `${format === 2 ? '' : 'U'}Int${whole}`;
}

/** Four bytes a class. */
function colors(map, noData) {
  const count = map.length / 3;
  const rgba = new Uint8ClampedArray(count * 4);
  const wide = Array.from(map).some((value) => value > 255);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < 3; j++) rgba[i * 4 + j] = wide ? map[j * count + i] >> 8 : map[j * count + i];
    rgba[i * 4 + 3] = i === noData ? 0 : 255;
  }
  return rgba;
}

/** Small tiles and strips are read several at a time. */
function level(image) {
  const [width, height] = [image.getWidth(), image.getHeight()];
  const tileWidth = Math.min(width, image.getTileWidth());
  const tileHeight = Math.min(height, image.getTileHeight());
  const grown = (size, whole) => Math.min(whole, size * Math.max(1, Math.ceil(SIDE / size)));
  const blockWidth = grown(tileWidth, width);
  const blockHeight = grown(tileHeight, height);
  const planes = image.fileDirectory.getValue('PhotometricInterpretation') === 6 && image.fileDirectory.getValue('Compression') === 7;
  const read = windowsOf(image);
  return {
    width, height, blockWidth, blockHeight,
    read: async (column, row) => {
      if (tileWidth * tileHeight * image.getSamplesPerPixel() > MOST_VALUES) throw new RasterError('unsupported-format', `its blocks of ${tileWidth} × ${tileHeight} pixels are too large to be read.`);
      const window = [column * blockWidth, row * blockHeight, Math.min(width, (column + 1) * blockWidth), Math.min(height, (row + 1) * blockHeight)];
      const values = await read(window);
      return planes ? rgb(values) : values;
    },
  };
}

/** JPEG keeps brightness and two differences of colour (ITU-T T.871). */
function rgb([y, cb, cr, ...rest]) {
  const [red, green, blue] = [0, 1, 2].map(() => new Uint8ClampedArray(y.length));
  for (let i = 0; i < y.length; i++) {
    const b = cb[i] - 128;
    const r = cr[i] - 128;
    red[i] = y[i] + 1.402 * r;
    green[i] = y[i] - 0.344136 * b - 0.714136 * r;
    blue[i] = y[i] + 1.772 * b;
  }
  return [red, green, blue, ...rest];
}
