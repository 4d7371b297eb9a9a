// Projections beyond the two that OpenLayers brings, by PROJ string or WKT.
import proj4 from 'proj4';
import { get, getTransform, transform, transformExtent } from 'ol/proj.js';
import { register } from 'ol/proj/proj4.js';

/** Methods of WKT whose name proj4 does not know, though it knows the method. */
const METHODS = { Orthographic: 'ortho', 'Lambert Cylindrical Equal Area': 'cea', 'Equidistant Cylindrical': 'eqc', 'Azimuthal Equidistant': 'aeqd', Gnomonic: 'gnom', 'Equal Earth': 'eqearth', Robinson: 'robin', Mollweide: 'moll', Sinusoidal: 'sinu' };

/** area: west, south, east, north in degrees of where it is used; where that is known, zooms and tiles start from it. Returns why not, or ''. */
export function defineProjection(code, definition, area) {
  if (get(code)) return '';
  try {
    proj4.defs(code, definition);
    const parsed = proj4.defs(code);
    if (!parsed) return 'it is neither a PROJ string nor WKT';
    if (METHODS[parsed.projName]) parsed.projName = METHODS[parsed.projName];
    proj4(code).forward([0, 0]);
    register(proj4);
  } catch (reason) {
    // One that cannot be computed would keep all others from being registered.
    delete proj4.defs[code];
    return String(reason?.message ?? reason);
  }
  if (!area) return '';
  const extent = transformExtent(Array.from(area), 'EPSG:4326', code, 16);
  if (extent.every(Number.isFinite) && extent[2] > extent[0] && extent[3] > extent[1]) {
    get(code).setExtent(extent);
    get(code).setWorldExtent(Array.from(area));
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

export { get as getProjection, getTransform, transform, transformExtent };
