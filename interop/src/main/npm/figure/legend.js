// The legend as rows, which columns are filled with.
import { INK, QUIET } from './parts.js';
import { MM_PER_PIXEL } from './frame.js';

const GAP = 4;

export class Legend {
  /** groups: [{name, heading, geometry, ramp, entries: [{label, symbol}]}]; size: of letters in millimetres; most: width of a row. */
  constructor(groups, typeface, size, most) {
    Object.assign(this, { typeface, size });
    this.swatch = 2.4 * size;
    this.rows = groups.flatMap((group, i) => this.group(group, i > 0, most));
    this.width = Math.max(0, ...this.rows.map(({ width }) => width));
  }

  group({ name, heading, geometry, ramp, entries }, later, most) {
    const rows = [];
    const titled = entries.length > 1 || heading || ramp;
    const { size } = this;
    if (titled) rows.push(...this.words(name, size, 600, INK, most));
    if (heading) rows.push(...this.words(heading, 0.9 * size, 400, QUIET, most));
    if (ramp) rows.push(this.ramp(entries, most));
    else for (const entry of entries) rows.push(this.entry(entry, geometry, most));
    // What stands over entries stays with the first one.
    rows.forEach((row, i) => (row.kept = i < rows.length - entries.length && !ramp));
    if (rows.length) rows[0].above = later ? 0.8 * size : 0;
    return rows;
  }

  words(text, size, weight, color, most) {
    return this.typeface.lines(text, size, most, weight).map((line) => ({
      height: 1.35 * size,
      width: this.typeface.width(line, size, weight),
      draw: (out, x, y) => out.text(x, y + size, this.typeface.runs(line, weight), { size, weight, color }),
    }));
  }

  entry({ label, symbol }, geometry, most) {
    const { size, swatch, typeface } = this;
    const radius = geometry.includes('Point') ? Math.min(5, symbol.radius * MM_PER_PIXEL) : 0;
    const wide = Math.max(swatch, 2 * radius + 0.5);
    const lines = typeface.lines(label, size, Math.max(3 * size, most - wide - 0.8 * size));
    const height = Math.max(1.45 * size, 2 * radius + 0.8, lines.length * 1.3 * size + 0.15 * size);
    return {
      height,
      width: wide + 0.8 * size + Math.max(...lines.map((line) => typeface.width(line, size))),
      draw: (out, x, y) => {
        this.symbol(out, symbol, geometry, x, y + height / 2, wide, radius);
        const first = y + height / 2 - (lines.length * 1.3 * size) / 2;
        lines.forEach((line, i) => out.text(x + wide + 0.8 * size, first + (i + 0.82) * 1.3 * size, typeface.runs(line), { size, color: INK }));
      },
    };
  }

  symbol(out, { fill, stroke, strokeWidth }, geometry, x, y, wide, radius) {
    const high = 0.95 * this.size;
    const line = { stroke: css(stroke), width: Math.min(strokeWidth, geometry.includes('Line') ? 6 : 3) * MM_PER_PIXEL, join: 'round', cap: 'round' };
    const lined = stroke[3] > 0 && strokeWidth > 0 ? line : {};
    if (geometry.includes('Point')) out.circle({ fill: css(fill), ...lined }, x + wide / 2, y, radius);
    else if (geometry.includes('Line')) out.path(lined, [{ closed: 0, points: [x + line.width / 2, y, x + wide - line.width / 2, y] }]);
    else out.box({ fill: css(fill), ...lined }, x, y - high / 2, wide, high);
  }

  ramp([low, high], most) {
    const { size, typeface } = this;
    const width = Math.min(most, Math.max(24 * 0.5 * size, typeface.width(`${low.label}  ${high.label}`, size)));
    return {
      height: 2.9 * size,
      width,
      draw: (out, x, y) => {
        const steps = 32;
        for (let i = 0; i < steps; i++) {
          const tone = Math.round(low.symbol.fill[0] + ((high.symbol.fill[0] - low.symbol.fill[0]) * i) / (steps - 1));
          // Each reaches to the end, so that no seam shows between them.
          out.box({ fill: `rgb(${tone},${tone},${tone})` }, x + (width * i) / steps, y + 0.3 * size, (width * (steps - i)) / steps, size);
        }
        out.text(x, y + 2.4 * size, typeface.runs(low.label), { size, color: INK });
        out.text(x + width - typeface.width(high.label, size), y + 2.4 * size, typeface.runs(high.label), { size, color: INK });
      },
    };
  }

  /** Rows in columns of equal height for a width: {width, height, columns: [[row]]}. */
  arranged(width, most = Infinity) {
    const count = Math.max(1, Math.min(most, Math.floor((width + GAP) / (this.width + GAP))));
    const total = this.rows.reduce((sum, row) => sum + heightOf(row), 0);
    let columns;
    // As low as the columns allow.
    for (let high = total / count; ; high += 0.5 * this.size) {
      columns = filled(this.rows, high);
      if (columns.length <= count) break;
    }
    const height = Math.max(0, ...columns.map((rows) => rows.reduce((sum, row, i) => sum + heightOf(row, i), 0)));
    return { width: columns.length * (this.width + GAP) - GAP, height, columns };
  }

  draw(out, x, y, { columns }) {
    columns.forEach((rows, c) => {
      let at = y;
      rows.forEach((row, i) => {
        at += i > 0 ? (row.above ?? 0) : 0;
        row.draw(out, x + c * (this.width + GAP), at);
        at += row.height;
      });
    });
  }
}

const heightOf = (row, i = 1) => row.height + (i > 0 ? (row.above ?? 0) : 0);

function filled(rows, high) {
  const columns = [[]];
  let at = 0;
  rows.forEach((row, i) => {
    let block = heightOf(row, columns.at(-1).length);
    for (let j = i; rows[j].kept && j + 1 < rows.length; j++) block += heightOf(rows[j + 1]);
    if (columns.at(-1).length && at + block > high + 1e-9 && !rows[i - 1].kept) {
      columns.push([]);
      at = 0;
    }
    at += heightOf(row, columns.at(-1).length);
    columns.at(-1).push(row);
  });
  return columns;
}

const css = ([red, green, blue, alpha]) => (alpha > 0 ? `rgba(${red},${green},${blue},${alpha})` : '');
