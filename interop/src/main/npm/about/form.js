// The form in which a person says what a map is and who made it. What is wrong is said at its field, as one goes on.
import { icon, make } from '../tools/elements.js';
import { dateProblem, doiProblem, LICENCES, licenceProblem, orcidProblem } from './checks.js';

const UP = 'M12 19V5 M6 11l6-6 6 6';
const DOWN = 'M12 5v14 M6 13l6 6 6-6';
const REMOVE = 'M5 7h14 M10 7V4.500h4V7 M7 7l.8 12.500h8.400L17 7';
const OTHER = 'LicenseRef-';
const NONE = 'none';

const valueOf = (node) => (node.value ?? node.getAttribute('value') ?? '').trim();
const sentence = (text) => text && `${text[0].toUpperCase()}${text.slice(1)}.`;

/** An input that says what is wrong with its text once it is left, and that it is right as soon as it is. */
function field(label, value, check = () => '', more = {}) {
  const node = make('wa-input', { label, value, size: 's', autocomplete: 'off', ...more });
  const { hint = '' } = more;
  node.tell = () => {
    const problem = check(valueOf(node));
    node.toggleAttribute('data-problem', Boolean(problem));
    node.setAttribute('hint', sentence(problem) || hint);
    return problem;
  };
  node.addEventListener('input', () => node.hasAttribute('data-problem') && node.tell());
  node.addEventListener('change', node.tell);
  return node;
}

/** Rows of authors, in the order in which they are cited. */
function authorRows(authors) {
  const list = make('div', { class: 'about-authors' });
  const rows = () => [...list.children];
  const number = () => rows().forEach((row, i) => {
    row.querySelector('legend').textContent = `Author ${i + 1}`;
    row.up.disabled = i === 0;
    row.down.disabled = i === list.children.length - 1;
  });
  const add = (author) => {
    const family = field('Family name, or an organisation', author.familyName || author.name || '', () => (filled(row) && !valueOf(family) ? 'this author has no name' : ''));
    const row = make('fieldset', {}, make('legend'));
    row.fields = {
      givenName: field('Given names', author.givenName ?? ''), familyName: family,
      orcid: field('ORCID', author.orcid ?? '', orcidProblem, { placeholder: '0000-0002-1825-0097' }), affiliation: field('Affiliation', author.affiliation ?? ''),
    };
    const button = (label, path, act) => make('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick: act }, icon(path));
    const move = (step) => () => {
      const other = rows()[rows().indexOf(row) + step];
      if (step < 0) other.before(row);
      else other.after(row);
      number();
      const [wanted, else_] = step < 0 ? [row.up, row.down] : [row.down, row.up];
      (wanted.disabled ? else_ : wanted).focus();
    };
    row.up = button('Move up', UP, move(-1));
    row.down = button('Move down', DOWN, move(1));
    const remove = button('Remove this author', REMOVE, () => {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      number();
      (next?.fields.givenName ?? more).focus();
    });
    row.append(make('div', { class: 'about-author' }, ...Object.values(row.fields)), make('div', { class: 'about-buttons' }, row.up, row.down, remove));
    list.append(row);
    number();
    return row;
  };
  const filled = (row) => Object.values(row.fields).some((node) => valueOf(node));
  const more = make('wa-button', { size: 's', appearance: 'outlined', onclick: () => add({}).fields.givenName.focus() }, 'Add an author');
  authors.forEach(add);
  return {
    element: make('div', { class: 'about-people' }, list, more),
    fields: () => rows().flatMap((row) => Object.values(row.fields)),
    value: () => rows().filter(filled).map((row) => {
      const { givenName, familyName, ...others } = Object.fromEntries(Object.entries(row.fields).map(([name, node]) => [name, valueOf(node)]));
      // A name without given names is cited as it is: an organisation, or somebody with one name.
      return givenName ? { name: `${givenName} ${familyName}`, givenName, familyName, ...others } : { name: familyName, ...others };
    }),
  };
}

function licences(current, label) {
  const own = current && !Object.hasOwn(LICENCES, current);
  const other = field('Name of the licence', own ? current : OTHER, (text) => (select.value === OTHER ? licenceProblem(text) : ''), { hint: 'LicenseRef- and letters, digits, points, hyphens.' });
  const select = make('wa-select', { label, size: 's', value: own ? OTHER : current || NONE },
    make('wa-option', { value: NONE }, 'Not said'),
    ...Object.entries(LICENCES).map(([id, { name }]) => make('wa-option', { value: id }, id === name ? id : `${id}: ${name}`)),
    make('wa-option', { value: OTHER }, 'Another one'));
  other.hidden = !own;
  select.addEventListener('change', () => (other.hidden = select.value !== OTHER));
  return { elements: [select, other], fields: [other], value: () => ({ [NONE]: '', [OTHER]: valueOf(other) })[select.value ?? NONE] ?? select.value };
}

/**
 * A form for what `document:about` tells.
 * @return {{element: HTMLElement, value: function(): string, isRight: function(): boolean}} `isRight` says at the fields what is
 *   wrong, and goes to the first one
 */
export function aboutForm(text) {
  const about = JSON.parse(text);
  const title = field('Title', about.title);
  const description = make('textarea', { class: 'paste', rows: 4, id: 'about-description' });
  description.value = about.description;
  const keywords = field('Keywords', about.keywords.join(', '), undefined, { hint: 'With commas between them.' });
  const licence = licences(about.license, 'Licence');
  const single = {
    version: field('Version', about.version), date: field('Date', about.date, dateProblem, { placeholder: '2026-03-31' }),
    publisher: field('Publisher', about.publisher), doi: field('DOI', about.doi, doiProblem, { placeholder: '10.5281/zenodo.1234567' }),
  };
  const people = authorRows(about.authors);
  const element = make('div', { class: 'form about-form' },
    title,
    make('div', { class: 'plain-field' }, make('label', { for: 'about-description' }, 'Description'), description),
    people.element,
    ...licence.elements,
    keywords,
    make('div', { class: 'about-pairs' }, ...Object.values(single)));
  return {
    element,
    value: () => JSON.stringify({
      title: valueOf(title), description: description.value, authors: people.value(), license: licence.value(),
      keywords: valueOf(keywords).split(',').map((each) => each.trim()).filter(Boolean),
      ...Object.fromEntries(Object.entries(single).map(([name, node]) => [name, valueOf(node)])),
    }),
    isRight: () => {
      const wrong = [...people.fields(), ...licence.fields, ...Object.values(single)].filter((node) => node.tell());
      wrong[0]?.focus();
      return wrong.length === 0;
    },
  };
}
