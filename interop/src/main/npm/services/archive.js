// PMTiles archives, of the workspace or of a server that gives ranges of a file.
import { EtagMismatch, PMTiles, TileType } from 'pmtiles';
import { RequestError, ask, hostOf, limited, webAddress } from './request.js';

const MOST_WHOLE = 256 * 2 ** 20;
const MEDIA = { [TileType.Png]: 'image/png', [TileType.Jpeg]: 'image/jpeg', [TileType.Webp]: 'image/webp', [TileType.Avif]: 'image/avif' };
let count = 0;

export const isArchive = (url) => /\.pmtiles$/i.test(url.split(/[?#]/)[0]);

class BlobSource {
  constructor(blob) {
    this.blob = blob;
    this.key = `blob-${++count}`;
  }

  getKey() {
    return this.key;
  }

  async getBytes(offset, length) {
    return { data: await this.blob.slice(offset, offset + length).arrayBuffer() };
  }
}

/** Ranges of a file. A server that sends the whole file instead is asked only once. */
class RangeSource {
  constructor(url) {
    this.url = url;
    this.whole = null;
  }

  getKey() {
    return this.url;
  }

  async getBytes(offset, length, signal, etag) {
    const all = await this.whole;
    if (all) return all.getBytes(offset, length);
    const reply = await ask(this.url, { signal, headers: { Range: `bytes=${offset}-${offset + length - 1}` } });
    if (reply.status === 200) {
      const size = Number(reply.headers.get('Content-Length') ?? 0);
      if (size > MOST_WHOLE) {
        reply.body?.cancel();
        throw new RequestError(`${hostOf(this.url)} gives no ranges of files, and this one has ${Math.round(size / 2 ** 20)} MB`);
      }
      this.whole ??= limited(reply, MOST_WHOLE).then((bytes) => new BlobSource(new Blob([bytes])));
      return (await this.whole).getBytes(offset, length);
    }
    const now = reply.headers.get('ETag') ?? undefined;
    if (etag && now && etag !== now) throw new EtagMismatch(`${this.url} changed`);
    return { data: await reply.arrayBuffer(), etag: now };
  }
}

/**
 * Opens an archive.
 * @param {Blob|null} file the archive itself; otherwise it lies at the address
 * @return {Promise<{info, media: string, tile: function(number, number, number): Promise<ArrayBuffer|undefined>}>}
 */
export async function openArchive(url, file) {
  const archive = new PMTiles(file ? new BlobSource(file) : new RangeSource(webAddress(url)));
  let header;
  let metadata;
  try {
    header = await archive.getHeader();
    metadata = await archive.getMetadata();
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError(`${url} is no PMTiles archive of version 3, or damaged (${error.message})`);
  }
  if (header.tileType === TileType.Mlt) throw new RequestError(`${url} holds MapLibre tiles, which Terrella does not read`);
  const area = [header.minLon, header.minLat, header.maxLon, header.maxLat];
  return {
    media: MEDIA[header.tileType] ?? '',
    info: {
      vector: header.tileType === TileType.Mvt,
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      extent: area[0] < area[2] && area[1] < area[3] ? area : undefined,
      // Some archives give markup here.
      htmlAttribution: typeof metadata.attribution === 'string' ? metadata.attribution : '',
    },
    tile: async (z, x, y) => (await archive.getZxy(z, x, y))?.data,
  };
}
