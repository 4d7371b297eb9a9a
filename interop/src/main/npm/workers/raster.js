// Opens rasters, says what they hold, and paints map tiles of them.
// From the page: {type: 'open', id, key, spec: {files: [{url | blob, min?, max?, nodata?}], folder?, variable?, bands?, step?, world?, prj?}}
//     → {result: description}; the bands of several files follow each other
//   | {type: 'place', key, projection}: the raster lies in this system | {type: 'projection', code, definition}
//   | {type: 'paint', id, key, projection, extent, size, pixelRatio} → {result: ImageBitmap}
//   | {type: 'values', id, key, projection, coordinate} → {result: [value or null] or null, outside of the raster}
//   | {type: 'write', id, key, picture} → {result: Blob}: a plain TIFF of its values, or of the colours that the map shows
//   | {type: 'cancel', id} | {type: 'drop', key}
// To the page: {id, progress: bytes that have come} | {id, result} | {id, error: {code, message}} | {warning: text, key}
import { defineProjection } from '../proj.js';
import { BlobBytes, RemoteBytes } from './raster/bytes.js';
import { extentOf, worldFile } from './raster/affine.js';
import { ofWkt } from './raster/cf.js';
import { combined } from './raster/combined.js';
import { RasterError } from './raster/error.js';
import { measure, stored } from './raster/look.js';
import { isNetcdf, openNetcdf } from './raster/netcdf.js';
import { openTiff } from './raster/tiff.js';
import { locator, paint } from './raster/warp.js';
import { forget, readWindow } from './raster/window.js';
import { RemoteFolder, zippedZarr } from './raster/zarrtree.js';
import { openZip } from './raster/zip.js';

/** So many requests wait for bytes at the same time. */
const AT_ONCE = 4;

const rasters = new Map();
const controllers = new Map();
const queue = [];
let busy = 0;
let count = 0;

const operations = { open, paint: paintTile, values, write };

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

async function read(file, { folder, ...wanted }, remote) {
  const host = file.blob ? undefined : folder ? new RemoteFolder(file.url) : new RemoteBytes(file.url, remote.warn);
  if (host) remote.hosts.push(Object.assign(host, { signal: remote.signal, heard: remote.heard }));
  if (folder && host) return (await import('./raster/zarr.js')).openZarr(host, wanted);
  const bytes = host ?? new BlobBytes(file.blob);
  const head = new Uint8Array((await bytes.fetch([{ offset: 0, length: 8 }]))[0]);
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const store = zippedZarr(await openZip(bytes));
    if (!store) throw new RasterError('unsupported-format', 'there is no Zarr in this zip.');
    return (await import('./raster/zarr.js')).openZarr(store, wanted);
  }
  return isNetcdf(head) && file.blob ? openNetcdf(file.blob, wanted) : openTiff(bytes);
}

/** One of the files of a raster, with what the source says of its values. */
async function readFile(file, wanted, remote) {
  const raster = await read(file, wanted, remote);
  raster.number = ++count;
  if (!raster.affine && wanted.world) raster.affine = worldFile(wanted.world);
  if (wanted.prj && !raster.crs.id && !raster.crs.definition) raster.crs = ofWkt(wanted.prj.trim());
  raster.warnings ??= [];
  if (!raster.affine) {
    // Without a place a raster is drawn where its own pixels are.
    raster.affine = [0, 1, 0, 0, 0, -1];
    raster.warnings.push('It says nothing of where it lies; a pixel is one unit of the map.');
  }
  if (raster.approximate) raster.warnings.push('It has control points instead of a grid; it is shown by the plane that fits them best.');
  raster.extent = extentOf(raster.affine, raster.width, raster.height);
  for (const band of raster.bands) {
    if (file.nodata !== undefined) band.noData = file.nodata;
    if (file.min !== undefined && file.max !== undefined) band.stretch = [file.min, file.max];
  }
  return raster;
}

async function open({ id, key, spec: { files, ...wanted } }, signal) {
  let come = 0;
  const hosts = [];
  const remote = {
    signal, hosts,
    warn: (text) => self.postMessage({ key, warning: text }),
    heard: (bytes) => self.postMessage({ id, progress: (come += bytes) }),
  };
  const all = await Promise.all(files.map((file) => readFile(file, wanted, remote)));
  const raster = all.length === 1 ? all[0] : combined(all, ++count);
  const { warnings } = raster;
  if (!wanted.list) await measure(raster);
  signal.throwIfAborted();
  // What is drawn later is not part of the opening.
  for (const host of hosts) host.signal = host.heard = undefined;
  if (raster.missing > 0) warnings.push('Parts of it are damaged and cannot be shown.');
  rasters.set(key, raster);
  const { width, height, crs, extent, affine, levels, look } = raster;
  return {
    width, height, crs, extent, geotransform: affine, look: look?.kind ?? '',
    overviews: levels.slice(1).map((level) => [level.width, level.height]),
    bands: raster.bands.map(({ type, min, max, noData, colorInterpretation, range, stretch, name, unit }) => ({
      type, min, max, nodata: Number.isNaN(noData) ? 'NaN' : noData, colorInterpretation, range: stretch ?? range, name, unit,
    })),
    variables: raster.variables,
    dimensions: raster.dimensions?.some(({ size }) => size > 1) ? raster.dimensions : undefined,
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

async function write({ id, key, picture }, signal) {
  const { writeTiff } = await import('./raster/tiffwriter.js');
  return writeTiff(known(key), picture, (share) => self.postMessage({ id, progress: share }), signal);
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
