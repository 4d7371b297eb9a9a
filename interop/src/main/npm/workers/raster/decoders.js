// Faster decoders than geotiff's own: LZW without a list for each string, Deflate by the browser.
import { BaseDecoder, addDecoder } from 'geotiff';

const LZW = 5;
const DEFLATE = [8, 32946];

class Lzw extends BaseDecoder {
  decodeBlock(buffer) {
    return unlzw(new Uint8Array(buffer));
  }
}

class Deflate extends BaseDecoder {
  async decodeBlock(buffer) {
    try {
      return await new Response(new Blob([buffer]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
    } catch {
      // Bytes behind the end are an error to the browser, but not to other programs.
      return (await import('pako')).inflate(new Uint8Array(buffer)).buffer;
    }
  }
}

addDecoder(LZW, async () => Lzw);
addDecoder(DEFLATE, async () => Deflate);

/**
 * LZW as TIFF 6.0 has it (section 13): codes of 9 to 12 bits, the highest first. Each string of the table was written before, so that
 * the table is places in what was written.
 */
export function unlzw(input) {
  const places = new Uint32Array(4096);
  const lengths = new Uint32Array(4096);
  let out = new Uint8Array(Math.max(1024, input.length * 4));
  let [end, next, bits, last, lastLength] = [0, 258, 9, 0, 0];
  let [gathered, have, at] = [0, 0, 0];
  for (;;) {
    while (have < bits && at < input.length) {
      gathered = ((gathered << 8) | input[at++]) & 0xffffff;
      have += 8;
    }
    if (have < bits) break;
    have -= bits;
    const code = (gathered >> have) & ((1 << bits) - 1);
    if (code === 257) break;
    if (code === 256) {
      [next, bits, lastLength] = [258, 9, 0];
      continue;
    }
    // The last string with the first byte of this one, which follows it.
    if (lastLength > 0 && next < 4096) {
      places[next] = last;
      lengths[next++] = lastLength + 1;
    }
    const length = code < 256 ? 1 : code < next && code > 257 ? lengths[code] : 0;
    if (length === 0) throw new Error(`Invalid LZW code: ${code}`);
    if (end + length > out.length) {
      const longer = new Uint8Array((end + length) * 2);
      longer.set(out);
      out = longer;
    }
    last = end;
    if (code < 256) out[end++] = code;
    else for (let from = places[code], stop = end + length; end < stop; ) out[end++] = out[from++];
    lastLength = length;
    if (next + 1 >= 1 << bits && bits < 12) bits++;
  }
  return out.slice(0, end).buffer;
}
