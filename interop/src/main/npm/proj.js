// Projections beyond the two that OpenLayers brings, by PROJ string.
import proj4 from 'proj4';
import { get, transform, transformExtent } from 'ol/proj.js';
import { register } from 'ol/proj/proj4.js';

/** area: west, south, east, north in degrees of where it is used; where that is known, zooms and tiles start from it. Returns why not, or ''. */
export function defineProjection(code, definition, area) {
  if (get(code)) return '';
  try {
    proj4.defs(code, definition);
    register(proj4);
  } catch (reason) {
    delete proj4.defs[code];
    return String(reason?.message ?? reason);
  }
  const projection = get(code);
  if (!projection) return 'it is neither a PROJ string nor WKT';
  if (!area) return '';
  const extent = transformExtent(Array.from(area), 'EPSG:4326', code, 16);
  if (extent.every(Number.isFinite) && extent[2] > extent[0] && extent[3] > extent[1]) {
    projection.setExtent(extent);
    projection.setWorldExtent(Array.from(area));
  }
  return '';
}

export function knowsProjection(code) {
  return get(code) !== null;
}

/** Metres per unit of a projected system, NaN of a geographic one. */
export function metersPerUnit(code) {
  const projection = get(code);
  return projection.getUnits() === 'degrees' ? NaN : projection.getMetersPerUnit();
}

export { get as getProjection, transform, transformExtent };
