// How a map is cited.

const inverted = ({ name, givenName, familyName }) => (familyName ? [familyName, givenName].filter(Boolean).join(', ') : name);
const line = (text) => text.replace(/\s+/g, ' ').trim();

/** As DataCite recommends: Creator (Year): Title. Version. Publisher. Identifier. */
export function citation({ title, authors, date, version, publisher, doi }) {
  const year = date.slice(0, 4) || 'n.d.';
  const names = authors.map(inverted).join('; ');
  const parts = [title || 'Untitled map', version && `Version ${version}`, publisher].filter(Boolean).map((part) => line(part).replace(/\.$/, ''));
  return line(`${names ? `${names} (${year}): ` : ''}${parts.join('. ')}${names ? '' : ` (${year})`}.${doi ? ` https://doi.org/${doi}` : ''}`);
}

/** An entry for BibTeX; LaTeX's own characters are escaped. */
export function bibtex({ title, authors, date, version, publisher, doi }) {
  const first = authors[0]?.familyName || authors[0]?.name || 'map';
  const key = `${first.normalize('NFD').replace(/[^A-Za-z0-9]/g, '').toLowerCase() || 'map'}${date.slice(0, 4)}`;
  const names = authors.map((author) => (author.familyName ? latex(inverted(author)) : `{${latex(author.name)}}`)).join(' and ');
  const fields = {
    author: names,
    title: `{${latex(title || 'Untitled map')}}`,
    year: date.slice(0, 4),
    version: latex(version),
    publisher: latex(publisher),
    doi: latex(doi),
    url: doi && `https://doi.org/${latex(doi)}`,
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

const COMMANDS = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
const latex = (text) => line(text).replace(/[\\{}#$%&_~^]/g, (c) => COMMANDS[c] ?? `\\${c}`);
