// The parts of OpenLayers that the page's Java names.
export { default as Map } from 'ol/Map.js';
export { default as View } from 'ol/View.js';
export { default as TileLayer } from 'ol/layer/Tile.js';
export { default as ImageTile } from 'ol/source/ImageTile.js';
export { default as ScaleLine } from 'ol/control/ScaleLine.js';
export { createFine } from './grid.js';
import * as proj from 'ol/proj.js';

export const pointResolution = (code, resolution, at) => proj.getPointResolution(code, resolution, Array.from(at), 'm');

export const getProjection = proj.get;
// Java gives typed arrays; OpenLayers wants plain ones.
export const transform = (coordinate, from, to) => proj.transform(Array.from(coordinate), from, to);
export const transformExtent = (extent, from, to, stops) => proj.transformExtent(Array.from(extent), from, to, stops);
