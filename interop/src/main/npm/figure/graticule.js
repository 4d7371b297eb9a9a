// Lines of equal longitude and latitude in a frame, and where they meet its edge.

const INTERVALS = [30, 20, 10, 5, 2, 1, 0.5, 0.25, 1 / 6, 1 / 12, 1 / 30, 1 / 60, 1 / 120, 1 / 360, 1 / 720, 1 / 1800, 1 / 3600];
const SAMPLES = 24;
/** Lines that are wanted along the longer side of a frame. */
const WANTED = 5;
const STEPS = 160;
const MOST_LINES = 400;
/** Places that are nearer than this are one; in millimetres. */
const NEAR = 1e-6;

/**
 * @param {object} view of Frame: toMap([x, y] of the paper) → map, toPaper(map) → paper, box: [x, y, width, height] of the frame
 * @param {object} place of the centre
 * @param {number} given interval in degrees; 0 for one that fits
 * @return {{interval, lines: [{label, meridian, runs: [[x, y, …]], meets: [{side, x, y}]}]}}
 */
export function graticule(view, place, given) {
  const range = rangeOf(view, place);
  if (!range) return { interval: 0, lines: [] };
  const { west, east, south, north } = range;
  const interval = given || INTERVALS.find((each) => (east - west) / each >= WANTED || (north - south) / each >= WANTED) || INTERVALS.at(-1);
  if ((east - west + north - south) / interval > MOST_LINES) throw Object.assign(new Error(`A graticule of ${interval}\u00b0 has more than ${MOST_LINES} lines here.`), { name: 'invalid-argument' });
  const lines = [];
  for (let i = Math.ceil(west / interval - 1e-9); i * interval <= east + 1e-9; i++) {
    const longitude = i * interval;
    // All the way round, the first and the last are the same one.
    if (longitude - west >= 360 - 1e-9 && !view.repeats) break;
    lines.push({ meridian: true, label: degreesText(wrapped(longitude), 'E', 'W'), ...traced(view, place, (t) => [longitude, south + t * (north - south)]) });
  }
  for (let i = Math.ceil(south / interval - 1e-9); i * interval <= north + 1e-9; i++) {
    const latitude = i * interval;
    if (Math.abs(latitude) > 90 - 1e-9) continue;
    lines.push({ meridian: false, label: degreesText(latitude, 'N', 'S'), ...traced(view, place, (t) => [west + t * (east - west), latitude]) });
  }
  return { interval, lines: lines.filter(({ runs }) => runs.length) };
}

/** What of the Earth a frame shows, in degrees; longitudes go on beyond 180 where the frame crosses that line. */
function rangeOf(view, place) {
  const [left, top, width, height] = view.box;
  const range = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (let i = 0; i <= SAMPLES; i++) {
    for (let j = 0; j <= SAMPLES; j++) {
      const at = [left + (width * i) / SAMPLES, top + (height * j) / SAMPLES];
      const [longitude, latitude] = around(place, place.degrees(view.toMap(at)), view.repeats);
      if (!Number.isFinite(longitude) || Math.abs(latitude) > 90) continue;
      // Where a system ends, its inverse gives places that it does not show there.
      const back = view.toPaper(place.fromDegrees([longitude, latitude], undefined, 2));
      if (!(Math.hypot(back[0] - at[0], back[1] - at[1]) < 0.1)) continue;
      range.west = Math.min(range.west, longitude);
      range.east = Math.max(range.east, longitude);
      range.south = Math.min(range.south, latitude);
      range.north = Math.max(range.north, latitude);
    }
  }
  if (!(range.east > range.west)) return null;
  for (const pole of [90, -90]) {
    const at = view.toPaper(place.fromDegrees([place.longitude, pole], undefined, 2));
    if (view.repeats || !inside(view.box, at)) continue;
    Object.assign(range, { west: place.longitude - 180, east: place.longitude + 180 }, pole > 0 ? { north: 90 } : { south: -90 });
  }
  // Between samples the edge may bend outwards.
  const [wide, high] = [(range.east - range.west) / SAMPLES, (range.north - range.south) / SAMPLES];
  const most = view.repeats ? Infinity : 180;
  return {
    west: Math.max(range.west - wide, place.longitude - most), east: Math.min(range.east + wide, place.longitude + most),
    south: Math.max(range.south - high, view.repeats === 'mercator' ? -85.06 : -90), north: Math.min(range.north + high, view.repeats === 'mercator' ? 85.06 : 90),
  };
}

/** A place with its longitude within half a turn of the centre's, unless the map shows the world again and again. */
const around = (place, [longitude, latitude], repeats) => [repeats ? longitude : place.longitude + wrapped(longitude - place.longitude), latitude];

const wrapped = (longitude) => ((((longitude + 180) % 360) + 360) % 360) - 180;

/** The parts of a line in the frame, and where they meet its edge. */
function traced(view, place, along) {
  const runs = [], meets = [];
  const [, , width, height] = view.box;
  let run = null, before = null;
  for (let i = 0; i <= STEPS; i++) {
    const at = view.toPaper(place.fromDegrees(along(i / STEPS), undefined, 2));
    const good = Number.isFinite(at[0]) && Number.isFinite(at[1]);
    // A step over half the frame is where the world is torn.
    const torn = !good || !before || Math.hypot(at[0] - before[0], at[1] - before[1]) > (width + height) / 2;
    if (torn) run = null;
    else {
      const piece = clipped(view.box, before, at);
      if (piece) {
        if (!run) runs.push((run = [piece[0], piece[1]]));
        run.push(piece[2], piece[3]);
        for (const [x, y] of [[piece[0], piece[1]], [piece[2], piece[3]]]) {
          const side = sideOf(view.box, x, y);
          if (side && !meets.some((other) => other.side === side && Math.hypot(other.x - x, other.y - y) < 0.01)) meets.push({ side, x, y });
        }
        if (piece[2] !== at[0] || piece[3] !== at[1]) run = null;
      } else run = null;
    }
    before = good ? at : null;
  }
  return { runs, meets };
}

const inside = ([x, y, width, height], at) => at[0] >= x && at[0] <= x + width && at[1] >= y && at[1] <= y + height;

function sideOf([left, top, width, height], x, y) {
  if (Math.abs(y - top - height) < NEAR) return 'bottom';
  if (Math.abs(x - left) < NEAR) return 'left';
  if (Math.abs(y - top) < NEAR) return 'top';
  if (Math.abs(x - left - width) < NEAR) return 'right';
  return '';
}

/** The part of a segment in a box (Liang and Barsky 1984), or null. */
function clipped([left, top, width, height], from, to) {
  let enter = 0, leave = 1;
  for (const [axis, low, high] of [[0, left, left + width], [1, top, top + height]]) {
    const step = to[axis] - from[axis];
    if (step === 0) {
      if (from[axis] < low || from[axis] > high) return null;
      continue;
    }
    const one = (low - from[axis]) / step, other = (high - from[axis]) / step;
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  if (enter >= leave) return null;
  const at = (part) => (part === 0 ? from : part === 1 ? to : [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])]);
  return [...at(enter), ...at(leave)];
}

/** Degrees with minutes and seconds where there are any. */
export function degreesText(value, positive, negative) {
  const seconds = Math.round(Math.abs(value) * 3600);
  const [degrees, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const text = `${degrees}\u00b0${minutes || rest ? `${String(minutes).padStart(2, '0')}\u2032` : ''}${rest ? `${String(rest).padStart(2, '0')}\u2033` : ''}`;
  return seconds === 0 || (seconds === 648000 && positive === 'E') ? text : `${text}${value < 0 ? negative : positive}`;
}
