// A map as a research object: the map, its data, the page that shows it, how it came about, and how it is cited.
import { aboutOf, creditsOf } from '../about/checks.js';
import { zipped } from './archive.js';
import { citationFile, dataCite, readme } from './citing.js';
import { crate } from './crate.js';
import { singleFile } from './single.js';

export const CRATE = 'ro-crate-metadata.json';

/**
 * @param {function(): {map, files, left}} alone gives the map as it goes into a page of its own
 * @return {Promise<{file: Blob, parts: [{name, size}], warnings: string[]}>}
 */
export async function researchObject(map, files, options, told, alone) {
  const runs = map.metadata?.['terrella:history'] ?? [];
  const about = aboutOf(map.metadata);
  // The same map gives the same bytes, so that no clock is asked.
  const date = about.date || (runs.at(-1)?.started ?? '').slice(0, 10);
  const described = { ...about, date, title: about.title || options.title || 'Untitled map' };
  const page = alone();
  const { file: html } = await singleFile(page.map, page.files, { ...options, kind: 'single-file' }, told);

  const text = (path, content, more) => ({ path, blob: new Blob([typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`]), ...more });
  const parts = [
    text('map.jGIS', JSON.stringify(map, null, 2), { title: `The map, for Terrella and JupyterGIS`, type: 'application/json' }),
    { path: 'map.html', blob: html, title: 'The map as a page', type: 'text/html' },
    ...files.map((file) => ({ ...file, type: typeOf(file.path), isData: true })),
    ...(about.authors.length ? [text('CITATION.cff', citationFile(described), { title: 'How the map is cited', type: 'application/yaml' })] : []),
    text('datacite.json', dataCite(described), { title: 'What DataCite asks for', type: 'application/json' }),
    text('README.md', readme(described, files, runs.length, about.authors.length > 0), { title: 'What is in this folder', type: 'text/markdown' }),
  ];
  const made = crate(map, described, parts, runs);
  const { file, parts: sizes } = await zipped([text(CRATE, made), ...parts], told);
  return { file, parts: sizes, warnings: warnings(map, about, date, page.left) };
}

const TYPES = { fgb: 'application/flatgeobuf', tif: 'image/tiff; application=geotiff', tiff: 'image/tiff; application=geotiff', nc: 'application/x-netcdf', png: 'image/png', jpg: 'image/jpeg', zip: 'application/zip', pmtiles: 'application/vnd.pmtiles' };
const typeOf = (path) => TYPES[path.split('.').pop().toLowerCase()] ?? 'application/octet-stream';

/** What is asked for and is not there. */
function warnings(map, about, date, left) {
  const missing = [
    [about.title, 'No title: DataCite and RO-Crate want one.'],
    [about.description, 'No description: RO-Crate wants one.'],
    [about.authors.length, 'No authors: DataCite wants one at least, and CITATION.cff is left out.'],
    [about.license, 'No licence: nobody may use the map without one.'],
    [about.publisher, 'No publisher: DataCite wants one.'],
    [date, 'No date: DataCite and RO-Crate want one.'],
  ];
  return [
    ...missing.filter(([there]) => !there).map(([, what]) => what),
    ...(!about.date && date ? [`No date: that of the last run, ${date}, stands for it.`] : []),
    ...creditsOf(map).filter(({ license }) => !license).map(({ name }) => `No licence is said for the data of “${name}”.`),
    ...left.map(({ name, reason }) => `map.html does not show “${name}”: it ${reason}.`),
  ];
}
