// What a figure is made of, as the document keeps it (metadata "terrella:layout"). Lengths are millimetres, letters points.

/** Sheets, and the widths of columns that journals print. The height of a column's figure is three quarters of its width unless given. */
export const PAGES = {
  a4: ['A4, 210 \u00d7 297 mm', 210, 297], a3: ['A3, 297 \u00d7 420 mm', 297, 420], a5: ['A5, 148 \u00d7 210 mm', 148, 210],
  letter: ['Letter, 216 \u00d7 279 mm', 215.9, 279.4],
  single: ['One column, 90 mm (Elsevier)', 90], half: ['One and a half columns, 140 mm (Elsevier)', 140], double: ['Two columns, 190 mm (Elsevier)', 190],
  'nature-single': ['One column, 89 mm (Nature)', 89], 'nature-double': ['Two columns, 183 mm (Nature)', 183],
  'agu-single': ['One column, 95 mm (AGU)', 95], 'agu-double': ['Two columns, 190 mm (AGU)', 190],
  'copernicus-single': ['One column, 83 mm (Copernicus)', 83], 'copernicus-double': ['Two columns, 177 mm (Copernicus)', 177],
  custom: ['Another size', 160, 120],
};
export const PLACES = { 'top-left': 'Top left', 'top-right': 'Top right', 'bottom-left': 'Bottom left', 'bottom-right': 'Bottom right', none: 'Left out' };
export const LEGENDS = { auto: 'Where there is room', right: 'Right of the map', below: 'Below the map', ...PLACES };

const choice = (names) => (value) => names.includes(value) || `must be one of ${names.join(', ')}`;
const number = (least, most) => (value) => (typeof value === 'number' && value >= least && value <= most) || `must be a number from ${least} to ${most}`;
const text = (value) => (typeof value === 'string' && value.length <= 2000) || 'must be a text of at most 2000 letters';
const yes = (value) => typeof value === 'boolean' || 'must be true or false';

/** Members of a layout: what each is when it is missing, and whether a value fits. */
const MEMBERS = {
  page: ['a4', choice(Object.keys(PAGES))],
  landscape: [true, yes],
  width: [0, number(0, 2000)],
  height: [0, number(0, 2000)],
  margin: [null, number(0, 100)],
  fontSize: [null, number(3, 72)],
  showTitle: [null, yes],
  title: ['', text],
  authors: ['', text],
  legend: ['auto', choice(Object.keys(LEGENDS))],
  scaleBar: ['bottom-left', choice(Object.keys(PLACES))],
  northArrow: ['top-right', choice(Object.keys(PLACES))],
  graticule: [true, yes],
  interval: [0, number(0, 90)],
  attribution: [true, yes],
  background: ['#ffffff', (value) => /^#[0-9a-f]{6}$/i.test(value) || 'must be a colour such as #ffffff'],
  scale: [0, number(0, 1e9)],
  dpi: [300, number(36, 2400)],
};
const SMALLEST = 30;

/** A layout with all members; refuses what does not fit. */
export function wholeLayout(given) {
  const layout = {};
  for (const [name, [usual, fits]] of Object.entries(MEMBERS)) {
    const value = given[name] ?? usual;
    const answer = value === null || fits(value);
    if (answer !== true) throw refused(`"${name}" of the figure ${answer}.`);
    layout[name] = value;
  }
  const unknown = Object.keys(given).find((name) => !(name in MEMBERS));
  if (unknown) throw refused(`A figure has no "${unknown}"; it has ${Object.keys(MEMBERS).join(', ')}.`);
  const column = PAGES[layout.page].length === 2;
  layout.margin ??= column ? 1 : 12;
  layout.fontSize ??= column ? 7 : 9;
  layout.showTitle ??= !column;
  const [width, height] = sizeOf(layout);
  if (Math.min(width, height) < SMALLEST) throw refused(`A figure of ${width} \u00d7 ${height} mm is too small; ${SMALLEST} mm is the least.`);
  if (2 * layout.margin > Math.min(width, height) - 20) throw refused(`Margins of ${layout.margin} mm leave no room on ${width} \u00d7 ${height} mm.`);
  return layout;
}

/** [width, height] of the page. */
export function sizeOf({ page, landscape, width, height }) {
  const [, wide, high] = PAGES[page];
  if (page === 'custom') return [width || wide, height || high];
  if (high === undefined) return [wide, height || Math.round(wide * 0.75)];
  return landscape ? [high, wide] : [wide, high];
}

const refused = (message) => Object.assign(new Error(message), { name: 'invalid-argument' });
