// The open map in the shapes in which it is handed over. The same map gives the same bytes, in every browser.
import { outgoing } from './publish/map.js';
import { singleFile } from './publish/single.js';
import { mapZip } from './publish/archive.js';
import { siteFolder } from './publish/folder.js';
import { researchObject } from './publish/research.js';

export { holdsMap } from './publish/archive.js';

const KINDS = { 'single-file': singleFile, 'map-zip': mapZip, folder: siteFolder, 'research-object': researchObject };

/**
 * Writes a map.
 * @param {string} documentText a map document
 * @param {string[]} names of the data in `blobs`
 * @param {string} optionsText JSON: {kind, title, engine, layers?, data: [{key, layers, projection, path, changed}]}
 * @param {function(number, string): boolean} told hears how far it is; answers whether to go on
 * @return {Promise<{file: Blob, report: string}>} report: JSON, {left: [{layerId, name, reason}], changed: [{layerId, name}],
 *   stripped: [{where, what}], parts: [{name, size}], warnings?: [text]}
 */
export async function publish(documentText, names, blobs, optionsText, told) {
  const options = JSON.parse(optionsText);
  // It holds no more of the app than it needs itself.
  if (window.terrellaSite.published && options.kind !== 'map-zip') {
    const message = 'A published map is not published anew here; save it with its data, and open it in Terrella.';
    throw Object.assign(new Error(message), { name: 'unsupported-format' });
  }
  const { map, files, ...report } = outgoing(JSON.parse(documentText), blobs, options);
  const alone = () => outgoing(JSON.parse(documentText), blobs, { ...options, kind: 'single-file' });
  const { file, ...more } = await KINDS[options.kind](map, files, options, told, alone);
  return { file, report: JSON.stringify({ ...report, ...more }) };
}
