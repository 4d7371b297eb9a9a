// Projections beyond the two that OpenLayers brings, by PROJ string.
import proj4 from 'proj4';
import { get, transform, transformExtent } from 'ol/proj.js';
import { register } from 'ol/proj/proj4.js';

export function defineProjection(code, definition) {
  if (get(code)) return;
  proj4.defs(code, definition);
  register(proj4);
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
