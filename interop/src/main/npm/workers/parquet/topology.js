// TopoJSON out of GeoJSON: borders that features share become arcs that are held once.
import { topology } from 'topojson-server';

/** Steps along each axis: coordinates of a world map are then exact to 36 m or better. */
const QUANTIZATION = 1e6;

export function writeTopology(name, text) {
  const collection = JSON.parse(text);
  const written = topology({ [name]: collection }, collection.features.length > 0 ? QUANTIZATION : undefined);
  const lost = collection.features.some(({ geometry }) => JSON.stringify(geometry ?? {}).match(/\[-?[\d.e+-]+,-?[\d.e+-]+,/));
  return {
    bytes: new TextEncoder().encode(JSON.stringify(written)),
    warnings: lost ? ['TopoJSON is written without heights.'] : [],
  };
}
