// In place of model3.js in published maps.
const refuse = () => {
  throw Object.assign(new Error('A published map reads and writes no models of QGIS; save it with its data, and open it in Terrella.'), { name: 'unsupported-format' });
};
export { refuse as readModel, refuse as writeModel };
