// Figures: the open map on paper, with what a reader needs beside it. The same map gives the same bytes.
import { PdfPaper } from './figure/pdf.js';
import { RasterPaper } from './figure/raster.js';
import { Scene, namesIn } from './figure/scene.js';
import { SvgPaper } from './figure/svg.js';
import { typefaceOf } from './figure/typeface.js';
import { wholeLayout } from './figure/layout.js';
import { attributionText } from './services/attribution.js';

export { figureEditor } from './figure/editor.js';

/** Pixels of shapes for one of the looks: finer than the screen, as paper is. */
const DETAIL = 2;
const LETTERS_OF_PARTS = '0123456789.\u00b0\u2032\u2033NSEW km\u2026';

/** A layout with all its members, as JSON; fails with words where one does not fit. */
export const completeLayout = async (text) => JSON.stringify(wholeLayout(JSON.parse(text)));

/**
 * Draws the map as a file.
 * @param {string} specText JSON {format, layout, title, view: {projection, center, resolution, rotation, width, height},
 *   layers: [{index, name, opacity, key?, style?, filter?}] from below, legend: [{name, heading, geometry, ramp, entries}]}
 * @param {function(object): Promise<object>} record has the painter record a layer (see painter.js)
 * @param {function(number, string): boolean} told hears how far it is; answers whether to go on
 * @return {Promise<{file: Blob, report: string}>}
 */
export async function exportFigure(map, specText, record, told) {
  const { scene, layers } = await sceneOf(map, specText);
  const { format, layout } = JSON.parse(specText);
  const { dpi } = wholeLayout(layout);
  const Paper = { svg: SvgPaper, pdf: PdfPaper }[format];
  const paper = Paper ? new Paper(scene.width, scene.height, scene.title) : new RasterPaper(scene.width, scene.height, dpi / 25.4);
  const step = (fraction, what) => {
    if (!told(fraction, what)) throw Object.assign(new Error('Cancelled.'), { name: 'cancelled' });
  };
  await scene.draw(paper, { layers, record, dpi, detail: DETAIL, told: step });
  step(0.95, 'Writing the file');
  return { file: await paper.finish(), report: JSON.stringify(scene.report()) };
}

/** Draws the map as a picture of at most so many pixels; the canvas and what can be said of the figure. */
export async function previewFigure(map, specText, record, most, isLate) {
  const { scene, layers } = await sceneOf(map, specText);
  const paper = new RasterPaper(scene.width, scene.height, Math.min(most[0] / scene.width, most[1] / scene.height));
  const told = () => {
    if (isLate()) throw Object.assign(new Error('Cancelled.'), { name: 'cancelled' });
  };
  await scene.draw(paper, { layers, record, dpi: 96, detail: 1, told });
  return { canvas: paper.canvas.canvas, report: scene.report() };
}

async function sceneOf(map, specText) {
  const spec = JSON.parse(specText);
  const layout = wholeLayout(spec.layout);
  const layers = new Map(map.getLayers().getArray().map((layer) => [layer.getZIndex(), layer]));
  const given = spec.layers.map(({ key, index }) => (key ? null : layers.get(index)?.get('attribution'))).filter((each) => each && (each.text || each.html));
  const attribution = [...new Set(given.map(attributionText))].join(' \u00b7 ');
  const spaced = (text) => text.replaceAll('\u202f', '\u2009');
  const legend = spec.legend.map((group) => ({ ...group, name: spaced(group.name), heading: spaced(group.heading), entries: group.entries.map((entry) => ({ ...entry, label: spaced(entry.label) })) }));
  const texts = [layout.title || spec.title, layout.authors, attribution, LETTERS_OF_PARTS, ...namesIn(legend)];
  return { scene: new Scene({ ...spec, legend, attribution }, layout, await typefaceOf(texts)), layers };
}

