// Circles at points, drawn as paths. OpenLayers makes a canvas for each distinct circle, and sizes that follow
// a value are all distinct: a thousand small canvases cost seconds where the graphics card is imitated.
import { asString } from 'ol/color.js';

const css = (color) => (Array.isArray(color) ? asString(color) : color);

export function drawCircles(canvas, circle, flat, pixelRatio) {
  const fill = circle.getFill()?.getColor();
  const stroke = circle.getStroke();
  const width = stroke?.getWidth() ?? 0;
  const radius = circle.getRadius() * pixelRatio;
  canvas.globalAlpha = circle.getOpacity();
  for (let i = 0; i < flat.length; i += 2) {
    canvas.beginPath();
    canvas.arc(flat[i] * pixelRatio, flat[i + 1] * pixelRatio, radius, 0, 2 * Math.PI);
    if (fill) {
      canvas.fillStyle = css(fill);
      canvas.fill();
    }
    if (width > 0) {
      canvas.strokeStyle = css(stroke.getColor());
      canvas.lineWidth = width * pixelRatio;
      canvas.setLineDash([]);
      canvas.stroke();
    }
  }
  canvas.globalAlpha = 1;
}
