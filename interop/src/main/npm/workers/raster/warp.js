// A tile of the map from a raster in another system: where each of the tile's pixels lies in the raster, then its value there.
import { getProjection, getTransform } from '../../proj.js';
import { inverse } from './affine.js';
import { painterOf } from './look.js';
import { readWindow } from './window.js';

/** Cells of so many pixels are tried first, and cut into four until their middle is where it should be. */
const CELL = 64;
/** Pixels of the tile by which a place may be off. */
const TOLERANCE = 0.25;

/** From coordinates of the map to columns and rows of the raster; NaN where there is no way, nor one back. */
export function locator(raster, projection, resolution) {
  const forth = getTransform(projection, raster.projection);
  const back = getTransform(raster.projection, projection);
  const [a, b, c, d, e, f] = inverse(raster.affine);
  const degrees = getProjection(raster.projection).getUnits() === 'degrees';
  const west = raster.extent[0];
  const same = projection === raster.projection;
  return (x, y) => {
    let [px, py] = same ? [x, y] : forth([x, y]);
    if (!same) {
      const [bx, by] = back([px, py]);
      if (!(Math.abs(bx - x) < 2 * resolution && Math.abs(by - y) < 2 * resolution)) return [NaN, NaN];
    }
    // Some rasters go from 0 to 360 degrees, or over 180.
    if (degrees && !same) px = west + ((((px - west) % 360) + 360) % 360);
    return [a + b * px + c * py, d + e * px + f * py];
  };
}

/** Columns and rows of the raster under each pixel of a square tile. */
function places(locate, [minX, , , maxY], resolution, side) {
  const columns = new Float64Array(side * side);
  const rows = new Float64Array(side * side);
  const at = (i, j) => locate(minX + i * resolution, maxY - j * resolution);
  const exactly = (i0, j0, i1, j1) => {
    for (let j = j0; j < j1; j++) for (let i = i0; i < i1; i++) [columns[j * side + i], rows[j * side + i]] = at(i + 0.5, j + 0.5);
  };
  const fill = (i0, j0, i1, j1) => {
    for (let j = j0; j < j1; j++) columns.fill(NaN, j * side + i0, j * side + i1);
  };
  const cell = (i0, j0, i1, j1) => {
    const [size, high] = [i1 - i0, j1 - j0];
    if (size <= 4 || high <= 4) return exactly(i0, j0, i1, j1);
    const corners = [at(i0, j0), at(i1, j0), at(i0, j1), at(i1, j1)];
    const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = corners;
    // Where no corner nor the middle of a small cell has a place, nothing of it has.
    if (size <= CELL / 4 && [...corners, at((i0 + i1) / 2, (j0 + j1) / 2)].every(([x]) => Number.isNaN(x))) return fill(i0, j0, i1, j1);
    const near = (u, v) => {
      const [x, y] = at(i0 + u * size, j0 + v * high);
      const wrong = Math.hypot(x - mix(ax, bx, cx, dx, u, v), y - mix(ay, by, cy, dy, u, v));
      const pixel = Math.max(Math.hypot(bx - ax, by - ay) / size, Math.hypot(cx - ax, cy - ay) / high);
      return wrong <= TOLERANCE * pixel;
    };
    if (!(near(0.5, 0.5) && near(0.5, 0) && near(0, 0.5) && near(0.5, 1) && near(1, 0.5) && near(0.25, 0.25))) {
      const [im, jm] = [i0 + (size >> 1), j0 + (high >> 1)];
      cell(i0, j0, im, jm);
      cell(im, j0, i1, jm);
      cell(i0, jm, im, j1);
      cell(im, jm, i1, j1);
      return;
    }
    for (let j = j0; j < j1; j++) {
      const v = (j + 0.5 - j0) / high;
      for (let i = i0; i < i1; i++) {
        const u = (i + 0.5 - i0) / size;
        columns[j * side + i] = mix(ax, bx, cx, dx, u, v);
        rows[j * side + i] = mix(ay, by, cy, dy, u, v);
      }
    }
  };
  for (let j = 0; j < side; j += CELL) for (let i = 0; i < side; i += CELL) cell(i, j, Math.min(side, i + CELL), Math.min(side, j + CELL));
  return { columns, rows };
}

const mix = (a, b, c, d, u, v) => (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v;

/** What of the raster a tile shows: box of columns and rows, and the pixels of the raster on one of the tile. */
function seen({ columns, rows }, { width, height }, side) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  let steps = 0;
  let sum = 0;
  for (let i = 0; i < columns.length; i++) {
    const x = columns[i];
    const y = rows[i];
    if (!(x >= 0 && y >= 0 && x < width && y < height)) continue;
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
    const step = (i + 1) % side === 0 ? NaN : Math.hypot(columns[i + 1] - x, rows[i + 1] - y);
    // A step over the seam of the world is no measure.
    if (step < width / 4) {
      sum += step;
      steps++;
    }
  }
  return { box, scale: steps > 0 ? sum / steps : 1 };
}

/** Paints a tile; undefined where the raster is not. */
export async function paint(raster, { extent, projection, size, pixelRatio }, signal) {
  const side = Math.round(size * pixelRatio);
  const resolution = (extent[2] - extent[0]) / side;
  const found = places(locator(raster, projection, resolution), extent, resolution, side);
  const { box, scale } = seen(found, raster, side);
  if (box[2] < box[0]) return undefined;
  const index = Math.max(0, raster.levels.findLastIndex(({ width }) => raster.width / width <= scale * 1.01));
  const level = raster.levels[index];
  const [fx, fy] = [level.width / raster.width, level.height / raster.height];
  const step = Math.max(1, Math.floor(scale * fx * 0.75));
  const [x0, y0] = [Math.floor(box[0] * fx), Math.floor(box[1] * fy)];
  const window = await readWindow(raster, index, [x0, y0, Math.min(level.width, Math.floor(box[2] * fx) + 1), Math.min(level.height, Math.floor(box[3] * fy) + 1)], step, signal);
  const image = new ImageData(side, side);
  const color = painterOf(raster, window);
  const { columns, rows } = found;
  const { data } = image;
  const { width, height } = raster;
  const [right, bottom] = [window.width - 1, window.height - 1];
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i];
    const row = rows[i];
    if (!(column >= 0 && row >= 0 && column < width && row < height)) continue;
    const x = Math.min(right, Math.floor((column * fx - x0) / step));
    const y = Math.min(bottom, Math.floor((row * fy - y0) / step));
    color(y * window.width + x, data, i * 4);
  }
  return { image, failure: window.failure };
}
