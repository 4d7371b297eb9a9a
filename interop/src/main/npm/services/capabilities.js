// What a WMS or WMTS says it offers. Its XML is read as text and never becomes part of the page.
import { get } from 'ol/proj.js';
import { RequestError, ask, hostOf, limited, webAddress } from './request.js';

const MOST_BYTES = 24 * 2 ** 20;
const MOST_LAYERS = 20000;
const DEEPEST = 40;
const MERCATOR = ['EPSG:3857', 'EPSG:900913', 'EPSG:102100', 'EPSG:3785'];
const HALF_WORLD = 20037508.342789244;

/**
 * Asks a service for its layers.
 * @param {string} kind wms or wmts
 * @param {string} crs the map's system
 * @return {Promise<{title, attribution, layers: {name, title, crs, note, source}[]}>} `note` says why a layer is not
 *   drawn in the map's own system; one without `source` cannot be drawn
 */
export async function readCapabilities(kind, address, crs) {
  const url = new URL(webAddress(address));
  const given = Object.fromEntries([...url.searchParams].map(([key, value]) => [key.toUpperCase(), value]));
  if (!/\.xml$/i.test(url.pathname)) {
    for (const key of [...url.searchParams.keys()]) if (/^(service|request|version|layers?|styles?|bbox|width|height|crs|srs|format|transparent)$/i.test(key)) url.searchParams.delete(key);
    url.searchParams.set('SERVICE', kind.toUpperCase());
    url.searchParams.set('REQUEST', 'GetCapabilities');
    if (/^\d+(\.\d+)+$/.test(given.VERSION ?? '')) url.searchParams.set('VERSION', given.VERSION);
  }
  const bytes = await limited(await ask(url.href, { signal: AbortSignal.timeout(60000) }), MOST_BYTES);
  const root = parsed(bytes, hostOf(url));
  const read = { wms: /^(WMS|WMT_MS)_Capabilities$/, wmts: /^Capabilities$/ }[kind];
  if (!read.test(root.localName)) throw new RequestError(`${hostOf(url)} sent no capabilities of a ${kind.toUpperCase()} but <${root.localName}>${said(root)}`);
  return kind === 'wms' ? webMapService(root, url, crs) : tileService(root, url, crs);
}

function parsed(bytes, host) {
  const encoding = /^[^>]{0,100}encoding=["']([\w-]+)["']/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1] ?? 'utf-8';
  let text;
  try {
    text = new TextDecoder(encoding).decode(bytes);
  } catch {
    throw new RequestError(`${host} sent XML in the encoding ${encoding}, which is not known`);
  }
  if (/<!ENTITY/i.test(text)) throw new RequestError(`${host} sent XML that declares entities; it is not read`);
  const root = new DOMParser().parseFromString(text.replace(/<!DOCTYPE[^>[]*(\[[^\]]*\])?[^>]*>/i, ''), 'application/xml').documentElement;
  if (root.localName === 'parsererror' || root.querySelector('parsererror')) throw new RequestError(`${host} sent no XML`);
  return root;
}

const said = (root) => {
  const text = root.textContent.replace(/\s+/g, ' ').trim();
  return text ? `: ${text.slice(0, 200)}` : '';
};
const children = (node, name) => [...(node?.children ?? [])].filter((child) => child.localName === name);
const child = (node, ...names) => names.reduce((at, name) => children(at, name)[0], node);
const text = (node, ...names) => child(node, ...names)?.textContent.trim() ?? '';

/** OGC's URNs and URLs as authority and code. */
function codeOf(name) {
  const match = /^(?:urn:(?:x-)?ogc:def:crs:|https?:\/\/www\.opengis\.net\/def\/crs\/)(\w+)[:/][^:/]*[:/](\w+)$/.exec(name);
  const code = match ? (match[1].toUpperCase() === 'OGC' && /CRS84/i.test(match[2]) ? 'CRS:84' : `${match[1].toUpperCase()}:${match[2]}`) : name.toUpperCase();
  return MERCATOR.includes(code) ? 'EPSG:3857' : code;
}

/** The system to ask for: the map's, or else one that is turned into it. */
function chosen(offered, crs) {
  if (offered.includes(crs)) return { crs };
  const other = ['EPSG:3857', 'EPSG:4326', 'CRS:84'].find((code) => offered.includes(code)) ?? offered.find((code) => get(code)) ?? offered.find((code) => code.startsWith('EPSG:'));
  return other ? { crs: other, note: `not offered in ${crs}; drawn from ${other}` } : { note: `offered in ${offered.slice(0, 3).join(', ') || 'no system'} only` };
}

// ---- WMS ----

function webMapService(root, url, crs) {
  const version = root.getAttribute('version') || '1.3.0';
  const request = child(root, 'Capability', 'Request', 'GetMap');
  const formats = children(request, 'Format').map((format) => format.textContent.trim());
  const format = ['image/png', 'image/png8', 'image/webp', 'image/jpeg'].find((name) => formats.includes(name)) ?? formats.find((name) => name.startsWith('image/png')) ?? 'image/png';
  const target = child(request, 'DCPType', 'HTTP', 'Get', 'OnlineResource')?.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
  const address = safe(target, url) ?? plain(url);
  const layers = [];
  const visit = (node, inherited, depth) => {
    if (depth > DEEPEST || layers.length >= MOST_LAYERS) return;
    const own = {
      crs: new Set([...inherited.crs, ...[...children(node, 'CRS'), ...children(node, 'SRS')].flatMap((one) => one.textContent.trim().split(/\s+/).map(codeOf))]),
      bounds: boundsOf(node) ?? inherited.bounds,
      attribution: text(node, 'Attribution', 'Title') || inherited.attribution,
    };
    const name = text(node, 'Name');
    if (name) {
      const { crs: use, note } = chosen([...own.crs], crs);
      const params = { layers: name, version, format };
      if (use && use !== 'EPSG:3857') params.crs = use;
      const parameters = { url: address, params, attribution: own.attribution, interpolate: true, ...(own.bounds && { bounds: own.bounds }) };
      layers.push({ name, title: text(node, 'Title') || name, crs: use ?? '', note: note ?? '', source: use && { type: 'WmsTileSource', parameters } });
    }
    for (const inner of children(node, 'Layer')) visit(inner, own, depth + 1);
  };
  for (const node of children(child(root, 'Capability'), 'Layer')) visit(node, { crs: [], attribution: '' }, 0);
  return { title: text(root, 'Service', 'Title'), layers };
}

function boundsOf(node) {
  const box = child(node, 'EX_GeographicBoundingBox');
  const old = child(node, 'LatLonBoundingBox');
  const bounds = box
    ? ['westBoundLongitude', 'southBoundLatitude', 'eastBoundLongitude', 'northBoundLatitude'].map((name) => Number(text(box, name)))
    : old && ['minx', 'miny', 'maxx', 'maxy'].map((name) => Number(old.getAttribute(name)));
  return usable(bounds) ? bounds : undefined;
}

const usable = (bounds) => bounds?.length === 4 && bounds.every(Number.isFinite) && bounds[0] < bounds[2] && bounds[1] < bounds[3];

/** The address that a service names for its requests; one of another kind, or by http where the service came by https, is not used. */
function safe(target, url) {
  try {
    const found = new URL(target, url);
    if (!target || !/^https?:$/.test(found.protocol)) return undefined;
    if (url.protocol === 'https:' && found.protocol === 'http:') found.protocol = 'https:';
    return found.host === url.host ? plain(found) : undefined;
  } catch {
    return undefined;
  }
}

const plain = (url) => {
  const bare = new URL(url);
  for (const key of [...bare.searchParams.keys()]) if (/^(service|request|version)$/i.test(key)) bare.searchParams.delete(key);
  return bare.href.replace(/\?$/, '');
};

// ---- WMTS ----

function tileService(root, url, crs) {
  const contents = child(root, 'Contents');
  const sets = new Map(children(contents, 'TileMatrixSet').map((node) => [text(node, 'Identifier'), matrixSet(node)]));
  const keyed = children(child(root, 'OperationsMetadata'), 'Operation').find((node) => node.getAttribute('name') === 'GetTile');
  const target = child(keyed, 'DCP', 'HTTP', 'Get')?.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
  const provider = text(root, 'ServiceProvider', 'ProviderName');
  const layers = children(contents, 'Layer').slice(0, MOST_LAYERS).map((node) => tileLayer(node, sets, safe(target, url) ?? plain(url), url, crs, provider));
  return { title: text(root, 'ServiceIdentification', 'Title'), layers };
}

function tileLayer(node, sets, target, url, crs, provider) {
  const name = text(node, 'Identifier');
  const title = text(node, 'Title') || name;
  const links = children(node, 'TileMatrixSetLink').map((link) => text(link, 'TileMatrixSet')).filter((id) => sets.get(id));
  const { crs: use, note } = chosen([...new Set(links.map((id) => sets.get(id).crs))], crs);
  // The finest of those in the system.
  const [id] = links.filter((link) => sets.get(link).crs === use).sort((a, b) => sets.get(b).matrices.length - sets.get(a).matrices.length);
  if (!id) return { name, title, crs: '', note: note ?? 'without tiles that can be drawn' };
  const set = sets.get(id);
  const formats = children(node, 'Format').map((format) => format.textContent.trim());
  const resources = children(node, 'ResourceURL').filter((one) => one.getAttribute('resourceType') === 'tile');
  const images = ['image/png', 'image/jpeg', 'image/webp'];
  const resource = resources.find((one) => images.includes(one.getAttribute('format'))) ?? resources[0];
  const styles = children(node, 'Style');
  const style = text(styles.find((one) => one.getAttribute('isDefault') === 'true') ?? styles[0], 'Identifier');
  const values = new Map([['style', style], ['tilematrixset', id]]);
  for (const dimension of children(node, 'Dimension')) values.set(text(dimension, 'Identifier').toLowerCase(), text(dimension, 'Default') || text(dimension, 'Value'));
  const matrix = set.standard ? '{z}' : '{TileMatrix}';
  const place = { tilematrix: matrix, tilerow: '{y}', tilecol: '{x}' };
  const fill = (template) => template.replace(/\{([^{}]+)\}/g, (whole, key) => place[key.toLowerCase()] ?? values.get(key.toLowerCase()) ?? whole);
  let address;
  if (resource) {
    const full = safeTemplate(resource.getAttribute('template') ?? '', url);
    address = full && fill(full);
  } else {
    const format = images.find((one) => formats.includes(one)) ?? formats[0] ?? 'image/png';
    const query = new URLSearchParams({ SERVICE: 'WMTS', REQUEST: 'GetTile', VERSION: '1.0.0', LAYER: name, STYLE: style, TILEMATRIXSET: id, FORMAT: format });
    for (const [key, value] of values) if (!['style', 'tilematrixset'].includes(key)) query.set(key.toUpperCase(), value);
    address = `${target}${target.includes('?') ? '&' : '?'}${query}&TILEMATRIX=${matrix}&TILEROW={y}&TILECOL={x}`;
  }
  if (!address) return { name, title, crs: use, note: 'its address of tiles is neither http nor https' };
  const parameters = { url: address, attribution: provider, provider, interpolate: true };
  if (set.standard) Object.assign(parameters, { minZoom: 0, maxZoom: set.matrices.length - 1 });
  else parameters.tileMatrixSet = { crs: use, matrices: set.matrices };
  const corners = ['LowerCorner', 'UpperCorner'].flatMap((corner) => text(node, 'WGS84BoundingBox', corner).split(/\s+/).map(Number));
  if (usable(corners)) parameters.bounds = corners;
  return { name, title, crs: use, note: note ?? '', source: { type: 'RasterSource', parameters } };
}

function safeTemplate(template, url) {
  if (/^https?:\/\//i.test(template)) return url.protocol === 'https:' ? template.replace(/^http:/i, 'https:') : template;
  return undefined;
}

/** The zoom levels, coarsest first; null when they cannot be placed. */
function matrixSet(node) {
  const crs = codeOf(text(node, 'SupportedCRS'));
  const projection = get(crs === 'CRS:84' ? 'EPSG:4326' : crs);
  const metres = projection?.getMetersPerUnit() ?? 1;
  // Corners in EPSG:4326 are latitude first, as they are in all systems that say so; CRS:84 is longitude first.
  const flipped = crs !== 'CRS:84' && projection?.getAxisOrientation().startsWith('ne');
  const matrices = children(node, 'TileMatrix')
    .map((matrix) => {
      const corner = text(matrix, 'TopLeftCorner').split(/\s+/).map(Number);
      const number = (name) => Number(text(matrix, name));
      return {
        id: text(matrix, 'Identifier'),
        // A pixel is 0.28 mm wide (OGC 07-057r7, 6.1).
        resolution: (number('ScaleDenominator') * 0.00028) / metres,
        origin: flipped ? corner.reverse() : corner,
        tileSize: [number('TileWidth'), number('TileHeight')],
        size: [number('MatrixWidth'), number('MatrixHeight')],
      };
    })
    .filter(({ resolution, origin, tileSize }) => resolution > 0 && origin.length === 2 && origin.every(Number.isFinite) && tileSize.every((size) => size > 0))
    .sort((a, b) => b.resolution - a.resolution);
  if (matrices.length === 0) return null;
  const near = (a, b) => Math.abs(a / b - 1) < 1e-4;
  const standard =
    crs === 'EPSG:3857' &&
    matrices.every(({ id, resolution, origin, tileSize }, z) => id === String(z) && near(resolution, (2 * HALF_WORLD) / 256 / 2 ** z) && near(origin[0], -HALF_WORLD) && near(origin[1], HALF_WORLD) && tileSize.every((size) => size === 256));
  return { crs: crs === 'CRS:84' ? 'EPSG:4326' : crs, matrices, standard };
}
