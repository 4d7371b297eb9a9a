// Draws circles, lines and areas with the looks that styles give.

export class Pen {
  constructor(canvas, ratio) {
    this.canvas = canvas;
    this.ratio = ratio;
  }

  ink({ fill, stroke, width, join, cap }) {
    const { canvas, ratio } = this;
    if (fill) canvas.fillStyle = fill;
    if (stroke) {
      canvas.strokeStyle = stroke;
      canvas.lineWidth = width * ratio;
      canvas.lineJoin = join;
      canvas.lineCap = cap;
    }
  }

  /** A circle at a place of the tile, in pixels of the map. */
  circle(look, x, y) {
    disc(this.canvas, look, this.ratio, x * this.ratio, y * this.ratio);
  }

  /** What is smaller than a pixel: a dot as wide as its outline. */
  speck(look, x, y, width, height) {
    const { canvas, ratio } = this;
    const line = look.stroke ? look.width : 0;
    const wide = Math.max(1 / ratio, width + line), high = Math.max(1 / ratio, height + line);
    const color = look.stroke || look.fill;
    if (!color) return;
    canvas.fillStyle = color;
    canvas.fillRect((x - wide / 2) * ratio, (y - high / 2) * ratio, wide * ratio, high * ratio);
  }

  line(look, outline) {
    if (!look.stroke || !outline.ends.length) return;
    this.ink(look);
    this.canvas.beginPath();
    outline.trace(this.canvas, this.ratio, false);
    this.canvas.stroke();
  }

  area(look, outline) {
    if (!outline.ends.length) return;
    this.ink(look);
    this.canvas.beginPath();
    outline.trace(this.canvas, this.ratio, true);
    if (look.fill) this.canvas.fill('evenodd');
    if (look.stroke) this.canvas.stroke();
  }
}

/** A circle at a place of the canvas. */
export function disc(canvas, look, ratio, x, y) {
  canvas.beginPath();
  canvas.arc(x, y, look.radius * ratio, 0, 2 * Math.PI);
  if (look.fill) {
    canvas.fillStyle = look.fill;
    canvas.fill();
  }
  if (look.stroke) {
    canvas.strokeStyle = look.stroke;
    canvas.lineWidth = look.width * ratio;
    canvas.stroke();
  }
}
