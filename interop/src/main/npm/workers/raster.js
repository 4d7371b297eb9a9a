// Opens rasters, says what they hold, and paints map tiles of them.
// From the page: {type: 'open', id, key, file: {url | blob, kind, name, variable?, step?}} → {result: description}
//   | {type: 'place', key, projection}: the raster lies in this system | {type: 'projection', code, definition}
//   | {type: 'paint', id, key, projection, extent, size, pixelRatio} → {result: ImageBitmap}
//   | {type: 'values', id, key, projection, coordinate} → {result: [value or null] or null, outside of the raster}
//   | {type: 'cancel', id} | {type: 'drop', key}
// To the page: {id, result} | {id, error: {code, message}} | {warning: text, key}
import { defineProjection } from '../proj.js';
import { BlobBytes, RemoteBytes } from './raster/bytes.js';
import { extentOf } from './raster/affine.js';
import { RasterError } from './raster/error.js';
import { measure, stored } from './raster/look.js';
import { isNetcdf, openNetcdf } from './raster/netcdf.js';
import { openTiff } from './raster/tiff.js';
import { locator, paint } from './raster/warp.js';
import { forget, readWindow } from './raster/window.js';

/** So many requests wait for bytes at the same time. */
const AT_ONCE = 4;

const rasters = new Map();
const controllers = new Map();
const queue = [];
let busy = 0;
let count = 0;

const operations = { open, paint: paintTile, values };

self.onmessage = ({ data }) => {
  switch (data.type) {
    case 'projection':
      defineProjection(data.code, data.definition);
      break;
    case 'place':
      if (rasters.has(data.key)) rasters.get(data.key).projection = data.projection;
      break;
    case 'drop':
      if (rasters.has(data.key)) forget(rasters.get(data.key));
      rasters.delete(data.key);
      break;
    case 'cancel':
      controllers.get(data.id)?.abort();
      break;
    default:
      controllers.set(data.id, new AbortController());
      queue.push(data);
      // What was cancelled in the same breath is seen before it begins.
      setTimeout(next);
  }
};

function next() {
  if (busy >= AT_ONCE) return;
  // The newest first: what was asked for before the map moved on matters least.
  const request = queue.pop();
  if (!request) return;
  busy++;
  answer(request).finally(() => {
    busy--;
    setTimeout(next);
  });
}

async function answer(request) {
  const { signal } = controllers.get(request.id);
  try {
    signal.throwIfAborted();
    const result = await operations[request.type](request, signal);
    self.postMessage({ id: request.id, result }, result instanceof ImageBitmap ? [result] : []);
  } catch (error) {
    const known = error instanceof RasterError;
    self.postMessage({ id: request.id, error: { code: signal.aborted ? 'cancelled' : known ? error.code : 'malformed-input', message: String(error?.message ?? error) } });
  } finally {
    controllers.delete(request.id);
  }
}

async function open({ key, file }) {
  const warnings = [];
  const bytes = file.blob ? new BlobBytes(file.blob) : new RemoteBytes(file.url, (text) => self.postMessage({ key, warning: text }));
  const head = new Uint8Array((await bytes.fetch([{ offset: 0, length: 8 }]))[0]);
  const raster = isNetcdf(head) && file.blob ? await openNetcdf(file.blob, file) : await openTiff(bytes);
  warnings.push(...(raster.warnings ?? []));
  raster.number = ++count;
  if (!raster.affine) {
    // Without a place a raster is drawn where its own pixels are.
    raster.affine = [0, 1, 0, 0, 0, -1];
    warnings.push('It says nothing of where it lies; a pixel is one unit of the map.');
  }
  if (raster.approximate) warnings.push('It has control points instead of a grid; it is shown by the plane that fits them best.');
  raster.extent = extentOf(raster.affine, raster.width, raster.height);
  for (const band of raster.bands) if (file.nodata !== undefined) band.noData = file.nodata;
  await measure(raster);
  if (file.min !== undefined && file.max !== undefined) for (const band of raster.bands) band.stretch = [file.min, file.max];
  if (raster.missing > 0) warnings.push('Parts of it are damaged and cannot be shown.');
  rasters.set(key, raster);
  const { width, height, crs, extent, affine, levels, look } = raster;
  return {
    width, height, crs, extent, geotransform: affine, look: look.kind,
    overviews: levels.slice(1).map((level) => [level.width, level.height]),
    bands: raster.bands.map(({ type, min, max, noData, colorInterpretation, range, stretch, name, unit }) => ({
      type, min, max, nodata: Number.isNaN(noData) ? 'NaN' : noData, colorInterpretation, range: stretch ?? range, name, unit,
    })),
    variables: raster.variables,
    warnings,
  };
}

function known(key) {
  const raster = rasters.get(key);
  if (!raster) throw new RasterError('not-found', 'The raster is not open.');
  return raster;
}

async function paintTile(request, signal) {
  const raster = known(request.key);
  const painted = await paint(raster, request, signal);
  if (painted?.failure && !raster.told) {
    raster.told = true;
    self.postMessage({ key: request.key, warning: 'Parts of it are damaged and cannot be shown.' });
  }
  return createImageBitmap(painted?.image ?? new ImageData(1, 1));
}

/** The values of the pixel at a place. */
async function values({ key, projection, coordinate: [x, y] }, signal) {
  const raster = known(key);
  const [column, row] = locator(raster, projection, Infinity)(x, y).map(Math.floor);
  if (!(column >= 0 && row >= 0 && column < raster.width && row < raster.height)) return null;
  const { bands, mask } = await readWindow(raster, 0, [column, row, column + 1, row + 1], 1, signal);
  const masked = mask && mask[0] === 0;
  return bands.map(([value], k) => {
    const number = Number(value);
    return masked || !Number.isFinite(number) || number === stored(raster.bands[k]) ? null : number;
  });
}
