// Addresses of tiles: templates with {z}, {x}, {y} and their kin.
import { RequestError, webAddress } from './request.js';

const PLACEHOLDER = /\{([^{}]+)\}/g;

/**
 * The address of each tile.
 * @param {Object} parameters values for placeholders of other names; `s` and `subdomains` name servers to take in turn
 * @param {string[]} [matrices] names of the zoom levels, where they are not their numbers
 * @return {function(number, number, number): string}
 */
export function tileAddress(template, parameters, tileGrid, matrices) {
  const given = new Map(Object.entries(parameters).map(([key, value]) => [key, value]));
  const servers = [given.get('s') ?? given.get('subdomains') ?? 'abc'].flat().flatMap((text) => (/[,\s]/.test(text) ? text.split(/[,\s]+/) : [...String(text)]));
  const fill = (z, x, y) =>
    template.replace(PLACEHOLDER, (whole, key) => {
      const turn = (list) => list[(x + y) % list.length];
      switch (key.toLowerCase()) {
        case 'z':
        case 'tilematrix':
          return matrices ? matrices[z] : z;
        case 'x':
        case 'tilecol':
          return x;
        case 'y':
        case 'tilerow':
          return y;
        case '-y':
          return tileGrid.getFullTileRange(z).getHeight() - 1 - y;
        case 's':
          return turn(servers);
        case 'r':
          return given.get('r') ?? '';
        case 'bbox-epsg-3857':
          return tileGrid.getTileCoordExtent([z, x, y]).join(',');
        default:
      }
      if (given.has(key)) return given.get(key);
      const range = /^(\w)-(\w)$/.exec(key);
      if (range) return turn(between(range[1].charCodeAt(0), range[2].charCodeAt(0)));
      if (key.startsWith('switch:')) return turn(key.slice(7).split(','));
      throw new RequestError(`The address has the placeholder ${whole}, for which urlParameters give no value`);
    });
  webAddress(fill(tileGrid.getMinZoom(), 0, 0));
  return fill;
}

const between = (first, last) => Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => String.fromCharCode(first + i));
