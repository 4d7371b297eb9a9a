// What of a map goes out: the layers with their data, and nothing that belongs to this machine or opens somebody's account.

const SECRET = /^(.*[_.-])?(api[_-]?key|key|token|access[_-]?token|auth|authorization|password|passwd|pwd|secret|sig|signature|credential|x-amz-.*|sv|se|sp|sr)$/i;
const EXPRESSION = 'terrella:expression';
/** Members of a map's metadata that may name files. */
const NAMING = ['terrella:history', 'terrella:models'];
/** A path of the workspace, maybe with a layer of the file; of it only the file's name is anybody else's business. */
const PATH = /^(?![a-z]+:)[^\s"'()=<>|]*\/([^/\s"'()=<>|]+\.[a-z0-9]{2,9}(\|.*)?)$/i;

/** What the sources and layers of data become that go out in another format than the map's own. */
const KINDS = {
  fgb: (path, old, { projection }) => ({ type: 'FlatGeobufSource', parameters: { path, projection, ...credit(old) } }),
  // The legend cannot see what tiles hold.
  pmtiles: (url, old, { geometry }) => ({ type: 'VectorTileSource', parameters: { url, 'terrella:geometryType': geometry, ...credit(old) } }),
  tif: (url, { urls: [range = {}] = [], normalize, wrapX, interpolate, projection, ...old }) =>
    ({ type: 'GeoTiffSource', parameters: { urls: [{ ...range, url }], normalize, wrapX, interpolate, projection, ...credit(old) } }),
};
const LAYERS = { pmtiles: 'VectorTileLayer', tif: 'GeoTiffLayer' };

/**
 * @param {object} document a map document
 * @param {Blob[]} blobs data, in the order of `options.data`
 * @return {{map, files: [{path, blob, title}], left, changed, stripped}} see publish.js
 */
export function outgoing(document, blobs, options) {
  const map = structuredClone(document);
  const left = [];
  const layers = {};
  const sources = {};
  const files = [];
  const of = new Map();
  options.data.forEach((data, i) => {
    const { key, layers: shown, path: from, kind } = data;
    const old = sources[key] ?? map.sources[map.layers[shown[0]].parameters.source];
    const features = kind === 'fgb' || kind === 'pmtiles';
    const path = features ? `data/${key}.${kind}` : `data/${key}-${i}.${kind || extension(from)}`;
    const source = kind ? KINDS[kind](path, old.parameters, data) : { type: old.type, parameters: moved(old.parameters, from, path) };
    sources[key] = { name: old.name, ...source };
    files.push({ path, blob: blobs[i], title: old.name, raster: !features });
    for (const id of shown) {
      of.set(id, key);
      if (LAYERS[kind]) map.layers[id].type = LAYERS[kind];
      // Nothing evaluates an expression over tiles.
      if (kind === 'pmtiles') delete map.layers[id].filters?.[EXPRESSION];
    }
  });
  const served = (source) => source && options.kind !== 'single-file' && /^https?:/.test(source.parameters?.url ?? '');
  for (const [id, layer] of Object.entries(map.layers)) {
    const { source } = layer.parameters ?? {};
    if (options.layers && !options.layers.includes(id)) continue;
    const key = of.get(id) ?? (source in sources ? source : null);
    if (key !== null) {
      layer.parameters.source = key;
      layers[id] = layer;
      // What an expression hides is left out where nothing can evaluate it.
      if (!options.engine && layer.filters?.[EXPRESSION]) delete layer.filters[EXPRESSION];
    } else if (served(map.sources[source])) {
      layers[id] = layer;
      sources[source] = map.sources[source];
    } else {
      left.push({ layerId: id, name: layer.name, reason: reason(map.sources[source]) });
    }
  }
  const changed = options.data
    .filter((each) => each.changed)
    .flatMap((each) => each.layers.map((id) => ({ layerId: id, name: map.layers[id].name })));
  const whole = { ...map, layers, sources, layerTree: tree(map.layerTree, layers) };
  if (whole.metadata) whole.metadata = { ...whole.metadata, title: options.title };
  // Whoever saves a map with its data may go on with it where the files are.
  if (options.kind !== 'map-zip') for (const name of NAMING) if (whole.metadata?.[name]) whole.metadata[name] = withoutFolders(whole.metadata[name]);
  const stripped = [];
  return { map: clean(whole, '', stripped), files, left, changed, stripped };
}

/** What goes along with features wherever they lie. */
const credit = (parameters) => Object.fromEntries(['attribution', 'terrella:license'].filter((name) => parameters?.[name]).map((name) => [name, parameters[name]]));

/** A copy in which paths are names of files. */
function withoutFolders(value) {
  if (typeof value === 'string') return PATH.exec(value)?.[1] ?? value;
  if (Array.isArray(value)) return value.map(withoutFolders);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutFolders(each)]));
}

/** A copy in which a file is another one. */
function moved(value, from, to) {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((each) => moved(each, from, to));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, moved(each, from, to)]));
}

const extension = (path) => /\.([^./]+)$/.exec(path)?.[1] ?? 'bin';

const reason = (source) =>
  !source ? 'has no source' : source.parameters?.path ? 'its file is not in the workspace' : `${source.type} would be asked for on the web`;

function tree(items, layers) {
  return items.flatMap((item) => {
    if (typeof item === 'string') return item in layers ? [item] : [];
    const inner = tree(item.layers ?? [], layers);
    return inner.length ? [{ ...item, layers: inner }] : [];
  });
}

/** A copy without keys, tokens and passwords in web addresses and in members that are called so; adds to a list where they were. */
function clean(value, where, stripped) {
  if (typeof value === 'string') return cleanText(value, where, stripped);
  if (Array.isArray(value)) return value.map((each, i) => clean(each, `${where}[${i}]`, stripped));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      const place = where ? `${where}.${name}` : name;
      // In symbols and tables a "key" is a key of another kind.
      if (typeof each === 'string' && each && SECRET.test(name) && !/^(key|sv|se|sp|sr)$/i.test(name)) {
        stripped.push({ where: place, what: name });
        return [];
      }
      return [[name, clean(each, place, stripped)]];
    }),
  );
}

function cleanText(text, where, stripped) {
  return text.replace(/https?:\/\/[^\s"'<>]+/g, (address) => {
    let bare = address.replace(/^(https?:\/\/)[^/?#@]*@/, (all, scheme) => {
      stripped.push({ where, what: 'user and password' });
      return scheme;
    });
    bare = bare.replace(/([?&])([^=&#]+)=([^&#]*)/g, (all, before, name, value) => {
      // A template such as {z} is no value.
      if (!value || !SECRET.test(decoded(name))) return all;
      stripped.push({ where, what: decoded(name) });
      return `${before}${name}=`;
    });
    return bare;
  });
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
