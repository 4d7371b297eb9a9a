// Where on the paper the map lies, and what it shows there.

export const MM_PER_PIXEL = 25.4 / 96;

export class Frame {
  /** box: [x, y, width, height] in millimetres; center: in the map's system; rotation: clockwise, in radians. */
  constructor({ projection, center, rotation }, box, unitsPerMm) {
    Object.assign(this, { projection, center, rotation, box, unitsPerMm });
    this.middle = [box[0] + box[2] / 2, box[1] + box[3] / 2];
    this.cos = Math.cos(rotation);
    this.sin = Math.sin(rotation);
    /** How the map shows the world again beside itself, if it does. */
    this.repeats = { 'EPSG:3857': 'mercator', 'EPSG:4326': 'plate' }[projection] ?? '';
  }

  /** Units of the map for a pixel that the looks count in. */
  get resolution() {
    return this.unitsPerMm * MM_PER_PIXEL;
  }

  get turn() {
    return [(this.rotation * 180) / Math.PI, ...this.middle];
  }

  toPaper([x, y]) {
    const dx = (x - this.center[0]) / this.unitsPerMm, dy = (this.center[1] - y) / this.unitsPerMm;
    return [this.middle[0] + dx * this.cos - dy * this.sin, this.middle[1] + dx * this.sin + dy * this.cos];
  }

  toMap([x, y]) {
    const dx = x - this.middle[0], dy = y - this.middle[1];
    return [this.center[0] + (dx * this.cos + dy * this.sin) * this.unitsPerMm, this.center[1] - (dy * this.cos - dx * this.sin) * this.unitsPerMm];
  }

  /** [minX, minY, maxX, maxY] around what is shown, in the map's system. */
  extent() {
    const [x, y, width, height] = this.box;
    const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]].map((corner) => this.toMap(corner));
    const across = corners.map(([value]) => value), along = corners.map(([, value]) => value);
    return [Math.min(...across), Math.min(...along), Math.max(...across), Math.max(...along)];
  }
}
