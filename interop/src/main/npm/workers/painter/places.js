// Finds features by place: each is listed in the cells that its box covers; those over many cells are listed apart.
const MANY = 64;

export class PlaceIndex {
  /**
   * rows: how many features; xy: their coordinates, one for each row where boxes is null; boxes: Float64Array of
   * [minX, minY, maxX, maxY] per row; rows without geometry have an empty (infinite) box.
   */
  constructor(rows, xy, boxes) {
    this.count = rows;
    this.xy = xy;
    this.boxes = boxes;
    this.extent = this.measure();
    const [x0, y0, x1, y1] = this.extent;
    this.side = Math.max(1, Math.min(1024, Math.ceil(Math.sqrt(rows / 4))));
    this.width = Math.max(x1 - x0, 1e-9) / this.side;
    this.height = Math.max(y1 - y0, 1e-9) / this.side;
    this.stamp = boxes ? new Int32Array(rows) : null;
    this.searches = 0;
    const starts = new Uint32Array(this.side * this.side + 1);
    const large = [];
    this.eachCell((cell) => starts[cell + 1]++, (row) => large.push(row));
    for (let i = 0; i < starts.length - 1; i++) starts[i + 1] += starts[i];
    this.starts = starts;
    this.rows = new Uint32Array(starts[starts.length - 1]);
    const next = starts.slice();
    this.eachCell((cell, row) => (this.rows[next[cell]++] = row), () => {});
    this.large = Uint32Array.from(large);
  }

  measure() {
    let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
    const { boxes, xy } = this;
    const step = boxes ? 4 : 2, values = boxes ?? xy, far = boxes ? 2 : 0;
    for (let i = 0; i < this.count * step; i += step) {
      if (!(values[i] <= values[i + far])) continue;
      if (values[i] < x0) x0 = values[i];
      if (values[i + 1] < y0) y0 = values[i + 1];
      if (values[i + far] > x1) x1 = values[i + far];
      if (values[i + far + 1] > y1) y1 = values[i + far + 1];
    }
    return [x0, y0, x1, y1];
  }

  column(x) {
    const column = Math.floor((x - this.extent[0]) / this.width);
    return column < 0 ? 0 : column >= this.side ? this.side - 1 : column;
  }

  line(y) {
    const line = Math.floor((y - this.extent[1]) / this.height);
    return line < 0 ? 0 : line >= this.side ? this.side - 1 : line;
  }

  eachCell(inCell, tooLarge) {
    const { boxes, xy, side } = this;
    for (let row = 0; row < this.count; row++) {
      if (!boxes) {
        if (xy[2 * row] === xy[2 * row] && xy[2 * row + 1] === xy[2 * row + 1]) inCell(this.line(xy[2 * row + 1]) * side + this.column(xy[2 * row]), row);
        continue;
      }
      const b = 4 * row;
      if (!(boxes[b] <= boxes[b + 2])) continue;
      const c0 = this.column(boxes[b]), c1 = this.column(boxes[b + 2]), l0 = this.line(boxes[b + 1]), l1 = this.line(boxes[b + 3]);
      if ((c1 - c0 + 1) * (l1 - l0 + 1) > MANY) tooLarge(row);
      else for (let line = l0; line <= l1; line++) for (let column = c0; column <= c1; column++) inCell(line * side + column, row);
    }
  }

  /** Calls back with each row that may touch the area, once each, in no order. */
  search([x0, y0, x1, y1], callback) {
    const { boxes, xy, stamp, side, starts, rows } = this;
    const mark = ++this.searches;
    if (!(x1 >= this.extent[0] && y1 >= this.extent[1] && x0 <= this.extent[2] && y0 <= this.extent[3])) return;
    const c0 = this.column(x0), c1 = this.column(x1), l0 = this.line(y0), l1 = this.line(y1);
    for (let line = l0; line <= l1; line++) {
      const end = starts[line * side + c1 + 1];
      for (let i = starts[line * side + c0]; i < end; i++) {
        const row = rows[i];
        if (boxes) {
          if (stamp[row] === mark) continue;
          stamp[row] = mark;
          if (touches(boxes, 4 * row, x0, y0, x1, y1)) callback(row);
        } else if (xy[2 * row] >= x0 && xy[2 * row] <= x1 && xy[2 * row + 1] >= y0 && xy[2 * row + 1] <= y1) callback(row);
      }
    }
    for (const row of this.large) if (touches(boxes, 4 * row, x0, y0, x1, y1)) callback(row);
  }
}

function touches(boxes, at, x0, y0, x1, y1) {
  return boxes[at] <= x1 && boxes[at + 2] >= x0 && boxes[at + 1] <= y1 && boxes[at + 3] >= y0;
}
