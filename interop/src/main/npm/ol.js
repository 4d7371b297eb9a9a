// The parts of OpenLayers that the page's Java names.
export { default as Map } from 'ol/Map.js';
export { default as View } from 'ol/View.js';
export { default as TileLayer } from 'ol/layer/Tile.js';
export { default as ImageTile } from 'ol/source/ImageTile.js';
export { default as ScaleLine } from 'ol/control/ScaleLine.js';
import * as proj from 'ol/proj.js';
import TileGrid from 'ol/tilegrid/TileGrid.js';

export const createFine = (code, tileSize, stepsPerZoom, maxZoom) => {
  const projection = proj.get(code);
  // Where the extent of a system is not known, as wide as the world.
  const [left, bottom, right, top] = projection.getExtent() ?? [-1, -1, 1, 1].map((sign) => (sign * 2e7) / projection.getMetersPerUnit());
  const wide = Math.max(right - left, top - bottom);
  return new TileGrid({
    tileSize,
    origin: [left, top],
    resolutions: Array.from({ length: maxZoom * stepsPerZoom }, (_, i) => wide / tileSize / 2 ** (i / stepsPerZoom)),
  });
};
export const pointResolution = (code, resolution, at) => proj.getPointResolution(code, resolution, Array.from(at), 'm');

export const getProjection = proj.get;
// Java gives typed arrays; OpenLayers wants plain ones.
export const transform = (coordinate, from, to) => proj.transform(Array.from(coordinate), from, to);
export const transformExtent = (extent, from, to, stops) => proj.transformExtent(Array.from(extent), from, to, stops);
