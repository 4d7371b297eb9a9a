// One image laid over four corners.
import ImageLayer from 'ol/layer/Image.js';
import { transform } from 'ol/proj.js';
import ImageCanvas from 'ol/source/ImageCanvas.js';
import { decoded } from './raster.js';
import { RequestError, ask } from './request.js';

/** Into so many parts along each side an image is cut that lies in perspective. */
const PARTS = 24;

export async function imageLayer({ source: { parameters } }, file, teller) {
  const { path, coordinates, interpolate } = parameters;
  let image;
  try {
    image = await decoded(file ?? (await (await ask(path)).blob()));
  } catch (error) {
    if (error instanceof RequestError && !error.unreachable) throw new RequestError(`${path}: ${error.message}`, error.status);
    throw error;
  }
  teller.drew();
  const corners = coordinates.map(([x, y]) => transform([x, Math.max(-85.06, Math.min(85.06, y))], 'EPSG:4326', 'EPSG:3857'));
  const placeOf = placed(corners);
  const source = new ImageCanvas({
    projection: 'EPSG:3857',
    interpolate,
    canvasFunction: (extent, resolution, pixelRatio, [width, height]) => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d');
      context.imageSmoothingEnabled = interpolate === true;
      const step = pixelRatio / resolution;
      draw(context, image, (u, v) => {
        const [x, y] = placeOf(u, v);
        return [(x - extent[0]) * step, (extent[3] - y) * step];
      }, placeOf.affine ? 1 : PARTS);
      return canvas;
    },
  });
  const longitudes = coordinates.map(([x]) => x);
  const latitudes = coordinates.map(([, y]) => y);
  const extent = [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
  return { layer: new ImageLayer({ source }), info: { extent, width: image.width, height: image.height } };
}

/**
 * Where a point of the unit square, from its upper left corner, comes to lie (Heckbert, Fundamentals of Texture Mapping
 * and Image Warping, 1989, section 2.2.2).
 */
function placed([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]) {
  const [dx1, dx2, dx3] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, dy3] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const area = dx1 * dy2 - dx2 * dy1;
  const g = (dx3 * dy2 - dx2 * dy3) / area;
  const h = (dx1 * dy3 - dx3 * dy1) / area;
  if (!(1 + g > 0 && 1 + h > 0 && 1 + g + h > 0)) throw new RequestError('the four corners do not go around an area without dents');
  const [a, b] = [x1 - x0 + g * x1, x3 - x0 + h * x3];
  const [d, e] = [y1 - y0 + g * y1, y3 - y0 + h * y3];
  const place = (u, v) => {
    const w = g * u + h * v + 1;
    return [(a * u + b * v + x0) / w, (d * u + e * v + y0) / w];
  };
  return Object.assign(place, { affine: Math.abs(g) < 1e-6 && Math.abs(h) < 1e-6 });
}

/** Draws the image in parts, each as a parallelogram cut along its diagonal. */
function draw(context, image, placeOf, parts) {
  const { width, height } = image;
  const triangle = (from, along, down, u0, v0, u1, v1, whole) => {
    context.save();
    if (!whole) {
      // A little more than the triangle, so that no seam is seen.
      const middle = [(from[0] + along[0] + down[0]) / 3, (from[1] + along[1] + down[1]) / 3];
      context.beginPath();
      for (const [x, y] of [from, along, down]) {
        const away = Math.hypot(x - middle[0], y - middle[1]) || 1;
        context.lineTo(x + (x - middle[0]) / away, y + (y - middle[1]) / away);
      }
      context.clip();
    }
    const [du, dv] = [(u1 - u0) * width, (v1 - v0) * height];
    context.transform((along[0] - from[0]) / du, (along[1] - from[1]) / du, (down[0] - from[0]) / dv, (down[1] - from[1]) / dv, from[0], from[1]);
    context.drawImage(image, -u0 * width, -v0 * height);
    context.restore();
  };
  for (let i = 0; i < parts; i++) {
    for (let j = 0; j < parts; j++) {
      const [u0, u1, v0, v1] = [j / parts, (j + 1) / parts, i / parts, (i + 1) / parts];
      const [a, b, c, d] = [placeOf(u0, v0), placeOf(u1, v0), placeOf(u1, v1), placeOf(u0, v1)];
      triangle(a, b, d, u0, v0, u1, v1, parts === 1);
      // The other half, seen from the opposite corner.
      if (parts > 1) triangle(c, d, b, u1, v1, u0, v0, false);
    }
  }
}
