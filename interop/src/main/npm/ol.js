// The parts of OpenLayers that the page's Java names.
export { default as Map } from 'ol/Map.js';
export { default as View } from 'ol/View.js';
export { default as TileLayer } from 'ol/layer/Tile.js';
export { default as VectorLayer } from 'ol/layer/Vector.js';
export { default as ImageTile } from 'ol/source/ImageTile.js';
export { default as VectorSource } from 'ol/source/Vector.js';
export { default as Xyz } from 'ol/source/XYZ.js';
export { default as GeoJson } from 'ol/format/GeoJSON.js';
export { default as ScaleLine } from 'ol/control/ScaleLine.js';
export { createXYZ } from 'ol/tilegrid.js';
export { get as getProjection, transform, transformExtent } from 'ol/proj.js';
