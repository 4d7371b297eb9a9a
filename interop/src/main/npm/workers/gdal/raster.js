// Rasters of many formats become GeoTIFF, which the worker of rasters reads.
import { GDALFunctions as C } from 'gdal3.js/src/allCFunctions.js';
import { GdalError } from './error.js';

const RASTER_VERBOSE = 0x02 | 0x40;
const OPTIONS = ['-of', 'COG', '-co', 'COMPRESS=DEFLATE', '-co', 'BLOCKSIZE=256'];
const BY_EXTENSION = { hgt: ['SRTMHGT'], dt0: ['DTED'], dt1: ['DTED'], dt2: ['DTED'], img: ['ENVI', 'HFA', 'EHdr'], bil: ['EHdr', 'ENVI'], bip: ['EHdr', 'ENVI'], bsq: ['EHdr', 'ENVI'], dat: ['ENVI'] };

/** Bytes of a value, by ENVI's numbers of types. */
const ENVI_SIZES = { 1: 1, 2: 2, 3: 4, 4: 4, 5: 8, 6: 8, 9: 16, 12: 2, 13: 4, 14: 8, 15: 8 };

/** GDAL takes what is missing at the end of a file for zeros. */
function checkEnvi(name, size, header) {
  const number = (key, otherwise) => Number(new RegExp(`^\\s*${key}\\s*=\\s*(\\d+)`, 'im').exec(header)?.[1] ?? otherwise);
  if (number('file compression', 0) > 0) return;
  const said = number('samples', 0) * number('lines', 0) * number('bands', 1) * (ENVI_SIZES[number('data type', 1)] ?? 1) + number('header offset', 0);
  if (said > size) throw new GdalError('malformed-input', `${name}: it was cut off: its header speaks of ${said} bytes, and there are ${size}.`);
}

/** What a sound file of some bytes may hold at most: values of one kind need hardly any. Databases hold parts of what they speak of. */
function checkSize(name, dataset, driver, bytes) {
  if (driver === 'GPKG' || driver === 'MBTiles') return;
  const [width, height] = [C.GDALGetRasterXSize(dataset), C.GDALGetRasterYSize(dataset)];
  if (width * height > 8e6 + 2000 * bytes) throw new GdalError('malformed-input', `${name}: it speaks of ${width} × ${height} pixels in ${bytes} bytes.`);
}

/** Only the drivers of what the file is may open it; a header beside it says it best. */
function driversOf(name, head, header) {
  const text = new TextDecoder('latin1').decode(head);
  if (/^(II[*+]\0|MM\0[*+])/.test(text)) return ['GTiff'];
  if (text.slice(1, 4) === 'PNG') return ['PNG'];
  if (text.startsWith('\xff\xd8\xff')) return ['JPEG'];
  if (text.startsWith('SQLite format 3')) return ['GPKG', 'MBTiles'];
  if (text.startsWith('GRIB')) return ['GRIB'];
  if (/^\s*ncols/i.test(text)) return ['AAIGrid'];
  if (header) return /^\s*ENVI/.test(new TextDecoder('latin1').decode(header.subarray(0, 64))) ? ['ENVI'] : ['EHdr'];
  return BY_EXTENSION[name.split('.').pop().toLowerCase()];
}

const WRITTEN = {
  COG: { extension: 'tif', options: ['-co', 'COMPRESS=DEFLATE', '-co', 'PREDICTOR=YES'] },
  PNG: { extension: 'png', options: ['-co', 'WORLDFILE=YES'] },
};

/**
 * Writes a plain TIFF in another format and perhaps another system.
 * @param {{driver: string, name: string, crs: string, target: string, warp: string[], classes: boolean, credit: string}} request systems as GDAL is told
 *     of them, `target` empty for the raster's own; `warp` are options of gdalwarp; `credit`: whose the data are
 */
export function writeRaster(library, folder, { bytes, driver, name, crs, target, warp, classes, credit }) {
  const out = folder.replace('/input/', '/output/');
  const stem = name.replaceAll(/[/\0]/g, '_');
  const { extension, options } = WRITTEN[driver];
  const input = `${folder}/${stem}.tif`;
  const moved = `${folder}/terrella-moved.tif`;
  const overviews = driver === 'COG' ? ['-co', `OVERVIEW_RESAMPLING=${classes ? 'NEAREST' : 'AVERAGE'}`] : [];
  const opened = [];
  const open = (path) => {
    opened.push(library.open(path, ['GTiff'], [], RASTER_VERBOSE));
    return opened.at(-1);
  };
  library.fs.mkdir(out);
  library.messages.clear();
  try {
    library.fs.writeFile(input, bytes);
    let dataset = open(input);
    if (target) {
      if (!dataset || !library.warp(dataset, moved, ['-of', 'GTiff', ...(crs ? ['-s_srs', crs] : []), '-t_srs', target, ...warp])) throw unwritten(library, folder, name, driver);
      dataset = open(moved);
    }
    const path = `${out}/${stem}.${extension}`;
    const made = dataset && library.translateRaster(dataset, path, ['-of', driver, ...options, ...overviews, ...(credit ? ['-mo', `TIFFTAG_COPYRIGHT=${credit}`] : []), ...(crs && !target ? ['-a_srs', crs] : [])]);
    if (!made || library.messages.failure(out)) throw unwritten(library, out, name, driver);
    const files = library.fs.readdir(out).filter((file) => file !== '.' && file !== '..');
    const results = files.map((file) => ({ name: file.replace(/\.wld$/, '.pgw'), bytes: library.fs.readFile(`${out}/${file}`) }));
    if (driver === 'PNG') {
      const wkt = C.GDALGetProjectionRef(open(path) || dataset);
      if (wkt) results.push({ name: `${stem}.prj`, bytes: new TextEncoder().encode(wkt) });
    }
    return { files: results, warnings: library.messages.hints(out) };
  } finally {
    opened.filter((one) => one).forEach((one) => library.close(one));
    library.remove(folder);
    library.remove(out);
  }
}

const unwritten = (library, folder, name, driver) => new GdalError('malformed-input', `${name} cannot be written as ${driver}: ${library.messages.failure(folder) || 'GDAL gives no reason.'}`);

/** Writes a raster as GeoTIFF with tiles and overviews. */
export async function readRaster(library, folder, { files, table }) {
  const { name } = files[0];
  const contents = await Promise.all(files.map(async ({ blob }) => new Uint8Array(await blob.arrayBuffer())));
  const header = contents[files.findIndex(({ name: one }) => /\.hdr$/i.test(one))];
  const drivers = driversOf(name, contents[0].subarray(0, 64), header);
  if (!drivers) throw new GdalError('unsupported-format', `${name}: this is of no format that can be opened.`);
  if (drivers[0] === 'ENVI' && header) checkEnvi(name, contents[0].length, new TextDecoder('latin1').decode(header));
  const output = `${folder}/terrella-output.tif`;
  let dataset = 0;
  try {
    files.forEach(({ name: one }, i) => library.fs.writeFile(`${folder}/${one.replaceAll(/[/\0]/g, '_')}`, contents[i]));
    library.messages.clear();
    dataset = library.open(`${folder}/${name.replaceAll(/[/\0]/g, '_')}`, drivers, table ? [`TABLE=${table}`] : [], RASTER_VERBOSE);
    if (dataset) checkSize(name, dataset, drivers[0], contents[0].length);
    // Of pictures GDAL reads the world file only, and leaves the .prj beside it alone.
    const prj = (['PNG', 'JPEG'].includes(drivers[0]) || (drivers[0] === 'GTiff' && !C.GDALGetProjectionRef(dataset))) ? files.findIndex(({ name: one }) => /\.prj$/i.test(one)) : -1;
    const crs = prj < 0 ? [] : ['-a_srs', new TextDecoder().decode(contents[prj]).trim()];
    const made = dataset !== 0 && library.translateRaster(dataset, output, [...OPTIONS, ...crs]);
    const failure = library.messages.failure(folder);
    if (!made || !library.fs.analyzePath(output).exists || failure) throw new GdalError('malformed-input', `${name}: ${failure || 'GDAL cannot open this file and gives no reason.'}`);
    return { bytes: library.fs.readFile(output), warnings: library.messages.hints(folder) };
  } finally {
    if (dataset) library.close(dataset);
    library.remove(folder);
  }
}
