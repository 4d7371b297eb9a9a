// Vector tiles: by address or out of an archive.
import TileState from 'ol/TileState.js';
import MVT from 'ol/format/MVT.js';
import VectorTileLayer from 'ol/layer/VectorTile.js';
import VectorTileSource from 'ol/source/VectorTile.js';
import { createXYZ } from 'ol/tilegrid.js';
import { tileAddress } from './address.js';
import { isArchive, openArchive } from './archive.js';
import { limits, zooms } from './raster.js';
import { RequestError, ask } from './request.js';

export async function vectorTileLayer({ source: { parameters }, style, shownIn }, file, teller) {
  const { url, urlParameters = {}, bounds = [] } = parameters;
  const archive = isArchive(url) ? await openArchive(url, file) : null;
  if (archive && !archive.info.vector) throw new RequestError(`${url} holds pictures; they belong to a RasterSource`);
  const { minZoom, maxZoom } = zooms(parameters, archive?.info);
  const tileGrid = createXYZ({ minZoom, maxZoom, tileSize: 512 });
  const address = archive ? ([z, x, y]) => `${z}/${x}/${y}` : named(tileAddress(url, urlParameters, tileGrid));
  const bytesOf = archive ? ([z, x, y]) => archive.tile(z, x, y) : async (at) => unpacked(await (await ask(address(at))).arrayBuffer());
  const extent = bounds.length === 4 ? bounds : archive?.info.extent;
  if (shownIn !== 'EPSG:3857') {
    // OpenLayers draws tiles of features in their own system only.
    const { picturedLayer } = await import('./vectorpictures.js');
    const { layer, setStyle } = picturedLayer({ bytesOf, minZoom, maxZoom, style, teller });
    return { layer, info: { ...archive?.info, minZoom, maxZoom, extent }, change: ({ style: next }) => setStyle(next) };
  }
  const format = new MVT();
  const source = new VectorTileSource({
    format,
    tileGrid,
    projection: 'EPSG:3857',
    wrapX: true,
    tileUrlFunction: (at) => address(at),
    tileLoadFunction: (tile) =>
      tile.setLoader(async (extent, resolution, projection) => {
        try {
          const bytes = await bytesOf(tile.getTileCoord());
          tile.setFeatures(bytes?.byteLength ? format.readFeatures(bytes, { extent, featureProjection: projection }) : []);
          teller.drew();
        } catch (error) {
          tile.setState(TileState.ERROR);
          teller.failed(error);
        }
      }),
  });
  const layer = new VectorTileLayer({ source, style, ...limits(minZoom, extent) });
  return { layer, info: { ...archive?.info, minZoom, maxZoom, extent }, change: ({ style: next }) => layer.setStyle(next) };
}

const named = (address) => ([z, x, y]) => address(z, x, y);

/** Some hosts send packed tiles without saying so. */
async function unpacked(bytes) {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first !== 0x1f || second !== 0x8b) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
