// The parts of OpenLayers that the page's Java names.
export { default as Map } from 'ol/Map.js';
export { default as View } from 'ol/View.js';
export { default as TileLayer } from 'ol/layer/Tile.js';
export { default as ImageTile } from 'ol/source/ImageTile.js';
export { default as ScaleLine } from 'ol/control/ScaleLine.js';
export { createFine } from './grid.js';
import DragBox from 'ol/interaction/DragBox.js';
import { platformModifierKeyOnly } from 'ol/events/condition.js';
import * as proj from 'ol/proj.js';

export const pointResolution = (code, resolution, at) => proj.getPointResolution(code, resolution, Array.from(at), 'm');

export const getProjection = proj.get;
// Java gives typed arrays; OpenLayers wants plain ones.
export const transform = (coordinate, from, to) => proj.transform(Array.from(coordinate), from, to);
export const transformExtent = (extent, from, to, stops) => proj.transformExtent(Array.from(extent), from, to, stops);

/** Whether a click or drag is to select: always while isOn, else with the platform's key. */
const selects = (isOn, event) => isOn() || platformModifierKeyOnly(event);

/**
 * Calls back with rectangles that are dragged and places that are clicked to select, as [x, y, …] and the keys held; and with
 * places clicked for anything else.
 */
export function listenToSelection(map, isOn, selected, clicked) {
  const box = new DragBox({ className: 'selection-box', condition: (event) => event.originalEvent.button <= 0 && selects(isOn, event) });
  box.on('boxend', ({ mapBrowserEvent: { originalEvent } }) => selected(Float64Array.from(box.getGeometry().getCoordinates()[0].flat()), keys(originalEvent)));
  map.addInteraction(box);
  // Not "singleclick": features are often clicked one after the other, faster than that tells one click from two.
  map.on('click', (event) => {
    if (selects(isOn, event)) selected(Float64Array.from(event.coordinate), keys(event.originalEvent));
  });
  map.on('singleclick', (event) => {
    if (!selects(isOn, event)) clicked(Float64Array.from(event.coordinate));
  });
  // To return false keeps the event from the interactions, one of which would zoom.
  map.on('dblclick', (event) => !selects(isOn, event));
}

const keys = ({ shiftKey, ctrlKey, metaKey }) => (shiftKey ? 1 : 0) + (ctrlKey || metaKey ? 2 : 0);
