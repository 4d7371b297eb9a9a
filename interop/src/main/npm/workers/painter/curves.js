// Edges that are straight in the system of the data and bent in the map's. Where it shows, vertices are put between their ends, at the
// same places in every tile of a resolution.

/** Edges shorter than this, in metres, are straight to the centimetre in any system. */
const SHORT = 1000;
/** A bend of so many pixels is not seen. */
const UNSEEN = 0.5;
const DEEPEST = 12;

/**
 * The bends of a table's edges, or null where all are straight.
 * source: coordinates of the data; xy: the same in the map's system; transform: [x, y] of the data → [x, y] of the map
 */
export function curvesOf({ vertexOffsets }, source, xy, transform, metersPerUnit) {
  const short = (SHORT / metersPerUnit) ** 2;
  let bends = null;
  for (let ring = 0; ring < vertexOffsets.length - 1; ring++) {
    const last = vertexOffsets[ring + 1] - 1;
    for (let v = vertexOffsets[ring]; v < last; v++) {
      const dx = xy[2 * v + 2] - xy[2 * v], dy = xy[2 * v + 3] - xy[2 * v + 1];
      if (!(dx * dx + dy * dy > short)) continue;
      const bend = bendOf(source, xy, v, transform);
      if (bend > 0) (bends ??= new Float32Array(xy.length / 2))[v] = bend;
    }
  }
  return bends && new Curves(bends, source, transform);
}

/** How far an edge lies from the straight line between its ends, by three places on it. */
function bendOf(source, xy, v, transform) {
  let most = 0;
  for (const part of [0.25, 0.5, 0.75]) {
    const [x, y] = transform(between(source, v, part));
    const far = Math.hypot(x - xy[2 * v] - part * (xy[2 * v + 2] - xy[2 * v]), y - xy[2 * v + 1] - part * (xy[2 * v + 3] - xy[2 * v + 1]));
    // Where the system ends, there is nothing to follow.
    if (!Number.isFinite(far)) return 0;
    most = Math.max(most, far);
  }
  return most;
}

const between = (source, v, part) => [source[2 * v] + part * (source[2 * v + 2] - source[2 * v]), source[2 * v + 1] + part * (source[2 * v + 3] - source[2 * v + 1])];

class Curves {
  constructor(bends, source, transform) {
    Object.assign(this, { bends, source, transform });
  }

  /** The largest bend of the edges between some vertices. */
  most(from, to) {
    let most = 0;
    for (let v = from; v < to - 1; v++) if (this.bends[v] > most) most = this.bends[v];
    return most;
  }

  /** Whether edges between some vertices are seen to be bent. */
  isBent(from, to, resolution) {
    return this.most(from, to) > UNSEEN * resolution;
  }

  /**
   * Coordinates from one vertex to another, with those that are needed between them.
   * area: [left, bottom, right, top], outside of which nothing is seen
   */
  follow(xy, from, to, resolution, area) {
    const points = [];
    for (let v = from; v < to; v++) {
      points.push(xy[2 * v], xy[2 * v + 1]);
      if (v < to - 1 && this.bends[v] > UNSEEN * resolution) this.part(points, v, 0, [xy[2 * v], xy[2 * v + 1]], 1, [xy[2 * v + 2], xy[2 * v + 3]], 2 * this.bends[v], resolution, area, 0);
    }
    return points;
  }

  /** Adds what is between two places of an edge; bend: how far it may lie from a straight line. */
  part(points, v, begin, start, end, stop, bend, resolution, area, depth) {
    if (depth === DEEPEST || bend < UNSEEN * resolution) return;
    const beside = Math.max(start[0], stop[0]) + bend < area[0] || Math.max(start[1], stop[1]) + bend < area[1] || Math.min(start[0], stop[0]) - bend > area[2] || Math.min(start[1], stop[1]) - bend > area[3];
    if (beside) return;
    const half = (begin + end) / 2;
    const middle = this.transform(between(this.source, v, half));
    const far = Math.hypot(middle[0] - (start[0] + stop[0]) / 2, middle[1] - (start[1] + stop[1]) / 2);
    if (!Number.isFinite(far)) return;
    // Each half of a smooth curve bends a quarter as far.
    const left = depth === 0 ? bend : far;
    this.part(points, v, begin, start, half, middle, left, resolution, area, depth + 1);
    points.push(middle[0], middle[1]);
    this.part(points, v, half, middle, end, stop, left, resolution, area, depth + 1);
  }
}
