// Who made what the map shows: a line on the map, of text and links only.
import Control from 'ol/control/Control.js';
import { inView } from 'ol/layer/Layer.js';

const shown = new WeakMap();

/** Shows the attributions of the layers that are seen, from now on. */
export function showAttributions(map) {
  if (shown.has(map)) return;
  const element = document.createElement('div');
  element.className = 'attribution';
  let last = '';
  const render = ({ frameState }) => {
    if (!frameState) return;
    const list = frameState.layerStatesArray
      .filter((state) => inView(state, frameState.viewState))
      .map(({ layer }) => layer.get('attribution'))
      .filter((given) => given && (given.text || given.html));
    const key = JSON.stringify([...new Set(list.map((one) => JSON.stringify(one)))]);
    if (key === last) return;
    last = key;
    element.replaceChildren(...JSON.parse(key).map((one) => piece(JSON.parse(one))));
    element.hidden = list.length === 0;
  };
  const control = new Control({ element, render });
  shown.set(map, control);
  map.addControl(control);
}

/** An attribution without its links. */
export const attributionText = (given) => piece(given).textContent;

function piece({ text, html }) {
  const span = document.createElement('span');
  const markup = html || (/<a\s/i.test(text) ? text : '');
  span.append(...(markup ? nodes(markup) : [text]));
  return span;
}

const UNREAD = /<(script|style|template|noscript|iframe|svg|math)\b[^]*?(<\/\1\s*>|$)|<!--[^]*?(-->|$)/gi;

/** Text and links of markup; all else in it is left out. It is never given to the browser's parser. */
function nodes(markup) {
  const found = [];
  let link = null;
  for (const part of markup.replace(UNREAD, '').split(/(<[^>]*>)/)) {
    if (/^<a[\s>]/i.test(part)) {
      const href = entities(/\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(part)?.slice(1).find(Boolean) ?? '');
      link = /^https?:\/\//i.test(href) ? anchor(href) : null;
      if (link) found.push(link);
    } else if (/^<\/a[\s>]/i.test(part)) {
      link = null;
    } else if (part && !/^<[/a-z!?]/i.test(part)) {
      const text = document.createTextNode(entities(part));
      if (link) link.append(text);
      else found.push(text);
    }
  }
  return found;
}

function anchor(href) {
  const link = document.createElement('a');
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', copy: '©', reg: '®', ndash: '–', mdash: '—', middot: '·', bull: '•', hellip: '…', uuml: 'ü', ouml: 'ö', auml: 'ä', eacute: 'é' };

const entities = (text) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : '';
  });
