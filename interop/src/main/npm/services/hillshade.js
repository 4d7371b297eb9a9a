// Shadows of a terrain that comes as tiles of elevations coded as colours. Computed with the processor, so that no WebGL is needed.
import TileLayer from 'ol/layer/Tile.js';
import { toSize } from 'ol/size.js';
import ImageTile from 'ol/source/ImageTile.js';
import { createXYZ } from 'ol/tilegrid.js';
import { tileAddress } from './address.js';
import { isArchive, openArchive } from './archive.js';
import { decoded, limits, sized, zooms } from './raster.js';
import { RequestError, ask } from './request.js';

const KEPT = 96;
/** The light comes from the north-west, 45° above the horizon. */
const LIGHT = { x: -0.5, y: 0.5, z: Math.SQRT1_2 };
/** Metres of red, green and blue, and of black. */
const ENCODINGS = {
  terrarium: [256, 1, 1 / 256, -32768],
  mapbox: [6553.6, 25.6, 0.1, -10000],
};

export async function hillshadeLayer({ source: { parameters }, parameters: { shadowColor = '#473B24' }, shownIn }, file, teller) {
  const { url, urlParameters = {}, interpolate } = parameters;
  const archive = isArchive(url) ? await openArchive(url, file) : null;
  if (archive?.info.vector) throw new RequestError(`${url} holds vector tiles, not elevations`);
  const { minZoom, maxZoom } = zooms({ maxZoom: archive ? 24 : 15, ...parameters }, archive?.info);
  const tileGrid = createXYZ({ minZoom, maxZoom });
  const address = archive ? null : tileAddress(url, urlParameters, tileGrid);
  const blobOf = archive
    ? async (z, x, y) => {
        const data = await archive.tile(z, x, y);
        return data && new Blob([data], { type: archive.media });
      }
    : async (z, x, y) => (await ask(address(z, x, y))).blob();
  const encoding = ENCODINGS[parameters.encoding] ?? (/mapbox|terrain-?rgb/i.test(url) ? ENCODINGS.mapbox : ENCODINGS.terrarium);
  const terrain = new Terrain(blobOf, encoding);
  let color = rgb(shadowColor);
  const source = new ImageTile({
    tileGrid,
    projection: 'EPSG:3857',
    interpolate,
    wrapX: true,
    loader: async (z, x, y) => {
      try {
        const tile = await terrain.surrounded(z, x, y);
        teller.drew();
        const extent = tileGrid.getTileCoordExtent([z, x, y]);
        const picture = tile ? await shaded(tile, (extent[2] - extent[0]) / tile.size, extent, color, z) : document.createElement('canvas');
        return shownIn === 'EPSG:3857' ? picture : sized(picture, toSize(tileGrid.getTileSize(z)));
      } catch (error) {
        teller.failed(error);
        throw error;
      }
    },
  });
  const extent = parameters.bounds?.length === 4 ? parameters.bounds : archive?.info.extent;
  const layer = new TileLayer({ source, ...limits(minZoom, extent, shownIn) });
  const change = ({ parameters: { shadowColor: next = '#473B24' } }) => {
    if (String(rgb(next)) === String(color)) return;
    color = rgb(next);
    source.setKey(next);
    source.refresh();
  };
  return { layer, info: { ...archive?.info, minZoom, maxZoom, extent }, change };
}

/** Elevations of tiles, those used last kept. */
class Terrain {
  constructor(blobOf, encoding) {
    this.blobOf = blobOf;
    this.encoding = encoding;
    this.tiles = new Map();
  }

  /** Elevations in metres with those of the pixels next to the tile around them; undefined where there are none. */
  async surrounded(z, x, y) {
    const width = 2 ** z;
    const beside = (dx, dy) => (y + dy < 0 || y + dy >= width ? undefined : this.at(z, (x + dx + width) % width, y + dy).catch(() => undefined));
    const [own, left, right, above, below] = await Promise.all([this.at(z, x, y), beside(-1, 0), beside(1, 0), beside(0, -1), beside(0, 1)]);
    if (!own) return undefined;
    const { size, heights } = own;
    const row = size + 2;
    const all = new Float32Array(row * row);
    const usable = (tile) => (tile?.size === size ? tile.heights : null);
    const [l, r, a, b] = [left, right, above, below].map(usable);
    for (let i = 0; i < size; i++) {
      all.set(heights.subarray(i * size, (i + 1) * size), (i + 1) * row + 1);
      // Without a neighbour the slope goes on.
      all[(i + 1) * row] = l ? l[i * size + size - 1] : 2 * heights[i * size] - heights[i * size + 1];
      all[(i + 2) * row - 1] = r ? r[i * size] : 2 * heights[(i + 1) * size - 1] - heights[(i + 1) * size - 2];
      all[i + 1] = a ? a[(size - 1) * size + i] : 2 * heights[i] - heights[size + i];
      all[(size + 1) * row + i + 1] = b ? b[i] : 2 * heights[(size - 1) * size + i] - heights[(size - 2) * size + i];
    }
    return { size, row, all };
  }

  at(z, x, y) {
    const key = `${z}/${x}/${y}`;
    const known = this.tiles.get(key);
    this.tiles.delete(key);
    const found = known ?? this.read(z, x, y);
    this.tiles.set(key, found);
    found.catch(() => this.tiles.delete(key));
    if (this.tiles.size > KEPT) this.tiles.delete(this.tiles.keys().next().value);
    return found;
  }

  async read(z, x, y) {
    const blob = await this.blobOf(z, x, y);
    if (!blob) return undefined;
    const bitmap = await decoded(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
    const size = bitmap.width;
    if (bitmap.height !== size || size < 2) throw new RequestError('the tiles of elevations are not square');
    const context = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    const { data } = context.getImageData(0, 0, size, size);
    const [red, green, blue, base] = this.encoding;
    const heights = new Float32Array(size * size);
    for (let i = 0, p = 0; i < heights.length; i++, p += 4) heights[i] = data[p] * red + data[p + 1] * green + data[p + 2] * blue + base;
    return { size, heights };
  }
}

/** The tile as a picture: shadows in their colour, lit slopes in white, level ground clear. */
function shaded({ size, row, all }, resolution, extent, [red, green, blue], z) {
  const picture = new ImageData(size, size);
  const { data } = picture;
  // From far away slopes look flat; they are drawn steeper there.
  const steeper = 2 ** (Math.max(0, 13 - z) * 0.35);
  for (let i = 0; i < size; i++) {
    const northing = extent[3] - (i + 0.5) * resolution;
    // A metre on the ground is 1 / cos(latitude) metres of EPSG:3857.
    const metres = resolution / Math.cosh(northing / 6378137);
    const scale = steeper / (2 * metres);
    for (let j = 0; j < size; j++) {
      const at = (i + 1) * row + j + 1;
      const east = (all[at + 1] - all[at - 1]) * scale;
      const north = (all[at - row] - all[at + row]) * scale;
      const light = Math.max(0, (LIGHT.z - LIGHT.x * east - LIGHT.y * north) / Math.sqrt(1 + east * east + north * north));
      const p = 4 * (i * size + j);
      if (light < LIGHT.z) {
        data[p] = red;
        data[p + 1] = green;
        data[p + 2] = blue;
        data[p + 3] = 255 * (1 - light / LIGHT.z);
      } else {
        data[p] = data[p + 1] = data[p + 2] = 255;
        data[p + 3] = 160 * ((light - LIGHT.z) / (1 - LIGHT.z));
      }
    }
  }
  return createImageBitmap(picture);
}

/** Red, green and blue of a CSS colour. */
function rgb(color) {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}
