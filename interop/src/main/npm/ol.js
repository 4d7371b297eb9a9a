// The parts of OpenLayers that the page's Java names.
export { default as Map } from 'ol/Map.js';
export { default as View } from 'ol/View.js';
export { default as TileLayer } from 'ol/layer/Tile.js';
export { default as ImageTile } from 'ol/source/ImageTile.js';
export { default as ScaleLine } from 'ol/control/ScaleLine.js';
import * as proj from 'ol/proj.js';
import TileGrid from 'ol/tilegrid/TileGrid.js';

const HALF_WORLD = 20037508.342789244;
export const createFine = (tileSize, stepsPerZoom, maxZoom) =>
  new TileGrid({
    tileSize,
    origin: [-HALF_WORLD, HALF_WORLD],
    resolutions: Array.from({ length: maxZoom * stepsPerZoom }, (_, i) => (2 * HALF_WORLD) / tileSize / 2 ** (i / stepsPerZoom)),
  });

export const getProjection = proj.get;
// Java gives typed arrays; OpenLayers wants plain ones.
export const transform = (coordinate, from, to) => proj.transform(Array.from(coordinate), from, to);
export const transformExtent = (extent, from, to, stops) => proj.transformExtent(Array.from(extent), from, to, stops);
