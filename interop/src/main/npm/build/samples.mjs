// Sample data from npm packages: Natural Earth (world-atlas) and a week of earthquakes (vega-datasets).
import fs from 'node:fs';
import path from 'node:path';
import { feature } from 'topojson-client';
import { cutAtDateLine } from './dateline.mjs';

const rounded = (digits) => (key, value) => (typeof value === 'number' ? Math.round(value * 10 ** digits) / 10 ** digits : value);

export function prepareSamples(modules, out) {
  fs.mkdirSync(out, { recursive: true });
  const read = (name) => JSON.parse(fs.readFileSync(path.join(modules, name)));
  const write = (name, value, digits) => fs.writeFileSync(path.join(out, name), JSON.stringify(value, rounded(digits)));

  for (const scale of ['110m', '50m']) {
    const atlas = read(`world-atlas/countries-${scale}.json`);
    const countries = feature(atlas, atlas.objects.countries);
    for (const country of countries.features) {
      country.geometry = cutAtDateLine(country.geometry);
      delete country.id;
      country.properties = { name: country.properties.name };
    }
    write(`countries-${scale}.geojson`, countries, 2);
  }
  // Depths are known to some kilometres at best, so that tenths say enough.
  const quakes = read('vega-datasets/data/earthquakes.json');
  const kept = quakes.features.filter((quake) => quake.geometry && quake.properties.mag !== null);
  write('earthquakes.geojson', {
    type: 'FeatureCollection',
    features: kept.map(({ properties, geometry: { coordinates: [x, y, depth] } }) => ({
      type: 'Feature',
      properties: { mag: properties.mag, place: properties.place, depth_km: Math.round(depth * 10) / 10, time: `${new Date(properties.time).toISOString().slice(0, 16)}Z` },
      geometry: { type: 'Point', coordinates: [x, y] },
    })),
  }, 2);
}
