// Puts the engine beside its peers in a benchmark page that serves the site at /ours/ and imports this module:
// the default export gives {name, version, workloads: {W1: {prepare, compute, check, free, e2e}, …}}.
// The named exports serve ./bench.

const lists = new Map();

/** The address of a file of a site, whose name carries a mark of its content. */
export async function fileOf(folder, name) {
  if (!lists.has(folder)) lists.set(folder, fetch(`${folder}files.json`).then((reply) => reply.json()));
  return folder + (await lists.get(folder)).files.find((file) => file.name === name).file;
}

/** One engine worker; `kind` requests resolve to {header, buffers, attachment}. */
export function startEngine(url, role) {
  const worker = new Worker(url, { type: 'module', name: role });
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data }) => {
    if (data.kind === 'progress') return;
    const failure = data.kind === 'error' || data.kind === 'fatal' ? new Error(data.header) : null;
    const concerned = data.kind === 'fatal' ? [...waiting.keys()] : [data.id];
    for (const id of concerned) {
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (failure) reject(failure);
      else resolve({ header: JSON.parse(data.header), buffers: data.buffers, attachment: data.attachment });
    }
  };
  return {
    request: (kind, header, { buffers = [], attachment } = {}) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject });
        worker.postMessage({ id: last, kind, header: JSON.stringify(header), buffers, attachment });
      }),
    tell: (kind, header) => worker.postMessage({ id: 0, kind, header: JSON.stringify(header), buffers: [] }),
    end: () => worker.terminate(),
  };
}

/** The owner of tables, as the page uses it: it spreads the work over compute workers. `second` is a table `other`. */
export async function openTable(url, text, second) {
  const engine = startEngine(url, 'owner');
  const read = (table, content) =>
    engine.request('read', { table, name: table, format: 'geojson' }, { attachment: new Blob([content]) });
  await read('in', text);
  if (second !== undefined) await read('other', second);
  return {
    run: (algorithm, parameters, { input = 'in', other, output = 'out' } = {}) =>
      engine.request('run', {
        algorithm,
        parameters,
        inputs: [{ name: 'INPUT', table: input }, ...(other ? [{ name: other, table: 'other' }] : [])],
        outputs: { OUTPUT: output },
        names: { OUTPUT: output },
      }),
    geojson: async () => (await engine.request('write', { table: 'out', format: 'geojson' })).attachment.text(),
    end: engine.end,
  };
}

const ring = (r) => {
  const [x0, y0] = r[0];
  let twice = 0;
  for (let i = 0; i < r.length - 1; i++) twice += (r[i][0] - x0) * (r[i + 1][1] - y0) - (r[i + 1][0] - x0) * (r[i][1] - y0);
  return Math.abs(twice / 2);
};
const polygon = (p) => p.reduce((sum, r, i) => sum + (i ? -ring(r) : ring(r)), 0);
const size = (g) =>
  !g ? 0
  : g.type === 'Polygon' ? polygon(g.coordinates)
  : g.type === 'MultiPolygon' ? g.coordinates.reduce((sum, p) => sum + polygon(p), 0)
  : g.type === 'GeometryCollection' ? g.geometries.reduce((sum, p) => sum + size(p), 0)
  : g.type === 'Point' ? g.coordinates[0] + g.coordinates[1]
  : 0;

/** Planar areas; of points, the coordinates. */
export function checksum(text) {
  const { features } = JSON.parse(text);
  return { count: features.length, sum: features.reduce((sum, feature) => sum + size(feature.geometry), 0) };
}

/** One compute worker, fed with a slice that is all of the polygons, as the owner would feed it. */
export function openWorker(url, text) {
  const rings = JSON.parse(text).features.map((feature) => feature.geometry.coordinates[0]);
  const count = rings.length;
  const steps = Int32Array.from({ length: count + 1 }, (_, i) => i);
  const vertices = new Int32Array(count + 1);
  rings.forEach((r, i) => (vertices[i + 1] = vertices[i] + r.length));
  const header = {
    name: 'input', stride: 2, collections: false, columns: [],
    crs: { id: 'EPSG:3857', definition: '', geographic: false, metersPerUnit: 1 },
  };
  const coordinates = Float64Array.from(rings.flat(2));
  const engine = startEngine(url, 'compute');
  return {
    run: (algorithm, parameters) => {
      const buffers = [new Int8Array(count).fill(3), steps, steps, vertices, coordinates];
      engine.tell('inputs', { inputs: [] });
      return engine.request('compute', { algorithm, parameters, table: header, kinds: 0, first: 0 }, { buffers });
    },
    end: engine.end,
  };
}

/** The sum of the areas of a table of polygons, as a worker answers it; arrays that only count are left out. */
export function tableSum({ header, buffers }) {
  const { features, counted, type } = header.tables[0].table;
  const arrays = [...buffers];
  if (type === undefined) arrays.shift();
  const counting = (count) => Int32Array.from({ length: count + 1 }, (_, i) => i);
  const parts = counted & 1 ? counting(features) : arrays.shift();
  const rings = counted & 2 ? counting(parts[features]) : arrays.shift();
  const vertices = counted & 4 ? counting(rings[parts[features]]) : arrays.shift();
  const xy = arrays.shift();
  let sum = 0;
  for (let part = 0; part < parts[features]; part++) {
    for (let ring = rings[part]; ring < rings[part + 1]; ring++) {
      const first = 2 * vertices[ring];
      let twice = 0;
      for (let i = first; i < 2 * vertices[ring + 1] - 2; i += 2) {
        twice += (xy[i] - xy[first]) * (xy[i + 3] - xy[first + 1]) - (xy[i + 2] - xy[first]) * (xy[i + 1] - xy[first + 1]);
      }
      sum += (ring === rings[part] ? 1 : -1) * Math.abs(twice / 2);
    }
  }
  return { count: features, sum };
}

const run = (algorithm, parameters, other) => (table) => table.run(algorithm, parameters, { other });

const to = (id, definition) => ({ TARGET_CRS: { id, definition, geographic: false, metersPerUnit: 1 } });

const joined = (text) => {
  const { features } = JSON.parse(text);
  return { count: features.length, sum: features.filter((feature) => feature.properties.NAME !== null).length };
};

function workload(work, sums = checksum) {
  const open = async (texts) => openTable(await fileOf('/ours/', 'engine.js'), ...texts);
  let expected;
  return {
    // The sums are taken from an engine of its own, so that the measured one starts cold.
    async prepare(...texts) {
      const other = await open(texts);
      await work(other);
      expected = sums(await other.geojson());
      other.end();
      return open(texts);
    },
    async compute(opening) {
      return work(await opening);
    },
    check: () => expected,
    free: () => {},
    async e2e(...texts) {
      const table = await open(texts);
      await work(table);
      const result = await table.geojson();
      table.end();
      return result;
    },
  };
}

export default async function () {
  return {
    name: 'ours',
    version: '0.1.0',
    workloads: {
      W1: workload(run('native:buffer', { DISTANCE: 50, SEGMENTS: 8 })),
      W1u: workload(run('native:buffer', { DISTANCE: 50, SEGMENTS: 8, DISSOLVE: true })),
      W2: workload(run('native:dissolve', {})),
      W3: workload(run('native:intersection', {}, 'OVERLAY')),
      W3c: workload(run('native:clip', {}, 'OVERLAY')),
      W4: workload(run('native:convexhull', {})),
      W5dp: workload(run('native:simplifygeometries', { METHOD: 0, TOLERANCE: 100 })),
      W6: workload(run('native:centroids', {})),
      W7: workload(run('native:joinattributesbylocation', { PREDICATE: [0], JOIN_FIELDS: ['NAME'], METHOD: 1 }, 'JOIN'), joined),
      W8: workload(async (table) => {
        await table.run('native:reprojectlayer', to('EPSG:3857', ''), { output: 'mid' });
        await table.run('native:reprojectlayer', to('EPSG:25832', '+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0'), { input: 'mid' });
      }),
    },
  };
}
