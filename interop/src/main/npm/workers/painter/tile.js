// Paints one tile of a table.
import { LINE, POINT } from './features.js';
import { Outline } from './outline.js';
import { Pen } from './pen.js';
import { Recorder } from './recorder.js';
import { LARGEST_STAMP, StampedPicture, reachOf } from './stamps.js';
import { Thinning } from './thinning.js';

// Symbols reach over their tile's edge by up to this many pixels.
const REACH = 48;
const HALF_WORLD = 20037508.342789244;
// Side of the largest feature without a shape, in pixels.
const SPECK = 2;
const MOST_VALUES = 10_000;
// Fewer points are drawn exactly where they are.
const FEW = 500;

/**
 * features: TileFeatures; looks: as looksOf gives them; passes: one byte per row, or null; canvas: the tile's own, or a Recorder of
 * the same detail: how many pixels of the resolution are one of the looks.
 */
export function paintTile(canvas, features, { projection, extent, resolution, pixelRatio, size, filter, detail = 1 }, looks, passes) {
  const pen = new Pen(canvas, pixelRatio);
  const display = features.display(projection);
  // Tiles may lie beyond the date line: they show the world again, and what crosses the line whole.
  const world = projection === 'EPSG:3857' ? 2 * HALF_WORLD : projection === 'EPSG:4326' ? 360 : 0;
  const reach = REACH * detail * resolution;
  const first = world ? Math.floor((extent[0] - reach + world / 2) / world) : 0;
  const last = world ? Math.floor((extent[2] + reach + world / 2) / world) : 0;
  for (let copy = first; copy <= last; copy++) {
    const shift = copy * world;
    const shifted = [extent[0] - shift, extent[1], extent[2] - shift, extent[3]];
    const area = [shifted[0] - reach, shifted[1] - reach, shifted[2] + reach, shifted[3] + reach];
    const rows = features.chosen(`${resolution}/${shifted}/${filter}`, () => choose(features, display, area, resolution, passes));
    paintRows(pen, features, display, rows, shifted, resolution, size, looks, detail);
  }
}

function paintRows(pen, features, { xy, boxes, curves }, rows, extent, resolution, size, looks, detail) {
  const looksAt = looksOfRows(features, resolution, looks);
  if (boxes === null) {
    paintPlaces(pen, xy, rows, extent, resolution, size, looksAt);
    return;
  }
  const outline = new Outline(extent, resolution, size, REACH * detail);
  for (const row of rows) {
    const list = looksAt(row);
    features.eachRun(row, (kind, from, to) => {
      if (kind === POINT) paintPoints(pen, features.table, xy, from, to, extent, resolution, list);
      else if (isSpeck(boxes, row, resolution)) paintSpeck(pen, boxes, row, extent, resolution, list);
      else paintParts(pen, outline, features.table, xy, curves, kind, from, to, list);
    });
  }
}

/** From a row to its looks. Where they depend on one attribute, those of each value are made once. */
function looksOfRows(features, resolution, looks) {
  const { fields } = features;
  if (fields.length === 0) {
    const list = looks({}, resolution);
    return () => list;
  }
  if (fields.length > 1) return (row) => looks(features.properties(row), resolution);
  const known = new Map();
  const values = fields[0][1].codes ?? fields[0][1];
  return (row) => {
    const value = values[row];
    let list = known.get(value);
    if (list === undefined) {
      list = looks(features.properties(row), resolution);
      if (known.size < MOST_VALUES) known.set(value, list);
    }
    return list;
  };
}

/** Paints rows that are single points. */
function paintPlaces(pen, xy, rows, extent, resolution, size, looksAt) {
  const lists = Array.from(rows, looksAt);
  const few = pen.canvas instanceof Recorder || rows.length < FEW || lists.some((list) => list.some(({ circle }) => circle && reachOf(circle, pen.ratio) > LARGEST_STAMP));
  const target = few ? pen : new StampedPicture(size * pen.ratio, pen.ratio);
  for (let i = 0; i < rows.length; i++) {
    const x = (xy[2 * rows[i]] - extent[0]) / resolution, y = (extent[3] - xy[2 * rows[i] + 1]) / resolution;
    for (const { circle } of lists[i]) if (circle) target.circle(circle, x, y);
  }
  if (!few) target.show(pen.canvas);
}

/** The rows that are drawn, in drawing order. */
function choose(features, { xy, boxes, places }, area, resolution, passes) {
  const thinning = new Thinning(area, resolution);
  const offer = boxes
    ? (row) => {
        if (isSpeck(boxes, row, resolution)) thinning.offer(row, (boxes[4 * row] + boxes[4 * row + 2]) / 2, (boxes[4 * row + 1] + boxes[4 * row + 3]) / 2);
        else thinning.take(row);
      }
    : (row) => thinning.offer(row, xy[2 * row], xy[2 * row + 1]);
  places.search(area, passes ? (row) => passes[row] && offer(row) : offer);
  return thinning.chosen();
}

/** Whether a feature is too small to have a shape in the picture. */
function isSpeck(boxes, row, resolution) {
  const small = SPECK * resolution;
  return boxes[4 * row + 2] - boxes[4 * row] < small && boxes[4 * row + 3] - boxes[4 * row + 1] < small;
}

function paintPoints(pen, { ringOffsets, vertexOffsets }, xy, from, to, extent, resolution, list) {
  for (const { circle } of list) {
    if (!circle) continue;
    for (let part = from; part < to; part++) {
      const v = vertexOffsets[ringOffsets[part]];
      pen.circle(circle, (xy[2 * v] - extent[0]) / resolution, (extent[3] - xy[2 * v + 1]) / resolution);
    }
  }
}

function paintSpeck(pen, boxes, row, extent, resolution, list) {
  const b = 4 * row;
  const x = ((boxes[b] + boxes[b + 2]) / 2 - extent[0]) / resolution, y = (extent[3] - (boxes[b + 1] + boxes[b + 3]) / 2) / resolution;
  for (const { area } of list) pen.speck(area, x, y, (boxes[b + 2] - boxes[b]) / resolution, (boxes[b + 3] - boxes[b + 1]) / resolution);
}

function paintParts(pen, outline, { ringOffsets, vertexOffsets }, xy, curves, kind, from, to, list) {
  // One path for each part: a single path of many polygons costs the canvas far more than many paths.
  for (let part = from; part < to; part++) {
    outline.clear();
    for (let ring = ringOffsets[part]; ring < ringOffsets[part + 1]; ring++) {
      const first = vertexOffsets[ring], end = vertexOffsets[ring + 1];
      if (curves?.isBent(first, end, outline.resolution)) {
        const points = curves.follow(xy, first, end, outline.resolution, outline.area);
        outline.add(points, 0, points.length / 2, kind !== LINE);
      } else outline.add(xy, first, end, kind !== LINE);
    }
    for (const { area } of list) {
      if (kind === LINE) pen.line(area, outline);
      else pen.area(area, outline);
    }
  }
}
