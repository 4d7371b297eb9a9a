// Opens, reads and writes files with GDAL, and makes sure that what GDAL complains of is heard.
import { GdalError } from './error.js';
import { retype } from '../parquet/flatgeobuf.js';
import { countFeatures, emptyTable } from './flatgeobuf.js';
import { extensionOf, formatOf, openOptions } from './formats.js';
import { checkFile } from './guard.js';
import { readKml } from './kml.js';
import { layerOf, translation } from './layers.js';
import { Library } from './library.js';
import { readRaster, writeRaster } from './raster.js';
import { spatialTables } from './spreadsheet.js';
import { utf8Table } from './table.js';
import { geometryTable } from './text.js';
import { write } from './write.js';

/** So much of a file is looked at to know its format: the first tables of a database stand behind the first 4 KB. */
const HEAD = 8192;

/** The format of a file; fails for those that no driver opens. */
export async function knownFormat({ name, blob }) {
  const format = formatOf(name, new Uint8Array(await blob.slice(0, HEAD).arrayBuffer()));
  if (!format.drivers) throw new GdalError(blob.size ? 'unsupported-format' : 'malformed-input', blob.size ? `${name}: this is of no format that can be opened.` : `${name}: the file is empty.`);
  return format;
}

export async function startGdal() {
  return new Gdal(await Library.start());
}

class Gdal {
  constructor(library) {
    this.library = library;
    this.datasets = new Map();
    this.count = 0;
  }

  /** A new folder for one dataset. */
  folder() {
    const folder = `/input/${++this.count}`;
    this.library.fs.mkdir(folder);
    return folder;
  }

  async open({ files, encoding, format }) {
    const { name } = files[0];
    const contents = await Promise.all(files.map(async ({ blob }) => new Uint8Array(await blob.arrayBuffer())));
    contents.forEach((bytes, i) => checkFile(files[i].name, bytes, i === 0 ? format : formatOf(files[i].name, bytes.subarray(0, HEAD))));
    const dataset = { name, folder: this.folder(), pointers: [], layers: [] };
    try {
      const { driver, warnings } = format.extension === 'kml' ? this.openKml(dataset, contents[0]) : this.openFile(dataset, format, files, contents, encoding);
      const id = `d${this.count}`;
      this.datasets.set(id, dataset);
      return { dataset: id, driver, layers: dataset.layers.map(({ pointer, reopen, source, columns, driver: of, types, ...layer }) => layer), warnings };
    } catch (error) {
      this.discard(dataset);
      throw error;
    }
  }

  openFile(dataset, format, files, contents, encoding) {
    const { fs } = this.library;
    const { name, folder } = dataset;
    // Side files are found by their stem and by an extension in lower case; GDAL names layers by the stem.
    const stem = name.replace(new RegExp(`\\.${extensionOf(name)}$`, 'i'), '').replaceAll(/[/\0]/g, '_') || 'data';
    const main = format.isGeometries ? 'csv' : format.extension;
    const text = format.isGeometries ? geometryTable(name, contents[0]) : undefined;
    contents.forEach((bytes, i) => {
      const extension = i === 0 ? main : files[i].name.split('.').pop().toLowerCase();
      fs.writeFile(`${folder}/${stem}.${extension}`, i > 0 ? bytes : text?.bytes ?? (format.isTable ? utf8Table(name, bytes, encoding) : bytes));
    });
    const attempt = () => {
      const opened = this.attempt(dataset, `${stem}.${main}`, format.drivers, openOptions(format, name, encoding));
      if (text?.crs) dataset.layers.forEach((layer) => (layer.crs = text.crs));
      if (main === 'xlsx' || main === 'ods') spatialTables(this, dataset, `${stem}.${main}`);
      return opened;
    };
    const prj = `${folder}/${stem}.prj`;
    try {
      return attempt();
    } catch (error) {
      if (!(error instanceof GdalError) || !fs.analyzePath(prj).exists) throw error;
      // A .prj that is not understood leaves the CRS unknown, but not the data.
      fs.unlink(prj);
      const opened = attempt();
      opened.warnings.unshift(`The coordinate reference system in ${stem}.prj cannot be understood (${error.message}).`);
      return opened;
    }
  }

  openKml(dataset, bytes) {
    const { layers, warnings } = readKml(dataset.name, bytes);
    layers.forEach(({ name, geojson }, i) => {
      this.library.fs.writeFile(`${dataset.folder}/${i}.geojson`, JSON.stringify(geojson));
      this.attempt(dataset, `${i}.geojson`, ['GeoJSON'], []);
      dataset.layers[dataset.layers.length - 1].name = name;
    });
    return { driver: 'KML', warnings };
  }

  /** Opens a file in the dataset's folder and adds its layers. */
  attempt(dataset, file, drivers, options) {
    const { library } = this;
    const { name, folder } = dataset;
    library.messages.clear();
    const pointer = library.open(`${folder}/${file}`, drivers, options);
    if (pointer) dataset.pointers.push(pointer);
    const info = pointer ? library.info(pointer, ['-so', '-al']) : undefined;
    const failure = library.messages.failure(folder);
    if (failure || !info) throw new GdalError('malformed-input', `${name}: ${failure || 'GDAL cannot open this file and gives no reason.'}`);
    dataset.layers.push(...(info.layers ?? []).map((layer) => ({ ...layerOf(layer, info.driverShortName), pointer, reopen: () => library.open(`${folder}/${file}`, drivers, options), source: layer.name })));
    return { driver: info.driverShortName, warnings: library.messages.hints(folder) };
  }

  read({ dataset, layer: wanted }) {
    const { library } = this;
    const { folder, name, layers } = this.known(dataset);
    const layer = layers.find((one) => one.name === wanted);
    if (!layer) throw new GdalError('not-found', `${name} has no layer "${wanted}"; it has ${layers.map((one) => one.name).join(', ')}.`);
    const output = `${folder}/terrella-output.fgb`;
    // A file of OpenStreetMap is read once from its begin to its end for all layers.
    const again = layer.driver === 'OSM' ? layer.reopen() : 0;
    try {
      library.messages.clear();
      const made = library.translate(again || layer.pointer, output, ['-f', 'FlatGeobuf', '-lco', 'SPATIAL_INDEX=NO', '-nln', wanted, ...translation(layer), layer.source]);
      let bytes = library.fs.analyzePath(output).exists ? library.fs.readFile(output) : undefined;
      const failure = library.messages.failure(folder);
      if (!failure && bytes?.length === 0) bytes = emptyTable(wanted, layer.columns, layer.crs);
      if (failure || !made || !bytes) {
        const read = bytes ? countFeatures(bytes) : 0;
        const much = layer.featureCount > read ? `Only ${read} of ${layer.featureCount}` : `Not all of ${read}`;
        throw new GdalError('malformed-input', `${name}, layer "${wanted}": ${failure || 'GDAL gives no reason.'} ${much} features could be read.`);
      }
      if (layer.types.size > 0) retype(bytes, layer.types);
      return { bytes, warnings: library.messages.hints(folder) };
    } finally {
      if (again) library.close(again);
      if (library.fs.analyzePath(output).exists) library.fs.unlink(output);
    }
  }

  write(request) {
    return write(this.library, this.folder(), request);
  }

  raster(request) {
    return readRaster(this.library, this.folder(), request);
  }

  writeRaster(request) {
    return writeRaster(this.library, this.folder(), request);
  }

  close(dataset) {
    const known = this.known(dataset);
    this.datasets.delete(dataset);
    this.discard(known);
  }

  discard({ pointers, folder }) {
    for (const pointer of pointers) this.library.close(pointer);
    this.library.remove(folder);
  }

  known(dataset) {
    const known = this.datasets.get(dataset);
    if (!known) throw new GdalError('not-found', `There is no open dataset "${dataset}".`);
    return known;
  }
}
