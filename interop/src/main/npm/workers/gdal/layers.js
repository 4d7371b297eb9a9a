// What a layer is, from what ogrinfo tells as JSON.
import { TYPE } from '../parquet/flatgeobuf.js';

const GEOGRAPHIC_COLUMNS = /^(lon|lng|long|longitude|lon_dd|reclong|decimallongitude|laenge|länge|längengrad|laengengrad|geo_laenge)$/i;

export function layerOf(layer, driver) {
  const geometry = layer.geometryFields?.[0];
  const crs = crsOf(geometry?.coordinateSystem) || assumedCrs(layer, geometry, driver);
  return {
    name: layer.name,
    geometryType: geometry?.type ?? 'None',
    featureCount: layer.featureCount ?? -1,
    crs,
    wkt: geometry?.coordinateSystem?.wkt ?? '',
    fields: (layer.fields ?? []).length,
    // GeoParquet is written elsewhere, where no other program knows what a code stands for.
    projjson: driver === 'FlatGeobuf' && geometry?.coordinateSystem?.projjson ? JSON.stringify(geometry.coordinateSystem.projjson) : '',
    driver,
    // FlatGeobuf, as GDAL writes it, has text for both.
    types: new Map((layer.fields ?? []).filter(({ type, subType }) => type === 'Time' || subType === 'JSON').map(({ name, type }) => [name, type === 'Time' ? TYPE.DATE_TIME : TYPE.JSON])),
    columns: (layer.fields ?? []).map((field) => field.name),
  };
}

/** Authority and code; of a CRS that is bound to a datum shift, those of the CRS itself. */
function crsOf(system) {
  const json = system?.projjson;
  const id = json?.id ?? json?.source_crs?.id;
  // Heights above the ellipsoid leave the plane as it is.
  return !id ? '' : id.authority === 'EPSG' && id.code === 4979 ? 'EPSG:4326' : `${id.authority}:${id.code}`;
}

/** Formats without a CRS hold longitude and latitude when they say so by the names of their columns, or by custom. */
function assumedCrs(layer, geometry, driver) {
  if (!geometry || geometry.coordinateSystem) return '';
  const says = driver === 'TopoJSON' || ((driver === 'CSV' || driver === 'OGR_VRT') && (layer.fields ?? []).some(({ name }) => GEOGRAPHIC_COLUMNS.test(name)));
  const [west, south, east, north] = geometry.extent ?? [Infinity];
  return says && west >= -180.001 && east <= 360.001 && south >= -90.001 && north <= 90.001 ? 'EPSG:4326' : '';
}

/**
 * Options by which ogr2ogr keeps the layer as it is: each geometry of its own type (in many files single and multiple ones are
 * mixed, whatever the layer says), arcs as lines, and the CRS by its code where that is known.
 */
export function translation({ geometryType, crs, wkt, columns, driver }) {
  const options = ['-mapFieldType', 'Time=String', ...withoutCorners(columns, driver)];
  if (geometryType === 'None') return options;
  const type = /Z$|ZM$|^3D/.test(geometryType) ? 'GEOMETRYZ' : 'GEOMETRY';
  options.push('-nlt', 'CONVERT_TO_LINEAR', '-nlt', type);
  if (crs) options.push('-a_srs', crs);
  // What GeoPackage calls undefined would pass for a known system.
  else if (/^\w+\["Undefined/.test(wkt)) options.push('-a_srs', 'NONE');
  return options;
}

/** The box around each feature of a GML file passes for two fields of text. */
function withoutCorners(columns, driver) {
  const left = columns.filter((name) => name !== 'lowerCorner' && name !== 'upperCorner');
  return driver === 'GML' && left.length === columns.length - 2 && left.length > 0 && !left.some((name) => /[",]/.test(name)) ? ['-select', left.join(',')] : [];
}
