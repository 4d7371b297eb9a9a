// Vector tiles on maps in another system than theirs: painted in their own as pictures, which OpenLayers brings into the map's.
import Feature from 'ol/Feature.js';
import MVT from 'ol/format/MVT.js';
import TileLayer from 'ol/layer/Tile.js';
import VectorTileLayer from 'ol/layer/VectorTile.js';
import { get } from 'ol/proj.js';
import CanvasImmediateRenderer from 'ol/render/canvas/Immediate.js';
import ImageTile from 'ol/source/ImageTile.js';
import { createXYZ } from 'ol/tilegrid.js';

const TILE = 512;
const DEEPEST = 24;
const KEPT = 64;

/** Below the finest tiles there are, parts of those are painted larger, so that lines stay sharp. */
export function picturedLayer({ bytesOf, minZoom, maxZoom, style, teller }) {
  const tileGrid = createXYZ({ minZoom, maxZoom: DEEPEST, tileSize: TILE });
  const tiles = new Map();
  const format = new MVT({ featureClass: Feature });
  let styleOf = styleFunction(style);

  const featuresOf = (z, x, y) => {
    const key = `${z}/${x}/${y}`;
    const found = tiles.get(key) ?? read(z, x, y);
    // What was used last is forgotten last.
    tiles.delete(key);
    tiles.set(key, found);
    found.catch(() => tiles.delete(key));
    if (tiles.size > KEPT) tiles.delete(tiles.keys().next().value);
    return found;
  };
  const read = async (z, x, y) => {
    const bytes = await bytesOf([z, x, y]);
    return bytes?.byteLength ? format.readFeatures(bytes, { extent: tileGrid.getTileCoordExtent([z, x, y]), featureProjection: get('EPSG:3857') }) : [];
  };
  const source = new ImageTile({
    tileGrid,
    projection: 'EPSG:3857',
    wrapX: true,
    loader: async (z, x, y) => {
      try {
        const up = Math.max(0, z - maxZoom);
        const features = await featuresOf(z - up, x >> up, y >> up);
        teller.drew();
        return painted(features, styleOf, tileGrid.getTileCoordExtent([z, x, y]));
      } catch (error) {
        teller.failed(error);
        throw error;
      }
    },
  });
  let revision = 0;
  const setStyle = (next) => {
    styleOf = styleFunction(next);
    source.setKey(String(++revision));
    source.refresh();
  };
  return { layer: new TileLayer({ source }), setStyle };
}

/** A layer of OpenLayers knows how its styles become a function. */
const styleFunction = (style) => new VectorTileLayer({ style }).getStyleFunction();

function painted(features, styleOf, extent) {
  const canvas = new OffscreenCanvas(TILE, TILE);
  const resolution = (extent[2] - extent[0]) / TILE;
  const transform = [1 / resolution, 0, 0, -1 / resolution, -extent[0] / resolution, extent[3] / resolution];
  // Circles at the edge belong to both tiles.
  const beyond = 64 * resolution;
  const around = [extent[0] - beyond, extent[1] - beyond, extent[2] + beyond, extent[3] + beyond];
  const renderer = new CanvasImmediateRenderer(canvas.getContext('2d'), 1, around, transform, 0);
  const drawn = features.flatMap((feature) => [styleOf(feature, resolution) ?? []].flat().map((style) => ({ feature, style })));
  drawn.sort((one, other) => (one.style.getZIndex() ?? 0) - (other.style.getZIndex() ?? 0));
  for (const { feature, style } of drawn) renderer.drawFeature(feature, style);
  return createImageBitmap(canvas);
}
