// A map document as a Yjs document, with the keys that JupyterGIS uses: a map for each section and an array for the layer
// tree. What no key of JupyterGIS holds lies in the map "terrella". Java takes and gives changes as JSON:
// {sections: {NAME: {set: {KEY: VALUE}, removed: [KEY]}}, layerTree?: […]}.
import * as Y from 'yjs';

const SECTIONS = ['options', 'layers', 'sources', 'stories', 'viewState', 'annotations', 'presets', 'metadata', 'terrella'];
const TREE = 'layerTree';
const MERGE_MILLIS = 800;
const STEPS = 200;
// The first content has the same author everywhere, so that two tabs that begin from one file begin from one document.
const FIRST_AUTHOR = 1;

function put(doc, { sections = {}, layerTree }) {
  for (const [name, { set = {}, removed = [] }] of Object.entries(sections)) {
    const map = doc.getMap(name);
    for (const key of removed) map.delete(key);
    for (const key of Object.keys(set)) map.set(key, set[key]);
  }
  if (layerTree) putTree(doc.getArray(TREE), layerTree);
}

/**
 * Makes an array have these items, and leaves in place as many as can stay, so that what two people do to the tree at once
 * does not come twice: those are the longest rising run of old places.
 */
function putTree(array, items) {
  const keys = items.map((item) => JSON.stringify(item));
  const places = new Map();
  array.toArray().forEach((item, place) => {
    const key = JSON.stringify(item);
    if (!places.has(key)) places.set(key, place);
  });
  const kept = longestRise(keys.map((key) => places.get(key) ?? -1));
  const staying = new Set(kept.map((i) => places.get(keys[i])));
  for (let place = array.length - 1; place >= 0; place--) if (!staying.has(place)) array.delete(place);
  const known = new Set(kept);
  for (let i = 0; i < items.length; i++) if (!known.has(i)) array.insert(i, [items[i]]);
}

/** Takes out what stands in the tree twice, after two changed it at once, or undo brought back what came back otherwise. */
function tidyTree(array) {
  const seen = new Set();
  const twice = [];
  array.toArray().forEach((item, place) => {
    const key = JSON.stringify(item);
    if (seen.has(key)) twice.push(place);
    seen.add(key);
  });
  if (twice.length) array.doc.transact(() => twice.reverse().forEach((place) => array.delete(place)), 'tidy');
}

/** Indices of a longest run of rising numbers, those below 0 left out. (Patience sorting.) */
function longestRise(numbers) {
  const ends = [];
  const before = new Array(numbers.length).fill(-1);
  numbers.forEach((number, i) => {
    if (number < 0) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]] < number) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = ends[low - 1];
    ends[low] = i;
  });
  const rise = [];
  for (let i = ends.length ? ends[ends.length - 1] : -1; i >= 0; i = before[i]) rise.push(i);
  return rise.reverse();
}

/** The update that gives an empty document this content. */
export function seedUpdate(json) {
  const doc = new Y.Doc();
  doc.clientID = FIRST_AUTHOR;
  doc.transact(() => put(doc, JSON.parse(json)));
  return Y.encodeStateAsUpdate(doc);
}

/**
 * An empty shared document. `changed(json)` hears what others, undo and redo changed; `made(update)` hears the bytes of
 * every change that was made here, to be kept and sent.
 */
export function createShared(changed, made) {
  const doc = new Y.Doc();
  const types = [...SECTIONS.map((name) => doc.getMap(name)), doc.getArray(TREE)];
  const undo = new Y.UndoManager(types, { trackedOrigins: new Set(['person']), captureTimeout: MERGE_MILLIS });
  doc.on('update', (update, origin) => origin !== 'elsewhere' && made(update));
  const tree = doc.getArray(TREE);
  doc.on('afterTransaction', ({ changed: touched, origin }) => {
    if (origin !== 'tidy' && touched.has(tree)) tidyTree(tree);
    if (origin === 'person' || origin === 'program' || !touched.size) return;
    const changes = { sections: {} };
    for (const [type, keys] of touched) {
      const at = types.indexOf(type);
      if (at === SECTIONS.length) changes[TREE] = type.toArray();
      else if (at >= 0) {
        const section = { set: Object.create(null), removed: [] };
        for (const key of keys) {
          if (type.has(key)) section.set[key] = type.get(key);
          else section.removed.push(key);
        }
        changes.sections[SECTIONS[at]] = section;
      }
    }
    changed(JSON.stringify(changes));
  });
  const label = (stack) => (stack.length ? String(stack[stack.length - 1].meta.get('label') ?? '') : '');
  const step = (from, to, act) => {
    const name = label(from());
    const done = act();
    if (done) to()[to().length - 1]?.meta.set('label', name);
    return !!done;
  };
  return {
    /** A change that a person made, which can be undone; `merge`: together with the last one, when that was just now. */
    edit(json, name, merge) {
      if (!merge) undo.stopCapturing();
      doc.transact(() => put(doc, JSON.parse(json)), 'person');
      undo.undoStack[undo.undoStack.length - 1]?.meta.set('label', name);
      if (undo.undoStack.length > STEPS) undo.undoStack.splice(0, undo.undoStack.length - STEPS);
    },
    /** A change that cannot be undone. */
    amend: (json) => doc.transact(() => put(doc, JSON.parse(json)), 'program'),
    undo: () => step(() => undo.undoStack, () => undo.redoStack, () => undo.undo()),
    redo: () => step(() => undo.redoStack, () => undo.undoStack, () => undo.redo()),
    undoLabel: () => label(undo.undoStack),
    redoLabel: () => label(undo.redoStack),
    /** Takes over a change that another tab made or that was kept. */
    take: (update) => Y.applyUpdate(doc, update, 'elsewhere'),
    vector: () => Y.encodeStateVector(doc),
    updateSince: (vector) => Y.encodeStateAsUpdate(doc, vector ?? undefined),
    content: () => JSON.stringify({
      sections: Object.fromEntries(SECTIONS.map((name) => [name, { set: doc.getMap(name).toJSON() }])),
      [TREE]: doc.getArray(TREE).toArray(),
    }),
    end: () => doc.destroy(),
  };
}

/** One update that does what all of them do. */
export const mergeUpdates = (updates) => Y.mergeUpdates(updates);
