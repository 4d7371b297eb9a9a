// What the toolbox and the history need once they are open: writing expressions, pictures of what tools do, graphs, runs as text, models of QGIS.
export { expressionEditor, expressionPane, setFunctions } from './tools/expressions.js';
export { mentions } from './tools/mentions.js';
export { drawSample } from './tools/samples.js';
export { drawGraph } from './tools/graph.js';
export { runText } from './tools/runs.js';
export { readModel, writeModel } from './tools/model3.js';
