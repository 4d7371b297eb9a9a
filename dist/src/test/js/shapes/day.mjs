// A working day, which is the same in every shape of the app: look, ask, change, compute, export.
import assert from 'node:assert/strict';

const QUAKES = 'sample-earthquakes-layer';
const COUNTRIES = 'sample-countries-layer';
const FLATGEOBUF = 'ZmdiA2ZnYg';

/** Works with the open map, which has so many layers, those of the sample among them; the sum of what its first run gives. */
export async function day(app, layers) {
  assert.equal((await app.execute('layer:list')).length, layers);
  await seesTheMap(app);
  await asksTheMap(app);
  await changesTheLook(app);
  const sum = await runsAgain(app);
  await runs(app);
  await exports(app);
  return sum;
}

/** Layers, legend and map are there, and agree; the page and its controls have their look. */
async function seesTheMap(app) {
  await app.until('the page has its look', () => {
    const { display } = getComputedStyle(document.querySelector('.shell'));
    return display === 'flex' && getComputedStyle(document.documentElement).getPropertyValue('--wa-space-m') !== '';
  });
  const names = (await app.execute('layer:list')).map(({ name }) => name);
  assert.deepEqual(await app.texts('#panel-layers .layer-name'), names);
  const legend = await app.execute('view:legend');
  assert.deepEqual(legend.map(({ name }) => name), names);
  assert.ok(legend.find(({ layerId }) => layerId === QUAKES).entries.length > 3);
  assert.ok((await app.texts('.legend .legend-title')).includes('Earthquakes'));

  const whole = await app.picture();
  await app.click('#panel-layers [aria-label="Hide Earthquakes"]');
  await app.until('the earthquakes are hidden', async (id) => !(await terrella.execute('layer:list')).find(({ layerId }) => layerId === id).shown, QUAKES);
  assert.notEqual(await app.picture(), whole, 'a hidden layer is not drawn');
  await app.execute('document:undo');
  assert.ok((await app.execute('layer:list')).every(({ shown }) => shown));
}

/** A click tells what lies there. */
async function asksTheMap(app) {
  const [strongest] = (await app.execute('layer:features', { layerId: QUAKES, crs: 'EPSG:4326', sort: [{ field: 'mag', descending: true }], limit: 1 })).features;
  const [x, y] = strongest.geometry.coordinates;
  const { place } = strongest.properties;
  await app.execute('view:set', { center: [x, y], crs: 'EPSG:4326', zoom: 7 });
  await app.picture();
  const found = await app.execute('view:identify', { coordinate: [x, y], crs: 'EPSG:4326' });
  assert.ok(found.find(({ layerId }) => layerId === QUAKES).features.some(({ properties }) => properties.place === place));
  await app.click('.map .ol-viewport');
  await app.until('the card has the attributes', (place) => document.querySelector('.identify:not([hidden])')?.innerText.includes(place), place);
  await app.execute('view:set', { center: [0, 0], crs: 'EPSG:4326', zoom: 2 });
}

/** Classes and opacity can be changed, and back, and forth. */
async function changesTheLook(app) {
  const look = async () => {
    const list = await app.execute('layer:list');
    const legend = await app.execute('view:legend');
    const of = (layers) => layers.find(({ layerId }) => layerId === QUAKES);
    return { opacity: of(list).opacity, entries: of(legend).entries };
  };
  const before = await look();
  const picture = await app.picture();
  await app.execute('layer:classify', { layerId: QUAKES, field: 'depth_km', mode: 'quantile', classes: 4, ramp: before.opacity === 1 ? 'viridis' : 'magma' });
  await app.execute('layer:set', { layerId: QUAKES, opacity: before.opacity / 2 });
  const after = await look();
  assert.notDeepEqual(after, before);
  assert.equal(after.opacity, before.opacity / 2);
  assert.notEqual(await app.picture(), picture, 'another look is drawn');
  for (const [command, wanted] of [['undo', before], ['redo', after]]) {
    for (let i = 0; i < 2; i++) await app.execute(`document:${command}`);
    assert.deepEqual(await look(), wanted, command);
  }
}

/** The first run of the map gives again what it gave, which is taken away; the sum of that. A map without runs gets one. */
async function runsAgain(app) {
  if ((await app.execute('processing:history')).length === 0) {
    await app.execute('processing:run', { algorithm: 'native:buffer', parameters: { INPUT: QUAKES, DISTANCE: 2, DISSOLVE: true } });
  }
  const [{ id, outputs: [{ sha256 }] }] = await app.execute('processing:history');
  const again = await app.execute('processing:rerun', { id });
  assert.equal(again.identical, true, JSON.stringify(again));
  await app.execute('document:undo');
  return sha256;
}

/** Another algorithm runs; what it made goes, comes and goes. */
async function runs(app) {
  const count = async () => (await app.execute('layer:list')).length;
  const before = await count();
  const { OUTPUT } = await app.execute('processing:run', { algorithm: 'native:centroids', parameters: { INPUT: COUNTRIES } });
  const [made, given] = await Promise.all([OUTPUT, COUNTRIES].map((layerId) => app.execute('layer:info', { layerId })));
  assert.deepEqual([made.featureCount, made.geometryType], [given.featureCount, 'Point']);
  for (const [command, layers] of [['undo', before], ['redo', before + 1], ['undo', before]]) {
    await app.execute(`document:${command}`);
    assert.equal(await count(), layers, command);
  }
}

async function exports(app) {
  const { featureCount } = await app.execute('layer:info', { layerId: QUAKES });
  const read = async (path, as) => {
    const made = await app.execute('layer:export', { layerId: QUAKES, path });
    assert.equal(made.featureCount, featureCount);
    return app.execute('files:read', { path, as });
  };
  const { text } = await read('exports/quakes.geojson', 'text');
  assert.equal(JSON.parse(text).features.length, featureCount);
  const { base64 } = await read('exports/quakes.fgb', 'base64');
  assert.ok(base64.startsWith(FLATGEOBUF));
}

/** Figures and research objects. */
export async function makes(app) {
  for (const [command, path, least] of [['figure', 'exports/figure.pdf', 20_000], ['research-object', 'exports/object.zip', 1_000_000]]) {
    const { size } = await app.execute(`publish:${command}`, { path });
    assert.ok(size > least, `${path} has ${size} bytes`);
  }
}

/** A saved map is there after the page was loaded anew. */
export async function keeps(app) {
  const saved = await app.execute('document:save');
  const before = await app.execute('layer:list');
  await app.reload();
  assert.deepEqual(await app.execute('layer:list'), before, 'what was saved is there');
  await app.picture();
  return saved.path;
}

/** What a shape cannot do, it says: each command with what its refusal is about. */
export async function refuses(app, refused) {
  for (const [command, args, words] of refused) assert.match(await app.refusal(command, args), words, command);
}
