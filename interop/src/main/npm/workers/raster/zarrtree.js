// The groups and arrays of a Zarr (versions 2 and 3) by their metadata, and where its files come from.
import { RasterError, malformed } from './error.js';

const TYPES = { int8: 'Int8', uint8: 'Byte', int16: 'Int16', uint16: 'UInt16', int32: 'Int32', uint32: 'UInt32', int64: 'Int64', uint64: 'UInt64', float16: 'Float32', float32: 'Float32', float64: 'Float64', bool: 'Byte' };
const SHORT = { i1: 'int8', u1: 'uint8', i2: 'int16', u2: 'uint16', i4: 'int32', u4: 'uint32', i8: 'int64', u8: 'uint64', f2: 'float16', f4: 'float32', f8: 'float64', b1: 'bool' };
const META = /(^|\/)(zarr\.json|\.zgroup|\.zarray|\.zattrs|\.zmetadata)$/;

/** A Zarr at an address: each of its files is fetched when it is asked for. */
export class RemoteFolder {
  constructor(url) {
    const { origin, pathname, search } = new URL(url);
    this.base = origin + pathname.replace(/\/?(zarr\.json|\.zgroup|\.zarray|\.zattrs|\.zmetadata)?$/, '');
    this.search = search;
    this.host = new URL(url).host;
  }

  async ask(path, range) {
    const url = this.base + path + this.search;
    let reply;
    try {
      reply = await fetch(url, { ...(range && { headers: { Range: range } }), signal: this.signal });
    } catch {
      this.signal?.throwIfAborted();
      throw new RasterError('not-found', `${this.host} cannot be reached, or does not allow other sites to read from it.`);
    }
    // Some hosts say that they forbid what they do not have.
    if (reply.status === 404 || reply.status === 403 || reply.status === 410) return undefined;
    if (!reply.ok) throw new RasterError('not-found', `${this.host} answered ${reply.status} to ${url.slice(0, 160)}.`);
    const bytes = new Uint8Array(await reply.arrayBuffer());
    this.heard?.(bytes.length);
    return { bytes, part: reply.status === 206 };
  }

  async get(path) {
    return (await this.ask(path))?.bytes;
  }

  async getRange(path, { offset, length, suffixLength }) {
    const found = await this.ask(path, suffixLength ? `bytes=-${suffixLength}` : `bytes=${offset}-${offset + length - 1}`);
    if (!found || found.part) return found?.bytes;
    return suffixLength ? found.bytes.slice(-suffixLength) : found.bytes.slice(offset, offset + length);
  }
}

/** The Zarr within a zip, which may lie in a folder; undefined where there is none. */
export function zippedZarr(zip) {
  const found = zip.list().filter((path) => META.test(path)).map((path) => path.replace(META, ''));
  if (found.length === 0) return undefined;
  const root = found.reduce((best, path) => (path.split('/').length < best.split('/').length || path === '' ? path : best));
  const inside = root ? `${root}/` : '';
  const get = (path) => zip.get(inside + path.replace(/^\//, ''));
  return {
    get,
    getRange: async (path, { offset, length, suffixLength }) => {
      const all = await get(path);
      return suffixLength ? all?.slice(-suffixLength) : all?.slice(offset, offset + length);
    },
    list: () => zip.list().filter((path) => path.startsWith(inside)).map((path) => path.slice(inside.length)),
  };
}

/** Reads the metadata: {version, store, node(path), nodes: Map, complete}. Paths have no slash at their begin; the root is ''. */
export async function readTree(store) {
  const known = new Map();
  const parsed = (bytes, path) => {
    try {
      return JSON.parse(new TextDecoder().decode(bytes).replace(/:\s*-?(NaN|Infinity)\b/g, ': "$1"'));
    } catch {
      throw malformed(`its metadata “${path}” are damaged.`);
    }
  };
  const load = async (path) => {
    if (!known.has(path)) {
      const bytes = await store.get(`/${path}`);
      known.set(path, bytes && parsed(bytes, path));
    }
    return known.get(path);
  };
  const root = await load('zarr.json');
  const version = root ? 3 : 2;
  let complete = false;
  if (store.list) {
    for (const path of store.list()) if (META.test(path) && !path.endsWith('.zmetadata')) await load(path);
    complete = true;
  } else if (version === 3) {
    for (const [path, meta] of Object.entries(root.consolidated_metadata?.metadata ?? {})) known.set(`${path}/zarr.json`, meta);
    complete = Boolean(root.consolidated_metadata?.metadata) || root.node_type === 'array';
  } else {
    const metadata = (await load('.zmetadata'))?.metadata;
    for (const [path, meta] of Object.entries(metadata ?? {})) known.set(path, meta);
    complete = Boolean(metadata);
  }
  const nodes = new Map();
  const inside = (path, name) => (path ? `${path}/${name}` : name);
  const node = async (path) => {
    if (nodes.has(path)) return nodes.get(path);
    const at = (name) => (complete ? known.get(inside(path, name)) : load(inside(path, name)));
    let found;
    if (version === 3) found = nodeOf3(path, await at('zarr.json'));
    else {
      const array = await at('.zarray');
      const group = array ? undefined : await at('.zgroup');
      if (array || group) found = nodeOf2(path, array, (await at('.zattrs')) ?? {});
    }
    if (found) nodes.set(path, found);
    return found;
  };
  for (const path of known.keys()) if (META.test(path) && known.get(path)) await node(path.replace(META, ''));
  if (!(await node(''))) throw new RasterError('not-found', 'there is no Zarr: neither zarr.json nor .zgroup nor .zarray.');
  return { version, node, nodes, complete, store: remembering(store, known) };
}

/** What is known of the metadata is not asked for again. */
function remembering(store, known) {
  const encoder = new TextEncoder();
  return {
    get: async (path, options) => {
      const meta = known.get(path.slice(1));
      if (meta) return encoder.encode(JSON.stringify(meta));
      return META.test(path) && known.has(path.slice(1)) ? undefined : store.get(path, options);
    },
    getRange: (path, range, options) => store.getRange(path, range, options),
  };
}

function nodeOf3(path, meta) {
  if (!meta) return undefined;
  const attributes = meta.attributes ?? {};
  if (meta.node_type !== 'array') return { path, kind: 'group', attributes };
  const codecs = (meta.codecs ?? []).flatMap((codec) => (codec.name === 'sharding_indexed' ? codec.configuration?.codecs ?? [] : [codec]));
  const shards = (meta.codecs ?? []).find(({ name }) => name === 'sharding_indexed')?.configuration?.chunk_shape;
  return arrayOf(path, attributes, {
    shape: meta.shape, chunks: shards ?? meta.chunk_grid?.configuration?.chunk_shape,
    type: meta.data_type, dims: meta.dimension_names ?? attributes._ARRAY_DIMENSIONS, codecs: codecs.map(({ name }) => name),
    // Each array has a value for what was never written; of zero nobody means that it is no data.
    fill: meta.fill_value === 0 || meta.fill_value === false ? undefined : meta.fill_value,
  });
}

function nodeOf2(path, meta, attributes) {
  if (!meta) return { path, kind: 'group', attributes };
  const named = [...(meta.filters ?? []), ...(meta.compressor ? [meta.compressor] : [])].map(({ id }) => id);
  return arrayOf(path, attributes, {
    shape: meta.shape, chunks: meta.chunks, type: SHORT[String(meta.dtype).replace(/^[<>|=]/, '')] ?? String(meta.dtype),
    dims: attributes._ARRAY_DIMENSIONS, codecs: named.map((id) => (id === 'fixedscaleoffset' ? 'scale_offset' : `numcodecs.${id}`)), fill: meta.fill_value,
  });
}

function arrayOf(path, attributes, { shape, chunks, type, dims, codecs, fill }) {
  const whole = (list) => Array.isArray(list) && list.every((size) => Number.isSafeInteger(size) && size >= 0 && size < 2 ** 31);
  if (!whole(shape) || !whole(chunks) || shape.length !== chunks.length || chunks.includes(0)) throw malformed(`the metadata of its array “${path}” are damaged.`);
  const noData = typeof fill === 'number' ? fill : fill === 'NaN' ? NaN : undefined;
  return { path, name: path, kind: 'array', attributes, shape, chunks, type: TYPES[type] ?? '', dims: Array.isArray(dims) && dims.length === shape.length ? dims.map(String) : undefined, codecs, fill: noData };
}
