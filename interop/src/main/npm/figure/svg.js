// A figure as SVG: lines stay lines, text stays text in a font that the file brings. Lengths are millimetres.
import { asArray } from 'ol/color.js';

export const rounded = (value) => String(Math.round(value * 1000) / 1000 || 0);

/** Text as XML may hold it. */
export const escaped = (text) =>
  // eslint-disable-next-line no-control-regex
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

export class SvgPaper {
  constructor(width, height, title) {
    Object.assign(this, { width, height, title });
    this.parts = [];
    this.used = new Map();
    this.clips = 0;
    this.looks = new WeakMap();
  }

  /** Begins a part. clip: [x, y, width, height]; turn: [degrees clockwise, x, y]. */
  open({ id, clip, opacity, turn }) {
    let attributes = id ? ` id="${id}"` : '';
    if (clip) {
      const name = `clip-${++this.clips}`;
      const [x, y, width, height] = clip.map(rounded);
      this.parts.push(`<clipPath id="${name}"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>\n`);
      attributes += ` clip-path="url(#${name})"`;
    }
    if (opacity !== undefined && opacity < 1) attributes += ` opacity="${rounded(opacity)}"`;
    if (turn?.[0]) attributes += ` transform="rotate(${turn.map(rounded).join(' ')})"`;
    this.parts.push(`<g${attributes}>\n`);
  }

  close() {
    this.parts.push('</g>\n');
  }

  path(look, runs) {
    let d = '';
    for (const { closed, points } of runs) {
      for (let i = 0; i < points.length; i += 2) d += `${i === 0 ? 'M' : i === 2 ? 'L' : ' '}${rounded(points[i])} ${rounded(points[i + 1])}`;
      if (closed) d += 'Z';
    }
    this.parts.push(`<path d="${d}"${this.attributes(look)}/>\n`);
  }

  circle(look, x, y, radius) {
    this.parts.push(`<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(radius)}"${this.attributes(look)}/>\n`);
  }

  box(look, x, y, width, height) {
    this.parts.push(`<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}"${this.attributes(look)}/>\n`);
  }

  /** Runs of text from a place on the baseline. */
  text(x, y, runs, { size, weight, color, turn }) {
    for (const { font, text } of runs) {
      if (!this.used.has(font)) this.used.set(font, { weight, codes: new Set() });
      for (const letter of text) this.used.get(font).codes.add(letter.codePointAt(0));
    }
    const turned = turn ? ` transform="rotate(${rounded(turn)} ${rounded(x)} ${rounded(y)})"` : '';
    const bold = weight === 600 ? ' font-weight="600"' : '';
    this.parts.push(`<text x="${rounded(x)}" y="${rounded(y)}" font-size="${rounded(size)}"${bold} fill="${color}"${turned}>${escaped(runs.map(({ text }) => text).join(''))}</text>\n`);
  }

  async image(x, y, width, height, canvas) {
    const blob = await pngOf(canvas);
    const [left, top, wide, high] = [x, y, width, height].map(rounded);
    this.parts.push(`<image x="${left}" y="${top}" width="${wide}" height="${high}" preserveAspectRatio="none" href="data:image/png;base64,`, base64(new Uint8Array(await blob.arrayBuffer())), '"/>\n');
  }

  attributes(look) {
    let text = this.looks.get(look);
    if (text === undefined) {
      text = paint('fill', look.fill) + paint('stroke', look.stroke);
      if (look.fill && look.rule === 'evenodd') text += ' fill-rule="evenodd"';
      if (look.stroke) {
        text += ` stroke-width="${rounded(look.width)}"`;
        if (look.join && look.join !== 'miter') text += ` stroke-linejoin="${look.join}"`;
        if (look.cap && look.cap !== 'butt') text += ` stroke-linecap="${look.cap}"`;
        if (look.dash) text += ` stroke-dasharray="${look.dash.map(rounded).join(' ')}"`;
      }
      this.looks.set(look, text);
    }
    return text;
  }

  async finish() {
    const [width, height] = [this.width, this.height].map(rounded);
    const faces = [...this.used].map(([font, { weight, codes }]) => {
      const sorted = [...codes].sort((one, other) => one - other);
      const range = sorted.map((code) => `U+${code.toString(16)}`).join(',');
      return `@font-face{font-family:"Noto Sans";font-weight:${weight ?? 400};src:url(data:font/ttf;base64,${base64(font.subset(sorted))});unicode-range:${range}}\n`;
    });
    const head = `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(this.title)}</title>
<style>
${faces.join('')}text{font-family:"Noto Sans",sans-serif;font-kerning:none;font-variant-ligatures:none;white-space:pre}
</style>
`;
    return new Blob([head, ...this.parts, '</svg>\n'], { type: 'image/svg+xml' });
  }
}

function paint(kind, color) {
  const [red, green, blue, alpha] = color ? asArray(color) : [0, 0, 0, 0];
  if (alpha === 0) return kind === 'fill' ? ' fill="none"' : '';
  const hex = [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
  return ` ${kind}="#${hex}"${alpha < 1 ? ` ${kind}-opacity="${rounded(alpha)}"` : ''}`;
}

export const pngOf = (canvas) =>
  canvas.convertToBlob ? canvas.convertToBlob({ type: 'image/png' }) : new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The map cannot be turned into a picture.'))), 'image/png'));

export function base64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8190) text += btoa(String.fromCharCode(...bytes.subarray(at, at + 8190)));
  return text;
}
