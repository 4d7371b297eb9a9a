// Layers of services and archives of tiles, which only few maps have. Each kind is fetched when a map first has it.
import { showAttributions } from './services/attribution.js';
import { explained, teller } from './services/request.js';

const KINDS = {
  RasterSource: async (...given) => (await import('./services/raster.js')).rasterLayer(...given),
  WmsTileSource: async (...given) => (await import('./services/raster.js')).wmsLayer(...given),
  VectorTileSource: async (...given) => (await import('./services/vector.js')).vectorTileLayer(...given),
  RasterDemSource: async (...given) => (await import('./services/hillshade.js')).hillshadeLayer(...given),
  ImageSource: async (...given) => (await import('./services/image.js')).imageLayer(...given),
};

/**
 * Makes the map's layer of a service.
 * @param {string} json {name, source: {type, parameters}, parameters, style}
 * @param {Blob|null} file the file of the workspace that the source names
 * @param {function(boolean, string)} tell hears once why tiles fail; the first argument is whether nothing at all was drawn
 * @return {Promise<{layer, info: string, change: function(string)}>}
 */
export async function createServiceLayer(map, json, file, tell) {
  const spec = { ...JSON.parse(json), shownIn: map.getView().getProjection().getCode() };
  const { layer, info = {}, change = () => {} } = await told(KINDS[spec.source.type](spec, file, teller(spec.name, tell)));
  const { attribution = '', htmlAttribution = '' } = { ...info, ...withoutEmpty(spec.source.parameters) };
  layer.set('attribution', { text: attribution, html: htmlAttribution });
  showAttributions(map);
  return { layer, info: JSON.stringify({ ...info, attribution: attribution || undefined }), change: (next) => change(JSON.parse(next)) };
}

/** A failure as one that says why. */
const told = (promise) =>
  promise.catch(async (error) => {
    throw new Error(await explained(error));
  });

const withoutEmpty = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== ''));

/** The layers that a WMS or WMTS offers, as JSON. */
export const readCapabilities = async (kind, url, crs) =>
  JSON.stringify(await told(import('./services/capabilities.js').then((module) => module.readCapabilities(kind, url, crs))));

/** What a PMTiles archive holds, as JSON: {vector, minZoom, maxZoom, extent, htmlAttribution}. */
export const describeArchive = async (url, file) =>
  JSON.stringify(await told(import('./services/archive.js').then((module) => module.openArchive(url, file)).then(({ info }) => info)));

/** The services that Terrella knows of, as JSON. */
export const knownServices = async () => JSON.stringify((await import('./services/catalogue.json')).default);
