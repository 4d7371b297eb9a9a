// Coordinate reference systems of GeoParquet, which are PROJJSON, as an identifier or as WKT2, and back.
const number = (value) => (Number.isInteger(value) ? `${value}.0` : String(value));
const quoted = (text) => `"${String(text ?? 'unnamed').replaceAll('"', '""')}"`;

/**
 * The system that a file declares.
 * @param {object|string|null|undefined} declared null says that it is unknown, undefined stands for longitude and latitude
 * @return {{id: string, wkt: string, name?: string}} both empty when it is unknown
 */
export function crsOf(declared) {
  if (declared === undefined) return { id: 'OGC:CRS84', wkt: '' };
  if (declared === null || declared === '') return { id: '', wkt: '' };
  if (typeof declared === 'string') {
    const text = declared.trim();
    if (text.startsWith('{')) return crsOf(JSON.parse(text));
    const [, authority, code] = /^(?:urn:ogc:def:crs:)?(\w+):[\w.]*:?(\w+)$/.exec(text) ?? [];
    if (authority) return { id: `${authority.toLowerCase() === 'srid' ? 'EPSG' : authority.toUpperCase()}:${code}`, wkt: '' };
    return /^\w+\[/.test(text) ? { id: '', wkt: text } : { id: '', wkt: '', name: text };
  }
  const id = declared.id ?? declared.ids?.[0] ?? declared.source_crs?.id;
  if (id?.authority && id.code !== undefined) return { id: `${id.authority}:${id.code}`, wkt: '' };
  try {
    return { id: '', wkt: wktOf(declared), name: declared.name };
  } catch {
    return { id: '', wkt: '', name: declared.name ?? 'without a name' };
  }
}

/** WKT2 of a plane or geographic system. */
function wktOf(json) {
  switch (json.type) {
    case 'ProjectedCRS':
      return `PROJCRS[${quoted(json.name)},BASEGEOGCRS[${quoted(json.base_crs.name)},${datum(json.base_crs)}],${conversion(json.conversion)},${axes(json.coordinate_system)}]`;
    case 'GeographicCRS':
    case 'GeodeticCRS':
      return `GEOGCRS[${quoted(json.name)},${datum(json)},${axes(json.coordinate_system)}]`;
    case 'BoundCRS':
      return wktOf(json.source_crs);
    case 'CompoundCRS':
      return wktOf(json.components[0]);
    default:
      throw new TypeError(`${json.type} is no system of the plane`);
  }
}

function datum({ datum: one, datum_ensemble: several }) {
  const { name, ellipsoid, prime_meridian: meridian } = one ?? several;
  const axis = ellipsoid.radius ?? ellipsoid.semi_major_axis;
  const flattening = ellipsoid.inverse_flattening ?? (ellipsoid.semi_minor_axis && ellipsoid.semi_minor_axis !== axis ? axis / (axis - ellipsoid.semi_minor_axis) : 0);
  const longitude = typeof meridian?.longitude === 'object' ? meridian.longitude.value : meridian?.longitude ?? 0;
  return `DATUM[${quoted(name)},ELLIPSOID[${quoted(ellipsoid.name)},${number(axis)},${number(flattening)},LENGTHUNIT["metre",1.0]]],PRIMEM[${quoted(meridian?.name ?? 'Greenwich')},${number(longitude)},ANGLEUNIT["degree",0.0174532925199433]]`;
}

function conversion({ name, method, parameters = [] }) {
  const each = parameters.map((one) => `,PARAMETER[${quoted(one.name)},${number(one.value)},${unit(one.unit)}${identifier(one.id)}]`);
  return `CONVERSION[${quoted(name)},METHOD[${quoted(method.name)}${identifier(method.id)}]${each.join('')}]`;
}

const identifier = (id) => (id ? `,ID[${quoted(id.authority)},${id.code}]` : '');

const UNITS = { metre: 'LENGTHUNIT["metre",1.0]', degree: 'ANGLEUNIT["degree",0.0174532925199433]', unity: 'SCALEUNIT["unity",1.0]' };
function unit(given) {
  if (typeof given !== 'object') return UNITS[given] ?? UNITS.unity;
  const kind = { LinearUnit: 'LENGTHUNIT', AngularUnit: 'ANGLEUNIT', ScaleUnit: 'SCALEUNIT' }[given.type] ?? 'LENGTHUNIT';
  return `${kind}[${quoted(given.name)},${number(given.conversion_factor)}]`;
}

function axes({ subtype, axis }) {
  const each = axis.map((one, i) => `,AXIS[${quoted(`${one.name} (${one.abbreviation})`)},${one.direction},ORDER[${i + 1}],${unit(one.unit)}]`);
  return `CS[${subtype},${axis.length}]${each.join('')}`;
}

/** What the column metadata of GeoParquet say of a system; what is not known is null, longitude and latitude need no word. */
export function declared({ id }, definition) {
  if (id === 'EPSG:4326' || id === 'OGC:CRS84') return undefined;
  return definition ?? null;
}
