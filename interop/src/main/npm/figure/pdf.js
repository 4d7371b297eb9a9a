// A figure as PDF (ISO 32000-1): lines stay lines, text stays text in fonts that the file brings. It says nothing of when it was made, so that
// the same figure is the same file.
import { asArray } from 'ol/color.js';
import { PdfFile } from './pdffile.js';
import { rounded } from './svg.js';

const POINTS_PER_MM = 72 / 25.4;
/** How far the ends of a quarter of a circle pull (Riškus 2006). */
const ARC = 0.551915024494;
const JOINS = { miter: 0, round: 1, bevel: 2 };
const CAPS = { butt: 0, round: 1, square: 2 };

export class PdfPaper {
  constructor(width, height, title) {
    Object.assign(this, { width, height, title });
    this.file = new PdfFile();
    this.lines = [`${rounded(POINTS_PER_MM)} 0 0 ${rounded(-POINTS_PER_MM)} 0 ${rounded(height * POINTS_PER_MM)} cm`];
    this.stack = [];
    this.states = new Map();
    this.objects = new Map();
    this.fonts = new Map();
  }

  open({ clip, opacity = 1, turn }) {
    const own = opacity < 1;
    this.stack.push({ under: own ? this.lines : null, opacity });
    if (own) this.lines = [];
    else this.lines.push('q');
    if (clip) this.lines.push(`${clip.map(rounded).join(' ')} re W n`);
    if (turn?.[0]) this.lines.push(`${turned(...turn).map(exact).join(' ')} cm`);
  }

  close() {
    const { under, opacity } = this.stack.pop();
    if (!under) {
      this.lines.push('Q');
      return;
    }
    // What overlaps within a part shows through once.
    const form = this.file.stream(this.lines, {
      Type: '/XObject', Subtype: '/Form', BBox: `[0 0 ${rounded(this.width)} ${rounded(this.height)}]`,
      Group: '<< /S /Transparency /CS /DeviceRGB >>', Resources: `${this.resources} 0 R`,
    });
    this.lines = under;
    this.lines.push('q', this.state(opacity, opacity), `/${this.object(form)} Do`, 'Q');
  }

  /** The number of the resources, which all parts share. */
  get resources() {
    return (this.resourcesNumber ??= this.file.reserve());
  }

  path(look, runs) {
    let text = '';
    for (const { closed, points } of runs) {
      for (let i = 0; i < points.length; i += 2) text += `${rounded(points[i])} ${rounded(points[i + 1])} ${i === 0 ? 'm' : 'l'} `;
      if (closed) text += 'h ';
    }
    this.ink(look, text);
  }

  circle(look, x, y, radius) {
    const pull = radius * ARC;
    let text = `${rounded(x + radius)} ${rounded(y)} m `;
    for (const [cos, sin] of [[1, 0], [0, 1], [-1, 0], [0, -1]]) {
      const at = (along, aside) => `${rounded(x + along * cos - aside * sin)} ${rounded(y + along * sin + aside * cos)} `;
      text += `${at(radius, pull)}${at(pull, radius)}${at(0, radius)}c `;
    }
    this.ink(look, `${text}h `);
  }

  box(look, x, y, width, height) {
    this.ink(look, `${[x, y, width, height].map(rounded).join(' ')} re `);
  }

  ink(look, path) {
    const [fill, stroke] = [look.fill, look.stroke].map((color) => (color ? asArray(color) : [0, 0, 0, 0]));
    const fills = fill[3] > 0, strokes = stroke[3] > 0;
    if (!fills && !strokes) return;
    const setup = [this.state(fills ? fill[3] : 1, strokes ? stroke[3] : 1)];
    if (fills) setup.push(`${colors(fill)} rg`);
    if (strokes) setup.push(`${colors(stroke)} RG ${rounded(look.width)} w ${JOINS[look.join ?? 'miter']} j ${CAPS[look.cap ?? 'butt']} J [${(look.dash ?? []).map(rounded).join(' ')}] 0 d`);
    const even = look.rule === 'evenodd' ? '*' : '';
    this.lines.push(setup.join(' '));
    // Both at once would keep a transparent outline from lying over what is filled.
    if (fills && strokes && stroke[3] < 1) this.lines.push(`${path}f${even}`, `${path}S`);
    else this.lines.push(path + (fills && strokes ? `B${even}` : fills ? `f${even}` : 'S'));
  }

  text(x, y, runs, { size, color, turn = 0 }) {
    const angle = (turn * Math.PI) / 180, cos = Math.cos(angle), sin = Math.sin(angle);
    this.lines.push('BT', `${this.state(1, 1)} ${colors(asArray(color))} rg`);
    let along = 0;
    for (const { font, text, glyphs, width } of runs) {
      const known = this.font(font);
      [...text].forEach((letter, i) => known.letters.set(glyphs[i], letter));
      const hex = glyphs.map((glyph) => glyph.toString(16).padStart(4, '0')).join('');
      const matrix = [cos, sin, sin, -cos, x + along * cos, y + along * sin].map(exact).join(' ');
      this.lines.push(`/${known.name} ${rounded(size)} Tf ${matrix} Tm <${hex}> Tj`);
      along += width * size;
    }
    this.lines.push('ET');
  }

  async image(x, y, width, height, canvas) {
    const number = await this.file.image(canvas);
    this.lines.push('q', this.state(1, 1), `${[width, 0, 0, -height, x, y + height].map(rounded).join(' ')} cm`, `/${this.object(number)} Do`, 'Q');
  }

  state(fill, stroke) {
    const key = `/ca ${rounded(fill)} /CA ${rounded(stroke)}`;
    if (!this.states.has(key)) this.states.set(key, `G${this.states.size}`);
    return `/${this.states.get(key)} gs`;
  }

  object(number) {
    const name = `X${this.objects.size}`;
    this.objects.set(name, number);
    return name;
  }

  font(font) {
    if (!this.fonts.has(font)) this.fonts.set(font, { name: `F${this.fonts.size}`, letters: new Map() });
    return this.fonts.get(font);
  }

  async finish() {
    const { file } = this;
    const fonts = [...this.fonts].map(([font, { name, letters }], i) => `/${name} ${file.font(font, letters, i)} 0 R`);
    file.define(this.resources, `<< /ExtGState << ${[...this.states].map(([key, name]) => `/${name} << ${key} >>`).join(' ')} >> /XObject << ${[...this.objects].map(([name, number]) => `/${name} ${number} 0 R`).join(' ')} >> /Font << ${fonts.join(' ')} >> >>`);
    const [width, height] = [this.width, this.height].map((mm) => exact(mm * POINTS_PER_MM));
    return file.finish({ contents: file.stream(this.lines), resources: this.resources, box: `[0 0 ${width} ${height}]`, title: this.title });
  }
}

const exact = (value) => String(Math.round(value * 1e5) / 1e5 || 0);
const colors = (color) => color.slice(0, 3).map((part) => rounded(part / 255)).join(' ');

function turned(degrees, x, y) {
  const angle = (degrees * Math.PI) / 180, cos = Math.cos(angle), sin = Math.sin(angle);
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
}
