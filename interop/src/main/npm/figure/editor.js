// What a figure consists of, to be changed by a person beside a picture of it.
import { previewFigure } from '../figure.js';
import { LEGENDS, PAGES, PLACES, wholeLayout } from './layout.js';

const REST_MILLIS = 200;
const FORMATS = { pdf: 'PDF', svg: 'SVG', png: 'PNG' };

/**
 * @param {function(string): string} spec of a layout, as JSON (see exportFigure)
 * @return {{element: HTMLElement, format: function(): string, layout: function(): string}} the layout that was made, as JSON
 */
export function figureEditor(map, layoutText, spec, record) {
  const layout = JSON.parse(layoutText);
  const controls = [];
  let format = 'pdf', turn = 0, timer = 0;

  const change = (name, value) => {
    if (value === undefined) delete layout[name];
    else layout[name] = value;
    adapt();
  };
  const control = (tag, label, name, read, write, shown = () => true) => {
    const element = Object.assign(document.createElement(tag), { label, size: 's' });
    element.setAttribute('data-member', name);
    if (tag === 'wa-checkbox') element.textContent = label;
    element.addEventListener(tag === 'wa-input' ? 'input' : 'change', () => change(name, read(element)));
    controls.push({ element, shown, show: (whole) => element.contains(document.activeElement) || write(element, whole[name], whole) });
    return element;
  };
  const select = (label, name, choices) => {
    const element = control('wa-select', label, name, (each) => each.value, (each, value) => (each.value = value));
    for (const [value, text] of Object.entries(choices)) element.append(Object.assign(document.createElement('wa-option'), { value, textContent: text }));
    return element;
  };
  const box = (label, name, shown) => control('wa-checkbox', label, name, (each) => each.checked, (each, value) => (each.checked = value), shown);
  const text = (label, name, hint, shown) => Object.assign(control('wa-input', label, name, (each) => each.value, (each, value) => (each.value = value), shown), { placeholder: hint });
  const number = (label, name, hint, shown) =>
    Object.assign(control('wa-input', label, name, (each) => (each.value.trim() === '' || Number(each.value) === 0 ? undefined : Number(each.value)), (each, value) => (each.value = value ? String(value) : ''), shown), { type: 'number', min: 0, step: 'any', placeholder: hint });
  const kind = document.createElement('wa-select');
  Object.assign(kind, { label: 'Format', size: 's', value: format });
  for (const [value, name] of Object.entries(FORMATS)) kind.append(Object.assign(document.createElement('wa-option'), { value, textContent: name }));
  kind.addEventListener('change', () => (format = kind.value));

  const isSheet = ({ page }) => PAGES[page].length === 3 && page !== 'custom';
  const title = JSON.parse(spec(layoutText)).title;
  const form = section('figure-form',
    section('figure-part', heading('File and page'),
      row(kind, number('Pixels per inch', 'dpi', '300')),
      select('Size', 'page', Object.fromEntries(Object.entries(PAGES).map(([name, [label]]) => [name, label]))),
      box('Wider than high', 'landscape', isSheet),
      row(number('Width, mm', 'width', '160', ({ page }) => page === 'custom'), number('Height, mm', 'height', 'by itself', (whole) => !isSheet(whole))),
      row(number('Margin, mm', 'margin', '0'), number('Letters, pt', 'fontSize', '9'))),
    section('figure-part', heading('Map'),
      number('Scale, 1 to', 'scale', 'as the map is shown'),
      box('Lines of longitude and latitude', 'graticule'),
      number('Their distance in degrees', 'interval', 'by itself', ({ graticule }) => graticule)),
    section('figure-part', heading('Beside it'),
      box('Title', 'showTitle'),
      text('Its words', 'title', title, ({ showTitle }) => showTitle),
      select('Legend', 'legend', LEGENDS),
      row(select('Scale bar', 'scaleBar', PLACES), select('North arrow', 'northArrow', PLACES)),
      text('Authors', 'authors', 'Nobody named'),
      box('Who made the background maps', 'attribution')));
  const preview = section('figure-preview');
  const said = Object.assign(section('figure-said'), { role: 'status' });
  const element = section('figure-editor', section('figure-view', preview, said), form);

  function adapt() {
    try {
      const whole = wholeLayout(layout);
      for (const { element: each, shown, show } of controls) {
        each.hidden = !shown(whole);
        show(whole);
      }
    } catch (reason) {
      tell(reason.message, true);
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(draw, REST_MILLIS);
  }

  function tell(words, wrong) {
    said.textContent = words;
    said.classList.toggle('form-problem', wrong);
  }

  async function draw() {
    const own = ++turn;
    const ratio = window.devicePixelRatio || 1;
    const room = [preview.clientWidth, preview.clientHeight];
    if (!room[0]) return;
    preview.classList.add('busy');
    try {
      const { canvas, report } = await previewFigure(map, spec(JSON.stringify(layout)), record, room.map((length) => length * ratio), () => own !== turn);
      if (own !== turn) return;
      const shown = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
      shown.style.width = `${canvas.width / ratio}px`;
      shown.setAttribute('role', 'img');
      shown.setAttribute('aria-label', `The figure of ${report.width} by ${report.height} millimetres`);
      shown.getContext('2d').drawImage(canvas, 0, 0);
      preview.replaceChildren(shown);
      tell(sayings(report), false);
    } catch (reason) {
      if (own === turn) tell(reason.message, true);
    } finally {
      if (own === turn) preview.classList.remove('busy');
    }
  }

  adapt();
  // The room is known once the dialog stands.
  new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(draw, REST_MILLIS);
  }).observe(preview);
  return { element, format: () => format, layout: () => JSON.stringify(layout) };
}

function sayings({ width, height, scale, missing }) {
  const lengths = `${width} \u00d7 ${height} mm`;
  const scaled = scale ? `, about 1 : ${String(Number(scale.toPrecision(3))).replace(/\B(?=(\d{3})+$)/g, '\u2009')} in its middle` : '';
  return `${lengths}${scaled}.${missing ? ` The figure's font lacks ${missing}; PDF shows boxes for it.` : ''}`;
}

function section(className, ...children) {
  const element = Object.assign(document.createElement('div'), { className });
  element.append(...children);
  return element;
}

const row = (...children) => section('form-row', ...children);
const heading = (words) => Object.assign(document.createElement('h3'), { textContent: words });
