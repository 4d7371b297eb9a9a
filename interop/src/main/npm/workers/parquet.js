// Parquet, Arrow and TopoJSON out of GeoJSON, in a worker of its own that is loaded when first needed; it speaks as the GDAL worker does.
//   {id, op: 'open', files: [{name, blob}]} → {dataset, driver, layers: [{name, geometryType, featureCount, crs, wkt, fields}], warnings}
//   {id, op: 'read', dataset, layer}        → {bytes, warnings}        FlatGeobuf, a Blob; {id, progress, text} comes before it
//   {id, op: 'write', blob, driver, name, options: [crs]} → {bytes, warnings}
//       GeoParquet out of FlatGeobuf, with the PROJJSON of the CRS as text, or TopoJSON out of GeoJSON
//   {id, op: 'close', dataset}
// Files of the web, of which only a view's part is read:
//   {id, op: 'remote', key, url, name, smallest} → {size} or {size, description: {format, featureCount, geometryType, extent, size}, bytes}
//   {id, op: 'window', key, extent} → {bytes, features, tooMuch, fetched}; {id, op: 'leave', key}
// Failures: {id, error: {code, message}}; the message names the file.
import { GdalError as FileError } from './gdal/error.js';
import { openArrow } from './parquet/arrow.js';
import { openParquet } from './parquet/read.js';
import { writeTopology } from './parquet/topology.js';
import { writeParquet } from './parquet/write.js';
import { closeRemote, openRemote, readWindow } from './remote/windows.js';

const datasets = new Map();
let count = 0;

const operations = {
  open: async ({ files: [{ name, blob }] }) => {
    const isParquet = new TextDecoder().decode(await blob.slice(0, 4).arrayBuffer()) === 'PAR1';
    const opened = await (isParquet ? openParquet : openArrow)(name, blob);
    const dataset = `p${++count}`;
    datasets.set(dataset, { name, ...opened });
    return { dataset, driver: isParquet ? 'Parquet' : 'Arrow', layers: opened.layers, warnings: [] };
  },
  read: ({ id, dataset }) => datasets.get(dataset).read((progress, text) => self.postMessage({ id, progress, text })),
  write: async ({ name, blob, driver, options }) => (driver === 'TopoJSON' ? writeTopology(name, await blob.text()) : writeParquet(name, new Uint8Array(await blob.arrayBuffer()), ...options)),
  close: ({ dataset }) => {
    datasets.delete(dataset);
  },
  remote: openRemote,
  window: readWindow,
  leave: closeRemote,
};

self.onmessage = async ({ data }) => {
  const name = data.name ?? data.files?.[0]?.name ?? datasets.get(data.dataset)?.name ?? '';
  try {
    const result = (await operations[data.op](data)) ?? {};
    self.postMessage({ id: data.id, result, quiet: data.op === 'write' }, result.bytes?.buffer ? [result.bytes.buffer] : []);
  } catch (error) {
    // Errors of the decoders come of what the file says; nothing of them outlives the request.
    const message = String(error?.message ?? error);
    const code = error instanceof FileError ? error.code : error instanceof RangeError && /alloc|length/i.test(message) ? 'out-of-memory' : 'malformed-input';
    self.postMessage({ id: data.id, error: { code, message: message.includes(name) ? message : `${name}: ${message}.` } });
  }
};
