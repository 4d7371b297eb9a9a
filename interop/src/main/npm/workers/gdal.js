// GDAL in a worker of its own, loaded when the first file needs it; the page may end and restart it at any time.
//   {id, op: 'unpack', name, blob}                → {entries: [{name, blob}]}        the files of a zip, gzip or tar, checked
//   {id, op: 'pack', files: [{name, blob}]}       → {bytes}                           a zip
//   {id, op: 'open', files: [{name, blob}], encoding?}
//       → {dataset, driver, layers: [{name, geometryType, featureCount, crs, wkt, fields}], warnings: [text]}
//   {id, op: 'read', dataset, layer}              → {bytes, warnings: [text]}        FlatGeobuf
//   {id, op: 'write', blob, driver, name, options} → {bytes, warnings: [text]}       FlatGeobuf in, one file out (a zip if it makes several)
//   {id, op: 'raster', files, table}              → {bytes, warnings: [text]}        a raster as GeoTIFF
//   {id, op: 'write-raster', blob, driver, name, crs, target, warp, classes}
//       → {entries: [{name, blob}], warnings: [text]}                                a plain TIFF in, COG or PNG with the files beside it out
//   {id, op: 'close', dataset}
// What was written is told by the caller: the answers to those are marked {quiet: true}.
// Failures: {id, error: {code, message}}; the message names the file and carries what GDAL itself said.
// After the code 'engine-failed' the worker reports an error to the page too: it must be ended and started anew.
import { pack, unpack } from './gdal/archive.js';
import { GdalError } from './gdal/error.js';
import { knownFormat, startGdal } from './gdal/gdal.js';

let gdal;
const started = () =>
  (gdal ??= startGdal().catch((error) => {
    gdal = undefined; // A file that could not be fetched may be there the next time.
    throw error;
  }));
const operations = {
  unpack: ({ name, blob }) => unpack(name, blob),
  pack: async ({ files }) => ({ bytes: pack(await Promise.all(files.map(async ({ name, blob }) => ({ name, bytes: new Uint8Array(await blob.arrayBuffer()) })))) }),
  open: async (request) => {
    // GDAL is not fetched for files that it would not read.
    const format = await knownFormat(request.files[0]);
    return (await started()).open({ ...request, format });
  },
  read: async (request) => (await started()).read(request),
  write: async (request) => {
    const { files, warnings } = await (await started()).write({ ...request, bytes: new Uint8Array(await request.blob.arrayBuffer()) });
    return { bytes: files.length === 1 ? files[0].bytes : pack(files), warnings };
  },
  raster: async (request) => (await started()).raster(request),
  'write-raster': async (request) => {
    const { files, warnings } = await (await started()).writeRaster({ ...request, bytes: new Uint8Array(await request.blob.arrayBuffer()) });
    return { entries: files.map(({ name, bytes }) => ({ name, blob: new Blob([bytes]) })), warnings };
  },
  close: async ({ dataset }) => (await started()).close(dataset),
};

let last = Promise.resolve();
let broken;
self.onmessage = ({ data }) => {
  // GDAL keeps one state for errors and files, so requests run one after another.
  last = last.then(async () => {
    try {
      if (broken) throw broken;
      const result = (await operations[data.op](data)) ?? {};
      self.postMessage({ id: data.id, result, quiet: data.op.startsWith('write') }, result.bytes ? [result.bytes.buffer] : []);
    } catch (error) {
      const known = error instanceof GdalError;
      const name = data.name ?? data.files?.[0]?.name;
      const message = known ? error.message : `${name ? `${name}: ` : ''}GDAL broke down (${error?.message ?? error}).`;
      self.postMessage({ id: data.id, error: { code: known ? error.code : 'engine-failed', message } });
      // Its memory cannot be trusted after this. An error outside of any promise reaches the page as the worker's own, but
      // must not overtake the answer.
      if (!known && !broken) {
        broken = error;
        setTimeout(() => { throw error; }, 100);
      }
    }
  });
};
