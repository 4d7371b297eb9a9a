// Tiles of images: by address, out of an archive, of a web map service.
import TileLayer from 'ol/layer/Tile.js';
import { get, transformExtent } from 'ol/proj.js';
import { toSize } from 'ol/size.js';
import ImageTile from 'ol/source/ImageTile.js';
import TileGrid from 'ol/tilegrid/TileGrid.js';
import { createForProjection, createXYZ } from 'ol/tilegrid.js';
import { tileAddress } from './address.js';
import { isArchive, openArchive } from './archive.js';
import { RequestError, ask, hostOf, webAddress } from './request.js';

const MERCATOR = 'EPSG:3857';

/** A service's tiles are asked for at most so many levels coarser than its coarsest, four times as many with each. */
export const COARSER = 2;

/** Pictures of tiles; `blobOf` gives undefined where there is none. */
export function imageSource({ tileGrid, projection = MERCATOR, shownIn = MERCATOR, interpolate = false }, blobOf, teller) {
  return new ImageTile({
    tileGrid,
    projection,
    interpolate,
    wrapX: true,
    loader: async (z, x, y, { signal }) => {
      try {
        const blob = await blobOf(z, x, y, signal);
        const picture = blob ? await decoded(blob) : document.createElement('canvas');
        teller.drew();
        return projection === shownIn && projection === MERCATOR ? picture : sized(picture, toSize(tileGrid.getTileSize(z)));
      } catch (error) {
        teller.failed(error);
        throw error;
      }
    },
  });
}

/** To bring tiles into another system, OpenLayers wants them as large as their grid says. */
export const sized = (picture, [width, height]) =>
  picture.width === width && picture.height === height ? picture : createImageBitmap(picture, { resizeWidth: width, resizeHeight: height });

export async function decoded(blob, options) {
  try {
    return await createImageBitmap(blob, options);
  } catch {
    throw new RequestError(`what came is no picture (${blob.type || 'of no type'})`);
  }
}

export const zooms = ({ minZoom = 0, maxZoom = 24 }, info) => ({
  minZoom: Math.round(Math.max(minZoom, info?.minZoom ?? 0)),
  maxZoom: Math.round(Math.max(0, Math.min(maxZoom, info?.maxZoom ?? 24, 24))),
});

/** What limits where and when a layer is shown; zoom levels of other systems than EPSG:3857 mean something else. */
export const limits = (minZoom, area, shownIn = MERCATOR) =>
  shownIn === MERCATOR
    ? {
        minZoom: minZoom > COARSER ? minZoom - COARSER : undefined,
        extent: area ? transformExtent([area[0], Math.max(-85.06, area[1]), area[2], Math.min(85.06, area[3])], 'EPSG:4326', MERCATOR) : undefined,
      }
    : {};

export async function rasterLayer({ source: { parameters }, shownIn }, file, teller) {
  const { url, urlParameters = {}, bounds = [], interpolate, tileMatrixSet } = parameters;
  const given = bounds.length === 4 ? bounds : undefined;
  if (isArchive(url)) {
    const archive = await openArchive(url, file);
    if (archive.info.vector) throw new RequestError(`${url} holds vector tiles; they belong to a VectorTileSource`);
    const { minZoom, maxZoom } = zooms(parameters, archive.info);
    const tileGrid = createXYZ({ minZoom, maxZoom });
    const blobOf = async (z, x, y) => {
      const data = await archive.tile(z, x, y);
      return data && new Blob([data], { type: archive.media });
    };
    const area = given ?? archive.info.extent;
    const source = imageSource({ tileGrid, shownIn, interpolate }, blobOf, teller);
    return { layer: new TileLayer({ source, ...limits(minZoom, area, shownIn) }), info: { ...archive.info, minZoom, maxZoom, extent: area } };
  }
  const { minZoom, maxZoom } = zooms(parameters);
  const grid = tileMatrixSet ? matrixGrid(tileMatrixSet) : { tileGrid: createXYZ({ minZoom, maxZoom, tileSize: parameters.tileSize ?? 256 }) };
  const address = tileAddress(url, urlParameters, grid.tileGrid, grid.matrices);
  const source = imageSource({ ...grid, shownIn, interpolate }, async (z, x, y, signal) => (await ask(address(z, x, y), { signal })).blob(), teller);
  return { layer: new TileLayer({ source, ...limits(tileMatrixSet ? 0 : minZoom, given, shownIn) }), info: { minZoom, maxZoom, extent: given } };
}

function matrixGrid({ crs, matrices }) {
  return {
    projection: known(crs).getCode(),
    matrices: matrices.map(({ id }) => id),
    tileGrid: new TileGrid({
      resolutions: matrices.map(({ resolution }) => resolution),
      origins: matrices.map(({ origin }) => origin),
      tileSizes: matrices.map(({ tileSize }) => tileSize),
      sizes: matrices.map(({ size }) => size),
    }),
  };
}

function known(crs) {
  const projection = get(crs);
  if (!projection) throw new RequestError(`the system ${crs} is not known`);
  return projection;
}

/** Parameters of requests, by names in capitals; those of the source win over these. */
function requestParameters(params) {
  const all = { SERVICE: 'WMS', REQUEST: 'GetMap', VERSION: '1.3.0', FORMAT: 'image/png', TRANSPARENT: 'TRUE', STYLES: '', CRS: 'EPSG:3857' };
  for (const [key, value] of Object.entries(params)) all[key.toUpperCase()] = String(value);
  if (all.SRS) all.CRS = all.SRS;
  delete all.SRS;
  return all;
}

export async function wmsLayer({ source: { parameters }, shownIn }, file, teller) {
  const { CRS, ...all } = requestParameters(parameters.params);
  const projection = known(/^CRS:84$/i.test(CRS) ? 'EPSG:4326' : CRS);
  const newer = all.VERSION >= '1.3';
  const flipped = newer && projection.getAxisOrientation().startsWith('ne') && !/^CRS:84$/i.test(CRS);
  const tileGrid = projection === get('EPSG:3857') ? createXYZ({ maxZoom: 24, tileSize: 512 }) : createForProjection(projection, 22, 512);
  const base = new URL(webAddress(parameters.url));
  for (const key of [...base.searchParams.keys()]) if (key.toUpperCase() in all) base.searchParams.delete(key);
  const address = (z, x, y) => {
    const url = new URL(base);
    const [minX, minY, maxX, maxY] = tileGrid.getTileCoordExtent([z, x, y]);
    const size = { [newer ? 'CRS' : 'SRS']: CRS, BBOX: (flipped ? [minY, minX, maxY, maxX] : [minX, minY, maxX, maxY]).join(','), WIDTH: 512, HEIGHT: 512 };
    for (const [key, value] of Object.entries({ ...all, ...size })) url.searchParams.set(key, value);
    return url.href;
  };
  const pictureOf = async (z, x, y, signal) => {
    const reply = await ask(address(z, x, y), { signal });
    if (/xml|text\//.test(reply.headers.get('Content-Type') ?? '')) throw new RequestError(`${hostOf(base)} says: ${await complaint(reply)}`);
    return reply.blob();
  };
  const extent = parameters.bounds?.length === 4 ? parameters.bounds : undefined;
  const source = imageSource({ tileGrid, projection: projection.getCode(), shownIn, interpolate: parameters.interpolate }, pictureOf, teller);
  return { layer: new TileLayer({ source, ...limits(0, extent, shownIn) }), info: { extent } };
}

/** What a service says instead of giving a picture, without its markup. */
async function complaint(reply) {
  const text = (await reply.text()).slice(0, 20000).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
  return text.length > 200 ? `${text.slice(0, 199)}…` : text || 'nothing';
}
