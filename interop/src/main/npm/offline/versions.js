// What the service worker and the pages know together: which versions of the app are kept, and which one the next page gets.
// Each version is a cache of its own. Names begin with the scope, for several sites may share an origin.

const BESIDE = 'beside';

export class Versions {
  constructor(scope) {
    this.scope = scope;
    this.prefix = `terrella ${scope} `;
  }

  open(version) {
    return caches.open(this.prefix + version);
  }

  remove(version) {
    return caches.delete(this.prefix + version);
  }

  /** The versions of which there are files, also half of them. */
  async kept() {
    const names = (await caches.keys()).filter((name) => name.startsWith(this.prefix)).map((name) => name.slice(this.prefix.length));
    return names.filter((name) => name !== 'state' && name !== BESIDE);
  }

  /** Maps that lie beside the app, with their data, which belong to no version; null where none are kept. */
  async beside() {
    return (await caches.has(this.prefix + BESIDE)) ? this.open(BESIDE) : null;
  }

  async keepBeside(url, reply) {
    const headers = new Headers(reply.headers);
    for (const name of ['Content-Encoding', 'Content-Length', 'Vary']) headers.delete(name);
    await (await this.open(BESIDE)).put(url, new Response(await reply.blob(), { headers }));
  }

  /**
   * {current, former, fresh, trial, refused, files, whole, pages}: the version of new pages; the one before, until the current one has
   * started once; whether no page has tried it yet; the page that does: {client, since}; the one that failed; how many files the
   * versions have at least; whether the rest of the app is kept, too; the version of each open page.
   */
  async state() {
    const reply = await (await this.open('state')).match(this.scope);
    return { current: null, former: null, fresh: false, trial: null, refused: null, files: {}, whole: false, pages: {}, ...(await reply?.json()) };
  }

  /** Changes the state, one after the other, whoever does; answers what `change` does. */
  change(change) {
    return navigator.locks.request(`${this.prefix}state`, async () => {
      const state = await this.state();
      const before = JSON.stringify(state);
      const result = await change(state);
      const after = JSON.stringify(state);
      if (after !== before) await (await this.open('state')).put(this.scope, new Response(after));
      return result;
    });
  }

  /** Whether a version has its files: browsers and people may clear them. */
  async isComplete(version, state) {
    return version !== null && (await (await this.open(version)).keys()).length >= (state.files[version] ?? Infinity);
  }

  /** Ends what no page uses and none will get. */
  async tidy(isOpen) {
    const used = await this.change(async (state) => {
      for (const client of Object.keys(state.pages)) if (!(await isOpen(client))) delete state.pages[client];
      const used = new Set([state.current, state.former, state.coming, ...Object.values(state.pages)]);
      for (const version of Object.keys(state.files)) if (!used.has(version)) delete state.files[version];
      return used;
    });
    for (const version of await this.kept()) if (!used.has(version)) await this.remove(version);
  }
}
