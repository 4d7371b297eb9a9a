// Of large files on the web: where in them the map looks, and outlines of those of which nothing is shown.
import { fromExtent } from 'ol/geom/Polygon.js';
import Feature from 'ol/Feature.js';
import VectorLayer from 'ol/layer/Vector.js';
import { get as getProjection, getTransform } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';

// Places in each direction whose projection says where the view lies.
const STEPS = 16;
// They are seen on light maps and on dark ones.
const STYLE = [
  { style: { 'stroke-color': 'rgba(255, 255, 255, 0.8)', 'stroke-width': 3 } },
  { style: { 'stroke-color': '#3f5c78', 'stroke-width': 1.5, 'stroke-line-dash': [6, 5] } },
];

/** An extent of the map in another system, and no more of it than the bounds. */
export function seenExtent(shown, own, projection, bounds) {
  let [left, bottom, right, top] = shown;
  const { global, extent: world } = { global: getProjection(own).isGlobal(), extent: getProjection(own).getExtent() };
  // The world is shown again beyond the date line.
  if (global && (left < world[0] || right > world[2])) [left, right] = [world[0], world[2]];
  const transform = getTransform(own, projection);
  const seen = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i <= STEPS; i++) {
    for (let k = 0; k <= STEPS; k++) {
      const [x, y] = transform([left + ((right - left) * i) / STEPS, bottom + ((top - bottom) * k) / STEPS], undefined, 2);
      if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
      for (const [side, value] of [[0, x], [1, y]]) {
        seen[side] = Math.min(seen[side], value);
        seen[side + 2] = Math.max(seen[side + 2], value);
      }
    }
  }
  if (seen[0] > seen[2]) return bounds;
  // Between the places that were tried, a curved edge reaches a little further.
  const reach = own === projection ? 0 : Math.max(seen[2] - seen[0], seen[3] - seen[1]) / STEPS;
  // Beside the bounds lies an empty extent on their edge.
  return seen.map((value, side) => Math.max(bounds[side % 2], Math.min(bounds[(side % 2) + 2], value + (side < 2 ? -reach : reach))));
}

/** Draws the outlines of extents, {extent, projection} each, in place of those drawn before. */
export function createFrames(map) {
  const source = new VectorSource();
  map.addLayer(new VectorLayer({ source, style: STYLE, zIndex: 1e6 }));
  return {
    show: (frames, own) => {
      source.clear();
      for (const { extent, projection } of frames) {
        const [left, bottom, right, top] = extent;
        // The poles are nowhere in Mercator's projection.
        const poles = projection === 'EPSG:4326' && own === 'EPSG:3857' ? 85 : Infinity;
        const ring = fromExtent([left, Math.max(-poles, bottom), right, Math.min(poles, top)]).getCoordinates()[0];
        const polygon = fromExtent(extent);
        polygon.setCoordinates([ring.slice(0, -1).flatMap((from, i) => Array.from({ length: STEPS }, (_, k) => from.map((value, side) => value + (k / STEPS) * (ring[i + 1][side] - value)))).concat([ring[0]])]);
        source.addFeature(new Feature(polygon.transform(projection, own)));
      }
    },
  };
}
