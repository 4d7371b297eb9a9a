// The scale bar and the north arrow. Each knows its size, and draws itself at a place.
import { roundLength } from './earth.js';

export const INK = '#1c2b31', QUIET = '#5a6b72';
const OUTLINE = { stroke: INK, width: 0.2, join: 'miter' };

/** metersPerMm: of the paper; most: the greatest length in millimetres. */
export function scaleBar(typeface, size, metersPerMm, most) {
  const meters = roundLength(most * metersPerMm);
  const length = meters / metersPerMm;
  const kilometers = meters >= 1000;
  const named = (value) => String(Number((kilometers ? value / 1000 : value).toPrecision(6)));
  const unit = `\u00a0${kilometers ? 'km' : 'm'}`;
  const labels = [[0, '0'], [0.5, named(meters / 2)], [1, named(meters)]];
  const wide = (text) => typeface.width(text, size);
  const before = wide('0') / 2, after = wide(labels[2][1]) / 2 + wide(unit);
  const high = Math.max(0.9, 0.38 * size);
  return {
    meters, length,
    width: before + length + after,
    height: 1.25 * size + high,
    draw: (out, x, y) => {
      const left = x + before, top = y + 1.25 * size;
      out.box({ fill: '#ffffff', ...OUTLINE }, left, top, length, high);
      out.box({ fill: INK }, left, top, length / 4, high);
      out.box({ fill: INK }, left + length / 2, top, length / 4, high);
      for (const [part, text] of labels) out.text(left + part * length - wide(text) / 2, y + 0.85 * size, typeface.runs(part === 1 ? text + unit : text), { size, color: INK });
    },
  };
}

/** angle: of true north, in degrees clockwise from the top of the paper. */
export function northArrow(typeface, size, angle) {
  const side = 5.4 * size;
  return {
    width: side,
    height: side,
    draw: (out, x, y) => {
      const middle = [x + side / 2, y + side / 2];
      const turned = (along, aside) => {
        const radians = (angle * Math.PI) / 180;
        return [middle[0] + aside * Math.cos(radians) + along * Math.sin(radians), middle[1] + aside * Math.sin(radians) - along * Math.cos(radians)];
      };
      const tip = turned(1.05 * size, 0), notch = turned(-1.35 * size, 0), left = turned(-2.1 * size, -1.05 * size), right = turned(-2.1 * size, 1.05 * size);
      out.path({ fill: INK }, [{ closed: 1, points: [...tip, ...left, ...notch] }]);
      out.path({ fill: '#ffffff' }, [{ closed: 1, points: [...tip, ...notch, ...right] }]);
      out.path(OUTLINE, [{ closed: 1, points: [...tip, ...left, ...notch, ...right] }]);
      const letter = turned(1.85 * size, 0);
      out.text(letter[0] - typeface.width('N', size, 600) / 2, letter[1] + 0.36 * size, typeface.runs('N', 600), { size, weight: 600, color: INK });
    },
  };
}
