// Attribution and licence of a layer inside files of formats that have a place for them in the text itself.

/** How many bytes the opening of a file takes at most. */
const OPENING = 4096;
const PLACES = {
  geojson: { after: /^\s*\{\s*"type"\s*:\s*"(FeatureCollection|Topology)"\s*,/, text: members },
  kml: { after: /<Document\b[^>]*>/, text: (credit) => `\n<description>${escaped(sentence(credit))}</description>` },
};
PLACES.json = PLACES.topojson = PLACES.geojson;

const sentence = ({ attribution, license }) => [attribution, license && `Licence: ${license}`].filter(Boolean).join('\n');

/** The file with the credit, `{attribution, license}` as JSON, in it; null where its format has no such place. */
export async function credited(file, format, text) {
  const place = PLACES[format];
  if (!place) return null;
  const opening = new Uint8Array(await file.slice(0, OPENING).arrayBuffer());
  const credit = JSON.parse(text);
  // One character for a byte, so that places in the text are places in the file.
  const found = place.after.exec(new TextDecoder('latin1').decode(opening));
  if (!found) return null;
  const at = found.index + found[0].length;
  return new Blob([file.slice(0, at), place.text(credit), file.slice(at)]);
}

function members({ attribution, license }) {
  return Object.entries({ attribution, license }).map(([name, value]) => (value ? `${JSON.stringify(name)}:${JSON.stringify(value)},` : '')).join('');
}

const escaped = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
