// A run as something to paste elsewhere: into a script of this page, into QGIS's Python console, into a shell with qgis_process.
import { METRES, metres } from './units.js';

const TEMPORARY = 'TEMPORARY_OUTPUT';

/** entry: of the history, files: for each layer the file that it comes from, or its name. */
export function runText(entryJson, filesJson, language) {
  const entry = JSON.parse(entryJson);
  const files = JSON.parse(filesJson);
  const { algorithm, parameters, context = {} } = entry;
  if (language === 'terrella') {
    const args = Object.keys(context).length ? { algorithm, parameters, context } : { algorithm, parameters };
    return `await terrella.execute('processing:run', ${JSON.stringify(args)});`;
  }
  const inputs = new Set(entry.inputs.map(({ name }) => name));
  const source = (value) =>
    Array.isArray(value) ? value.map(source) : value?.source !== undefined ? source(value.source) : (files[value] ?? value);
  const measured = (value) => (value?.unit && 'value' in value ? metres(value) : value);
  const values = Object.entries(parameters).map(([name, value]) => [name, inputs.has(name) ? source(value) : measured(value), note(value)]);
  const unsaid = entry.outputs.map(({ name }) => name).filter((name) => !(name in parameters));
  return language === 'python' ? python(algorithm, values, unsaid) : shell(algorithm, values, unsaid);
}

/** What QGIS has to be told beside a value. */
function note(value) {
  if (value?.unit) return `${METRES[value.unit] ? 'metres' : value.unit}; QGIS takes the units of the layer`;
  return value?.selectedFeaturesOnly ? 'here only the selected features' : '';
}

function python(algorithm, values, unsaid) {
  const lines = values.map(([name, value, told]) => `    ${JSON.stringify(name)}: ${literal(value)},${told ? `  # ${told}` : ''}`);
  for (const sink of unsaid) lines.push(`    ${JSON.stringify(sink)}: '${TEMPORARY}',`);
  return `processing.run(${JSON.stringify(algorithm)}, {\n${lines.join('\n')}\n})`;
}

/** JSON's escapes mean the same in Python. */
function literal(value) {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object') return `{${Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${literal(each)}`).join(', ')}}`;
  return JSON.stringify(value);
}

function shell(algorithm, values, unsaid) {
  const notes = values.filter(([, , told]) => told).map(([name, , told]) => `# ${name}: ${told}\n`);
  const argument = (name, value) => {
    const plain = value === TEMPORARY ? `${name.toLowerCase()}.gpkg` : /^memory:./.test(value) ? `${value.slice(7)}.gpkg` : typeof value === 'string' ? value : JSON.stringify(value);
    return ` \\\n  --${name}='${plain.replaceAll("'", "'\\''")}'`;
  };
  const words = values
    .filter(([, value]) => value !== null)
    .flatMap(([name, value]) => (Array.isArray(value) && value.length ? value.map((each) => argument(name, each)) : [argument(name, value)]));
  for (const sink of unsaid) words.push(argument(sink, TEMPORARY));
  return `${notes.join('')}qgis_process run ${algorithm}${words.join('')}`;
}
