// What the CF conventions say of variables on a grid, in NetCDF and in Zarr: axes, packed values, times.
import { malformed } from './error.js';

const X = /^(lon|lng|long|longitude|x|easting|projection_x_coordinate|nlon|xc)$/i;
const Y = /^(lat|latitude|y|northing|projection_y_coordinate|nlat|yc)$/i;
const EAST = /^degrees?_?e/i;
const NORTH = /^degrees?_?n/i;
/** Axes whose steps differ by more than this part are told to be uneven. */
const UNEVEN = 0.01;
/** So many values of an axis are named. */
const MOST_LABELS = 5000;
const MINUTE = 60_000;
const UNITS = [[/^(ms|milli)/i, 1], [/^s/i, 1000], [/^mi/i, MINUTE], [/^h/i, 60 * MINUTE], [/^d/i, 1440 * MINUTE]];
const ARRAYS = { Int8: Int8Array, Byte: Uint8Array, Int16: Int16Array, UInt16: Uint16Array, Int32: Int32Array, UInt32: Uint32Array, Float32: Float32Array };

const isAxis = ({ name, attributes }, pattern, unit, letter) =>
  pattern.test(name.split('/').pop()) || pattern.test(attributes.standard_name ?? '') || unit.test(attributes.units ?? '') || attributes.axis === letter;
/** Axes are {name, attributes}. */
export const isX = (axis) => isAxis(axis, X, EAST, 'X');
export const isY = (axis) => isAxis(axis, Y, NORTH, 'Y');
export const inDegrees = ({ name, attributes }) => EAST.test(attributes.units ?? '') || /^(lon|longitude)$/i.test(name.split('/').pop());

/** First value and step of an axis. */
export function along(name, values, warnings) {
  const step = (Number(values.at(-1)) - Number(values[0])) / (values.length - 1);
  if (!(Math.abs(step) > 0)) throw malformed(`its axis “${name}” does not go anywhere.`);
  if (Array.from(values).some((value, i) => i > 0 && Math.abs(Number(value) - Number(values[i - 1]) - step) > UNEVEN * Math.abs(step))) {
    warnings.push(`The steps of its axis “${name}” are uneven; it is shown as if they were even.`);
  }
  return [Number(values[0]), step];
}

/**
 * How values are unpacked: those that are stored as they are keep their type and the number that stands for no data;
 * others become reals, NaN where there is none.
 * @param {number|undefined} fill what the format itself says of no data
 */
export function unpacking(type, attributes, fill) {
  const number = (name) => {
    const value = attributes[name] === undefined ? NaN : Number([attributes[name]].flat()[0]);
    return Number.isNaN(value) ? undefined : value;
  };
  const [scale, offset] = [number('scale_factor') ?? 1, number('add_offset') ?? 0];
  const missing = [number('_FillValue'), number('missing_value'), fill].filter((value) => value !== undefined);
  if (scale === 1 && offset === 0) {
    const make = ARRAYS[type] ?? Float64Array;
    const [noData, ...others] = missing.map((value) => new make([value])[0]);
    return {
      type, noData,
      unpack: (raw, from, count) => {
        const values = new make(count);
        for (let i = 0; i < count; i++) values[i] = Number(raw[from + i]);
        if (others.some((other) => other !== noData)) for (let i = 0; i < count; i++) if (others.includes(values[i])) values[i] = noData;
        return values;
      },
    };
  }
  const wide = !['Int8', 'Byte', 'Int16', 'UInt16', 'Float32'].includes(type);
  return {
    type: wide ? 'Float64' : 'Float32',
    noData: missing.length > 0 ? NaN : undefined,
    unpack: (raw, from, count) => {
      const values = new (wide ? Float64Array : Float32Array)(count);
      for (let i = 0; i < count; i++) {
        const value = Number(raw[from + i]);
        values[i] = missing.includes(value) ? NaN : value * scale + offset;
      }
      return values;
    },
  };
}

/** An axis that is neither x nor y, with its values in words where they are known. */
export function dimension(name, size, values, attributes = {}) {
  const plain = name.split('/').pop();
  if (!values || size > MOST_LABELS) return { name: plain, size };
  const units = String(attributes.units ?? '');
  const dates = / since /.test(units) ? datesOf(values, units, attributes.calendar) : undefined;
  const unit = dates || units === '1' ? undefined : units || undefined;
  return { name: plain, size, unit, labels: dates ?? Array.from(values, (value) => String(typeof value === 'string' ? value : Number(value))) };
}

/** Which slice of each axis the step of all together is; the last axis goes fastest. */
export function positions(step, sizes) {
  const at = [];
  for (let i = sizes.length - 1; i >= 0; i--) {
    at.unshift(step % sizes[i]);
    step = Math.floor(step / sizes[i]);
  }
  return at;
}

/** Says where a slice lies on the axes: “time 2001-01-15, level 500”. */
export const placed = (dimensions, at) =>
  dimensions.map(({ name, size, labels, unit }, i) => (size < 2 ? '' : labels ? `${name} ${labels[at[i]]}${unit ? ` ${unit}` : ''}` : `${name} ${at[i] + 1} of ${size}`)).filter((text) => text).join(', ');

/** Times such as “days since 1850-01-01”, in the calendar that the axis names. */
function datesOf(values, units, calendar = 'standard') {
  const [, unit, year, month = '1', day = '1', hour = '0', minute = '0', second = '0'] = /^(\w+) since (-?\d+)(?:-(\d+)(?:-(\d+))?)?(?:[T ]+(\d+)(?::(\d+))?(?::(\d+))?)?/.exec(units.trim()) ?? [];
  const millis = UNITS.find(([pattern]) => pattern.test(unit))?.[1];
  if (!unit || (!millis && !/^(month|year)/i.test(unit))) return undefined;
  const first = { year: Number(year), month: Number(month), day: Number(day) };
  const clock = (Number(hour) * 60 + Number(minute)) * MINUTE + Number(second) * 1000;
  const lengths = { noleap: 365, '365_day': 365, all_leap: 366, '366_day': 366, '360_day': 360 }[calendar];
  const texts = Array.from(values, (value) => {
    if (!millis) {
      const months = first.year * 12 + first.month - 1 + Math.round(Number(value) * (/^year/i.test(unit) ? 12 : 1));
      return text(Math.floor(months / 12), (months % 12) + 1, first.day, clock);
    }
    const time = Math.round(clock + Number(value) * millis);
    const days = Math.floor(time / (1440 * MINUTE));
    const rest = time - days * 1440 * MINUTE;
    if (lengths) return evenDate(first, days, rest, lengths);
    const date = new Date(0);
    date.setUTCFullYear(first.year, first.month - 1, first.day);
    date.setUTCDate(date.getUTCDate() + days);
    return Number.isNaN(date.getTime()) ? String(value) : text(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), rest);
  });
  // Midnights say nothing.
  return texts.every((one) => one.endsWith('T00:00')) ? texts.map((one) => one.slice(0, -6)) : texts;
}

/** A date of a calendar whose years are all alike. */
function evenDate({ year, month, day }, days, rest, length) {
  const months = length === 360 ? Array(12).fill(30) : [31, length === 366 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const all = months.slice(0, month - 1).reduce((sum, n) => sum + n, 0) + day - 1 + days;
  let left = ((all % length) + length) % length;
  let at = 0;
  while (left >= months[at]) left -= months[at++];
  return text(year + Math.floor(all / length), at + 1, left + 1, rest);
}

const two = (value) => String(value).padStart(2, '0');
const text = (year, month, day, millis) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(Math.floor(millis / (60 * MINUTE)))}:${two(Math.floor(millis / MINUTE) % 60)}`;

/** The system in WKT: its code where it ends with one. */
export function ofWkt(wkt) {
  const code = /(?:AUTHORITY|ID)\["EPSG",\s*"?(\d+)"?\]\s*\]\s*$/.exec(wkt)?.[1];
  return code ? { id: `EPSG:${code}`, definition: '' } : { id: '', definition: String(wkt) };
}
