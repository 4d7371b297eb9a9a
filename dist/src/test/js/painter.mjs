// Properties of what the painter leaves out, tried by chance:  node painter.mjs SEED
// Prints "ok: …" or the first broken promise, and exits with 1.
import assert from 'node:assert/strict';
import { curvesOf } from '../../../../interop/src/main/npm/workers/painter/curves.js';
import { Outline } from '../../../../interop/src/main/npm/workers/painter/outline.js';
import { PlaceIndex } from '../../../../interop/src/main/npm/workers/painter/places.js';
import { StampedPicture } from '../../../../interop/src/main/npm/workers/painter/stamps.js';
import { Thinning } from '../../../../interop/src/main/npm/workers/painter/thinning.js';

let state = Number(process.argv[2]);
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const between = (low, high) => low + (high - low) * random();
const ascending = (rows) => [...rows].sort((one, other) => one - other);
const area = () => {
  const x = between(-120, 120), y = between(-120, 120);
  return [x, y, x + between(0, 90), y + between(0, 90)];
};

// Places: what is found is what touches, once each.
for (const rows of [0, 1, 7, 3000]) {
  const xy = Float64Array.from({ length: 2 * rows }, () => (random() < 0.01 ? NaN : between(-100, 100)));
  const boxes = new Float64Array(4 * rows);
  for (let row = 0; row < rows; row++) {
    const wide = random() < 0.02 ? 150 : 3;
    boxes.set(random() < 0.02 ? [Infinity, Infinity, -Infinity, -Infinity] : [xy[2 * row], xy[2 * row + 1], xy[2 * row] + between(0, wide), xy[2 * row + 1] + between(0, wide)], 4 * row);
  }
  const points = new PlaceIndex(rows, xy, null), shapes = new PlaceIndex(rows, xy, boxes);
  for (let i = 0; i < 60; i++) {
    const [x0, y0, x1, y1] = area();
    const found = [], touching = [];
    points.search([x0, y0, x1, y1], (row) => found.push(row));
    shapes.search([x0, y0, x1, y1], (row) => touching.push(row));
    const all = [...Array(rows).keys()];
    assert.deepEqual(ascending(found), all.filter((row) => xy[2 * row] >= x0 && xy[2 * row] <= x1 && xy[2 * row + 1] >= y0 && xy[2 * row + 1] <= y1));
    assert.deepEqual(ascending(touching), all.filter((row) => boxes[4 * row] <= x1 && boxes[4 * row + 2] >= x0 && boxes[4 * row + 1] <= y1 && boxes[4 * row + 3] >= y0));
  }
}

// Thinning: of each cell the uppermost is drawn, and neighbouring tiles choose alike where both see.
{
  const cell = 0.7, xy = Array.from({ length: 5000 }, () => [between(0, 100), between(0, 60)]);
  const choose = (box) => {
    const thinning = new Thinning(box, cell);
    xy.forEach(([x, y], row) => { if (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]) thinning.offer(row, x, y); });
    return [...thinning.chosen()];
  };
  const left = choose([0, 0, 55, 60]), right = choose([45, 0, 100, 60]);
  assert.deepEqual(left, ascending(left));
  const inBoth = (rows) => rows.filter((row) => xy[row][0] > 45 + cell && xy[row][0] < 55 - cell);
  assert.deepEqual(inBoth(left), inBoth(right));
  const cellOf = ([x, y]) => `${Math.floor(x / cell)} ${Math.floor(y / cell)}`;
  const top = new Map();
  xy.forEach((place, row) => { if (place[0] <= 55) top.set(cellOf(place), row); });
  assert.deepEqual(left, ascending(top.values()));
}

// Outlines: a ring covers the same places of its tile as before, however far it reaches.
const covers = (rings, x, y) => {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [x0, y0] = ring[j], [x1, y1] = ring[i];
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    }
  }
  return inside;
};
const near = (ring, x, y) => ring.some(([x1, y1], i) => {
  const [x0, y0] = ring[(i + ring.length - 1) % ring.length];
  const length = Math.hypot(x1 - x0, y1 - y0);
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length ** 2));
  return Math.hypot(x - x0 - part * (x1 - x0), y - y0 - part * (y1 - y0)) < 0.8;
});
let compared = 0;
for (let round = 0; round < 300; round++) {
  const size = 512, resolution = between(0.01, 3), reach = 48;
  const extent = [0, 0, size * resolution, size * resolution];
  const center = [between(-1, 2) * extent[2], between(-1, 2) * extent[3]], radius = extent[2] * 10 ** between(-1, 3.5), count = 3 + Math.floor(random() * 400);
  const ring = Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count, far = radius * between(0.6, 1);
    return [center[0] + far * Math.cos(angle), center[1] + far * Math.sin(angle)];
  });
  ring.push(ring[0]);
  const outline = new Outline(extent, resolution, size, reach);
  outline.add(Float64Array.from(ring.flat()), 0, ring.length, true);
  const drawn = [];
  let at = 0;
  for (const end of outline.ends) {
    const points = [];
    for (; at < end; at += 2) points.push([outline.points[at], outline.points[at + 1]]);
    drawn.push(points);
  }
  const pixels = ring.map(([x, y]) => [x / resolution, (extent[3] - y) / resolution]);
  for (const points of drawn) for (const value of points.flat()) assert.ok(Math.abs(value) <= 30000, `${value} is too far for a canvas`);
  for (let i = 0; i < 40; i++) {
    const x = between(0, size), y = between(0, size);
    if (near(pixels, x, y)) continue;
    compared++;
    assert.equal(covers(drawn, x, y), covers([pixels], x, y), `round ${round} at ${x}, ${y}`);
  }
}

// Tiles beside each other keep the same vertices where both see them, so that no crack opens.
{
  const size = 512, resolution = 1.7, side = size * resolution;
  const line = [];
  for (let i = 0, x = side - 60, y = 10; i < 8000; i++) line.push((x += between(-1, 1.02)), (y += between(-0.9, 1)));
  const xy = Float64Array.from(line);
  const kept = (left) => {
    const outline = new Outline([left, 0, left + side, side], resolution, size, 48);
    outline.add(xy, 0, xy.length / 2, false);
    const vertices = [];
    for (let i = 0; i < outline.points.length; i += 2) vertices.push([outline.points[i] * resolution + left, side - outline.points[i + 1] * resolution]);
    return vertices.filter(([x, y]) => Math.abs(x - side) < 40 && y > 0 && y < side).map((vertex) => vertex.map((value) => value.toFixed(6)).join());
  };
  assert.deepEqual(kept(0), kept(side));
}

// Curves: an edge that is straight in degrees is drawn where its places lie on the map, and alike in tiles beside each other.
let followed = 0;
{
  const polar = ([x, y]) => {
    const far = (90 - y) * 111_000, angle = (x * Math.PI) / 180;
    return [far * Math.sin(angle), -far * Math.cos(angle)];
  };
  const distance = (x, y, [x0, y0], [x1, y1]) => {
    const length = Math.hypot(x1 - x0, y1 - y0);
    const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length ** 2));
    return Math.hypot(x - x0 - part * (x1 - x0), y - y0 - part * (y1 - y0));
  };
  for (let round = 0; round < 100; round++) {
    const line = Array.from({ length: 4 }, () => [between(-180, 180), between(40, 89)]);
    const source = Float64Array.from(line.flat()), xy = Float64Array.from(line.flatMap((place) => polar(place)));
    const curves = curvesOf({ vertexOffsets: [0, 4] }, source, xy, polar, 1);
    const resolution = between(50, 20_000), side = 512 * resolution, left = between(-5e6, 5e6), bottom = between(-5e6, 5e6);
    const tiles = [[left, bottom, left + side, bottom + side], [left + side, bottom, left + 2 * side, bottom + side]];
    const drawn = tiles.map((extent) => curves.follow(xy, 0, 4, resolution, new Outline(extent, resolution, 512, 48).area));
    const within = ([x0, y0, x1, y1], [x, y]) => x >= x0 && x <= x1 && y >= y0 && y <= y1;
    for (let edge = 0; edge < 3; edge++) {
      for (let i = 0; i < 200; i++) {
        const part = random();
        const place = polar([0, 1].map((k) => line[edge][k] + part * (line[edge + 1][k] - line[edge][k])));
        tiles.forEach((extent, tile) => {
          if (!within(extent, place)) return;
          let near = Infinity;
          for (let k = 0; k + 3 < drawn[tile].length; k += 2) near = Math.min(near, distance(...place, drawn[tile].slice(k, k + 2), drawn[tile].slice(k + 2, k + 4)));
          followed++;
          assert.ok(near < resolution, `round ${round}: ${near / resolution} pixels beside the edge`);
        });
      }
    }
    // What both tiles see at their border is the same.
    const edgeOf = (points) => points.reduce((all, x, k) => (k % 2 === 0 && Math.abs(x - left - side) < 20 * resolution && points[k + 1] > bottom && points[k + 1] < bottom + side ? [...all, `${x} ${points[k + 1]}`] : all), []);
    assert.deepEqual(edgeOf(drawn[0]), edgeOf(drawn[1]));
  }
  const straight = Float64Array.of(10, 50, 10.001, 50.001);
  assert.equal(curvesOf({ vertexOffsets: [0, 2] }, straight, Float64Array.from([...polar([10, 50]), ...polar([10.001, 50.001])]), polar, 1), null);
}

// Stamps: pixels lie over each other as premultiplied colours do (Porter and Duff's "over"), within a step of rounding.
{
  const picture = new StampedPicture(8, 1), exact = Array.from({ length: 64 }, () => [0, 0, 0, 0]);
  const part = (pixel, channel) => (pixel >>> (8 * channel)) & 255;
  for (let i = 0; i < 60; i++) {
    const pixels = Uint32Array.from({ length: 9 }, () => {
      const alpha = Math.floor(random() * 256), shade = () => Math.floor(random() * (alpha + 1));
      return ((alpha << 24) | (shade() << 16) | (shade() << 8) | shade()) >>> 0;
    });
    const column = Math.floor(between(-1, 9)), row = Math.floor(between(-1, 9));
    picture.press({ margin: 1, width: 3, pixels, starts: [0, 0, 0], ends: [3, 3, 3] }, column, row);
    for (let y = 0; y < 3; y++) {
      for (let x = 0; x < 3; x++) {
        const at = [column - 1 + x, row - 1 + y];
        if (Math.min(...at) < 0 || Math.max(...at) > 7) continue;
        const over = pixels[3 * y + x], under = exact[8 * at[1] + at[0]];
        for (let channel = 0; channel < 4; channel++) under[channel] = part(over, channel) + (under[channel] * (255 - (over >>> 24))) / 255;
      }
    }
  }
  picture.pixels.forEach((pixel, i) => exact[i].forEach((value, channel) => assert.ok(Math.abs(part(pixel, channel) - value) < 3, `pixel ${i}, channel ${channel}: ${part(pixel, channel)}, not ${value}`)));
}
console.log(`ok: ${compared} places of outlines, ${followed} of curves`);
