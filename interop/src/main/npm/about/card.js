// How a map is cited, for those who read it. All of it is text.
import { make } from '../tools/elements.js';
import { LICENCES, licenceUrl, orcidProblem } from './checks.js';

const link = (href, text) => make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text);

/** @param {string} text what `document:about` tells */
export function aboutCard(text) {
  const about = JSON.parse(text);
  const credits = about.layers.filter(({ attribution, license }) => attribution || license);
  return make('div', { class: 'about-card' },
    make('h2', {}, about.title || 'Untitled map'),
    about.authors.length ? make('ul', { class: 'about-names' }, ...about.authors.map(author)) : null,
    about.description ? make('p', { class: 'about-text' }, about.description) : null,
    facts(about),
    credits.length ? make('h3', {}, 'Data') : null,
    credits.length ? make('ul', { class: 'about-credits' }, ...credits.map(credit)) : null,
    copied('Citation', about.citation, 3),
    copied('BibTeX', about.bibtex, 6));
}

function author({ name, orcid, affiliation }) {
  const known = orcid && !orcidProblem(orcid);
  const about = [affiliation, known ? link(`https://orcid.org/${orcid}`, `ORCID ${orcid}`) : null].filter(Boolean);
  return make('li', {}, name, about.length ? make('span', { class: 'about-quiet' }, ...about.flatMap((part) => [' · ', part])) : null);
}

function facts({ license, date, version, publisher, doi, keywords }) {
  const rows = [
    ['Licence', license && licence(license)],
    ['Published', [date, version && `version ${version}`, publisher].filter(Boolean).join(', ')],
    ['DOI', doi && link(`https://doi.org/${encodeURI(doi)}`, doi)],
    ['Keywords', keywords.join(', ')],
  ].filter(([, value]) => value);
  return rows.length ? make('div', {}, ...rows.map(([label, value]) => make('div', { class: 'info-row' }, make('span', { class: 'info-label' }, label), make('span', {}, value)))) : null;
}

function licence(id) {
  const url = licenceUrl(id);
  return url ? link(url, `${LICENCES[id].name} (${id})`) : id;
}

function credit({ name, attribution, license }) {
  const rest = [attribution, license && licence(license)].filter(Boolean);
  return make('li', {}, make('strong', {}, name), ': ', ...rest.flatMap((part, i) => (i ? [' · ', part] : [part])));
}

/** A text with a button that copies it; on pages without the clipboard's newer interface, too. */
function copied(label, text, rows) {
  const area = make('textarea', { class: 'paste code', rows, readonly: true, spellcheck: 'false', 'aria-label': label });
  area.value = text;
  const said = make('span', { class: 'about-quiet', role: 'status' });
  const button = make('wa-button', { size: 's', appearance: 'outlined', onclick: () => {
    area.focus();
    area.select();
    said.textContent = document.execCommand('copy') ? 'Copied.' : 'The text is selected; the browser does not let pages copy.';
  } }, 'Copy');
  return make('section', { class: 'about-copy' }, make('h3', {}, label), area, make('div', { class: 'about-buttons' }, button, said));
}
