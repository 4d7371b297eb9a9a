// A canvas that keeps what the pen draws on it as shapes, for pictures made of lines instead of pixels.

/** Kinds of shapes in a recording; each is followed by the number of its look. */
export const PATH = 0, CIRCLE = 1, BOX = 2;

/**
 * Takes the calls of CanvasRenderingContext2D that the pen makes. Places are pixels of the map; sizes are those of the looks, which the
 * pen makes smaller by the detail that it is asked for, and which are made larger again here.
 */
export class Recorder {
  constructor(detail) {
    this.detail = detail;
    this.looks = [];
    this.known = new Map();
    this.shapes = [];
    this.path = [];
    this.circle = null;
    this.filled = null;
  }

  beginPath() {
    this.finish();
    this.path = [];
    this.circle = null;
  }

  moveTo(x, y) {
    this.run = { closed: 0, points: [x, y] };
    this.path.push(this.run);
  }

  lineTo(x, y) {
    this.run.points.push(x, y);
  }

  closePath() {
    this.run.closed = 1;
  }

  arc(x, y, radius) {
    this.circle = [x, y, radius * this.detail];
  }

  fill(rule) {
    this.filled = { color: this.fillStyle, rule: rule ?? 'nonzero' };
  }

  stroke() {
    this.keep({ stroke: this.strokeStyle, width: this.lineWidth * this.detail, join: this.lineJoin ?? 'miter', cap: this.lineCap ?? 'butt' });
  }

  fillRect(x, y, width, height) {
    this.finish();
    this.shapes.push(BOX, this.look({ fill: this.fillStyle }), x, y, width, height);
  }

  /** What was filled but not outlined. */
  finish() {
    if (this.filled) this.keep({});
  }

  keep(line) {
    const look = this.look({ ...(this.filled && { fill: this.filled.color, rule: this.filled.rule }), ...line });
    this.filled = null;
    if (this.circle) {
      this.shapes.push(CIRCLE, look, ...this.circle);
      return;
    }
    this.shapes.push(PATH, look, this.path.length);
    for (const { closed, points } of this.path) {
      this.shapes.push(closed, points.length);
      for (const value of points) this.shapes.push(value);
    }
  }

  look(look) {
    const key = JSON.stringify(look);
    if (!this.known.has(key)) {
      this.known.set(key, this.looks.length);
      this.looks.push(look);
    }
    return this.known.get(key);
  }

  /** {looks, shapes}: numbers; of a path: how many runs, then of each whether it is closed, how many numbers, and these. */
  recording() {
    this.finish();
    return { looks: this.looks, shapes: Float32Array.from(this.shapes) };
  }
}
