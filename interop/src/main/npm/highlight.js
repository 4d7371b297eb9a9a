// Emphasis on a few features of the map, and GeoJSON from one projection to another.
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';

const COLOR = '#ff3d81';
const CLEAR = 'rgba(255, 61, 129, 0.12)';

export function createHighlight(map) {
  const source = new VectorSource();
  const style = { 'stroke-color': COLOR, 'stroke-width': 3, 'fill-color': CLEAR, 'circle-radius': 9, 'circle-stroke-color': COLOR, 'circle-stroke-width': 3, 'circle-fill-color': CLEAR };
  map.addLayer(new VectorLayer({ source, style, zIndex: 1e6 }));
  return {
    clear: () => source.clear(),
    show: (collection, from, to) => {
      source.clear();
      source.addFeatures(new GeoJSON().readFeatures(JSON.parse(collection), { dataProjection: from, featureProjection: to }));
    },
  };
}

export function transformGeoJson(collection, from, to) {
  const format = new GeoJSON();
  const features = format.readFeatures(JSON.parse(collection), { dataProjection: from, featureProjection: to });
  return JSON.stringify(format.writeFeaturesObject(features));
}
