// Paints map tiles with OpenLayers' own canvas renderer, off the page's thread.
// From the engine (its port): {type: 'table', key, stride, types, partOffsets, ringOffsets, vertexOffsets, coordinates, partTypes, fields}
// From the page: {type: 'port', port} | {type: 'projection', code, definition} | {type: 'drop', key} | {type: 'fail', key}, when a table will not come
//   | {type: 'paint', id, key, projection, extent, resolution, pixelRatio, size, style, styleKey, filter} | {type: 'cancel', id}
//   | {type: 'count', id, key, filter}
// To the page: {id, bitmap} | {id, count} | {id, error}
import { toContext } from 'ol/render.js';
import { drawCircles } from './painter/circles.js';
import { REACH, TileFeatures } from './painter/features.js';
import { filterFunction, styleFunctions } from './painter/styles.js';
import { defineProjection } from '../proj.js';

const HALF_WORLD = 20037508.342789244;
const tables = new Map();
const waiting = new Map();
const cancelled = new Set();
const queue = [];
let busy = false;

function receiveTable(message) {
  tables.set(message.key, new TileFeatures(message));
  for (const request of waiting.get(message.key) ?? []) enqueue(request);
  waiting.delete(message.key);
}

self.onmessage = ({ data }) => {
  switch (data.type) {
    case 'port':
      data.port.onmessage = (event) => receiveTable(event.data);
      break;
    case 'projection':
      defineProjection(data.code, data.definition);
      break;
    case 'drop':
      tables.delete(data.key);
      break;
    case 'fail':
      for (const { id } of waiting.get(data.key) ?? []) self.postMessage({ id, error: 'no data' });
      waiting.delete(data.key);
      break;
    case 'cancel':
      cancelled.add(data.id);
      break;
    case 'count':
    case 'paint':
      if (tables.has(data.key)) enqueue(data);
      else waiting.set(data.key, [...(waiting.get(data.key) ?? []), data]);
  }
};

function enqueue(request) {
  queue.push(request);
  if (!busy) next();
}

// One tile per turn, so that cancellations sent meanwhile are seen before the next one is begun.
const turn = new MessageChannel();
turn.port1.onmessage = () => next();

function next() {
  const request = queue.shift();
  busy = request !== undefined;
  if (!busy) return;
  if (cancelled.delete(request.id)) {
    self.postMessage({ id: request.id, cancelled: true });
  } else {
    try {
      answer(request);
    } catch (error) {
      self.postMessage({ id: request.id, error: String(error?.message ?? error) });
    }
  }
  turn.port2.postMessage(0);
}

function answer(request) {
  if (request.type === 'count') {
    self.postMessage({ id: request.id, count: tables.get(request.key)?.count(filterFunction(request.filter)) ?? 0 });
    return;
  }
  const bitmap = paint(request);
  self.postMessage({ id: request.id, bitmap }, [bitmap]);
}

function paint({ key, projection, extent, resolution, pixelRatio, size, style, styleKey, filter }) {
  const canvas = new OffscreenCanvas(size * pixelRatio, size * pixelRatio);
  const table = tables.get(key);
  if (!table) return canvas.transferToImageBitmap();
  // Drawn by the processor: many small paths are slow on a graphics card, and slower where one is only imitated.
  const canvas2d = canvas.getContext('2d', { willReadFrequently: true });
  const context = toContext(canvas2d, { pixelRatio });
  const styleOf = styleFunctions(styleKey, style);
  const draw = (feature, geometry) => {
    const styles = styleOf(feature, resolution);
    if (!styles) return;
    for (const one of Array.isArray(styles) ? styles : [styles]) {
      const image = one.getImage();
      if (image && geometry.getType().endsWith('Point')) {
        drawCircles(canvas2d, image, geometry.getFlatCoordinates(), pixelRatio);
        continue;
      }
      context.setStyle(one);
      context.drawGeometry(geometry);
    }
  };
  // Tiles may lie beyond the date line: they show the world again, and what crosses the line whole.
  const world = projection === 'EPSG:3857' ? 2 * HALF_WORLD : projection === 'EPSG:4326' ? 360 : 0;
  const reach = REACH * resolution;
  const first = world ? Math.floor((extent[0] - reach + world / 2) / world) : 0;
  const last = world ? Math.floor((extent[2] + reach + world / 2) / world) : 0;
  for (let copy = first; copy <= last; copy++) {
    const shift = copy * world;
    table.visit(projection, [extent[0] - shift, extent[1], extent[2] - shift, extent[3]], resolution, draw, filterFunction(filter));
  }
  return canvas.transferToImageBitmap();
}
