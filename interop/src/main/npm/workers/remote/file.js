// A file of the web of which parts are fetched: in blocks that are kept, those that lie near each other with one request.
import { GdalError as FileError } from '../gdal/error.js';

const BLOCK = 1 << 14;
/** Bytes that are kept of one file. */
const KEPT = 1 << 26;
/** So many blocks between two that are wanted are fetched with them: a request costs more. */
const GAP = 3;
const AT_ONCE = 6;
const HEAD = 1 << 16;

export class RemoteFile {
  constructor(url, size) {
    this.url = url;
    this.size = size;
    this.blocks = new Map();
    this.fetched = 0;
  }

  /**
   * Looks at the beginning of a file.
   * @return {Promise<RemoteFile|undefined>} undefined where it cannot be had in parts
   */
  static async open(url) {
    const reply = await fetch(url, { headers: { Range: `bytes=0-${HEAD - 1}` } }).catch(() => undefined);
    if (reply?.status !== 206) {
      reply?.body?.cancel();
      return undefined;
    }
    // Hosts that allow other sites often do not let them see this header.
    const told = /\/(\d+)$/.exec(reply.headers.get('Content-Range') ?? '')?.[1];
    const size = Number(told ?? (await sizeOf(url)));
    if (!(size > 0)) return undefined;
    const file = new RemoteFile(url, size);
    file.keep(0, new Uint8Array(await reply.arrayBuffer()));
    return file;
  }

  /** The bytes from..to; an ended signal ends it. */
  async bytes(from, to, signal) {
    await this.load([[from, to]], signal);
    return this.at(from, to);
  }

  /** Brings pieces here, for `at`. */
  async load(pieces, signal) {
    const missing = new Set();
    for (const [from, to] of pieces) {
      if (from < 0 || to > this.size || from > to) throw new RangeError(`bytes ${from} to ${to} are not in the file`);
      for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block++) if (!this.blocks.has(block)) missing.add(block);
    }
    const runs = [];
    for (const block of [...missing].sort((one, other) => one - other)) {
      const last = runs.at(-1);
      if (last && block - last[1] <= GAP) last[1] = block + 1;
      else runs.push([block, block + 1]);
    }
    const waiting = runs.values();
    const lane = async () => {
      for (const [from, to] of waiting) await this.ask(from * BLOCK, Math.min(this.size, to * BLOCK), signal);
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, runs.length) }, lane));
  }

  async ask(from, to, signal) {
    const { host } = new URL(this.url);
    const reply = await fetch(this.url, { headers: { Range: `bytes=${from}-${to - 1}` }, signal }).catch((error) => {
      throw signal?.aborted ? error : new FileError('not-found', `${host} cannot be reached any more.`);
    });
    if (reply.status !== 206) {
      reply.body?.cancel();
      throw new FileError('not-found', `${host} answered ${reply.status} to a part of ${this.url.slice(0, 160)}.`);
    }
    const bytes = new Uint8Array(await reply.arrayBuffer());
    if (bytes.length !== to - from) throw new FileError('malformed-input', `${host} sent ${bytes.length} bytes where ${to - from} were asked for.`);
    this.keep(from, bytes);
  }

  /** Takes bytes that begin with a block. */
  keep(from, bytes) {
    this.fetched += bytes.length;
    for (let at = 0; at < bytes.length; at += BLOCK) {
      const block = bytes.subarray(at, at + BLOCK);
      // A part of a block is none, but at the end of the file.
      if (block.length === BLOCK || from + at + block.length === this.size) this.blocks.set((from + at) / BLOCK, block);
    }
  }

  /** Bytes that were brought here; a copy. */
  at(from, to) {
    const all = new Uint8Array(to - from);
    for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block++) {
      const bytes = this.blocks.get(block);
      const begin = block * BLOCK;
      all.set(bytes.subarray(Math.max(0, from - begin), Math.min(bytes.length, to - begin)), Math.max(0, begin - from));
      // What was used last is forgotten last.
      this.blocks.delete(block);
      this.blocks.set(block, bytes);
    }
    return all;
  }

  /** Forgets what was used longest ago, when no piece is being put together. */
  relieve() {
    for (const block of this.blocks.keys()) {
      if (this.blocks.size * BLOCK <= KEPT) return;
      this.blocks.delete(block);
    }
  }
}

async function sizeOf(url) {
  const reply = await fetch(url, { method: 'HEAD' }).catch(() => undefined);
  return reply?.ok && !reply.headers.get('Content-Encoding') ? reply.headers.get('Content-Length') : undefined;
}
