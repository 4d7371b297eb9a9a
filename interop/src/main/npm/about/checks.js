// What a map says of itself: its title, and `terrella:about` of its metadata. See docs/research-objects.md.
export const KEY = 'terrella:about';
/** Licence of the data of a source, beside jGIS's `attribution`. */
export const LICENCE_KEY = 'terrella:license';

const CC = 'https://creativecommons.org/';
const SPDX = 'https://spdx.org/licenses/';
/** Licences by their SPDX identifiers. */
export const LICENCES = {
  'CC-BY-4.0': { name: 'Creative Commons Attribution 4.0', url: `${CC}licenses/by/4.0/` },
  'CC0-1.0': { name: 'Creative Commons Zero 1.0', url: `${CC}publicdomain/zero/1.0/` },
  'CC-BY-SA-4.0': { name: 'Creative Commons Attribution ShareAlike 4.0', url: `${CC}licenses/by-sa/4.0/` },
  'CC-BY-NC-4.0': { name: 'Creative Commons Attribution NonCommercial 4.0', url: `${CC}licenses/by-nc/4.0/` },
  'ODbL-1.0': { name: 'Open Database Licence 1.0', url: `${SPDX}ODbL-1.0` },
  'ODC-By-1.0': { name: 'Open Data Commons Attribution 1.0', url: `${SPDX}ODC-By-1.0` },
  'PDDL-1.0': { name: 'Public Domain Dedication and Licence 1.0', url: `${SPDX}PDDL-1.0` },
  MIT: { name: 'MIT', url: `${SPDX}MIT` },
  'BSD-3-Clause': { name: 'BSD, 3 clauses', url: `${SPDX}BSD-3-Clause` },
  'Apache-2.0': { name: 'Apache 2.0', url: `${SPDX}Apache-2.0` },
};

const TEXTS = ['description', 'license', 'version', 'doi', 'publisher', 'date'];
const OF_AUTHORS = ['name', 'givenName', 'familyName', 'orcid', 'affiliation'];
const ORCID = /^(?:https?:\/\/(?:www\.)?orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\/?$/i;
const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]+)$/i;

export function orcidProblem(text) {
  if (!text) return '';
  const id = bareOrcid(text);
  if (!id) return 'an ORCID has four groups of four digits, as in 0000-0002-1825-0097; the last may be an X';
  // ISO 7064, MOD 11-2.
  let total = 0;
  for (const digit of id.replaceAll('-', '').slice(0, 15)) total = ((total + Number(digit)) * 2) % 11;
  const check = (12 - total) % 11;
  return id.at(-1) === (check === 10 ? 'X' : String(check)) ? '' : `the check digit of ${id} does not fit, so a digit is wrong or two are swapped`;
}

export const doiProblem = (text) => (!text || bareDoi(text) ? '' : 'a DOI begins with 10. and has a slash, as in 10.5281/zenodo.1234567');

export function dateProblem(text) {
  if (!text) return '';
  const known = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
  return known ? '' : 'a date is a year, month and day, as in 2026-03-31';
}

export const licenceProblem = (text) =>
  !text || Object.hasOwn(LICENCES, text) || /^LicenseRef-[A-Za-z0-9.-]+$/.test(text) ? '' : `"${text}" is no licence known here; use ${Object.keys(LICENCES).join(', ')} or LicenseRef-…`;

export const bareOrcid = (text) => ORCID.exec(text.trim())?.[1].toUpperCase() ?? '';
export const bareDoi = (text) => DOI.exec(text.trim())?.[1] ?? '';
export const licenceUrl = (id) => (Object.hasOwn(LICENCES, id) ? LICENCES[id].url : '');

/** The name of an author as it is read. */
export const nameOf = ({ name, givenName, familyName }) => name || [givenName, familyName].filter(Boolean).join(' ');

const textOf = (value) => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');
const listOf = (value) => (Array.isArray(value) ? value : []);
const withoutEmpty = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== '' && value != null && !(Array.isArray(value) && value.length === 0)));

/** What metadata say, whatever they are: all texts are there, what is no text is empty. */
export function aboutOf(metadata) {
  const raw = metadata?.[KEY] ?? {};
  return {
    title: textOf(metadata?.title),
    ...Object.fromEntries(TEXTS.map((name) => [name, textOf(raw[name])])),
    keywords: listOf(raw.keywords).map(textOf).filter(Boolean),
    authors: listOf(raw.authors).map(authorOf).filter(({ name }) => name),
  };
}

function authorOf(raw) {
  const author = Object.fromEntries(OF_AUTHORS.map((name) => [name, textOf(raw?.[name])]));
  return { ...author, name: nameOf(author) };
}

/**
 * Metadata with changes.
 * @param {object} metadata of a map
 * @param {object} changes any of its members; empty ones take away
 * @return {{title, about} | {problem: string}}
 */
export function changed(metadata, changes) {
  const { title, ...members } = changes;
  const about = { ...metadata?.[KEY], ...members };
  const said = { ...aboutOf({ title: title ?? metadata?.title, [KEY]: about }), authors: listOf(about.authors).map(authorOf) };
  const problem = problemOf(said);
  if (problem) return { problem };
  const authors = said.authors.map((author) => withoutEmpty({ ...author, orcid: bareOrcid(author.orcid) }));
  return { title: said.title, about: withoutEmpty({ ...about, ...said, title: '', doi: bareDoi(said.doi), authors }) };
}

function problemOf(said) {
  for (const [i, author] of said.authors.entries()) {
    if (!author.name) return `Author ${i + 1} has no name.`;
    const orcid = orcidProblem(author.orcid);
    if (orcid) return `The ORCID of author ${i + 1}, ${author.name}: ${orcid}.`;
  }
  const checks = { doi: doiProblem, date: dateProblem, license: licenceProblem };
  for (const [name, check] of Object.entries(checks)) {
    const problem = check(said[name]);
    if (problem) return `The ${name} of the map: ${problem}.`;
  }
  return '';
}

/** The layers of a map, uppermost first, with what their sources say of their origin. */
export function creditsOf(map) {
  const order = [];
  const visit = (items) => listOf(items).forEach((item) => (typeof item === 'string' ? order.push(item) : visit(item?.layers)));
  visit(map.layerTree);
  return order.filter((id) => map.layers?.[id]).map((id) => {
    const parameters = map.sources?.[map.layers[id].parameters?.source]?.parameters;
    return { layerId: id, name: textOf(map.layers[id].name), attribution: textOf(parameters?.attribution), license: textOf(parameters?.[LICENCE_KEY]) };
  });
}
