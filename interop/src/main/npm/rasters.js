// Rasters on the map. A worker of their own, started with the first one, opens files and paints the tiles.
import TileLayer from 'ol/layer/Tile.js';
import { get, getTransform } from 'ol/proj.js';
import ImageTile from 'ol/source/ImageTile.js';
import { createFine } from './grid.js';

const TILE = 512;

let worker;
let count = 0;
const pending = new Map();
/** Descriptions by key, as promises, so that two layers of a source read it once. */
const opened = new Map();
const listeners = new Map();
/** The requests that open rasters, by key, and who hears how much has come. */
const opening = new Map();

function port() {
  if (worker) return worker;
  worker = window.terrellaSite.worker('raster.js', 'raster');
  worker.onmessage = ({ data }) => {
    if (data.warning) return listeners.get(data.key)?.(data.warning);
    const { resolve, reject, heard } = pending.get(data.id) ?? {};
    if (data.progress !== undefined) return heard?.(data.progress);
    pending.delete(data.id);
    if (data.error) reject?.(failure(data.error));
    else resolve?.(data.result);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    worker = undefined;
    opened.clear();
    for (const { reject } of pending.values()) reject(failure({ code: 'engine-failed', message: `The reader of rasters broke down (${event.message || 'no reason given'}).` }));
    pending.clear();
  };
  return worker;
}

/** The code travels as the error's name. */
const failure = ({ code, message }) => Object.assign(new Error(message), { name: code });

function call(message, signal, heard) {
  const id = ++count;
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject, heard });
    signal?.addEventListener('abort', () => port().postMessage({ type: 'cancel', id }), { once: true });
    port().postMessage({ ...message, id });
  });
}

/**
 * Opens a raster, once by key.
 * @param {string} spec JSON {files: [{url, min?, max?, nodata?}], folder?, variable?, bands?, step?, world?, prj?}
 * @param {(Blob|null)[]} blobs the files, null for those that are fetched from their address
 * @param {function(string)} warn hears what is not as it should be while tiles are painted
 * @param {function(number)} heard hears how many bytes have come from the web
 * @return {Promise<string>} JSON; it fails with an error whose name is a code
 */
export function openRaster(key, spec, blobs, warn, heard) {
  listeners.set(key, warn);
  let known = opened.get(key);
  // Another step of the same source is another raster.
  if (known && known.spec !== spec) {
    port().postMessage({ type: 'drop', key });
    known = undefined;
  }
  if (!known) {
    const { files, ...given } = JSON.parse(spec);
    const contents = files.map(({ url, ...file }, i) => ({ ...file, ...(blobs[i] ? { blob: blobs[i] } : { url: new URL(url, document.baseURI).href }) }));
    const ending = new AbortController();
    opening.set(key, ending);
    const description = call({ type: 'open', key, spec: { ...given, files: contents } }, ending.signal, heard).then(JSON.stringify);
    known = { spec, description };
    opened.set(key, known);
    description.catch(() => opened.get(key) === known && opened.delete(key)).finally(() => opening.get(key) === ending && opening.delete(key));
  }
  return known.description;
}

/** Gives up the opening of a raster. */
export function cancelRaster(key) {
  opening.get(key)?.abort();
}

/**
 * Reads the whole of a raster into a plain TIFF.
 * @param {boolean} picture whether the colours that the map shows are written instead of the values
 * @param {function(number, number)} heard hears which share of 1 is done
 * @return {{file: Promise<Blob>, end: function()}}
 */
export function writeRaster(key, picture, heard) {
  const ending = new AbortController();
  return { file: call({ type: 'write', key, picture }, ending.signal, (share) => heard(share, 1)), end: () => ending.abort() };
}

export function dropRaster(key) {
  if (opened.delete(key)) port().postMessage({ type: 'drop', key });
  listeners.delete(key);
}

/**
 * The map's layer of a raster that is open.
 * @param {string[]} systems code and definition of the raster's system, then of the map's
 */
export function rasterLayer(key, description, [crs, definition, projection, mapDefinition]) {
  for (const [code, text] of [[crs, definition], [projection, mapDefinition]]) if (text) port().postMessage({ type: 'projection', code, definition: text });
  port().postMessage({ type: 'place', key, projection: crs });
  const pixelRatio = Math.min(2, window.devicePixelRatio || 1);
  const tileGrid = createFine(projection, TILE, 4, 24);
  const source = new ImageTile({
    tileGrid,
    projection,
    tileSize: TILE * pixelRatio,
    transition: 0,
    wrapX: false,
    loader: (z, x, y, { signal }) => call({ type: 'paint', key, projection, extent: tileGrid.getTileCoordExtent([z, x, y]), size: TILE, pixelRatio }, signal),
  });
  const info = JSON.parse(description);
  return {
    layer: new TileLayer({ source }),
    info: JSON.stringify({ ...info, crs, mapExtent: seen(info.extent, crs, projection) }),
    change: () => {},
    values: (coordinate) => call({ type: 'values', key, projection, coordinate: Array.from(coordinate) }).then(JSON.stringify),
  };
}

/** The extent in the map's system of what of a raster the map can show: poles may lie inside, and be nowhere on the map. */
function seen([minX, minY, maxX, maxY], crs, projection) {
  const transform = getTransform(crs, projection);
  const limits = get(projection).getExtent();
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const steps = 24;
  for (let i = 0; i <= steps; i++) {
    for (let j = 0; j <= steps; j++) {
      let [x, y] = transform([minX + ((maxX - minX) * i) / steps, minY + ((maxY - minY) * j) / steps]);
      if (Number.isNaN(x) || Number.isNaN(y)) continue;
      if (limits) [x, y] = [Math.max(limits[0], Math.min(limits[2], x)), Math.max(limits[1], Math.min(limits[3], y))];
      if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return box[2] > box[0] && box[3] > box[1] ? box : undefined;
}
