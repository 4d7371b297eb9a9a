// How a map is cited, for programs and people: Citation File Format 1.2.0, DataCite 4.5, a text.
import { LICENCES, licenceUrl } from '../about/checks.js';
import { citation } from '../about/citation.js';

/** A text of YAML in double quotes: JSON's, and without what YAML takes for the end of a line. */
const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** CITATION.cff; needs an author. */
export function citationFile({ title, authors, license, keywords, version, doi, date, description }) {
  const fields = {
    'cff-version': '1.2.0', message: 'If you use this map, please cite it as below.', type: 'dataset', title, abstract: description,
    version, doi, 'date-released': date, license: Object.hasOwn(LICENCES, license) ? license : '',
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `${name}: ${quoted(value)}`);
  lines.push('authors:');
  for (const { name, givenName, familyName, orcid, affiliation } of authors) {
    const person = familyName ? { 'family-names': familyName, 'given-names': givenName, affiliation } : { name };
    const members = Object.entries({ ...person, orcid: orcid && `https://orcid.org/${orcid}` }).filter(([, value]) => value);
    members.forEach(([key, value], i) => lines.push(`${i ? '    ' : '  - '}${key}: ${quoted(value)}`));
  }
  if (keywords.length) lines.push('keywords:', ...keywords.map((keyword) => `  - ${quoted(keyword)}`));
  return `${lines.join('\n')}\n`;
}

/** What DataCite is told when a DOI is made; what is not known is not there. */
export function dataCite({ title, authors, license, keywords, version, doi, publisher, date, description }) {
  const creators = authors.map(({ name, givenName, familyName, orcid, affiliation }) => ({
    name: familyName ? [familyName, givenName].filter(Boolean).join(', ') : name,
    ...(familyName && { nameType: 'Personal', givenName: givenName || undefined, familyName }),
    ...(affiliation && { affiliation: [{ name: affiliation }] }),
    ...(orcid && { nameIdentifiers: [{ nameIdentifier: `https://orcid.org/${orcid}`, nameIdentifierScheme: 'ORCID', schemeUri: 'https://orcid.org' }] }),
  }));
  const rights = license && {
    rights: LICENCES[license]?.name ?? license, rightsUri: licenceUrl(license) || undefined,
    ...(licenceUrl(license) && { rightsIdentifier: license, rightsIdentifierScheme: 'SPDX', schemeUri: 'https://spdx.org/licenses/' }),
  };
  return {
    ...(doi && { doi, identifiers: [{ identifier: doi, identifierType: 'DOI' }] }),
    creators,
    titles: [{ title }],
    ...(publisher && { publisher: { name: publisher } }),
    ...(date && { publicationYear: date.slice(0, 4), dates: [{ date, dateType: 'Issued' }] }),
    types: { resourceType: 'Map', resourceTypeGeneral: 'Dataset' },
    ...(keywords.length && { subjects: keywords.map((subject) => ({ subject })) }),
    ...(version && { version }),
    ...(rights && { rightsList: [rights] }),
    ...(description && { descriptions: [{ description, descriptionType: 'Abstract' }] }),
    formats: ['application/zip'],
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  };
}

/** Text that Markdown takes for nothing else. */
const plain = (text) => text.replace(/[\\`*_{}[\]<>#|!~&]/g, '\\$&').replace(/^(\s*)([-+=])/gm, '$1\\$2').replace(/^(\s*\d+)([.)])/gm, '$1\\$2').replace(/^[ \t]+/gm, '');
const line = (text) => plain(text.replace(/\s+/g, ' ').trim());

/** README.md */
export function readme(about, files, runs, cited) {
  const data = files.map(({ path, title }) => `- \`${path.replaceAll('`', '')}\`: data of ${line(title ?? path)}`);
  const parts = [
    `# ${line(about.title)}`,
    about.description && plain(about.description),
    `Cite as: ${line(citation(about))}`,
    about.license && `Licence: ${line(LICENCES[about.license]?.name ?? about.license)}. Data may have others; see \`ro-crate-metadata.json\`.`,
    '## What is here',
    [
      '- `map.html`: the map as a page; open it in a browser, without a network',
      '- `map.jGIS`: the map as a document of Terrella and JupyterGIS',
      ...data,
      '- `ro-crate-metadata.json`: all of this for programs, as RO-Crate 1.1',
      ...(cited ? ['- `CITATION.cff`: how the map is cited'] : []),
      '- `datacite.json`: what DataCite asks for when a DOI is made',
    ].join('\n'),
    runs > 0 && `## How it came about\n\n${runs === 1 ? 'One run is' : `${runs} runs are`} recorded, with parameters and with SHA-256 of inputs and outputs. The page repeats them and says whether results are the same: History, Run again.`,
    'Dropped on Terrella, the zip of this folder opens as the same map.',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
