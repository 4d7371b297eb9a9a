// Properties of the shared document, tried by chance:  node shared.mjs SEED EDITS
// Prints "ok: …" or the first broken promise, and exits with 1.
import assert from 'node:assert/strict';
import { createShared, mergeUpdates, seedUpdate } from '../../../../interop/src/main/npm/shared.js';

const [seed, edits] = process.argv.slice(2).map(Number);
let state = seed;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const below = (n) => Math.floor(random() * n);

const sorted = (value) =>
  Array.isArray(value) ? value.map(sorted)
  : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
  : value;
const content = (map) => JSON.stringify(sorted(JSON.parse(map.content())));

/** A change such as a person makes: layers set and removed, the tree with them, options and metadata. */
function change(map) {
  const { sections, layerTree } = JSON.parse(map.content());
  const layers = Object.keys(sections.layers.set);
  const kind = below(6);
  if (kind === 0 || !layers.length) {
    const id = `layer-${below(40)}`;
    return { sections: { layers: { set: { [id]: { name: id, n: below(1000) } } } }, layerTree: [...layerTree.filter((item) => item !== id), id] };
  }
  const id = layers[below(layers.length)];
  if (kind === 1) return { sections: { layers: { removed: [id] } }, layerTree: layerTree.filter((item) => item !== id) };
  if (kind === 2) return { layerTree: [...layerTree].sort(() => random() - 0.5) };
  if (kind === 3) return { sections: { options: { set: { zoom: below(20) } }, metadata: { set: { [`k${below(5)}`]: ['<b>', { deep: [null, below(9)] }] } } } };
  if (kind === 4) return { sections: { metadata: { removed: [`k${below(5)}`] } } };
  return { sections: { layers: { set: { [id]: { name: `new ${below(1000)}`, parameters: { opacity: below(100) / 100 } } } } } };
}

const START = JSON.stringify({ sections: { metadata: { set: { title: 'Test' } }, layers: { set: { base: { name: 'Base' } } } }, layerTree: ['base'] });

/** Replicas that are cut off at times and come together again end with the same document. */
function replicas() {
  const sent = [[], [], [], []];
  const maps = sent.map((queue) => {
    const map = createShared(() => {}, (update) => queue.push(update));
    return map;
  });
  for (const map of maps.slice(0, 3)) map.take(seedUpdate(START));
  const cut = [false, false, false, true];
  const exchange = () => {
    for (let from = 0; from < 4; from++) {
      if (cut[from]) continue;
      for (let to = 0; to < 4; to++) if (to !== from && !cut[to]) for (const update of sent[from]) maps[to].take(update);
      // What those who are cut off miss comes with their state when they are back.
      sent[from].length = 0;
    }
  };
  const join = (i) => {
    cut[i] = false;
    for (let k = 0; k < 4; k++) {
      if (k === i || cut[k]) continue;
      maps[i].take(maps[k].updateSince(maps[i].vector()));
      maps[k].take(maps[i].updateSince(maps[k].vector()));
    }
  };
  for (let n = 0; n < edits; n++) {
    if (n === Math.floor(edits / 2)) join(3);
    const i = below(n < edits / 2 ? 3 : 4);
    const dice = below(20);
    if (dice === 0) maps[i].undo();
    else if (dice === 1) maps[i].redo();
    else if (dice === 2) maps[i].amend(JSON.stringify(change(maps[i])));
    else maps[i].edit(JSON.stringify(change(maps[i])), 'Edit', below(4) === 0);
    if (below(50) === 0) {
      const k = below(3);
      if (cut[k]) join(k);
      else cut[k] = true;
    }
    if (below(3) === 0) exchange();
  }
  for (let i = 0; i < 4; i++) join(i);
  for (let i = 0; i < 4; i++) join(i);
  for (let i = 1; i < 4; i++) assert.equal(content(maps[i]), content(maps[0]), `replica ${i} differs`);
  const late = createShared(() => {}, () => {});
  late.take(maps[0].updateSince(null));
  assert.equal(content(late), content(maps[0]), 'a late one differs');
}

/** Undo of all steps gives the beginning, redo of all the end, whatever is told of it adds up, and so does the log. */
function undoAndLog() {
  const log = [];
  let told = null;
  const map = createShared((json) => told && (told = apply(told, JSON.parse(json))), (update) => log.push(update));
  map.take(seedUpdate(START));
  const first = content(map);
  const steps = 150;
  let labels = [];
  for (let n = 0; n < steps; n++) {
    map.edit(JSON.stringify(change(map)), `step ${n}`, false);
    labels.push(map.undoLabel());
  }
  const last = content(map);
  told = JSON.parse(last);
  let undone = 0;
  while (map.undo()) {
    undone++;
    assert.equal(JSON.stringify(sorted(told)), content(map), 'what undo told does not add up');
  }
  assert.equal(content(map), first, 'undo of everything is not the beginning');
  assert.ok(undone <= steps && labels.at(-1) === `step ${steps - 1}`);
  while (map.redo());
  assert.equal(content(map), last, 'redo of everything is not the end');
  assert.equal(map.undoLabel(), labels.at(-1));
  const again = createShared(() => {}, () => {});
  again.take(seedUpdate(START));
  again.take(mergeUpdates(log));
  assert.equal(content(again), last, 'the log does not give the document');
}

function apply(base, { sections = {}, layerTree }) {
  const next = structuredClone(base);
  for (const [name, { set = {}, removed = [] }] of Object.entries(sections)) {
    for (const key of removed) delete next.sections[name].set[key];
    Object.assign(next.sections[name].set, set);
  }
  if (layerTree) next.layerTree = layerTree;
  return next;
}

/** What a person does quickly to one thing is one step; two tabs that begin from one file begin from one document. */
function mergingAndSeeds() {
  const map = createShared(() => {}, () => {});
  map.take(seedUpdate(START));
  for (let n = 0; n < 10; n++) map.edit(JSON.stringify({ sections: { layers: { set: { base: { opacity: n / 10 } } } } }), 'Change opacity', n > 0);
  assert.equal(map.undoLabel(), 'Change opacity');
  map.undo();
  assert.equal(map.undoLabel(), '', 'a slider that is dragged is one step');
  assert.equal(map.redoLabel(), 'Change opacity');
  const a = createShared(() => {}, () => {});
  const b = createShared(() => {}, () => {});
  a.take(seedUpdate(START));
  b.take(seedUpdate(START));
  a.edit(JSON.stringify({ layerTree: ['base', 'x'] }), 'Add', false);
  b.take(a.updateSince(b.vector()));
  a.take(b.updateSince(a.vector()));
  assert.deepEqual(JSON.parse(a.content()).layerTree, ['base', 'x'], 'the first content came twice');
  assert.equal(content(a), content(b));
}

/** Undo takes back what this one did, and leaves what others did. */
function othersStay() {
  const [toB, toA] = [[], []];
  const a = createShared(() => {}, (update) => toB.push(update));
  const b = createShared(() => {}, (update) => toA.push(update));
  for (const map of [a, b]) map.take(seedUpdate(START));
  a.edit(JSON.stringify({ sections: { metadata: { set: { mine: 1 } } } }), 'Mine', false);
  for (const update of toB) b.take(update);
  b.edit(JSON.stringify({ sections: { metadata: { set: { theirs: 2 } } } }), 'Theirs', false);
  for (const update of toA) a.take(update);
  assert.ok(a.undo());
  const { metadata } = JSON.parse(a.content()).sections;
  assert.equal(metadata.set.mine, undefined);
  assert.equal(metadata.set.theirs, 2);
  assert.equal(a.undo(), false, 'the change of another was undone');
}

replicas();
undoAndLog();
mergingAndSeeds();
othersStay();
console.log(`ok: ${edits} edits in four replicas`);
