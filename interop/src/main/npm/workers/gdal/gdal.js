import initGdalJs from 'gdal3.js/src/index.js';
import { GDALFunctions } from 'gdal3.js/src/allCFunctions.js';
import { GdalError } from './error.js';

const fetched = async (name) => {
  const response = await fetch(new URL(`./gdal/${name}`, self.location.href));
  if (!response.ok) throw new GdalError('not-found', `GDAL's file ${name} is missing from this site (${response.status}).`);
  return response.arrayBuffer();
};

export async function startGdal() {
  const [wasm, data] = await Promise.all([fetched('gdal3WebAssembly.wasm'), fetched('gdal3WebAssembly.data')]);
  const said = [];
  const { Module } = GDALFunctions;
  Module.wasmBinary = wasm;
  Module.getPreloadedPackage = () => data;
  const api = await initGdalJs({
    useWorker: false,
    logHandler: () => {},
    errorHandler: (text) => said.push(text),
    env: { OGR_GEOJSON_MAX_OBJ_SIZE: '0', SHAPE_RESTORE_SHX: 'YES', OGR_GMLAS_WARN: 'NO', GML_SKIP_RESOLVE_ELEMS: 'ALL', CPL_TMPDIR: '/tmp', GDAL_DISABLE_READDIR_ON_OPEN: 'FALSE' },
  });
  return new Gdal(api, said);
}

class Gdal {
  constructor(api, said) {
    this.api = api;
    this.said = said;
    this.fs = api.Module.FS;
    this.datasets = new Map();
    this.count = 0;
  }

  /** What GDAL complained of since the last call, without its own paths and marks. */
  complaints(folder) {
    const lines = this.said.splice(0).map((line) => line.replaceAll(`${folder}/`, '').replace(/^(ERROR|Warning) \d+: /, ''));
    return [...new Set(lines)].slice(0, 4).join(' ');
  }

  async guarded(label, folder, work) {
    this.said.length = 0;
    let problem;
    try {
      const result = await work();
      if (result !== undefined) return result;
    } catch (error) {
      problem = Array.isArray(error) ? error[0]?.message : error?.message;
    }
    const reason = this.complaints(folder) || (problem ?? '').replaceAll(`${folder}/`, '') || 'GDAL gave no reason.';
    throw new GdalError('malformed-input', `${label}: ${reason}`);
  }

  async open({ files, encoding }) {
    const main = files[0].name;
    // A dataset is known to gdal3.js by its name before the first dot, and side files belong to it by the same stem.
    const stem = `d${++this.count}`;
    const folder = `/input/${stem}`;
    this.fs.mkdir(folder);
    const base = main.replace(/\.[^.]*$/, '');
    for (const { name, blob } of files) {
      const extension = name.startsWith(base) ? name.slice(base.length) : name.replace(/^.*?(\.[^.]*)$/, '$1');
      this.fs.writeFile(`${folder}/${stem}${extension.toLowerCase()}`, new Uint8Array(await blob.arrayBuffer()));
    }
    const path = `${folder}/${stem}${main.slice(base.length).toLowerCase()}`;
    const options = openOptions(main, encoding);
    try {
      const opened = await this.guarded(main, folder, async () => (await this.api.open(path, options)).datasets[0]);
      const info = await this.guarded(main, folder, () => this.api.ogrinfo(opened, ['-so', '-al']));
      const dataset = stem;
      this.datasets.set(dataset, { opened, folder, main, encoding });
      return { dataset, driver: info.driverShortName, layers: (info.layers ?? []).map(layerOf) };
    } catch (error) {
      this.remove(folder);
      throw error;
    }
  }

  async read({ dataset, layer }) {
    const { opened, folder, main } = this.datasets.get(dataset);
    const out = `${dataset}-out`;
    const written = `/output/${out}.fgb`;
    await this.guarded(`${main}, layer "${layer}"`, folder, async () => {
      const result = await this.api.ogr2ogr(opened, ['-f', 'FlatGeobuf', '-lco', 'SPATIAL_INDEX=NO', '-nln', layer, '-mapFieldType', 'Time=String', '--config', 'OGR2OGR_USE_ARROW_API', 'NO', layer], out);
      return result;
    });
    try {
      return { bytes: this.fs.readFile(written), warnings: this.complaints(folder) };
    } catch {
      throw new GdalError('malformed-input', `${main}, layer "${layer}": ${this.complaints(folder) || 'nothing could be read.'}`);
    } finally {
      this.unlink(written);
    }
  }

  async write({ bytes, driver, name, options }) {
    const stem = `w${++this.count}`;
    const folder = `/input/${stem}`;
    this.fs.mkdir(folder);
    this.fs.writeFile(`${folder}/${stem}.fgb`, bytes);
    const before = new Set(this.fs.readdir('/output'));
    try {
      await this.guarded(name, folder, async () => {
        const source = (await this.api.open(`${folder}/${stem}.fgb`)).datasets[0];
        const result = await this.api.ogr2ogr(source, ['-f', driver, '-nln', name, ...(options ?? [])], stem);
        await this.api.close(source);
        return result;
      });
      const made = this.fs.readdir('/output').filter((file) => !before.has(file));
      return made.map((file) => ({ name: file.replace(stem, name), bytes: this.fs.readFile(`/output/${file}`) }));
    } finally {
      for (const file of this.fs.readdir('/output')) if (!before.has(file)) this.unlink(`/output/${file}`);
      this.remove(folder);
    }
  }

  async close(dataset) {
    const known = this.datasets.get(dataset);
    if (!known) return;
    this.datasets.delete(dataset);
    await this.api.close(known.opened);
    this.remove(known.folder);
  }

  remove(folder) {
    for (const file of this.fs.readdir(folder)) if (file !== '.' && file !== '..') this.unlink(`${folder}/${file}`);
    this.fs.rmdir(folder);
  }

  unlink(path) {
    if (this.fs.analyzePath(path).exists) this.fs.unlink(path);
  }
}

function openOptions(name, encoding) {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const options = [];
  if (extension === 'csv' || extension === 'tsv' || extension === 'txt') {
    const x = 'lon,lng,long,longitude,lon_dd,reclong,x,x_coord,xcoord,easting,point_x,laenge,länge,längengrad,laengengrad';
    const y = 'lat,latitude,lat_dd,reclat,y,y_coord,ycoord,northing,point_y,breite,breitengrad';
    options.push(`X_POSSIBLE_NAMES=${x}`, `Y_POSSIBLE_NAMES=${y}`, 'Z_POSSIBLE_NAMES=elevation,z', 'GEOM_POSSIBLE_NAMES=WKT,wkt,geometry,geom,the_geom', 'AUTODETECT_TYPE=YES', 'KEEP_GEOM_COLUMNS=YES', 'EMPTY_STRING_AS_NULL=YES');
  }
  if (encoding && (extension === 'shp' || extension === 'dbf')) options.push(`ENCODING=${encoding}`);
  return options;
}

function layerOf(layer) {
  const geometry = layer.geometryFields?.[0];
  const system = geometry?.coordinateSystem;
  const id = system?.projjson?.id ?? {};
  return {
    name: layer.name,
    geometryType: geometry?.type ?? 'None',
    featureCount: layer.featureCount ?? -1,
    crs: id.code ? `${id.authority}:${id.code}` : '',
    wkt: system?.wkt ?? '',
    fields: (layer.fields ?? []).length,
  };
}
