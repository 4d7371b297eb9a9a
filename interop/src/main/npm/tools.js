// What the toolbox needs once it is open: writing expressions, and pictures of what tools do.
export { expressionEditor, expressionPane, setFunctions } from './tools/expressions.js';
export { drawSample } from './tools/samples.js';
