// Colour ramps by the names that map documents use; chroma-js knows the ColorBrewer ones, the others are given by their anchors.
import chroma from 'chroma-js';

const ANCHORS = {
  magma: ['#000004', '#3b0f70', '#8c2981', '#de4968', '#fe9f6d', '#fcfdbf'],
  inferno: ['#000004', '#420a68', '#932667', '#dd513a', '#fca50a', '#fcffa4'],
  plasma: ['#0d0887', '#6a00a8', '#b12a90', '#e16462', '#fca636', '#f0f921'],
  hot: ['#000000', '#e60000', '#ffd200', '#ffffff'],
  cool: ['#7d00b3', '#00cdff', '#7dffff'],
  greys: ['#ffffff', '#000000'],
  earth: ['#000082', '#00b4b4', '#28d228', '#e6e632', '#784614', '#ffffff'],
  bluered: ['#0000ff', '#ff0000'],
  turbo: ['#30123b', '#4686fb', '#1be5b5', '#a4fc3c', '#fbb938', '#e3440a', '#7a0403'],
};
const BREWER = { viridis: 'Viridis', greens: 'Greens', YiGnBu: 'YlGnBu', YiOrRd: 'YlOrRd', blues: 'Blues', oranges: 'Oranges', purples: 'Purples', reds: 'Reds', RdBu: 'RdBu', spectral: 'Spectral', RdYlGn: 'RdYlGn', BrBG: 'BrBG', PuOr: 'PuOr' };

export const rampNames = () => ['viridis', 'magma', 'inferno', 'plasma', 'YiOrRd', 'YiGnBu', 'blues', 'greens', 'oranges', 'purples', 'reds', 'greys', 'RdBu', 'spectral', 'RdYlGn', 'BrBG', 'PuOr', 'turbo', 'hot', 'cool', 'earth', 'bluered'];

/** `count` colours of a ramp from low to high, each [red, green, blue] of 0–255; null when the ramp is not known. */
export function rampColors(name, count, reverse) {
  const anchors = ANCHORS[name] ?? BREWER[name] ?? Object.values(BREWER).find((brewer) => brewer.toLowerCase() === name.toLowerCase());
  if (!anchors) return null;
  const scale = chroma.scale(anchors).mode('lab');
  const colors = Array.from({ length: count }, (_, i) => scale(count === 1 ? 0.5 : i / (count - 1)).rgb());
  return reverse ? colors.reverse() : colors;
}
