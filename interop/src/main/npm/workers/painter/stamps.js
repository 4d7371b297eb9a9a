// Many circles, stamped into an array of pixels: a canvas takes ten times as long for each.
import { disc } from './pen.js';

// Places of a stamp between two pixels, in each direction.
const STEPS = 4;
/** Circles of more pixels than this in radius are better drawn as paths. */
export const LARGEST_STAMP = 48;

/** How far a circle reaches from its centre, in pixels of the picture. */
export function reachOf(look, ratio) {
  return look.radius * ratio + (look.stroke ? (look.width * ratio) / 2 : 0);
}

/** A square picture of premultiplied pixels, 0xAABBGGRR. */
export class StampedPicture {
  constructor(side, ratio) {
    this.side = side;
    this.ratio = ratio;
    this.pixels = new Uint32Array(side * side);
  }

  /** A circle at a place of the tile, in pixels of the map. */
  circle(look, x, y) {
    x *= this.ratio;
    y *= this.ratio;
    const column = Math.floor(x), line = Math.floor(y);
    const step = Math.floor((x - column) * STEPS) * STEPS + Math.floor((y - line) * STEPS);
    const stamps = (look.stamps ??= []);
    this.press((stamps[step] ??= makeStamp(look, this.ratio, step)), column, line);
  }

  press({ margin, width, pixels, starts, ends }, column, line) {
    const { side, pixels: picture } = this;
    const left = column - margin, top = line - margin;
    const first = top < 0 ? -top : 0, last = top + width > side ? side - top : width;
    for (let row = first; row < last; row++) {
      const begin = Math.max(starts[row], -left), end = Math.min(ends[row], side - left);
      let at = (top + row) * side + left + begin;
      for (let i = row * width + begin; i < row * width + end; i++, at++) {
        const over = pixels[i], rest = 255 - (over >>> 24), under = picture[at];
        if (rest === 0 || under === 0) {
          picture[at] = over;
          continue;
        }
        // Two channels at a time: under × rest / 255, rounded.
        let even = (under & 0xff00ff) * rest + 0x800080, odd = ((under >>> 8) & 0xff00ff) * rest + 0x800080;
        even = ((even + ((even >>> 8) & 0xff00ff)) >>> 8) & 0xff00ff;
        odd = (odd + ((odd >>> 8) & 0xff00ff)) & 0xff00ff00;
        picture[at] = over + (even | odd);
      }
    }
  }

  /** Puts the picture on a canvas. */
  show(canvas) {
    const image = new ImageData(this.side, this.side);
    const out = new Uint32Array(image.data.buffer);
    for (let i = 0; i < out.length; i++) {
      const pixel = this.pixels[i], alpha = pixel >>> 24;
      if (alpha === 255 || alpha === 0) out[i] = pixel;
      else {
        const scale = 255 / alpha;
        const red = ((pixel & 255) * scale + 0.5) | 0, green = (((pixel >>> 8) & 255) * scale + 0.5) | 0, blue = (((pixel >>> 16) & 255) * scale + 0.5) | 0;
        out[i] = (alpha << 24) | (blue << 16) | (green << 8) | red;
      }
    }
    canvas.putImageData(image, 0, 0);
  }
}

function makeStamp(look, ratio, step) {
  const margin = Math.ceil(reachOf(look, ratio)) + 1, width = 2 * margin + 1;
  const canvas = new OffscreenCanvas(width, width).getContext('2d', { willReadFrequently: true });
  disc(canvas, look, ratio, margin + (Math.floor(step / STEPS) + 0.5) / STEPS, margin + ((step % STEPS) + 0.5) / STEPS);
  const { data } = canvas.getImageData(0, 0, width, width);
  const pixels = new Uint32Array(width * width), starts = new Int32Array(width).fill(width), ends = new Int32Array(width);
  for (let i = 0; i < pixels.length; i++) {
    const alpha = data[4 * i + 3];
    if (alpha === 0) continue;
    const part = (channel) => Math.round((data[4 * i + channel] * alpha) / 255);
    pixels[i] = ((alpha << 24) | (part(2) << 16) | (part(1) << 8) | part(0)) >>> 0;
    const row = Math.floor(i / width);
    starts[row] = Math.min(starts[row], i % width);
    ends[row] = (i % width) + 1;
  }
  return { margin, width, pixels, starts, ends };
}
