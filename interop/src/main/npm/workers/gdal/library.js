// GDAL's C functions, as far as they are needed. gdal3.js's own functions are not used: they take a failure for none when
// its number is 1 (which is what most drivers report) and name files by what stands before the first dot.
import initGdalJs from 'gdal3.js/src/index.js';
import { GDALFunctions as C } from 'gdal3.js/src/allCFunctions.js';
import { GdalError } from './error.js';
import { Messages } from './messages.js';

const VECTOR_VERBOSE = 0x04 | 0x40;
const CONFIG = {
  SHAPE_RESTORE_SHX: 'YES', // A missing .shx says nothing that the .shp does not.
  GML_SKIP_RESOLVE_ELEMS: 'ALL', // No links to other documents.
  OGR2OGR_USE_ARROW_API: 'NO', // The plain way reports the feature that failed.
  CPL_MAX_ERROR_REPORTS: '0', // Without end: otherwise GDAL is silent after the thousandth.
};

const fetched = async (name) => {
  if (self.terrellaFile) return self.terrellaFile(`gdal/${name}`);
  const parts = await Promise.all(GDAL_FILES[name].map(fetchedPart));
  return parts.length === 1 ? parts[0].arrayBuffer() : new Blob(parts).arrayBuffer();
};

async function fetchedPart(name) {
  const response = await fetch(new URL(`./gdal/${name}`, self.location.href)).catch((error) => {
    throw new GdalError('not-found', `GDAL's file ${name} cannot be fetched (${error.message}).`);
  });
  if (!response.ok) throw new GdalError('not-found', `GDAL's file ${name} is missing from this site (${response.status}).`);
  return response.blob();
}

export class Library {
  static async start() {
    const [wasm, data] = await Promise.all([fetched('gdal3WebAssembly.wasm'), fetched('gdal3WebAssembly.data')]);
    const messages = new Messages();
    C.Module.wasmBinary = wasm;
    C.Module.getPreloadedPackage = () => data;
    await initGdalJs({ useWorker: false, logHandler: () => {}, errorHandler: (text) => messages.add(text), env: CONFIG });
    return new Library(messages);
  }

  constructor(messages) {
    this.messages = messages;
    this.fs = C.Module.FS;
  }

  /** A dataset's pointer, or 0 when none of the drivers can open the file. */
  open(path, drivers, options = [], flags = VECTOR_VERBOSE) {
    return withStrings(drivers, (allowed) => withStrings(options, (given) => C.GDALOpenEx(path, flags, allowed, given, null)));
  }

  driverOf(dataset) {
    return C.GDALGetDriverShortName(C.GDALGetDatasetDriver(dataset));
  }

  /** What ogrinfo tells as JSON, or undefined. */
  info(dataset, options) {
    return withStrings(['-json', ...options], (list) => {
      const parsed = C.GDALVectorInfoOptionsNew(list, null);
      const text = C.GDALVectorInfo(dataset, parsed);
      C.GDALVectorInfoOptionsFree(parsed);
      // Extents of damaged data can be infinite, which GDAL writes and JSON does not know.
      return text ? JSON.parse(text.replace(/^(\s*)-?(Infinity|inf|NaN|nan)(,?)$/gm, '$1null$3')) : undefined;
    });
  }

  /** Runs ogr2ogr; whether it made a file that could be closed. */
  translate(dataset, path, options) {
    return withStrings(options, (list) => {
      const parsed = C.GDALVectorTranslateOptionsNew(list, null);
      if (!parsed) return false;
      const one = C.Module._malloc(4);
      C.Module.setValue(one, dataset, '*');
      const made = C.GDALVectorTranslate(path, null, 1, one, parsed, null);
      C.GDALVectorTranslateOptionsFree(parsed);
      C.Module._free(one);
      if (made) C.GDALClose(made);
      return made !== 0;
    });
  }

  /** Runs gdal_translate; whether it made a file that could be closed. */
  translateRaster(dataset, path, options) {
    return withStrings(options, (list) => {
      const parsed = C.GDALTranslateOptionsNew(list, null);
      if (!parsed) return false;
      const made = C.GDALTranslate(path, dataset, parsed, null);
      C.GDALTranslateOptionsFree(parsed);
      if (made) C.GDALClose(made);
      return made !== 0;
    });
  }

  /** Runs gdalwarp; whether it made a file that could be closed. */
  warp(dataset, path, options) {
    return withStrings(options, (list) => {
      const parsed = C.GDALWarpAppOptionsNew(list, null);
      if (!parsed) return false;
      const one = C.Module._malloc(4);
      C.Module.setValue(one, dataset, '*');
      const made = C.GDALWarp(path, null, 1, one, parsed, null);
      C.GDALWarpAppOptionsFree(parsed);
      C.Module._free(one);
      if (made) C.GDALClose(made);
      return made !== 0;
    });
  }

  close(dataset) {
    C.GDALClose(dataset);
  }

  /** Removes a folder with all its files. */
  remove(folder) {
    if (!this.fs.analyzePath(folder).exists) return;
    for (const path of this.entries(folder)) {
      if (this.isFolder(path)) this.remove(path);
      else this.fs.unlink(path);
    }
    this.fs.rmdir(folder);
  }

  entries(folder) {
    return this.fs.readdir(folder).filter((name) => name !== '.' && name !== '..').map((name) => `${folder}/${name}`);
  }

  isFolder(path) {
    return this.fs.isDir(this.fs.stat(path).mode);
  }

  /** Paths of all files in a folder and its folders. */
  files(folder) {
    return this.entries(folder).flatMap((path) => (this.isFolder(path) ? this.files(path) : [path]));
  }
}

/** Calls with a C list of strings: pointers to UTF-8, ended by null. */
function withStrings(strings, use) {
  const { Module } = C;
  const pointers = strings.map((text) => {
    const length = Module.lengthBytesUTF8(text) + 1;
    const pointer = Module._malloc(length);
    Module.stringToUTF8(text, pointer, length);
    return pointer;
  });
  const list = Module._malloc((pointers.length + 1) * 4);
  [...pointers, 0].forEach((pointer, i) => Module.setValue(list + i * 4, pointer, '*'));
  try {
    return use(list);
  } finally {
    pointers.forEach((pointer) => Module._free(pointer));
    Module._free(list);
  }
}
