// Keeps maps in IndexedDB while they are edited: for each a snapshot and the log of updates since, and earlier versions.
// Every method is one transaction: what it promises happened as a whole or not at all.

const FORMAT = 1;
const VERSIONS = 20;
const ANSWER_MILLIS = 900;

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const newer = (reason) => Object.assign(new Error(reason), { name: 'NewerError' });

const late = (what) =>
  new Promise((_, reject) => setTimeout(() => reject(new Error(`the browser's database did not ${what} in time`)), ANSWER_MILLIS));

/** Opens the database; fails within a second when the browser has none, or none that answers. */
export function openJournal() {
  const opened = new Promise((resolve, reject) => {
    if (window.terrellaSite.published) throw new Error('a published map keeps nothing');
    // Where a page may not have storage, even the name throws.
    const request = indexedDB.open('terrella-maps', FORMAT);
    request.onupgradeneeded = () => {
      const database = request.result;
      database.createObjectStore('maps', { keyPath: 'path' });
      database.createObjectStore('log', { autoIncrement: true }).createIndex('path', 'path');
      database.createObjectStore('versions', { autoIncrement: true }).createIndex('path', 'path');
    };
    request.onblocked = () => reject(new Error('another tab keeps the database from being opened; close it'));
    request.onerror = () =>
      reject(request.error?.name === 'VersionError' ? newer('a newer version of Terrella keeps the maps here') : request.error);
    request.onsuccess = () => resolve(new Journal(request.result));
  });
  return Promise.race([opened, late('open')]);
}

class Journal {
  constructor(database) {
    this.database = database;
    // A newer version of the application wants to change the database: this one lets go and writes no more.
    database.onversionchange = () => {
      this.superseded = true;
      database.close();
    };
  }

  /** Runs `work(store…)` in one transaction; its value, once everything is committed. */
  run(stores, mode, work) {
    const done = new Promise((resolve, reject) => {
      if (this.superseded) throw newer('a newer version of Terrella keeps the maps here now');
      const transaction = this.database.transaction(stores, mode);
      let value;
      let worked = false;
      transaction.oncomplete = () => (worked ? resolve(value) : reject(new Error('the browser ended the transaction early')));
      transaction.onabort = () => reject(transaction.error ?? new Error('the browser gave up the transaction'));
      work(...stores.map((name) => transaction.objectStore(name))).then(
        (result) => {
          worked = true;
          value = result;
        },
        (error) => {
          reject(error);
          try {
            transaction.abort();
          } catch {
            // It ended by itself, for the reason that is told already.
          }
        },
      );
    });
    return mode === 'readwrite' ? Promise.race([done, late('write')]) : done;
  }

  /**
   * What is kept of a map: {snapshot, updates, last, texts}, `last` naming the newest update. Where nothing is kept, what
   * `seed` gives becomes its snapshot, unless `seed` is null; two tabs that do this at once get the same.
   */
  load(path, seed) {
    return this.run(['maps', 'log'], seed ? 'readwrite' : 'readonly', async (maps, log) => {
      let map = await settled(maps.get(path));
      if (!map) {
        if (!seed) return null;
        map = { path, format: FORMAT, snapshot: seed, texts: [] };
        await settled(maps.put(map));
      }
      if (map.format > FORMAT) throw newer('a newer version of Terrella wrote it');
      const index = log.index('path');
      const [entries, keys] = await Promise.all([settled(index.getAll(path)), settled(index.getAllKeys(path))]);
      return { snapshot: map.snapshot, updates: entries.map((entry) => entry.update), last: keys.length ? keys[keys.length - 1] : 0, texts: map.texts };
    });
  }

  /** Adds an update. Nothing is written to a map that a newer version wrote, or that was deleted. */
  append(path, update) {
    return this.run(['maps', 'log'], 'readwrite', async (maps, log) => {
      await this.mine(maps, path);
      await settled(log.add({ path, update }));
    });
  }

  async mine(maps, path) {
    const map = await settled(maps.get(path));
    if (!map) throw Object.assign(new Error('it was deleted'), { name: 'NotFoundError' });
    if (map.format > FORMAT) throw newer('a newer version of Terrella wrote it');
    return map;
  }

  /** Puts one snapshot in the place of the old one and of the updates up to `last`. */
  compact(path, snapshot, last) {
    return this.run(['maps', 'log'], 'readwrite', async (maps, log) => {
      const map = await this.mine(maps, path);
      await settled(maps.put({ ...map, snapshot }));
      for (const key of await settled(log.index('path').getAllKeys(path))) if (key <= last) await settled(log.delete(key));
    });
  }

  /** Notes, before it is written, the mark of the text that the map's file will have; the last ones are remembered. */
  announce(path, mark) {
    return this.run(['maps'], 'readwrite', async (maps) => {
      const map = await this.mine(maps, path);
      await settled(maps.put({ ...map, texts: [mark, ...map.texts.filter((text) => text !== mark)].slice(0, 3) }));
    });
  }

  /** Gives what is kept of a map another path. */
  move(path, to) {
    return this.run(['maps', 'log', 'versions'], 'readwrite', async (maps, log, versions) => {
      const map = await settled(maps.get(path));
      if (!map) return;
      await settled(maps.delete(path));
      await settled(maps.put({ ...map, path: to }));
      for (const store of [log, versions]) {
        for (const key of await settled(store.index('path').getAllKeys(path))) {
          const entry = await settled(store.get(key));
          await settled(store.put({ ...entry, path: to }, key));
        }
      }
    });
  }

  remove(path) {
    return this.run(['maps', 'log', 'versions'], 'readwrite', async (maps, log, versions) => {
      await settled(maps.delete(path));
      for (const store of [log, versions]) {
        for (const key of await settled(store.index('path').getAllKeys(path))) await settled(store.delete(key));
      }
    });
  }

  /**
   * Keeps a version of a map; the oldest beyond the limit go. One that follows the last within `apart` milliseconds takes its place,
   * unless either has a name of its own.
   */
  addVersion(path, time, label, text, apart) {
    return this.run(['versions'], 'readwrite', async (versions) => {
      const index = versions.index('path');
      const [entries, keys] = await Promise.all([settled(index.getAll(path)), settled(index.getAllKeys(path))]);
      const last = entries[entries.length - 1];
      if (last?.text === text) {
        if (label) await settled(versions.put({ ...last, label }, keys[keys.length - 1]));
        return;
      }
      if (last && !last.label && !label && time - last.time < apart && keys.length > 1) await settled(versions.delete(keys.pop()));
      for (const key of keys.slice(0, Math.max(0, keys.length + 1 - VERSIONS))) await settled(versions.delete(key));
      await settled(versions.add({ path, time, label, text }));
    });
  }

  /** The versions of a map, oldest first: {id, time, label, size}. */
  versions(path) {
    return this.run(['versions'], 'readonly', async (versions) => {
      const index = versions.index('path');
      const [entries, keys] = await Promise.all([settled(index.getAll(path)), settled(index.getAllKeys(path))]);
      return entries.map(({ time, label, text }, i) => ({ id: keys[i], time, label, size: text.length }));
    });
  }

  /** The text of one version, or null. */
  version(path, id) {
    return this.run(['versions'], 'readonly', async (versions) => {
      const entry = await settled(versions.get(id));
      return entry?.path === path ? entry.text : null;
    });
  }
}

/** A short mark of a text, by which a file is known to be as it was written here. (FNV-1a over two lanes.) */
export function markOf(text) {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b);
  }
  return `${text.length}-${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}`;
}
