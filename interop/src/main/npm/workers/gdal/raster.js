// Rasters of many formats become GeoTIFF, which the worker of rasters reads.
import { GDALFunctions as C } from 'gdal3.js/src/allCFunctions.js';
import { GdalError } from './error.js';

const RASTER_VERBOSE = 0x02 | 0x40;
const OPTIONS = ['-of', 'COG', '-co', 'COMPRESS=DEFLATE', '-co', 'BLOCKSIZE=256'];
const BY_EXTENSION = { hgt: ['SRTMHGT'], dt0: ['DTED'], dt1: ['DTED'], dt2: ['DTED'], img: ['ENVI', 'HFA', 'EHdr'], bil: ['EHdr', 'ENVI'], bip: ['EHdr', 'ENVI'], bsq: ['EHdr', 'ENVI'], dat: ['ENVI'] };

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

/** Writes a raster as GeoTIFF with tiles and overviews. */
export async function readRaster(library, folder, { files, table }) {
  const { name } = files[0];
  const contents = await Promise.all(files.map(async ({ blob }) => new Uint8Array(await blob.arrayBuffer())));
  const drivers = driversOf(name, contents[0].subarray(0, 64), contents[files.findIndex(({ name: one }) => /\.hdr$/i.test(one))]);
  if (!drivers) throw new GdalError('unsupported-format', `${name}: this is of no format that can be opened.`);
  const output = `${folder}/terrella-output.tif`;
  let dataset = 0;
  try {
    files.forEach(({ name: one }, i) => library.fs.writeFile(`${folder}/${one.replaceAll(/[/\0]/g, '_')}`, contents[i]));
    library.messages.clear();
    dataset = library.open(`${folder}/${name.replaceAll(/[/\0]/g, '_')}`, drivers, table ? [`TABLE=${table}`] : [], RASTER_VERBOSE);
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
