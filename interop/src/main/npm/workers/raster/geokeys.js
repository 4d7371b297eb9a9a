// The coordinate reference system of a GeoTIFF (OGC 19-008): its EPSG code, or a PROJ string made of what its keys define.
const USER = 32767;
const ELLIPSOIDS = { 7001: 'airy', 7003: 'aust_SA', 7004: 'bessel', 7008: 'clrk66', 7012: 'clrk80', 7019: 'GRS80', 7022: 'intl', 7024: 'krass', 7030: 'WGS84', 7043: 'WGS72' };
const GEOGRAPHIC = { 4326: '+datum=WGS84', 4269: '+ellps=GRS80 +towgs84=0,0,0', 4258: '+ellps=GRS80 +towgs84=0,0,0', 4674: '+ellps=GRS80 +towgs84=0,0,0', 4267: '+ellps=clrk66', 4322: '+ellps=WGS72', 4277: '+ellps=airy', 4230: '+ellps=intl', 4314: '+ellps=bessel', 4284: '+ellps=krass' };
const FEET = { 9002: 0.3048, 9003: 1200 / 3937 };

const one = (value) => (typeof value === 'object' && value !== null ? value[0] : value);

/** {id, definition}; both are empty where the file says nothing that can be used. */
export function crsOf(keys) {
  if (!keys) return { id: '', definition: '' };
  const key = (name) => one(keys[`${name}GeoKey`]);
  const code = key('ProjectedCSType') ?? (key('GTModelType') === 1 ? undefined : key('GeographicType'));
  if (code > 1023 && code < USER) return { id: `EPSG:${code}`, definition: '' };
  const quoted = [key('PCSCitation'), key('GTCitation')].find((text) => typeof text === 'string' && text.includes('ESRI PE String = '));
  if (quoted) return { id: '', definition: quoted.slice(quoted.indexOf('= ') + 2).replace(/[|\0].*$/s, '') };
  const utm = key('Projection');
  const zone = utm > 16000 && utm < 16061 ? `+zone=${utm - 16000}` : utm > 16100 && utm < 16161 ? `+zone=${utm - 16100} +south` : '';
  const projection = zone ? `+proj=utm ${zone}` : key('GTModelType') === 2 ? '+proj=longlat' : methodOf(key);
  return { id: '', definition: projection ? `${projection} ${datumOf(key)}${zone || projection === '+proj=longlat' ? '' : unitOf(key)} +no_defs +type=crs` : '' };
}

function datumOf(key) {
  const base = GEOGRAPHIC[key('GeographicType')];
  if (base) return base;
  const shift = key('GeogTOWGS84');
  const towgs84 = Array.isArray(shift) || ArrayBuffer.isView(shift) ? ` +towgs84=${Array.from(shift).join(',')}` : '';
  const major = key('GeogSemiMajorAxis');
  const named = ELLIPSOIDS[key('GeogEllipsoid')];
  if (named === 'WGS84' && !towgs84) return '+datum=WGS84';
  if (named) return `+ellps=${named}${towgs84}`;
  if (!(major > 0)) return '+datum=WGS84';
  const flattening = key('GeogInvFlattening');
  const minor = key('GeogSemiMinorAxis');
  return flattening > 0 ? `+a=${major} +rf=${flattening}${towgs84}` : minor > 0 ? `+a=${major} +b=${minor}${towgs84}` : `+R=${major}`;
}

function unitOf(key) {
  const metres = FEET[key('ProjLinearUnits')] ?? (key('ProjLinearUnits') === USER ? key('ProjLinearUnitSize') : undefined);
  return metres && metres !== 1 ? ` +to_meter=${metres}` : ' +units=m';
}

function methodOf(key) {
  const number = (...names) => names.map(key).find((value) => typeof value === 'number') ?? 0;
  const lat = number('ProjNatOriginLat', 'ProjFalseOriginLat', 'ProjCenterLat');
  const lon = number('ProjNatOriginLong', 'ProjFalseOriginLong', 'ProjCenterLong', 'ProjStraightVertPoleLong');
  const x0 = number('ProjFalseEasting', 'ProjFalseOriginEasting', 'ProjCenterEasting');
  const y0 = number('ProjFalseNorthing', 'ProjFalseOriginNorthing', 'ProjCenterNorthing');
  const k = number('ProjScaleAtNatOrigin', 'ProjScaleAtCenter') || 1;
  const first = number('ProjStdParallel1');
  const second = number('ProjStdParallel2');
  const end = `+lon_0=${lon} +x_0=${x0} +y_0=${y0}`;
  switch (key('ProjCoordTrans')) {
    case 1: return `+proj=tmerc +lat_0=${lat} +k=${k} ${end}`;
    case 7: return first ? `+proj=merc +lat_ts=${first} ${end}` : `+proj=merc +k=${k} ${end}`;
    case 8: return `+proj=lcc +lat_1=${first} +lat_2=${second} +lat_0=${lat} ${end}`;
    case 9: return `+proj=lcc +lat_1=${lat} +lat_0=${lat} +k_0=${k} ${end}`;
    case 10: return `+proj=laea +lat_0=${lat} ${end}`;
    case 11: return `+proj=aea +lat_1=${first} +lat_2=${second} +lat_0=${lat} ${end}`;
    case 12: return `+proj=aeqd +lat_0=${lat} ${end}`;
    case 14: return `+proj=stere +lat_0=${lat} +k=${k} ${end}`;
    // The latitude of the origin is where the scale is true; the pole is on its side.
    case 15: return `+proj=stere +lat_0=${lat < 0 ? -90 : 90} +lat_ts=${lat || 90} +lon_0=${number('ProjStraightVertPoleLong', 'ProjNatOriginLong')} +x_0=${x0} +y_0=${y0}`;
    case 17: return `+proj=eqc +lat_ts=${first || number('ProjStdParallel1', 'ProjCenterLat')} +lat_0=0 ${end}`;
    case 20: return `+proj=ortho +lat_0=${lat} ${end}`;
    case 22: return `+proj=poly +lat_0=${lat} ${end}`;
    case 23: return `+proj=robin ${end}`;
    case 24: return `+proj=sinu ${end}`;
    case 28: return `+proj=cea +lat_ts=${first} ${end}`;
    default: return '';
  }
}
