// Where the bytes of a file come from: a file of the workspace, or an address, of which only those blocks are fetched that are asked for.
import { RasterError } from './error.js';

const BLOCK = 1 << 16;
const KEPT = 1 << 26;
const LARGE = 50e6;

/** What geotiff reads from: a file that is here. */
export class BlobBytes {
  constructor(blob) {
    this.blob = blob;
  }

  fetch(slices) {
    return Promise.all(slices.map(({ offset, length }) => this.blob.slice(offset, offset + length).arrayBuffer()));
  }

  async size() {
    return this.blob.size;
  }
}

/** What geotiff reads from: an address that serves ranges. A host that does not sends the whole file, once. */
export class RemoteBytes {
  constructor(url, warn) {
    this.url = url;
    this.host = new URL(url).host;
    this.warn = warn;
    this.blocks = new Map();
    this.whole = undefined;
  }

  async fetch(slices) {
    return Promise.all(slices.map((slice) => this.slice(slice)));
  }

  /** The size of the file; hosts say it with each part. */
  async size() {
    await this.fetch([{ offset: 0, length: 1 }]);
    if (this.whole) return (await this.whole).size;
    if (this.total > 0) return this.total;
    const reply = await fetch(this.url, { method: 'HEAD' }).catch(() => undefined);
    const size = Number(reply?.headers.get('Content-Length'));
    if (!(size > 0)) throw new RasterError('not-found', `${this.host} does not say how large the file is.`);
    return size;
  }

  async slice({ offset, length }) {
    const first = Math.floor(offset / BLOCK);
    const last = Math.floor((offset + length - 1) / BLOCK);
    // Neighbours that are missing are asked for at once.
    for (let from = first; from <= last && !this.whole; from++) {
      if (this.blocks.has(from)) continue;
      let to = from;
      while (to < last && !this.blocks.has(to + 1)) to++;
      this.request(from, to);
      from = to;
    }
    if (!this.whole) {
      const parts = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => this.block(first + i)));
      if (!this.whole) return joined(parts, offset - first * BLOCK, length);
    }
    return (await this.whole).slice(offset, offset + length).arrayBuffer();
  }

  async block(index) {
    const promise = this.blocks.get(index);
    // What was used last is forgotten last.
    this.blocks.delete(index);
    this.blocks.set(index, promise);
    while (this.blocks.size > KEPT / BLOCK) this.blocks.delete(this.blocks.keys().next().value);
    return promise;
  }

  request(from, to) {
    const range = this.ask(from * BLOCK, (to + 1) * BLOCK - 1);
    for (let i = from; i <= to; i++) {
      const block = range.then((buffer) => new Uint8Array(buffer, Math.min(buffer.byteLength, (i - from) * BLOCK), Math.max(0, Math.min(BLOCK, buffer.byteLength - (i - from) * BLOCK))));
      // What failed may be asked for again.
      block.catch(() => this.blocks.get(i) === block && this.blocks.delete(i));
      this.blocks.set(i, block);
    }
  }

  async ask(begin, end) {
    let reply;
    try {
      reply = await fetch(this.url, { headers: { Range: `bytes=${begin}-${end}` }, signal: this.signal });
    } catch {
      this.signal?.throwIfAborted();
      throw new RasterError('not-found', `${this.host} cannot be reached, or does not allow other sites to read from it.`);
    }
    if (reply.status === 416) return new ArrayBuffer(0);
    if (!reply.ok) throw new RasterError('not-found', `${this.host} answered ${reply.status} to ${this.url.slice(0, 160)}.`);
    if (reply.status === 206) {
      this.total = Number(/\/(\d+)$/.exec(reply.headers.get('Content-Range') ?? '')?.[1]);
      const part = await reply.arrayBuffer();
      this.heard?.(part.byteLength);
      return part;
    }
    if (this.whole) return new ArrayBuffer(0);
    const size = Number(reply.headers.get('Content-Length'));
    if (size > LARGE) this.warn(`${this.host} serves no parts of files: all ${Math.round(size / 1e6)} MB are fetched.`);
    this.whole = reply.blob();
    await this.whole;
    return new ArrayBuffer(0);
  }
}

function joined(parts, skip, length) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.buffer.slice(skip, skip + length);
}
