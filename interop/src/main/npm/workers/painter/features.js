// The features of one table, projected for display and found by place.
import RenderFeature from 'ol/render/Feature.js';
import { getTransform } from 'ol/proj.js';
import { SpatialGrid } from './grid.js';

const POINT = 1, LINE = 2, POLYGON = 3, COLLECTION = 7;
const NAMES = [null, 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'GeometryCollection'];
// Symbols reach over their tile's edge by up to this many pixels.
export const REACH = 48;

export class TileFeatures {
  constructor(table) {
    this.table = table;
    this.projected = new Map();
  }

  /** Coordinates (x, y) and the place index in the view's projection. */
  display(view) {
    let found = this.projected.get(view);
    if (found) return found;
    const { stride, coordinates, projection, vertexOffsets, ringOffsets, partOffsets, types } = this.table;
    const count = coordinates.length / stride;
    let xy = coordinates;
    if (stride !== 2) {
      xy = new Float64Array(count * 2);
      for (let i = 0; i < count; i++) {
        xy[2 * i] = coordinates[stride * i];
        xy[2 * i + 1] = coordinates[stride * i + 1];
      }
    }
    if (projection && projection !== view) {
      xy = projected(xy, projection, view);
    }
    const boxes = new Float64Array(types.length * 4);
    for (let f = 0; f < types.length; f++) {
      let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
      const end = vertexOffsets[ringOffsets[partOffsets[f + 1]]];
      for (let v = vertexOffsets[ringOffsets[partOffsets[f]]]; v < end; v++) {
        const x = xy[2 * v], y = xy[2 * v + 1];
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        if (y > y1) y1 = y;
      }
      boxes.set([x0, y0, x1, y1], 4 * f);
    }
    found = { xy, boxes, grid: new SpatialGrid(boxes) };
    this.projected.set(view, found);
    return found;
  }

  /**
   * Calls back with each feature that may touch the extent, and its geometry in pixels from the extent's upper left
   * corner; passes: which features count, by their attributes, or null for all.
   */
  visit(view, extent, resolution, callback, passes) {
    const { xy, grid, boxes } = this.display(view);
    const pad = REACH * resolution;
    const area = [extent[0] - pad, extent[1] - pad, extent[2] + pad, extent[3] + pad];
    const { types } = this.table;
    const rows = grid.search(area);
    const thinned = rows.length > 20000 ? new Set() : null;
    for (const row of rows) {
      const properties = this.properties(row);
      if (passes && !passes(properties)) continue;
      if (types[row] === POINT && thinned) {
        const cell = Math.floor(boxes[4 * row] / resolution / 2) + ':' + Math.floor(boxes[4 * row + 1] / resolution / 2);
        if (thinned.has(cell)) continue;
        thinned.add(cell);
      }
      for (const geometry of this.geometries(row, xy, extent, resolution)) {
        callback(feature(row, properties, geometry), geometry);
      }
    }
  }

  /** How many features pass, by their attributes. */
  count(passes) {
    let count = 0;
    for (let row = 0; row < this.table.types.length; row++) if (passes(this.properties(row))) count++;
    return count;
  }

  properties(row) {
    const properties = {};
    for (const name in this.table.fields) {
      const value = this.table.fields[name][row];
      // Styles ask with "has" whether there is a value.
      if (value !== null && !Number.isNaN(value)) properties[name] = value;
    }
    return properties;
  }

  geometries(row, xy, extent, resolution) {
    const { types, partOffsets, partTypes } = this.table;
    const first = partOffsets[row], end = partOffsets[row + 1];
    if (types[row] !== COLLECTION) return this.run(types[row], first, end, xy, extent, resolution);
    const result = [];
    for (let part = first; part < end; part++) result.push(...this.run(partTypes[part], part, part + 1, xy, extent, resolution));
    return result;
  }

  run(type, first, end, xy, extent, resolution) {
    if (type === 0 || first === end) return [];
    const { ringOffsets, vertexOffsets } = this.table;
    const [left, , , top] = extent;
    const single = type > 3 ? type - 3 : type;
    const flat = [];
    if (single === POINT) {
      for (let part = first; part < end; part++) {
        const v = vertexOffsets[ringOffsets[part]];
        flat.push((xy[2 * v] - left) / resolution, (top - xy[2 * v + 1]) / resolution);
      }
      return [new RenderFeature(end - first > 1 ? 'MultiPoint' : 'Point', flat, [], 2, {}, 0)];
    }
    // One geometry per part: a single path of many polygons costs the canvas far more than many paths.
    const result = [];
    for (let part = first; part < end; part++) {
      const coordinates = [], ends = [];
      for (let ring = ringOffsets[part]; ring < ringOffsets[part + 1]; ring++) {
        thin(xy, vertexOffsets[ring], vertexOffsets[ring + 1], left, top, resolution, coordinates, single === POLYGON);
        ends.push(coordinates.length);
      }
      if (coordinates.length) result.push(new RenderFeature(NAMES[single], coordinates, ends, 2, {}, 0));
    }
    return result;
  }
}

function feature(row, properties, geometry) {
  return new RenderFeature(geometry.getType(), geometry.getFlatCoordinates(), geometry.getEnds?.() ?? [], 2, properties, row);
}

const BUILT_IN = ['EPSG:4326', 'EPSG:3857'];

function projected(xy, from, to) {
  const transform = getTransform(from, to);
  const out = Float64Array.from(xy);
  // OpenLayers' own transforms take all in one sweep; those of proj4 only plain arrays of one vertex.
  if (BUILT_IN.includes(from) && BUILT_IN.includes(to)) return transform(out, out, 2);
  for (let i = 0; i < out.length; i += 2) {
    const [x, y] = transform([xy[i], xy[i + 1]], undefined, 2);
    out[i] = x;
    out[i + 1] = y;
  }
  return out;
}

/** Copies a run of vertices in pixels and leaves out those that lie within half a pixel of the last one kept. */
function thin(xy, from, to, left, top, resolution, out) {
  let lastX = NaN, lastY = NaN;
  for (let v = from; v < to; v++) {
    const x = (xy[2 * v] - left) / resolution, y = (top - xy[2 * v + 1]) / resolution;
    if (v > from && v < to - 1 && Math.abs(x - lastX) < 0.5 && Math.abs(y - lastY) < 0.5) continue;
    out.push(x, y);
    lastX = x;
    lastY = y;
  }
}
