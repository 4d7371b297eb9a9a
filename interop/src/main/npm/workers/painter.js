// Paints map tiles off the page's thread.
// From the engine (its port): {type: 'table', key, stride, types, partOffsets, ringOffsets, vertexOffsets, coordinates, partTypes, fields};
//   a table of single points has no offsets
//   | {type: 'fields', key, fields}: other attributes of a table that is here
// From the page: {type: 'port', port} | {type: 'projection', code, definition} | {type: 'drop', key}
//   | {type: 'view', projection, domain}: the map is shown in it from now on; domain: what of the world it can show, west, south, east,
//   north in degrees, or null for all
//   | {type: 'await', key}: what is asked of the table from now on waits for its next message | {type: 'fail', key}, when a table will not come
//   | {type: 'mark', marks, rows}: rows that are painted alone where a tile is asked for with these marks
//   | {type: 'paint', id, key, projection, extent, resolution, pixelRatio, size, style, filter, marks} | {type: 'cancel', id}
//   | {type: 'record', id, …as paint, detail}: the same as shapes, pixels of the looks being so many of the resolution
//   | {type: 'count', id, key, filter}
// To the page: {id, bitmap} | {id, recording} | {id, count} | {id, error}
import { TileFeatures } from './painter/features.js';
import { filterFunction, looksOf } from './painter/styles.js';
import { Recorder } from './painter/recorder.js';
import { paintTile } from './painter/tile.js';
import { defineProjection } from '../proj.js';

const tables = new Map();
const waiting = new Map();
const awaited = new Set();
const marked = new Map();
let shownIn = 'EPSG:3857';
let domain = null;
let revision = 0;
const cancelled = new Set();
const queue = [];
let busy = false;

function receive(message) {
  if (message.type === 'fields') tables.get(message.key)?.setFields(message.fields);
  else tables.set(message.key, new TileFeatures(message, domain));
  awaited.delete(message.key);
  for (const request of waiting.get(message.key) ?? []) enqueue(request);
  waiting.delete(message.key);
}

self.onmessage = ({ data }) => {
  switch (data.type) {
    case 'port':
      data.port.onmessage = (event) => receive(event.data);
      break;
    case 'projection':
      defineProjection(data.code, data.definition);
      break;
    case 'view':
      shownIn = data.projection;
      domain = data.domain;
      break;
    case 'mark':
      if (data.rows.length) marked.set(data.marks, { rows: data.rows, revision: ++revision });
      else marked.delete(data.marks);
      break;
    case 'await':
      awaited.add(data.key);
      break;
    case 'drop':
      tables.delete(data.key);
      break;
    case 'fail':
      awaited.delete(data.key);
      for (const { id } of waiting.get(data.key) ?? []) self.postMessage({ id, error: 'no data' });
      waiting.delete(data.key);
      break;
    case 'cancel':
      cancelled.add(data.id);
      break;
    case 'count':
    case 'record':
    case 'paint':
      if (tables.has(data.key) && !awaited.has(data.key)) enqueue(data);
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
  // Tables are projected once; what was asked for a map in another system is of no use any more.
  const late = request.type !== 'count' && request.projection !== shownIn;
  if (cancelled.delete(request.id) || late) {
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
  const { id, key, filter } = request;
  const features = tables.get(key);
  if (request.type === 'count') {
    self.postMessage({ id, count: features?.count(filter, filterFunction(filter)) ?? 0 });
    return;
  }
  if (request.type === 'record') {
    const recorder = new Recorder(request.detail);
    if (features) paintTile(recorder, features, request, looksOf(request.style), features.passes(filter, filterFunction(filter)));
    const recording = recorder.recording();
    self.postMessage({ id, recording }, [recording.shapes.buffer]);
    return;
  }
  const side = request.size * request.pixelRatio;
  const tile = new OffscreenCanvas(side, side);
  // Drawn by the processor: many small paths are slow on a graphics card, and slower where one is only imitated.
  const canvas = tile.getContext('2d', { willReadFrequently: true });
  if (features) {
    const rows = marked.get(request.marks);
    const passes = features.passes(filter, filterFunction(filter));
    const shown = request.marks ? features.among(rows, passes, filter) : passes;
    const kept = request.marks ? `${filter}/${request.marks}/${rows?.revision}` : filter;
    paintTile(canvas, features, { ...request, filter: kept }, looksOf(request.style), shown);
  }
  const bitmap = tile.transferToImageBitmap();
  self.postMessage({ id, bitmap }, [bitmap]);
}
