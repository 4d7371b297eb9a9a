// world-atlas joins countries across the date line and lets Antarctica end without its pole, as a globe wants it.
// A flat map needs them cut there again.

export function cutAtDateLine(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const cut = polygons.flatMap(cutPolygon);
  return cut.length === 1 ? { type: 'Polygon', coordinates: cut[0] } : { type: 'MultiPolygon', coordinates: cut };
}

function cutPolygon(rings) {
  const whole = rings.map(unrolled);
  const xs = whole[0].map(([x]) => x);
  const copies = [];
  for (let shift = Math.floor((Math.min(...xs) + 180) / 360); shift * 360 - 180 < Math.max(...xs); shift++) {
    const parts = whole.map((ring) => clip(clip(ring.map(([x, y]) => [x - shift * 360, y]), -180, 1), 180, -1)).filter((ring) => ring.length > 3);
    if (parts.length) copies.push(parts);
  }
  return copies;
}

/** The ring with longitudes that run on; one that goes round the world is closed over its pole. */
function unrolled(ring) {
  let turn = 0;
  const line = ring.map(([x, y], i) => {
    if (i > 0 && Math.abs(x - ring[i - 1][0]) > 180) turn += x > ring[i - 1][0] ? -360 : 360;
    return [x + turn, y];
  });
  if (turn === 0) return line;
  const pole = line.reduce((sum, [, y]) => sum + y, 0) < 0 ? -90 : 90;
  return [...line, [line.at(-1)[0], pole], [line[0][0], pole], line[0]];
}

/** The part of a ring on one side of a meridian (Sutherland and Hodgman, 1974). */
function clip(ring, meridian, side) {
  const inside = ([x]) => side * (x - meridian) >= 0;
  const out = [];
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (inside(a) !== inside(b)) {
      const t = (meridian - a[0]) / (b[0] - a[0]);
      const crossing = [meridian, a[1] + t * (b[1] - a[1])];
      out.push(...(inside(b) ? [crossing, b] : [crossing]));
    } else if (inside(b)) out.push(b);
  }
  if (out.length) out.push(out[0]);
  return out;
}
