// A published page leaves figures out, to stay small.
const refuse = async () => {
  throw Object.assign(new Error('A published page has no figures; open the map in Terrella.'), { name: 'unsupported-format' });
};
export { refuse as completeLayout, refuse as exportFigure, refuse as figureEditor };
