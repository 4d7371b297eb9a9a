// Grids of tiles that are painted here.
import { get } from 'ol/proj.js';
import TileGrid from 'ol/tilegrid/TileGrid.js';

export const createFine = (code, tileSize, stepsPerZoom, maxZoom) => {
  const projection = get(code);
  // Where the extent of a system is not known, as wide as the world.
  const [left, bottom, right, top] = projection.getExtent() ?? [-1, -1, 1, 1].map((sign) => (sign * 2e7) / projection.getMetersPerUnit());
  const wide = Math.max(right - left, top - bottom);
  return new TileGrid({
    tileSize,
    origin: [left, top],
    resolutions: Array.from({ length: maxZoom * stepsPerZoom }, (_, i) => wide / tileSize / 2 ** (i / stepsPerZoom)),
  });
};
