// The features of one table, projected for display and found by place.
import { get as getProjection, getTransform } from 'ol/proj.js';
import { curvesOf } from './curves.js';
import { PlaceIndex } from './places.js';

export const POINT = 1, LINE = 2, POLYGON = 3, COLLECTION = 7;

const MOST_KEPT_ROWS = 4e6;

export class TileFeatures {
  /** domain: what of the world the view can show, [west, south, east, north] in degrees; null for all. */
  constructor(table, domain) {
    this.table = table;
    this.domain = domain;
    this.rows = table.types.length;
    this.shown = null;
    this.kept = new Map();
    this.keptRows = 0;
    this.setFields(table.fields);
    // A table of single points needs neither boxes nor offsets: row and vertex are the same.
    this.onlyPoints = !table.partOffsets;
  }

  /** The rows of a tile, kept so that another style need not choose them anew. */
  chosen(key, choose) {
    let rows = this.kept.get(key);
    if (!rows) {
      rows = choose();
      this.keptRows += rows.length;
      if (this.keptRows > MOST_KEPT_ROWS) {
        this.kept.clear();
        this.keptRows = rows.length;
      }
      this.kept.set(key, rows);
    }
    return rows;
  }

  /** The attributes that styles and filters look at: arrays of numbers, NaN for none, or {codes, words}, -1 for none. */
  setFields(fields) {
    this.fields = Object.entries(fields);
    this.passing = new Map();
    this.marked = null;
  }

  /** Coordinates (x, y), boxes and the index of places in the projection of the view, which stays the same. */
  display(view) {
    if (!this.shown) {
      const { projection } = this.table;
      const { xy, curves } = projection && projection !== view ? this.project(projection, view) : { xy: this.flat(), curves: null };
      const boxes = this.onlyPoints ? null : this.boxes(xy, curves);
      this.shown = { xy, boxes, curves, places: new PlaceIndex(this.rows, xy, boxes) };
      this.table.coordinates = null;
    }
    return this.shown;
  }

  project(from, view) {
    if (!this.domain) return this.bent(this.flat(), from, view);
    // Far from where it is used, a projection tears the world apart or turns it inside out.
    const degrees = from === 'EPSG:4326' ? Float64Array.from(this.flat()) : projected(this.flat(), from, 'EPSG:4326');
    this.confine(degrees);
    return this.bent(degrees, 'EPSG:4326', view);
  }

  /** Coordinates in the view's system, and what is between them. */
  bent(source, from, view) {
    const xy = projected(source, from, view);
    const transform = getTransform(from, view);
    const curves = this.onlyPoints ? null : curvesOf(this.table, source, xy, (place) => transform(place, undefined, 2), getProjection(view)?.getMetersPerUnit() ?? 1);
    return { xy, curves };
  }

  /** Takes away features that lie outside of the domain, and pulls the vertices of others to its edge. */
  confine(degrees) {
    const [west, south, east, north] = this.domain;
    const { vertexOffsets, ringOffsets, partOffsets } = this.table;
    for (let row = 0; row < this.rows; row++) {
      const first = this.onlyPoints ? row : vertexOffsets[ringOffsets[partOffsets[row]]];
      const end = this.onlyPoints ? row + 1 : vertexOffsets[ringOffsets[partOffsets[row + 1]]];
      let sides = 15, any = 0;
      for (let v = first; v < end; v++) {
        const x = degrees[2 * v], y = degrees[2 * v + 1];
        const beyond = (x < west ? 1 : 0) | (x > east ? 2 : 0) | (y < south ? 4 : 0) | (y > north ? 8 : 0);
        sides &= beyond;
        any |= beyond;
      }
      if (any === 0) continue;
      for (let v = first; v < end; v++) {
        degrees[2 * v] = sides ? NaN : Math.max(west, Math.min(east, degrees[2 * v]));
        degrees[2 * v + 1] = sides ? NaN : Math.max(south, Math.min(north, degrees[2 * v + 1]));
      }
    }
  }

  flat() {
    const { stride, coordinates } = this.table;
    if (stride === 2) return coordinates;
    const count = coordinates.length / stride;
    const xy = new Float64Array(count * 2);
    for (let i = 0; i < count; i++) {
      xy[2 * i] = coordinates[stride * i];
      xy[2 * i + 1] = coordinates[stride * i + 1];
    }
    return xy;
  }

  boxes(xy, curves) {
    const { vertexOffsets, ringOffsets, partOffsets } = this.table;
    const boxes = new Float64Array(this.rows * 4);
    for (let row = 0; row < this.rows; row++) {
      let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
      const first = vertexOffsets[ringOffsets[partOffsets[row]]], end = vertexOffsets[ringOffsets[partOffsets[row + 1]]];
      for (let v = first; v < end; v++) {
        const x = xy[2 * v], y = xy[2 * v + 1];
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        if (y > y1) y1 = y;
      }
      const b = 4 * row, bend = curves ? 2 * curves.most(first, end) : 0;
      boxes[b] = x0 - bend;
      boxes[b + 1] = y0 - bend;
      boxes[b + 2] = x1 + bend;
      boxes[b + 3] = y1 + bend;
    }
    return boxes;
  }

  /** One byte for each row: whether it passes a filter; null when all do. Kept, for every tile asks. */
  passes(key, filter) {
    if (!filter) return null;
    let mask = this.passing.get(key);
    if (!mask) {
      mask = new Uint8Array(this.rows);
      for (let row = 0; row < this.rows; row++) mask[row] = filter(this.properties(row)) ? 1 : 0;
      if (this.passing.size > 4) this.passing.clear();
      this.passing.set(key, mask);
    }
    return mask;
  }

  /** As passes, of the marked rows alone; kept for the last marks asked for. */
  among(marks, passes, filter) {
    if (this.markedFor !== marks || this.markedFilter !== filter || !this.marked) {
      this.marked = new Uint8Array(this.rows);
      this.markedFor = marks;
      this.markedFilter = filter;
      for (const row of marks?.rows ?? []) this.marked[row] = passes ? passes[row] : 1;
    }
    return this.marked;
  }

  /** How many features pass. */
  count(key, filter) {
    const mask = this.passes(key, filter);
    return mask ? mask.reduce((sum, passes) => sum + passes, 0) : this.rows;
  }

  properties(row) {
    const properties = {};
    for (const [name, values] of this.fields) {
      const value = values.codes ? values.words[values.codes[row]] : values[row];
      // Styles ask with "has" whether there is a value.
      if (value !== undefined && value === value) properties[name] = value;
    }
    return properties;
  }

  /** Kind and extent of the runs of a row: calls back with POINT, LINE or POLYGON, and the first and the last part. */
  eachRun(row, callback) {
    const { types, partOffsets, partTypes } = this.table;
    const first = partOffsets[row], end = partOffsets[row + 1];
    const single = (type) => (type > 3 ? type - 3 : type);
    if (types[row] !== COLLECTION) callback(single(types[row]), first, end);
    else for (let part = first; part < end; part++) callback(single(partTypes[part]), part, part + 1);
  }
}

const BUILT_IN = ['EPSG:4326', 'EPSG:3857'];

function projected(xy, from, to) {
  const transform = getTransform(from, to);
  const out = Float64Array.from(xy);
  // OpenLayers' own transforms take all in one sweep; those of proj4 only plain arrays of one vertex.
  if (BUILT_IN.includes(from) && BUILT_IN.includes(to)) return transform(out, out, 2);
  for (let i = 0; i < out.length; i += 2) {
    // proj4 refuses what is no number.
    const [x, y] = xy[i] === xy[i] && xy[i + 1] === xy[i + 1] ? transform([xy[i], xy[i + 1]], undefined, 2) : [NaN, NaN];
    out[i] = x;
    out[i + 1] = y;
  }
  return out;
}
