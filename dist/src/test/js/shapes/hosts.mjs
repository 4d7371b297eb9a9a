// Hosts of files on this machine, and the rest of the world, which cannot be reached.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const USUAL = {
  html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', json: 'application/json', svg: 'image/svg+xml',
  geojson: 'application/geo+json', webmanifest: 'application/manifest+json', txt: 'text/plain',
};
const FEW = { html: 'text/html', js: 'text/javascript', json: 'application/json' };
const ANY_BYTES = 'application/octet-stream';

const listening = async (server) => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server.address().port;
};

/** A static host without ranges. */
export class Host {
  /** A host that knows few media types calls programs and styles any bytes, and says that they are nothing else. */
  static async of(folder, { prefix = '/', knowsTypes = true } = {}) {
    const host = new Host();
    Object.assign(host, { folder, prefix, knowsTypes, away: false, missed: [] });
    host.server = http.createServer((request, reply) => host.answer(request, reply));
    host.address = `http://localhost:${await listening(host.server)}${prefix}`;
    return host;
  }

  answer(request, reply) {
    if (this.away) return request.socket.destroy();
    const asked = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    // Browsers ask every host for it, whatever the page says.
    if (asked === '/favicon.ico') return reply.writeHead(204).end();
    const file = path.join(this.folder, asked.slice(this.prefix.length) || 'index.html');
    if (!asked.startsWith(this.prefix) || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
      this.missed.push(asked);
      return reply.writeHead(404).end();
    }
    const types = this.knowsTypes ? USUAL : FEW;
    const headers = { 'Content-Type': types[path.extname(file).slice(1)] ?? ANY_BYTES, ...(this.knowsTypes ? {} : { 'X-Content-Type-Options': 'nosniff' }) };
    reply.writeHead(200, headers);
    fs.createReadStream(file).pipe(reply);
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** Stands, as a proxy, for all other hosts: it answers nothing, and writes down who was asked for. */
export class Elsewhere {
  static async start() {
    const elsewhere = new Elsewhere();
    elsewhere.asked = [];
    elsewhere.server = http.createServer((request, reply) => {
      elsewhere.asked.push(request.url);
      reply.writeHead(502).end();
    });
    elsewhere.server.on('connect', (request, socket) => {
      elsewhere.asked.push(request.url);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    elsewhere.port = await listening(elsewhere.server);
    return elsewhere;
  }

  /** Who was asked for, but for what browsers ask for by themselves. */
  heard() {
    return this.asked.filter((url) => !/^(https?:\/\/)?[^/]*\b(mozilla|firefox|google|googleapis|gstatic|gvt1)\.(org|com|net)\b/.test(url));
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}
