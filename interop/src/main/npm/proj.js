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

/** The PROJ string of a defined system, as far as proj4 understood its definition. */
export function projString(code) {
  const system = new proj4.Proj(code);
  const degrees = (radians) => (radians * 180) / Math.PI;
  const words = [`+proj=${system.names.findLast((name) => /^[a-z0-9_]+$/.test(name)) ?? system.projName}`];
  const add = (name, value, how = (number) => number) => Number.isFinite(value) && words.push(`+${name}=${how(value)}`);
  add('lat_0', system.lat0, degrees);
  add('lon_0', system.long0, degrees);
  add('lat_1', system.lat1, degrees);
  add('lat_2', system.lat2, degrees);
  add('lat_ts', system.lat_ts, degrees);
  add('lonc', system.longc, degrees);
  add('alpha', system.alpha, degrees);
  add('gamma', system.rectified_grid_angle, degrees);
  add('k_0', system.k0);
  add('x_0', system.x0);
  add('y_0', system.y0);
  add('a', system.a);
  add('b', system.b);
  add('pm', system.from_greenwich, degrees);
  const shift = proj4.defs(code).datum_params ?? (/^wgs_?(19)?84$/i.test(system.datumCode) ? [0, 0, 0] : null);
  if (shift) words.push(`+towgs84=${shift.join(',')}`);
  if (system.names[0] !== 'longlat') add('to_meter', system.to_meter);
  return words.join(' ');
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
