// Opens, reads and writes files with GDAL, and makes sure that what GDAL complains of is heard.
import { GdalError } from './error.js';
import { countFeatures } from './flatgeobuf.js';
import { formatOf, openOptions } from './formats.js';
import { checkFile } from './guard.js';
import { layerOf, translation } from './layers.js';
import { Library } from './library.js';
import { utf8Table } from './table.js';
import { write } from './write.js';

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

  async open({ files, encoding }) {
    const { library } = this;
    const { name } = files[0];
    const contents = await Promise.all(files.map(async ({ blob }) => new Uint8Array(await blob.arrayBuffer())));
    const format = formatOf(name, contents[0].subarray(0, 2048));
    if (!format.drivers) throw new GdalError('unsupported-format', `${name}: this is of no format that can be opened.`);
    contents.forEach((bytes, i) => checkFile(files[i].name, bytes, i === 0 ? format : formatOf(files[i].name, bytes.subarray(0, 2048))));
    const folder = this.folder();
    let pointer = 0;
    try {
      // Side files are found by their stem and by an extension in lower case; GDAL names layers by the stem.
      const stem = name.replace(/\.[^.]*$/, '').replaceAll(/[/\0]/g, '_') || 'data';
      contents.forEach((bytes, i) => {
        const extension = i === 0 ? format.extension : files[i].name.split('.').pop().toLowerCase();
        library.fs.writeFile(`${folder}/${stem}.${extension}`, format.isTable && i === 0 ? utf8Table(name, bytes, encoding) : bytes);
      });
      const attempt = () => {
        library.messages.clear();
        if (pointer) library.close(pointer);
        pointer = library.open(`${folder}/${stem}.${format.extension}`, format.drivers, openOptions(format, encoding));
        const info = pointer ? library.info(pointer, ['-so', '-al']) : undefined;
        return { info, failure: library.messages.failure(folder) };
      };
      let { info, failure } = attempt();
      const warnings = [];
      const prj = `${folder}/${stem}.prj`;
      if (failure && library.fs.analyzePath(prj).exists) {
        // A .prj that is not understood leaves the CRS unknown, but not the data.
        library.fs.unlink(prj);
        const why = failure;
        ({ info, failure } = attempt());
        if (!failure) warnings.push(`The coordinate reference system in ${stem}.prj cannot be understood: ${why}`);
      }
      if (failure || !info) throw new GdalError('malformed-input', `${name}: ${failure || 'GDAL cannot open this file and gives no reason.'}`);
      const layers = (info.layers ?? []).map((layer) => layerOf(layer, info.driverShortName));
      const dataset = `d${this.count}`;
      this.datasets.set(dataset, { pointer, folder, name, layers });
      return { dataset, driver: info.driverShortName, layers, warnings: [...warnings, ...library.messages.hints(folder)] };
    } catch (error) {
      if (pointer) library.close(pointer);
      library.remove(folder);
      throw error;
    }
  }

  read({ dataset, layer: wanted }) {
    const { library } = this;
    const { pointer, folder, name, layers } = this.known(dataset);
    const layer = layers.find((one) => one.name === wanted);
    if (!layer) throw new GdalError('not-found', `${name} has no layer "${wanted}"; it has ${layers.map((one) => one.name).join(', ')}.`);
    const output = `${folder}/terrella-output.fgb`;
    try {
      library.messages.clear();
      const made = library.translate(pointer, output, ['-f', 'FlatGeobuf', '-lco', 'SPATIAL_INDEX=NO', '-nln', wanted, ...translation(layer), wanted]);
      const bytes = library.fs.analyzePath(output).exists ? library.fs.readFile(output) : undefined;
      const failure = library.messages.failure(folder);
      if (failure || !made || !bytes) {
        const read = bytes ? countFeatures(bytes) : 0;
        const much = layer.featureCount > read ? `Only ${read} of ${layer.featureCount}` : `Not all of ${read}`;
        throw new GdalError('malformed-input', `${name}, layer "${wanted}": ${failure || 'GDAL gives no reason.'} ${much} features could be read.`);
      }
      return { bytes, warnings: library.messages.hints(folder) };
    } finally {
      if (library.fs.analyzePath(output).exists) library.fs.unlink(output);
    }
  }

  write(request) {
    return write(this.library, this.folder(), request);
  }

  close(dataset) {
    const { pointer, folder } = this.known(dataset);
    this.datasets.delete(dataset);
    this.library.close(pointer);
    this.library.remove(folder);
  }

  known(dataset) {
    const known = this.datasets.get(dataset);
    if (!known) throw new GdalError('not-found', `There is no open dataset "${dataset}".`);
    return known;
  }
}
