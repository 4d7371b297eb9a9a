// Vertices of lines and rings as pixels of a tile, without those that make no difference to the picture.

// Beyond this, the canvas' own arithmetic would bend lines.
const FAR = 30000;

export class Outline {
  /** extent: [left, bottom, right, top] of the tile in map units; size: its side in pixels; reach: of symbols, in pixels. */
  constructor(extent, resolution, size, reach) {
    this.left = extent[0];
    this.top = extent[3];
    this.resolution = resolution;
    /** What is seen, in map units. */
    this.area = [extent[0] - reach * resolution, extent[1] - reach * resolution, extent[2] + reach * resolution, extent[3] + reach * resolution];
    this.low = -reach;
    this.high = size + reach;
    this.points = [];
    this.ends = [];
  }

  clear() {
    this.points.length = 0;
    this.ends.length = 0;
  }

  /** Adds the vertices from..to of xy; closed: they are a ring. */
  add(xy, from, to, closed) {
    const { points, left, top, resolution } = this;
    const begin = points.length, half = resolution / 2;
    let lastColumn = NaN, lastLine = NaN, codeBefore = 0, codeLast = 0, far = false;
    for (let v = from; v < to; v++) {
      const mapX = xy[2 * v], mapY = xy[2 * v + 1];
      // What lies in the same half pixel of the map as the last one kept is left out: in every tile alike.
      const column = Math.floor(mapX / half), line = Math.floor(mapY / half);
      if (column === lastColumn && line === lastLine && v < to - 1) continue;
      lastColumn = column;
      lastLine = line;
      const x = (mapX - left) / resolution, y = (top - mapY) / resolution;
      const code = this.side(x, y);
      const end = points.length;
      // Three in a row beyond one side of the tile: what is between them is not seen.
      if (end - begin >= 4 && (codeBefore & codeLast & code) !== 0) {
        points[end - 2] = x;
        points[end - 1] = y;
      } else {
        points.push(x, y);
        codeBefore = codeLast;
      }
      codeLast = code;
      far ||= x < -FAR || x > FAR || y < -FAR || y > FAR;
    }
    if (far) this.cut(begin, closed);
    else if (points.length > begin) this.ends.push(points.length);
  }

  /** On which sides of the tile a point lies. */
  side(x, y) {
    return (x < this.low ? 1 : x > this.high ? 2 : 0) | (y < this.low ? 4 : y > this.high ? 8 : 0);
  }

  /** Replaces what was added from begin on by what of it lies in the tile and around. */
  cut(begin, closed) {
    const { points, low, high } = this;
    let run = points.slice(begin);
    points.length = begin;
    if (closed) {
      for (const [axis, bound, sign] of [[0, low, 1], [0, high, -1], [1, low, 1], [1, high, -1]]) run = beyond(run, axis, bound, sign);
      if (run.length) this.finish(run);
      return;
    }
    for (let i = 0; i + 3 < run.length; i += 2) {
      const piece = segment(run[i], run[i + 1], run[i + 2], run[i + 3], low, high);
      if (piece) this.finish(piece);
    }
  }

  finish(run) {
    for (const value of run) this.points.push(value);
    this.ends.push(this.points.length);
  }

  /** Adds the path to a canvas. */
  trace(canvas, ratio, closed) {
    const { points, ends } = this;
    let at = 0;
    for (const end of ends) {
      canvas.moveTo(points[at] * ratio, points[at + 1] * ratio);
      for (let i = at + 2; i < end; i += 2) canvas.lineTo(points[i] * ratio, points[i + 1] * ratio);
      if (closed) canvas.closePath();
      at = end;
    }
  }
}

/** The part of a ring on one side of a line parallel to an axis (Sutherland and Hodgman 1974). */
function beyond(ring, axis, bound, sign) {
  const out = [];
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    const here = sign * (ring[i + axis] - bound), there = sign * (ring[j + axis] - bound);
    if (here >= 0) out.push(ring[i], ring[i + 1]);
    if (here >= 0 !== there >= 0) {
      const part = here / (here - there);
      const point = [ring[i] + part * (ring[j] - ring[i]), ring[i + 1] + part * (ring[j + 1] - ring[i + 1])];
      point[axis] = bound;
      out.push(point[0], point[1]);
    }
  }
  return out;
}

/** The part of a segment in a square (Liang and Barsky 1984), or null. */
function segment(x0, y0, x1, y1, low, high) {
  let enter = 0, leave = 1;
  for (const [from, to] of [[x0, x1], [y0, y1]]) {
    const step = to - from;
    if (step === 0) {
      if (from < low || from > high) return null;
      continue;
    }
    const a = (low - from) / step, b = (high - from) / step;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave ? [x0 + enter * (x1 - x0), y0 + enter * (y1 - y0), x0 + leave * (x1 - x0), y0 + leave * (y1 - y0)] : null;
}
