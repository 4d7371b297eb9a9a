// Layers that are pixels anywhere, drawn for a figure on a map of their own that nobody sees.
import Map from 'ol/Map.js';
import View from 'ol/View.js';
import { MM_PER_PIXEL } from './frame.js';

const MOST_SIDE = 6000;
const MOST_WAIT = 60_000;

/**
 * The picture of a layer in a frame, as a canvas.
 * @param {object} layer of the map that is shown; its source is used again
 * @param {number} dpi pixels that are wanted for an inch
 */
export async function layerPicture(layer, frame, dpi) {
  const pixels = [frame.box[2], frame.box[3]].map((mm) => mm / MM_PER_PIXEL);
  const finer = Math.max(0.25, Math.min(dpi / 96, MOST_SIDE / Math.max(...pixels)));
  // What has letters and widths of lines of its own keeps them; pictures are asked for as fine as the paper is.
  const styled = typeof layer.getStyle === 'function';
  const [ratio, part] = styled ? [finer, 1] : [1, finer];
  const size = pixels.map((length) => Math.max(1, Math.round(length * part)));
  const target = document.createElement('div');
  target.style.cssText = `position:fixed;left:-20000px;top:0;width:${size[0]}px;height:${size[1]}px`;
  document.body.append(target);
  const copy = new layer.constructor({ source: layer.getSource(), ...(styled && { style: layer.getStyle() }), extent: layer.getExtent(), minZoom: layer.getMinZoom(), maxZoom: layer.getMaxZoom() });
  const resolution = frame.resolution / part;
  const view = new View({ projection: frame.projection, center: frame.center, resolution, minResolution: resolution, maxResolution: resolution, rotation: frame.rotation, constrainRotation: false, multiWorld: true, smoothResolutionConstraint: false });
  const map = new Map({ target, layers: [copy], controls: [], interactions: [], pixelRatio: ratio, view });
  try {
    await new Promise((resolve) => {
      const late = setTimeout(resolve, MOST_WAIT);
      map.once('rendercomplete', () => resolve(clearTimeout(late)));
    });
    return together(map, size.map((length) => Math.round(length * ratio)), ratio);
  } finally {
    map.setTarget(null);
    map.setLayers([]);
    target.remove();
  }
}

/** What OpenLayers drew, turned as it shows it. */
function together(map, [width, height], ratio) {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  for (const canvas of map.getViewport().querySelectorAll('.ol-layer canvas, canvas.ol-layer')) {
    if (canvas.width === 0) continue;
    const matrix = /^matrix\(([^)]*)\)$/.exec(canvas.style.transform)?.[1].split(',').map(Number) ?? [canvas.clientWidth / canvas.width, 0, 0, canvas.clientHeight / canvas.height, 0, 0];
    context.setTransform(...matrix.map((value) => value * ratio));
    context.drawImage(canvas, 0, 0);
  }
  return context.canvas;
}
