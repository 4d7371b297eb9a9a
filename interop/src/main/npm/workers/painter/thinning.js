// Which features of a tile are drawn. Points, and what is smaller than a pixel, are drawn once for each small cell of the
// picture: the one that lies on top. Cells are places of the map, not of the tile, so that neighbouring tiles agree.

export class Thinning {
  /**
   * area: [minX, minY, maxX, maxY], with the reach of symbols; cell: side of a cell in map units.
   */
  constructor(area, cell) {
    this.cell = cell;
    this.left = Math.floor(area[0] / cell);
    this.bottom = Math.floor(area[1] / cell);
    this.columns = Math.floor(area[2] / cell) - this.left + 1;
    this.lines = Math.floor(area[3] / cell) - this.bottom + 1;
    this.top = new Uint32Array(this.columns * this.lines);
    this.whole = [];
  }

  /** Offers a row that is no larger than a cell, at its place. */
  offer(row, x, y) {
    const column = Math.floor(x / this.cell) - this.left, line = Math.floor(y / this.cell) - this.bottom;
    // A feature may begin beside the area and reach into it.
    const at = Math.max(0, Math.min(this.lines - 1, line)) * this.columns + Math.max(0, Math.min(this.columns - 1, column));
    if (this.top[at] <= row) this.top[at] = row + 1;
  }

  /** Takes a row that is drawn in any case. */
  take(row) {
    this.whole.push(row);
  }

  /** The rows to draw, in ascending order, which is drawing order. */
  chosen() {
    const { top, whole } = this;
    let count = whole.length;
    for (let i = 0; i < top.length; i++) if (top[i] !== 0) count++;
    const rows = new Uint32Array(count);
    rows.set(whole);
    count = whole.length;
    for (let i = 0; i < top.length; i++) if (top[i] !== 0) rows[count++] = top[i] - 1;
    return rows.sort();
  }
}
