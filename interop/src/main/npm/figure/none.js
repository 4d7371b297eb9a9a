// Pages without a site leave figures out, to stay small.
const refuse = async () => {
  const message = 'A figure is made by a site; this page has none. Open Terrella from a web host, and there this map with its data.';
  throw Object.assign(new Error(message), { name: 'unsupported-format' });
};
export { refuse as completeLayout, refuse as exportFigure, refuse as figureEditor };
