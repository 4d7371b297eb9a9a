// GeoParquet's encodings without WKB: lists of lists of positions {x, y, z?, m?}, or of arrays of ordinates.
const DEPTHS = { point: [1, 0], linestring: [2, 1], polygon: [3, 2], multipoint: [4, 1], multilinestring: [5, 2], multipolygon: [6, 3] };

export const isNative = (encoding) => Object.hasOwn(DEPTHS, encoding);

/** Makes geometries of the values of a column; null stays none. */
export function nativeGeometry(encoding) {
  const [type, depth] = DEPTHS[encoding];
  return (value) => (value === null || value === undefined ? undefined : build(type, depth, value));
}

function build(type, depth, value) {
  if (type === 6) return { type, xy: [], parts: value.map((polygon) => build(3, 2, polygon)) };
  const made = { type, xy: [] };
  const position = (at) => {
    const [x, y, z, m] = at.x === undefined ? at : [at.x, at.y, at.z, at.m];
    // An empty point is one of NaN.
    made.xy.push(x ?? NaN, y ?? NaN);
    if (z !== undefined && z !== null) (made.z ??= []).push(z);
    if (m !== undefined && m !== null) (made.m ??= []).push(m);
  };
  if (depth === 0) position(value);
  else if (depth === 1) value.forEach(position);
  else made.ends = value.map((run) => (run.forEach(position), made.xy.length / 2));
  return made;
}
