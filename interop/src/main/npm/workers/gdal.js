// GDAL in a worker of its own, loaded when the first file needs it; the page may end and restart it at any time.
//   {id, op: 'unpack', name, blob}                → {entries: [{name, blob}]}        the files of a zip, checked
//   {id, op: 'pack', files: [{name, blob}]}       → {bytes}                           a zip
//   {id, op: 'open', files: [{name, blob}], encoding?} → {dataset, driver, layers: [{name, geometryType, featureCount, crs}]}
//   {id, op: 'read', dataset, layer}              → {bytes}                           FlatGeobuf
//   {id, op: 'write', bytes, driver, name, options} → {bytes}                         FlatGeobuf in, one file out (a zip if it makes several)
//   {id, op: 'close', dataset}
// Failures: {id, error: {code, message}}; the message carries what GDAL itself said.
import { pack, unpack } from './gdal/archive.js';
import { GdalError } from './gdal/error.js';
import { startGdal } from './gdal/gdal.js';

let gdal;
const operations = {
  unpack: ({ name, blob }) => unpack(name, blob),
  pack: async ({ files }) => ({ bytes: pack(await Promise.all(files.map(async ({ name, blob }) => ({ name, bytes: new Uint8Array(await blob.arrayBuffer()) })))) }),
  open: async (request) => (await (gdal ??= startGdal())).open(request),
  read: async (request) => (await gdal).read(request),
  write: async (request) => {
    const files = await (await (gdal ??= startGdal())).write(request);
    return { bytes: files.length === 1 ? files[0].bytes : pack(files) };
  },
  close: async ({ dataset }) => (await gdal).close(dataset),
};

let last = Promise.resolve();
self.onmessage = ({ data }) => {
  // GDAL keeps one state for errors and files, so requests run one after another.
  last = last.then(async () => {
    try {
      const result = (await operations[data.op](data)) ?? {};
      self.postMessage({ id: data.id, result }, result.bytes ? [result.bytes.buffer] : []);
    } catch (error) {
      const known = error instanceof GdalError;
      self.postMessage({ id: data.id, error: { code: known ? error.code : 'malformed-input', message: String(error?.message ?? error) } });
    }
  });
};
