// A figure as pixels: for previews and for PNG, which says how large a pixel is.
import { crc32 } from '../workers/crc32.js';
import { joined } from './font.js';
import { pngOf } from './svg.js';
import { familyOf } from './typeface.js';

/** Side and area beyond which browsers give an empty canvas. */
const MOST_SIDE = 16_384, MOST_AREA = 200e6;

export class RasterPaper {
  /** Millimetres; perMm: pixels of one. */
  constructor(width, height, perMm) {
    this.columns = Math.max(1, Math.round(width * perMm));
    this.lines = Math.max(1, Math.round(height * perMm));
    if (this.columns > MOST_SIDE || this.lines > MOST_SIDE || this.columns * this.lines > MOST_AREA) throw Object.assign(new Error(`A picture of ${this.columns} \u00d7 ${this.lines} pixels is larger than browsers draw. Lower the dpi, or write SVG or PDF.`), { name: 'invalid-argument' });
    this.scale = [this.columns / width, this.lines / height];
    this.stack = [];
    this.canvas = this.sheet();
  }

  sheet() {
    const canvas = new OffscreenCanvas(this.columns, this.lines).getContext('2d', { willReadFrequently: true });
    canvas.scale(...this.scale);
    canvas.fontKerning = 'none';
    canvas.textRendering = 'optimizeSpeed';
    return canvas;
  }

  open({ clip, opacity = 1, turn }) {
    this.canvas.save();
    // What overlaps within a part shows through once.
    this.stack.push({ under: opacity < 1 ? this.canvas : null, opacity });
    if (opacity < 1) {
      const matrix = this.canvas.getTransform();
      this.canvas = this.sheet();
      this.canvas.setTransform(matrix);
      this.canvas.save();
    }
    if (clip) {
      this.canvas.beginPath();
      this.canvas.rect(...clip);
      this.canvas.clip();
    }
    if (turn?.[0]) {
      this.canvas.translate(turn[1], turn[2]);
      this.canvas.rotate((turn[0] * Math.PI) / 180);
      this.canvas.translate(-turn[1], -turn[2]);
    }
  }

  close() {
    const { under, opacity } = this.stack.pop();
    if (under) {
      under.globalAlpha = opacity;
      under.setTransform(1, 0, 0, 1, 0, 0);
      under.drawImage(this.canvas.canvas, 0, 0);
      this.canvas = under;
    }
    this.canvas.restore();
  }

  path(look, runs) {
    this.canvas.beginPath();
    for (const { closed, points } of runs) {
      this.canvas.moveTo(points[0], points[1]);
      for (let i = 2; i < points.length; i += 2) this.canvas.lineTo(points[i], points[i + 1]);
      if (closed) this.canvas.closePath();
    }
    this.ink(look);
  }

  circle(look, x, y, radius) {
    this.canvas.beginPath();
    this.canvas.arc(x, y, radius, 0, 2 * Math.PI);
    this.ink(look);
  }

  box(look, x, y, width, height) {
    this.canvas.beginPath();
    this.canvas.rect(x, y, width, height);
    this.ink(look);
  }

  ink({ fill, rule, stroke, width, join = 'miter', cap = 'butt', dash = [] }) {
    if (fill) {
      this.canvas.fillStyle = fill;
      this.canvas.fill(rule ?? 'nonzero');
    }
    if (!stroke) return;
    Object.assign(this.canvas, { strokeStyle: stroke, lineWidth: width, lineJoin: join, lineCap: cap });
    this.canvas.setLineDash(dash);
    this.canvas.stroke();
  }

  text(x, y, runs, { size, color, turn = 0 }) {
    const { canvas } = this;
    canvas.save();
    canvas.translate(x, y);
    canvas.rotate((turn * Math.PI) / 180);
    // Browsers round sizes of letters below a pixel of their own.
    canvas.scale(size / 100, size / 100);
    canvas.fillStyle = color;
    let at = 0;
    for (const { font, text, width } of runs) {
      canvas.font = `100px ${familyOf(font.name)}, sans-serif`;
      canvas.fillText(text, at, 0);
      at += width * 100;
    }
    canvas.restore();
  }

  image(x, y, width, height, picture) {
    this.canvas.drawImage(picture, x, y, width, height);
  }

  async finish() {
    const png = new Uint8Array(await (await pngOf(this.canvas.canvas)).arrayBuffer());
    return new Blob([sized(png, this.scale.map((perMm) => Math.round(perMm * 1000)))], { type: 'image/png' });
  }
}

/** A PNG with the number of pixels per metre (PNG specification, 11.3.5.3). */
function sized(png, [across, down]) {
  const chunk = new DataView(new ArrayBuffer(21));
  chunk.setUint32(0, 9);
  [...'pHYs'].forEach((letter, i) => chunk.setUint8(4 + i, letter.charCodeAt(0)));
  chunk.setUint32(8, across);
  chunk.setUint32(12, down);
  chunk.setUint8(16, 1);
  chunk.setUint32(17, crc32(new Uint8Array(chunk.buffer, 4, 13)));
  // The signature, then IHDR, which is first and always as long.
  return joined([png.subarray(0, 33), new Uint8Array(chunk.buffer), png.subarray(33)]);
}
