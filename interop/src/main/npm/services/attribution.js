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

function piece({ text, html }) {
  const span = document.createElement('span');
  const markup = html || (/<a\s/i.test(text) ? text : '');
  // A document that is parsed so runs nothing and loads nothing.
  span.append(...(markup ? nodes(new DOMParser().parseFromString(markup, 'text/html').body) : [text]));
  return span;
}

/** Text and links of a node; all other markup is left out. */
function nodes(node) {
  return [...node.childNodes].flatMap((child) => {
    if (child.nodeType === Node.TEXT_NODE) return [document.createTextNode(child.data)];
    if (child.nodeType !== Node.ELEMENT_NODE || /^(script|style|template|noscript|iframe|svg|math)$/i.test(child.localName)) return [];
    if (child.localName !== 'a' || !/^https?:\/\//i.test(child.getAttribute('href') ?? '')) return nodes(child);
    const link = document.createElement('a');
    link.href = child.getAttribute('href');
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.textContent = child.textContent;
    return [link];
  });
}
