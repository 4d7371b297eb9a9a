// RO-Crate 1.1 (https://w3id.org/ro/crate/1.1) of a map, with runs as the profile Process Run Crate tells them.
import { creditsOf, licenceUrl } from '../about/checks.js';

const RO_CRATE = 'https://w3id.org/ro/crate/1.1';
const PROCESS_RUN = 'https://w3id.org/ro/wfrun/process/0.5';

/** One alone is no list. */
const list = (values) => (values.length === 1 ? values[0] : values);
/** A list without what stands twice. */
const refs = (ids) => list([...new Set(ids)].map((id) => ({ '@id': id })));
const without = (entity) => Object.fromEntries(Object.entries(entity).filter(([, value]) => value != null && value !== '' && !(Array.isArray(value) && value.length === 0)));
const idOf = (path) => path.split('/').map(encodeURIComponent).join('/');
const local = (...parts) => `#${parts.map((part) => encodeURIComponent(part)).join('/')}`;

/**
 * What ro-crate-metadata.json says.
 * @param {{path, blob, title, type, isData}[]} parts the other files
 * @param {object[]} runs `terrella:history`
 */
export function crate(map, about, parts, runs) {
  const graph = new Map();
  const add = (id, type, members) => {
    if (!graph.has(id)) graph.set(id, without({ '@id': id, '@type': type, ...members }));
    return id;
  };
  const licence = (id) => {
    if (!id) return null;
    const url = licenceUrl(id);
    return { '@id': add(url || local('licence', id), 'CreativeWork', { name: id, identifier: id }) };
  };
  add('ro-crate-metadata.json', 'CreativeWork', { conformsTo: { '@id': RO_CRATE }, about: { '@id': './' } });
  graph.set('./', null); // Stands here, and is known at the end.

  const authors = about.authors.map((author, i) => {
    const affiliation = author.affiliation && add(local('organisation', author.affiliation), 'Organization', { name: author.affiliation });
    return add(author.orcid ? `https://orcid.org/${author.orcid}` : local('author', String(i + 1)), 'Person', {
      name: author.name, givenName: author.givenName, familyName: author.familyName, affiliation: affiliation && { '@id': affiliation },
    });
  });
  const publisher = about.publisher && add(local('organisation', about.publisher), 'Organization', { name: about.publisher });

  const origins = originsOf(map, parts);
  for (const { path, blob, title, type } of parts) {
    const { attribution, license } = origins.credits.get(path) ?? {};
    add(idOf(path), 'File', { name: title, contentSize: String(blob.size), encodingFormat: type, license: licence(license), creditText: attribution });
  }
  const actions = runs.map((run) => action(run, { add, origins, agents: authors }));
  graph.set('./', without({
    '@id': './', '@type': 'Dataset', name: about.title, description: about.description || about.title, datePublished: about.date,
    license: licence(about.license), author: refs(authors), publisher: publisher && { '@id': publisher }, keywords: list(about.keywords),
    version: about.version, identifier: about.doi && `https://doi.org/${about.doi}`,
    conformsTo: actions.length ? { '@id': add(PROCESS_RUN, 'CreativeWork', { name: 'Process Run Crate', version: '0.5' }) } : null,
    hasPart: refs(parts.map(({ path }) => idOf(path))), mentions: refs(actions),
  }));
  return { '@context': `${RO_CRATE}/context`, '@graph': [...graph.values()] };
}

/** For each layer the file that its data are in, and for each file what is said of its origin. */
function originsOf(map, parts) {
  const paths = new Set(parts.filter(({ isData }) => isData).map(({ path }) => path));
  const files = new Map();
  const credits = new Map();
  for (const credit of creditsOf(map)) {
    const named = [];
    const look = (value) => {
      if (paths.has(value)) named.push(value);
      else if (value && typeof value === 'object') Object.values(value).forEach(look);
    };
    look(map.sources[map.layers[credit.layerId].parameters?.source]?.parameters);
    files.set(credit.layerId, named);
    for (const path of named) credits.set(path, credit);
  }
  return { files, credits };
}

/** A run: what was done by what, with what, and what came out. */
function action(run, { add, origins, agents }) {
  const id = local('run', run.id);
  const engine = /^(.*?)\s+(\S+)$/.exec(run.engine ?? '');
  const terrella = add(local('software', run.engine ?? 'terrella'), 'SoftwareApplication', { name: 'Terrella', softwareVersion: engine?.[2] });
  const algorithm = add(local('algorithm', run.algorithm), 'SoftwareApplication', {
    name: run.title || run.algorithm, identifier: run.algorithm, softwareVersion: engine?.[2], softwareRequirements: { '@id': terrella },
    description: run.model ? `A model of steps; see terrella:history in the metadata of map.jGIS.` : null,
  });
  const properties = [];
  const property = (kind, name, value, more) =>
    properties.push(add(local('run', run.id, kind, name), 'PropertyValue', { name, value: typeof value === 'object' ? JSON.stringify(value) : value, ...more }));
  for (const [name, value] of Object.entries(run.parameters ?? {})) property('parameter', name, value);
  for (const [name, value] of Object.entries(run.context ?? {})) property('context', name, value);

  const tables = (kind, given, valueOf) => {
    const seen = new Map();
    return (given ?? []).flatMap(({ name, sha256, features, ...rest }) => {
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      property(`${kind}-sha256`, nth ? `${name} ${nth + 1}` : name, sha256, { propertyID: 'SHA-256', description: 'Of the table as FlatGeobuf, in the form that Terrella gives it for that' });
      const value = valueOf(name, nth, rest);
      const files = origins.files.get(value) ?? [];
      if (files.length) return files.map(idOf);
      return [add(local('table', sha256), 'CreativeWork', { name: `${name} of ${run.title || run.algorithm}`, description: 'A table that is not in this folder.', identifier: `sha256:${sha256}` })];
    });
  };
  const input = (name, nth) => {
    if (name.startsWith('@')) return name.slice(1);
    const value = run.parameters?.[name];
    const one = Array.isArray(value) ? value[nth] : value;
    return typeof one === 'object' && one ? (one.source ?? one.layerId) : one;
  };
  const object = refs(tables('input', run.inputs, input));
  const result = refs(tables('output', run.outputs, (name, nth, { value }) => value));
  return add(id, 'CreateAction', {
    name: run.title || run.algorithm, description: `${run.algorithm} on ${counted(run.inputs)}, which gave ${counted(run.outputs)}.`, instrument: refs([algorithm, terrella]), agent: refs(agents), object, result,
    startTime: offset(run.started), endTime: offset(ended(run)), actionStatus: { '@id': 'http://schema.org/CompletedActionStatus' }, additionalProperty: refs(properties),
  });
}

/** How many features tables have, in words. */
const counted = (tables) => (tables ?? []).map(({ name, features }) => `${features} features of ${name}`).join(', ') || 'no features';

/** The profile's own checks know no Z. */
const offset = (time) => time?.replace(/Z$/, '+00:00');

function ended({ started, millis }) {
  const begun = Date.parse(started);
  return Number.isNaN(begun) ? null : new Date(begun + (millis ?? 0)).toISOString();
}
