// Writing expressions: a text with completion and marks at mistakes, the value for a feature, fields and functions.
import { icon, make } from './elements.js';
import { completions, found, isWord, opened, quoted, signature, wordStart } from './words.js';

const SHOWN = 8;
const PAUSE = 250;
let functions = [];
let count = 0;

/** Takes over the functions that there are, as the engine describes them. */
export function setFunctions(json) {
  functions = JSON.parse(json);
}

/**
 * A text area for an expression.
 * @param {function(): string[]} fields the names of the fields
 * @param {function(string, number, function(string))} evaluate asks the engine for the value for a row
 * @param {function()} changed hears that the text, or what came out of it, is another one
 */
export function expressionEditor(label, rows, fields, evaluate, changed) {
  const list = completionList((chosen) => {
    const at = area.selectionStart;
    write(wordStart(area.value, at), at, chosen.text);
    list.close();
  });
  const area = make('textarea', {
    class: 'paste expression', 'aria-label': label, rows, spellcheck: 'false', autocapitalize: 'off',
    'aria-autocomplete': 'list', 'aria-controls': list.element.id,
  });
  list.follow(area);
  const problem = make('div', { class: 'expression-problem', role: 'status', hidden: true });
  let outcome = {}, row = 0, asked = 0, timer = 0;

  const show = (answer) => {
    outcome = answer;
    problem.hidden = !answer.problem;
    problem.replaceChildren(...(answer.problem ? [place(area.value, answer.position), make('p', {}, answer.problem)] : []));
    changed();
    editor.heard();
  };
  const ask = (pause) => {
    const own = ++asked;
    clearTimeout(timer);
    if (!area.value.trim()) return show({});
    timer = setTimeout(() => {
      evaluate(area.value, row, (json) => {
        if (own === asked) show(JSON.parse(json));
      });
    }, pause);
    changed();
  };
  const write = (from, to, text) => {
    area.focus();
    area.setSelectionRange(from, to);
    // The only way that undo knows of.
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, from, to, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  const complete = (always) => {
    const at = area.selectionStart;
    const word = area.value.slice(wordStart(area.value, at), at);
    list.offer(word || always ? completions(word, fields(), functions) : []);
  };
  area.addEventListener('input', () => {
    complete(false);
    ask(PAUSE);
  });
  area.addEventListener('keydown', (event) => {
    if (event.key === ' ' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      complete(true);
    }
  });
  const editor = {
    element: make('div', { class: 'expression-editor' }, make('div', { class: 'expression-area' }, area, list.element), problem),
    area,
    fields,
    text: () => area.value.trim(),
    setText(text) {
      area.value = text;
      ask(PAUSE);
    },
    refresh() {
      row = 0;
      ask(PAUSE);
    },
    setRow(number) {
      row = number;
      ask(0);
    },
    problem: () => outcome.problem ?? '',
    outcome: () => outcome,
    insert: (text) => write(area.selectionStart, area.selectionStart, text),
    heard() {},
  };
  return editor;
}

/** The line of a mistake, with a mark from where it begins to the end of the word. */
function place(text, position) {
  const at = Math.min(position, text.length);
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', at);
  const end = newline < 0 ? text.length : newline;
  const quote = /["']/.test(text[at] ?? '') ? text.indexOf(text[at], at + 1) : -1;
  let word = quote > 0 && quote < end ? quote + 1 : at;
  while (word < end && isWord(text[word])) word++;
  word = Math.max(word, Math.min(at + 1, end));
  return make('code', {}, text.slice(start, at), make('mark', {}, at === end ? ' ' : text.slice(at, word)), text.slice(word, end));
}

/** The list of what a word may become; arrows, Enter, Tab and Escape in the text act on it. */
function completionList(choose) {
  const id = `completions-${++count}`;
  const element = make('ul', { id, class: 'completions', role: 'listbox', 'aria-label': 'Completions', hidden: true });
  let offered = [], active = 0, area;
  const mark = () => {
    [...element.children].forEach((item, i) => {
      item.setAttribute('aria-selected', i === active);
      if (i === active) item.scrollIntoView({ block: 'nearest' });
    });
    area.setAttribute('aria-expanded', offered.length > 0);
    area.setAttribute('aria-activedescendant', offered.length ? `${id}-${active}` : '');
  };
  const offer = (words) => {
    offered = words.slice(0, SHOWN);
    active = 0;
    element.hidden = !offered.length;
    element.replaceChildren(
      ...offered.map((each, i) =>
        make(
          'li',
          // A press would take the focus from the text.
          { id: `${id}-${i}`, class: 'completion', role: 'option', onmousedown: (event) => event.preventDefault(), onclick: () => choose(each) },
          make('code', {}, each.label),
          make('span', {}, each.detail),
        ),
      ),
    );
    mark();
  };
  const close = () => offer([]);
  const keys = {
    ArrowDown: () => (active = (active + 1) % offered.length),
    ArrowUp: () => (active = (active + offered.length - 1) % offered.length),
    Enter: () => choose(offered[active]),
    Tab: () => choose(offered[active]),
    Escape: close,
  };
  const follow = (text) => {
    area = text;
    area.addEventListener('blur', close);
    area.addEventListener('keydown', (event) => {
      if (!offered.length || !keys[event.key]) return;
      event.preventDefault();
      event.stopPropagation();
      keys[event.key]();
      mark();
    });
  };
  return { element, offer, close, follow };
}

/** An editor with the value for a feature below it, and fields and functions beside it. */
export function expressionPane(editor, features) {
  editor.area.setAttribute('autofocus', '');
  return make('div', { class: 'expression-pane' }, make('div', { class: 'expression-main' }, editor.element, preview(editor, features)), library(editor));
}

function preview(editor, features) {
  const feature = make('span', { class: 'preview-feature' });
  const value = make('code', { class: 'preview-value', role: 'status' });
  let row = 0;
  const go = (step) => {
    row = features ? (row + step + features) % features : 0;
    feature.textContent = features ? `Feature ${row + 1} of ${features}` : 'No features';
    editor.setRow(row);
  };
  const step = (path, label, by) => make('button', { class: 'icon-button', type: 'button', 'aria-label': label, title: label, onclick: () => go(by) }, icon(path));
  editor.heard = () => {
    const { text, type } = editor.outcome();
    value.replaceChildren(...(text === undefined ? [] : [text, make('span', {}, type)]));
  };
  go(0);
  return make('div', { class: 'preview' }, step('M14 6l-6 6 6 6', 'Feature before', -1), feature, step('M9 6l6 6-6 6', 'Next feature', 1), value);
}

const groupName = ({ group }) => (group === 'GeometryGroup' ? 'Geometry' : group);

function library(editor) {
  const list = make('div', { class: 'function-list' });
  const help = make('div', { class: 'function-help', role: 'status' });
  const insert = ({ name }) => editor.insert(name.startsWith('$') ? `${name} ` : opened(name));
  const item = (text, onclick, ondblclick = () => {}) => make('button', { class: 'function', type: 'button', onclick, ondblclick }, text);
  const group = (name, open, items) => make('details', { open }, make('summary', {}, name), ...items);
  const explain = (each) => {
    const button = make('button', { class: 'small-button', type: 'button', onclick: () => insert(each) }, 'Insert');
    help.replaceChildren(make('code', {}, signature(each)), make('p', {}, each.help), button);
    help.scrollIntoView({ block: 'nearest' });
  };
  const ofFunction = (each) => item(each.name, () => explain(each), () => insert(each));
  const fill = () => {
    const query = search.value.trim();
    const fitting = found(query, functions);
    if (query) {
      list.replaceChildren(...fitting.map(ofFunction), ...(fitting.length ? [] : [make('p', { class: 'empty' }, 'No function is called that.')]));
      return;
    }
    const names = [...new Set(fitting.map(groupName))].sort();
    list.replaceChildren(
      group('Fields', true, editor.fields().map((field) => item(field, () => editor.insert(`${quoted(field)} `)))),
      ...names.map((name) => group(name, false, fitting.filter((each) => groupName(each) === name).map(ofFunction))),
    );
  };
  const search = make('input', { class: 'plain-input', type: 'search', placeholder: 'Search functions', 'aria-label': 'Search functions', oninput: fill });
  fill();
  return make('details', { class: 'functions', open: innerWidth >= 760 }, make('summary', {}, 'Fields and functions'), search, list, help);
}
