// The browser's storage as a tree of files: the origin private file system, or IndexedDB where there is none, or the page's
// memory where a page may store nothing.
// Paths are relative and separated by "/". Every write replaces its file as a whole.

export async function openStorage() {
  const { published, file } = window.terrellaSite;
  if (published) return new PublishedFiles(published.files, file);
  try {
    const root = await navigator.storage.getDirectory();
    if (typeof FileSystemFileHandle.prototype.createWritable === 'function') return new PrivateFiles(root);
  } catch {
    // No such file system on this page (file://, private window): the database below serves.
  }
  // A database that does not answer is none.
  const late = new Promise((resolve) => setTimeout(() => resolve(new MemoryFiles()), 900));
  try {
    return await Promise.race([DatabaseFiles.open(), late]);
  } catch {
    return new MemoryFiles();
  }
}

class PrivateFiles {
  constructor(root) {
    this.kind = 'opfs';
    this.root = root;
  }

  async folder(path, create) {
    let folder = this.root;
    for (const part of path.split('/').slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create });
    return folder;
  }

  async list() {
    const found = [];
    const folders = [['', this.root]];
    for (let next = folders.pop(); next; next = folders.pop()) {
      for await (const [name, handle] of next[1]) {
        if (handle.kind === 'directory') folders.push([`${next[0]}${name}/`, handle]);
        else if (!name.endsWith('.crswap')) {
          const file = await handle.getFile();
          found.push({ path: next[0] + name, size: file.size, modified: file.lastModified });
        }
      }
    }
    return found;
  }

  async read(path) {
    try {
      return await (await (await this.folder(path, false)).getFileHandle(path.split('/').pop())).getFile();
    } catch {
      return null;
    }
  }

  async write(path, blob) {
    const handle = await (await this.folder(path, true)).getFileHandle(path.split('/').pop(), { create: true });
    const stream = await handle.createWritable();
    await stream.write(blob);
    await stream.close();
  }

  async remove(path) {
    await (await this.folder(path, false)).removeEntry(path.split('/').pop());
  }
}

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

class DatabaseFiles {
  static async open() {
    const request = indexedDB.open('terrella-files', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('files', { keyPath: 'path' });
    return new DatabaseFiles(await settled(request));
  }

  constructor(database) {
    this.kind = 'indexeddb';
    this.database = database;
  }

  store(mode) {
    return this.database.transaction('files', mode).objectStore('files');
  }

  async list() {
    return (await settled(this.store('readonly').getAll())).map(({ path, blob, modified }) => ({ path, size: blob.size, modified }));
  }

  async read(path) {
    return (await settled(this.store('readonly').get(path)))?.blob ?? null;
  }

  async write(path, blob) {
    await settled(this.store('readwrite').put({ path, blob: new Blob([blob]), modified: Date.now() }));
  }

  async remove(path) {
    await settled(this.store('readwrite').delete(path));
  }
}

class MemoryFiles {
  constructor() {
    this.kind = 'memory';
    this.files = new Map();
  }

  async list() {
    return [...this.files].map(([path, { blob, modified }]) => ({ path, size: blob.size, modified }));
  }

  async read(path) {
    return this.files.get(path)?.blob ?? null;
  }

  async write(path, blob) {
    this.files.set(path, { blob: new Blob([blob]), modified: Date.now() });
  }

  async remove(path) {
    this.files.delete(path);
  }
}

/** The files inside of a published page; what is written besides ends with the page. */
class PublishedFiles extends MemoryFiles {
  constructor(names, load) {
    super();
    this.kind = 'published';
    this.load = load;
    this.inside = new Set(names);
  }

  async list() {
    return [...[...this.inside].map((path) => ({ path, size: 0, modified: 0 })), ...(await super.list())];
  }

  async read(path) {
    return (await super.read(path)) ?? (this.inside.has(path) ? this.load(path) : null);
  }

  async write(path, blob) {
    this.inside.delete(path);
    await super.write(path, blob);
  }

  async remove(path) {
    this.inside.delete(path);
    await super.remove(path);
  }
}
