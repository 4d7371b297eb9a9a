// A published map leaves figures out, to stay small.
const refuse = async () => {
  throw Object.assign(new Error('A published map makes no figures; save it with its data, and open it in Terrella.'), { name: 'unsupported-format' });
};
export { refuse as completeLayout, refuse as exportFigure, refuse as figureEditor };
