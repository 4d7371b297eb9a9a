// What others do with the same file: OpenLayers' GeoJSON format and VectorImage layer, as JupyterGIS draws it, and maplibre's GeoJSON source.
//   await draw(kind, url, extent) → {ms, count}: from asking for the address to the whole picture
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorImageLayer from 'ol/layer/VectorImage.js';
import OlMap from 'ol/Map.js';
import { transformExtent } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import { Circle, Fill, Stroke, Style } from 'ol/style.js';
import View from 'ol/View.js';
import maplibregl from 'maplibre-gl';

async function openlayers(target, url, extent) {
  const fill = new Fill({ color: 'rgba(51,136,255,0.6)' }), stroke = new Stroke({ color: '#3399CC', width: 1.25 });
  const source = new VectorSource({ url, format: new GeoJSON() });
  const layer = new VectorImageLayer({ source, style: new Style({ fill, stroke, image: new Circle({ radius: 5, fill, stroke }) }) });
  const view = new View({});
  const map = new OlMap({ target, layers: [layer], view, pixelRatio: 1, controls: [] });
  view.fit(transformExtent(extent, 'EPSG:4326', 'EPSG:3857'), { size: map.getSize() });
  await new Promise((resolve, reject) => { source.once('featuresloadend', resolve); source.once('featuresloaderror', reject); });
  await new Promise((resolve) => map.once('rendercomplete', resolve));
  return source.getFeatures().length;
}

async function maplibre(target, url, extent) {
  const map = new maplibregl.Map({ container: target, style: { version: 8, sources: {}, layers: [] }, bounds: extent, attributionControl: false });
  await new Promise((resolve) => map.once('load', resolve));
  map.addSource('features', { type: 'geojson', data: url });
  map.addLayer({ id: 'points', type: 'circle', source: 'features', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 5, 'circle-color': 'rgba(51,136,255,0.6)', 'circle-stroke-width': 1.25, 'circle-stroke-color': '#3399CC' } });
  map.addLayer({ id: 'areas', type: 'fill', source: 'features', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': 'rgba(51,136,255,0.6)', 'fill-outline-color': '#3399CC' } });
  await new Promise((resolve) => map.once('idle', resolve));
  return map.querySourceFeatures('features').length;
}

window.draw = async (kind, url, extent) => {
  const target = document.createElement('div');
  target.style.cssText = 'position:fixed;inset:0';
  document.body.append(target);
  const begin = performance.now();
  const count = await { openlayers, maplibre }[kind](target, url, extent);
  return { ms: performance.now() - begin, count };
};
