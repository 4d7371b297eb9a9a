// Puts a figure together: measures its parts, finds where they go, and draws them on a paper (SvgPaper, PdfPaper, RasterPaper).
import { BOX, CIRCLE, PATH } from '../workers/painter/recorder.js';
import { Place } from './earth.js';
import { Frame, MM_PER_PIXEL } from './frame.js';
import { graticule } from './graticule.js';
import { layerPicture } from './images.js';
import { sizeOf } from './layout.js';
import { Legend } from './legend.js';
import { INK, QUIET, northArrow, scaleBar } from './parts.js';

const MM_PER_POINT = 25.4 / 72;
const BACKDROP = { fill: 'rgba(255,255,255,0.85)' };
const GRID = { stroke: 'rgba(60,84,94,0.5)', width: 0.12 };
const EDGE = { stroke: INK, width: 0.25, join: 'miter' };
const SMALL = 0.85;
/** After so long the page gets a moment. */
const PAUSE_MILLIS = 12;
const LOOK_EVERY = 32;
const LEAST_FRAME = 15;
/** Where meridians (true) and parallels are named, from the best side on. */
const SIDES = { true: ['bottom', 'left', 'top', 'right'], false: ['left', 'bottom', 'right', 'top'] };

/** A figure measured out: all but what the layers are drawn with. */
export class Scene {
  constructor(spec, layout, typeface) {
    Object.assign(this, { spec, layout, typeface });
    this.size = layout.fontSize * MM_PER_POINT;
    [this.width, this.height] = sizeOf(layout);
    this.title = layout.title || spec.title;
    this.parts = [];
    const { margin } = layout;
    this.room = [margin, margin, this.width - 2 * margin, this.height - 2 * margin];
    this.placeTexts();
    this.placeLegend();
    this.placeFrame();
    this.placeCorners();
  }

  take(side, length) {
    const [x, y, width, height] = this.room;
    this.room = { top: [x, y + length, width, height - length], bottom: [x, y, width, height - length], left: [x + length, y, width - length, height], right: [x, y, width - length, height] }[side];
    if (Math.min(this.room[2], this.room[3]) < LEAST_FRAME) throw Object.assign(new Error(`The figure of ${this.width} \u00d7 ${this.height} mm has no room for the map beside its other parts. Leave some out, or take smaller letters.`), { name: 'invalid-argument' });
  }

  placeTexts() {
    const { layout, typeface, size } = this;
    const [, y] = this.room;
    // As wide as the map will be, whose left edge they share.
    const width = this.room[2] - (layout.graticule ? 1.5 * SMALL * size : 0);
    if (layout.showTitle && this.title) {
      const large = 1.7 * size;
      const lines = typeface.lines(this.title, large, width, 600);
      this.parts.push({ id: 'title', draw: (out) => lines.forEach((line, i) => out.text(this.frame.box[0], y + large * (0.85 + 1.25 * i), typeface.runs(line, 600), { size: large, weight: 600, color: INK })) });
      this.take('top', large * 1.25 * lines.length + 0.6 * size);
    }
    const small = SMALL * size;
    const lines = [layout.authors, layout.attribution ? this.spec.attribution : ''].filter(Boolean).flatMap((text) => typeface.lines(text, small, width));
    if (!lines.length) return;
    const top = this.room[1] + this.room[3] - lines.length * 1.35 * small + 0.3 * small;
    this.parts.push({ id: 'attribution', draw: (out) => lines.forEach((line, i) => out.text(this.frame.box[0], top + small * (0.8 + 1.35 * i), typeface.runs(line), { size: small, color: QUIET })) });
    this.take('bottom', lines.length * 1.35 * small + 0.5 * size);
  }

  placeLegend() {
    const { layout, typeface, size } = this;
    this.corner = null;
    if (layout.legend === 'none' || !this.spec.legend.length) return;
    const wide = this.width > 1.1 * this.height && this.width > 150;
    const where = layout.legend === 'auto' ? (wide ? 'right' : 'below') : layout.legend;
    const [x, y, width, height] = this.room;
    if (where === 'below') {
      const inset = layout.graticule ? 1.5 * SMALL * size : 0;
      const legend = new Legend(this.spec.legend, typeface, size, Math.min(width - inset, 70));
      const shape = legend.arranged(width - inset);
      this.take('bottom', shape.height + 1.2 * size);
      this.parts.push({ id: 'legend', draw: (out) => legend.draw(out, this.frame.box[0], y + height - shape.height, shape) });
      return;
    }
    const legend = new Legend(this.spec.legend, typeface, size, Math.min(0.4 * width, 60));
    const shape = legend.arranged(legend.width, 1);
    if (where === 'right') {
      this.take('right', shape.width + 1.5 * size);
      this.parts.push({ id: 'legend', draw: (out) => legend.draw(out, x + width - shape.width, y, shape) });
    } else this.corner = { id: 'legend', where, ...shape, draw: (out, left, top) => legend.draw(out, left, top, shape) };
  }

  placeFrame() {
    const lettered = 1.5 * SMALL * this.size;
    this.sides = this.layout.graticule ? ['left', 'bottom'] : [];
    for (const side of this.sides) this.take(side, lettered);
    this.show();
    // Lines that meet neither of these sides are named at another one.
    const more = new Set(this.grid.lines.map((line) => SIDES[line.meridian].find((side) => line.meets.some((meet) => meet.side === side))));
    const others = [...more].filter((side) => side && !this.sides.includes(side));
    if (!others.length) return;
    for (const side of others) this.take(side, lettered);
    this.sides.push(...others);
    this.show();
  }

  /** Shows the map in the room that is left. */
  show() {
    const { layout, spec, room: box } = this;
    const { width, height, resolution, center, projection } = spec.view;
    let unitsPerMm = Math.max((width * resolution) / box[2], (height * resolution) / box[3]);
    this.place = new Place(projection, center, unitsPerMm);
    this.metersPerUnit = this.place.isOnEarth ? this.place.metersPerUnit() : NaN;
    if (layout.scale && this.metersPerUnit > 0) unitsPerMm = layout.scale / 1000 / this.metersPerUnit;
    this.frame = new Frame(spec.view, box, unitsPerMm);
    this.grid = layout.graticule && this.place.isOnEarth ? graticule(this.frame, this.place, layout.interval) : { interval: 0, lines: [] };
  }

  /** What lies on the map, in its corners; what shares one stands above or below. */
  placeCorners() {
    const { layout, typeface, size, frame } = this;
    const metersPerMm = this.metersPerUnit * frame.unitsPerMm;
    const inner = [];
    if (this.corner) inner.push(this.corner);
    if (layout.scaleBar !== 'none' && metersPerMm > 0) {
      this.bar = scaleBar(typeface, SMALL * size, metersPerMm, Math.min(60, 0.26 * frame.box[2]));
      inner.push({ id: 'scale-bar', where: layout.scaleBar, ...this.bar });
    }
    this.north = this.place.isOnEarth ? this.place.north() + frame.turn[0] : NaN;
    if (layout.northArrow !== 'none' && Number.isFinite(this.north)) inner.push({ id: 'north-arrow', where: layout.northArrow, ...northArrow(typeface, size, this.north) });
    const used = {};
    const pad = 0.6 * size;
    for (const part of inner) {
      const [left, top, width, height] = frame.box;
      const [wide, high] = [part.width + 2 * pad, part.height + 2 * pad];
      const offset = used[part.where] ?? 0.7 * size;
      used[part.where] = offset + high + 0.5 * size;
      const x = part.where.endsWith('left') ? left + 0.7 * size : left + width - wide - 0.7 * size;
      const y = part.where.startsWith('top') ? top + offset : top + height - high - offset;
      this.parts.push({ id: part.id, draw: (out) => {
        out.box(BACKDROP, x, y, wide, high);
        part.draw(out, x + pad, y + pad);
      } });
    }
  }

  /**
   * Draws all.
   * @param {function(object): Promise<{looks, shapes}>} record has a layer painted (see painter.js)
   * @param {number} dpi of what are pixels; detail: pixels of shapes for one of the looks
   */
  async draw(out, { layers, record, dpi, detail, told }) {
    out.box({ fill: this.layout.background }, 0, 0, this.width, this.height);
    const { frame } = this;
    out.open({ id: 'map', clip: frame.box });
    for (const [i, layer] of this.spec.layers.entries()) {
      told(i / (this.spec.layers.length + 1), `Drawing ${layer.name}`);
      if (layer.key) await this.shapes(out, layer, i, await record(this.request(layer, detail)), told);
      else if (layers.get(layer.index)) {
        const picture = await layerPicture(layers.get(layer.index), frame, dpi);
        out.open({ id: `layer-${i + 1}`, opacity: layer.opacity });
        await out.image(...frame.box, picture);
        out.close();
      }
    }
    out.close();
    told(0.9, 'Drawing the parts of the figure');
    this.drawGrid(out);
    for (const { id, draw } of this.parts) {
      out.open({ id });
      draw(out);
      out.close();
    }
  }

  request({ key, style, filter }, detail) {
    const { frame } = this;
    const extent = frame.extent(), resolution = frame.resolution / detail;
    const size = Math.ceil(Math.max(extent[2] - extent[0], extent[3] - extent[1]) / resolution);
    return { key, style, filter, marks: '', projection: frame.projection, extent, resolution, pixelRatio: 1 / detail, size, detail };
  }

  async shapes(out, { name, opacity }, index, { looks, shapes }, told) {
    const { frame } = this;
    const [minX, , , maxY] = frame.extent();
    // Shapes count from the upper left of what is around the frame before it is turned.
    const left = frame.middle[0] + (minX - frame.center[0]) / frame.unitsPerMm, top = frame.middle[1] - (maxY - frame.center[1]) / frame.unitsPerMm;
    const x = (value) => left + value * MM_PER_PIXEL, y = (value) => top + value * MM_PER_PIXEL;
    const inks = looks.map((look) => ({ ...look, width: (look.width ?? 0) * MM_PER_PIXEL }));
    out.open({ id: `layer-${index + 1}`, opacity, turn: frame.turn });
    let begun = performance.now();
    for (let at = 0, count = 1; at < shapes.length; count++) {
      const kind = shapes[at], ink = inks[shapes[at + 1]];
      if (kind === CIRCLE) {
        out.circle(ink, x(shapes[at + 2]), y(shapes[at + 3]), shapes[at + 4] * MM_PER_PIXEL);
        at += 5;
      } else if (kind === BOX) {
        out.box(ink, x(shapes[at + 2]), y(shapes[at + 3]), shapes[at + 4] * MM_PER_PIXEL, shapes[at + 5] * MM_PER_PIXEL);
        at += 6;
      } else if (kind === PATH) {
        const runs = [];
        let from = at + 3;
        for (let run = 0; run < shapes[at + 2]; run++) {
          const length = shapes[from + 1], points = new Float64Array(length);
          for (let i = 0; i < length; i += 2) {
            points[i] = x(shapes[from + 2 + i]);
            points[i + 1] = y(shapes[from + 3 + i]);
          }
          runs.push({ closed: shapes[from], points });
          from += 2 + length;
        }
        out.path(ink, runs);
        at = from;
      }
      if (count % LOOK_EVERY === 0 && performance.now() - begun > PAUSE_MILLIS) {
        await new Promise((resolve) => setTimeout(resolve));
        told((index + at / shapes.length) / (this.spec.layers.length + 1), `Drawing ${name}`);
        begun = performance.now();
      }
    }
    out.close();
  }

  drawGrid(out) {
    const { grid, frame, typeface } = this;
    const small = SMALL * this.size;
    if (grid.lines.length) {
      out.open({ id: 'graticule' });
      for (const { runs } of grid.lines) out.path(GRID, runs.map((points) => ({ closed: 0, points })));
      out.close();
    }
    out.box(EDGE, ...frame.box);
    if (!grid.lines.length) return;
    out.open({ id: 'graticule-labels' });
    const taken = { left: [], bottom: [], top: [], right: [] };
    const named = grid.lines.map(({ label, meridian, meets }) => {
      const side = SIDES[meridian].find((each) => this.sides.includes(each) && meets.some((meet) => meet.side === each));
      return { label, own: side === SIDES[meridian][0], meets: meets.filter((meet) => meet.side === side) };
    });
    for (const own of [true, false]) {
      for (const each of named) if (each.own === own) for (const meet of each.meets) this.gridLabel(out, typeface, small, each.label, meet, taken[meet.side]);
    }
    for (const { label, meridian, meets, runs } of grid.lines) if (!meridian && !meets.length) this.ringLabel(out, small, label, runs);
    out.close();
  }

  /** Names a parallel that goes round inside of the frame where it is lowest. */
  ringLabel(out, size, label, runs) {
    const { typeface } = this;
    let [x, y] = [0, -Infinity];
    for (const points of runs) for (let i = 0; i < points.length; i += 2) if (points[i + 1] > y) [x, y] = [points[i], points[i + 1]];
    const wide = typeface.width(label, size);
    out.box(BACKDROP, x - wide / 2 - 0.3 * size, y - 0.65 * size, wide + 0.6 * size, 1.3 * size);
    out.text(x - wide / 2, y + 0.36 * size, typeface.runs(label), { size, color: QUIET });
  }

  gridLabel(out, typeface, size, label, { side, x, y }, taken) {
    const wide = typeface.width(label, size);
    const upright = side === 'top' || side === 'bottom';
    const along = upright ? x : y;
    const high = upright ? this.width : this.height;
    if (along - wide / 2 < 0 || along + wide / 2 > high || taken.some(([from, to]) => along + wide / 2 > from - 0.6 * size && along - wide / 2 < to + 0.6 * size)) return;
    taken.push([along - wide / 2, along + wide / 2]);
    const tick = 0.3 * size, beside = tick + 0.3 * size, below = tick + 0.95 * size;
    const [dx, dy] = { left: [-tick, 0], right: [tick, 0], top: [0, -tick], bottom: [0, tick] }[side];
    out.path(EDGE, [{ closed: 0, points: [x, y, x + dx, y + dy] }]);
    const ink = { size, color: QUIET };
    if (upright) out.text(x - wide / 2, side === 'bottom' ? y + below : y - beside, typeface.runs(label), ink);
    else out.text(side === 'left' ? x - beside : x + below, y + wide / 2, typeface.runs(label), { ...ink, turn: -90 });
  }

  /** What can be said of the figure. */
  report() {
    const letters = [this.title, this.layout.authors, this.spec.attribution, ...namesIn(this.spec.legend)].join('');
    return {
      width: this.width, height: this.height,
      scale: Math.round(this.metersPerUnit * this.frame.unitsPerMm * 1000) || 0,
      scaleBar: this.bar ? { meters: this.bar.meters, millimeters: this.bar.length } : {},
      north: Number.isFinite(this.north) ? this.north : null,
      interval: this.grid.interval,
      frame: this.frame.box,
      missing: this.typeface.missing(letters).join(''),
    };
  }
}

export const namesIn = (legend) => legend.flatMap(({ name, heading, entries }) => [name, heading, ...entries.map(({ label }) => label)]);
