// KML as GeoJSON, a layer for each folder (OGC KML 2.3): GDAL's own reader leaves out all attributes but name and description.
import { parseXml } from './xml.js';

const GEOMETRIES = new Set(['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry', 'Track', 'MultiTrack']);
/** Children of a placemark that say how it looks or how to look at it, not what it is. */
const NOT_DATA = new Set(['name', 'description', 'Style', 'StyleMap', 'styleUrl', 'ExtendedData', 'Region', 'LookAt', 'Camera', 'visibility', 'open', 'balloonVisibility', 'TimeStamp', 'TimeSpan', 'Snippet', 'Model']);

const all = (element, name) => element.children.filter((child) => child.name === name);
const one = (element, ...path) => path.reduce((inner, name) => inner && all(inner, name)[0], element);
const textOf = (element) => element?.text.trim() ?? '';

/** The layers {name, geojson} of a KML file, and warnings. */
export function readKml(name, bytes) {
  const root = parseXml(name, bytes);
  const reading = { layers: [], broken: 0, links: 0 };
  folder(root, name.replace(/\.[^.]*$/, ''), reading);
  const warnings = [];
  if (reading.broken > 0) warnings.push(`${name}: ${reading.broken} geometries have coordinates that cannot be understood; they were left out.`);
  if (reading.links > 0) warnings.push(`${name}: links to other files are not followed (${reading.links}).`);
  const taken = new Set();
  return {
    warnings,
    layers: reading.layers.map(({ title, features }) => {
      let unique = title;
      for (let i = 2; taken.has(unique); i++) unique = `${title} ${i}`;
      taken.add(unique);
      return { name: unique, geojson: { type: 'FeatureCollection', name: unique, features: typed(features) } };
    }),
  };
}

function folder(element, inherited, reading) {
  const title = textOf(one(element, 'name')) || inherited;
  reading.links += all(element, 'NetworkLink').length;
  const placemarks = all(element, 'Placemark');
  if (placemarks.length > 0) reading.layers.push({ title, features: placemarks.map((placemark) => feature(placemark, reading)) });
  for (const child of element.children) if (child.name === 'Folder' || child.name === 'Document') folder(child, title, reading);
}

function feature(placemark, reading) {
  const properties = new Map();
  const put = (key, value) => value !== '' && properties.set(key, value);
  put('name', textOf(one(placemark, 'name')));
  put('description', textOf(one(placemark, 'description')));
  put('time', textOf(one(placemark, 'TimeStamp', 'when')));
  put('begin', textOf(one(placemark, 'TimeSpan', 'begin')));
  put('end', textOf(one(placemark, 'TimeSpan', 'end')));
  for (const extended of all(placemark, 'ExtendedData')) {
    for (const data of all(extended, 'Data')) put(data.attributes.name ?? 'value', textOf(one(data, 'value')));
    for (const schema of all(extended, 'SchemaData')) for (const data of all(schema, 'SimpleData')) put(data.attributes.name ?? 'value', textOf(data));
  }
  let shape = null;
  for (const child of placemark.children) {
    if (GEOMETRIES.has(child.name)) shape ??= geometry(child, reading);
    else if (!NOT_DATA.has(child.name) && child.children.length === 0) put(child.name, textOf(child));
  }
  return { type: 'Feature', properties, geometry: shape };
}

function geometry(element, reading) {
  const shape = shapeOf(element, reading);
  if (shape === null) reading.broken++;
  return shape;
}

function shapeOf(element, reading) {
  switch (element.name) {
    case 'Point': {
      const points = coordinates(element);
      return points?.length === 1 ? { type: 'Point', coordinates: points[0] } : null;
    }
    case 'LineString':
    case 'LinearRing':
    case 'Track':
      return line(element.name === 'Track' ? track(element) : coordinates(element));
    case 'Polygon': {
      const rings = [...all(element, 'outerBoundaryIs'), ...all(element, 'innerBoundaryIs')].flatMap((boundary) => all(boundary, 'LinearRing')).map(coordinates);
      return rings.length > 0 && rings.every((ring) => ring && ring.length >= 3) ? { type: 'Polygon', coordinates: rings.map(closed) } : null;
    }
    default:
      return collected(element.children.filter((child) => GEOMETRIES.has(child.name)).map((child) => geometry(child, reading)).filter(Boolean));
  }
}

const line = (points) => (points && points.length >= 2 ? { type: 'LineString', coordinates: points } : null);

function closed(ring) {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}

/** Parts of one kind as a multiple geometry. */
function collected(parts) {
  const kinds = new Set(parts.map((part) => part.type));
  const [kind] = kinds;
  if (kinds.size === 1 && ['Point', 'LineString', 'Polygon'].includes(kind)) return { type: `Multi${kind}`, coordinates: parts.map((part) => part.coordinates) };
  return parts.length > 0 ? { type: 'GeometryCollection', geometries: parts } : null;
}

/** Tuples longitude,latitude[,altitude]; some programs put spaces after the commas. */
function coordinates(element) {
  const text = textOf(one(element, 'coordinates')).replace(/\s*,\s*/g, ',');
  return text === '' ? null : numbers(text.split(/\s+/).map((tuple) => tuple.split(',')));
}

function track(element) {
  return numbers(all(element, 'coord').map((coord) => textOf(coord).split(/\s+/)));
}

function numbers(tuples) {
  const points = tuples.map((tuple) => tuple.slice(0, 3).filter((part) => part !== '').map(Number));
  return points.every((point) => point.length >= 2 && point.every(Number.isFinite)) ? points : null;
}

/** Attributes whose values are all plain numbers become numbers; 007 and +49 are none. */
function typed(features) {
  const numeric = new Map();
  for (const { properties } of features) {
    for (const [key, value] of properties) {
      const is = /^-?(0|[1-9]\d{0,14})(\.\d+)?([eE][-+]?\d{1,2})?$/.test(value);
      numeric.set(key, (numeric.get(key) ?? true) && is && !['name', 'description', 'time', 'begin', 'end'].includes(key));
    }
  }
  return features.map(({ type, properties, geometry }) => ({
    type,
    properties: Object.fromEntries([...properties].map(([key, value]) => [key, numeric.get(key) ? Number(value) : value])),
    geometry,
  }));
}
