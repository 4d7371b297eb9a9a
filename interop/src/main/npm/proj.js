// Projections beyond the two that OpenLayers brings, by PROJ string or WKT.
import proj4 from 'proj4';
import { get, transform, transformExtent } from 'ol/proj.js';
import { register } from 'ol/proj/proj4.js';

/** Methods of WKT whose name proj4 does not know, though it knows the method. */
const METHODS = { Orthographic: 'ortho', 'Lambert Cylindrical Equal Area': 'cea', 'Equidistant Cylindrical': 'eqc', 'Azimuthal Equidistant': 'aeqd', Gnomonic: 'gnom', 'Equal Earth': 'eqearth', Robinson: 'robin', Mollweide: 'moll', Sinusoidal: 'sinu' };

/** Whether the system could be defined. */
export function defineProjection(code, definition) {
  if (get(code)) return true;
  try {
    proj4.defs(code, definition);
    const parsed = proj4.defs(code);
    if (METHODS[parsed.projName]) parsed.projName = METHODS[parsed.projName];
    proj4(code).forward([0, 0]);
    register(proj4);
    return true;
  } catch {
    // One that cannot be computed would keep all others from being registered.
    delete proj4.defs[code];
    return false;
  }
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
