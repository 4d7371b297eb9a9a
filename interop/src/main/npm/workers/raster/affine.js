// From pixels to coordinates and back. [a, b, c, d, e, f]: x = a + b·column + c·row, y = d + e·column + f·row, as GDAL has it.
import { malformed } from './error.js';

/** The transform of a TIFF, and whether it is only near the truth. */
export async function affineOf(directory, pixelIsPoint) {
  const value = async (name) => (directory.hasTag(name) ? Array.from(await directory.loadValue(name)) : undefined);
  const [matrix, ties, scale] = [await value('ModelTransformation'), await value('ModelTiepoint'), await value('ModelPixelScale')];
  let affine;
  let approximate = false;
  if (matrix?.length === 16) affine = [matrix[3], matrix[0], matrix[1], matrix[7], matrix[4], matrix[5]];
  else if (scale?.length >= 2 && ties?.length >= 6) affine = [ties[3] - ties[0] * scale[0], scale[0], 0, ties[4] + ties[1] * scale[1], 0, -scale[1]];
  else if (ties?.length >= 18) {
    affine = fitted(ties);
    approximate = true;
  }
  if (!affine) return { affine: undefined };
  if (!affine.every(Number.isFinite) || affine[1] * affine[5] === affine[2] * affine[4]) throw malformed('its georeference is damaged.');
  // Some files name the middle of the first pixel instead of its corner.
  if (pixelIsPoint && !approximate) {
    affine[0] -= (affine[1] + affine[2]) / 2;
    affine[3] -= (affine[4] + affine[5]) / 2;
  }
  return { affine, approximate };
}

/** The plane through control points with the least sum of squares. */
function fitted(ties) {
  const normal = Array.from({ length: 3 }, () => [0, 0, 0, 0, 0]);
  for (let i = 0; i + 5 < ties.length; i += 6) {
    const row = [1, ties[i], ties[i + 1]];
    for (let j = 0; j < 3; j++) {
      for (let k = 0; k < 3; k++) normal[j][k] += row[j] * row[k];
      normal[j][3] += row[j] * ties[i + 3];
      normal[j][4] += row[j] * ties[i + 4];
    }
  }
  for (let i = 0; i < 3; i++) {
    const pivot = normal.slice(i).reduce((best, row) => (Math.abs(row[i]) > Math.abs(best[i]) ? row : best));
    normal.splice(normal.indexOf(pivot), 1);
    normal.splice(i, 0, pivot);
    for (let j = 0; j < 3; j++) {
      if (j === i) continue;
      const factor = normal[j][i] / pivot[i];
      for (let k = i; k < 5; k++) normal[j][k] -= factor * pivot[k];
    }
  }
  const solution = (column) => normal.map((row, i) => row[column] / row[i]);
  return [...solution(3), ...solution(4)];
}

export function inverse([a, b, c, d, e, f]) {
  const det = b * f - c * e;
  return [(c * d - a * f) / det, f / det, -c / det, (a * e - b * d) / det, -e / det, b / det];
}

export function extentOf([a, b, c, d, e, f], width, height) {
  const xs = [a, a + b * width, a + c * height, a + b * width + c * height];
  const ys = [d, d + e * width, d + f * height, d + e * width + f * height];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** A world file: six numbers, the last two the middle of the first pixel. */
export function worldFile(text) {
  const [a, d, b, e, c, f] = text.trim().split(/\s+/).map((number) => Number(number.replace(',', '.')));
  const affine = [c - (a + b) / 2, a, b, f - (d + e) / 2, d, e];
  return affine.every(Number.isFinite) && a * e !== b * d ? affine : undefined;
}
