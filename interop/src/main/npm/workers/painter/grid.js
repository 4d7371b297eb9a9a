// Finds boxes by place: each box is listed in the cells it covers; boxes over many cells are listed apart.
const MANY = 64;

export class SpatialGrid {
  /** boxes: Float64Array of [minX, minY, maxX, maxY] per row; rows without geometry have an empty (infinite) box. */
  constructor(boxes) {
    this.boxes = boxes;
    const rows = boxes.length / 4;
    let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
    for (let r = 0; r < rows; r++) {
      if (!(boxes[4 * r] <= boxes[4 * r + 2])) continue;
      x0 = Math.min(x0, boxes[4 * r]);
      y0 = Math.min(y0, boxes[4 * r + 1]);
      x1 = Math.max(x1, boxes[4 * r + 2]);
      y1 = Math.max(y1, boxes[4 * r + 3]);
    }
    this.side = Math.max(1, Math.min(1024, Math.ceil(Math.sqrt(rows / 4))));
    this.x0 = x0;
    this.y0 = y0;
    this.width = Math.max(x1 - x0, 1e-9) / this.side;
    this.height = Math.max(y1 - y0, 1e-9) / this.side;
    this.stamp = new Int32Array(rows);
    this.search_ = 0;
    const counts = new Int32Array(this.side * this.side + 1);
    const large = [];
    this.each(rows, (cell) => counts[cell + 1]++, (row) => large.push(row));
    for (let i = 0; i < counts.length - 1; i++) counts[i + 1] += counts[i];
    this.starts = counts.slice();
    this.rows = new Int32Array(counts[counts.length - 1]);
    this.each(rows, (cell, row) => (this.rows[counts[cell]++] = row), () => {});
    this.large = Int32Array.from(large);
  }

  each(rows, inCell, tooLarge) {
    for (let row = 0; row < rows; row++) {
      const box = this.cells(this.boxes[4 * row], this.boxes[4 * row + 1], this.boxes[4 * row + 2], this.boxes[4 * row + 3]);
      if (!box) continue;
      const [c0, r0, c1, r1] = box;
      if ((c1 - c0 + 1) * (r1 - r0 + 1) > MANY) {
        tooLarge(row);
        continue;
      }
      for (let r = r0; r <= r1; r++) for (let c = c0; c <= c1; c++) inCell(r * this.side + c, row);
    }
  }

  cells(x0, y0, x1, y1) {
    if (!(x0 <= x1)) return null;
    const clamp = (v) => Math.max(0, Math.min(this.side - 1, v));
    const column = (x) => clamp(Math.floor((x - this.x0) / this.width));
    const row = (y) => clamp(Math.floor((y - this.y0) / this.height));
    return [column(x0), row(y0), column(x1), row(y1)];
  }

  /** Rows whose box touches the area, in ascending order, which is drawing order. */
  search([x0, y0, x1, y1]) {
    const found = [];
    const { boxes, stamp } = this;
    const mark = ++this.search_;
    const test = (row) => {
      if (stamp[row] === mark) return;
      stamp[row] = mark;
      const b = 4 * row;
      if (boxes[b] <= x1 && boxes[b + 2] >= x0 && boxes[b + 1] <= y1 && boxes[b + 3] >= y0) found.push(row);
    };
    const [c0, r0, c1, r1] = this.cells(x0, y0, x1, y1) ?? [0, 0, -1, -1];
    for (let r = r0; r <= r1; r++) {
      for (let c = c0; c <= c1; c++) {
        const cell = r * this.side + c;
        for (let i = this.starts[cell]; i < this.starts[cell + 1]; i++) test(this.rows[i]);
      }
    }
    for (const row of this.large) test(row);
    return found.sort((a, b) => a - b);
  }
}
