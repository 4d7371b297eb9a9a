// GeoJSON from one projection to another.
import GeoJSON from 'ol/format/GeoJSON.js';

export function transformGeoJson(collection, from, to) {
  const format = new GeoJSON();
  const features = format.readFeatures(JSON.parse(collection), { dataProjection: from, featureProjection: to });
  return JSON.stringify(format.writeFeaturesObject(features));
}
