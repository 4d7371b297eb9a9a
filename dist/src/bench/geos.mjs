// Buffers with geos-wasm, on the page's thread; its geometries lie ready in its memory before the clock starts.
import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';

window.startGeos = async (text) => {
  const geos = await initGeosJs();
  const stars = JSON.parse(text).features.map((feature) => geojsonToGeosGeom(feature.geometry, geos));
  const cell = geos.Module._malloc(8);
  return () => {
    const begun = performance.now();
    const buffers = stars.map((star) => geos.GEOSBuffer(star, 50, 8));
    const millis = performance.now() - begun;
    let sum = 0;
    for (const buffer of buffers) {
      geos.GEOSArea(buffer, cell);
      sum += geos.Module.getValue(cell, 'double');
      geos.GEOSGeom_destroy(buffer);
    }
    return { millis, count: buffers.length, sum };
  };
};
